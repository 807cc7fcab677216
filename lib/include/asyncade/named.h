// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <stop_token>
#include <string_view>
#include <type_traits>
#include <utility>

namespace asyncade {

/// A name that is part of a type: "user" in `named<"user">(…)`.
template <std::size_t N>
struct Name {
    /// The characters, with the closing zero.
    char text[N]{};
    /// From a literal.
    consteval Name(const char (&name)[N]) { std::copy_n(name, N, text); } // NOLINT: meant to convert from a literal
    /// The name itself.
    constexpr std::string_view view() const { return {text, N - 1}; }
};

/// Work with a name; made by `named`.
template <Name name, class W>
class Named {
public:
    /// The name.
    static constexpr std::string_view label = name.view();
    /// \internal
    using Inner = W;

    /// \internal
    explicit Named(W given) : m_work(std::move(given)) {} // No shadow of work(), which a function pointer would be.
    /// \internal
    W &work() noexcept { return m_work; }
    /// \internal What it holds no more, in words.
    const char *missing() const noexcept { return detail::missing(m_work); }

private:
    W m_work;
};

/// Gives an operation or a task a name, for `gatherNamed` and `gatherSafe`.
template <Name name, detail::Work W>
    requires(!std::is_lvalue_reference_v<W> || !detail::isTask<std::decay_t<W>>)
[[nodiscard("give it to a helper: it starts nothing by itself")]]
auto named(W &&work)
{
    detail::checkCallable<W>();
    detail::checkWork("named", work);
    return Named<name, std::decay_t<W>>(std::forward<W>(work));
}

namespace detail {

template <class W>
inline constexpr bool isNamed = false;
template <Name name, class W>
inline constexpr bool isNamed<Named<name, W>> = true;

template <Name name, class W>
inline constexpr bool ownsSafely<Named<name, W>> = true;

/// The work itself, without its name.
template <class W>
auto &unnamed(W &work) noexcept
{
    if constexpr (isNamed<W>)
        return work.work();
    else
        return work;
}
template <class W>
using Unnamed = std::remove_reference_t<decltype(unnamed(std::declval<W &>()))>;
template <class W>
constexpr std::string_view labelOf() noexcept
{
    if constexpr (isNamed<W>)
        return W::label;
    else
        return {};
}

template <class W>
concept NamedOrWork = isNamed<W> || Work<W>;
/// The kinds of lists of such work: see RefusedList.
struct AnyNamedOrWork {
    template <class W>
    static constexpr bool takes = NamedOrWork<W>;
};
struct AnyNamed {
    template <class W>
    static constexpr bool takes = isNamed<W>;
};
template <class W>
using NamedValueOf = ValueOf<Unnamed<W>>;

} // namespace detail
} // namespace asyncade
