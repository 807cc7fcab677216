// SPDX-License-Identifier: MIT
#include "picture/mark_painter.h"

#include "model/marks.h"

#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace playground {
namespace {

constexpr int padding = 6, mostText = 120, leastText = 16, smallFlag = 7, gap = 2, reach = 4;

/// As much of the name as `room` holds, with its padding; empty where that is too little to read.
QString fitting(const QString &name, int room, LabelCache &labels)
{
    const int text = std::min(room - 2 * padding, mostText);
    if (text < leastText)
        return {};
    return labels.elided(Role::Caption, name, text);
}

} // namespace

std::vector<MarkBox> markBoxes(const Marks &marks, const TimelineGeometry &geometry, LabelCache &labels,
                               const QRect &taken)
{
    std::vector<MarkBox> boxes;
    const std::vector<Mark> &all = marks.all();
    const auto first = std::ranges::lower_bound(all, geometry.range().begin, {}, &Mark::t);
    const QRect ruler = geometry.ruler();
    const int height = ruler.height() - 8;
    for (auto mark = first; mark != all.end() && mark->t <= geometry.range().end; ++mark) {
        MarkBox box{.index = size_t(mark - all.begin()), .pole = geometry.x(mark->t), .flag = {}, .text = {}};
        const auto next = std::next(mark);
        const int end = next != all.end() && next->t <= geometry.range().end ? geometry.x(next->t) - gap : ruler.right();
        int left = box.pole;
        if (!taken.isEmpty() && left >= taken.left() && left <= taken.right())
            left = taken.right() + 1;
        const int limit = taken.left() > left ? std::min(end, taken.left() - gap) : end;
        box.text = fitting(mark->name, limit - left, labels);
        const int width =
            box.text.isEmpty() ? smallFlag : labels.width(Role::Caption, box.text) + 2 * padding;
        box.flag = QRect(left, ruler.top() + 4, width, height);
        boxes.push_back(box);
    }
    return boxes;
}

void paintMarks(const TimelineCanvas &canvas, const std::vector<MarkBox> &boxes)
{
    constexpr int dot = 2, space = 3;
    const QRect ruler = canvas.geometry.ruler(), strip = canvas.geometry.strip();
    const QColor ink = canvas.theme.color(Token::AccentText);
    QPainter &painter = canvas.painter;
    for (const MarkBox &box : boxes) {
        for (int y = strip.top(); y <= strip.bottom(); y += dot + space)
            painter.fillRect(box.pole, y, 1, std::min(dot, strip.bottom() + 1 - y), ink);
        if (!canvas.geometry.isFirst())
            continue; // The ruler belongs to all strips.
        painter.fillRect(box.pole, box.flag.top(), 1, ruler.bottom() + 1 - box.flag.top(), ink);
        if (box.text.isEmpty()) {
            painter.fillRect(QRect(box.flag.left(), box.flag.top(), box.flag.width(), box.flag.height() / 2), ink);
            continue;
        }
        painter.fillRect(box.flag, ink);
        painter.fillRect(box.flag.adjusted(1, 1, -1, -1), canvas.theme.color(Token::Soft));
        canvas.labels.draw(painter, Role::Caption, box.flag.left() + padding, box.flag.top() + box.flag.height() / 2.0,
                           box.text, ink);
    }
}

std::optional<size_t> markAt(const QPoint &point, const std::vector<MarkBox> &boxes, const TimelineGeometry &geometry)
{
    if (!geometry.ruler().contains(point))
        return std::nullopt;
    for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) {
        if ((point.x() >= box->flag.left() && point.x() <= box->flag.right()) || std::abs(point.x() - box->pole) <= reach)
            return box->index;
    }
    return std::nullopt;
}

} // namespace playground
