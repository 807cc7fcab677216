// SPDX-License-Identifier: MIT
#include "picture/group_brackets.h"

#include "model/run.h"
#include "picture/lane_rows.h"

#include <QPainter>

#include <algorithm>
#include <limits>
#include <ranges>

namespace playground {
namespace {

const QString sizeKey = QStringLiteral("size");

/// How many requests make a group; 0: there are no groups.
qint64 groupSize(const Run &run)
{
    const Section &pattern = run.scenario().pattern;
    const bool competes = pattern.id() == QLatin1String("race") || pattern.id() == QLatin1String("any");
    if (!competes || pattern.value(sizeKey) != run.current().pattern.value(sizeKey))
        return 0;
    return pattern.optionalInteger(sizeKey).value_or(std::max<qint64>(1, requestCount(run.scenario())));
}

} // namespace

std::vector<GroupBracket> groupBrackets(const Run &run, const TimelineGeometry &geometry)
{
    constexpr int inset = 3;
    std::vector<GroupBracket> brackets;
    const qint64 size = groupSize(run), lanes = geometry.laneCount();
    if (size < 2)
        return brackets;
    const QRect shown = geometry.lanes();
    for (qint64 first = geometry.firstLane() / size * size; first < geometry.lastLane(); first += size) {
        const qint64 last = std::min(first + size, lanes) - 1;
        if (last == first)
            continue;
        GroupBracket bracket{.first = quint32(first + 1), .last = quint32(last + 1)};
        const int top = geometry.lane(first).top() + inset, bottom = geometry.lane(last).bottom() - inset;
        bracket.goesOnAbove = top < shown.top();
        bracket.goesOnBelow = bottom > shown.bottom();
        bracket.top = std::max(top, shown.top());
        bracket.bottom = std::min(bottom, shown.bottom());
        brackets.push_back(bracket);
    }
    return brackets;
}

namespace {

/// Left of the column where its members begin.
constexpr int combDistance = 4;
/// Groups nearer to each other than so many columns have no combs.
constexpr int leastBetweenCombs = 16;

void paintComb(const TimelineCanvas &canvas, const Run &run, const LaneRows &rows, quint32 first, quint32 last, int column)
{
    const QColor ink = canvas.theme.color(Token::Text3);
    int top = std::numeric_limits<int>::max(), bottom = 0;
    for (quint32 request = first; request <= last && request <= run.timeline().lanes().size(); ++request) {
        const QRect row = rows.rectOf(request, canvas.geometry);
        if (row.isEmpty())
            continue;
        const int middle = row.top() + row.height() / 2;
        canvas.painter.fillRect(column, middle, combDistance - 1, 1, ink);
        top = std::min(top, middle);
        bottom = std::max(bottom, middle);
    }
    if (bottom > top)
        canvas.painter.fillRect(QRect(QPoint(column, top), QPoint(column, bottom)), ink);
}

void paintCombs(const TimelineCanvas &canvas, const Run &run, const LaneRows &rows)
{
    const qint64 size = groupSize(run);
    const auto &lanes = run.timeline().lanes();
    if (size < 2)
        return;
    const TimelineGeometry &geometry = canvas.geometry;
    const qint64 groups = (qint64(lanes.size()) + size - 1) / size;
    const auto cameAt = [&](qint64 group) { return lanes[size_t(group * size)].arrived; };
    const auto numbers = std::views::iota(qint64(0), groups);
    const auto first = std::ranges::partition_point(numbers, [&](qint64 one) { return cameAt(one) < geometry.range().begin; });
    const auto isVisible = [&](auto group) { return group != numbers.end() && cameAt(*group) <= geometry.range().end; };
    for (auto group = first; isVisible(group); ++group) {
        if (group != first && geometry.x(cameAt(*group)) - geometry.x(cameAt(*group - 1)) < leastBetweenCombs)
            return; // Too many to be told apart.
    }
    for (auto group = first; isVisible(group); ++group)
        paintComb(canvas, run, rows, quint32(*group * size + 1), quint32((*group + 1) * size), geometry.x(cameAt(*group)) - combDistance);
}

} // namespace

void paintGroupBrackets(const TimelineCanvas &canvas, const Run &run, const LaneRows &rows)
{
    if (canvas.geometry.isPacked())
        return paintCombs(canvas, run, rows);
    const int x = Theme::size(Size::Grid), arm = Theme::size(Size::Grid);
    const QColor ink = canvas.theme.color(Token::Text3);
    for (const GroupBracket &bracket : groupBrackets(run, canvas.geometry)) {
        canvas.painter.fillRect(QRect(QPoint(x, bracket.top), QPoint(x, bracket.bottom)), ink);
        if (!bracket.goesOnAbove)
            canvas.painter.fillRect(x, bracket.top, arm, 1, ink);
        if (!bracket.goesOnBelow)
            canvas.painter.fillRect(x, bracket.bottom, arm, 1, ink);
    }
}

} // namespace playground
