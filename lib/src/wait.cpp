// SPDX-License-Identifier: MIT
#include <asyncade/detail/wait.h>

namespace asyncade::detail {

void Wait::forget() noexcept
{
    release();
    if (linked())
        unlink();
}

bool Wait::refuse() noexcept
{
    m_cancelled = true;
    if (m_clock->ended())
        m_cause.reason = StopReason::ClockEnded;
    return false;
}

void Wait::suspend(std::coroutine_handle<> coroutine, const std::stop_token &token)
{
    m_coroutine = coroutine;
    m_context = thread.context;
    m_state = State::Suspended;
    m_clock->addSuspended(*this);
    if (token.stop_possible()) {
        m_obeysToken = true;
        // Stopped between begin() and here: the callback runs within emplace, and the wait is ready at once.
        m_onStop.emplace(token, OnStop{this});
    }
}

void Wait::wake() noexcept
{
    if (m_state != State::Suspended)
        return;
    m_state = State::Ready;
    if (!m_clock) {
        // Its clock has ended while foreign work kept it suspended: whoever is there now takes it over.
        m_clock = thread.current;
        if (!m_clock)
            return;
        m_clock->addSuspended(*this);
    }
    m_clock->makeReady(*this);
}

void Wait::cancel(StopCause cause) noexcept
{
    if (m_cancelled)
        return;
    if (m_state == State::Suspended) {
        leave();
        m_cancelled = true;
        m_cause = cause;
        wake();
    } else if (m_state == State::Ready && giveUpWhenReady()) {
        m_cancelled = true;
        m_cause = cause;
    }
}

void Wait::onStop() noexcept
{
    const StopCause cause = thread.cause ? *thread.cause : StopCause{};
    if (m_clock->onOwnThread()) {
        cancel(cause);
    } else {
        m_remoteCause = cause;
        m_clock->postStopped(*this);
    }
}

void Wait::release() noexcept
{
    m_onStop.reset(); // Waits for a callback that runs on another thread just now.
    if (m_posted.load(std::memory_order_acquire))
        m_clock->forgetStopped(*this);
}

} // namespace asyncade::detail
