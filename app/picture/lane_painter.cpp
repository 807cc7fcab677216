// SPDX-License-Identifier: MIT
#include "picture/lane_painter.h"

#include "model/run.h"
#include "picture/group_brackets.h"
#include "picture/instant_end.h"
#include "picture/span_text.h"
#include "picture/timeline_state.h"
#include "picture/wall_clock_marks.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

namespace playground {
namespace {

/// Narrower spans bear no text.
constexpr int textFrom = 24;
/// Below this width a failed span has no notch.
constexpr int smallSpan = 16;
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

/// Whether a box is too narrow for more than a plain bar.
bool isBar(const SpanBox &box) { return box.right - box.left < 3 && !box.isStrip; }

/// Whether a bar looks like the one before.
bool isAlike(const SpanBox &bar, const SpanBox &box)
{
    return box.state == bar.state && box.part == bar.part && box.parts == bar.parts;
}

/// The place of a strip that tells of failures: along the bottom.
QRect stripRect(const QRect &full)
{
    constexpr int height = 3;
    return QRect(full.left(), full.bottom() + 1 - height, full.width(), height);
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

void LanePainter::clear()
{
    m_boxes.clear();
    m_ownBoxes.clear();
    m_rows.clear();
    m_found = {};
}

void LanePainter::update(const Run &run, bool packed)
{
    if (packed != std::exchange(m_packed, packed))
        m_boxes.clear(); // They are told apart by their first requests.
    m_rows.update(run, packed);
    m_ghosts.setPacked(packed);
}

const std::vector<SpanBox> &LanePainter::boxes(const Run &run, qint64 index, const TimelineGeometry &geometry)
{
    return m_boxes.of(run.timeline(), m_rows.requestsOf(index, geometry), geometry, run.now());
}

void LanePainter::paint(const TimelineCanvas &canvas, const Run &run, const TimelineState &state)
{
    const TimelineGeometry &geometry = canvas.geometry;
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setClipRect(geometry.lanes());
    sortFound(state.found, state.foundVersion, geometry);
    for (qint64 index = geometry.firstLane(); index < geometry.lastLane(); ++index)
        paintLane(canvas, run, {.row = index, .found = state.found});
    paintGroupBrackets(canvas, run, m_rows);
    painter.restore();
    paintScrollBar(canvas);
}

QColor LanePainter::groundOf(const TimelineCanvas &canvas, const RowLook &look) const
{
    const bool zebra = canvas.geometry.pitch() == Theme::size(Size::LanePitchMin) && look.row % 2 == 1;
    return canvas.theme.color(look.selected > 0 ? Token::Soft : zebra ? Token::Zebra : Token::Canvas);
}

void LanePainter::paintLane(const TimelineCanvas &canvas, const Run &run, const RowLook &look)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const QRect row = geometry.lane(look.row);
    QPainter &painter = canvas.painter;
    const QColor ground = groundOf(canvas, look);
    if (ground != canvas.theme.color(Token::Canvas))
        paintRow(canvas, row, ground);
    else if (geometry.pitch() > Theme::size(Size::LanePitchMin))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), canvas.theme.color(Token::Hair));
    paintLabel(canvas, run, look);
    painter.save();
    painter.setClipRect(onAxis(geometry, row), Qt::IntersectClip);
    m_ghosts.paintLane(canvas, look.row, run.now());
    const bool own = look.selected > 0 && geometry.isPacked();
    const std::vector<SpanBox> &all =
        own ? m_ownBoxes.of(run.timeline(), run.timeline().lanes()[look.selected - 1], geometry, run.now())
            : boxes(run, look.row, geometry);
    paintBoxes(canvas, run, all, row);
    paintWithoutSpans(canvas, run, look.row, row);
    if (look.found)
        paintFound(canvas, run, look);
    painter.restore();
}

