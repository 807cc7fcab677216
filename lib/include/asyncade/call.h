// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>

#include <concepts>
#include <functional>
#include <stop_token>
#include <tuple>
#include <type_traits>
#include <utility>

namespace asyncade {

class Progress;

/// An operation that owns its function and its arguments; made by `call`.
template <class F, class... Args>
class Call {
public:
    /// \internal
    explicit Call(F function, Args... args) : m_function(std::move(function)), m_args(std::move(args)...) {}

    /// Calls the function with its arguments and `token`.
    [[nodiscard("await it: a dropped task loses its error")]]
    auto operator()(std::stop_token token) const
        requires std::invocable<const F &, const Args &..., std::stop_token>
    {
        return std::apply([&](const Args &...args) { return std::invoke(m_function, args..., std::move(token)); }, m_args);
    }
    /// Calls the function with its arguments, `token` and `progress`: for `offload`.
    template <std::same_as<Progress> P>
    [[nodiscard("await it: a dropped task loses its error")]]
    auto operator()(std::stop_token token, P progress) const
        requires std::invocable<const F &, const Args &..., std::stop_token, P>
    {
        return std::apply([&](const Args &...args) { return std::invoke(m_function, args..., std::move(token), std::move(progress)); }, m_args);
    }
    /// Calls the function, which takes no token.
    [[nodiscard("await it: a dropped task loses its error")]]
    auto operator()() const
        requires(!std::invocable<const F &, const Args &..., std::stop_token> && std::invocable<const F &, const Args &...>)
    {
        return std::apply([&](const Args &...args) { return std::invoke(m_function, args...); }, m_args);
    }

    /// \internal What it holds no more, in words.
    const char *missing() const noexcept { return detail::missing(m_function); }

private:
    F m_function;
    std::tuple<Args...> m_args;
};

/// Makes an operation out of a function and its arguments, which it owns: the safe way, on every compiler, to hand work to a
/// helper inside a `co_await` expression. If the function takes a `std::stop_token` behind the arguments, the operation can be
/// stopped. The arguments are passed as const lvalues, each time it is called; a coroutine should take them by value.
/// Throws std::invalid_argument for an empty function.
///
///     auto page = co_await withTimeout(call(fetchPage, id), 1s);
template <class F, class... Args>
[[nodiscard("give it to a helper: it starts nothing by itself")]]
auto call(F &&function, Args &&...args)
{
    detail::checkCallable<F>();
    (detail::checkValue<Args>(), ...);
    detail::checkWork("call", function);
    return Call<std::decay_t<F>, std::decay_t<Args>...>(std::forward<F>(function), std::forward<Args>(args)...);
}

namespace detail {
template <class F, class... Args>
inline constexpr bool ownsSafely<Call<F, Args...>> = true;
}

} // namespace asyncade
