// SPDX-License-Identifier: MIT
#include <asyncade/detail/channel_core.h>

namespace asyncade::detail {

void ChannelWait::suspendOn(WaiterQueue &side, WaitReason reason, std::coroutine_handle<> coroutine)
{
    m_span = currentSpan();
    m_reason = reason;
    if (m_observed)
        report::wait(m_core->part(), reason, {}, std::uint32_t(side.size()));
    suspendIn(side, coroutine, m_token);
}

void ChannelWait::leave() noexcept
{
    QueuedWait::leave();
    if (!m_observed)
        return;
    const ClockScope scope(clock());
    const SpanScope span(m_span);
    report::go(m_core->part(), GoHow::Cancelled, 0, m_reason);
}

void ChannelWait::letGo(std::uint32_t from) noexcept
{
    if (m_observed) {
        const ClockScope scope(clock());
        const SpanScope span(m_span);
        report::go(m_core->part(), GoHow::Granted, from, m_reason);
    }
    wake();
}

void ChannelSender::waitForRoom(std::coroutine_handle<> coroutine)
{
    suspendOn(m_core->senders(), WaitReason::Slot, coroutine);
}

std::string ChannelSender::describe() const { return m_core->named("room in "); }

void ChannelReceiver::waitForItem(std::coroutine_handle<> coroutine)
{
    suspendOn(m_core->receivers(), WaitReason::Turn, coroutine);
}

bool ChannelReceiver::giveUpWhenReady() noexcept
{
    // At the end, or with an item that was kept for it from a channel that is gone: nobody else could use that.
    if (!settleClaim())
        return false;
    m_core->passClaimOn();
    return true;
}

bool ChannelReceiver::settleClaim() noexcept
{
    if (!std::exchange(m_claims, false))
        return false;
    m_core->m_claimants.remove(*this);
    return true;
}

std::string ChannelReceiver::describe() const { return m_core->named("an item of "); }

std::string ChannelCore::named(const char *what) const
{
    return what + (m_name.empty() ? std::string("a channel") : "\"" + m_name + "\"");
}

void ChannelCore::added()
{
    ++m_count;
    reportCount();
    if (!m_receivers.empty())
        wakeReceiver(currentSpan().request);
}

void ChannelCore::beforeTaking()
{
    if (m_count == m_claimants.size())
        admitOne();
}

void ChannelCore::taken()
{
    --m_count;
    reportCount();
    admit();
    if (atEnd())
        endReceivers();
}

void ChannelCore::setCapacity(std::size_t capacity)
{
    m_capacity = capacity;
    reportCount();
    admit();
}

void ChannelCore::close()
{
    m_closed = true;
    if (atEnd())
        endReceivers();
}

void ChannelCore::shutDown() noexcept
{
    while (QueuedWait *claimant = m_claimants.takeFirst()) {
        auto &receiver = static_cast<ChannelReceiver &>(*claimant);
        receiver.m_claims = false;
        receiver.keepItem();
    }
    m_senders.cancelAll();
    m_receivers.cancelAll();
}

void ChannelCore::admitOne()
{
    auto &sender = static_cast<ChannelSender &>(*m_senders.takeFirst());
    sender.deliver();
    ++m_count;
    reportCount();
    sender.letGo(currentSpan().request);
}

void ChannelCore::admit()
{
    while (!m_senders.empty() && hasRoom())
        admitOne();
}

void ChannelCore::wakeReceiver(std::uint32_t from) noexcept
{
    auto &receiver = static_cast<ChannelReceiver &>(*m_receivers.takeFirst());
    receiver.m_claims = true;
    m_claimants.append(receiver);
    receiver.letGo(from);
}

void ChannelCore::passClaimOn() noexcept
{
    if (!m_receivers.empty())
        wakeReceiver(0);
}

void ChannelCore::endReceivers() noexcept
{
    while (QueuedWait *receiver = m_receivers.takeFirst())
        static_cast<ChannelReceiver *>(receiver)->letGo(0);
}

void ChannelCore::reportCount() const
{
    report::level(m_part, "items", double(m_count), 0, m_capacity == SIZE_MAX ? 0 : double(m_capacity));
}

} // namespace asyncade::detail
