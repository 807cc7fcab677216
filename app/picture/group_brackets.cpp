// SPDX-License-Identifier: MIT
#include "picture/group_brackets.h"

#include "model/run.h"

#include <QPainter>

#include <algorithm>

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

void paintGroupBrackets(const TimelineCanvas &canvas, const Run &run)
{
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
