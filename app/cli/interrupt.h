// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace playground {

/// While it lives, the first Ctrl+C (SIGINT) only sets a flag, so that what is under way can end in its own way. A second one ends the
/// program at once, as without it. One at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    /// Becomes true when it comes.
    const std::atomic<bool> &flag() const;

private:
    void (*m_before)(int);
};

} // namespace playground
