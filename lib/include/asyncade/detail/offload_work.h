// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>
#include <asyncade/detail/wait.h>

#include <QRunnable>

#include <condition_variable>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace asyncade::detail {

/// What a pool's thread and the one that waits for its work tell each other.
class OffloadLine {
public:
    struct Progress {
        std::int64_t done = 0, total = 0;
    };
    struct News {
        bool ended = false;
        std::optional<Progress> progress;
    };

    /// From the pool's thread, or any other.
    ///@{
    void tell(Progress progress);
    void tellBegun();
    void tellEnded();
    void nudge();
    ///@}

    /// On the waiting thread, before the work is handed over: an observer wants to know when it begins.
    void awaitBegin() noexcept { m_awaitsBegin = true; }
    /// On the waiting thread. Whether it has not begun, as far as `take` knows.
    bool awaitsBegin() const noexcept { return m_awaitsBegin; }
    /// On the waiting thread. What is new since the last call.
    News take();
    /// Whether nothing is new; the token is stopped when that changes.
    bool isQuiet(std::stop_token &news);
    /// Blocks until the work has ended.
    void join();

private:
    void ring(std::unique_lock<std::mutex> &lock);

    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::stop_source m_bell; ///< A new one for each wait: a stop request is what may come to a clock from any thread.
    News m_news;
    bool m_hasNews = false;
    bool m_begun = false;
    bool m_awaitsBegin = false; ///< The waiting thread's.
};

/// Waits until the line has news; false: the clock has ended.
class OffloadNews {
public:
    class Awaiter;
    OffloadNews(OffloadLine &line, const Clock::OutsideWork &work) noexcept : m_line(&line), m_work(work.number()) {}
    Awaiter operator co_await() const;

private:
    OffloadLine *m_line;
    std::uint64_t m_work;
};

class OffloadNews::Awaiter final : private StoppableWait {
public:
    Awaiter(OffloadLine &line, std::uint64_t work) noexcept : m_line(&line), m_work(work) {}
    bool await_ready() { return !begin({}) || !m_line->isQuiet(m_news); }
    void await_suspend(std::coroutine_handle<> coroutine) { suspend(coroutine, m_news); }
    bool await_resume()
    {
        if (!cancelled())
            finish();
        return !cancelled() || cause().reason != StopReason::ClockEnded;
    }

private:
    void leave() noexcept override {}
    std::uint64_t outsideWork() const noexcept override { return m_work; }
    std::string describe() const override { return "work on another thread"; }
    WaitNote note() const noexcept override
    {
        const bool waitsForThread = m_line->awaitsBegin();
        return {.reason = waitsForThread ? WaitReason::Slot : WaitReason::Work, .ahead = waitsForThread ? 0u : 1u, .whenStopped = GoHow::Granted};
    }

    OffloadLine *m_line;
    std::uint64_t m_work; ///< Its number.
    std::stop_token m_news;
};

inline OffloadNews::Awaiter OffloadNews::operator co_await() const { return Awaiter(*m_line, m_work); }

/// Work for the pool: everything that does not depend on its type. Lies in the frame of the one who waits for it.
class OffloadTask : private QRunnable {
public:
    explicit OffloadTask(std::stop_token outer);
    /// Stops the work and waits for its end.
    virtual ~OffloadTask();
    OffloadTask(const OffloadTask &) = delete;
    OffloadTask &operator=(const OffloadTask &) = delete;

    void start();
    OffloadLine &line() noexcept { return *m_line; }
    bool stopRequested() const noexcept { return m_stop.stop_requested(); }
    void requestStop() { m_stop.request_stop(); }
    /// Takes it out of the pool's queue, if it has not begun.
    bool takeBack();
    /// Blocks until it has ended, or takes it back.
    void stopAndJoin();
    /// Whether it has been called at all; after its end.
    bool begun() const noexcept { return m_begun; }
    StopCause cause() const;

protected:
    /// On the pool's thread; must not throw.
    virtual void execute(const std::stop_token &token, const std::shared_ptr<OffloadLine> &line) = 0;

private:
    struct Forward {
        OffloadTask *task;
        void operator()() const;
    };
    void run() final;

    std::shared_ptr<OffloadLine> m_line = std::make_shared<OffloadLine>();
    std::stop_source m_stop;
    mutable std::mutex m_causeMutex;
    StopCause m_cause;
    std::stop_token m_outer;
    std::optional<std::stop_callback<Forward>> m_link;
    bool m_running = false; ///< It is the pool's.
    bool m_begun = false;
    bool m_tellsBegin = false; ///< Somebody observes.
};

} // namespace asyncade::detail
