// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/dispatch_core.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/signature.h>
#include <asyncade/shared_call.h>
#include <asyncade/task_scope.h>

#include <deque>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace asyncade::detail {

template <class F, class Args>
class Dispatcher;

/// What a Debouncer or Throttler shares with the runs of its function, which may outlive it: the calls that wait, the calls that are
/// due but wait for their turn, and the runs.
template <class F, class... Args>
class Dispatcher<F, std::tuple<Args...>> final : public DispatchCore {
public:
    using T = ValueOf<F, Args...>;
    /// Told of a call that will not be run: whose it is, and whose goes in its stead (nobody's where no span was set).
    using Superseded = std::function<void(Span superseded, Span by)>;

    Dispatcher(const char *helper, F function, const Rules &rules, bool overlap)
        : DispatchCore(rules), m_function(std::move(function)), m_helper(helper), m_scope(std::in_place), m_overlap(overlap)
    {
        checkWork(helper, m_function);
    }

    template <class... A>
    SharedCall<T> call(std::stop_token token, A &&...args)
    {
        const Clock &clock = Clock::current();
        const std::chrono::nanoseconds now = clock.now();
        if (isInBurst(now) && !clock.observer() && !m_superseded) [[likely]] {
            Call &last = m_waiting.back();
            last.args = std::tuple<Args...>(std::forward<A>(args)...);
            last.span = thread.context.span;
            restart(now);
            return SharedCall<T>(last.outcome, std::move(token));
        }
        return callSlowly(now, std::move(token), std::forward<A>(args)...);
    }

    /// Tells `superseded` of each call that another takes the place of, at that instant and once the observer knows: where it waited
    /// and a newer one replaces it, or where it comes too late because only leading calls are run. Calls that are forgotten by cancel()
    /// or with the owner are not told of; they fail. It must not throw, and must not use the helper, which is in the middle of a call.
    void whenSuperseded(Superseded superseded) { m_superseded = std::move(superseded); }

    bool pending() const noexcept { return !m_waiting.empty() || !m_due.empty(); }
    std::size_t running() const noexcept { return m_runs.size(); }
    /// Forgets the calls that have not been started.
    void cancel(StopCause cause) noexcept
    {
        const Ref<Dispatcher> keep(this);
        endPeriod();
        abandon(cause);
    }
    /// The owner is being destroyed.
    void close() noexcept
    {
        const Ref<Dispatcher> keep(this);
        const StopCause gone{.reason = StopReason::OwnerGone};
        cancel(gone);
        m_scope.reset(); // Stops and unwinds the runs.
        while (!m_runs.empty()) {
            const Ref<SharedOutcome<T>> run = m_runs.back();
            m_runs.pop_back();
            run->fail(std::make_exception_ptr(Cancelled(gone)));
        }
    }

private:
    struct Call {
        std::tuple<Args...> args;
        Ref<SharedOutcome<T>> outcome;
        Span span;
    };

    /// All but the call that replaces the one that waits for quiet.
    template <class... A>
    SharedCall<T> callSlowly(std::chrono::nanoseconds now, std::stop_token token, A &&...args)
    {
        const Ref<Dispatcher> keep(this); // The function may destroy the owner.
        catchUp(now);
        if (!m_scope)
            return refused(std::move(token));
        if (drops()) {
            dropped(now);
            if (report::observed())
                reportDropped();
            if (m_superseded)
                m_superseded(thread.context.span, m_lastSpan);
            return SharedCall<T>(m_lastRun, std::move(token));
        }
        const bool isFirst = m_waiting.empty();
        const Span superseded = put(isFirst || rules().kind == Kind::Pace, std::forward<A>(args)...);
        const Ref<SharedOutcome<T>> outcome = m_waiting.back().outcome;
        const bool atOnce = accepted(now, isFirst);
        if (report::observed()) [[unlikely]]
            reportCall(superseded, !isFirst, atOnce);
        if (m_superseded && !isFirst && rules().kind != Kind::Pace)
            m_superseded(superseded, thread.context.span);
        if (atOnce)
            dispatchFirst(std::nullopt);
        return SharedCall<T>(outcome, std::move(token));
    }

    /// One run of the function; lives in the scope until it has ended.
    class Run {
    public:
        Run(Ref<Dispatcher> dispatcher, Call call) : m_dispatcher(std::move(dispatcher)), m_call(std::move(call)) {}
        QCoro::Task<> operator()(std::stop_token token)
        {
            const ContextGuard own;
            Outcome<T> outcome;
            try {
                auto begun = std::apply([&](Args &...args) { return begin(m_dispatcher->m_function, token, std::move(args)...); }, m_call.args);
                if constexpr (std::is_void_v<T>) {
                    co_await begun;
                    outcome.value.emplace();
                } else {
                    outcome.value.emplace(co_await begun);
                }
            } catch (...) {
                outcome.error = std::current_exception();
            }
            own.restore();
            m_dispatcher->ended(m_call, std::move(outcome));
        }

