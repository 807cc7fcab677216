// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/join.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/detail/scope_state.h>
#include <asyncade/detail/waiter_queue.h>
#include <asyncade/parallel_map.h>
#include <asyncade/rate_limiter.h>
#include <asyncade/semaphore.h>

#include <coroutine>
#include <cstddef>
#include <deque>
#include <exception>
#include <limits>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>

namespace asyncade {

struct RateLimitedOptions {
    /// At most so many calls at a time; 0 = as many as the rate brings about.
    int maxInFlight = 0;
    /// Results in the order of the items; else in the order in which the calls end.
    bool inOrder = true;
    /// Pull items as they come instead of one when the one before has started: each then waits for its slot and its token by
    /// itself, first come, first served. Needed by sources that must be emptied at their own pace, and to see on a timeline
    /// who waits.
    bool pullAhead = false;
    /// What an observer is told of: the slots of `maxInFlight`.
    Part part{};
};
static_assert(std::is_trivially_destructible_v<RateLimitedOptions>);

namespace detail {

/// The results of calls that end in any order, handed to those who ask in the order of the calls or of their ends.
template <class T>
class ResultStream {
public:
    explicit ResultStream(bool inOrder) noexcept : m_inOrder(inOrder) {}
    ResultStream(const ResultStream &) = delete;
    ResultStream &operator=(const ResultStream &) = delete;

    void add(std::size_t index, T value)
    {
        if (m_inOrder) {
            while (m_results.size() <= index - m_given)
                m_results.emplace_back();
            m_results[index - m_given].emplace(std::move(value));
        } else {
            m_results.emplace_back(std::move(value));
        }
        handOut();
    }
    /// Nothing more will come: whoever asks gets what is there, then the error once, if there is one, and then nothing.
    void end(std::exception_ptr error)
    {
        m_ended = true;
        m_error = std::move(error);
        // What lies behind a gap, left by a call that was stopped, comes all the same, unless there is an error to tell.
        std::erase_if(m_results, [](const auto &result) { return !result.has_value(); });
        handOut();
    }
    /// An error that nobody has read is not lost.
    ~ResultStream() { reportError("rateLimit", {}, 0, m_error); }
    /// The stream's owner is gone.
    void cancelAll() noexcept { m_waiters.cancelAll(); }

    class Awaiter final : private QueuedWait {
    public:
        Awaiter(std::shared_ptr<ResultStream> stream, std::stop_token token) noexcept
            : m_stream(std::move(stream)), m_token(std::move(token))
        {
        }
        bool await_ready()
        {
            if (!this->begin(m_token))
                return true;
            if (m_stream->m_waiters.empty() && m_stream->canGive()) {
                m_stream->giveTo(*this);
                return true;
            }
            return false;
        }
        void await_suspend(std::coroutine_handle<> coroutine) { this->suspendIn(m_stream->m_waiters, coroutine, m_token); }
        std::optional<T> await_resume()
        {
            this->finish();
            if (m_error)
                std::rethrow_exception(m_error);
            return std::move(m_value);
        }

    private:
        friend class ResultStream;
        bool giveUpWhenReady() noexcept override
        {
            m_stream->takeBack(*this);
            return true;
        }
        std::string describe() const override { return "a result of rateLimit"; }
        WaitNote note() const noexcept override { return {.reason = WaitReason::Work}; }

        std::shared_ptr<ResultStream> m_stream;
        std::stop_token m_token;
        std::optional<T> m_value;
        std::exception_ptr m_error;
    };

private:
    bool hasNext() const noexcept { return !m_results.empty() && m_results.front().has_value(); }
    bool canGive() const noexcept { return hasNext() || m_ended; }
    void giveTo(Awaiter &waiter)
    {
        if (hasNext()) {
            waiter.m_value = std::move(m_results.front());
            m_results.pop_front();
            ++m_given;
        } else {
            waiter.m_error = std::exchange(m_error, nullptr);
        }
    }
    /// It was given something and gives up before it could look at it.
    void takeBack(Awaiter &waiter)
    {
        if (waiter.m_value) {
            m_results.push_front(std::exchange(waiter.m_value, std::nullopt));
            --m_given;
        } else if (waiter.m_error) {
            m_error = std::exchange(waiter.m_error, nullptr);
        }
        handOut();
    }
    void handOut()
    {
        while (!m_waiters.empty() && canGive()) {
            auto &waiter = static_cast<Awaiter &>(*m_waiters.takeFirst());
            giveTo(waiter);
            waiter.wake();
        }
    }

