// SPDX-License-Identifier: MIT
#include <asyncade/detail/waiter_queue.h>

namespace asyncade::detail {

void QueuedWait::leave() noexcept { m_queue->remove(*this); }

void QueuedWait::suspendIn(WaiterQueue &queue, std::coroutine_handle<> coroutine, const std::stop_token &token)
{
    queue.append(*this);
    suspend(coroutine, token);
}

QueuedWait *WaiterQueue::takeFirst() noexcept
{
    QueuedWait *wait = m_first;
    if (wait)
        remove(*wait);
    return wait;
}

void WaiterQueue::append(QueuedWait &wait) noexcept
{
    wait.m_queue = this;
    wait.m_previous = m_last;
    wait.m_next = nullptr;
    (m_last ? m_last->m_next : m_first) = &wait;
    m_last = &wait;
    ++m_size;
}

void WaiterQueue::remove(QueuedWait &wait) noexcept
{
    (wait.m_previous ? wait.m_previous->m_next : m_first) = wait.m_next;
    (wait.m_next ? wait.m_next->m_previous : m_last) = wait.m_previous;
    wait.m_queue = nullptr;
    --m_size;
}

void WaiterQueue::cancelAll() noexcept
{
    while (m_first)
        m_first->cancel({.reason = StopReason::OwnerGone});
}

} // namespace asyncade::detail
