// SPDX-License-Identifier: MIT
#include "view/find_bar.h"

#include "picture/theme.h"
#include "view/icon_button.h"
#include "view/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace playground {

FindBar::FindBar(QWidget *parent)
    : QFrame(parent)
    , m_field(new QLineEdit(this))
    , m_count(new TextLabel(Role::Number, Token::Text2, {}, this))
    , m_message(new TextLabel(Role::Caption, Token::Text3, {}, this))
    , m_previous(new IconButton(QStringLiteral("up"), IconButton::Kind::Tool, tr("Previous match (Shift+Enter)"), this))
    , m_next(new IconButton(QStringLiteral("down"), IconButton::Kind::Tool, tr("Next match (Enter)"), this))
{
    setProperty("bar", "transport");
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_field->setFont(Theme::font(Role::Number));
    m_field->setPlaceholderText(tr("Find in the timeline"));
    m_field->setAccessibleName(tr("Find in the timeline"));
    m_field->setAccessibleDescription(tr("Finds #7, failed, attempt>2, wait>300ms, reason:token, or several of them"));
    m_field->setMinimumWidth(Theme::grid(40));
    m_field->installEventFilter(this);
    m_message->setWordWrap(true);
    auto *close = new IconButton(QStringLiteral("close"), IconButton::Kind::Tool, tr("Close the find bar (Esc)"), this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::size(Size::BarGap));
    row->addWidget(m_field, 1);
    row->addSpacing(Theme::size(Size::InnerGap));
    row->addWidget(m_count);
    row->addSpacing(Theme::size(Size::InnerGap));
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    const int side = Theme::size(Size::CardPaddingH);
    layout->setContentsMargins(side, Theme::size(Size::BarGap), Theme::size(Size::InnerGap), Theme::size(Size::BarGap));
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_message);
    setWalkable(false);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::edited);
    connect(m_previous, &IconButton::clicked, this, &FindBar::previousRequested);
    connect(m_next, &IconButton::clicked, this, &FindBar::nextRequested);
    connect(close, &IconButton::clicked, this, &FindBar::closeRequested);
}

QString FindBar::text() const { return m_field->text(); }

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::setCount(const QString &text)
{
    m_count->setText(text);
    setAccessibleDescription(text.isEmpty() ? m_message->text() : text);
}

void FindBar::setMessage(const QString &sentence, bool isProblem)
{
    m_message->setText(sentence);
    m_message->setToken(isProblem ? Token::Text : Token::Text3);
    setAccessibleDescription(m_count->text().isEmpty() ? sentence : m_count->text());
}

QString FindBar::countText() const { return m_count->text(); }

QString FindBar::message() const { return m_message->text(); }

void FindBar::setWalkable(bool walkable)
{
    m_previous->setEnabled(walkable);
    m_next->setEnabled(walkable);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    // Before the window's own keys: here Esc closes the bar.
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (!isEnter)
        emit closeRequested();
    else if (key->modifiers() & Qt::ShiftModifier)
        emit previousRequested();
    else
        emit nextRequested();
    return true;
}

} // namespace playground
