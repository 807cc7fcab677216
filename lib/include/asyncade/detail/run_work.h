// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/job.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/thread_state.h>

#include <exception>
#include <stop_token>

namespace asyncade::detail {

/// Runs `work` to its end, keeps what it came to in `outcome`, then calls `done()`. All three must live until then.
/// Work that says whose it is runs in that span.
template <class W, class T, class Done>
Job runWork(W &work, std::stop_token token, Outcome<T> &outcome, Done done)
{
    if constexpr (HasSpan<W>)
        thread.context.span = work.span();
    const ContextGuard own;
    try {
        auto begun = begin(work, std::move(token));
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
    done();
}

/// The same, from a helper: the work runs until it first suspends, then the helper's context is back.
template <class W, class T, class Done>
void startWork(W &work, const std::stop_token &token, Outcome<T> &outcome, Done done)
{
    const ContextGuard guard;
    runWork(work, token, outcome, done);
}

} // namespace asyncade::detail
