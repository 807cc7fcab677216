// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/rate_account.h>
#include <asyncade/detail/waiter_queue.h>
#include <asyncade/duration.h>
#include <asyncade/observer.h>

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade {

/// One rule of a `RateLimiter`: `count` may pass `per` so long a time.
struct RateLimit {
    double count = 1; ///< Need not be whole, unless `strict`: 0.5 per second is one every two seconds.
    /// The time in which `count` may pass; above 0.
    Duration per = std::chrono::seconds(1);
    /// So many may pass at once after a quiet time; at least 1. In any span of length t never more than burst + count·t/per pass.
    int burst = 1;
    /// Never more than `count` in any window of length `per`, wherever it begins; `burst` is 1. Needs the memory of one window and of up to
    /// a thousand before it: so a longer window counts those who passed before, too.
    bool strict = false;
};
static_assert(std::is_trivially_destructible_v<RateLimit>);

/// What is optional about a `RateLimiter` of one rule.
struct RateLimiterOptions {
    int burst = 1;       ///< See RateLimit.
    bool strict = false; ///< See RateLimit.
    Part part{};         ///< What an observer is told of: who waits for a token, and the level "tokens".
};
static_assert(std::is_trivially_destructible_v<RateLimiterOptions>);

/// Lets work pass at a rate, first come, first served. Rate and burst can be changed while others wait. Belongs to one
/// thread, and should be used on one clock.
///
/// Each rule is a token bucket, or strict (see `RateLimit`). With several rules (per second and per minute) a caller passes
/// when all of them allow it, and takes from all or from none. A caller's place and time are reserved before it suspends, so
/// callers that come together are spread out; when one gives up, all behind it move up. A caller that is resumed late, as
/// timers of an operating system are, costs those behind it nothing, up to 10 ms; a strict rule counts when they really pass.
/// Destroyed while somebody waits: the waiters get `Cancelled`.
///
///     asyncade::RateLimiter limiter{10, 1s};
///     co_await limiter.acquire(token);
class RateLimiter final : private detail::Timer {
public:
    class Awaiter;
    class Acquire;

    /// `count` in each `per`: 10, 1s. `name` appears in messages about those who wait.
    /// Throws std::invalid_argument unless count, per and burst make a rule, whose bucket is full within 73 years.
    template <class Number>
        requires std::is_arithmetic_v<Number>
    RateLimiter(Number count, Duration per, RateLimiterOptions options = {}, std::string name = {})
        : RateLimiter(RateLimit{double(count), per, options.burst, options.strict}, options.part, std::move(name))
    {
    }
    /// All of several rules: RateLimiter limiter(std::vector<RateLimit>{{10, 1s}, {100, 1min}}). At least one.
    explicit RateLimiter(const std::vector<RateLimit> &rules, Part part = {}, std::string name = {});
    ~RateLimiter();
    RateLimiter(const RateLimiter &) = delete;
    RateLimiter &operator=(const RateLimiter &) = delete;

    /// Waits until one may pass. Throws `Cancelled` when `token` is stopped: nothing is taken then.
    Acquire acquire(std::stop_token token = {});
    /// Waits until `count` may pass together. Throws std::invalid_argument at once when they never can.
    Acquire acquire(int count, std::stop_token token = {});
    /// Whether `count` may pass now, and nobody waits: then they are taken.
    [[nodiscard("look at it: false, and nothing may pass")]]
    bool tryAcquire(int count = 1);

    /// How many could pass now; 0 while others wait.
    int available() const;
    /// How long acquire(count) would wait if it were called now. 0 = not at all. Under a strict rule it may be longer when
    /// those who wait want several at once.
    std::chrono::nanoseconds timeUntilReady(int count = 1) const;
    /// How many can pass at one instant at all: what `count` may be.
    int most() const noexcept { return m_most; }
    /// How many wait now.
    std::size_t waiting() const noexcept { return m_waiters.size(); }
    /// Whether nobody waits and nothing that passed counts any more: as good as new.
    bool isIdle() const;

    /// A new rate, for those who wait too: what they still lack is counted in tokens. `rule` is the position of the rule
    /// among several. A strict rule holds from now on for windows that began before, too; those who passed so long ago that it does not
    /// remember them count as if they had passed with the last of them.
    void setRate(double count, Duration per, int rule = 0);
    /// A new burst. Whoever waits for more than a lowered burst still passes, when the tokens for it have come. Not for a
    /// strict rule.
    void setBurst(int burst, int rule = 0);

    /// Nobody passes for so long: the server has answered 429 with Retry-After, once for all callers. A shorter pause than
    /// the one under way changes nothing, nor does zero or less. Tokens come in meanwhile, so that afterwards at most a burst passes at once.
    void pause(Duration duration);
    /// Ends a pause now.
    void resume();
    /// Whether a pause is under way.
    bool isPaused() const;

private:
    RateLimiter(const RateLimit &rule, Part part, std::string name);

    /// Tells an observer of a level that steps up by itself, as under a strict rule.
    struct Telling final : detail::Timer {
        explicit Telling(const RateLimiter &owner) noexcept : limiter(owner) {}
        void fire() noexcept override { limiter.tellStep(); }
        const RateLimiter &limiter;
        Clock *clock = nullptr; ///< Where it is set, while it is.
    };

    bool passNow(int count, std::chrono::nanoseconds now)
    {
        return isSimple() && now >= m_pausedUntil ? m_first.tryTake(count, now) : passAllNow(count, now);
    }
    bool isSimple() const noexcept { return m_simple && m_waiters.empty(); }
    bool passAllNow(int count, std::chrono::nanoseconds now);
    void takeAll(int count, std::chrono::nanoseconds due, std::chrono::nanoseconds now);
    std::chrono::nanoseconds readyAt(std::int64_t ahead, int count) const noexcept;
    void checkCount(int count) const
    {
        if (count < 1 || count > m_most) [[unlikely]]
            refuse(count);
    }
    [[noreturn]] void refuse(int count) const;
    std::chrono::nanoseconds now() const;
    detail::RateAccount &account(int rule);
    void change(int rule, const RateLimit &limit);
    void serve(std::chrono::nanoseconds since = std::chrono::nanoseconds::max()) noexcept;
    void fire() noexcept override { serve(m_timerDue); }
    void arm(Clock &clock, std::chrono::nanoseconds due) noexcept;
    void letGo(Awaiter &head, std::chrono::nanoseconds time) noexcept;
    void announce(WaitReason reason) noexcept;
    WaitReason reason(std::chrono::nanoseconds now) const noexcept
    {
        return now < m_pausedUntil ? WaitReason::Pause : WaitReason::Token;
    }
    void reportGranted(std::chrono::nanoseconds now) const;
    void reportLevels(std::chrono::nanoseconds now) const;
    void tellNextStep(std::chrono::nanoseconds now) const;
    void tellStep() const noexcept;
    void giveBack(int count, std::chrono::nanoseconds at) noexcept;

    detail::RateAccount m_first;
    bool m_simple = true; ///< One rule, a token bucket.
    bool m_isClosing = false;
    int m_most;
    Part m_part;
    std::chrono::nanoseconds m_pausedUntil{};
    detail::WaiterQueue m_waiters;
    detail::WaiterQueue m_granted; ///< Those who may go on and have not been resumed yet.
    std::int64_t m_awaited = 0;    ///< The sum of what the waiters want.
    WaitReason m_announced = WaitReason::Token;
    Clock *m_timerClock = nullptr; ///< Where the timer for the first waiter is set, and for when.
    std::chrono::nanoseconds m_timerDue{};
    mutable Telling m_telling{*this};
    std::vector<detail::RateAccount> m_more;
    std::vector<RateLimit> m_rules;
    std::string m_name;
};

/// What `RateLimiter::acquire` returns: await it. Nothing is reserved before `co_await`.
class [[nodiscard("await it: nothing happens before co_await")]] RateLimiter::Acquire {
public:
    /// \internal
    Acquire(RateLimiter &limiter, int count, std::stop_token token) noexcept
        : m_limiter(&limiter), m_token(std::move(token)), m_count(count)
    {
    }
    Awaiter operator co_await() const;

private:
    RateLimiter *m_limiter;
    std::stop_token m_token;
    int m_count;
};

class RateLimiter::Awaiter final : private detail::QueuedWait {
public:
    Awaiter(RateLimiter &limiter, int count, std::stop_token token) noexcept
        : m_limiter(&limiter), m_token(std::move(token)), m_count(count)
    {
    }
    bool await_ready()
    {
        if (!begin(m_token)) [[unlikely]]
            return true;
        const std::chrono::nanoseconds now = clock().now();
        if (!m_limiter->passNow(m_count, now))
            return false;
        if (clock().observer()) [[unlikely]]
            m_limiter->reportGranted(now);
        return true;
    }
    void await_suspend(std::coroutine_handle<> coroutine);
    void await_resume()
    {
        if (state() == State::Ready) [[unlikely]]
            takeGrant();
        finish();
    }

private:
    friend class RateLimiter;
    bool giveUpWhenReady() noexcept override;
    void leave() noexcept override;
    std::string describe() const override;
    detail::WaitNote note() const noexcept override { return {}; } // Told of by itself.
    void takeGrant() noexcept;

    RateLimiter *m_limiter; ///< nullptr: it has died since it let this one pass.
    std::stop_token m_token;
    std::chrono::nanoseconds m_passedAt{};
    Span m_span{};
    int m_count;
    bool m_isGranted = false;
};

inline RateLimiter::Acquire RateLimiter::acquire(std::stop_token token) { return Acquire(*this, 1, std::move(token)); }
inline RateLimiter::Acquire RateLimiter::acquire(int count, std::stop_token token)
{
    checkCount(count);
    return Acquire(*this, count, std::move(token));
}
inline RateLimiter::Awaiter RateLimiter::Acquire::operator co_await() const { return Awaiter(*m_limiter, m_count, m_token); }

} // namespace asyncade