void LanePainter::paintBoxes(const TimelineCanvas &canvas, const Run &run, const std::vector<SpanBox> &all, const QRect &row)
{
    const bool asPicture = paintPlain(canvas, run, all, row);
    bool covers = false;
    for (const SpanBox &box : all) {
        if (box.isStrip || isPlain(box, run))
            continue;
        paintSpan(canvas, run, box, row);
        covers = true;
    }
    if (asPicture && !covers)
        return;
    // Failures come before all else.
    for (const SpanBox &box : all) {
        if (box.isStrip)
            canvas.painter.fillRect(stripRect(fullRect(box, canvas.geometry, row)), canvas.theme.state(box.state).fill);
        else if (covers && severity(box.state) >= severity(SpanState::TimedOut) && box.right - box.left <= 3 && isPlain(box, run))
            m_spans.paint(canvas.painter, {.state = box.state, .full = fullRect(box, canvas.geometry, row)});
    }
}

/// Whether nothing but a fill shows of a box: it is a bar, or too small for text, and its state has neither texture nor outline.
bool LanePainter::isPlain(const SpanBox &box, const Run &run) const
{
    if (isBar(box) || (box.span == noSpan && !box.isStrip))
        return true;
    const bool small = box.right - box.left < smallSpan && box.parts == 1 && !box.isStrip;
    if (!small || (box.state != SpanState::Succeeded && box.state != SpanState::Failed))
        return false;
    const Span &span = run.timeline().spans()[box.span];
    return span.serverWait == 0 && !span.dropped && !span.isOpen();
}

/// Plain boxes, many of which may lie in a row: so many become a picture whose lines are nearly all alike, with the strips that lie in
/// front of them. False: they are few, and the strips are not drawn.
bool LanePainter::paintPlain(const TimelineCanvas &canvas, const Run &run, const std::vector<SpanBox> &all, const QRect &row)
{
    constexpr size_t few = 48;
    m_plain.clear();
    for (const SpanBox &box : all) {
        if (!isPlain(box, run))
            continue;
        if (!m_plain.empty() && isBar(box) && isAlike(m_plain.back(), box) && m_plain.back().right == box.left && isBar(m_plain.back()))
            m_plain.back().right = box.right;
        else
            m_plain.push_back(box);
    }
    const TimelineGeometry &geometry = canvas.geometry;
    const bool asPicture = m_plain.size() > few && std::ranges::all_of(m_plain, [](const SpanBox &box) { return box.parts == 1; });
    if (!asPicture) {
        for (const SpanBox &box : m_plain) {
            if (isBar(box) || box.span == noSpan)
                canvas.painter.fillRect(SpanPainter::bodyOf(box.state, fullRect(box, geometry, row)), canvas.theme.state(box.state).fill);
            else
                paintSpan(canvas, run, box, row);
        }
        return false;
    }
    const int left = geometry.axisLeft(), width = geometry.axisWidth() + 1;
    const QRect place(left, fullRect({}, geometry, row).top(), width, geometry.spanHeight());
    const QRect waits = SpanPainter::bodyOf(SpanState::Queued, QRect(QPoint(), place.size()));
    if (m_plainPicture.size() != place.size())
        m_plainPicture = QImage(place.size(), QImage::Format_ARGB32_Premultiplied);
    const auto line = [&](int y) { return reinterpret_cast<QRgb *>(m_plainPicture.scanLine(y)); };
    QRgb *edge = line(0), *outer = line(1), *inner = line(waits.top()); // Of three kinds of lines the first ones.
    for (QRgb *one : {edge, outer, inner})
        std::fill_n(one, width, 0);
    std::array<QRgb, 8> fills{};
    for (size_t state = 0; state < fills.size(); ++state)
        fills[state] = canvas.theme.state(SpanState(state)).fill.rgb();
    for (const SpanBox &box : m_plain) {
        const QRgb color = fills[size_t(box.state)];
        const int from = std::max(box.left - left, 0), to = std::min(box.right - left, width);
        const int cut = box.right - box.left >= 3 && box.span != noSpan ? 1 : 0; // Its corners are left out.
        for (int x = from; x < to; ++x) {
            inner[x] = color;
            if (SpanPainter::isWaiting(box.state))
                continue;
            outer[x] = color;
            if (x >= box.left - left + cut && x < box.right - left - cut)
                edge[x] = color;
        }
    }
    for (int y = 0; y < place.height(); ++y) {
        const QRgb *like = y >= waits.top() && y <= waits.bottom() ? inner : y == 0 || y == place.height() - 1 ? edge : outer;
        if (QRgb *own = line(y); own != like)
            std::copy_n(like, width, own);
    }
    for (const SpanBox &box : all) {
        if (!box.isStrip)
            continue;
        const int from = std::max(box.left - left, 0), to = std::min(box.right - left, width);
        const QRect strip = stripRect(QRect(QPoint(), place.size()));
        for (int y = strip.top(); y <= strip.bottom() && from < to; ++y)
            std::fill_n(line(y) + from, to - from, fills[size_t(box.state)]);
    }
    canvas.painter.drawImage(place.topLeft(), m_plainPicture);
    return true;
}

