// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/batcher_core.h>
#include <asyncade/detail/operation.h>
#include <asyncade/duration.h>
#include <asyncade/sleep.h>

#include <chrono>
#include <concepts>
#include <coroutine>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade {

/// When a `Batcher` makes its calls.
struct BatcherOptions {
    int size = 100;                                 ///< A call carries at most so many; at least 1.
    Duration delay = std::chrono::milliseconds(10); ///< The first of them waits at most so long; 0 or more.
    Part part{};                                    ///< What an observer is told of.
};
static_assert(std::is_trivially_destructible_v<BatcherOptions>);

namespace detail {

template <class Item, class Result>
using BatcherValues = std::conditional_t<std::is_void_v<Result>, void, std::vector<NotVoid<Result>>>;

/// Somebody who waits, with what was asked for and what came of it.
template <class Item, class Result>
class BatcherAwaiter final : private BatcherMember {
public:
    BatcherAwaiter(BatcherCore &core, Item item, std::stop_token token) : BatcherMember(core, std::move(token)), m_item(std::move(item)) {}
    bool await_ready() { return !mayWait(); }
    void await_suspend(std::coroutine_handle<> coroutine) { join(coroutine); }
    Result await_resume()
    {
        finish();
        if (m_error)
            std::rethrow_exception(m_error);
        if constexpr (!std::is_void_v<Result>)
            return std::move(*m_result);
    }

    /// Its place in a call.
    Item enter(WaiterQueue &members, std::size_t position)
    {
        m_position = position;
        members.append(*this);
        return std::move(m_item);
    }
    void settle(Outcome<BatcherValues<Item, Result>> &outcome)
    {
        if (outcome.error)
            m_error = outcome.error;
        else if constexpr (!std::is_void_v<Result>)
            m_result.emplace(std::move((*outcome.value)[m_position]));
        wake();
    }
    static BatcherAwaiter &from(QueuedWait &wait) { return static_cast<BatcherAwaiter &>(static_cast<BatcherMember &>(wait)); }

private:
    Item m_item;
    std::optional<NotVoid<Result>> m_result;
};

/// What a Batcher shares with its calls.
template <class Item, class Result>
class BatcherState : public BatcherCore, public std::enable_shared_from_this<BatcherState<Item, Result>> {
public:
    using BatcherCore::BatcherCore;
    using Values = BatcherValues<Item, Result>;
    using Member = BatcherAwaiter<Item, Result>;

protected:
    virtual QCoro::Task<Values> call(std::vector<Item> items, std::stop_token token) = 0;

private:
    struct Call {
        WaiterQueue members; ///< Those who have not given up.
        std::vector<Item> items;
        std::size_t size = 0;
    };
    /// The work of a child of the scope.
    struct Making {
        Making(std::shared_ptr<BatcherState> s, std::shared_ptr<Call> c) : state(std::move(s)), call(std::move(c)) {}
        std::shared_ptr<BatcherState> state;
        std::shared_ptr<Call> call;
        QCoro::Task<> operator()(std::stop_token token) const { return make(state, call, std::move(token)); }
    };

    void send(std::size_t count) override
    {
        const auto call = std::make_shared<Call>();
        call->size = count;
        call->items.reserve(count);
        for (std::size_t position = 0; position < count; ++position)
            call->items.push_back(Member::from(takeFirst()).enter(call->members, position));
        m_calls.push_back(call);
        startChild<Making>(scope(), name().empty() ? "Batcher" : name(), Making(this->shared_from_this(), call));
    }
    void cancelSent() noexcept override
    {
        for (const std::shared_ptr<Call> &call : m_calls)
            call->members.cancelAll();
    }

    static QCoro::Task<> make(std::shared_ptr<BatcherState> state, std::shared_ptr<Call> call, std::stop_token token)
    {
        const ContextGuard own;
        Outcome<Values> outcome;
        const Sleep turn = yield(token); // The user's function is not called from within whoever filled the batch.
        try {
            co_await turn;
            auto calling = state->call(std::move(call->items), token);
            if constexpr (std::is_void_v<Result>) {
                co_await calling;
                outcome.value.emplace();
            } else {
                outcome.value.emplace(co_await calling);
                if (outcome.value->size() != call->size)
                    throw std::logic_error("Batcher: expected " + std::to_string(call->size) + " results, got "
                                           + std::to_string(outcome.value->size()));
            }
        } catch (...) {
            outcome.error = std::current_exception();
        }
        own.restore();
        std::erase(state->m_calls, call);
        if (outcome.error && call->members.empty())
            reportError("Batcher", state->name(), 0, outcome.error);
        while (QueuedWait *member = call->members.takeFirst())
            Member::from(*member).settle(outcome);
    }

