// SPDX-License-Identifier: MIT
// The token comes last, whatever stands before it; what is optional may be left out. In front of a list of operations, and of the
// arguments of a debounced or throttled call, it may stand too.
#include <asyncade/asyncade.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

int started = 0;
QCoro::Task<int> fetch(std::stop_token token)
{
    ++started;
    co_await sleepFor(1h, token);
    co_return 1;
}
QCoro::Task<int> fetchItem(int, std::stop_token token) { return fetch(std::move(token)); }

/// What `work` comes to that obeys a token which is stopped after a second: started, stopped, at the right time.
template <class Make>
QByteArray stoppedAfterASecond(Make make)
{
    VirtualClock clock;
    started = 0;
    std::stop_source stop;
    const auto run = [&]() -> QCoro::Task<> {
        auto work = make(stop.get_token());
        co_await sleepFor(1s);
        stop.request_stop();
        co_await work;
    };
    const QByteArray thrown = thrownBy([&] { clock.run(run); });
    return thrown + (clock.now() == 1s ? " at 1 s" : " at another time") + (started > 0 ? "" : ", not started");
}
const QByteArray stopped = "Cancelled: cancelled at 1 s";

} // namespace

class TokenPlaceTest : public QObject {
    Q_OBJECT

private slots:
    void behindAListOfOperations();
    void inFrontOfAListOfOperations();
    void behindAFunctionAndItsItems();
    void behindOptionsAndRules();
    void behindTheHook();
    void behindThePart();
    void bracesMeanWhatTheyMeantWithoutAToken();
    void behindTheArgumentsOfACall();
};

void TokenPlaceTest::behindAListOfOperations()
{
    QCOMPARE(stoppedAfterASecond([](auto token) { return gather(fetch, fetch, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return gather(call(fetch), std::move(token)); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return gather(std::vector{fetch, fetch}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return gatherNamed(named<"one">(fetch), named<"two">(fetch), token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return race(fetch, fetch, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return anyOf(fetch, fetch, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return batchExecute(std::vector{fetch, fetch}, 2, token); }), stopped);

    VirtualClock clock;
    std::stop_source stop;
    const auto safe = [&]() -> QCoro::Task<bool> {
        auto gathering = gatherSafe(fetch, named<"two">(fetch), stop.get_token());
        auto completing = asCompleted(fetch, fetch, stop.get_token());
        stop.request_stop();
        const auto [one, two] = co_await gathering;
        const auto first = co_await completing.next();
        co_return one.status() == TaskStatus::Cancelled && two.status() == TaskStatus::Cancelled && first->result.status() == TaskStatus::Cancelled;
    };
    QVERIFY(clock.run(safe));
    QCOMPARE(clock.now(), 0s);
}

void TokenPlaceTest::inFrontOfAListOfOperations()
{
    QCOMPARE(stoppedAfterASecond([](auto token) { return gather(token, fetch, fetch); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return gatherNamed(token, named<"one">(fetch)); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return race(token, fetch, fetch); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return anyOf(token, fetch, fetch); }), stopped);
}

void TokenPlaceTest::behindAFunctionAndItsItems()
{
    const std::vector items{1, 2};
    Semaphore permits(2);
    BatchLimits limits(2);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return mapParallel(items, fetchItem, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return mapParallel(items, fetchItem, {.maxConcurrency = 2}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return mapParallel(items, fetchItem, permits, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return batchConcurrent(items, fetchItem, 2, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return batchConcurrent(items, fetchItem, limits, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return collect(fromRange(items) | map(fetchItem), token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return fromRange(items) | map(fetchItem) | collect(token); }), stopped);

    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    const QByteArray cancelled = "Cancelled: cancelled";
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrentSafe(items, fetchItem, 2, stop.get_token()); }); }), cancelled);
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrentSafe(items, fetchItem, limits, stop.get_token()); }); }), cancelled);
    const auto twice = [](int item) { return 2 * item; };
    QCOMPARE(thrownBy([&] { clock.run([&] { return offloadMap(items, twice, stop.get_token()); }); }), cancelled);
    RateLimiter limiter{10, 1s};
    auto shared = rateLimit(items, twice, limiter, stop.get_token());
    auto own = rateLimit(items, twice, {10, 1s}, stop.get_token());
    const auto nextOfShared = [&]() -> QCoro::Task<> { co_await shared.next(); };
    const auto nextOfOwn = [&]() -> QCoro::Task<> { co_await own.next(); };
    QCOMPARE(thrownBy([&] { clock.run(nextOfShared); }), cancelled);
    QCOMPARE(thrownBy([&] { clock.run(nextOfOwn); }), cancelled);
}

