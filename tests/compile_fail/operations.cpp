// SPDX-License-Identifier: MIT
// What a helper can stop, or start again, is an operation of the right kind.
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
#endif
