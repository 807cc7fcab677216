// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/error_hook.h>
#include <asyncade/errors.h>

#include <memory>
#include <stdexcept>
#include <stop_token>
#include <utility>

namespace asyncade::detail {

template <class W>
auto blockOnWork(Clock &clock, W &&work)
{
    using Owned = std::decay_t<W>;
    using T = ValueOf<Owned>;
    struct State {
        explicit State(W &&w) : work(std::forward<W>(w)) {}
        Owned work;
        Outcome<T> outcome;
        Completion completion;
        std::stop_source stop;
        bool stalled = false; ///< The caller has been told that it stalled, and will not be told how it ended.
    };
    if (thread.running)
        throw std::logic_error("asyncade: blocking inside a coroutine would freeze everybody else on this thread: co_await the work instead");
    // Shared: after Stalled, work that cannot be unwound still refers to it.
    const auto state = std::make_shared<State>(std::forward<W>(work));
    {
        const RunningGuard running(clock, {});
        auto done = [state] {
            if (state->stalled)
                reportError("run", {}, 0, state->outcome.error);
            state->completion.complete();
        };
        runWork(state->work, state->stop.get_token(), state->outcome, done);
    }
    try {
        clock.runUntilDone(state->completion);
    } catch (const Stalled &) {
        state->stalled = true;
        requestStop(state->stop, {});
        try {
            clock.runUntilDone(state->completion);
        } catch (const Stalled &) {
            // It obeys no token: it is left waiting.
        }
        throw;
    }
    return state->outcome.take();
}

/// Starts `work` on `clock` and runs the clock until it has ended.
template <class W>
auto blockOn(Clock &clock, W &&work)
{
    checkGivenAway<W>();
    static_assert(Work<std::decay_t<W>>, "expected a callable that starts work, called with nothing or with a std::stop_token, or a QCoro::Task");
    if constexpr (Work<std::decay_t<W>> && !isNamedTask<W>)
        return blockOnWork(clock, std::forward<W>(work));
}

} // namespace asyncade::detail
