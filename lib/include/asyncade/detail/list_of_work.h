// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>
#include <asyncade/detail/token_last.h>

#include <concepts>
#include <cstddef>
#include <ranges>
#include <stop_token>
#include <type_traits>

namespace asyncade::detail {

/// What a helper takes a list of: any work.
struct AnyWork {
    template <class W>
    static constexpr bool takes = Work<W>;
};

/// Whether there is a token that is neither in front of everything nor behind it, or more than one.
template <class... A>
consteval bool hasMisplacedToken()
{
    constexpr std::size_t count = sizeof...(A);
    const bool isToken[] = {Token<std::decay_t<A>>..., false};
    std::size_t tokens = 0;
    for (std::size_t i = 0; i < count; ++i) {
        tokens += isToken[i];
        if (isToken[i] && i != 0 && i + 1 != count)
            return true;
    }
    return tokens > 1;
}

/// Whether a list of work is written as it should be: pieces of that kind, with at most one token, in front or behind.
template <class Kind, class... A>
inline constexpr bool isListOf = !hasMisplacedToken<A...>() && ((Token<std::decay_t<A>> || Kind::template takes<std::decay_t<A>>) && ...);

template <class Kind, class First, class... Rest>
consteval bool isRangeOf()
{
    if constexpr (std::ranges::input_range<std::remove_cvref_t<First>>)
        return sizeof...(Rest) < 2 && Kind::template takes<std::ranges::range_value_t<std::remove_cvref_t<First>>>
            && (std::convertible_to<Rest, std::stop_token> && ...);
    else
        return false;
}

/// Arguments that no overload of a helper takes: one more overload says why.
template <class Kind, class... A>
concept RefusedList = sizeof...(A) > 0 && !isListOf<Kind, A...> && !isRangeOf<Kind, A...>();

template <class Kind, class... A>
constexpr void explainRefusal()
{
    static_assert(!hasMisplacedToken<A...>(), "the token stands once, in front of all the work or behind all of it");
    static_assert(hasMisplacedToken<A...>() || isListOf<Kind, A...>,
                  "each piece of work is a QCoro::Task, or a callable that can be called with nothing or with a std::stop_token: "
                  "see call(f, args…)");
}

} // namespace asyncade::detail
