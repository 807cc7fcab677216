// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/ready_queue.h>
#include <asyncade/detail/thread_state.h>
#include <asyncade/detail/timer_heap.h>
#include <asyncade/observer.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace asyncade {

namespace detail {

class Wait;
class StoppableWait;

/// Whether what somebody blocks on has ended; `notify` is called at that moment.
struct Completion {
    bool done = false;
    std::function<void()> notify;
    void complete()
    {
        done = true;
        if (notify)
            notify();
    }
};

} // namespace detail

/// Tells the time and resumes those who wait for it. Every wait of the library happens on a clock: the `VirtualClock` that lives
/// on this thread, else the thread's `SystemClock`; and while a clock resumes somebody, that clock is the current one.
///
/// Whoever waits is resumed on the clock on which it suspended, through the clock's ready queue, never from within the call that
/// made it ready. Order: everything ready first, then the next timer by (due, lane, arrival).
///
/// A clock and everything that waits on it belong to one thread. Only stop requests may come from another.
class Clock {
public:
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock();

    /// Time since the clock's start (virtual) or since boot (system), in integer nanoseconds.
    virtual std::chrono::nanoseconds now() const noexcept = 0;

    /// The clock that waits of this thread use now.
    /// Throws std::logic_error when there is none and no QCoreApplication, and `Cancelled` when the application has ended.
    static Clock &current()
    {
        if (Clock *clock = detail::thread.current) [[likely]]
            return *clock;
        return makeCurrent();
    }

    /// Who is told of everything that happens on this clock; nullptr = nobody. Not owned.
    void setObserver(Observer *observer) noexcept { m_observer = observer; }
    /// Who is told; nullptr = nobody. Always nullptr where the observer was compiled out.
    Observer *observer() const noexcept
    {
#ifdef ASYNCADE_NO_OBSERVER
        return nullptr;
#else
        return m_observer;
#endif
    }

    /// Work that goes on outside this thread and will come back, at the latest through a stop request. While one is alive a virtual
    /// clock waits for it instead of jumping ahead. Made and destroyed on the clock's thread.
    class OutsideWork {
    public:
        /// Registers it with `clock`.
        explicit OutsideWork(Clock &clock) noexcept : m_clock(clock.m_handle), m_number(++m_clock->lastOutsideWork) { ++m_clock->outsideWork; }
        ~OutsideWork() { --m_clock->outsideWork; }
        OutsideWork(const OutsideWork &) = delete;
        OutsideWork &operator=(const OutsideWork &) = delete;
        /// Counts up on each clock, from 1.
        std::uint64_t number() const noexcept { return m_number; }

    private:
        std::shared_ptr<detail::ClockHandle> m_clock;
        std::uint64_t m_number;
    };

    /// \cond
    // For the library's own waits.
    Part nextPart() noexcept { return Part{++m_lastPart}; }
    bool ended() const noexcept { return m_ended; }
    bool onOwnThread() const noexcept { return m_thread == &detail::thread; }
    const std::shared_ptr<detail::ClockHandle> &handle() const noexcept { return m_handle; }
    void addTimer(detail::Timer &timer, std::chrono::nanoseconds due, detail::Lane lane);
    void removeTimer(detail::Timer &timer) noexcept { m_timers.remove(timer); }
    /// A timer for something that happens by itself and is only to be told to an observer: it fires before all else at its time, when
    /// time comes to it, but a virtual clock that has nothing else to do does not go on for its sake.
    virtual void addTold(detail::Timer &timer, std::chrono::nanoseconds due) { addTimer(timer, due, detail::Lane::Work); }
    virtual void removeTold(detail::Timer &timer) noexcept { removeTimer(timer); }
    void addSuspended(detail::Wait &wait) noexcept;
    void makeReady(detail::Wait &wait) noexcept;
    void resume(detail::Wait &wait);
    detail::ReadyQueue &readyQueue() noexcept { return m_ready; }
    /// Those who wait, but for the sleepers.
    const detail::ReadyQueue &suspended() const noexcept { return m_suspended; }
    /// From any thread: `wait`'s token was stopped.
    void postStopped(detail::StoppableWait &wait) noexcept;
    void forgetStopped(detail::StoppableWait &wait) noexcept;
    /// Blocks until another thread has stopped the token of somebody who is `wanted`, and takes notice of that one alone: it is ready then,
    /// and nobody is resumed.
    void awaitStopped(const std::function<bool(const detail::StoppableWait &)> &wanted);
    /// Runs until `completion` is done; for runBlocking. The virtual clock throws Stalled when nothing can happen any more.
    virtual void runUntilDone(detail::Completion &completion) = 0;

protected:
    Clock();
    /// Something became ready, or a nearer timer was set, while nobody was running the clock.
    virtual void wake() noexcept = 0;
    /// A stop request came from another thread. Called there, with m_stoppedMutex held.
    virtual void wakeFromOutside() noexcept = 0;
    /// Resumes the next one that is ready. False: none.
    bool resumeNext();
    /// Takes the stop requests that came from other threads.
    void takeStopped() noexcept;
    /// Cancels everybody who waits on this clock and lets them unwind; later waits throw at once. Derived destructors call it.
    void shutDown() noexcept;
    /// Those who wait, in words, for Stalled.
    std::string describeWaits() const;
    /// Makes this the clock of the thread: on top of those that are, or (`atBottom`) below them.
    void becomeFallback(bool atBottom) noexcept;
    void leaveFallback() noexcept;

    detail::TimerHeap m_timers;
    detail::ReadyQueue m_ready;
    /// Blocks until a stop request from another thread waits to be taken.
    void waitForStopped();
    std::atomic<bool> m_hasStopped = false; ///< There is one.
    /// \endcond

private:
    static Clock &makeCurrent();

    void cancelSuspended() noexcept;

    detail::ReadyQueue m_suspended;
    Clock *m_below = nullptr; ///< The next in the chain of fallbacks.
    std::mutex m_stoppedMutex;
    std::condition_variable m_stoppedSignal;
    std::deque<detail::StoppableWait *> m_stopped;
    Observer *m_observer = nullptr;
    const detail::ThreadState *m_thread;
    std::shared_ptr<detail::ClockHandle> m_handle;
    std::uint16_t m_lastPart = 0;
    bool m_ended = false;
};

/// Makes `clock` the current one until the end of the block: for whoever acts from outside on what lives on that clock (changes a
/// limit, sets an event), so that what follows is reported to that clock's observer.
class [[nodiscard]] ClockScope {
public:
    /// From here on `clock` is the current one.
    explicit ClockScope(Clock &clock) noexcept : m_resuming(detail::thread.resuming)
    {
        detail::thread.resuming = detail::thread.current = &clock;
    }
    ~ClockScope()
    {
        detail::thread.resuming = m_resuming;
        detail::thread.current = m_resuming ? m_resuming : detail::thread.fallback;
    }
    ClockScope(const ClockScope &) = delete;
    ClockScope &operator=(const ClockScope &) = delete;

private:
    Clock *m_resuming;
};

} // namespace asyncade
