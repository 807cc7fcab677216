// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>

#include <concepts>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace asyncade {

/// Items that arrive over time: `co_await next(token)` gives the next one, or nothing when there are no more. Channels, streams and
/// signal streams are sources, and so is any class of yours with that one function; one call of it at a time.
///
///     struct Pages {
///         QCoro::Task<std::optional<Page>> next(std::stop_token token);
///     };
template <class S>
concept AsyncSource = requires(S &source, std::stop_token token) {
    { source.next(token) } -> detail::Awaitable;
} && requires(typename detail::AwaitResult<decltype(std::declval<S &>().next(std::stop_token{}))>::type item) {
    { item.has_value() } -> std::convertible_to<bool>;
    *item;
};

namespace detail {

template <class S>
using NextOf = typename AwaitResult<decltype(std::declval<std::remove_reference_t<S> &>().next(std::stop_token{}))>::type;

/// Whether what `next` returns never waits.
template <class T>
inline constexpr bool isImmediate = false;
template <class T>
inline constexpr bool isImmediate<Ready<T>> = true;

} // namespace detail

/// What a source gives, each time.
template <class S>
    requires AsyncSource<std::remove_cvref_t<S>>
using ItemOf = std::remove_cvref_t<decltype(*std::declval<detail::NextOf<S>>())>;

} // namespace asyncade
