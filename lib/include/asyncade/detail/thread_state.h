// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <atomic>
#include <cstdint>

namespace asyncade {

class Clock;
struct StopCause;

namespace detail {

/// Whose work is being done on this thread: saved with every wait, put back with every resumption.
struct Context {
    Span span{};
    std::uint64_t child = 0; ///< The TaskScope child that is running; ids are never used twice. 0 = none.
};

/// A resumption on this thread's stack; the innermost first.
struct Running {
    std::uint64_t child = 0;
    const Running *outer = nullptr;
};

/// How many Qt event loops ran on this thread when something began that resumes others; the innermost first.
struct LoopLevel {
    int loops = 0;
    const Running *running = nullptr; ///< The innermost then.
    const LoopLevel *outer = nullptr;
};

/// What the library keeps per thread. Constant-initialised, so reading it costs no guard.
struct ThreadState {
    Clock *current = nullptr;  ///< The clock in use: `resuming`, else `fallback`.
    Clock *resuming = nullptr; ///< The clock that is resuming somebody.
    Clock *fallback = nullptr; ///< The innermost virtual clock, else the system clock once it exists.
    Context context{};
    const Running *running = nullptr;
    const LoopLevel *loopLevel = nullptr;
    const StopCause *cause = nullptr; ///< Set while requestStop() runs.
};

inline constinit thread_local ThreadState thread{};

/// Puts the context back at the end of the block: around calls of the user's functions and the entry of each helper.
class [[nodiscard]] ContextGuard {
public:
    ContextGuard() noexcept : m_context(thread.context) {}
    ~ContextGuard() { thread.context = m_context; }
    ContextGuard(const ContextGuard &) = delete;
    ContextGuard &operator=(const ContextGuard &) = delete;
    /// Puts it back now: a helper does so after it has awaited user work.
    void restore() const noexcept { thread.context = m_context; }
    const Context &context() const noexcept { return m_context; }

private:
    Context m_context;
};

/// Marks a piece of the stack as run by `clock`, in this context.
class [[nodiscard]] RunningGuard {
public:
    RunningGuard(Clock &clock, const Context &context) noexcept
        : m_running{context.child, thread.running}, m_resuming(thread.resuming), m_context(thread.context)
    {
        thread.running = &m_running;
        thread.resuming = thread.current = &clock;
        thread.context = context;
    }
    ~RunningGuard()
    {
        thread.running = m_running.outer;
        thread.resuming = m_resuming;
        thread.current = m_resuming ? m_resuming : thread.fallback;
        thread.context = m_context;
    }
    RunningGuard(const RunningGuard &) = delete;
    RunningGuard &operator=(const RunningGuard &) = delete;

private:
    Running m_running;
    Clock *m_resuming;
    Context m_context;
};

/// Whether a piece of the scope child `child` is on this thread's stack now.
inline bool isRunning(std::uint64_t child) noexcept
{
    for (const Running *running = thread.running; running; running = running->outer) {
        if (running->child == child)
            return true;
    }
    return false;
}

/// Notes the level for what is resumed until the end of the block.
class [[nodiscard]] LoopLevelGuard {
public:
    LoopLevelGuard();
    ~LoopLevelGuard() { thread.loopLevel = m_level.outer; }
    LoopLevelGuard(const LoopLevelGuard &) = delete;
    LoopLevelGuard &operator=(const LoopLevelGuard &) = delete;

private:
    LoopLevel m_level;
};
/// Whether the scope child `child`, which is on this thread's stack, runs an event loop of its own there.
bool runsNestedLoop(std::uint64_t child);

/// Outlives its clock, and knows whether the clock is still there. `clock` is read on the clock's thread only.
struct ClockHandle {
    Clock *clock = nullptr;
    std::atomic<int> outsideWork = 0;
    std::uint64_t lastOutsideWork = 0; ///< The number of the newest; on the clock's thread only.
};

} // namespace detail
} // namespace asyncade
