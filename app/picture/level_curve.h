// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <vector>

namespace playground {

class TimelineGeometry;

/// A point of a level's curve on the axis.
struct LevelPoint {
    int column = 0;
    double value = 0;
    friend bool operator==(const LevelPoint &, const LevelPoint &) = default;
};

/// What a step of a level comes to at `t`: it follows its slope, but neither below 0 nor above its limit.
double levelAt(const LevelTrack::At &step, qint64 t);

/// The visible part of a level up to `now`, from point to point: straight lines along its slopes, upright ones where it
/// jumps, and a bend where it reaches its limit or 0. Of steps that share a column only the least and the largest value
/// and the last one show. Empty before the first step.
std::vector<LevelPoint> levelCurve(const LevelTrack &track, const TimelineGeometry &geometry, qint64 now);

/// The track of a timer turned around: time passed instead of time left, up to the limit; 0 while it does not run.
LevelTrack elapsedTrack(const LevelTrack &timer);

} // namespace playground
