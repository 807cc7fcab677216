// SPDX-License-Identifier: MIT
#pragma once

namespace asyncade::detail {

/// A place in an intrusive doubly linked list.
struct Link {
    Link *previous = nullptr;
    Link *next = nullptr;
    const bool marker = false; ///< Holds a place in the queue instead of a wait.

    constexpr explicit Link(bool isMarker = false) noexcept : marker(isMarker) {}
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;
    bool linked() const noexcept { return next != nullptr; }
    void unlink() noexcept
    {
        previous->next = next;
        next->previous = previous;
        previous = next = nullptr;
    }
};

/// First in, first out, without allocation; anything can leave from the middle.
class ReadyQueue {
public:
    ReadyQueue() noexcept { m_end.previous = m_end.next = &m_end; }
    ReadyQueue(const ReadyQueue &) = delete;
    ReadyQueue &operator=(const ReadyQueue &) = delete;

    bool empty() const noexcept { return m_end.next == &m_end; }
    void append(Link &link) noexcept { insertBefore(m_end, link); }
    static void insertBefore(Link &position, Link &link) noexcept
    {
        link.previous = position.previous;
        link.next = &position;
        position.previous->next = &link;
        position.previous = &link;
    }
    /// The first that is not a marker, or nullptr.
    Link *first() const noexcept { return skip(m_end.next); }
    /// The first behind `link` that is not a marker, or nullptr.
    Link *after(const Link &link) const noexcept { return skip(link.next); }

private:
    Link *skip(Link *link) const noexcept
    {
        while (link != &m_end && link->marker)
            link = link->next;
        return link == &m_end ? nullptr : link;
    }

    Link m_end;
};

} // namespace asyncade::detail
