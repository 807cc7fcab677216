// SPDX-License-Identifier: MIT
#include "picture/counter_curve.h"

#include "picture/timeline_geometry.h"

#include <algorithm>

namespace playground {
namespace {

size_t firstRightOf(int column, const std::vector<Step> &counter, const StepIndex &index, size_t first, const TimelineGeometry &geometry)
{
    return index.firstNot(counter, first, [&](qint64 t) { return geometry.x(t) <= column; });
}

} // namespace

std::vector<CurvePiece> counterCurve(const std::vector<Step> &counter, const StepIndex &index,
                                     const TimelineGeometry &geometry, qint64 now)
{
    std::vector<CurvePiece> pieces;
    const TimeRange &range = geometry.range();
    if (now < range.begin)
        return pieces;
    const int end = geometry.x(std::min(now, range.end));
    size_t next = stepAfter(counter, range.begin);
    qint32 value = next == 0 ? 0 : counter[next - 1].value;
    pieces.push_back({geometry.axisLeft(), end, value, value, value});
    while (next < counter.size() && counter[next].t <= range.end) {
        const int column = geometry.x(counter[next].t);
        // All steps that round to the same column make one piece.
        const size_t last = firstRightOf(column, counter, index, next + 1, geometry);
        const StepIndex::Extremes extremes = index.among(counter, next, last);
        pieces.back().right = column;
        pieces.push_back(
            {column, end, counter[last - 1].value, std::min(value, extremes.least), std::max(value, extremes.most)});
        value = counter[last - 1].value;
        next = last;
    }
    if (pieces.size() > 1 && pieces[0].left == pieces[0].right)
        pieces.erase(pieces.begin());
    return pieces;
}

std::optional<CurvePiece> curveAt(const std::vector<Step> &counter, const StepIndex &index,
                                  const TimelineGeometry &geometry, int column)
{
    const size_t before = size_t(std::ranges::partition_point(counter, [&](const Step &step) {
                                     return geometry.x(step.t) < column;
                                 }) -
                                 counter.begin());
    const size_t first = std::max(before, stepAfter(counter, geometry.range().begin));
    if (first >= counter.size() || geometry.x(counter[first].t) != column)
        return std::nullopt;
    const size_t last = firstRightOf(column, counter, index, first, geometry);
    const qint32 value = first == 0 ? 0 : counter[first - 1].value;
    const StepIndex::Extremes extremes = index.among(counter, first, last);
    return CurvePiece{column, column, counter[last - 1].value, std::min(value, extremes.least),
                      std::max(value, extremes.most)};
}

std::vector<CurvePiece> curveGap(const std::vector<CurvePiece> &upper, const std::vector<CurvePiece> &lower)
{
    std::vector<CurvePiece> gaps;
    size_t u = 0, l = 0;
    while (u < upper.size() && l < lower.size()) {
        const int left = std::max(upper[u].left, lower[l].left), right = std::min(upper[u].right, lower[l].right);
        if (right > left && upper[u].value > lower[l].value) {
            const CurvePiece gap{left, right, upper[u].value - lower[l].value, lower[l].value, upper[u].value};
            const bool goesOn = !gaps.empty() && gaps.back().right == left && gaps.back().least == gap.least &&
                                gaps.back().most == gap.most;
            if (goesOn)
                gaps.back().right = right;
            else
                gaps.push_back(gap);
        }
        (upper[u].right <= lower[l].right ? u : l)++;
    }
    return gaps;
}

} // namespace playground