void TokenPlaceTest::behindOptionsAndRules()
{
    const RetryOptions options{.attempts = 2};
    const HedgeOptions hedged{.delay = 2s};
    const auto never = [](int) { return false; };
    QCOMPARE(stoppedAfterASecond([](auto token) { return retry(fetch, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return retry(fetch, {.attempts = 2}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return retry(fetch, {.attempts = 2}, RetryRules(), token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return retry(fetch, std::cref(options), token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return retryWhile(fetch, never, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return retryWhile(fetch, never, {.attempts = 2}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return hedge(fetch, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return hedge(fetch, hedged, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return hedge(fetch, std::cref(hedged), token); }), stopped);
}

void TokenPlaceTest::behindTheHook()
{
    int aborted = 0;
    const auto abort = [&] { ++aborted; };
    QCOMPARE(stoppedAfterASecond([&](auto token) { return stoppable(fetch({}), abort, token); }), stopped);
    QCOMPARE(aborted, 1);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return stoppable(fetch({}), token, abort); }), stopped);
    QCOMPARE(aborted, 2);
}

void TokenPlaceTest::behindThePart()
{
    const Part part{7};
    QCOMPARE(stoppedAfterASecond([&](auto token) { return withTimeout(fetch, 1min, part, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([&](auto token) { return withTimeoutDefault(fetch, 1min, 0, part, token); }), stopped);

    VirtualClock clock;
    QObject sender;
    std::stop_source stop;
    stop.request_stop();
    const auto wait = [&]() -> QCoro::Task<> { co_await awaitSignal(&sender, &QObject::objectNameChanged, part, stop.get_token()); };
    QCOMPARE(thrownBy([&] { clock.run(wait); }), "Cancelled: cancelled");
}

void TokenPlaceTest::bracesMeanWhatTheyMeantWithoutAToken()
{
    QCOMPARE(stoppedAfterASecond([](auto token) { return retry(fetch, {}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return retry(fetch, {}, {}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return hedge(fetch, {}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return withTimeout(fetch, 1min, {}, token); }), stopped);
    QCOMPARE(stoppedAfterASecond([](auto token) { return withTimeout(fetch, 1min, token, {}); }), stopped);
    VirtualClock clock;
    const auto one = [](std::stop_token) { return 1; };
    QCOMPARE(clock.run([&] { return retry(one, {}, {}); }), 1);
    QCOMPARE(clock.run([&] { return withTimeout(one, 1s, {}); }), 1);
    QCOMPARE(clock.run([&] { return hedge(one, {}, {}); }), 1);
    QCOMPARE(clock.run([&] { return mapParallel(std::vector{1}, [](int item) { return item; }, {}, {}); }), std::vector{1});
}

void TokenPlaceTest::behindTheArgumentsOfACall()
{
    VirtualClock clock;
    Debouncer debouncer([](int) { return 1; }, {.delay = 1h});
    Throttler throttler([](int, QString) { return 1; }, ThrottlePolicy::dropping(1h, {.leading = false, .trailing = true}));
    const auto awaited = [](SharedCall<int> shared) -> QCoro::Task<> { co_await shared; };
    std::stop_source stop;
    const auto run = [&](SharedCall<int> first, SharedCall<int> second) {
        const auto both = [&](std::stop_token) -> QCoro::Task<QByteArrayList> {
            auto one = awaited(first), two = awaited(second);
            co_await sleepFor(1s);
            stop.request_stop();
            QByteArrayList thrown;
            for (QCoro::Task<> *task : {&one, &two}) {
                try {
                    co_await *task;
                } catch (...) {
                    thrown << support::inWords(std::current_exception());
                }
            }
            co_return thrown;
        };
        return clock.run(both);
    };
    const QByteArrayList cancelled{"Cancelled: cancelled", "Cancelled: cancelled"};
    QCOMPARE(run(debouncer(1, stop.get_token()), throttler(1, "a", stop.get_token())), cancelled);
    stop = std::stop_source();
    QCOMPARE(run(debouncer(stop.get_token(), 1), throttler(stop.get_token(), 1, "a")), cancelled);
}

QTEST_GUILESS_MAIN(TokenPlaceTest)
#include "token_place_test.moc"
