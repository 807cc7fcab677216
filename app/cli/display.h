// SPDX-License-Identifier: MIT
#pragma once

namespace playground {

/// Whether a window can be opened: a platform plugin of Qt and the display that the environment names are there and answer.
/// Qt itself would end the program where they do not. Platforms that only pretend to have a screen do not count.
bool hasDisplay();

} // namespace playground
