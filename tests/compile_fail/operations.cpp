// SPDX-License-Identifier: MIT
// What a helper can stop, or start again, is an operation of the right kind.
#include <asyncade/any_of.h>
#include <asyncade/as_completed.h>
#include <asyncade/batch.h>
#include <asyncade/circuit_breaker.h>
#include <asyncade/gather.h>
#include <asyncade/gather_named.h>
#include <asyncade/gather_safe.h>
#include <asyncade/hedge.h>
#include <asyncade/keep_latest.h>
#include <asyncade/offload.h>
#include <asyncade/parallel_map.h>
#include <asyncade/pipeline.h>
#include <asyncade/race.h>
#include <asyncade/rate_limit.h>
#include <asyncade/retry.h>
#include <asyncade/run_blocking.h>
#include <asyncade/single_flight.h>
#include <asyncade/streams/streams.h>
#include <asyncade/task_scope.h>
#include <asyncade/timeout.h>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetch(std::stop_token) { co_return 1; }
QCoro::Task<int> fetchWithoutToken() { co_return 1; }

QCoro::Task<int> fetchItem(int item) { co_return item; }
QCoro::AsyncGenerator<int> numbers() { co_yield 1; }
QCoro::AsyncGenerator<long> longNumbers() { co_yield 1; }

int compute() { return 1; }

QCoro::Task<> rightUses()
{
    co_await withTimeout(fetch, 1s);
    co_await withTimeout(abandonable(fetchWithoutToken()), 1s);
    co_await withTimeout(abandonable(fetchWithoutToken), 1s);
    co_await withTimeoutDefault(fetch, 1s, 0);
    co_await retry(fetch);
    co_await retry(fetchWithoutToken);
    co_await retry(abandonable(fetchWithoutToken));
    co_await race(fetch, abandonable(fetchWithoutToken()));
    co_await anyOf(fetch, abandonable(fetchWithoutToken));
    const std::vector operations{fetchWithoutToken};
    co_await batchExecute(operations, 1);
    auto results = asCompleted(fetch, abandonable(fetchWithoutToken()));
    co_await results.next();
    co_await hedge(fetch);
    co_await hedge(abandonable(fetchWithoutToken));
    KeepLatest latest;
    co_await latest.run(fetch);
    co_await latest.run(abandonable(fetchWithoutToken()));
    CircuitBreaker breaker;
    co_await breaker.run(fetchWithoutToken);
    SingleFlight<int, int> flights;
    co_await flights.run(1, fetchWithoutToken);
    co_await Pipeline().run(fetch);
    co_await offload(compute);
    auto task = fetchWithoutToken();
    co_await gather(std::move(task));
    std::stop_token token;
    co_await gather(token, fetch, fetchWithoutToken);
    co_await gather(fetch, fetchWithoutToken, token);
    co_await mapParallel(std::vector<int>(), fetchItem);
    co_await (fromGenerator(numbers()) | take(2) | collect());
    TaskScope scope;
    scope.spawn(fetchWithoutToken());
}

#ifdef REFUSED
QCoro::Task<> aTaskWithTimeout()
{
    co_await withTimeout(fetchWithoutToken(), 1s); // refused: this work cannot be stopped
}

QCoro::Task<> anOperationWithoutTokenWithTimeout()
{
    co_await withTimeoutDefault(fetchWithoutToken, 1s, 0); // refused: this work cannot be stopped
}

QCoro::Task<> aTaskThatIsNotGivenAway(QCoro::Task<int> task)
{
    co_await gather(task); // refused: a task is awaited once
}

QCoro::Task<> aTaskThatIsRetried()
{
    co_await retry(fetchWithoutToken()); // refused: retry needs an operation, which it can start again
}

QCoro::Task<> anAbandonableTaskThatIsRetried()
{
    co_await retry(abandonable(fetchWithoutToken())); // refused: retry needs an operation, which it can start again
}

QCoro::Task<long> fetchLong() { co_return 1; } // Of a type of its own: the compiler refuses each type once.

QCoro::Task<> aTaskInARace()
{
    co_await race(fetch, fetchLong()); // refused: this work cannot be stopped when another one wins
}

QCoro::Task<> anOperationWithoutTokenAmongSeveral()
{
    co_await anyOf(fetchWithoutToken, fetch); // refused: this work cannot be stopped when another one wins
}

void aTaskAmongThoseThatMayBeUnwound()
{
    auto results = asCompleted(fetchWithoutToken()); // refused: this work cannot be stopped when another one wins
}

