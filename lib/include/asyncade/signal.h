// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>
#include <asyncade/detail/signal_wait.h>
#include <asyncade/overflow.h>
#include <asyncade/streams/stream.h>

#include <QCoroTask>

#include <coroutine>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>

namespace asyncade {

namespace detail {
template <class Signal>
class SignalAwaiter;
template <class Signal>
class SignalState;
} // namespace detail

/// What `awaitSignal` with a token returns: await it. Nothing is connected before `co_await`.
template <class Signal>
class [[nodiscard("await it: nothing happens before co_await")]] SignalWaiting {
public:
    /// \internal
    SignalWaiting(const detail::ObjectOf<Signal> *sender, Signal signal, std::stop_token token, Part part)
        : m_sender(sender), m_signal(signal), m_token(std::move(token)),
          m_origin("awaitSignal", sender, QMetaMethod::fromSignal(signal), detail::ObjectOf<Signal>::staticMetaObject, part)
    {
    }
    detail::SignalAwaiter<Signal> operator co_await() const { return detail::SignalAwaiter<Signal>(*this); }

protected:
    /// The same with a token.
    SignalWaiting with(std::stop_token token) const
    {
        SignalWaiting copy(*this);
        copy.m_token = std::move(token);
        return copy;
    }

private:
    friend class detail::SignalAwaiter<Signal>;
    const detail::ObjectOf<Signal> *m_sender; ///< Alive while the origin is.
    Signal m_signal;
    std::stop_token m_token;
    detail::SignalOrigin m_origin;
};

/// What `awaitSignal` without a token returns: await it, or give it to a helper as an operation, which takes the helper's token.
template <class Signal>
class [[nodiscard("await it: nothing happens before co_await")]] SignalOperation : public SignalWaiting<Signal> {
public:
    /// \internal
    SignalOperation(const detail::ObjectOf<Signal> *sender, Signal signal, Part part)
        : SignalWaiting<Signal>(sender, signal, {}, part)
    {
    }
    /// The same wait, which obeys `token`.
    SignalWaiting<Signal> operator()(std::stop_token token) const { return this->with(std::move(token)); }
};

/// Waits until `sender` emits `signal` the next time; gives nothing, the signal's one argument, or a tuple of its arguments, as decayed
/// copies. (What a pointer among them points to is the sender's, and may be gone when the waiter is resumed.) The private argument of
/// signals that only their class may emit is left out; overloads are told apart with `qOverload`.
///
/// It counts from `co_await`: what was emitted before is not seen; `signalStream` keeps it. A signal that fires twice before the waiter
/// is resumed gives its first arguments. The waiter is resumed by its clock, never from within the emission.
///
/// When `token` is stopped first: `Cancelled`; a signal that came before that counts. The sender may be destroyed meanwhile: then nothing
/// more can come, and the wait throws `Cancelled` with `StopReason::OwnerGone`, as with everything else that is waited on; a sender that
/// is gone before `co_await` gives the same at once. `&QObject::destroyed` itself can be waited for; its argument is no more than an
/// address then. The end of the clock or of the thread: `Cancelled` with `StopReason::ClockEnded`.
///
/// The sender may live on another thread; its signal then comes through the event loop of the waiter's thread, as in any Qt connection.
/// Throws std::invalid_argument, at once, for a null sender and for a function that is no signal. Arguments that cannot be copied do not
/// compile. `part` is what an observer is told of, as with a channel: `WaitReason::Turn`.
///
///     const auto [row, column] = co_await awaitSignal(table, &QTableWidget::cellClicked, token);
template <class Signal>
SignalWaiting<Signal> awaitSignal(const detail::ObjectOf<Signal> *sender, Signal signal, std::stop_token token, Part part = {})
{
    return SignalWaiting<Signal>(sender, signal, std::move(token), part);
}
/// The same with the token last.
template <class Signal, detail::Token Token>
SignalWaiting<Signal> awaitSignal(const detail::ObjectOf<Signal> *sender, Signal signal, Part part, Token token)
{
    return awaitSignal(sender, signal, std::move(token), part);
}
/// The same without a token. It is an operation too: helpers that stop their work, such as `withTimeout` and `race`, take it as it is.
///
///     co_await withTimeout(awaitSignal(reply, &QNetworkReply::finished), 5s);
template <class Signal>
SignalOperation<Signal> awaitSignal(const detail::ObjectOf<Signal> *sender, Signal signal, Part part = {})
{
    return SignalOperation<Signal>(sender, signal, part);
}

/// How a signal stream keeps what nobody has taken yet.
struct SignalStreamOptions {
    std::int64_t capacity = 0;               ///< How many items are kept, at least 1; 0 = all.
    Overflow overflow = Overflow::DropOldest; ///< What is dropped when it is full. Not `Wait`: whoever emits a signal cannot wait.
    Part part{};                             ///< What an observer is told of: who waits, and the level "items".
};
static_assert(std::is_trivially_destructible_v<SignalStreamOptions>);

/// Everything that `sender` emits from now on, as a stream: an item is the signal's one argument, a tuple of its arguments, or a
/// std::monostate if it has none, in decayed copies as with `awaitSignal`. It is connected at once, not with the first `next`, and keeps
/// what comes while nobody asks: all of it, or the newest or the first `capacity` of it.
///
/// The stream ends when the sender has been destroyed, behind the items that are there; it never fails. Destroying it disconnects.
/// Throws std::invalid_argument for a null sender, a function that is no signal, a negative capacity and `Overflow::Wait`.
///
///     auto texts = signalStream(edit, &QLineEdit::textEdited) | debounce(300ms);
///     while (auto text = co_await texts.next(token)) show(co_await search(*text, token));
template <class Signal>
Stream<detail::SignalState<Signal>> signalStream(const detail::ObjectOf<Signal> *sender, Signal signal, SignalStreamOptions options = {})
{
    return detail::makeStream<detail::SignalState<Signal>>(sender, signal, options);
}

namespace detail {

template <class Signal>
inline constexpr bool ownsSafely<SignalOperation<Signal>> = true;

/// A receiver comes before the wait among the bases: the wait leaves its queue first.
template <class Signal>
class SignalAwaiter final : private SignalReceiver, private SignalWait {
    using Arguments = ArgumentsOfSignal<Signal>;

public:
    explicit SignalAwaiter(const SignalWaiting<Signal> &waiting)
        : SignalWait(waiting.m_origin, waiting.m_token), m_sender(waiting.m_sender), m_signal(waiting.m_signal)
    {
    }
    bool await_ready() { return !beginWaiting() || !origin().isAlive(); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        // In this order: of `destroyed` itself the waiter gets the value.
        QObject::connect(m_sender, m_signal, receiver(), typename Arguments::template Receiver<SignalAwaiter>(this));
        QObject::connect(m_sender, &QObject::destroyed, receiver(), [this] { cancelAll(); });
        suspendAmong(waiters(), coroutine);
    }
    typename Arguments::Value await_resume()
    {
        finish();
        if (!m_value)
            throw Cancelled({.reason = StopReason::OwnerGone});
        if constexpr (!std::is_void_v<typename Arguments::Value>)
            return std::move(*m_value);
    }

private:
    friend typename Arguments::template Receiver<SignalAwaiter>;
    void arrived(typename Arguments::Stored value)
    {
        if (m_value)
            return;
        m_value.emplace(std::move(value));
        wakeOne();
    }

