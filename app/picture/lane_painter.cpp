// SPDX-License-Identifier: MIT
#include "picture/lane_painter.h"

#include "model/find_search.h"
#include "model/run.h"
#include "picture/group_brackets.h"
#include "picture/instant_end.h"
#include "picture/span_text.h"
#include "picture/timeline_state.h"
#include "picture/wall_clock_marks.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>

namespace playground {
namespace {

/// Narrower spans bear no text.
constexpr int textFrom = 24;
/// From this pitch on a lane's number has the size of other text.
constexpr int bodyPitch = 20;
constexpr int selectionGap = 1, selectionWidth = 2;
/// How much of the ground lies over what was not found.
constexpr double dimming = 0.78;

QRect fullRect(const SpanBox &box, const TimelineGeometry &geometry, const QRect &row)
{
    const int height = geometry.spanHeight(), top = row.top() + (geometry.pitch() - height) / 2;
    const int own = partHeight(height, box.parts);
    return QRect(box.left, top + box.part * (own + 1), box.right - box.left, own);
}

/// Whether a box is too narrow for more than a plain bar, and of the same state as the bar before.
bool isBar(const SpanBox &bar, const SpanBox &box)
{
    return box.right - box.left < 3 && box.state == bar.state && box.part == bar.part && box.parts == bar.parts;
}

/// The part of some rows that lies on the time axis; `room`: px to the left that outlines may use.
QRect onAxis(const TimelineGeometry &geometry, const QRect &rows, int room = 0)
{
    return QRect(QPoint(geometry.axisLeft() - room, rows.top()), QPoint(geometry.axisRight() + room, rows.bottom()));
}

/// The row of the request on which the pointer is in another strip.
void paintFrame(const TimelineCanvas &canvas, const QRect &row)
{
    for (const int y : {row.top(), row.bottom()})
        canvas.painter.fillRect(QRect(row.left(), y, row.width(), 1), canvas.theme.color(Token::Text3));
}

/// The span that is painted for one: a wait in the server's queue shows as the head of its attempt.
quint32 paintedFor(quint32 index, const Timeline &timeline)
{
    const Span &span = timeline.spans()[index];
    if (span.reason != WaitReason::Server)
        return index;
    quint32 painted = index;
    const auto spans = timeline.spansOf(timeline.lanes()[span.request - 1]);
    for (auto i = spans.begin(); i != spans.end() && i->begin <= span.begin; ++i) {
        if (!i->isWait() && i->tryNumber == span.tryNumber && i->copy == span.copy)
            painted = i.index();
    }
    return painted;
}

/// A row's background reaches to the line below it.
void paintRow(const TimelineCanvas &canvas, const QRect &row, const QColor &color)
{
    canvas.painter.fillRect(row, color);
    if (canvas.geometry.pitch() > Theme::size(Size::LanePitchMin))
        canvas.painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), canvas.theme.color(Token::Hair));
    canvas.painter.fillRect(canvas.geometry.axisLeft() - Theme::size(Size::Grid), row.top(), 1, row.height(),
                            canvas.theme.color(Token::Hair));
}

} // namespace

LanePainter::LanePainter(const Theme &theme, LabelCache &labels)
    : m_spans(theme, labels)
{
}

const std::vector<SpanBox> &LanePainter::boxes(const Run &run, qint64 index, const TimelineGeometry &geometry)
{
    static const Lane none;
    const auto &lanes = run.timeline().lanes();
    return m_boxes.of(run.timeline(), size_t(index) < lanes.size() ? lanes[size_t(index)] : none, geometry, run.now());
}

void LanePainter::paint(const TimelineCanvas &canvas, const Run &run, const FindResult *found)
{
    const TimelineGeometry &geometry = canvas.geometry;
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setClipRect(geometry.lanes());
    for (qint64 index = geometry.firstLane(); index < geometry.lastLane(); ++index)
        paintLane(canvas, run, index, false, found);
    paintGroupBrackets(canvas, run);
    painter.restore();
    paintScrollBar(canvas);
}

