// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_geometry.h"

#include <algorithm>
#include <cstddef>

namespace playground {

/// The first of some things with a time `t`, in order of it, that lies right of a column; those before `first` are known to
/// lie no further right. Doubles its steps and then halves them (Bentley and Yao, 1976), so that a picture which asks column
/// after column pays for what lies between two, not for all that follows.
template <typename Items>
std::size_t firstRightOf(int column, const Items &items, std::size_t first, const TimelineGeometry &geometry,
                         std::size_t step = 1)
{
    const auto isBefore = [&](const auto &item) { return geometry.x(item.t) <= column; };
    std::size_t low = first;
    step = std::max<std::size_t>(step, 1);
    while (low + step <= items.size() && isBefore(items[low + step - 1])) {
        low += step;
        step *= 2;
    }
    const auto begin = items.begin() + std::ptrdiff_t(low);
    const auto end = items.begin() + std::ptrdiff_t(std::min(low + step - 1, items.size()));
    return std::size_t(std::partition_point(begin, end, isBefore) - items.begin());
}

} // namespace playground
