// SPDX-License-Identifier: MIT
#pragma once

#include <stop_token>
#include <tuple>
#include <type_traits>

namespace asyncade::detail {

template <class... A>
struct TypeList {};

/// What of a function's parameters a caller gives: all but a token at the end; as values.
template <class Seen, class Rest>
struct GivenArguments;
template <class... Seen>
struct GivenArguments<TypeList<Seen...>, TypeList<>> {
    using type = std::tuple<Seen...>;
};
template <class... Seen>
struct GivenArguments<TypeList<Seen...>, TypeList<std::stop_token>> {
    using type = std::tuple<Seen...>;
};
template <class... Seen, class First, class... Rest>
struct GivenArguments<TypeList<Seen...>, TypeList<First, Rest...>> : GivenArguments<TypeList<Seen..., First>, TypeList<Rest...>> {};

template <class Signature>
struct ParametersOf;
template <class R, class... A>
struct ParametersOf<R (*)(A...)> {
    using type = TypeList<std::decay_t<A>...>;
};
template <class R, class... A>
struct ParametersOf<R (*)(A...) noexcept> : ParametersOf<R (*)(A...)> {};
template <class R, class C, class... A>
struct ParametersOf<R (C::*)(A...)> : ParametersOf<R (*)(A...)> {};
template <class R, class C, class... A>
struct ParametersOf<R (C::*)(A...) const> : ParametersOf<R (*)(A...)> {};
template <class R, class C, class... A>
struct ParametersOf<R (C::*)(A...) noexcept> : ParametersOf<R (*)(A...)> {};
template <class R, class C, class... A>
struct ParametersOf<R (C::*)(A...) const noexcept> : ParametersOf<R (*)(A...)> {};

/// The arguments that calls of `F` take, as a tuple of values. One whose call operator is a template, or overloaded, does not tell:
/// such a one is taken to need none.
template <class F>
struct ArgumentsOf {
    using type = std::tuple<>;
};
template <class R, class... A>
struct ArgumentsOf<R (*)(A...)> : GivenArguments<TypeList<>, typename ParametersOf<R (*)(A...)>::type> {};
template <class R, class... A>
struct ArgumentsOf<R (*)(A...) noexcept> : ArgumentsOf<R (*)(A...)> {};
template <class F>
    requires requires { &F::operator(); }
struct ArgumentsOf<F> : GivenArguments<TypeList<>, typename ParametersOf<decltype(&F::operator())>::type> {};

} // namespace asyncade::detail
