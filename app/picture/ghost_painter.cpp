// SPDX-License-Identifier: MIT
#include "picture/ghost_painter.h"

#include "model/run.h"
#include "picture/column_search.h"
#include "picture/span_painter.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>
#include <optional>

namespace playground {
namespace {

constexpr std::array<GhostKind, 2> kinds{GhostKind::Before, GhostKind::Ahead};

constexpr QSize swatch(20, 12);

QString nameOf(GhostKind kind) { return kind == GhostKind::Before ? Words::tr("Run before") : Words::tr("Ahead"); }

} // namespace

void GhostPainter::setGhosts(const Ghosts &ghosts)
{
    for (const GhostKind kind : kinds) {
        const Run *before = runOf(kind);
        if (before != (kind == GhostKind::Before ? ghosts.before : ghosts.ahead))
            forget(kind);
    }
    m_ghosts = ghosts;
}

void GhostPainter::setPacked(bool packed)
{
    for (const GhostKind kind : kinds) {
        if (packed != m_packed)
            forget(kind);
        if (const Run *run = runOf(kind))
            m_rows[size_t(kind)].update(*run, packed);
    }
    m_packed = packed;
}

void GhostPainter::forget(GhostKind kind)
{
    m_boxes[size_t(kind)].clear();
    m_rows[size_t(kind)].clear();
}

template <typename Action>
void GhostPainter::forBodies(GhostKind kind, qint64 index, const TimelineGeometry &geometry, qint64 now, Action action)
{
    const Run *run = runOf(kind);
    if (!run)
        return;
    const QRect row = geometry.lane(index);
    const int height = geometry.spanHeight(), top = row.top() + (geometry.pitch() - height) / 2;
    const int present = geometry.x(now);
    const std::span<const quint32> requests = m_rows[size_t(kind)].requestsOf(index, geometry);
    for (const SpanBox &box : m_boxes[size_t(kind)].of(run->timeline(), requests, geometry, run->now())) {
        if (box.isStrip)
            continue; // Outlines tell nothing of failures.
        const bool ahead = kind == GhostKind::Ahead;
        const int left = ahead ? std::max(box.left, present + 2) : box.left;
        const int right = !ahead && m_ghosts.ahead ? std::min(box.right, present) : box.right;
        if (left >= right)
            continue;
        const int own = partHeight(height, box.parts);
        action(SpanPainter::bodyOf(box.state, QRect(left, top + box.part * (own + 1), right - left, own)), box);
    }
}

void GhostPainter::paintOutline(const TimelineCanvas &canvas, GhostKind kind, const QRect &body)
{
    const GhostDashes dashes = ghostDashes(kind);
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
        forBodies(kind, index, canvas.geometry, now, [&](const QRect &body, const SpanBox &) {
            // What lies far outside need not be dashed.
            const QRect shown(QPoint(std::max(body.left(), axisLeft - 8), body.top()), QPoint(std::min(body.right(), axisRight + 8), body.bottom()));
            paintOutline(canvas, kind, shown);
        });
    }
}

void GhostPainter::paintOut(const TimelineCanvas &canvas, const QRect &line, qint64 now) const
{
    constexpr int leastDistance = 6; // Nearer ones would be a blot.
    const GhostKind kind = m_ghosts.ahead ? GhostKind::Ahead : GhostKind::Before;
    const Run *run = runOf(kind);
    if (!run || line.isEmpty())
        return;
    const TimelineGeometry &geometry = canvas.geometry;
    const GhostDashes dashes = ghostDashes(kind);
    const double size = Theme::size(Size::Marble) - 1;
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(canvas.theme.color(Token::Text2, dashes.strength));
    pen.setDashPattern({double(dashes.dash), double(dashes.space)});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const std::vector<Marble> &out = run->timeline().out();
    auto i = size_t(std::ranges::upper_bound(out, std::max(now, geometry.range().begin - 1), {}, &Marble::t) - out.begin());
    while (i < out.size() && out[i].t <= geometry.range().end) {
        const int x = geometry.x(out[i].t);
        painter.drawEllipse(QRectF(x - size / 2, line.top() + (line.height() - size) / 2, size, size));
        i = firstRightOf(x + leastDistance - 1, out, i, geometry);
    }
    painter.restore();
}

const Span *GhostPainter::spanAt(const QPoint &point, const TimelineGeometry &geometry, qint64 now, GhostKind &kind)
{
    const qint64 index = geometry.laneAt(point.y());
    if (index < 0 || point.x() < geometry.axisLeft() || point.x() > geometry.axisRight())
        return nullptr;
    const Span *found = nullptr;
    for (const GhostKind one : kinds) {
        std::optional<SpanBox> hit;
        forBodies(one, index, geometry, now, [&](const QRect &body, const SpanBox &box) {
            if (point.x() >= body.left() - 1 && point.x() <= body.right() + 1)
                hit = box;
        });
        if (!hit)
            continue;
        const Run &run = *runOf(one);
        const quint32 span = m_boxes[size_t(one)].spanOf(*hit, run.timeline(), m_rows[size_t(one)].requestsOf(index, geometry), geometry, run.now());
        if (span == noSpan)
            continue;
        found = &run.timeline().spans()[span];
        kind = one;
    }
    return found;
}

} // namespace playground
