// SPDX-License-Identifier: MIT
#include "picture/marble_painter.h"

#include "model/duration.h"
#include "model/find_search.h"
#include "model/number_text.h"
#include "picture/column_search.h"
#include "picture/label_cache.h"
#include "picture/timeline_geometry.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <ranges>

namespace playground {
namespace {

/// How far marbles of one instant cover each other at most; never as far as the number.
constexpr int mostOverlap = 5; // Of two with a single digit.
/// As far from its time may a marble lie so that both numbers show: it still covers that time.
constexpr int mostNudge = 8;
/// So many places at most for those of one instant; a label says how many there are.
constexpr size_t mostSideBySide = 12;
/// What is left of a marble whose request was not found.
constexpr double dimmed = 0.3;
constexpr int textMargin = 3, labelGap = 16, leftLabelGap = 8;

int leftOf(const MarbleBox &box) { return box.centre - box.width / 2; }
int rightOf(const MarbleBox &box) { return leftOf(box) + box.width; }
int textEnd(const MarbleBox &box) { return box.centre + (box.textWidth + 1) / 2; }

/// Puts a box right beside another one.
MarbleBox beside(const MarbleBox &left, MarbleBox box)
{
    const int overlap = left.width - left.textWidth < 8 ? textMargin - 1 : mostOverlap;
    box.centre = rightOf(left) - overlap + box.width / 2;
    return box;
}

bool isSingle(const std::vector<MarbleBox> &boxes) { return boxes.size() == 1 && boxes.front().pillCount == 0; }

/// Moves a single marble a little to the right where only that keeps the number of the one before whole; where that is not
/// enough, the one before, if it is a single one, goes to the left as well, as far as `begin`.
void nudge(std::vector<MarbleBox> &before, std::vector<MarbleBox> &boxes, int begin, int edge)
{
    if (!isSingle(boxes))
        return;
    const MarbleBox moved = beside(before.back(), boxes.front());
    const int way = moved.centre - boxes.front().centre;
    const int right = std::min({way, mostNudge, std::max(0, edge - rightOf(boxes.front()))}), left = way - right;
    if (way <= 0)
        return;
    if (left > 0 && (!isSingle(before) || left > mostNudge || leftOf(before.front()) - left < begin))
        return;
    before.back().centre -= left;
    boxes.front().centre += right;
}

/// New centres of single marbles that stand too near to each other for their numbers, three or more: they move as little as possible
/// until all of them have room; where one had to go further than it may, none moves. Least squares under an order: those that touch move
/// as a block to the mean of where they want to be (pool adjacent violators; Barlow et al., 1972). `left`, `right`: columns that they have.
std::vector<std::optional<int>> spread(const std::vector<MarbleBox> &boxes, int left, int right)
{
    struct Block {
        double wanted = 0; // The sum over its marbles of where the first one would have to be.
        size_t first = 0, count = 0;
        double begin() const { return wanted / double(count); }
    };
    // How far each one's centre must be from that of the first one.
    std::vector<int> offsets(boxes.size(), 0);
    std::vector<Block> blocks;
    for (size_t i = 0; i < boxes.size(); ++i) {
        if (i > 0)
            offsets[i] = offsets[i - 1] + beside(boxes[i - 1], boxes[i]).centre - boxes[i - 1].centre;
        blocks.push_back({double(boxes[i].centre - offsets[i]), i, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].begin() > blocks.back().begin()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().wanted += last.wanted;
            blocks.back().count += last.count;
        }
    }
    std::vector<std::optional<int>> centres(boxes.size());
    for (const Block &block : blocks) {
        const int first = int(std::floor(block.begin() + 0.5));
        const auto fits = [&](size_t i) {
            const int centre = first + offsets[i], half = boxes[i].width / 2;
            return std::abs(centre - boxes[i].centre) <= mostNudge && centre - half >= left && centre + half <= right;
        };
        const auto members = std::views::iota(block.first, block.first + block.count);
        if (block.count < 3 || !std::ranges::all_of(members, fits))
            continue; // Two have been nudged.
        for (const size_t i : members)
            centres[i] = first + offsets[i];
    }
    return centres;
}

/// Takes away texts that would be covered or cover another one's. Pills keep theirs, as nothing else says how many
/// they stand for; then it is first come, first served, so that texts do not change while a run goes on.
void thinTexts(std::vector<MarbleGroup> &groups)
{
    std::vector<MarbleBox *> boxes;
    for (MarbleGroup &group : groups) {
        for (MarbleBox &box : group.boxes)
            boxes.push_back(&box);
    }
    // From where on a pill needs the line, by box: that of the first pill behind it.
    std::vector<int> reserved(boxes.size(), std::numeric_limits<int>::max());
    const MarbleBox *before = nullptr;
    size_t from = 0;
    for (size_t i = 0; i < boxes.size(); ++i) {
        MarbleBox &box = *boxes[i];
        if (box.pillCount == 0)
            continue;
        box.hasText = !before || leftOf(box) >= textEnd(*before);
        if (!box.hasText)
            continue;
        std::fill(reserved.begin() + qsizetype(from), reserved.begin() + qsizetype(i), leftOf(box));
        before = &box;
        from = i + 1;
    }
    before = nullptr;
    for (size_t i = 0; i < boxes.size(); ++i) {
        MarbleBox &box = *boxes[i];
        if (box.pillCount == 0)
            box.hasText = (!before || leftOf(box) >= textEnd(*before)) && textEnd(box) <= reserved[i];
        if (box.hasText)
            before = &box;
    }
}

size_t firstFrom(const std::vector<Marble> &marbles, qint64 t)
{
    return size_t(std::ranges::lower_bound(marbles, t, {}, &Marble::t) - marbles.begin());
}

size_t firstBehind(const std::vector<Marble> &marbles, qint64 t)
{
    return size_t(std::ranges::upper_bound(marbles, t, {}, &Marble::t) - marbles.begin());
}

} // namespace

QString MarbleBox::text() const
{
    return pillCount > 0 ? QStringLiteral("+%1").arg(numberText(qint64(pillCount))) : QString::number(request);
}

MarblePainter::MarblePainter(const Theme &theme, LabelCache &labels)
    : m_theme(theme)
    , m_labels(labels)
{
}

MarbleBox MarblePainter::marble(quint32 request) { return pill(request, 0); }

MarbleBox MarblePainter::pill(quint32 request, size_t count)
{
    MarbleBox box;
    box.request = request;
    box.pillCount = count;
    box.textWidth = m_labels.width(Role::Caption, box.text());
    box.width = std::max(Theme::size(Size::Marble), box.textWidth + 2 * textMargin);
    return box;
}

bool MarblePainter::isDense(const std::vector<Marble> &marbles, const TimelineGeometry &geometry) const
{
    // Different instants closer than a third of a marble in the mean.
    size_t instants = 0;
    const size_t most = size_t(geometry.axisWidth() * 3 / Theme::size(Size::Marble));
    size_t i = firstFrom(marbles, geometry.range().begin);
    while (i < marbles.size() && marbles[i].t <= geometry.range().end) {
        if (++instants > most)
            return true;
        i = behindGroup(marbles, i, geometry);
    }
    return false;
}

/// The first marble that does not belong to the group that begins with this one.
size_t MarblePainter::behindGroup(const std::vector<Marble> &marbles, size_t first, const TimelineGeometry &geometry) const
{
    return m_byColumn ? firstRightOf(geometry.x(marbles[first].t), marbles, first, geometry) : firstBehind(marbles, marbles[first].t);
}

std::vector<MarbleGroup> MarblePainter::groups(const std::vector<Marble> &marbles, const TimelineGeometry &geometry,
                                               qint64 now)
{
    std::vector<MarbleGroup> groups;
    const int edge = std::min(geometry.axisRight(), geometry.x(now));
    int begin = geometry.axisLeft(), beforeBegin = begin;
    size_t i = firstFrom(marbles, geometry.range().begin);
    while (i < marbles.size() && marbles[i].t <= geometry.range().end) {
        MarbleGroup group{.first = i, .count = behindGroup(marbles, i, geometry) - i, .label = {}, .boxes = {}};
        i += group.count;
        int end = edge;
        if (i < marbles.size() && marbles[i].t <= geometry.range().end)
            end = std::min(end, geometry.x(marbles[i].t) - marble(marbles[i].request).width / 2);
        placeBoxes(group, marbles, geometry, end);
        group.place = group.boxes.front().centre;
        if (!groups.empty())
            nudge(groups.back().boxes, group.boxes, beforeBegin, edge);
        beforeBegin = begin;
        placeLabel(group, marbles, begin, end);
        begin = std::max(rightOf(group.boxes.back()), group.labelLeft);
        if (!group.label.isEmpty())
            begin = std::max(begin, group.labelLeft + m_labels.width(Role::Caption, group.label));
        groups.push_back(std::move(group));
    }
    spreadSingles(groups, edge, geometry);
    thinTexts(groups);
    return groups;
}

/// Runs of single marbles, of which some would lose their numbers otherwise.
void MarblePainter::spreadSingles(std::vector<MarbleGroup> &groups, int edge, const TimelineGeometry &geometry)
{
    for (size_t first = 0, last = 0; first < groups.size(); first = last + 1) {
        last = first;
        std::vector<MarbleBox> boxes; // Where they want to be.
        for (; last < groups.size() && isSingle(groups[last].boxes); ++last) {
            boxes.push_back(groups[last].boxes.front());
            boxes.back().centre = groups[last].place;
        }
        if (boxes.size() < 3)
            continue;
        const int left = first == 0 ? geometry.axisLeft() : rightOf(groups[first - 1].boxes.back());
        const int right = last == groups.size() ? edge : leftOf(groups[last].boxes.front());
        const std::vector<std::optional<int>> centres = spread(boxes, left, right);
        for (size_t i = 0; i < boxes.size(); ++i) {
            if (centres[i])
                groups[first + i].boxes.front().centre = *centres[i];
        }
    }
}

/// The first box lies on its time; the others only as far as they end before `end`.
void MarblePainter::placeBoxes(MarbleGroup &group, const std::vector<Marble> &marbles,
                               const TimelineGeometry &geometry, int end)
{
    std::vector<MarbleBox> &boxes = group.boxes;
    const auto place = [&](MarbleBox box) {
        if (!boxes.empty())
            return beside(boxes.back(), box);
        box.centre = std::max(geometry.x(marbles[group.first].t), geometry.axisLeft() + box.width / 2);
        return box;
    };
    while (boxes.size() < std::min(group.count, mostSideBySide)) {
        const MarbleBox next = place(marble(marbles[group.first + boxes.size()].request));
        if (!boxes.empty() && rightOf(next) > end)
            break;
        boxes.push_back(next);
    }
    if (boxes.size() == group.count)
        return;
    // The last place tells of those that have none.
    MarbleBox rest;
    do {
        boxes.pop_back();
        rest = place(pill(marbles[group.first + boxes.size()].request, group.count - boxes.size()));
    } while (!boxes.empty() && rightOf(rest) > end);
    boxes.push_back(rest);
}

/// Right of the marbles where that is before `end`; else, if it has to tell of some without a place, left of them.
void MarblePainter::placeLabel(MarbleGroup &group, const std::vector<Marble> &marbles, int begin, int end)
{
    if (group.count < 2)
        return;
    const qint64 t = marbles[group.first].t;
    const bool oneInstant = t == marbles[group.first + group.count - 1].t;
    const QString time = t == 0 ? QStringLiteral("0") : displayDuration(t);
    const QString text = (oneInstant ? Words::tr("%1 at t = %2") : Words::tr("%1 about t = %2")).arg(numberText(qint64(group.count)), time);
    const int width = m_labels.width(Role::Caption, text);
    const int right = rightOf(group.boxes.back()) + labelGap;
    const int left = leftOf(group.boxes.front()) - leftLabelGap - width;
    if (right + width < end)
        group.labelLeft = right;
    else if (group.boxes.size() < group.count && left >= begin + leftLabelGap)
        group.labelLeft = left;
    else
        return;
    group.label = text;
}

void MarblePainter::paint(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
                          const TimelineGeometry &geometry, qint64 now, const FindResult *found)
{
    if (isDense(marbles, geometry)) {
        painter.save();
        painter.setOpacity(found ? dimmed : 1);
        paintTicks(painter, marbles, line, geometry);
        painter.restore();
        return;
    }
    const double centreY = line.top() + line.height() / 2.0;
    const std::vector<MarbleGroup> all = groups(marbles, geometry, now);
    for (const bool withText : {false, true}) { // Those with a text lie in front.
        for (const MarbleGroup &group : all) {
            for (const MarbleBox &box : group.boxes) {
                if (box.hasText != withText)
                    continue;
                painter.setOpacity(found && box.pillCount == 0 && !found->has(box.request) ? dimmed : 1);
                paintBox(painter, box, centreY);
            }
        }
    }
    painter.setOpacity(1);
    for (const MarbleGroup &group : all) {
        if (!group.label.isEmpty())
            m_labels.draw(painter, Role::Caption, group.labelLeft, centreY, group.label, m_theme.color(Token::Text3));
    }
}

void MarblePainter::paintBelow(QPainter &painter, const std::vector<Marble> &marbles, const QRect &row,
                               const TimelineGeometry &geometry, qint64 now,
                               const std::function<QString(quint32)> &textOf)
{
    if (isDense(marbles, geometry))
        return;
    const double centreY = row.top() + row.height() / 2.0 - textMargin;
    int free = geometry.axisLeft();
    for (const MarbleGroup &group : groups(marbles, geometry, now)) {
        for (const MarbleBox &box : group.boxes) {
            const QString text = box.pillCount > 0 ? QString() : textOf(box.request);
            const int width = m_labels.width(Role::CaptionNumber, text);
            if (text.isEmpty() || box.centre - width / 2 < free)
                continue;
            m_labels.drawCentred(painter, Role::CaptionNumber, box.centre, centreY, text, m_theme.color(Token::Text2));
            free = box.centre + (width + 1) / 2 + 1;
        }
    }
}

void MarblePainter::paintSelected(QPainter &painter, quint32 request, const std::vector<Marble> &marbles,
                                  const QRect &line, const TimelineGeometry &geometry, qint64 now)
{
    if (line.isEmpty() || isDense(marbles, geometry))
        return;
    const double size = Theme::size(Size::Marble), centreY = line.top() + line.height() / 2.0;
    for (const MarbleGroup &group : groups(marbles, geometry, now)) {
        const auto first = marbles.begin() + qsizetype(group.first), last = first + qsizetype(group.count);
        const auto found = std::find_if(first, last, [&](const Marble &one) { return one.request == request; });
        if (found == last)
            continue;
        const MarbleBox &place = group.boxes[std::min(size_t(found - first), group.boxes.size() - 1)];
        MarbleBox box = marble(request);
        box.centre = place.centre;
        box.width = std::max(box.width, place.width);
        paintBox(painter, box, centreY); // Whole, in front of its neighbours.
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::Text), Theme::size(Size::FocusLine)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box.centre - box.width / 2.0, centreY - size / 2, box.width, size), size / 2,
                                size / 2);
        painter.restore();
    }
}

