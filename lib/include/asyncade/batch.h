// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/batch_limits.h>
#include <asyncade/call.h>
#include <asyncade/detail/batch_work.h>
#include <asyncade/duration.h>
#include <asyncade/parallel_map.h>
#include <asyncade/task_result.h>

#include <chrono>
#include <iterator>
#include <memory>
#include <ranges>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade {

/// What is optional about `batchConcurrent` and `batchConcurrentSafe`.
struct BatchOptions {
    /// Between two batches; not before the first and not behind the last.
    Duration pause{};
    /// From where the pause counts.
    BatchPace pace = BatchPace::AfterEnd;
    /// Pull items as they come instead of when the batch before is over: for sources that must be emptied at their own pace, and to
    /// see on a timeline who waits.
    bool pullAhead = false;
    /// What an observer is told of.
    Part part{};
};
static_assert(std::is_trivially_destructible_v<BatchOptions>);

namespace detail {

template <class Run>
QCoro::Task<VectorOf<typename Run::T>> batchFlat(std::shared_ptr<Run> run)
{
    auto running = run->run();
    co_await running;
    run->rethrow();
    if constexpr (!std::is_void_v<typename Run::T>)
        co_return run->takeValues();
}

template <class Run>
QCoro::Task<VectorOf<VectorOf<typename Run::T>>> batchLists(std::shared_ptr<Run> run)
{
    auto running = run->run();
    co_await running;
    run->rethrow();
    if constexpr (!std::is_void_v<typename Run::T>) {
        std::vector<std::vector<typename Run::T>> lists;
        auto values = run->takeValues();
        auto next = std::make_move_iterator(values.begin());
        for (const std::size_t size : run->sizes()) {
            lists.emplace_back(next, next + std::ptrdiff_t(size));
            next += std::ptrdiff_t(size);
        }
        co_return lists;
    }
}

template <class Run>
QCoro::Task<std::vector<TaskResult<typename Run::T>>> batchSafe(std::shared_ptr<Run> run)
{
    auto running = run->run();
    co_await running;
    run->rethrow();
    co_return run->takeResults();
}

template <bool safe, class S, class F>
auto makeBatchRun(S &&items, F &&f, BatchLimitsHolder limits, const BatchOptions &options, std::stop_token token)
{
    checkValue<S>();
    checkCallable<F>();
    checkWork(safe ? "batchConcurrentSafe" : "batchConcurrent", f);
    auto puller = makePuller(std::forward<S>(items));
    checkTakesItem<F, typename decltype(puller)::Item>();
    using Run = BatchRun<decltype(puller), std::decay_t<F>, safe>;
    return std::make_shared<Run>(safe ? "batchConcurrentSafe" : "batchConcurrent", std::move(puller), std::forward<F>(f),
                                 std::move(limits), options.pullAhead, options.part, std::move(token));
}

} // namespace detail

/// Runs operations in batches of `size`: all of a batch at once, the next batch when all of the one before have ended. Gives their
/// values as a list of lists, batch after batch, in order (nothing for void; no operations give an empty list).
///
/// The first failure is thrown unchanged: operations of its batch that take a token are stopped and the others are waited for; later
/// batches are not started. Later failures go to the error hook. Stopping `token` does the same and gives `Cancelled`; if all have been
/// started and still end well, their values count. An operation is destroyed when it has ended.
/// Throws std::invalid_argument unless `size` is at least 1 and no operation is an empty one.
///
///     std::vector<std::vector<Page>> pages = co_await batchExecute(std::move(downloads), 10);
template <detail::Work W>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchExecute(std::vector<W> work, int size, std::stop_token token = {})
{
    detail::checkEachWork("batchExecute", work);
    static_assert(!detail::isTask<W>, "batchExecute needs operations, which it starts batch after batch: a task already runs; see call(f, args…)");
    detail::checkBatch("batchExecute", size);
    using Run = detail::BatchRun<detail::OperationPuller<W>, detail::RunsItself, false>;
    detail::BatchLimitsHolder limits(size, {}, BatchPace::AfterEnd);
    const detail::ContextGuard guard;
    return detail::batchLists(std::make_shared<Run>("batchExecute", detail::OperationPuller<W>(std::move(work)), detail::RunsItself{},
                                                    std::move(limits), false, Part{}, std::move(token)));
}

