// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/pull_state.h>
#include <asyncade/streams/stream.h>

#include <QCoroTask>

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

namespace asyncade {

namespace detail {

template <class... S>
class ZipState : public PullState {
public:
    using Item = std::tuple<ItemOf<S>...>;
    explicit ZipState(S &&...sources) : m_sources(HeldSource<S>(std::forward<S>(sources))...) {}

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<ZipState> state, std::stop_token outer)
    {
        const ContextGuard own;
        const Turn turn(*state, std::move(outer));
        for (; state->m_pulled < sizeof...(S); ++state->m_pulled) {
            if (state->m_ended)
                co_return std::nullopt;
            auto pulling = steps[state->m_pulled](*state, turn.token());
            const bool got = co_await pulling;
            own.restore();
            if (!got) {
                state->m_ended = true;
                std::apply([](auto &...source) { (source.drop(), ...); }, state->m_sources);
                std::apply([](auto &...item) { (item.reset(), ...); }, state->m_items);
                co_return std::nullopt;
            }
        }
        state->m_pulled = 0;
        co_return std::apply([](auto &...item) { return std::optional<Item>(std::in_place, std::move(*item)...); }, state->m_items);
    }

private:
    template <std::size_t I>
    static QCoro::Task<bool> step(ZipState &state, std::stop_token token)
    {
        auto pulling = std::get<I>(state.m_sources).next(token);
        auto item = co_await pulling;
        if (!item.has_value())
            co_return false;
        std::get<I>(state.m_items).emplace(std::move(*item));
        co_return true;
    }
    using Step = QCoro::Task<bool> (*)(ZipState &, std::stop_token);
    static constexpr auto steps = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array<Step, sizeof...(I)>{&ZipState::step<I>...};
    }(std::index_sequence_for<S...>());

    std::tuple<HeldSource<S>...> m_sources;
    std::tuple<std::optional<ItemOf<S>>...> m_items;
    std::size_t m_pulled = 0; ///< So many of the next tuple are there already.
    bool m_ended = false;
};

} // namespace detail

/// One item of each source, as a tuple; ends with the first that ends. The sources are asked one after the other, from left to right; a
/// `buffer` around one of them lets it run ahead. When one ends, those before it have given an item in vain, those behind it are not
/// asked.
///
///     -a---b----c--|
///     --1---2-|
///     zip
///     --<a1>---<b2>---|
template <class First, class... S>
    requires(sizeof...(S) > 0 && detail::SourceOrRef<First> && (detail::SourceOrRef<S> && ...))
[[nodiscard("take from it: nothing is pulled before")]]
auto zip(First &&first, S &&...sources)
{
    detail::checkSource<First>();
    (detail::checkSource<S>(), ...);
    return detail::makeStream<detail::ZipState<First, S...>>(std::forward<First>(first), std::forward<S>(sources)...);
}

} // namespace asyncade
