// SPDX-License-Identifier: MIT
#include "view/code_edit.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace playground {

namespace {

/// How many characters two texts have in common from one end on; never the half of one that takes two units.
qsizetype alike(QStringView a, QStringView b)
{
    const auto [end, other] = std::ranges::mismatch(a, b);
    qsizetype length = end - a.begin();
    if (length > 0 && a[length - 1].isHighSurrogate())
        --length;
    return length;
}

qsizetype alikeAtTheEnd(QStringView a, QStringView b)
{
    qsizetype length = 0;
    const qsizetype most = qMin(a.size(), b.size());
    while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    if (length > 0 && a[a.size() - length].isLowSurrogate())
        --length;
    return length;
}

} // namespace

/// Where the numbers of the lines stand.
class CodeEdit::Margin : public QWidget {
public:
    explicit Margin(CodeEdit *edit)
        : QWidget(edit)
        , m_edit(edit)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintMargin(*this, event->rect()); }

private:
    CodeEdit *m_edit;
};

CodeEdit::CodeEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(this))
{
    setFont(Theme::font(Role::Code));
    document()->setDocumentMargin(Theme::grid(1));
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::placeMargin);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_margin, qOverload<>(&QWidget::update));
    placeMargin();
}

QString CodeEdit::code() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void CodeEdit::changeCode(const QString &code)
{
    const QString before = this->code();
    const qsizetype head = alike(before, code);
    const qsizetype tail = alikeAtTheEnd(QStringView(before).mid(head), QStringView(code).mid(head));
    if (before != code) {
        QTextCursor change(document());
        change.setPosition(int(head));
        change.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
        change.insertText(code.mid(head, code.size() - tail - head));
    }
    forgetTyping();
}

void CodeEdit::forgetTyping() { document()->clearUndoRedoStacks(); }

void CodeEdit::setWrongLine(int line)
{
    if (line == m_wrongLine)
        return;
    m_wrongLine = line;
    showWrongLine();
    m_margin->update();
}

void CodeEdit::showWrongLine()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = document()->findBlockByNumber(m_wrongLine - 1);
    // Each line that it wraps into, over its full width.
    for (int i = 0; m_wrongLine > 0 && block.isValid() && i < std::max(1, block.layout()->lineCount()); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + (i > 0 ? block.layout()->lineAt(i).textStart() : 0));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.format.setBackground(currentTheme().color(Token::Soft));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

bool CodeEdit::isInView(int visualLine, int top) const
{
    // The last line of a page may be cut.
    return visualLine >= top && visualLine < top + std::max(1, verticalScrollBar()->pageStep() - 1);
}

bool CodeEdit::showsLine(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    return block.isValid() && isInView(block.firstLineNumber(), verticalScrollBar()->value());
}

void CodeEdit::revealLine(int line, bool keepCursor)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid() || showsLine(line))
        return;
    const int wanted = block.firstLineNumber(), page = verticalScrollBar()->pageStep();
    const int top = std::max(0, wanted < verticalScrollBar()->value() ? wanted - 1 : wanted - page + 3);
    if (!keepCursor || isInView(textCursor().block().firstLineNumber(), top))
        verticalScrollBar()->setValue(top);
}

void CodeEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    const QString text = block.text();
    const auto code = std::ranges::find_if(text, [](QChar c) { return c != QLatin1Char(' '); });
    cursor.setPosition(block.position() + int(code - text.begin()));
    setTextCursor(cursor);
    revealLine(line, false);
    setFocus(Qt::OtherFocusReason);
}

void CodeEdit::insertFromMimeData(const QMimeData *source)
{
    QPlainTextEdit::insertFromMimeData(source);
    emit pasted();
}

bool CodeEdit::event(QEvent *event)
{
    // With nothing typed that is not in the scenario yet, undo is that of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool takesBack = key->matches(QKeySequence::Undo), again = key->matches(QKeySequence::Redo);
        if ((takesBack && !document()->isUndoAvailable()) || (again && !document()->isRedoAvailable())) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    // Also where there is nothing to go on to.
    if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)
        return event->ignore();
    const bool newLine = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!newLine || event->modifiers() != Qt::NoModifier)
        return QPlainTextEdit::keyPressEvent(event);
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    const auto indented = std::ranges::find_if(line, [](QChar c) { return c != QLatin1Char(' '); });
    textCursor().insertText(QLatin1Char('\n') + QString(indented - line.begin(), QLatin1Char(' ')));
    ensureCursorVisible();
}

int CodeEdit::marginWidth() const
{
    const int digits = std::max<int>(2, int(QString::number(blockCount()).size()));
    const QFontMetrics metrics(Theme::font(Role::Code));
    return metrics.horizontalAdvance(QLatin1Char('0')) * digits + 2 * Theme::size(Size::InnerGap);
}

void CodeEdit::placeMargin()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

void CodeEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
    showWrongLine(); // It may wrap elsewhere now.
}

void CodeEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (mayChangeTheme(event))
        showWrongLine();
}

void CodeEdit::paintMargin(QWidget &margin, const QRect &exposed) const
{
    const Theme theme = currentTheme();
    QPainter painter(&margin);
    painter.fillRect(exposed, theme.color(Token::Panel));
    painter.setFont(Theme::font(Role::Code));
    const int gap = Theme::size(Size::InnerGap), here = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > exposed.bottom())
            break;
        const bool wrong = block.blockNumber() + 1 == m_wrongLine;
        const QTextLine first = block.layout()->lineAt(0);
        const QRect row(0, int(place.top()), margin.width(), int(first.isValid() ? first.height() : place.height()));
        if (wrong)
            painter.fillRect(row.left(), row.top(), Theme::grid(1), int(place.height()), theme.state(SpanState::Failed).fill);
        painter.setPen(theme.color(wrong || block.blockNumber() == here ? Token::Text : Token::Text3));
        painter.drawText(row.adjusted(0, 0, -gap, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
    }
}

} // namespace playground
