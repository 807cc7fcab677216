// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace asyncade {

/// What a buffer does with an item when it is full.
enum class Overflow : std::uint8_t {
    Wait,       ///< Whoever brings it waits until there is room.
    DropOldest, ///< The item that came first makes room.
    DropNewest, ///< The item is dropped.
};

} // namespace asyncade