void LanePainter::paintLane(const TimelineCanvas &canvas, const Run &run, qint64 index, bool selected,
                            const FindResult *found)
{
    const QRect row = canvas.geometry.lane(index);
    QPainter &painter = canvas.painter;
    const bool zebra = canvas.geometry.pitch() == Theme::size(Size::LanePitchMin) && index % 2 == 1;
    if (selected || zebra)
        paintRow(canvas, row, canvas.theme.color(selected ? Token::Soft : Token::Zebra));
    else if (canvas.geometry.pitch() > Theme::size(Size::LanePitchMin))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), canvas.theme.color(Token::Hair));
    const bool dimmed = found && !found->has(quint32(index) + 1);
    paintLabel(canvas, run, row, index, selected, dimmed);
    painter.save();
    painter.setClipRect(onAxis(canvas.geometry, row), Qt::IntersectClip);
    m_ghosts.paintLane(canvas, index, run.now());
    const std::vector<SpanBox> &all = boxes(run, index, canvas.geometry);
    for (size_t i = 0; i < all.size(); ++i) {
        SpanBox box = all[i];
        // Many spans of one column in a row are one rectangle.
        while (isBar(box, all[i]) && i + 1 < all.size() && isBar(box, all[i + 1]) && all[i + 1].left == box.right)
            box.right = all[++i].right;
        if (isBar(box, all[i]))
            painter.fillRect(SpanPainter::bodyOf(box.state, fullRect(box, canvas.geometry, row)),
                             canvas.theme.state(box.state).fill);
        else
            paintSpan(canvas, run, box, row);
    }
    paintLeadsCall(canvas, run, index, row);
    if (const auto &lanes = run.timeline().lanes(); size_t(index) < lanes.size())
        paintInstantEnd(canvas, lanes[size_t(index)], row);
    if (found)
        paintFound(canvas, run, index, canvas.theme.color(selected ? Token::Soft : zebra ? Token::Zebra : Token::Canvas),
                   *found);
    painter.restore();
}

/// Who travels in another's call shows the attempts of that call in outline.
void LanePainter::paintLeadsCall(const TimelineCanvas &canvas, const Run &run, qint64 index, const QRect &row)
{
    const Timeline &timeline = run.timeline();
    const auto &lanes = timeline.lanes();
    if (size_t(index) >= lanes.size() || lanes[size_t(index)].lead == 0)
        return;
    const auto spans = timeline.spansOf(lanes[lanes[size_t(index)].lead - 1]);
    for (auto i = spans.begin(); i != spans.end(); ++i) {
        const auto box = i->isWait() ? std::nullopt : boxOf(i.index(), canvas.geometry, run);
        if (box)
            paintOutline(canvas, fullRect(*box, canvas.geometry, row).adjusted(1, 1, -1, -1), 0, 1,
                         canvas.theme.state(box->state).fill);
    }
}

/// Dims the row, and paints once more what was found, so that no match hides among its neighbours.
void LanePainter::paintFound(const TimelineCanvas &canvas, const Run &run, qint64 index, const QColor &ground,
                             const FindResult &found)
{
    const auto matches = found.of(quint32(index) + 1);
    if (!matches.empty() && matches.front().span == noSpan)
        return; // All of the request was found.
    const QRect row = canvas.geometry.lane(index);
    QColor veil = ground;
    veil.setAlphaF(float(dimming));
    canvas.painter.fillRect(onAxis(canvas.geometry, row.adjusted(0, 1, 0, -1)), veil);
    SpanBox before;
    for (const FindMatch &match : matches) {
        const auto box = boxOf(paintedFor(match.span, run.timeline()), canvas.geometry, run);
        if (!box || (isBar(before, *box) && box->left < before.right))
            continue;
        paintSpan(canvas, run, *box, row);
        before = *box;
    }
}