    std::vector<std::shared_ptr<Call>> m_calls; ///< Under way.
};

template <class Item, class Result, class F>
class BatcherFunction final : public BatcherState<Item, Result> {
public:
    BatcherFunction(F function, const BatcherOptions &options, std::string name)
        : BatcherState<Item, Result>(options.size, options.delay, options.part, std::move(name)), m_function(std::move(function))
    {
        checkWork("Batcher", m_function);
    }

private:
    QCoro::Task<BatcherValues<Item, Result>> call(std::vector<Item> items, std::stop_token token) override
    {
        auto begun = begin(m_function, token, std::move(items));
        if constexpr (std::is_void_v<Result>)
            co_await begun;
        else
            co_return co_await begun;
    }

    F m_function;
};

} // namespace detail

/// Collects single requests into one call: when `size` of them have come, or `delay` after the first, whichever is sooner.
/// Belongs to one thread.
///
/// The function gets the items in the order in which they came and gives a result for each, in the same order (nothing if `Result` is
/// void). It may take a `std::stop_token`, and return a task, anything awaitable, or plain values. Each caller gets its own result. If
/// the call fails, every caller gets that error; another number of results is a std::logic_error for all. Calls may overlap.
///
/// A caller who gives up before the call is made leaves the batch, and the delay counts from the first of those who stay; after that
/// it no longer waits, and the call goes on for the others. If nobody is left to hear an error, it goes to the error hook.
/// A request at the very instant at which the delay ends still shares the call. Destroyed: whoever waits gets `Cancelled`, and the calls
/// under way are stopped and unwound. The call is made in the span of its first request, its lead.
///
///     asyncade::Batcher<int, User> users{fetchUsers, {.size = 50, .delay = 5ms}};
///     User user = co_await users.submit(id, token);
template <class Item, class Result = void>
class Batcher {
    static_assert(std::copy_constructible<Item>, "a Batcher's items must be copyable: what is awaited is a small object that is copied");

public:
    /// What `submit` returns: await it. Nothing is asked for before `co_await`.
    class [[nodiscard("await it: nothing happens before co_await")]] Submission {
    public:
        /// \internal
        Submission(detail::BatcherCore &core, Item item, std::stop_token token)
            : m_token(std::move(token)), m_core(&core), m_item(std::move(item))
        {
        }
        detail::BatcherAwaiter<Item, Result> operator co_await() const { return {*m_core, m_item, m_token}; }

    private:
        std::stop_token m_token;
        detail::BatcherCore *m_core;
        Item m_item;
    };

    /// `name` appears in messages. Throws std::invalid_argument unless size is at least 1, delay at least 0, and the function not empty.
    template <class F>
        requires detail::Callable<std::decay_t<F>, std::vector<Item>>
    explicit Batcher(F &&function, BatcherOptions options = {}, std::string name = {})
        : m_state(std::make_shared<detail::BatcherFunction<Item, Result, std::decay_t<F>>>(std::forward<F>(function), options, std::move(name)))
    {
        detail::checkCallable<F>();
    }
    ~Batcher() { m_state->close(); }
    Batcher(const Batcher &) = delete;
    Batcher &operator=(const Batcher &) = delete;

    /// Waits for the result of one item. Throws the call's error, and `Cancelled` when `token` is stopped or this is destroyed.
    template <class U = Item>
        requires std::convertible_to<U, Item>
    Submission submit(U &&item, std::stop_token token = {})
    {
        detail::checkValue<U>();
        return Submission(*m_state, std::forward<U>(item), std::move(token));
    }
    /// Makes the call now, for those who have come so far.
    void flush() { m_state->flush(); }
    /// How many wait for the next call.
    std::size_t pending() const noexcept { return m_state->pending(); }

    /// How many a call carries at most.
    int size() const noexcept { return m_state->size(); }
    /// Lowered to what has come or less, the calls are made at once. Throws std::invalid_argument unless `size` is at least 1.
    void setSize(int size) { m_state->setSize(size); }
    /// How long the first of them waits at most.
    std::chrono::nanoseconds delay() const noexcept { return m_state->delay(); }
    /// Counts for those who wait too. Throws std::invalid_argument unless `delay` is at least 0.
    void setDelay(Duration delay) { m_state->setDelay(delay); }

private:
    std::shared_ptr<detail::BatcherState<Item, Result>> m_state;
};

} // namespace asyncade
