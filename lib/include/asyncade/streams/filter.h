// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/pull_state.h>
#include <asyncade/streams/stream.h>

#include <QCoroTask>

namespace asyncade {

namespace detail {

template <class S, class P>
class FilterState : public PullState {
public:
    using Item = ItemOf<S>;
    FilterState(S &&source, P predicate) : m_source(std::forward<S>(source)), m_predicate(std::move(predicate)) {}

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<FilterState> state, std::stop_token outer)
    {
        const ContextGuard own;
        const Turn turn(*state, std::move(outer));
        while (state->m_source) {
            auto pulling = state->m_source.next(turn.token());
            auto item = co_await pulling;
            own.restore();
            if (!item.has_value())
                break;
            auto judging = begin(state->m_predicate, turn.token(), std::as_const(*item));
            const bool wanted = co_await judging;
            own.restore();
            if (wanted)
                co_return std::optional<Item>(std::move(*item));
        }
        state->m_source.drop();
        co_return std::nullopt;
    }

private:
    HeldSource<S> m_source;
    P m_predicate;
};

} // namespace detail

/// The items for which `predicate(item)` or `predicate(item, token)` says true: a bool, or something awaitable that gives one, which
/// is awaited before the next item is pulled. An item whose predicate is stopped is lost.
///
///     -a--B--c--D--|
///     filter(isUpper)
///     ----B-----D--|
template <class S, class P>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto filter(S &&source, P &&predicate)
{
    detail::checkSource<S>();
    detail::checkCallable<P>();
    detail::checkTakesItem<P, const ItemOf<S> &>();
    detail::checkWork("filter", predicate);
    using Predicate = std::decay_t<P>;
    static_assert(std::convertible_to<detail::ValueOf<Predicate, const ItemOf<S> &>, bool>, "the predicate must give a bool, or a task of one");
    return detail::makeStream<detail::FilterState<S, Predicate>>(std::forward<S>(source), std::forward<P>(predicate));
}
/// The same behind a bar: `source | filter(isActive)`.
template <class P>
[[nodiscard("take from it: nothing is pulled before")]]
auto filter(P &&predicate)
{
    detail::checkCallable<P>();
    detail::checkWork("filter", predicate);
    return detail::Adaptor([predicate = std::decay_t<P>(std::forward<P>(predicate))]<class S>(S &&source) mutable {
        detail::checkTakesItem<P, const ItemOf<S> &>();
        return detail::makeStream<detail::FilterState<S, std::decay_t<P>>>(std::forward<S>(source), std::move(predicate));
    });
}

} // namespace asyncade
