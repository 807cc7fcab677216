// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/wait.h>

#include <cstddef>

namespace asyncade::detail {

class WaiterQueue;

/// A wait that stands in the queue of what it waits for.
class QueuedWait : public StoppableWait {
protected:
    QueuedWait() = default;
    inline ~QueuedWait();
    void leave() noexcept override;
    /// For the derived await_suspend: takes its place at the end of the queue, then suspends.
    void suspendIn(WaiterQueue &queue, std::coroutine_handle<> coroutine, const std::stop_token &token);

private:
    friend class WaiterQueue;
    WaiterQueue *m_queue = nullptr;
    QueuedWait *m_previous = nullptr;
    QueuedWait *m_next = nullptr;
};

/// Those who wait for one thing, first come, first served. Intrusive: any of them can leave from the middle.
class WaiterQueue {
public:
    WaiterQueue() = default;
    WaiterQueue(const WaiterQueue &) = delete;
    WaiterQueue &operator=(const WaiterQueue &) = delete;

    bool empty() const noexcept { return !m_first; }
    std::size_t size() const noexcept { return m_size; }
    /// The first one, and the one behind another; nullptr when there is none.
    QueuedWait *first() const noexcept { return m_first; }
    static QueuedWait *after(const QueuedWait &wait) noexcept { return wait.m_next; }
    /// Takes the first one out; nullptr when there is none.
    QueuedWait *takeFirst() noexcept;
    void append(QueuedWait &wait) noexcept;
    void remove(QueuedWait &wait) noexcept;
    /// What they wait for is being destroyed: all get `Cancelled`.
    void cancelAll() noexcept;

private:
    QueuedWait *m_first = nullptr;
    QueuedWait *m_last = nullptr;
    std::size_t m_size = 0;
};

inline QueuedWait::~QueuedWait()
{
    if (m_queue)
        m_queue->remove(*this);
}

} // namespace asyncade::detail
