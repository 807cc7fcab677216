// SPDX-License-Identifier: MIT
#include <asyncade/batcher.h>

#include <asyncade/detail/saturating.h>
#include <asyncade/errors.h>

#include <algorithm>

namespace asyncade::detail {

using std::chrono::nanoseconds;

namespace {

int checkedSize(int size)
{
    if (size < 1)
        throwInvalid("Batcher", "a size of at least 1", std::to_string(size));
    return size;
}

nanoseconds checkedDelay(nanoseconds delay)
{
    if (delay.count() < 0)
        throwInvalid("Batcher", "a delay of at least 0", durationText(delay));
    return delay;
}

} // namespace

void BatcherMember::join(std::coroutine_handle<> coroutine)
{
    m_since = clock().now();
    // The one that fills the batch does not wait for others.
    m_reported = m_core->pending() + 1 < std::size_t(m_core->size());
    if (m_reported)
        report::wait(m_core->m_part, WaitReason::Collect, plus(m_since, m_core->delay()), std::uint32_t(m_core->pending()));
    suspendIn(m_core->m_collected, coroutine, m_token);
    if (state() == State::Suspended)
        m_core->joined();
}

void BatcherMember::leave() noexcept
{
    QueuedWait::leave();
    if (m_sent)
        return;
    const ClockScope clockScope(clock());
    if (m_reported) {
        const SpanScope span(context().span);
        report::go(m_core->m_part, GoHow::Cancelled, 0, WaitReason::Collect);
    }
    m_core->left();
}

std::string BatcherMember::describe() const
{
    if (m_sent)
        return "the shared call of a batcher";
    return m_core->m_name.empty() ? "more requests for a batcher" : "more requests for \"" + m_core->m_name + "\"";
}

BatcherCore::BatcherCore(int size, nanoseconds delay, Part part, std::string name)
    : m_size(checkedSize(size)), m_delay(checkedDelay(delay)), m_part(part), m_name(std::move(name))
{
}

BatcherCore::~BatcherCore() { stopTimer(); }

void BatcherCore::setSize(int size)
{
    m_size = checkedSize(size);
    while (pending() >= std::size_t(m_size))
        sendNow(std::size_t(m_size), GoHow::Granted);
}

void BatcherCore::setDelay(nanoseconds delay)
{
    m_delay = checkedDelay(delay);
    setTimer();
}

void BatcherCore::flush()
{
    if (pending() > 0)
        sendNow(pending(), GoHow::Granted);
}

void BatcherCore::close() noexcept
{
    m_collected.cancelAll();
    cancelSent();
    stopTimer();
    m_scope->close();
}

void BatcherCore::joined()
{
    if (pending() >= std::size_t(m_size)) {
        sendNow(std::size_t(m_size), GoHow::Granted);
        return;
    }
    reportLevel();
    if (pending() == 1)
        setTimer();
}

void BatcherCore::left() noexcept
{
    reportLevel();
    setTimer();
}

void BatcherCore::fire() noexcept
{
    if (pending() > 0)
        sendNow(pending(), GoHow::Elapsed);
}

void BatcherCore::sendNow(std::size_t count, GoHow how)
{
    auto &first = static_cast<BatcherMember &>(*m_collected.first());
    const ClockScope clock(first.clock());
    m_lead = first.context().span.request;
    m_how = how;
    const SpanScope span(first.context().span);
    send(count);
    reportLevel();
    setTimer();
}

BatcherMember &BatcherCore::takeFirst() noexcept
{
    auto &member = static_cast<BatcherMember &>(*m_collected.takeFirst());
    member.m_sent = true;
    const SpanScope span(member.context().span);
    if (member.m_reported)
        report::go(m_part, m_how, 0, WaitReason::Collect);
    if (m_lead != 0 && member.context().span.request != m_lead)
        report::join(m_lead);
    if (report::observed())
        member.tellWait();
    return member;
}

void BatcherCore::setTimer()
{
    stopTimer();
    if (pending() == 0)
        return;
    auto &first = static_cast<BatcherMember &>(*m_collected.first());
    m_clock = first.clock().handle();
    // A request at the very instant of the deadline still shares the call.
    first.clock().addTimer(*this, plus(first.since(), m_delay), Lane::Deadline);
}

void BatcherCore::stopTimer() noexcept
{
    if (armed() && m_clock->clock)
        m_clock->clock->removeTimer(*this);
}

void BatcherCore::reportLevel() const
{
    const SpanScope nobody(Span{});
    report::level(m_part, "collected", double(pending()), 0, m_size);
}

} // namespace asyncade::detail
