// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <utility>

namespace asyncade::detail {

/// What several hold together, all on one thread: counts its holders without atomic operations.
class Counted {
public:
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

protected:
    Counted() = default;
    ~Counted() = default;

private:
    template <class T>
    friend class Ref;
    std::size_t m_holders = 0;
};

/// Holds a Counted; the last one deletes it.
template <class T>
class Ref {
public:
    Ref() = default;
    explicit Ref(T *held) noexcept : m_held(held)
    {
        if (m_held)
            ++m_held->Counted::m_holders;
    }
    Ref(const Ref &other) noexcept : Ref(other.m_held) {}
    Ref(Ref &&other) noexcept : m_held(std::exchange(other.m_held, nullptr)) {}
    Ref &operator=(Ref other) noexcept
    {
        std::swap(m_held, other.m_held);
        return *this;
    }
    ~Ref()
    {
        if (m_held && --m_held->Counted::m_holders == 0)
            delete m_held;
    }

    explicit operator bool() const noexcept { return m_held != nullptr; }
    T *operator->() const noexcept { return m_held; }
    T &operator*() const noexcept { return *m_held; }

private:
    T *m_held = nullptr;
};

} // namespace asyncade::detail
