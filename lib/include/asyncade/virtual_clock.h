// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/block_on.h>
#include <asyncade/duration.h>

#include <chrono>
#include <optional>

namespace asyncade {

/// A clock whose time stands still while work is done and jumps to the next deadline when nothing is left to do: tests with exact
/// times, and simulations. It needs no event loop, lives on any thread and is deterministic.
///
/// While it lives it is its thread's clock, so nothing has to be passed around; the innermost of several counts.
///
///     asyncade::VirtualClock clock;
///     clock.run([]() -> QCoro::Task<> { co_await asyncade::sleepFor(24h); });
///     QCOMPARE(clock.now(), 24h);
class VirtualClock : public Clock {
public:
    /// Whose clock it is.
    enum class Use {
        AsDefault, ///< Waits of this thread use it while it lives.
        OnlyInside ///< Only work that it resumes itself, or that `run` starts, uses it.
    };

    /// Starts at 0; see `Use`.
    explicit VirtualClock(Use use = Use::AsDefault);
    /// Everybody who still waits on it gets `Cancelled` and unwinds.
    ~VirtualClock() override;

    /// Time since the clock was made; starts at 0.
    std::chrono::nanoseconds now() const noexcept override { return m_now; }

    /// Starts `op` (a callable: its work begins here) and runs until it has ended; returns or throws what it did.
    /// Throws `Stalled`, which names the waits, when nothing can happen any more; the operation is then stopped and unwound first.
    /// While outside work is registered the clock waits for it instead of jumping.
    template <class Op>
    auto run(Op &&op)
    {
        detail::checkWork("VirtualClock", op);
        return detail::blockOn(*this, std::forward<Op>(op));
    }
    /// Runs until nothing is left to do.
    void run();
    /// Does all that is due up to and including `time`, then shows `time`. Earlier than now: does only what is ready. Time ends after
    /// 292 years: there it stands still, and whoever sleeps on is woken at once.
    void runUntil(Duration time);
    /// runUntil(now() + duration), at most until the end of time.
    void advance(Duration duration);
    /// Does what is ready now; when there is nothing, jumps to the next deadline and does all that is due at that instant.
    /// False: there was nothing to do.
    bool step();
    /// When something is to be done next: now() if somebody is ready, nothing when idle. What is only to be told to an observer, such
    /// as that a `CircuitBreaker` is half-open, happens when time comes to it, and is nothing to go on for.
    std::optional<std::chrono::nanoseconds> next() const;

    /// Does the next single thing (one resumption, or one timer not later than `limit`): to run in slices. False: there was none.
    bool advanceOnce(Duration limit);

    /// \internal
    void runUntilDone(detail::Completion &completion) override;
    /// \internal
    void addTold(detail::Timer &timer, std::chrono::nanoseconds due) override { m_told.add(timer, due, detail::Lane::Work); }
    /// \internal
    void removeTold(detail::Timer &timer) noexcept override { m_told.remove(timer); }

    /// \cond
protected:
    void wake() noexcept override {}
    void wakeFromOutside() noexcept override {}
    /// \endcond

private:
    bool tellNext(std::chrono::nanoseconds limit);

    detail::TimerHeap m_told;
    std::chrono::nanoseconds m_now{};
};

} // namespace asyncade
