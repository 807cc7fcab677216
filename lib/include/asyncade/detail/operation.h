// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/empty_work.h>
#include <asyncade/detail/token_last.h>
#include <asyncade/observer.h>

#include <QCoroTask>

#include <concepts>
#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <variant>

namespace asyncade::detail {

template <class T>
concept Awaiter = requires(T t) {
    { t.await_ready() } -> std::convertible_to<bool>;
    t.await_resume();
};
template <class T>
concept HasMemberCoAwait = requires(T t) { t.operator co_await(); };
template <class T>
concept Awaitable = HasMemberCoAwait<T> || Awaiter<T>;

template <class T>
struct AwaitResult {
    using type = decltype(std::declval<T &>().await_resume());
};
template <HasMemberCoAwait T>
struct AwaitResult<T> {
    using type = decltype(std::declval<T &>().operator co_await().await_resume());
};

/// A value that is there already, to be awaited like everything else. The awaiter only points to it: GCC 12 copies an awaiter
/// that a QCoro task is given, and the value shall be neither copied nor have to be copyable.
template <class T>
struct Ready {
    T value;
    struct Awaiter : std::suspend_never {
        explicit Awaiter(T &v) noexcept : value(&v) {}
        T await_resume() const { return std::move(*value); }
        T *value;
    };
    Awaiter operator co_await() noexcept { return Awaiter(value); }
};
template <>
struct Ready<void> : std::suspend_never {};

/// A callable that can be told to stop.
template <class W, class... Args>
concept TakesToken = std::invocable<W &, Args..., std::stop_token>;
/// A callable that starts work, with or without a token.
template <class W, class... Args>
concept Callable = TakesToken<W, Args...> || std::invocable<W &, Args...>;
/// What gather and its like accept: a callable, or a task that already runs.
template <class W>
concept Work = isTask<W> || Callable<W>;
/// What may be given up before it has ended: it must obey a token. (An `abandonable` does.)
template <class W>
concept StoppableWork = !isTask<W> && TakesToken<W>;

/// Whether it can be started more than once.
template <class W>
inline constexpr bool startsAgain = Callable<W> && !isTask<W>;

/// Calls `work` with `args`, and with the token if it takes one; a plain result is wrapped so that it can be awaited. A task that is none
/// is refused, for awaiting it would crash; one that is given instead of a callable has begun already. A token that is not needed any
/// more is moved in: copying it takes atomic operations.
template <class W, class Stop = std::stop_token, class... Args>
    requires std::same_as<std::remove_cvref_t<Stop>, std::stop_token>
auto begin(W &work, Stop &&token, Args &&...args)
{
    if constexpr (isTask<W>) {
        checkWork("a task to be awaited", work);
        return W(std::move(work));
    } else {
        auto call = [&]() -> decltype(auto) {
            if constexpr (TakesToken<W, Args...>)
                return std::invoke(work, std::forward<Args>(args)..., std::forward<Stop>(token));
            else
                return std::invoke(work, std::forward<Args>(args)...);
        };
        using Result = decltype(call());
        if constexpr (std::is_void_v<Result>) {
            call();
            return Ready<void>{};
        } else if constexpr (isTask<std::remove_cvref_t<Result>>) {
            std::remove_cvref_t<Result> task = call();
            checkWork("the task of an operation", task);
            return task;
        } else if constexpr (Awaitable<std::remove_cvref_t<Result>>) {
            return call();
        } else {
            return Ready<std::remove_cvref_t<Result>>{call()};
        }
    }
}

template <class W, class... Args>
using BegunType = decltype(begin(std::declval<W &>(), std::declval<const std::stop_token &>(), std::declval<Args>()...));
/// Awaitables whose awaiter can do without them. A Job may keep the awaiter alone, where every byte of its frame counts; a QCoro task
/// must not, as it is handed an awaiter that GCC 12 then moves.
template <class T>
concept MakesLoneAwaiter = requires { typename T::MakesLoneAwaiter; };
/// What awaiting the work gives; may be void.
template <class W, class... Args>
using ValueOf = std::remove_cvref_t<typename AwaitResult<BegunType<W, Args...>>::type>;
template <class T>
using NotVoid = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

/// A work or an item that says whose it is.
template <class T>
concept HasSpan = requires(const T &t) {
    { t.span() } -> std::same_as<Span>;
};

/// What a piece of work came to.
template <class T>
struct Outcome {
    std::optional<NotVoid<T>> value;
    std::exception_ptr error;

    T take()
    {
        if (error)
            std::rethrow_exception(error);
        if constexpr (!std::is_void_v<T>)
            return std::move(*value);
    }
};

/// Marks callables that are safe to pass as temporaries on every compiler: classes with constructors.
template <class T>
inline constexpr bool ownsSafely = isTask<T>;
template <class Signature>
inline constexpr bool ownsSafely<std::function<Signature>> = true;

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 13
template <class F>
inline constexpr bool safeToPass = std::is_lvalue_reference_v<F> || std::is_trivially_destructible_v<std::remove_cvref_t<F>>
    || ownsSafely<std::remove_cvref_t<F>>;
/// A closure is no aggregate, but behaves like one. It is known by what it lacks: one that captures cannot be assigned to.
template <class A>
inline constexpr bool hasConstructors = !std::is_aggregate_v<A> && std::is_assignable_v<A &, A>;
template <class A>
inline constexpr bool safeToPassValue = std::is_lvalue_reference_v<A> || std::is_trivially_destructible_v<std::remove_cvref_t<A>>
    || ownsSafely<std::remove_cvref_t<A>> || hasConstructors<std::remove_cvref_t<A>>;
#else
template <class F>
inline constexpr bool safeToPass = true;
template <class A>
inline constexpr bool safeToPassValue = true;
#endif

/// What is called for each item must take one.
template <class F, class Item>
constexpr void checkTakesItem()
{
    static_assert(Callable<std::decay_t<F>, Item>, "the function is called as f(item) or f(item, token), with an item of the source as it is");
}
/// A task that has a name is refused: it cannot be copied.
template <class W>
inline constexpr bool isNamedTask = std::is_lvalue_reference_v<W> && isTask<std::remove_cvref_t<W>>;
template <class W>
constexpr void checkGivenAway()
{
    static_assert(!isNamedTask<W>, "a task is awaited once: give it to the helper with std::move(task)");
}
/// `F` as deduced from a forwarding reference. A task that is an lvalue is refused, for a task cannot be copied; an rvalue closure that
/// owns something is refused where the compiler may destroy it twice (GCC bug 99576 and its kin: temporaries that are aggregates, in an
/// expression with co_await).
template <class F>
constexpr void checkCallable()
{
    checkGivenAway<F>();
    static_assert(safeToPass<F>,
                  "GCC 12 may destroy this callable twice: name it and pass it without std::move, or use call(f, args…)");
}
/// The same for values: those of classes with constructors are safe.
template <class A>
constexpr void checkValue()
{
    static_assert(safeToPassValue<A>,
                  "GCC 12 may destroy this aggregate or closure twice: name it and pass it without std::move, or give it a constructor");
}

} // namespace asyncade::detail
