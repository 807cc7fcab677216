// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/detail/job.h>
#include <asyncade/detail/ref.h>
#include <asyncade/detail/saturating.h>
#include <asyncade/errors.h>
#include <asyncade/observer.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace asyncade::detail {

/// When the calls of a debouncer or throttler are dispatched: everything that depends neither on the function nor on its arguments.
///
/// While it is active a period runs: quiet period or window. Its end is a stored time, moved by each call at the price of reading the
/// clock; the timer is armed once and, when it fires too early, armed again for the end as it is then.
class DispatchCore : public Counted {
public:
    enum class Kind : std::uint8_t { Debounce, Drop, Pace };
    struct Rules {
        Kind kind;
        bool leading, trailing;
        std::chrono::nanoseconds delay;
        std::chrono::nanoseconds maxWait; ///< max() = none.
        Part part;
    };

    virtual ~DispatchCore() = default;
    const Rules &rules() const noexcept { return m_rules; }
    void setDelay(std::chrono::nanoseconds delay);
    void setMaxWait(std::chrono::nanoseconds maxWait);
    /// What waits is dispatched now, and the period is over; a throttler's next window begins.
    bool flush();
    /// Nothing waits any more: the period is over without a dispatch.
    void endPeriod();

protected:
    static constexpr auto nobody = std::chrono::nanoseconds::max();
    explicit DispatchCore(const Rules &rules) noexcept : m_rules(rules) {}

    /// Whether a call at `now` does nothing but take the place of the one that waits for quiet.
    bool isInBurst(std::chrono::nanoseconds now) const noexcept
    {
        return m_firstWaiting != nobody && m_rules.kind == Kind::Debounce && now < m_due;
    }
    /// The quiet period, or the window, begins at `now`.
    void restart(std::chrono::nanoseconds now) noexcept
    {
        m_lastCall = now;
        m_due = std::min(plus(now, m_rules.delay), plus(m_firstWaiting, m_rules.maxWait));
    }
    /// A call comes at `now`. What was due until then goes first: a call exactly at the end of a period comes after it.
    void catchUp(std::chrono::nanoseconds now)
    {
        while (m_active && now >= m_due) [[unlikely]]
            elapse(now);
    }
    /// Whether a call that comes now is to be dropped: the period runs, and its end dispatches nothing.
    bool drops() const noexcept { return m_active && !m_rules.trailing; }
    void dropped(std::chrono::nanoseconds now);
    /// The call was put behind those that wait (`isFirst`: alone there), or in place of the one that waited. True: it is to be
    /// dispatched at once.
    bool accepted(std::chrono::nanoseconds now, bool isFirst)
    {
        if (!m_active)
            return open(now);
        if (m_rules.kind == Kind::Debounce) {
            if (isFirst)
                m_firstWaiting = now;
            restart(now);
        }
        return false;
    }
    bool isActive() const noexcept { return m_active; }
    void reportWait(Span span, std::size_t ahead) const;
    /// `waited`: for what; None = for the period.
    void reportGo(Span span, GoHow how, std::uint32_t from = 0, WaitReason waited = WaitReason::None) const;
    void reportTimer() const;

private:
    class PeriodEnd;

    WaitReason periodReason() const noexcept { return m_rules.kind == Kind::Debounce ? WaitReason::Quiet : WaitReason::Window; }

    virtual bool somethingWaits() const noexcept = 0;
    /// Dispatches the first that waits. The core may be gone afterwards, unless it is held.
    virtual void dispatchFirst(GoHow how) = 0;
    /// The clock has ended: whoever waits for a result gets `Cancelled`.
    virtual void abandon(StopCause cause) noexcept = 0;
    /// The period is over: nobody will be given the result of its last run any more.
    virtual void periodIsOver() noexcept = 0;

    bool open(std::chrono::nanoseconds now);
    void elapse(std::chrono::nanoseconds now);
    void retime();
    Job drive();

    Rules m_rules;
    bool m_active = false;
    bool m_driving = false;
    std::chrono::nanoseconds m_due{};          ///< When the period ends, or `maxWait` does.
    std::chrono::nanoseconds m_lastCall{};     ///< Debounce: the last call. Otherwise: when the window opened.
    std::chrono::nanoseconds m_firstWaiting = nobody; ///< Debounce: the first call that has not been dispatched.
    PeriodEnd *m_end = nullptr;
};

} // namespace asyncade::detail
