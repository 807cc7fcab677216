// SPDX-License-Identifier: MIT
#include <asyncade/detail/wait.h>

#include <utility>

namespace asyncade::detail {

bool Wait::refuse() noexcept
{
    m_cancelled = true;
    if (m_clock->ended())
        m_cause.reason = StopReason::ClockEnded;
    return false;
}

void Wait::tellWait() noexcept
{
    const WaitNote told = note();
    m_told = told.reason;
    if (m_told != WaitReason::None)
        report::wait(told.part, m_told, told.until, std::uint32_t(told.ahead));
}

void Wait::tellGo(GoHow how) noexcept
{
    const WaitReason reason = std::exchange(m_told, WaitReason::None);
    if (reason == WaitReason::None)
        return;
    const WaitNote told = note();
    if (m_cancelled)
        how = m_cause.reason == StopReason::ClockEnded ? GoHow::Cancelled : told.whenStopped;
    const std::uint32_t by = how == GoHow::Granted ? thread.context.span.request : 0;
    const ClockScope clock(*m_clock);
    const SpanScope span(m_context.span);
    report::go(told.part, how, by == m_context.span.request ? 0 : by, reason);
}

void Wait::wake(GoHow how) noexcept
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
    if (m_told != WaitReason::None) [[unlikely]]
        tellGo(how);
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

void StoppableWait::listenTo(const std::stop_token &token)
{
    m_obeysToken = true;
    // Stopped between begin() and here: the callback runs within emplace, and the wait is ready at once.
    m_onStop.emplace(token, OnStop{this});
}

void StoppableWait::onStop() noexcept
{
    const StopCause cause = thread.cause ? *thread.cause : StopCause{};
    if (clock().onOwnThread()) {
        cancel(cause);
    } else {
        m_remoteCause = cause;
        clock().postStopped(*this);
    }
}

void StoppableWait::release() noexcept
{
    m_onStop.reset(); // Waits for a callback that runs on another thread just now.
    if (m_posted.load(std::memory_order_acquire))
        clock().forgetStopped(*this);
}

} // namespace asyncade::detail