/// Those of a row's requests that have no spans of their own to show. Of many that end in one column the worst end shows.
void LanePainter::paintWithoutSpans(const TimelineCanvas &canvas, const Run &run, qint64 index, const QRect &row)
{
    const auto &lanes = run.timeline().lanes();
    const Lane *shown = nullptr;
    for (const quint32 request : m_rows.visibleWithoutSpans(index, run, canvas.geometry)) {
        if (request > lanes.size())
            break;
        const Lane &lane = lanes[request - 1];
        paintLeadsCall(canvas, run, request, row);
        const std::optional<SpanState> state = instantEnd(lane);
        if (!state)
            continue;
        const bool beside = shown && canvas.geometry.x(shown->settled) == canvas.geometry.x(lane.settled);
        if (shown && !beside)
            paintInstantEnd(canvas, *shown, row);
        if (!beside || severity(*state) > severity(*instantEnd(*shown)))
            shown = &lane;
    }
    if (shown)
        paintInstantEnd(canvas, *shown, row);
}

/// Who travels in another's call shows the attempts of that call in outline.
void LanePainter::paintLeadsCall(const TimelineCanvas &canvas, const Run &run, quint32 request, const QRect &row)
{
    const Timeline &timeline = run.timeline();
    const Lane &lane = timeline.lanes()[request - 1];
    if (lane.lead == 0)
        return;
    const auto spans = timeline.spansOf(timeline.lanes()[lane.lead - 1]);
    for (auto i = spans.begin(); i != spans.end(); ++i) {
        const auto box = i->isWait() ? std::nullopt : boxOf(i.index(), canvas.geometry, run);
        if (!box)
            continue;
        QRect outline = fullRect(*box, canvas.geometry, row).adjusted(1, 1, -1, -1);
        if (canvas.geometry.isPacked()) // In the row before it came and after it has gone, there are others.
            outline &= m_rows.extentOf(request, run, canvas.geometry);
        if (!outline.isEmpty())
            paintOutline(canvas, outline, 0, 1, canvas.theme.state(box->state).fill);
    }
}

/// What was found is sorted by row once; later frames only look it up.
void LanePainter::sortFound(const FindResult *found, int version, const TimelineGeometry &geometry)
{
    if (found && m_found.of == found && m_found.version == version && m_found.packed == geometry.isPacked())
        return;
    m_foundBoxes.clear();
    m_found = {found, version, geometry.isPacked(), {}};
    if (!found || !geometry.isPacked())
        return;
    for (const FindMatch &match : found->matches()) {
        if (const qint64 row = m_rows.rowOf(match.request, geometry); row >= 0)
            m_found.rows[row].matches.push_back(match);
    }
}