void LanePainter::paintLabel(const TimelineCanvas &canvas, const Run &run, const QRect &row, qint64 index,
                             bool selected, bool dimmed)
{
    const double middle = row.top() + (row.height() - row.height() % 2) / 2.0;
    const bool large = row.height() >= bodyPitch;
    const Role role = !large ? Role::Caption : selected ? Role::BodyStrong : Role::Body;
    const QString name = QStringLiteral("#%1").arg(index + 1);
    const int left = Theme::size(Size::CardPaddingH), right = canvas.geometry.axisLeft() - Theme::size(Size::Grid) - 2;
    canvas.labels.draw(canvas.painter, role, left, middle, name,
                       canvas.theme.color(selected ? Token::Text : dimmed ? Token::FieldBorder : Token::Text2));
    const auto &lanes = run.timeline().lanes();
    if (!large || dimmed || size_t(index) >= lanes.size() || lanes[size_t(index)].attempts < 2)
        return;
    const QString tries = attemptsText(lanes[size_t(index)], run.timeline());
    const int width = canvas.labels.width(Role::Caption, tries);
    if (left + canvas.labels.width(role, name) + Theme::size(Size::Grid) + width <= right)
        canvas.labels.drawRight(canvas.painter, Role::Caption, right, middle, tries,
                                canvas.theme.color(selected ? Token::Text2 : Token::Text3));
}

SpanLook LanePainter::lookOf(const TimelineGeometry &geometry, const Run &run, const SpanBox &box,
                             const QRect &row) const
{
    const Span &span = run.timeline().spans()[box.span];
    SpanLook look;
    look.state = box.state;
    look.end = !span.isOpen() ? SpanEnd::Closed : run.ended() ? SpanEnd::Pending : SpanEnd::Live;
    look.dropped = span.dropped;
    if (span.inServerQueue)
        look.headWidth = box.right - box.left;
    else if (span.serverWait > 0)
        look.headWidth = geometry.x(span.begin + span.serverWait) - box.left;
    look.full = fullRect(box, geometry, row);
    look.visibleLeft = geometry.axisLeft();
    look.visibleRight = geometry.axisRight() + 1;
    if (box.right - box.left >= textFrom) {
        SpanText text = spanText(span, run.now());
        if (isProbe(span, run.timeline())) {
            text.longText.prepend(QStringLiteral("?  "));
            text.shortText.prepend(QStringLiteral("? "));
        }
        const QString copies = box.more > 0 ? QStringLiteral("  ×%1").arg(box.more + 1) : QString();
        look.longText = text.longText + copies;
        look.shortText = copies.isEmpty() ? text.shortText : copies.trimmed();
    }
    return look;
}

void LanePainter::paintSpan(const TimelineCanvas &canvas, const Run &run, const SpanBox &box, const QRect &row)
{
    const SpanLook look = lookOf(canvas.geometry, run, box, row);
    m_spans.paint(canvas.painter, look);
    if (look.end == SpanEnd::Pending)
        paintPendingRest(canvas, SpanPainter::bodyOf(look.headWidth >= look.full.width() ? SpanState::Queued : look.state,
                                                     look.full));
    paintPlannedEnd(canvas, run, run.timeline().spans()[box.span], SpanPainter::bodyOf(look.state, look.full));
}

/// What never ended has no right edge: its outline goes on, dashed, to the end of the axis.
void LanePainter::paintPendingRest(const TimelineCanvas &canvas, const QRect &body)
{
    constexpr int dash = 4, space = 3;
    const QColor color = canvas.theme.color(Token::Text2, 0.6);
    for (int x = body.right() + 1 + space; x < canvas.geometry.axisRight(); x += dash + space) {
        const int width = std::min(dash, canvas.geometry.axisRight() - x);
        canvas.painter.fillRect(x, body.top(), width, 1, color);
        canvas.painter.fillRect(x, body.bottom(), width, 1, color);
    }
}

