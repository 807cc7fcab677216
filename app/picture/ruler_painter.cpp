// SPDX-License-Identifier: MIT
#include "picture/ruler_painter.h"

#include "picture/time_text.h"

#include <QPainter>

#include <algorithm>

namespace playground {
namespace {

constexpr int labelSpacing = 80;
constexpr int majorMark = 7, minorMark = 3;

RulerTicks ticksOf(const TimelineGeometry &geometry)
{
    return RulerTicks::fitting(geometry.range(), geometry.axisWidth(), labelSpacing);
}

bool isOnAxis(const TimelineGeometry &geometry, qint64 t)
{
    return t >= geometry.range().begin && t <= geometry.range().end;
}

/// 16 px high and as wide as its text, in the middle of the ruler; near an end of the axis it stays inside the widget, and
/// of several strips off the zoom menu in the gutter.
QRect flagRect(const TimelineGeometry &geometry, LabelCache &labels, int x, const QString &text)
{
    constexpr int padding = 6;
    const int width = labels.width(Role::CaptionNumber, text) + 2 * padding;
    const QRect ruler = geometry.ruler();
    const int least = geometry.isComparing() ? geometry.axisLeft() : 0;
    const int left = std::clamp(x - width / 2, least, std::max(least, ruler.width() - width));
    return QRect(left, ruler.top() + 4, width, ruler.height() - 8);
}

void paintLabels(const TimelineCanvas &canvas, const std::vector<QRect> &taken)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const RulerTicks ticks = ticksOf(geometry);
    const double y = geometry.ruler().top() + geometry.ruler().height() / 2.0 + 0.5;
    for (const qint64 t : RulerTicks::within(geometry.range(), ticks.step)) {
        const QString text = tickText(t, ticks.step, geometry.range().end);
        const int left = geometry.x(t) + Theme::size(Size::Grid),
                  right = left + canvas.labels.width(Role::CaptionNumber, text);
        const bool touched = std::ranges::any_of(taken, [&](const QRect &flag) {
            return !flag.isEmpty() && right + 2 >= flag.left() && left - 2 <= flag.right();
        });
        if (!touched && right < geometry.size().width())
            canvas.labels.draw(canvas.painter, Role::CaptionNumber, left, y, text, canvas.theme.color(Token::Text3));
    }
}

} // namespace

void paintRuler(const TimelineCanvas &canvas)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const QRect ruler = geometry.ruler();
    QPainter &painter = canvas.painter;
    painter.fillRect(ruler, canvas.theme.color(Token::Panel));
    painter.fillRect(QRect(ruler.left(), ruler.bottom(), ruler.width(), 1), canvas.theme.color(Token::Border));
    const RulerTicks ticks = ticksOf(geometry);
    for (const qint64 t : RulerTicks::within(geometry.range(), ticks.minor))
        painter.fillRect(geometry.x(t), ruler.bottom() - minorMark, 1, minorMark,
                         canvas.theme.color(Token::FieldBorder));
    for (const qint64 t : RulerTicks::within(geometry.range(), ticks.step))
        painter.fillRect(geometry.x(t), ruler.bottom() - majorMark, 1, majorMark, canvas.theme.color(Token::Text3));
}

void paintGrid(const TimelineCanvas &canvas)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const QRect strip = geometry.strip();
    const RulerTicks ticks = ticksOf(geometry);
    for (const qint64 t : RulerTicks::within(geometry.range(), ticks.step))
        canvas.painter.fillRect(geometry.x(t), strip.top(), 1, strip.height(), canvas.theme.color(Token::Hair));
}

QRect playheadFlag(const TimelineGeometry &geometry, LabelCache &labels, qint64 now)
{
    return isOnAxis(geometry, now) ? flagRect(geometry, labels, geometry.x(now), instantText(now)) : QRect();
}

void paintPlayhead(const TimelineCanvas &canvas, qint64 now, const std::vector<QRect> &taken)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const QRect flag = playheadFlag(geometry, canvas.labels, now);
    const QColor accent = canvas.theme.color(Token::Accent);
    QPainter &painter = canvas.painter;
    const int x = geometry.x(now);
    if (isOnAxis(geometry, now))
        painter.fillRect(QRect(x, geometry.strip().top(), 1, geometry.strip().height()), accent);
    if (!geometry.isFirst())
        return; // The ruler belongs to all strips.
    std::vector<QRect> flags = taken;
    flags.push_back(flag);
    paintLabels(canvas, flags);
    if (!isOnAxis(geometry, now))
        return;
    const QString text = instantText(now);
    painter.fillRect(flag, accent);
    painter.fillRect(x, flag.bottom() + 1, 1, geometry.ruler().bottom() - flag.bottom(), accent);
    canvas.labels.drawCentred(painter, Role::CaptionNumber, flag.left() + flag.width() / 2.0,
                              flag.top() + flag.height() / 2.0, text, canvas.theme.color(Token::OnAccent));
}

} // namespace playground