    const ObjectOf<Signal> *m_sender;
    Signal m_signal;
    std::optional<typename Arguments::Stored> m_value;
};

/// What a signal stream shares with the pull that is under way.
template <class Signal>
class SignalState : private SignalReceiver {
    using Arguments = ArgumentsOfSignal<Signal>;

public:
    using Item = typename Arguments::Stored;

    SignalState(const ObjectOf<Signal> *sender, Signal signal, SignalStreamOptions options)
        : m_origin("signalStream", sender, QMetaMethod::fromSignal(signal), ObjectOf<Signal>::staticMetaObject, options.part),
          m_options(checked(options))
    {
        m_connection = QObject::connect(sender, signal, receiver(), typename Arguments::template Receiver<SignalState>(this));
        QObject::connect(sender, &QObject::destroyed, receiver(), [this] { end(); });
    }
    void abandon() noexcept
    {
        QObject::disconnect(m_connection);
        m_abandoned = true;
        cancelAll();
    }

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<SignalState> state, std::stop_token token)
    {
        const ContextGuard own;
        // Items are taken on resuming: one who is woken and then cancelled has lost none.
        do {
            const Arrival arrival(*state, token);
            co_await arrival;
            own.restore();
        } while (state->m_items.empty() && !state->m_ended);
        if (state->m_items.empty())
            co_return std::nullopt;
        std::optional<Item> item(std::move(state->m_items.front()));
        state->m_items.pop_front();
        state->reportCount();
        co_return item;
    }

private:
    friend typename Arguments::template Receiver<SignalState>;

    class Awaiter final : private SignalWait {
    public:
        Awaiter(SignalState &state, std::stop_token token) noexcept : SignalWait(state.m_origin, std::move(token)), m_state(&state) {}
        bool await_ready() { return !beginWaiting() || m_state->m_abandoned || m_state->m_ended || !m_state->m_items.empty(); }
        void await_suspend(std::coroutine_handle<> coroutine) { suspendAmong(m_state->waiters(), coroutine); }
        void await_resume()
        {
            finish();
            if (m_state->m_abandoned)
                throw Cancelled({.reason = StopReason::OwnerGone});
        }

    private:
        SignalState *m_state;
    };
    /// There is an item, or the end.
    class Arrival {
    public:
        Arrival(SignalState &state, std::stop_token token) noexcept : m_state(&state), m_token(std::move(token)) {}
        Awaiter operator co_await() const { return Awaiter(*m_state, m_token); }

    private:
        SignalState *m_state;
        std::stop_token m_token;
    };

    static SignalStreamOptions checked(SignalStreamOptions options)
    {
        if (options.capacity < 0)
            throwInvalid("signalStream", "a capacity of at least 1, or 0 for no bound", std::to_string(options.capacity));
        if (options.overflow == Overflow::Wait)
            throwInvalid("signalStream", "Overflow::DropOldest or DropNewest", "Wait; whoever emits a signal cannot wait");
        return options;
    }
    void arrived(Item item)
    {
        const bool full = m_options.capacity > 0 && std::int64_t(m_items.size()) >= m_options.capacity;
        if (full && m_options.overflow == Overflow::DropNewest)
            return;
        if (full)
            m_items.pop_front();
        m_items.push_back(std::move(item));
        reportCount();
        wakeOne();
    }
    void end() noexcept
    {
        m_ended = true;
        wakeAll();
    }
    void reportCount() const { report::level(m_options.part, "items", double(m_items.size()), 0, double(m_options.capacity)); }

    SignalOrigin m_origin;
    SignalStreamOptions m_options;
    std::deque<Item> m_items;
    bool m_ended = false;
    bool m_abandoned = false;
    QMetaObject::Connection m_connection;
};

} // namespace detail
} // namespace asyncade
