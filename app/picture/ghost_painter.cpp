// SPDX-License-Identifier: MIT
#include "picture/ghost_painter.h"

#include "model/run.h"
#include "picture/span_painter.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>

namespace playground {
namespace {

constexpr std::array<GhostKind, 2> kinds{GhostKind::Before, GhostKind::Ahead};

/// Dash and space of an outline, and how much of the text's colour it has.
struct Dashes {
    int dash, space;
    double strength;
};

Dashes dashesOf(GhostKind kind) { return kind == GhostKind::Before ? Dashes{3, 3, 0.45} : Dashes{4, 3, 0.6}; }

constexpr QSize swatch(20, 12);

QString nameOf(GhostKind kind) { return kind == GhostKind::Before ? Words::tr("Run before") : Words::tr("Ahead"); }

} // namespace

void GhostPainter::setGhosts(const Ghosts &ghosts)
{
    for (const GhostKind kind : kinds) {
        const Run *before = runOf(kind);
        if (before != (kind == GhostKind::Before ? ghosts.before : ghosts.ahead))
            m_boxes[size_t(kind)].clear();
    }
    m_ghosts = ghosts;
}

template <typename Action>
void GhostPainter::forBodies(GhostKind kind, qint64 index, const TimelineGeometry &geometry, qint64 now, Action action)
{
    const Run *run = runOf(kind);
    if (!run || size_t(index) >= run->timeline().lanes().size())
        return;
    const QRect row = geometry.lane(index);
    const int height = geometry.spanHeight(), top = row.top() + (geometry.pitch() - height) / 2;
    const int present = geometry.x(now);
    const auto &spans = run->timeline().spans();
    for (const SpanBox &box : m_boxes[size_t(kind)].of(run->timeline(), run->timeline().lanes()[size_t(index)], geometry, run->now())) {
        const bool ahead = kind == GhostKind::Ahead;
        const int left = ahead ? std::max(box.left, present + 2) : box.left;
        const int right = !ahead && m_ghosts.ahead ? std::min(box.right, present) : box.right;
        if (left >= right)
            continue;
        const int own = partHeight(height, box.parts);
        action(SpanPainter::bodyOf(box.state, QRect(left, top + box.part * (own + 1), right - left, own)), spans[box.span]);
    }
}

void GhostPainter::paintOutline(const TimelineCanvas &canvas, GhostKind kind, const QRect &body)
{
    const Dashes dashes = dashesOf(kind);
    const QColor color = canvas.theme.color(Token::Text2, dashes.strength);
    QPainter &painter = canvas.painter;
    // The dashes of all outlines of a lane lie on one grid, so that neighbours do not flicker while they move.
    const int period = dashes.dash + dashes.space;
    const int first = body.left() - (body.left() % period + period) % period;
    for (int x = first; x <= body.right(); x += period) {
        // Without its corners, as spans are: where one lies over it, nothing of it shows.
        const int left = std::max(x, body.left() + 1), right = std::min(x + dashes.dash - 1, body.right() - 1);
        if (left > right)
            continue;
        painter.fillRect(QRect(QPoint(left, body.top()), QPoint(right, body.top())), color);
        painter.fillRect(QRect(QPoint(left, body.bottom()), QPoint(right, body.bottom())), color);
    }
    for (int y = body.top() + 1; y < body.bottom(); y += period) {
        const int length = std::min(dashes.dash, body.bottom() - y);
        painter.fillRect(body.left(), y, 1, length, color);
        if (body.width() > 2)
            painter.fillRect(body.right(), y, 1, length, color);
    }
}

std::vector<GhostPainter::Key> GhostPainter::keys(LabelCache &labels, const QRect &room) const
{
    const int gap = Theme::size(Size::InnerGap);
    std::vector<Key> keys;
    int right = room.right() + 1;
    for (const GhostKind kind : kinds) {
        const int width = swatch.width() + gap + labels.width(Role::Caption, nameOf(kind));
        if (!isShown(kind) || right - width < room.left())
            continue;
        keys.push_back({kind, QRect(right - width, room.top(), width, room.height())});
        right -= width + 2 * gap;
    }
    return keys;
}

void GhostPainter::paintKeys(const TimelineCanvas &canvas, const QRect &room) const
{
    for (const Key &key : keys(canvas.labels, room)) {
        const int middle = key.rect.top() + key.rect.height() / 2;
        paintOutline(canvas, key.kind, QRect(QPoint(key.rect.left(), middle - swatch.height() / 2), swatch));
        canvas.labels.draw(canvas.painter, Role::Caption, key.rect.left() + swatch.width() + Theme::size(Size::InnerGap), middle,
                           nameOf(key.kind), canvas.theme.color(Token::Text2));
    }
}

QString GhostPainter::keySummary(const QPoint &point, LabelCache &labels, const QRect &room) const
{
    for (const Key &key : keys(labels, room)) {
        if (key.rect.contains(point))
            return key.kind == GhostKind::Before ? Words::tr("Dashed outlines: the run before the last change (G hides them)")
                                                 : Words::tr("Dashed outlines: how the run goes on with the number as it is now");
    }
    return {};
}

void GhostPainter::paintLane(const TimelineCanvas &canvas, qint64 index, qint64 now)
{
    const int axisLeft = canvas.geometry.axisLeft(), axisRight = canvas.geometry.axisRight();
    for (const GhostKind kind : kinds) {
        forBodies(kind, index, canvas.geometry, now, [&](const QRect &body, const Span &) {
            // What lies far outside need not be dashed.
            const QRect shown(QPoint(std::max(body.left(), axisLeft - 8), body.top()), QPoint(std::min(body.right(), axisRight + 8), body.bottom()));
            paintOutline(canvas, kind, shown);
        });
    }
}

const Span *GhostPainter::spanAt(const QPoint &point, const TimelineGeometry &geometry, qint64 now, GhostKind &kind)
{
    const qint64 index = geometry.laneAt(point.y());
    if (index < 0 || point.x() < geometry.axisLeft() || point.x() > geometry.axisRight())
        return nullptr;
    const Span *found = nullptr;
    for (const GhostKind one : kinds) {
        forBodies(one, index, geometry, now, [&](const QRect &body, const Span &span) {
            if (point.x() < body.left() - 1 || point.x() > body.right() + 1)
                return;
            found = &span;
            kind = one;
        });
    }
    return found;
}

} // namespace playground
