// SPDX-License-Identifier: MIT
#include "picture/level_curve.h"

#include "picture/timeline_geometry.h"

#include <algorithm>
#include <limits>

namespace playground {
namespace {

constexpr double nsPerSecond = 1e9;

/// When a sloped step reaches its limit or 0; never: the largest time.
qint64 bendOf(const LevelTrack::At &step)
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    if (step.slopePerSecond == 0 || (step.slopePerSecond > 0 && !step.limit))
        return never;
    const double way = step.slopePerSecond > 0 ? *step.limit - step.value : -step.value;
    const double time = way / step.slopePerSecond * nsPerSecond;
    return time >= 0 && time < double(never - step.t) ? step.t + qint64(time) : never;
}

void add(std::vector<LevelPoint> &curve, const LevelPoint &point)
{
    if (curve.empty() || curve.back() != point)
        curve.push_back(point);
}

} // namespace

double levelAt(const LevelTrack::At &step, qint64 t)
{
    if (step.slopePerSecond == 0)
        return step.value;
    const double value = step.value + step.slopePerSecond * double(t - step.t) / nsPerSecond;
    if (step.slopePerSecond < 0)
        return std::max(value, std::min(step.value, 0.0));
    return step.limit ? std::min(value, std::max(step.value, *step.limit)) : value;
}

std::vector<LevelPoint> levelCurve(const LevelTrack &track, const TimelineGeometry &geometry, qint64 now)
{
    std::vector<LevelPoint> curve;
    const auto &steps = track.steps;
    const TimeRange range = geometry.range();
    const qint64 end = std::min(now, range.end);
    auto step = std::ranges::upper_bound(steps, range.begin, {}, &LevelTrack::At::t);
    if (step != steps.begin())
        --step;
    while (step != steps.end() && step->t <= end) {
        const qint64 from = std::max(step->t, range.begin);
        const int column = geometry.x(from);
        const auto behind = std::partition_point(
            step, steps.end(), [&](const LevelTrack::At &at) { return at.t <= end && geometry.x(at.t) <= column; });
        if (behind - step > 2) {
            const auto [least, most] = std::ranges::minmax_element(step, behind, {}, &LevelTrack::At::value);
            add(curve, {column, least->value});
            add(curve, {column, most->value});
            step = std::prev(behind);
        }
        const auto next = std::next(step);
        const qint64 to = next == steps.end() ? end : std::min(end, next->t), begin = std::max(step->t, range.begin);
        add(curve, {geometry.x(begin), levelAt(*step, begin)});
        if (const qint64 bend = bendOf(*step); bend > begin && bend < to)
            add(curve, {geometry.x(bend), levelAt(*step, bend)});
        add(curve, {geometry.x(to), levelAt(*step, to)});
        step = next;
    }
    return curve;
}

LevelTrack elapsedTrack(const LevelTrack &timer)
{
    LevelTrack elapsed{timer.part, timer.name, {}};
    elapsed.steps.reserve(timer.steps.size());
    for (const LevelTrack::At &left : timer.steps) {
        const bool runs = left.value > 0 || left.slopePerSecond < 0;
        elapsed.steps.push_back({left.t, runs ? std::max(0.0, left.limit.value_or(left.value) - left.value) : 0,
                                 runs ? -left.slopePerSecond : 0, left.limit});
    }
    return elapsed;
}

} // namespace playground