    bool m_inOrder;
    bool m_ended = false;
    std::exception_ptr m_error;
    std::deque<std::optional<T>> m_results; ///< In order: those of the calls from number m_given on.
    std::size_t m_given = 0;
    WaiterQueue m_waiters;
};

/// The limiter that the calls obey: their own, or somebody's.
class CallLimiter {
public:
    explicit CallLimiter(std::unique_ptr<RateLimiter> own) noexcept : m_own(std::move(own)), m_limiter(m_own.get()) {}
    explicit CallLimiter(RateLimiter &limiter) noexcept : m_limiter(&limiter) {}
    RateLimiter &operator*() const noexcept { return *m_limiter; }

private:
    std::unique_ptr<RateLimiter> m_own;
    RateLimiter *m_limiter;
};

/// One run of rateLimit. Shared with its calls, which may outlive it when they obey no token.
template <class Puller, class F>
class RateLimitedCalls : public std::enable_shared_from_this<RateLimitedCalls<Puller, F>> {
public:
    using Item = typename Puller::Item;
    using Value = ValueOf<F, Item>;
    using T = NotVoid<Value>;

    RateLimitedCalls(Puller items, F f, CallLimiter limiter, RateLimitedOptions options, std::stop_token outer)
        : m_items(std::move(items)), m_function(std::move(f)), m_limiter(std::move(limiter)), m_pullAhead(options.pullAhead),
          m_permits(limitOf(options.maxInFlight), "rateLimit", options.part),
          m_stream(std::make_shared<ResultStream<T>>(options.inOrder)), m_outer(outer), m_stop(std::move(outer)),
          m_failure("rateLimit", m_stop), m_scope(std::make_shared<ScopeState>(ErrorHook())),
          m_closing(m_scope->token(), StopCalls{this})
    {
    }

    static int limitOf(int maxInFlight)
    {
        if (maxInFlight < 0)
            throwInvalid("rateLimit", "maxInFlight of at least 0", std::to_string(maxInFlight));
        return maxInFlight == 0 ? std::numeric_limits<int>::max() : maxInFlight;
    }
    void setMaxInFlight(int maxInFlight) { m_permits.setLimit(limitOf(maxInFlight)); }
    /// Begins to pull and to call, the first time that somebody asks for a result.
    void begin()
    {
        if (std::exchange(m_begun, true))
            return;
        const ContextGuard guard;
        startChild(m_scope, "rateLimit", PullChild{this->shared_from_this()});
    }
    const std::shared_ptr<ResultStream<T>> &stream() const noexcept { return m_stream; }
    /// Its owner goes away: stops and unwinds what runs.
    void close() noexcept
    {
        m_scope->close();
        m_stream->cancelAll();
    }

private:
    struct StopCalls {
        RateLimitedCalls *calls;
        void operator()() const noexcept { calls->m_stop.source().request_stop(); } // The cause stays the scope's.
    };
    /// What runs as a child of the scope stops on the run's own token, which the scope's is linked to.
    struct PullChild {
        std::shared_ptr<RateLimitedCalls> calls;
        QCoro::Task<> operator()(const std::stop_token &) { return pull(std::move(calls)); }
    };
    struct CallChild {
        std::shared_ptr<RateLimitedCalls> calls;
        Item item;
        Permit permit;
        std::size_t index;
        QCoro::Task<> operator()(const std::stop_token &)
        {
            return callOne(std::move(calls), std::move(item), std::move(permit), index);
        }
    };

