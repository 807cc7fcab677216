// SPDX-License-Identifier: MIT
#include <asyncade/detail/dispatch_core.h>

#include <asyncade/detail/thread_state.h>
#include <asyncade/detail/wait.h>

namespace asyncade::detail {

using std::chrono::nanoseconds;

/// Waits for the end of the period, wherever that has moved meanwhile.
class DispatchCore::PeriodEnd final : private Wait, private Timer {
public:
    explicit PeriodEnd(DispatchCore &core) noexcept : m_core(&core) {}
    ~PeriodEnd()
    {
        if (armed())
            clock().removeTimer(*this);
    }
    bool await_ready() { return !begin(); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        m_core->m_end = this;
        clock().addTimer(*this, m_core->m_due, Lane::Work);
        suspend(coroutine);
    }
    void await_resume()
    {
        m_core->m_end = nullptr;
        finish();
    }

    /// The end is nearer now than the timer.
    void retime()
    {
        if (!armed())
            return;
        clock().removeTimer(*this);
        clock().addTimer(*this, m_core->m_due, Lane::Work);
    }
    /// There is nothing more to wait for.
    void stop() noexcept
    {
        if (armed())
            clock().removeTimer(*this);
        wake();
    }

private:
    void fire() noexcept override
    {
        if (m_core->m_active && m_core->m_due > clock().now())
            clock().addTimer(*this, m_core->m_due, Lane::Work);
        else
            wake();
    }
    void leave() noexcept override { clock().removeTimer(*this); }
    std::string describe() const override
    {
        return m_core->m_rules.kind == Kind::Debounce ? "the end of a quiet period" : "the end of a throttle's window";
    }
    WaitNote note() const noexcept override { return {}; } // Told of call by call.

    DispatchCore *m_core;
};

Job DispatchCore::drive()
{
    const Ref<DispatchCore> keep(this);
    std::optional<StopCause> cancelled;
    m_driving = true;
    try {
        while (m_active) {
            co_await PeriodEnd(*this);
            catchUp(Clock::current().now());
        }
    } catch (const Cancelled &error) {
        cancelled = error.cause();
    }
    m_driving = false;
    if (cancelled) {
        m_active = false;
        m_firstWaiting = nobody;
        periodIsOver();
        abandon(*cancelled);
    }
}

bool DispatchCore::open(nanoseconds now)
{
    m_active = true;
    m_firstWaiting = m_rules.leading ? nobody : now;
    restart(now);
    reportTimer();
    if (!m_driving) {
        // Nobody's work: it goes on for whoever calls next.
        const ContextGuard guard;
        thread.context = {};
        drive();
    }
    return m_rules.leading;
}

void DispatchCore::dropped(nanoseconds now)
{
    if (m_rules.kind == Kind::Debounce)
        restart(now);
}

void DispatchCore::elapse(nanoseconds now)
{
    const Ref<DispatchCore> keep(this);
    const bool waits = somethingWaits();
    m_firstWaiting = nobody;
    if (m_rules.kind == Kind::Debounce)
        restart(m_lastCall);
    else if (waits)
        restart(now);
    m_active = now < m_due || (waits && m_rules.kind != Kind::Debounce);
    if (!m_active)
        periodIsOver();
    reportTimer();
    if (waits)
        dispatchFirst(GoHow::Elapsed);
}

bool DispatchCore::flush()
{
    const Ref<DispatchCore> keep(this);
    if (!somethingWaits())
        return false;
    m_firstWaiting = nobody;
    if (m_rules.kind == Kind::Debounce)
        endPeriod();
    else
        restart(Clock::current().now());
    while (somethingWaits())
        dispatchFirst(GoHow::Granted);
    return true;
}

void DispatchCore::endPeriod()
{
    m_firstWaiting = nobody;
    if (!m_active)
        return;
    m_active = false;
    periodIsOver();
    reportTimer();
    if (m_end)
        m_end->stop();
}

void DispatchCore::setDelay(nanoseconds delay)
{
    m_rules.delay = delay;
    retime();
}

void DispatchCore::setMaxWait(nanoseconds maxWait)
{
    m_rules.maxWait = maxWait;
    retime();
}

void DispatchCore::retime()
{
    if (!m_active)
        return;
    restart(m_lastCall);
    reportTimer();
    if (m_end)
        m_end->retime();
}

void DispatchCore::reportWait(Span span, std::size_t ahead) const
{
    const SpanScope scope(span);
    if (m_rules.kind == Kind::Debounce)
        report::wait(m_rules.part, periodReason(), m_due);
    else
        report::wait(m_rules.part, periodReason(), plus(m_due, times(m_rules.delay, std::int64_t(ahead))), std::uint32_t(ahead));
}

void DispatchCore::reportGo(Span span, GoHow how, std::uint32_t from, WaitReason waited) const
{
    const SpanScope scope(span);
    report::go(m_rules.part, how, from, waited == WaitReason::None ? periodReason() : waited);
}

void DispatchCore::reportTimer() const
{
    if (!report::observed())
        return;
    const SpanScope nobodys({});
    const auto seconds = [](nanoseconds time) { return double(time.count()) / 1e9; };
    const double left = m_active ? seconds(std::max(m_due - Clock::current().now(), nanoseconds{})) : 0;
    report::level(m_rules.part, "timer", left, left > 0 ? -1 : 0, seconds(m_rules.delay));
}

} // namespace asyncade::detail
