// SPDX-License-Identifier: MIT
#include "view/time_field.h"

#include "picture/theme.h"
#include "picture/time_text.h"
#include "view/duration_text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QStatusTipEvent>
#include <QToolTip>

namespace playground {

namespace {

/// As typedDuration(), but a bare number means seconds.
std::optional<std::chrono::nanoseconds> typedInstant(const QString &text)
{
    const QString plain = text.simplified();
    const bool bare = !plain.isEmpty() && !plain.back().isLetter();
    return typedDuration(bare ? plain + QStringLiteral("s") : plain);
}

} // namespace

TimeField::TimeField(QWidget *parent)
    : QLineEdit(parent)
{
    setProperty("kind", QStringLiteral("time"));
    setFont(Theme::font(Role::Time));
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Virtual time"));
    setToolTip(tr("Virtual time: the time of the simulated world. Type one, e.g. 1.5 or 250 ms, to see that instant (Ctrl+G)"));
    setContextMenuPolicy(Qt::NoContextMenu);
    showInstant();
}

void TimeField::setInstant(qint64 ns)
{
    m_instant = ns;
    if (!isModified())
        showInstant();
}

void TimeField::showInstant()
{
    const QString shown = secondsText(m_instant);
    if (text() == shown)
        return;
    setText(shown);
    if (hasFocus())
        selectAll();
}

QSize TimeField::sizeHint() const
{
    // The text, the margins that every line edit has around it, and the room of the style.
    const int around = 2 * Theme::grid(1) + 2 * Theme::size(Size::BarGap);
    return {fontMetrics().horizontalAdvance(QStringLiteral("0000.000 s")) + around, Theme::size(Size::ToolButton)};
}

void TimeField::take()
{
    const auto time = typedInstant(text());
    if (!time) {
        const QString sentence = tr("“%1” is no time: type seconds, e.g. 1.5, or a time with its unit, e.g. 250 ms.").arg(text().trimmed());
        QToolTip::showText(mapToGlobal(QPoint(0, height())), sentence, this);
        QStatusTipEvent tip(sentence); // The tool tip goes with the focus.
        QApplication::sendEvent(this, &tip);
        return;
    }
    const bool another = isModified();
    setModified(false);
    if (another)
        emit typed(time->count());
    showInstant();
    emit left();
}

void TimeField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return take();
    case Qt::Key_Escape:
        setModified(false);
        showInstant();
        emit left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void TimeField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    // Who comes back to the window goes on typing.
    if (event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

void TimeField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    setModified(false);
    showInstant();
    deselect();
}

} // namespace playground
