// SPDX-License-Identifier: MIT
// What a helper can stop, or start again, is an operation of the right kind.
#include <asyncade/any_of.h>
#include <asyncade/as_completed.h>
#include <asyncade/batch.h>
#include <asyncade/race.h>
#include <asyncade/retry.h>
#include <asyncade/timeout.h>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetch(std::stop_token) { co_return 1; }
QCoro::Task<int> fetchWithoutToken() { co_return 1; }

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
#endif
