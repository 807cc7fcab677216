// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/errors.h>

#include <atomic>
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace asyncade::detail {

/// What an observer is told of a wait.
struct WaitNote {
    WaitReason reason = WaitReason::None; ///< None: whoever it belongs to says by itself what is waited for.
    Part part{};
    std::optional<std::chrono::nanoseconds> until{};
    std::size_t ahead = 0;
    GoHow whenStopped = GoHow::Cancelled; ///< How it goes on when its token is stopped; a token may be what it waits for.
};

/// A suspended coroutine: the base of every awaiter. It lies in the coroutine's frame, is known to its clock while it waits, and
/// is resumed by the clock's ready queue only. The death of what it waits on and the end of the clock cancel it; so does a token,
/// if it is a StoppableWait.
class Wait : public Link {
public:
    enum class State : std::uint8_t { Idle, Suspended, Ready, Resumed };

    Clock &clock() const noexcept { return *m_clock; }
    const Context &context() const noexcept { return m_context; }
    bool obeysToken() const noexcept { return m_obeysToken; }
    /// A helper's wait for work of its own: it ends when that work ends, and nothing else may end it.
    bool isInternal() const noexcept { return m_internal; }
    std::coroutine_handle<> coroutine() const noexcept { return m_coroutine; }
    State state() const noexcept { return m_state; }

    /// It may go on. Called on the clock's thread; does nothing unless it is suspended.
    void wake(GoHow how = GoHow::Granted) noexcept;
    /// It shall give up. Called on the clock's thread; does nothing once it has been resumed.
    void cancel(StopCause cause) noexcept;

    /// What it waits for, in words: "a slot of \"api\" (2 ahead)".
    virtual std::string describe() const = 0;
    /// The same for an observer; asked for when it suspends and when it goes on.
    virtual WaitNote note() const noexcept = 0;
    /// The number of the work on another thread that it waits for (see Clock::OutsideWork); 0 = none.
    virtual std::uint64_t outsideWork() const noexcept { return 0; }

protected:
    explicit Wait(bool internal = false) noexcept : m_internal(internal) {}
    ~Wait()
    {
        if (linked()) // Else nobody knows of it, or any more.
            unlink();
    }
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;

    /// Binds it to the current clock. False: it must not suspend, because the clock has ended.
    bool begin()
    {
        m_clock = &Clock::current();
        return m_internal || !m_clock->ended() || refuse();
    }
    void suspend(std::coroutine_handle<> coroutine) noexcept
    {
        suspendUnlisted(coroutine);
        m_clock->addSuspended(*this);
    }
    /// The same for whoever is known to the clock by its timer, or is woken at once: there is nothing to be listed and taken from a
    /// list again, and no need to touch the frames of those who happen to be listed beside it.
    void suspendUnlisted(std::coroutine_handle<> coroutine) noexcept
    {
        m_coroutine = coroutine;
        m_context = thread.context;
        m_state = State::Suspended;
        if (m_clock->observer()) [[unlikely]]
            tellWait();
    }
    /// Tells an observer what it waits for, from now on: for one that waits for one thing after another without going on between them.
    void tellWait() noexcept;
    /// Tells an observer that it waits no more.
    void tellGo(GoHow how) noexcept;
    /// First thing in await_resume. Throws Cancelled when it was cancelled.
    void finish()
    {
        m_state = State::Resumed;
        if (m_cancelled) [[unlikely]]
            throw Cancelled(m_cause);
    }
    bool cancelled() const noexcept { return m_cancelled; }
    StopCause cause() const noexcept { return m_cause; }

    /// Leave the queue or heap that it waits in: it is being cancelled while suspended.
    virtual void leave() noexcept = 0;
    /// It was woken, not yet resumed, and is cancelled now. Returns whether it gives up (after it passed on what it had got).
    virtual bool giveUpWhenReady() noexcept { return false; }

private:
    bool refuse() noexcept;

    State m_state = State::Idle; // These lie in what Link leaves over.
    bool m_internal;
    bool m_obeysToken = false;
    bool m_cancelled = false;
    WaitReason m_told = WaitReason::None; ///< What an observer was told.
    StopCause m_cause;
    Clock *m_clock = nullptr;
    std::coroutine_handle<> m_coroutine;
    Context m_context;
    friend class StoppableWait;
    friend class asyncade::Clock;
};

/// A wait that a token cancels, too. Those that are never given one do without it: it takes as much memory as the rest.
class StoppableWait : public Wait {
public:
    /// Its token was stopped by another thread and the clock has taken notice.
    void takeRemoteStop() noexcept { cancel(m_remoteCause); }

protected:
    StoppableWait() = default;
    ~StoppableWait()
    {
        if (m_state == State::Suspended || m_state == State::Ready) // Else its token has been let go, or there was none.
            release();
    }

    /// As in Wait. False also when the token is stopped.
    bool begin(const std::stop_token &token) { return Wait::begin() && (!token.stop_requested() || refuse()); }
    void suspend(std::coroutine_handle<> coroutine, const std::stop_token &token)
    {
        Wait::suspend(coroutine);
        obey(token);
    }
    /// For whoever has suspended unlisted. When the token was stopped meanwhile the wait is ready at once.
    void obey(const std::stop_token &token)
    {
        if (token.stop_possible())
            listenTo(token);
    }
    void finish()
    {
        if (m_obeysToken)
            release();
        Wait::finish();
    }

private:
    struct OnStop {
        StoppableWait *wait;
        void operator()() const noexcept { wait->onStop(); }
    };
    void listenTo(const std::stop_token &token);
    void onStop() noexcept;
    void release() noexcept;

    StopCause m_remoteCause;
    std::atomic<bool> m_posted = false; ///< In the clock's list of stop requests from other threads.
    std::optional<std::stop_callback<OnStop>> m_onStop;
    friend class asyncade::Clock;
};

} // namespace asyncade::detail
