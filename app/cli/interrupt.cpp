// SPDX-License-Identifier: MIT
#include "cli/interrupt.h"

#include <csignal>

namespace playground {

namespace {

// A signal handler knows no objects.
std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void takeInterrupt(int signal)
{
    interrupted = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

Interrupt::Interrupt()
{
    interrupted = false;
    m_before = std::signal(SIGINT, takeInterrupt);
}

Interrupt::~Interrupt() { std::signal(SIGINT, m_before == SIG_ERR ? SIG_DFL : m_before); }

const std::atomic<bool> &Interrupt::flag() const { return interrupted; }

} // namespace playground