void LanePainter::paintScrollBar(const TimelineCanvas &canvas)
{
    const TimelineGeometry &geometry = canvas.geometry;
    if (geometry.maxScroll() == 0)
        return;
    const QRect lanes = geometry.lanes();
    const double total = double(geometry.maxScroll() + lanes.height());
    const int width = Theme::size(Size::Grid);
    const int height = std::min(lanes.height(), std::max(6 * width, int(lanes.height() * lanes.height() / total)));
    const int top =
        lanes.top() + int(double(lanes.height() - height) * double(geometry.scroll()) / double(geometry.maxScroll()));
    canvas.painter.fillRect(lanes.right() - 2 * width, top, width, height, canvas.theme.color(Token::FieldBorder));
}

void LanePainter::paintOverlay(const TimelineCanvas &canvas, const Run &run, const TimelineState &state)
{
    const TimelineGeometry &geometry = canvas.geometry;
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setClipRect(geometry.lanes());
    if (state.selectedRequest > 0)
        paintLane(canvas, run, state.selectedRequest - 1, true, state.found);
    if (state.hoveredRequest > 0 && state.hoveredRequest != state.selectedRequest)
        paintFrame(canvas, geometry.lane(state.hoveredRequest - 1));
    painter.setClipRect(onAxis(geometry, geometry.lanes(), selectionGap + selectionWidth));
    if (const QRect body = spanRect(state.hoveredSpan, geometry, run);
        !body.isEmpty() && state.hoveredSpan != state.selectedSpan)
        paintOutline(canvas, body, 0, 1, canvas.theme.color(Token::Text2));
    if (const QRect body = spanRect(state.selectedSpan, geometry, run); !body.isEmpty()) {
        paintOutline(canvas, body, selectionGap, selectionWidth, canvas.theme.color(Token::Text));
        const Span &span = run.timeline().spans()[state.selectedSpan];
        if (span.isWait() && span.from > 0 && !span.isOpen())
            paintHandOver(canvas, run, span);
    }
    painter.restore();
}

void LanePainter::paintOutline(const TimelineCanvas &canvas, const QRect &body, int gap, int width, const QColor &color)
{
    const QRect outer = body.adjusted(-gap - width, -gap - width, gap + width, gap + width);
    QPainter &painter = canvas.painter;
    painter.fillRect(QRect(outer.left(), outer.top(), outer.width(), width), color);
    painter.fillRect(QRect(outer.left(), outer.bottom() + 1 - width, outer.width(), width), color);
    painter.fillRect(QRect(outer.left(), outer.top(), width, outer.height()), color);
    painter.fillRect(QRect(outer.right() + 1 - width, outer.top(), width, outer.height()), color);
}

/// The arrow from the lane that made way into the end of the wait.
void LanePainter::paintHandOver(const TimelineCanvas &canvas, const Run &run, const Span &wait)
{
    const TimelineGeometry &geometry = canvas.geometry;
    if (wait.end < geometry.range().begin || wait.end > geometry.range().end || wait.from == wait.request)
        return;
    constexpr int clearance = 5, head = 7, halfHead = 5;
    const int x = geometry.x(wait.end);
    const SpanBox column{x, x + 1, noSpan, SpanState::Queued};
    const QRect from = fullRect(column, geometry, geometry.lane(wait.from - 1));
    const QRect to =
        SpanPainter::bodyOf(SpanState::Queued, fullRect(column, geometry, geometry.lane(wait.request - 1)));
    const bool down = from.top() < to.top();
    const int direction = down ? 1 : -1;
    const int tip = down ? to.top() - selectionGap - selectionWidth - clearance
                         : to.bottom() + 1 + selectionGap + selectionWidth + clearance;
    int start = down ? from.bottom() + 1 : from.top();
    if ((tip - start) * direction < head)
        start = tip - direction * head;
    QPainter &painter = canvas.painter;
    const QColor color = canvas.theme.color(Token::Text);
    const int neck = tip - direction * head;
    painter.fillRect(QRect(QPoint(x - 1, std::min(start, neck)), QPoint(x, std::max(start, neck))), color);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPointF arrow[]{QPointF(x - halfHead, neck), QPointF(x + halfHead, neck), QPointF(x, tip)};
    painter.drawPolygon(arrow, 3);
    painter.restore();
    paintHandOverNote(canvas, run, wait);
}

