// SPDX-License-Identifier: MIT
#include "picture/measure_painter.h"

#include "model/duration.h"
#include "picture/time_text.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>

namespace playground {
namespace {

constexpr double bandOpacity = 0.12;
constexpr int padding = 6;

bool isVisible(const TimeRange &measured, const TimeRange &range)
{
    return measured.end >= range.begin && measured.begin <= range.end;
}

} // namespace

MeasureLabel measureLabel(const TimeRange &measured, const TimelineGeometry &geometry, LabelCache &labels)
{
    const QRect ruler = geometry.ruler();
    if (ruler.isEmpty() || !isVisible(measured, geometry.range()))
        return {};
    const int left = std::max(geometry.axisLeft(), geometry.x(measured.begin)),
              right = std::min(geometry.axisRight(), geometry.x(measured.end));
    MeasureLabel label;
    const QString length = displayDuration(measured.length());
    label.text = Words::tr("%1 to %2: %3").arg(instantText(measured.begin), instantText(measured.end), length);
    if (labels.width(Role::CaptionNumber, label.text) + 2 * padding > right - left)
        label.text = length;
    const int width = labels.width(Role::CaptionNumber, label.text) + 2 * padding;
    const int x = std::clamp((left + right - width) / 2, 0, std::max(0, ruler.width() - width));
    label.rect = QRect(x, ruler.top() + 4, width, ruler.height() - 8);
    return label;
}

void paintMeasure(const TimelineCanvas &canvas, const TimeRange &measured)
{
    const TimelineGeometry &geometry = canvas.geometry;
    if (!isVisible(measured, geometry.range()))
        return;
    const QRect strip = geometry.strip(), ruler = geometry.ruler();
    const int left = geometry.x(measured.begin), right = geometry.x(measured.end);
    const int from = std::max(geometry.axisLeft(), left), to = std::min(geometry.axisRight(), right);
    QPainter &painter = canvas.painter;
    const QColor line = canvas.theme.color(Token::AccentText);
    painter.fillRect(QRect(QPoint(from, strip.top()), QPoint(to, strip.bottom())),
                     canvas.theme.color(Token::Accent, bandOpacity));
    for (const int x : {left, right}) {
        if (x >= geometry.axisLeft() && x <= geometry.axisRight())
            painter.fillRect(QRect(QPoint(x, strip.top()), QPoint(x, strip.bottom())), line);
    }
    if (!geometry.isFirst())
        return; // The ruler belongs to all strips.
    painter.fillRect(QRect(QPoint(from, ruler.bottom() - 1), QPoint(to, ruler.bottom())), line);
    const MeasureLabel label = measureLabel(measured, geometry, canvas.labels);
    painter.fillRect(label.rect, line);
    painter.fillRect(label.rect.adjusted(1, 1, -1, -1), canvas.theme.color(Token::Raised));
    canvas.labels.drawCentred(painter, Role::CaptionNumber, label.rect.left() + label.rect.width() / 2.0,
                              label.rect.top() + label.rect.height() / 2.0, label.text, canvas.theme.color(Token::Text));
}

} // namespace playground
