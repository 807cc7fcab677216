// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/pull_state.h>
#include <asyncade/streams/stream.h>

#include <QCoroTask>

#include <stop_token>
#include <vector>

namespace asyncade {

namespace detail {

template <class S>
QCoro::Task<std::vector<ItemOf<S>>> collectItems(HeldSource<S> source, std::stop_token token)
{
    const ContextGuard own;
    std::vector<ItemOf<S>> items;
    for (;;) {
        auto pulling = source.next(token);
        auto item = co_await pulling;
        own.restore();
        if (!item.has_value())
            co_return items;
        items.push_back(std::move(*item));
    }
}

} // namespace detail

/// All items in a vector, in order. An error of the source is thrown, and what was there is lost. Starts at the call.
/// Stopping `token` gives `Cancelled`.
///
///     std::vector<Page> pages = co_await collect(fromRange(ids) | map(fetchPage), token);
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("await it: a dropped task loses its error")]]
auto collect(S &&source, std::stop_token token = {})
{
    detail::checkSource<S>();
    const detail::ContextGuard guard;
    return detail::collectItems<S>(detail::HeldSource<S>(std::forward<S>(source)), std::move(token));
}
/// The same behind a bar: `source | collect(token)`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto collect(std::stop_token token = {})
{
    return detail::Adaptor([token = std::move(token)]<class S>(S &&source) { return collect(std::forward<S>(source), token); });
}

} // namespace asyncade
