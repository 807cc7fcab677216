// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/produced_state.h>
#include <asyncade/streams/stream.h>

#include <tuple>
#include <type_traits>
#include <utility>

namespace asyncade {

namespace detail {

template <class T, class... S>
class MergeState : public ProducedState<T> {
public:
    using Item = T;
    explicit MergeState(S &&...sources) : ProducedState<T>(0), m_sources(HeldSource<S>(std::forward<S>(sources))...) {}

private:
    friend class ProducedState<T>;
    static void start(const std::shared_ptr<MergeState> &state)
    {
        std::apply([&](auto &...source) { (MergeState::produce(state, source), ...); }, state->m_sources);
    }
    auto accept(T item, std::stop_token token)
    {
        return this->channel().send(typename ProducedState<T>::Piece(std::in_place_index<0>, std::move(item)), std::move(token));
    }

    std::tuple<HeldSource<S>...> m_sources;
};

} // namespace detail

/// The items of several sources as they come; ends when all have ended. All sources are asked at once and each may be one item ahead:
/// it is asked again when that has been taken. The first error ends the stream, behind the items that are there; the other sources
/// are stopped then.
///
///     -a-----b---|
///     ---1-2-------3-|
///     merge
///     -a-1-2-b-----3-|
template <class First, class... S>
    requires(sizeof...(S) > 0 && detail::SourceOrRef<First> && (detail::SourceOrRef<S> && ...))
[[nodiscard("take from it: nothing is pulled before")]]
auto merge(First &&first, S &&...sources)
{
    detail::checkSource<First>();
    (detail::checkSource<S>(), ...);
    using T = std::common_type_t<ItemOf<First>, ItemOf<S>...>;
    return detail::makeStream<detail::MergeState<T, First, S...>>(std::forward<First>(first), std::forward<S>(sources)...);
}

} // namespace asyncade
