// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/async_source.h>
#include <asyncade/detail/channel_core.h>

#include <concepts>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>

namespace asyncade {

/// The capacity of a channel that takes all that is sent.
inline constexpr std::size_t unbounded = SIZE_MAX;

/// Thrown by `Channel::send` when the channel has been closed.
class ChannelClosed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A queue between coroutines: some send, others receive. Who sends waits while it is full, who receives waits while it is empty,
/// both first come, first served; items come out in the order in which they went in. An `AsyncSource`. Belongs to one thread.
///
/// Capacity 0 is a rendezvous: a sender waits until somebody receives its value. A receiver that is cancelled after it was woken
/// leaves its item to the next, ahead of all later ones. Destroyed while somebody waits: the waiters get `Cancelled`, items that
/// nobody has received are destroyed.
///
///     asyncade::Channel<Page> pages{16};
///     co_await pages.send(page, token);                          // the producer
///     while (auto page = co_await pages.next(token)) show(*page); // the consumer
template <std::movable T>
class Channel {
public:
    class Sending;
    class Receiving;
    class Sender;
    class Receiver;

    /// Holds up to `capacity` items that nobody waits for; `unbounded` never makes a sender wait. `name` appears in messages about
    /// those who wait; `part` is what an observer is told of.
    /// Throws std::invalid_argument for a negative capacity.
    template <std::integral Number>
    explicit Channel(Number capacity, std::string name = {}, Part part = {})
        : m_core(detail::checkedCapacity("Channel", capacity), std::move(name), part)
    {
    }
    ~Channel() { m_core.shutDown(); }
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    /// Waits until there is room, then puts `value`. Throws `ChannelClosed` when the channel is closed already, and `Cancelled` when
    /// `token` is stopped before there was room: nothing is sent then. Await it once.
    template <class U = T>
        requires std::convertible_to<U, T>
    Sending send(U &&value, std::stop_token token = {})
    {
        detail::checkValue<U>();
        return Sending(*this, std::forward<U>(value), std::move(token));
    }
    /// Puts `value` if that needs no waiting. False, when it is full or closed: `value` is left as it was.
    template <class U = T>
        requires std::convertible_to<U, T>
    [[nodiscard("look at it: false, and nothing was sent")]]
    bool trySend(U &&value)
    {
        if (m_core.closed() || !m_core.canPut())
            return false;
        put(T(std::forward<U>(value)));
        return true;
    }

    /// Waits for the first item; nothing when the channel is closed and empty. Throws `Cancelled` when `token` is stopped.
    Receiving next(std::stop_token token = {}) { return Receiving(*this, std::move(token)); }
    /// \internal The same, for a helper that tells an observer by itself what this wait is for.
    Receiving nextUnobserved(std::stop_token token) { return Receiving(*this, std::move(token), false); }
    /// The first item, if there is one that nobody has been woken for.
    [[nodiscard("keep it: it has been taken out")]]
    std::optional<T> tryNext()
    {
        return m_core.canTake() ? std::optional<T>(take()) : std::nullopt;
    }

    /// Nothing can be sent any more. What is in the channel, and what those have who wait to send, is still received; then receivers
    /// get nothing. Closing twice is the same as once.
    void close() { m_core.close(); }
    /// Whether it has been closed; there may still be items.
    bool isClosed() const noexcept { return m_core.closed(); }

    /// How many items are in it.
    std::size_t size() const noexcept { return m_core.count(); }
    /// How many items it holds that nobody waits for.
    std::size_t capacity() const noexcept { return m_core.capacity(); }
    /// A higher capacity lets senders go on at once. A lower one takes nothing away. Throws std::invalid_argument for a negative one.
    template <std::integral Number>
    void setCapacity(Number capacity)
    {
        m_core.setCapacity(detail::checkedCapacity("Channel", capacity));
    }
    /// How many wait to send.
    std::size_t sending() const noexcept { return m_core.senders().size(); }
    /// How many wait to receive.
    std::size_t receiving() const noexcept { return m_core.receivers().size(); }

private:
    void put(T value)
    {
        m_items.push_back(std::move(value));
        m_core.added();
    }
    T take()
    {
        m_core.beforeTaking();
        T item = takeFirst();
        m_core.taken();
        return item;
    }
    T takeFirst()
    {
        T item = std::move(m_items.front());
        m_items.pop_front();
        return item;
    }

    detail::ChannelCore m_core;
    std::deque<T> m_items;
};

/// What `Channel::send` returns: await it. Nothing is sent before `co_await`.
template <std::movable T>
class [[nodiscard("await it: nothing happens before co_await")]] Channel<T>::Sending {
public:
    /// \internal
    template <class U>
    Sending(Channel &channel, U &&value, std::stop_token token)
        : m_channel(&channel), m_token(std::move(token)), m_value(std::forward<U>(value))
    {
    }
    Sender operator co_await() { return Sender(*m_channel, m_value, m_token); }

private:
    Channel *m_channel;
    std::stop_token m_token;
    T m_value;
};

/// What `Channel::next` returns: await it. Nothing is taken before `co_await`.
template <std::movable T>
class [[nodiscard("await it: nothing happens before co_await")]] Channel<T>::Receiving {
public:
    /// \internal
    Receiving(Channel &channel, std::stop_token token, bool observed = true) noexcept
        : m_channel(&channel), m_token(std::move(token)), m_observed(observed)
    {
    }
    Receiver operator co_await() const { return Receiver(*m_channel, m_token, m_observed); }

private:
    Channel *m_channel;
    std::stop_token m_token;
    bool m_observed;
};

template <std::movable T>
class Channel<T>::Sender final : private detail::ChannelSender {
public:
    Sender(Channel &channel, T &value, std::stop_token token) noexcept
        : ChannelSender(channel.m_core, std::move(token)), m_channel(&channel), m_value(&value)
    {
    }
    bool await_ready()
    {
        if (!begin(m_token))
            return true;
        if (m_channel->isClosed())
            throw ChannelClosed(m_core->named("sent into ") + ", which is closed");
        if (!m_core->canPut())
            return false;
        m_channel->put(std::move(*m_value));
        return true;
    }
    void await_suspend(std::coroutine_handle<> coroutine) { waitForRoom(coroutine); }
    void await_resume() { finish(); }

private:
    void deliver() override { m_channel->m_items.push_back(std::move(*m_value)); }

    Channel *m_channel;
    T *m_value; ///< In the awaitable, which lives as long as the await.
};

template <std::movable T>
class Channel<T>::Receiver final : private detail::ChannelReceiver {
public:
    Receiver(Channel &channel, std::stop_token token, bool observed) noexcept
        : ChannelReceiver(channel.m_core, std::move(token), observed), m_channel(&channel)
    {
    }
    bool await_ready()
    {
        if (!begin(m_token))
            return true;
        if (m_core->canTake())
            m_item.emplace(m_channel->take());
        return m_item || m_core->atEnd();
    }
    void await_suspend(std::coroutine_handle<> coroutine) { waitForItem(coroutine); }
    std::optional<T> await_resume()
    {
        finish();
        if (settleClaim()) {
            m_item.emplace(m_channel->takeFirst());
            m_core->taken();
        }
        return std::move(m_item);
    }

private:
    void keepItem() override { m_item.emplace(m_channel->takeFirst()); }

    Channel *m_channel;
    std::optional<T> m_item;
};

} // namespace asyncade
