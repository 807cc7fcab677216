// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/duration.h>
#include <asyncade/streams/debounce.h>
#include <asyncade/throttler.h>

#include <chrono>
#include <optional>
#include <utility>

namespace asyncade {

namespace detail {

template <class S>
class ThrottleState : public ProducedState<ItemOf<S>> {
    using Base = ProducedState<ItemOf<S>>;

public:
    using Item = ItemOf<S>;
    ThrottleState(S &&source, ThrottlePolicy policy)
        : Base(unbounded), m_source(std::forward<S>(source)), m_throttler(std::in_place, PutInto(this), policy)
    {
    }
    void abandon() noexcept
    {
        m_throttler.reset();
        Base::abandon();
    }

private:
    friend Base;
    friend PutInto<ThrottleState>;
    static void start(const std::shared_ptr<ThrottleState> &state) { Base::produce(state, state->m_source); }
    Ready<void> accept(Item item, std::stop_token token)
    {
        m_last.emplace((*m_throttler)(std::move(token), std::move(item)));
        return {};
    }
    QCoro::Task<> beforeEnd(std::exception_ptr error, std::stop_token)
    {
        if (error)
            m_throttler->flush();
        else if (m_throttler->pending())
            co_await *m_last;
    }

    HeldSource<S> m_source;
    std::optional<Throttler<PutInto<ThrottleState>, std::tuple<Item>>> m_throttler;
    std::optional<SharedCall<void>> m_last;
};

} // namespace detail

/// At most one item in each `delay`: the first at once, then the latest of each window at its end (`ThrottlePolicy::dropping`), or, with
/// `ThrottlePolicy::pacing`, every item, spaced out. The end waits for an item that waits; before an error it is given at once. Items
/// that nobody takes are kept.
///
///     -a-b-c----------d-|
///     throttle(50ms)
///     -a----c---------d-|
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto throttle(S &&source, ThrottlePolicy policy)
{
    detail::checkSource<S>();
    return detail::makeStream<detail::ThrottleState<S>>(std::forward<S>(source), policy);
}
/// The same, dropping, with both edges.
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto throttle(S &&source, Duration delay)
{
    detail::checkWindow("throttle", delay);
    return throttle(std::forward<S>(source), ThrottlePolicy::dropping(delay));
}
/// The same behind a bar: `source | throttle(ThrottlePolicy::pacing(50ms))`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto throttle(ThrottlePolicy policy)
{
    return detail::Adaptor([policy]<class S>(S &&source) { return throttle(std::forward<S>(source), policy); });
}
/// The same behind a bar: `source | throttle(50ms)`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto throttle(Duration delay)
{
    detail::checkWindow("throttle", delay);
    return throttle(ThrottlePolicy::dropping(delay));
}

} // namespace asyncade
