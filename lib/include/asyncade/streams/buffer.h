// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/produced_state.h>
#include <asyncade/overflow.h>
#include <asyncade/streams/stream.h>

#include <cstdint>
#include <string>
#include <tuple>
#include <utility>

namespace asyncade {

namespace detail {

template <class S>
class BufferState : public ProducedState<ItemOf<S>> {
    using Base = ProducedState<ItemOf<S>>;

public:
    using Item = ItemOf<S>;
    BufferState(S &&source, std::int64_t capacity, Overflow overflow, Part part)
        : Base(std::size_t(capacity), part), m_source(std::forward<S>(source)), m_overflow(overflow)
    {
    }

private:
    friend Base;
    static void start(const std::shared_ptr<BufferState> &state) { Base::produce(state, state->m_source); }
    QCoro::Task<> accept(Item item, std::stop_token token)
    {
        typename Base::Piece piece(std::in_place_index<0>, std::move(item));
        if (m_overflow == Overflow::Wait) {
            auto sending = this->channel().send(std::move(piece), std::move(token));
            co_await sending;
        } else if (!this->channel().trySend(std::move(piece)) && m_overflow == Overflow::DropOldest) {
            std::ignore = this->channel().tryNext(); // The oldest,
            std::ignore = this->channel().trySend(std::move(piece)); // for which there is room now.
        }
    }

    HeldSource<S> m_source;
    Overflow m_overflow;
};

inline void checkBuffer(std::int64_t capacity)
{
    if (capacity < 1)
        throwInvalid("buffer", "a capacity of at least 1", std::to_string(capacity));
}

} // namespace detail

/// Lets the source run ahead of whoever takes the items, by up to `capacity` of them. When it is full the source waits (and has one more
/// item in its hands), or the oldest or newest item is dropped. An error comes behind the items that are there.
/// An observer is told of the items in it, and who waits for one or for room, as with a `Channel`; `part` is its id.
/// Throws std::invalid_argument unless `capacity` is at least 1.
///
///     auto pages = fromRange(ids) | map(fetchPage) | buffer(4);   // fetches while you render
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto buffer(S &&source, std::int64_t capacity, Overflow overflow = Overflow::Wait, Part part = {})
{
    detail::checkSource<S>();
    detail::checkBuffer(capacity);
    return detail::makeStream<detail::BufferState<S>>(std::forward<S>(source), capacity, overflow, part);
}
/// The same behind a bar: `source | buffer(4)`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto buffer(std::int64_t capacity, Overflow overflow = Overflow::Wait, Part part = {})
{
    detail::checkBuffer(capacity);
    return detail::Adaptor([=]<class S>(S &&source) { return buffer(std::forward<S>(source), capacity, overflow, part); });
}

} // namespace asyncade
