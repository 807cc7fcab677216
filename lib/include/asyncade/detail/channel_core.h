// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/waiter_queue.h>
#include <asyncade/errors.h>
#include <asyncade/observer.h>

#include <concepts>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <utility>

namespace asyncade::detail {

class ChannelCore;

/// A capacity as it was written: a negative one must not become the greatest there is.
template <std::integral Number>
std::size_t checkedCapacity(const char *where, Number capacity)
{
    if (std::cmp_less(capacity, 0))
        throwInvalid(where, "a capacity of at least 0, or asyncade::unbounded", std::to_string(capacity));
    return std::size_t(capacity);
}

/// A coroutine that waits on one side of a channel.
class ChannelWait : public QueuedWait {
protected:
    ChannelWait(ChannelCore &core, std::stop_token token, bool observed = true) noexcept
        : m_core(&core), m_token(std::move(token)), m_observed(observed)
    {
    }
    void suspendOn(WaiterQueue &side, WaitReason reason, std::coroutine_handle<> coroutine);
    void leave() noexcept override;
    WaitNote note() const noexcept override { return {}; } // Told of by itself, with who made room.

    ChannelCore *m_core;
    std::stop_token m_token;

private:
    friend class ChannelCore;
    void letGo(std::uint32_t from) noexcept;

    Span m_span{};
    WaitReason m_reason = WaitReason::None;
    bool m_observed; ///< Else somebody tells an observer of this wait in other words.
};

/// Waits until its value has a place.
class ChannelSender : public ChannelWait {
protected:
    using ChannelWait::ChannelWait;
    void waitForRoom(std::coroutine_handle<> coroutine);
    std::string describe() const override;

private:
    friend class ChannelCore;
    /// Puts its value behind the others.
    virtual void deliver() = 0;
};

/// Waits for an item. Once woken it owns the claim to one, but no particular one: it takes the first when it is resumed. So items
/// are received in the order in which they were sent, whoever is cancelled meanwhile.
class ChannelReceiver : public ChannelWait {
protected:
    using ChannelWait::ChannelWait;
    void waitForItem(std::coroutine_handle<> coroutine);
    /// When it is resumed: whether it has an item to take from the channel, which is alive then.
    bool settleClaim() noexcept;
    bool giveUpWhenReady() noexcept override;
    std::string describe() const override;

private:
    friend class ChannelCore;
    /// The channel is dying: take out the item that is yours and keep it.
    virtual void keepItem() = 0;

    bool m_claims = false;
};

/// What does not depend on the type of a channel's items: how many there are, and who waits on both sides.
class ChannelCore {
public:
    ChannelCore(std::size_t capacity, std::string name, Part part) : m_name(std::move(name)), m_capacity(capacity), m_part(part) {}
    ChannelCore(const ChannelCore &) = delete;
    ChannelCore &operator=(const ChannelCore &) = delete;

    std::size_t count() const noexcept { return m_count; }
    std::size_t capacity() const noexcept { return m_capacity; }
    bool closed() const noexcept { return m_closed; }
    WaiterQueue &senders() noexcept { return m_senders; }
    WaiterQueue &receivers() noexcept { return m_receivers; }
    const WaiterQueue &senders() const noexcept { return m_senders; }
    const WaiterQueue &receivers() const noexcept { return m_receivers; }
    Part part() const noexcept { return m_part; }
    std::string named(const char *what) const;

    /// Whether a newcomer may put an item: nobody waits before it, and there is a place or a receiver.
    bool canPut() const noexcept { return m_senders.empty() && (!m_receivers.empty() || hasRoom()); }
    /// Whether a newcomer may take one: there is one that nobody who was woken claims, or somebody who waits to send one.
    bool canTake() const noexcept { return m_count > m_claimants.size() || !m_senders.empty(); }
    /// Nothing is left, and nothing will come.
    bool atEnd() const noexcept { return m_closed && m_count == 0 && m_senders.empty(); }

    /// An item was put behind the others.
    void added();
    /// Before the first item is taken: makes sure that there is one that nobody else claims.
    void beforeTaking();
    /// The first item was taken out.
    void taken();
    void setCapacity(std::size_t capacity);
    void close();
    /// The channel is being destroyed: those who were woken keep their items, the others get `Cancelled`.
    void shutDown() noexcept;

private:
    friend class ChannelReceiver;
    bool hasRoom() const noexcept { return m_count - m_claimants.size() < m_capacity; }
    void admitOne();
    void admit();
    void wakeReceiver(std::uint32_t from) noexcept;
    void passClaimOn() noexcept;
    void endReceivers() noexcept;
    void reportCount() const;

    std::string m_name;
    std::size_t m_capacity;
    std::size_t m_count = 0;
    Part m_part;
    bool m_closed = false;
    // Receivers wait only while every item is claimed and nobody waits to send.
    WaiterQueue m_senders, m_receivers;
    WaiterQueue m_claimants; ///< Receivers that were woken and have not been resumed yet.
};

} // namespace asyncade::detail