    static QCoro::Task<> pull(std::shared_ptr<RateLimitedCalls> self)
    {
        const ContextGuard own;
        std::exception_ptr error;
        try {
            while (!self->m_stop.requested()) {
                self->m_complete = self->m_items.knownEmpty();
                if (self->m_complete)
                    break;
                Permit permit;
                if (!self->m_pullAhead) {
                    const Semaphore::Acquire slot = self->slot();
                    permit = co_await slot;
                }
                auto pulling = self->m_items.next(self->m_stop.token());
                auto item = co_await pulling;
                own.restore();
                self->m_complete = !item.has_value();
                if (self->m_complete || self->m_stop.requested())
                    break;
                if constexpr (HasSpan<Item>)
                    thread.context.span = item->span();
                if (!self->m_pullAhead) {
                    const RateLimiter::Acquire token = self->token();
                    co_await token;
                    own.restore();
                }
                self->start(std::move(*item), std::move(permit));
            }
        } catch (...) {
            error = std::current_exception();
        }
        own.restore();
        // Stopped because a call failed: that failure is the one to tell.
        if (error && !(self->m_stop.requested() && isCancelled(error)))
            self->m_failure.record(error, self->m_started);
        self->m_pulled = true;
        self->endIfDone();
    }

    Semaphore::Acquire slot() { return m_permits.acquire(m_stop.token()); }
    RateLimiter::Acquire token() { return (*m_limiter).acquire(m_stop.token()); }

    void start(Item item, Permit permit)
    {
        const ContextGuard guard;
        if constexpr (HasSpan<Item>)
            thread.context.span = item.span();
        ++m_running;
        startChild(m_scope, "rateLimit", CallChild{this->shared_from_this(), std::move(item), std::move(permit), m_started++});
    }

    /// Pulled ahead, an item waits by itself; else it has waited.
    static QCoro::Task<> callOne(std::shared_ptr<RateLimitedCalls> self, Item item, Permit permit, std::size_t index)
    {
        const ContextGuard own;
        Outcome<Value> outcome;
        try {
            if (self->m_pullAhead) {
                const Semaphore::Acquire slot = self->slot();
                permit = co_await slot;
                const RateLimiter::Acquire token = self->token();
                co_await token;
            }
            auto begun = detail::begin(self->m_function, self->m_stop.token(), std::move(item));
            if constexpr (std::is_void_v<Value>) {
                co_await begun;
                outcome.value.emplace();
            } else {
                outcome.value.emplace(co_await begun);
            }
        } catch (...) {
            outcome.error = std::current_exception();
        }
        own.restore();
        permit.release(); // After the work has ended, whoever still waits for its result.
        --self->m_running;
        if (outcome.error)
            self->m_failure.record(std::move(outcome.error), index);
        else
            self->m_stream->add(index, std::move(*outcome.value));
        self->endIfDone();
    }

    void endIfDone()
    {
        if (!m_pulled || m_running > 0)
            return;
        std::exception_ptr error;
        try {
            m_failure.rethrow();
            if (!m_complete && m_outer.stop_requested())
                throw Cancelled();
        } catch (...) {
            error = std::current_exception();
        }
        m_stream->end(std::move(error));
    }

    Puller m_items;
    F m_function;
    CallLimiter m_limiter;
    bool m_pullAhead;
    Semaphore m_permits;
    std::shared_ptr<ResultStream<T>> m_stream;
    std::stop_token m_outer;
    LinkedStop m_stop;
    FirstFailure m_failure;
    std::shared_ptr<ScopeState> m_scope;
    std::stop_callback<StopCalls> m_closing;
    std::size_t m_started = 0, m_running = 0;
    bool m_begun = false, m_pulled = false;
    bool m_complete = false; ///< Every item of the source has been started.
};

} // namespace detail
} // namespace asyncade