/// What was found in a row, with the spans that are painted for it.
const LanePainter::FoundRow &LanePainter::foundIn(qint64 row, const FindResult &found, const Run &run, const TimelineGeometry &geometry)
{
    FoundRow &own = m_found.rows[row];
    if (std::exchange(own.isReady, true))
        return own;
    if (!geometry.isPacked()) {
        const auto matches = found.of(quint32(row) + 1);
        own.matches.assign(matches.begin(), matches.end());
    }
    for (const FindMatch &match : own.matches) {
        if (match.span != noSpan)
            own.spans.push_back(paintedFor(match.span, run.timeline()));
        else
            own.requests.push_back(match.request);
    }
    std::ranges::sort(own.spans); // Spans are numbered in order of begin.
    const auto doubles = std::ranges::unique(own.spans);
    own.spans.erase(doubles.begin(), doubles.end());
    return own;
}

/// Dims the row, and paints once more what was found, so that no match hides among its neighbours.
void LanePainter::paintFound(const TimelineCanvas &canvas, const Run &run, const RowLook &look)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const FoundRow &found = foundIn(look.row, *look.found, run, geometry);
    const QRect row = geometry.lane(look.row), veiled = onAxis(geometry, row.adjusted(0, 1, 0, -1));
    QColor veil = groundOf(canvas, look);
    veil.setAlphaF(float(dimming));
    // Requests that were found as a whole stay as they are; between them all is dimmed.
    const auto dim = [&](int left, int right) {
        if (left <= right)
            canvas.painter.fillRect(QRect(QPoint(left, veiled.top()), QPoint(right, veiled.bottom())), veil);
    };
    const auto &lanes = run.timeline().lanes();
    int from = veiled.left();
    for (auto request = found.requests.begin(); request != found.requests.end() && from <= veiled.right();) {
        const QRect extent = geometry.isPacked() ? m_rows.extentOf(*request, run, geometry) : row;
        if (!extent.isEmpty()) {
            dim(from, std::min(extent.left() - 1, veiled.right()));
            from = std::max(from, extent.right() + 1);
        }
        if (!geometry.isPacked())
            break;
        // Those that end in columns which are done need no look.
        request = std::partition_point(request + 1, found.requests.end(), [&](quint32 next) {
            return lanes[next - 1].settled >= 0 && geometry.x(lanes[next - 1].settled) + instantEndWidth < from;
        });
    }
    dim(from, veiled.right());
    paintBoxes(canvas, run, m_foundBoxes.ofSpans(run.timeline(), found.spans, geometry, run.now()), row);
}

