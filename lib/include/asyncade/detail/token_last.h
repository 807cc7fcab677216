// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <stop_token>
#include <tuple>
#include <type_traits>
#include <utility>

namespace asyncade::detail {

/// A token behind everything else, where options, rules or a part may be left out. Deduced, so that `{}` is still what it was without one.
template <class T>
concept Token = std::same_as<T, std::stop_token>;

/// Whether the last argument, and no other, is a token.
template <class... A>
consteval bool onlyLastIsToken()
{
    constexpr std::size_t count = sizeof...(A);
    const bool isToken[] = {Token<std::decay_t<A>>..., false};
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (isToken[i])
            return false;
    }
    return count > 1 && isToken[count - 1];
}

/// Calls `f` with the last argument in front of the others.
template <class F, class... A>
auto withTokenFirst(F f, A &&...args)
{
    auto all = std::forward_as_tuple(std::forward<A>(args)...);
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return f(std::get<sizeof...(A) - 1>(std::move(all)), std::get<I>(std::move(all))...);
    }(std::make_index_sequence<sizeof...(A) - 1>());
}

} // namespace asyncade::detail
