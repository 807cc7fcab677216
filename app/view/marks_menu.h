// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

class QMenu;

namespace playground {

class TimelineView;

/// Adds to a menu of the timeline: setting a mark, and going to, renaming and removing those that are there.
void addMarks(QMenu &menu, TimelineView &view);
/// Adds what can be done with one mark.
void addMark(QMenu &menu, TimelineView &view, std::size_t index);

} // namespace playground
