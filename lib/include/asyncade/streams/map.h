// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/pull_state.h>
#include <asyncade/streams/stream.h>

#include <QCoroTask>

namespace asyncade {

namespace detail {

template <class S, class F>
class MapState : public PullState {
public:
    using Item = NotVoid<ValueOf<F, ItemOf<S>>>;
    MapState(S &&source, F function) : m_source(std::forward<S>(source)), m_function(std::move(function)) {}

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<MapState> state, std::stop_token outer)
    {
        const ContextGuard own;
        const Turn turn(*state, std::move(outer));
        if (state->m_source) {
            auto pulling = state->m_source.next(turn.token());
            auto item = co_await pulling;
            own.restore();
            if (item.has_value()) {
                auto mapping = begin(state->m_function, turn.token(), ItemOf<S>(std::move(*item)));
                if constexpr (std::is_void_v<ValueOf<F, ItemOf<S>>>) {
                    co_await mapping;
                    co_return std::optional<Item>(std::in_place);
                } else {
                    co_return std::optional<Item>(co_await mapping);
                }
            }
        }
        state->m_source.drop();
        co_return std::nullopt;
    }

private:
    HeldSource<S> m_source;
    F m_function;
};

} // namespace detail

/// What `f(item)` or `f(item, token)` gives for each item, awaited if it is awaitable, one after the other; void counts as
/// std::monostate. For several at a time, in order, see `mapParallel`. An item whose call is stopped or throws is lost.
///
///     -a--b--|
///     map(toUpper)
///     -A--B--|
template <class S, class F>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto map(S &&source, F &&f)
{
    detail::checkSource<S>();
    detail::checkCallable<F>();
    detail::checkTakesItem<F, ItemOf<S>>();
    detail::checkWork("map", f);
    return detail::makeStream<detail::MapState<S, std::decay_t<F>>>(std::forward<S>(source), std::forward<F>(f));
}
/// The same behind a bar: `source | map(nameOf)`.
template <class F>
[[nodiscard("take from it: nothing is pulled before")]]
auto map(F &&f)
{
    detail::checkCallable<F>();
    detail::checkWork("map", f);
    return detail::Adaptor([f = std::decay_t<F>(std::forward<F>(f))]<class S>(S &&source) mutable {
        detail::checkTakesItem<F, ItemOf<S>>();
        return detail::makeStream<detail::MapState<S, std::decay_t<F>>>(std::forward<S>(source), std::move(f));
    });
}

} // namespace asyncade