/// A row of one request bears its number; packed, a row bears that of the request which it shows, or how many those are.
void LanePainter::paintLabel(const TimelineCanvas &canvas, const Run &run, const RowLook &look)
{
    const QRect row = canvas.geometry.lane(look.row);
    const std::span<const quint32> visible = m_rows.visibleIn(look.row, run, canvas.geometry);
    const quint32 request = look.selected > 0 ? look.selected : visible.size() == 1 ? visible.front() : 0;
    if (request == 0 && visible.empty())
        return;
    const bool dimmed = look.found && (request > 0 ? !look.found->has(request) : foundIn(look.row, *look.found, run, canvas.geometry).matches.empty());
    const double middle = row.top() + (row.height() - row.height() % 2) / 2.0;
    const bool large = row.height() >= bodyPitch, selected = look.selected > 0;
    const Role role = !large ? Role::Caption : selected ? Role::BodyStrong : Role::Body;
    const QString name = request > 0 ? QStringLiteral("#%1").arg(request) : QStringLiteral("×%1").arg(visible.size());
    const int left = Theme::size(Size::CardPaddingH), right = canvas.geometry.axisLeft() - Theme::size(Size::Grid) - 2;
    const Token ink = selected ? Token::Text : dimmed ? Token::FieldBorder : request > 0 ? Token::Text2 : Token::Text3;
    canvas.labels.draw(canvas.painter, role, left, middle, name, canvas.theme.color(ink));
    const auto &lanes = run.timeline().lanes();
    if (!large || dimmed || request == 0 || request > lanes.size() || lanes[request - 1].attempts < 2)
        return;
    const QString tries = attemptsText(lanes[request - 1], run.timeline());
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
    paintSelected(canvas, run, state);
    const bool framed = state.hoveredRequest > 0 && state.hoveredRequest != state.selectedRequest;
    if (const QRect row = framed ? m_rows.extentOf(state.hoveredRequest, run, geometry) : QRect(); !row.isEmpty())
        paintFrame(canvas, row);
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

/// The row of what is selected once more; of a row that others share only the piece that is its own, and the gutter.
void LanePainter::paintSelected(const TimelineCanvas &canvas, const Run &run, const TimelineState &state)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const qint64 row = state.selectedRequest > 0 ? m_rows.rowOf(state.selectedRequest, geometry) : -1;
    if (row < geometry.firstLane() || row >= geometry.lastLane())
        return;
    const RowLook look{row, state.selectedRequest, state.found};
    sortFound(state.found, state.foundVersion, geometry);
    if (!geometry.isPacked())
        return paintLane(canvas, run, look);
    const QRect place = geometry.lane(row);
    const QRegion own = QRegion(m_rows.extentOf(state.selectedRequest, run, geometry)) +
                        QRect(QPoint(0, place.top()), QPoint(geometry.axisLeft() - 1, place.bottom()));
    canvas.painter.save();
    canvas.painter.setClipRegion(own & geometry.lanes());
    paintLane(canvas, run, look);
    canvas.painter.restore();
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
    const QRect fromRow = m_rows.rectOf(wait.from, geometry), toRow = m_rows.rectOf(wait.request, geometry);
    if (fromRow.isEmpty() || toRow.isEmpty() || fromRow == toRow)
        return;
    const int x = geometry.x(wait.end);
    const SpanBox column{x, x + 1, noSpan, SpanState::Queued};
    const QRect from = fullRect(column, geometry, fromRow);
    const QRect to = SpanPainter::bodyOf(SpanState::Queued, fullRect(column, geometry, toRow));
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
    for (const SpanBox &box : boxes(run, m_rows.rowOf(wait.from, geometry), geometry)) {
        if (box.right > left && box.left < right)
            return;
    }
    const QRect row = m_rows.rectOf(wait.from, geometry);
    canvas.labels.draw(canvas.painter, Role::Caption, left, row.top() + row.height() / 2.0, text,
                       canvas.theme.color(Token::Text2));
}

quint32 LanePainter::spanAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run)
{
    const SpanBox *box = boxAt(point, geometry, run);
    return box ? spanOf(*box, geometry.laneAt(point.y()), geometry, run) : noSpan;
}

quint32 LanePainter::spanOf(const SpanBox &box, qint64 row, const TimelineGeometry &geometry, const Run &run) const
{
    return m_boxes.spanOf(box, run.timeline(), m_rows.requestsOf(row, geometry), geometry, run.now());
}

/// The box at a point; nullptr: none. Valid until boxes are placed again.
const SpanBox *LanePainter::boxAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run)
{
    const qint64 index = geometry.laneAt(point.y());
    if (index < 0 || point.x() < geometry.axisLeft() || point.x() > geometry.axisRight())
        return nullptr;
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
            return &*box;
    }
    // A span of one column is hard to hit: two columns beside it do, too, where nothing else is.
    for (const int reach : {0, 1, 2}) {
        if (const auto box = within(reach); box != all.rend())
            return &*box;
    }
    return nullptr;
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
        if (box.left > point.x() + reach || box.right < point.x() - reach)
            continue;
        const quint32 shown = spanOf(box, index, geometry, run);
        if (shown == noSpan)
            continue;
        const Span &span = run.timeline().spans()[shown];
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
    const QRect row = m_rows.rectOf(wanted.request, geometry);
    return row.isEmpty() ? QRect() : SpanPainter::bodyOf(wanted.state, fullRect(*box, geometry, row));
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
