// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/pull_state.h>
#include <asyncade/streams/stream.h>

#include <QCoroTask>

#include <cstdint>
#include <utility>

namespace asyncade {

namespace detail {

template <class S>
class EnumerateState : public PullState {
public:
    using Item = std::pair<std::int64_t, ItemOf<S>>;
    EnumerateState(S &&source, std::int64_t first) : m_source(std::forward<S>(source)), m_number(first) {}

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<EnumerateState> state, std::stop_token outer)
    {
        const ContextGuard own;
        const Turn turn(*state, std::move(outer));
        if (state->m_source) {
            auto pulling = state->m_source.next(turn.token());
            auto item = co_await pulling;
            own.restore();
            if (item.has_value())
                co_return std::optional<Item>(std::in_place, state->m_number++, std::move(*item));
        }
        state->m_source.drop();
        co_return std::nullopt;
    }

private:
    HeldSource<S> m_source;
    std::int64_t m_number;
};

} // namespace detail

/// Each item with its number, from `first` on: pairs.
///
///     while (auto page = co_await pages.next()) { auto &[number, text] = *page; … }   // auto pages = enumerate(source);
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto enumerate(S &&source, std::int64_t first = 0)
{
    detail::checkSource<S>();
    return detail::makeStream<detail::EnumerateState<S>>(std::forward<S>(source), first);
}
/// The same behind a bar: `source | enumerate()`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto enumerate(std::int64_t first = 0)
{
    return detail::Adaptor([first]<class S>(S &&source) { return enumerate(std::forward<S>(source), first); });
}

} // namespace asyncade