void LanePainter::paintHandOverNote(const TimelineCanvas &canvas, const Run &run, const Span &wait)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const QString text = handOverText(wait);
    const int left = geometry.x(wait.end) + Theme::size(Size::CardPaddingH);
    const int right = left + canvas.labels.width(Role::Caption, text);
    if (right > geometry.axisRight())
        return;
    for (const SpanBox &box : boxes(run, wait.from - 1, geometry)) {
        if (box.right > left && box.left < right)
            return;
    }
    const QRect row = geometry.lane(wait.from - 1);
    canvas.labels.draw(canvas.painter, Role::Caption, left, row.top() + row.height() / 2.0, text,
                       canvas.theme.color(Token::Text2));
}

quint32 LanePainter::spanAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run)
{
    const qint64 index = geometry.laneAt(point.y());
    if (index < 0 || point.x() < geometry.axisLeft() || point.x() > geometry.axisRight())
        return noSpan;
    const std::vector<SpanBox> &all = boxes(run, index, geometry);
    const auto within = [&](int reach) {
        return std::find_if(all.rbegin(), all.rend(), [&](const SpanBox &box) {
            return point.x() >= box.left - reach && point.x() < box.right + reach;
        });
    };
    // Of copies that split the lane the one at the point's height comes first.
    const int y = point.y() - geometry.lane(index).top() - (geometry.pitch() - geometry.spanHeight()) / 2;
    for (auto box = all.rbegin(); box != all.rend(); ++box) {
        const int part = std::clamp(y / (partHeight(geometry.spanHeight(), box->parts) + 1), 0, box->parts - 1);
        if (box->parts > 1 && part == box->part && point.x() >= box->left && point.x() < box->right)
            return box->span;
    }
    // A span of one column is hard to hit: two columns beside it do, too, where nothing else is.
    for (const int reach : {0, 1, 2}) {
        if (const auto box = within(reach); box != all.rend())
            return box->span;
    }
    return noSpan;
}

std::optional<qint64> LanePainter::edgeNear(const QPoint &point, int reach, const TimelineGeometry &geometry,
                                            const Run &run)
{
    const qint64 index = geometry.laneAt(point.y());
    if (index < 0)
        return std::nullopt;
    std::optional<qint64> nearest;
    int least = reach + 1;
    const auto consider = [&](qint64 t) {
        const int distance = std::abs(geometry.x(t) - point.x());
        if (distance < least && t >= geometry.range().begin && t <= geometry.range().end) {
            least = distance;
            nearest = t;
        }
    };
    for (const SpanBox &box : boxes(run, index, geometry)) {
        const Span &span = run.timeline().spans()[box.span];
        consider(span.begin);
        if (!span.isOpen())
            consider(span.end);
    }
    return nearest;
}

QRect LanePainter::spanRect(quint32 span, const TimelineGeometry &geometry, const Run &run)
{
    const auto box = span < run.timeline().spans().size() ? boxOf(span, geometry, run) : std::nullopt;
    if (!box)
        return {};
    const Span &wanted = run.timeline().spans()[span];
    return SpanPainter::bodyOf(wanted.state, fullRect(*box, geometry, geometry.lane(wanted.request - 1)));
}

/// The box of one span by itself; nothing when it lies outside the visible range.
std::optional<SpanBox> LanePainter::boxOf(quint32 span, const TimelineGeometry &geometry, const Run &run) const
{
    const Span &wanted = run.timeline().spans()[span];
    const qint64 end = wanted.isOpen() ? run.now() : wanted.end;
    if (end < geometry.range().begin || wanted.begin > geometry.range().end)
        return std::nullopt;
    SpanBox box;
    box.span = span;
    box.state = wanted.state;
    box.left = geometry.x(wanted.begin);
    box.right = std::max(box.left + (run.ended() && wanted.isOpen() ? leastPending : 1), geometry.x(end) - 1);
    splitAmongCopies(box, wanted, run.timeline().lanes()[wanted.request - 1], geometry);
    return box;
}

} // namespace playground
