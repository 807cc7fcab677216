// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/async_source.h>
#include <asyncade/detail/operation.h>
#include <asyncade/detail/thread_state.h>

#include <memory>
#include <stop_token>
#include <utility>

namespace QCoro {
template <class T>
class AsyncGenerator;
}

namespace asyncade {

/// What the stream helpers make: an `AsyncSource` that gets its items from other sources. Move-only; belongs to one thread; one `next`
/// at a time.
///
/// A source that was given as an rvalue is owned, and destroyed as soon as nothing more is wanted from it; an lvalue is referred to and
/// must outlive the stream. Nothing is pulled before the first `next`. Behind the end there is only the end.
/// Destroyed while somebody waits in `next`: that wait is stopped and gives `Cancelled`; what it needs is kept until then.
///
/// Items pass through operators from left to right, as functions or with a bar:
///
///     auto names = fromRange(users) | filter(isActive) | map(nameOf) | take(3);
///     while (auto name = co_await names.next(token)) show(*name);
template <class State>
class [[nodiscard("take from it: nothing is pulled before")]] Stream {
public:
    /// What it gives.
    using Item = typename State::Item;

    /// \internal
    explicit Stream(std::shared_ptr<State> state) noexcept : m_state(std::move(state)) {}
    /// Takes over what `other` had.
    Stream(Stream &&) noexcept = default;
    /// Exchanges the two.
    Stream &operator=(Stream &&other) noexcept
    {
        std::swap(m_state, other.m_state);
        return *this;
    }
    ~Stream()
    {
        if (m_state)
            m_state->abandon();
    }

    /// Waits for the next item; nothing when there are no more. Throws what a source, a predicate or a function throws, at its place in
    /// the order, and `Cancelled` when `token` is stopped: no item is lost then, and the stream can be asked again. Throws
    /// std::logic_error when this was moved from.
    [[nodiscard("await it: a dropped task loses its error")]]
    auto next(std::stop_token token = {})
    {
        detail::checkHeld("Stream", m_state != nullptr);
        const detail::ContextGuard guard;
        return State::pull(m_state, std::move(token));
    }

private:
    std::shared_ptr<State> m_state;
};

namespace detail {

template <class State, class... Args>
Stream<State> makeStream(Args &&...args)
{
    return Stream<State>(std::make_shared<State>(std::forward<Args>(args)...));
}

/// What is left of an operator until it is given its source: the right side of `source | take(3)`.
template <class Make>
class Adaptor {
public:
    explicit Adaptor(Make make) : m_make(std::move(make)) {}
    template <class S>
    auto apply(S &&source)
    {
        return m_make(std::forward<S>(source));
    }

private:
    Make m_make;
};

/// What looks like a source and is none: operators say so.
template <class S>
inline constexpr bool isGenerator = false;
template <class T>
inline constexpr bool isGenerator<QCoro::AsyncGenerator<T>> = true;

template <class S>
concept SourceOrRef = AsyncSource<std::remove_cvref_t<S>> || isGenerator<std::remove_cvref_t<S>>;

/// `S` as deduced from a forwarding reference to the source of an operator.
template <class S>
constexpr void checkSource()
{
    static_assert(!isGenerator<std::remove_cvref_t<S>>,
                  "a QCoro::AsyncGenerator becomes a source with fromGenerator(std::move(generator)), which keeps it while it is suspended");
    checkValue<S>();
}

template <SourceOrRef S, class Make>
auto operator|(S &&source, Adaptor<Make> adaptor)
{
    checkSource<S>();
    if constexpr (AsyncSource<std::remove_cvref_t<S>>)
        return adaptor.apply(std::forward<S>(source));
}

} // namespace detail
} // namespace asyncade
