// SPDX-License-Identifier: MIT
#include <asyncade/detail/job.h>

#include <array>
#include <cstdint>
#include <new>

namespace asyncade::detail {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(ASYNCADE_NO_FRAME_POOL)
constexpr bool pooled = false; // So that a use after free is seen.
#else
constexpr bool pooled = true;
#endif

/// Freed frames by size, in the steps of malloc up to 1 KiB; at most `most` of each are kept.
class FramePool {
public:
    ~FramePool();
    void *take(std::size_t size);
    bool keep(void *frame, std::size_t size) noexcept;

private:
    static constexpr std::size_t step = 16, classes = 64;
    static constexpr std::uint32_t most = 1024;
    struct Free {
        Free *next;
    };
    struct Class {
        Free *first = nullptr;
        std::uint32_t count = 0;
    };
    static std::size_t classOf(std::size_t size) { return (size - 1) / step; }

    std::array<Class, classes> m_classes{};
};

// Trivially destructible, so that frames freed after the pool at the thread's end are noticed.
thread_local bool poolHasEnded = false;
thread_local FramePool pool;

FramePool::~FramePool()
{
    poolHasEnded = true;
    for (Class &sizeClass : m_classes) {
        while (Free *frame = sizeClass.first) {
            sizeClass.first = frame->next;
            ::operator delete(frame);
        }
    }
}

void *FramePool::take(std::size_t size)
{
    const std::size_t index = classOf(size);
    if (index >= classes)
        return ::operator new(size);
    Class &sizeClass = m_classes[index];
    if (Free *frame = sizeClass.first) {
        sizeClass.first = frame->next;
        --sizeClass.count;
        return frame;
    }
    return ::operator new((index + 1) * step);
}

bool FramePool::keep(void *frame, std::size_t size) noexcept
{
    const std::size_t index = classOf(size);
    if (index >= classes || m_classes[index].count >= most)
        return false;
    Class &sizeClass = m_classes[index];
    sizeClass.first = new (frame) Free{sizeClass.first};
    ++sizeClass.count;
    return true;
}

} // namespace

void *allocateFrame(std::size_t size)
{
    if constexpr (pooled) {
        if (!poolHasEnded)
            return pool.take(size);
    }
    return ::operator new(size);
}

void freeFrame(void *frame, std::size_t size) noexcept
{
    if constexpr (pooled) {
        if (!poolHasEnded && pool.keep(frame, size))
            return;
    }
    ::operator delete(frame);
}

} // namespace asyncade::detail