/// The same for any other range of operations, each of which is copied.
template <std::ranges::input_range R>
    requires(detail::Work<std::ranges::range_value_t<R>> && !detail::Work<std::decay_t<R>>)
[[nodiscard("await it: a dropped task loses its error")]]
auto batchExecute(R &&work, int size, std::stop_token token = {})
{
    detail::checkValue<R>();
    return batchExecute(detail::toVector(std::forward<R>(work)), size, std::move(token));
}

/// Calls `f(item)` or `f(item, token)` for each item in batches of `size`: all of a batch at once, the next batch when the one before
/// has ended and the pause is over. Gives the results as one list in input order (nothing when `f` gives void).
///
/// Items come from a range or an `AsyncSource`; those of the next batch are pulled when the batch before has ended, none earlier. A batch
/// starts when `size` items have come or the source has ended. An lvalue source is referred to, not copied.
///
/// The first failure is thrown unchanged: calls of its batch that take the token are stopped, the others are waited for; nothing more
/// is pulled or started. Later failures go to the error hook. Stopping `token` does the same and gives `Cancelled`; if all have been
/// started and still end well, their values count. Throws std::invalid_argument unless `size` is at least 1 and the pause at least 0.
///
///     auto pages = co_await batchConcurrent(ids, fetchPage, 20, {.pause = 1s});
template <class S, class F>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrent(S &&items, F &&f, int size, BatchOptions options = {}, std::stop_token token = {})
{
    detail::checkBatch("batchConcurrent", size, options.pause);
    detail::BatchLimitsHolder limits(size, options.pause, options.pace);
    const detail::ContextGuard guard;
    return detail::batchFlat(
        detail::makeBatchRun<false>(std::forward<S>(items), std::forward<F>(f), std::move(limits), options, std::move(token)));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrent(S &&items, F &&f, int size, Token token)
{
    return batchConcurrent(std::forward<S>(items), std::forward<F>(f), size, BatchOptions(), std::move(token));
}

/// The same with limits that can be changed while it runs; `pause` and `pace` of the options do not count.
template <class S, class F>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrent(S &&items, F &&f, BatchLimits &limits, BatchOptions options = {}, std::stop_token token = {})
{
    const detail::ContextGuard guard;
    return detail::batchFlat(detail::makeBatchRun<false>(std::forward<S>(items), std::forward<F>(f), detail::BatchLimitsHolder(limits),
                                                         options, std::move(token)));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrent(S &&items, F &&f, BatchLimits &limits, Token token)
{
    return batchConcurrent(std::forward<S>(items), std::forward<F>(f), limits, BatchOptions(), std::move(token));
}

/// Like `batchConcurrent`, but a failure is the result of its item alone: gives a `TaskResult` for each item, in input order, and
/// all batches run. Throws `Cancelled` when `token` is stopped before all have been started, and the error of the source.
///
///     for (const TaskResult<Page> &page : co_await batchConcurrentSafe(ids, fetchPage, 20))
template <class S, class F>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrentSafe(S &&items, F &&f, int size, BatchOptions options = {}, std::stop_token token = {})
{
    detail::checkBatch("batchConcurrentSafe", size, options.pause);
    detail::BatchLimitsHolder limits(size, options.pause, options.pace);
    const detail::ContextGuard guard;
    return detail::batchSafe(
        detail::makeBatchRun<true>(std::forward<S>(items), std::forward<F>(f), std::move(limits), options, std::move(token)));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrentSafe(S &&items, F &&f, int size, Token token)
{
    return batchConcurrentSafe(std::forward<S>(items), std::forward<F>(f), size, BatchOptions(), std::move(token));
}
/// The same with limits that can be changed while it runs.
template <class S, class F>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrentSafe(S &&items, F &&f, BatchLimits &limits, BatchOptions options = {}, std::stop_token token = {})
{
    const detail::ContextGuard guard;
    return detail::batchSafe(detail::makeBatchRun<true>(std::forward<S>(items), std::forward<F>(f), detail::BatchLimitsHolder(limits),
                                                        options, std::move(token)));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto batchConcurrentSafe(S &&items, F &&f, BatchLimits &limits, Token token)
{
    return batchConcurrentSafe(std::forward<S>(items), std::forward<F>(f), limits, BatchOptions(), std::move(token));
}

} // namespace asyncade
