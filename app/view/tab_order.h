// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace playground {

/// Lets the Tab key go through the controls in `top` in the order of its layouts, whenever they were made: from its first
/// one on, which keeps its place among the controls around it. What lies over a layout comes before it.
void orderTabsByLayout(QWidget &top);

} // namespace playground
