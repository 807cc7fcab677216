// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace asyncade {

/// Real time on the thread's Qt event loop: one precise Qt timer serves all sleepers of the thread, however many.
///
/// Sleepers never wake early; how late depends on the event loop. At most 4 ms of resumptions run per event, so that a busy loop
/// of yields does not block a window, and everybody else goes on while somebody runs a nested event loop (a modal dialog).
/// At the end of the thread or of the application all who wait get `Cancelled`, and later waits throw it at once.
class SystemClock final : public Clock {
public:
    /// This thread's clock; made at first use.
    /// Throws std::logic_error when there is no QCoreApplication yet, `Cancelled` when it or the thread has ended.
    static SystemClock &instance();

    /// Time of the monotonic clock.
    std::chrono::nanoseconds now() const noexcept override;
    ~SystemClock() override;

    /// When something is to be done next: now() if somebody is ready, nothing when idle. What has been due for a while is told as it was due.
    std::optional<std::chrono::nanoseconds> next() const;

    /// Whom to tell how late wake-ups are: each time a sleep, a deadline or another timer of this clock comes due, `hook` is called with the
    /// time that was asked for and the time that it is, which is never earlier. What it brought about goes on right after. The hook must
    /// not throw, wait, call helpers or set a hook. An empty one: nobody is told, which costs one load and a branch a timer.
    void setWakeUpHook(std::function<void(std::chrono::nanoseconds due, std::chrono::nanoseconds now)> hook) { m_wakeUpHook = std::move(hook); }

    /// \internal
    void runUntilDone(detail::Completion &completion) override;

    /// \cond
protected:
    void wake() noexcept override { post(); }
    void wakeFromOutside() noexcept override { post(); }
    /// \endcond

private:
    class Driver;
    SystemClock();
    void post() noexcept;
    void drain();
    void arm();

    std::unique_ptr<Driver> m_driver;
    std::atomic<bool> m_posted = false;
    std::function<void(std::chrono::nanoseconds, std::chrono::nanoseconds)> m_wakeUpHook;
};

} // namespace asyncade