QCoro::Task<> tasksInBatches()
{
    std::vector<QCoro::Task<int>> tasks;
    co_await batchExecute(std::move(tasks), 1); // refused: batchExecute needs operations, which it starts batch after batch
}

QCoro::Task<> hedgedWithoutToken()
{
    co_await hedge(fetchWithoutToken); // refused: this work cannot be stopped when another copy wins
}

QCoro::Task<> anAbandonableTaskThatIsHedged()
{
    co_await hedge(abandonable(fetchLong())); // refused: hedge needs an operation that can be copied and started again
}

QCoro::Task<> onlyTheLatestWithoutToken()
{
    KeepLatest latest;
    co_await latest.run(fetchWithoutToken); // refused: this work cannot be stopped when a newer call comes
}

QCoro::Task<> aTaskBehindABreaker()
{
    CircuitBreaker breaker;
    co_await breaker.run(fetchLong()); // refused: a breaker needs an operation, which it can decide to start
}

QCoro::Task<> aTaskThatIsShared()
{
    SingleFlight<int, int> flights;
    co_await flights.run(1, fetchWithoutToken()); // refused: SingleFlight needs an operation, which it can decide to start
}

QCoro::Task<> anotherTypeThanIsShared()
{
    SingleFlight<int, int> flights;
    co_await flights.run(1, fetchLong); // refused: the operation must give what this SingleFlight shares
}

QCoro::Task<> aCoroutineOnAnotherThread()
{
    co_await offload(fetch); // refused: offload needs a plain function
}

QCoro::Task<> coroutinesOnOtherThreads(std::vector<int> items)
{
    co_await offloadMap(items, [](int) { return fetchLong(); }); // refused: offload needs a plain function
}

QCoro::Task<> anAbandonableTaskInAPipeline()
{
    co_await Pipeline().run(abandonable(fetchLong())); // refused: a pipeline needs an operation that can be copied and started again
}

QCoro::Task<> aTokenBetweenOperations(std::stop_token token)
{
    co_await gather(fetch, token, fetch); // refused: the token stands once, in front of all the work or behind all of it
    co_await gatherSafe(token, fetch, fetch, token); // refused: the token stands once, in front of all the work or behind all of it
    co_await race(fetch, token, fetch, fetch); // refused: the token stands once, in front of all the work or behind all of it
    co_await gatherNamed(named<"a">(fetch), token, named<"b">(fetch)); // refused: the token stands once, in front of all the work or behind all of it
}

QCoro::Task<> workThatCannotBeCalled(std::stop_token token)
{
    co_await gather(fetch, fetchItem); // refused: each piece of work is a QCoro::Task, or a callable that can be called with nothing
    co_await anyOf(fetch, 7); // refused: each piece of work is a QCoro::Task, or a callable that can be called with nothing
    asCompleted(call(fetchItem, nullptr), token); // refused: each piece of work is a QCoro::Task, or a callable that can be called with nothing
    co_await race(std::vector<int>{}, token); // refused: each piece of work is a QCoro::Task, or a callable that can be called with nothing
    co_await gatherNamed(fetch, named<"b">(fetch)); // refused: gatherNamed takes work with a name
}

QCoro::Task<> functionsThatTakeNoItem(std::vector<std::string> texts, RateLimiter &limiter)
{
    co_await mapParallel(texts, fetchItem); // refused: the function is called as f(item) or f(item, token)
    auto limited = rateLimit(texts, [](std::vector<int>) {}, limiter); // refused: the function is called as f(item) or f(item, token)
    co_await offloadMap(texts, [](int) { return 1; }); // refused: offloadMap calls f(item) or f(item, token)
    co_await offloadMap(texts, [](std::string, std::stop_token, Progress) {}); // refused: offloadMap calls f(item) or f(item, token)
}

QCoro::Task<> aGeneratorWhereASourceIsExpected()
{
    co_await mapParallel(numbers(), fetchItem); // refused: items come from a range, or from an AsyncSource
    auto some = take(numbers(), 2); // refused: a QCoro::AsyncGenerator becomes a source with fromGenerator
    auto behindABar = longNumbers() | take(2); // refused: a QCoro::AsyncGenerator becomes a source with fromGenerator
}

void tasksWithNames(QCoro::Task<short> task, QCoro::Task<char> other)
{
    TaskScope scope;
    scope.spawn(task); // refused: a task is awaited once
    runBlocking(other); // refused: a task is awaited once
    scope.spawn(fetchItem); // refused: spawn needs a callable that starts work
}
#endif
