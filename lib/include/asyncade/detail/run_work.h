// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/job.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/thread_state.h>

#include <exception>
#include <stop_token>

namespace asyncade::detail {

#if defined(__GNUC__) && !defined(__clang__)
// GCC looks at the frames of these coroutines as at structs that somebody wrote in a header: it would warn of each kind of work that is local to
// a file, where that file is included by another (a unity build).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsubobject-linkage"
#endif

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

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

} // namespace asyncade::detail
