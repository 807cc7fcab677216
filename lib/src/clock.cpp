// SPDX-License-Identifier: MIT
#include <asyncade/clock.h>

#include <asyncade/detail/wait.h>
#include <asyncade/system_clock.h>

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace asyncade {

namespace detail {

namespace {

/// Without an application there are no event loops, and Qt would take the first thread that asks for the main thread.
int eventLoops() { return QCoreApplication::instance() ? QThread::currentThread()->loopLevel() : 0; }

} // namespace

LoopLevelGuard::LoopLevelGuard() : m_level{eventLoops(), thread.running, thread.loopLevel}
{
    thread.loopLevel = &m_level;
}

bool runsNestedLoop(std::uint64_t child)
{
    const Running *running = thread.running;
    while (running && running->child != child)
        running = running->outer;
    if (!running)
        return false;
    // The level that was noted when it was resumed: the innermost below it on the stack.
    const auto isAbove = [running](const LoopLevel &level) {
        const Running *below = level.running;
        while (below && below != running)
            below = below->outer;
        return !below;
    };
    const LoopLevel *level = thread.loopLevel;
    while (level && !isAbove(*level))
        level = level->outer;
    return level && eventLoops() > level->loops;
}

} // namespace detail

Clock::Clock() : m_thread(&detail::thread), m_handle(std::make_shared<detail::ClockHandle>())
{
    m_handle->clock = this;
}

Clock::~Clock() = default;

Clock &Clock::makeCurrent() { return SystemClock::instance(); }

void Clock::becomeFallback(bool atBottom) noexcept
{
    Clock **place = &detail::thread.fallback;
    while (atBottom && *place)
        place = &(*place)->m_below;
    m_below = *place;
    *place = this;
    if (!detail::thread.resuming)
        detail::thread.current = detail::thread.fallback;
}

void Clock::leaveFallback() noexcept
{
    for (Clock **place = &detail::thread.fallback; *place; place = &(*place)->m_below) {
        if (*place == this) {
            *place = m_below;
            break;
        }
    }
    if (!detail::thread.resuming || detail::thread.resuming == this) {
        detail::thread.resuming = nullptr;
        detail::thread.current = detail::thread.fallback;
    }
}

void Clock::addTimer(detail::Timer &timer, std::chrono::nanoseconds due, detail::Lane lane)
{
    const bool isNext = m_timers.empty() || due < m_timers.nextDue();
    m_timers.add(timer, due, lane);
    if (isNext)
        wake();
}

void Clock::addSuspended(detail::Wait &wait) noexcept { m_suspended.append(wait); }

void Clock::makeReady(detail::Wait &wait) noexcept
{
    if (wait.linked())
        wait.unlink();
    m_ready.append(wait);
    wake();
}

void Clock::resume(detail::Wait &wait)
{
    wait.unlink();
    const detail::RunningGuard running(*this, wait.context());
    wait.coroutine().resume();
}

bool Clock::resumeNext()
{
    detail::Link *link = m_ready.first();
    if (!link)
        return false;
    resume(static_cast<detail::Wait &>(*link));
    return true;
}

void Clock::postStopped(detail::StoppableWait &wait) noexcept
{
    const std::scoped_lock lock(m_stoppedMutex);
    m_stopped.push_back(&wait);
    wait.m_posted.store(true, std::memory_order_release);
    m_hasStopped = true;
    m_stoppedSignal.notify_all();
    wakeFromOutside();
}

void Clock::forgetStopped(detail::StoppableWait &wait) noexcept
{
    const std::scoped_lock lock(m_stoppedMutex);
    std::erase(m_stopped, &wait);
    m_hasStopped = !m_stopped.empty();
    wait.m_posted = false;
}

void Clock::waitForStopped()
{
    std::unique_lock lock(m_stoppedMutex);
    m_stoppedSignal.wait(lock, [this] { return m_hasStopped.load(); });
}

void Clock::awaitStopped(const std::function<bool(const detail::StoppableWait &)> &wanted)
{
    detail::StoppableWait *stopped = nullptr;
    {
        std::unique_lock lock(m_stoppedMutex);
        auto found = m_stopped.end();
        m_stoppedSignal.wait(lock, [&] {
            found = std::ranges::find_if(m_stopped, [&](const detail::StoppableWait *wait) { return wanted(*wait); });
            return found != m_stopped.end();
        });
        stopped = *found;
        m_stopped.erase(found);
        m_hasStopped = !m_stopped.empty();
        stopped->m_posted = false;
    }
    stopped->takeRemoteStop();
}

void Clock::takeStopped() noexcept
{
    for (;;) {
        detail::StoppableWait *wait = nullptr;
        {
            const std::scoped_lock lock(m_stoppedMutex);
            if (m_stopped.empty()) {
                m_hasStopped = false;
                return;
            }
            wait = m_stopped.front();
            m_stopped.pop_front();
            wait->m_posted = false;
        }
        wait->takeRemoteStop();
    }
}

void Clock::cancelSuspended() noexcept
{
    // Those who sleep are known by their timers alone. Nobody can fall asleep any more.
    for (detail::Timer *timer : m_timers.all(detail::Lane::Work)) {
        if (detail::Wait *wait = timer->waiter())
            addSuspended(*wait);
    }
    // A helper's wait for its own work is not cancelled: it ends when that work has unwound. It is set aside.
    detail::ReadyQueue internal;
    for (;;) {
        while (detail::Link *link = m_suspended.first()) {
            auto &wait = static_cast<detail::Wait &>(*link);
            if (wait.isInternal()) {
                wait.unlink();
                internal.append(wait);
            } else {
                wait.cancel({.reason = StopReason::ClockEnded});
            }
        }
        if (!resumeNext())
            break;
    }
    while (detail::Link *link = internal.first()) {
        auto &wait = static_cast<detail::Wait &>(*link);
        wait.unlink();
        wait.m_clock = nullptr;
    }
}

void Clock::shutDown() noexcept
{
    m_ended = true;
    takeStopped();
    cancelSuspended();
    m_timers.clear();
    m_handle->clock = nullptr;
    leaveFallback();
}

std::string Clock::describeWaits() const
{
    constexpr int most = 8;
    std::string text;
    int count = 0;
    for (const detail::Link *link = m_suspended.first(); link; link = m_suspended.after(*link)) {
        const auto &wait = static_cast<const detail::Wait &>(*link);
        if (wait.isInternal() || ++count > most)
            continue;
        text += (text.empty() ? "" : ", ") + wait.describe();
    }
    if (count > most)
        text += " and " + std::to_string(count - most) + " more";
    return text;
}

} // namespace asyncade
