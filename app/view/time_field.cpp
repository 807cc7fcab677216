// SPDX-License-Identifier: MIT
#include "view/time_field.h"

#include "picture/theme.h"
#include "picture/time_text.h"
#include "view/duration_text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QStatusTipEvent>
#include <QToolTip>

#include <algorithm>

namespace playground {

namespace {

/// As typedDuration(), but a bare number means seconds, and times may be put together as they are shown: 2 min 6.746 s.
std::optional<std::chrono::nanoseconds> typedInstant(const QString &text)
{
    static const QRegularExpression behindUnit(QStringLiteral("(?<=[A-Za-z])\\s*(?=[0-9])"));
    std::chrono::nanoseconds sum{};
    for (const QString &part : text.simplified().split(behindUnit)) {
        const bool bare = !part.isEmpty() && !part.back().isLetter();
        const auto time = typedDuration(bare ? part + QStringLiteral("s") : part);
        if (!time)
            return std::nullopt;
        sum += *time;
    }
    return sum;
}

int roomFor(const QString &text, Role role)
{
    // The text, the margins that every line edit has around it, and the room of the style.
    const int around = 2 * Theme::grid(1) + 2 * Theme::size(Size::BarGap);
    return QFontMetrics(Theme::font(role)).horizontalAdvance(text) + around;
}

/// However short the time, so that the bar stands still for the first minute.
int usualRoom() { return roomFor(QStringLiteral("0000.000 s"), Role::Time); }

} // namespace

TimeField::TimeField(QWidget *parent)
    : QLineEdit(parent)
{
    setProperty("kind", QStringLiteral("time"));
    setFont(Theme::font(Role::Time));
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
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
    const QString shown = instantText(m_instant);
    if (text() == shown)
        return;
    const bool sameRoom = text().size() == shown.size();
    setText(shown);
    if (!sameRoom) {
        updateGeometry();
        fitFont();
    }
    if (hasFocus())
        selectAll();
}

/// Hours need smaller digits where the bar is narrow.
void TimeField::fitFont()
{
    Role role = Role::Time;
    for (const Role smaller : {Role::NumberStrong, Role::CaptionNumber})
        role = roomFor(instantText(m_instant), role) > width() ? smaller : role;
    setFont(Theme::font(role));
}

QSize TimeField::sizeHint() const
{
    return {std::max(usualRoom(), roomFor(instantText(m_instant), Role::Time)), Theme::size(Size::ToolButton)};
}

QSize TimeField::minimumSizeHint() const
{
    return {std::max(usualRoom(), roomFor(instantText(m_instant), Role::CaptionNumber)), Theme::size(Size::ToolButton)};
}

void TimeField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    fitFont();
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
