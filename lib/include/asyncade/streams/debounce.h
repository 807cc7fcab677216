// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/debouncer.h>
#include <asyncade/detail/produced_state.h>
#include <asyncade/duration.h>
#include <asyncade/streams/stream.h>

#include <chrono>
#include <optional>
#include <utility>

namespace asyncade {

namespace detail {

/// Hands items on to the stream that it belongs to.
template <class State>
class PutInto {
public:
    explicit PutInto(State *state) noexcept : m_state(state) {}
    void operator()(typename State::Item item) const { m_state->put(std::move(item)); }

private:
    State *m_state;
};

template <class S>
class DebounceState : public ProducedState<ItemOf<S>> {
    using Base = ProducedState<ItemOf<S>>;

public:
    using Item = ItemOf<S>;
    DebounceState(S &&source, DebounceOptions options)
        : Base(unbounded), m_source(std::forward<S>(source)), m_debouncer(std::in_place, PutInto(this), options)
    {
    }
    void abandon() noexcept
    {
        m_debouncer.reset();
        Base::abandon();
    }

private:
    friend Base;
    friend PutInto<DebounceState>;
    static void start(const std::shared_ptr<DebounceState> &state) { Base::produce(state, state->m_source); }
    Ready<void> accept(Item item, std::stop_token)
    {
        (*m_debouncer)(std::move(item));
        return {};
    }
    Ready<void> beforeEnd(std::exception_ptr, std::stop_token)
    {
        m_debouncer->flush();
        return {};
    }

    HeldSource<S> m_source;
    std::optional<Debouncer<PutInto<DebounceState>, std::tuple<Item>>> m_debouncer;
};

} // namespace detail

/// The latest item whenever none has come for `delay`; those before it are dropped. Leading, maxWait and the rest are as with
/// `Debouncer`. At the end, and before an error, an item that waits is given at once. Items that nobody takes are kept.
/// Throws std::invalid_argument when the options make no sense.
///
///     -a-b-c--------d--|
///     debounce(30ms)
///     --------c--------(d|)
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto debounce(S &&source, DebounceOptions options)
{
    detail::checkSource<S>();
    detail::checkedRules("debounce", options);
    return detail::makeStream<detail::DebounceState<S>>(std::forward<S>(source), options);
}
/// The same with a delay alone.
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto debounce(S &&source, Duration delay)
{
    return debounce(std::forward<S>(source), DebounceOptions{.delay = delay});
}
/// The same behind a bar: `source | debounce({.delay = 300ms, .leading = true})`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto debounce(DebounceOptions options)
{
    detail::checkedRules("debounce", options);
    return detail::Adaptor([options]<class S>(S &&source) { return debounce(std::forward<S>(source), options); });
}
/// The same behind a bar: `source | debounce(300ms)`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto debounce(Duration delay) { return debounce(DebounceOptions{.delay = delay}); }

} // namespace asyncade
