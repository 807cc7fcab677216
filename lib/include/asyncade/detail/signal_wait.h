// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/waiter_queue.h>
#include <asyncade/observer.h>

#include <QMetaMethod>
#include <QObject>
#include <QPointer>

#include <coroutine>
#include <stop_token>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace asyncade::detail {

/// Whether `T` is the private class that moc puts behind the arguments of signals which only their own class may emit. It can be
/// told from others by its name alone: nobody else may name it.
template <class T>
consteval bool isPrivateSignal()
{
    return std::is_empty_v<T> && std::string_view(Q_FUNC_INFO).find("::QPrivateSignal") != std::string_view::npos;
}

template <class... T>
struct SignalTypes {};

/// The arguments of a signal as they are kept: decayed, and without the private one behind them.
template <class Kept, class... Rest>
struct KeptArguments {
    using type = Kept;
};
template <class... Kept, class First, class... Rest>
struct KeptArguments<SignalTypes<Kept...>, First, Rest...> {
    using type = typename std::conditional_t<sizeof...(Rest) == 0 && isPrivateSignal<std::remove_cvref_t<First>>(),
                                             std::type_identity<SignalTypes<Kept...>>,
                                             KeptArguments<SignalTypes<Kept..., std::decay_t<First>>, Rest...>>::type;
};

template <class... T>
struct SignalValue {
    using type = std::tuple<T...>;
};
template <class T>
struct SignalValue<T> {
    using type = T;
};
template <>
struct SignalValue<> {
    using type = void;
};

/// A pointer to a signal taken apart.
template <class Signal>
struct SignalTraits;
template <class O, class R, class... Args>
struct SignalTraits<R (O::*)(Args...)> {
    using Object = O;
    using Kept = typename KeptArguments<SignalTypes<>, Args...>::type;
};
template <class O, class R, class... Args>
struct SignalTraits<R (O::*)(Args...) const> : SignalTraits<R (O::*)(Args...)> {};
template <class O, class R, class... Args>
struct SignalTraits<R (O::*)(Args...) noexcept> : SignalTraits<R (O::*)(Args...)> {};
template <class O, class R, class... Args>
struct SignalTraits<R (O::*)(Args...) const noexcept> : SignalTraits<R (O::*)(Args...)> {};

template <class List>
struct SignalArguments;
template <class... T>
struct SignalArguments<SignalTypes<T...>> {
    /// Nothing, the one argument, or a tuple of all.
    using Value = typename SignalValue<T...>::type;
    using Stored = std::conditional_t<std::is_void_v<Value>, std::monostate, Value>;
    static_assert((std::is_copy_constructible_v<T> && ...),
                  "an argument of this signal cannot be copied, so nobody can wait for it: connect to the signal, and take from the "
                  "argument there what you need");

    /// Takes the arguments from Qt, which counts them, and hands on what is kept.
    template <class Sink>
    class Receiver {
    public:
        explicit Receiver(Sink *sink) noexcept : m_sink(sink) {}
        void operator()(const T &...arguments) const { m_sink->arrived(Stored(arguments...)); }

    private:
        Sink *m_sink;
    };
};

template <class Signal>
using ObjectOf = typename SignalTraits<Signal>::Object;
template <class Signal>
using ArgumentsOfSignal = SignalArguments<typename SignalTraits<Signal>::Kept>;

/// Which signal of which object.
class SignalOrigin {
public:
    /// Throws std::invalid_argument when there is no sender, or `signal` is no signal.
    SignalOrigin(const char *helper, const QObject *sender, const QMetaMethod &signal, const QMetaObject &of, Part part);

    bool isAlive() const noexcept { return !m_sender.isNull(); }
    Part part() const noexcept { return m_part; }
    /// "the signal clicked of QPushButton \"ok\"".
    std::string describe() const;

private:
    QPointer<const QObject> m_sender;
    QMetaMethod m_signal;
    Part m_part;
};

/// A coroutine that waits for a signal.
class SignalWait : public QueuedWait {
protected:
    SignalWait(const SignalOrigin &origin, std::stop_token token) noexcept : m_origin(origin), m_token(std::move(token)) {}

    const SignalOrigin &origin() const noexcept { return m_origin; }
    bool beginWaiting() { return begin(m_token); }
    void suspendAmong(WaiterQueue &waiters, std::coroutine_handle<> coroutine);

private:
    friend class SignalReceiver;
    void letGo() noexcept;
    void leave() noexcept override;
    std::string describe() const override { return m_origin.describe(); }
    WaitNote note() const noexcept override { return {}; } // Told of by itself.

    SignalOrigin m_origin;
    std::stop_token m_token;
    Span m_span{};
};

/// Who is connected to a signal, and those who wait for it. Qt calls it on the thread on which it was made; destroying it disconnects.
class SignalReceiver {
public:
    SignalReceiver() = default;

protected:
    ~SignalReceiver() = default;
    const QObject *receiver() const noexcept { return &m_receiver; }
    WaiterQueue &waiters() noexcept { return m_waiters; }
    void wakeOne() noexcept;
    void wakeAll() noexcept;
    void cancelAll() noexcept { m_waiters.cancelAll(); }

private:
    WaiterQueue m_waiters;
    QObject m_receiver; // The last member: disconnected first.
};

} // namespace asyncade::detail