quint32 MarblePainter::at(const QPoint &point, const std::vector<Marble> &marbles, const QRect &line,
                          const TimelineGeometry &geometry, qint64 now)
{
    if (!line.contains(point) || isDense(marbles, geometry))
        return 0;
    const std::vector<MarbleGroup> all = groups(marbles, geometry, now);
    for (const bool withText : {true, false}) {
        for (auto group = all.rbegin(); group != all.rend(); ++group) {
            for (auto box = group->boxes.rbegin(); box != group->boxes.rend(); ++box) {
                if (box->hasText == withText && std::abs(point.x() - box->centre) <= box->width / 2)
                    return box->request;
            }
        }
    }
    return 0;
}

void MarblePainter::paintTicks(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
                               const TimelineGeometry &geometry) const
{
    const int height = std::min(Theme::size(Size::Marble), line.height() - 4);
    const int top = line.top() + (line.height() - height) / 2;
    // What is clipped away need not be looked for.
    const QRect clip = painter.hasClipping() ? painter.clipBoundingRect().toAlignedRect() : line;
    const qint64 from = std::max(geometry.range().begin, geometry.timeAt(clip.left() - 1));
    size_t i = firstFrom(marbles, from), before = 1;
    int left = 0, right = 0; // Ticks side by side are one rectangle.
    const QColor color = m_theme.color(Token::MarbleOutline);
    while (i < marbles.size() && marbles[i].t <= geometry.range().end) {
        const int column = geometry.x(marbles[i].t);
        if (column > clip.right())
            break;
        if (column != right) {
            painter.fillRect(left, top, right - left, height, color);
            left = column;
        }
        right = column + 1;
        const size_t next = firstRightOf(column, marbles, i, geometry, before);
        before = next - i;
        i = next;
    }
    painter.fillRect(left, top, right - left, height, color);
}

void MarblePainter::paintBox(QPainter &painter, const MarbleBox &box, double centreY)
{
    const double size = Theme::size(Size::Marble);
    const QRectF shape(box.centre - box.width / 2.0 + 0.5, centreY - size / 2 + 0.5, box.width - 1, size - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::MarbleOutline));
    painter.setBrush(box.pillCount > 0 ? m_theme.color(Token::Canvas) : m_theme.marble(box.request));
    painter.drawRoundedRect(shape, size / 2, size / 2);
    painter.restore();
    if (box.hasText)
        m_labels.drawCentred(painter, Role::Caption, box.centre, centreY, box.text(), m_theme.color(Token::Text));
}

} // namespace playground
