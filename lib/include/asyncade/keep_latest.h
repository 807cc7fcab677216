// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/abandonable.h>
#include <asyncade/call.h>
#include <asyncade/detail/join.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/thread_state.h>

#include <exception>
#include <memory>
#include <stop_token>
#include <utility>

namespace asyncade {

namespace detail {

/// The call that counts; shared with the calls, which may outlive their KeepLatest.
struct LatestCall {
    LinkedStop *stop = nullptr;
    StopCause *superseded = nullptr; ///< Where to note that it counts no more.
    Part part{};

    /// The call that counts now counts no more: because of a newer one, or of the end.
    void supersede(StopCause cause);
};

template <class W>
QCoro::Task<ValueOf<W>> runLatest(std::shared_ptr<LatestCall> latest, W work, std::stop_token token)
{
    using T = ValueOf<W>;
    const ContextGuard own;
    if (token.stop_requested())
        throw Cancelled();
    latest->supersede({.reason = StopReason::Superseded, .request = own.context().span.request, .part = latest->part});
    LinkedStop stop(std::move(token));
    StopCause superseded;
    latest->stop = &stop;
    latest->superseded = &superseded;
    Outcome<T> outcome;
    try {
        auto begun = begin(work, stop.token());
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
    if (latest->stop != &stop) { // Whatever it still came to, nobody wants it any more.
        if (outcome.error)
            reportError("KeepLatest", {}, 0, outcome.error);
        throw Cancelled(superseded);
    }
    latest->stop = nullptr;
    if (outcome.error)
        std::rethrow_exception(outcome.error);
    if constexpr (!std::is_void_v<T>)
        co_return std::move(*outcome.value);
}

} // namespace detail

/// Lets only the newest call count: each call stops the one before, if it is still under way. For a search as one types.
/// Belongs to one thread.
///
/// The newer call starts at once. The older is stopped and waited for (an `abandonable` is let go), and its caller gets
/// `Cancelled` with `StopReason::Superseded` and the newer request, whatever the work still gives: a late value is destroyed,
/// a late error goes to the error hook. A call that ended before the newer one came has its result. Destroying it, or
/// `cancel`, stops the call under way.
///
///     asyncade::KeepLatest latest;
///     auto hits = co_await latest.run(call(search, text), token);
class KeepLatest {
public:
    /// `part` is what the older callers are told is the cause.
    explicit KeepLatest(Part part = {}) : m_latest(std::make_shared<detail::LatestCall>()) { m_latest->part = part; }
    ~KeepLatest() { m_latest->supersede({.reason = StopReason::OwnerGone}); }
    KeepLatest(const KeepLatest &) = delete;
    KeepLatest &operator=(const KeepLatest &) = delete;

    /// Starts an operation, and stops the one before. `token` stopped before the call: throws `Cancelled`, and nothing else happens.
    template <class W>
    [[nodiscard("await it: a dropped task loses its error")]]
    auto run(W &&work, std::stop_token token = {})
    {
        using Owned = std::decay_t<W>;
        detail::checkCallable<W>();
        static_assert(detail::StoppableWork<Owned>,
                      "this work cannot be stopped when a newer call comes: give an operation that takes a std::stop_token (see call), "
                      "or abandonable(work) to let it go");
        detail::checkWork("KeepLatest", work);
        const detail::ContextGuard guard;
        return detail::runLatest<Owned>(m_latest, std::forward<W>(work), std::move(token));
    }
    /// Stops the call under way; its caller gets `Cancelled`.
    void cancel() { m_latest->supersede({.reason = StopReason::Requested}); }
    /// Whether a call is under way that counts.
    bool isRunning() const noexcept { return m_latest->stop != nullptr; }

private:
    std::shared_ptr<detail::LatestCall> m_latest;
};

} // namespace asyncade