    private:
        Ref<Dispatcher> m_dispatcher;
        Call m_call;
    };

    /// Puts a call behind those that wait, or in place of the last one, whose callers then share its result. Gives the span of that.
    template <class... A>
    Span put(bool behind, A &&...args)
    {
        if (behind) {
            m_waiting.push_back(
                Call{std::tuple<Args...>(std::forward<A>(args)...), Ref(new SharedOutcome<T>(m_helper)), thread.context.span});
            return {};
        }
        Call &last = m_waiting.back();
        last.args = std::tuple<Args...>(std::forward<A>(args)...);
        return std::exchange(last.span, thread.context.span);
    }
    SharedCall<T> refused(std::stop_token token)
    {
        const Ref outcome(new SharedOutcome<T>(m_helper));
        outcome->fail(std::make_exception_ptr(Cancelled({.reason = StopReason::OwnerGone})));
        return SharedCall<T>(outcome, std::move(token));
    }

    bool somethingWaits() const noexcept override { return !m_waiting.empty(); }
    void dispatchFirst(GoHow how) override { dispatchFirst(std::optional(how)); }
    void dispatchFirst(std::optional<GoHow> how)
    {
        if (m_waiting.empty())
            return;
        Call call = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (how)
            reportGo(call.span, *how);
        if (!rules().trailing) {
            m_lastRun = call.outcome;
            m_lastSpan = call.span;
        }
        if (m_overlap || (m_runs.empty() && m_due.empty())) {
            start(std::move(call));
            return;
        }
        {
            const SpanScope span(call.span);
            report::wait(rules().part, WaitReason::Turn, {}, std::uint32_t(m_due.size()));
        }
        m_due.push_back(std::move(call));
    }

    void start(Call call)
    {
        const SpanScope span(call.span);
        report::dispatch();
        m_runs.push_back(call.outcome);
        m_scope->spawn(std::string(m_helper), Run(Ref(this), std::move(call)));
    }
    void ended(const Call &call, Outcome<T> outcome)
    {
        std::erase_if(m_runs, [&](const auto &run) { return &*run == &*call.outcome; });
        call.outcome->settle(std::move(outcome));
        startDue(call.span.request);
    }
    /// A loop, not a recursion, however many runs end at once.
    void startDue(std::uint32_t from)
    {
        if (std::exchange(m_starting, true))
            return;
        while (!m_due.empty() && m_runs.empty() && m_scope) {
            Call call = std::move(m_due.front());
            m_due.pop_front();
            reportGo(call.span, GoHow::Granted, from, WaitReason::Turn);
            from = call.span.request;
            start(std::move(call));
        }
        m_starting = false;
    }

    void periodIsOver() noexcept override { m_lastRun = {}; }
    void abandon(StopCause cause) noexcept override
    {
        const auto error = std::make_exception_ptr(Cancelled(cause));
        for (std::deque<Call> *calls : {&m_due, &m_waiting}) {
            while (!calls->empty()) {
                const Call call = std::move(calls->front());
                calls->pop_front();
                reportGo(call.span, GoHow::Cancelled, 0, calls == &m_due ? WaitReason::Turn : WaitReason::None);
                call.outcome->fail(error);
            }
        }
    }

    void reportDropped() const
    {
        reportTimer();
        reportGo(thread.context.span, GoHow::Rejected);
    }
    void reportCall(Span superseded, bool supersedes, bool atOnce) const
    {
        if (atOnce)
            return;
        if (rules().kind == Kind::Debounce)
            reportTimer();
        if (supersedes && rules().kind != Kind::Pace)
            reportGo(superseded, GoHow::Rejected, thread.context.span.request);
        reportWait(thread.context.span, m_waiting.size() - 1);
    }

    F m_function;
    std::string_view m_helper;
    std::deque<Call> m_waiting;                 ///< At most one, unless it paces.
    std::deque<Call> m_due;                     ///< Their time has come, but another runs.
    std::vector<Ref<SharedOutcome<T>>> m_runs;  ///< Under way.
    Ref<SharedOutcome<T>> m_lastRun;            ///< What answers calls that are dropped.
    Span m_lastSpan;                            ///< Whose that is.
    Superseded m_superseded;                    ///< Mostly nothing.
    std::optional<TaskScope> m_scope;           ///< Nothing once the owner is gone.
    bool m_overlap;
    bool m_starting = false;
};

} // namespace asyncade::detail
