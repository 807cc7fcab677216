// SPDX-License-Identifier: MIT
#pragma once

#include "picture/step_index.h"

#include <optional>
#include <vector>

namespace playground {

class TimelineGeometry;

/// A piece of a counter's curve on the axis: the value from one column to the next piece, and how far it swung in its
/// first column.
struct CurvePiece {
    int left = 0;
    int right = 0; ///< The first column behind it.
    qint32 value = 0;
    qint32 least = 0, most = 0; ///< Of the values within the first column, and the one before it.
    friend bool operator==(const CurvePiece &, const CurvePiece &) = default;
};

/// The visible part of a counter up to `now`: at most one piece a column, however many steps there are.
std::vector<CurvePiece> counterCurve(const std::vector<Step> &counter, const StepIndex &index,
                                     const TimelineGeometry &geometry, qint64 now);

/// The piece that begins in a column, without a right end; nothing where no step lies there.
std::optional<CurvePiece> curveAt(const std::vector<Step> &counter, const StepIndex &index,
                                  const TimelineGeometry &geometry, int column);

/// Where `upper` is above `lower`: pieces with the lower value in `least` and the upper one in `most`.
std::vector<CurvePiece> curveGap(const std::vector<CurvePiece> &upper, const std::vector<CurvePiece> &lower);

} // namespace playground
