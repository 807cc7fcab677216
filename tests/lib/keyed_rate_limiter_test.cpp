// SPDX-License-Identifier: MIT
#include <asyncade/keyed_rate_limiter.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

using Limiter = KeyedRateLimiter<std::string>;

QCoro::Task<> pass(Limiter &limiter, std::string key, QByteArrayList &log, std::stop_token token = {})
{
    QByteArray result = QByteArray::fromStdString(key);
    try {
        co_await limiter.acquire(key, token);
        result += " at ";
    } catch (const Cancelled &) {
        result += " cancelled at ";
    }
    log << result + QByteArray::number(qlonglong(Clock::current().now() / 1ms));
}

} // namespace

class KeyedRateLimiterTest : public QObject {
    Q_OBJECT

private slots:
    void keysDoNotDelayEachOther();
    void severalRulesHoldForEachKey();
    void moreThanTheBurstIsRejectedAtOnce();
    void refusesNumbersThatMakeNoRule();
    void idleKeysAreDropped();
    void keysInUseAreKept();
    void awaitingLaterFindsTheLimiterThatIsThereThen();
    void aNewRateHoldsForEveryKey();
    void aPauseHoldsOneKey();
    void stoppingTheTokenCancels();
    void destroyedWhileSomebodyWaitsCancelsAll();
};

void KeyedRateLimiterTest::keysDoNotDelayEachOther()
{
    VirtualClock clock;
    Limiter limiter{10, 1s};
    QByteArrayList log;
    for (const char *key : {"a", "a", "b", "a", "b"})
        pass(limiter, key, log);
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a at 0", "b at 0", "a at 100", "b at 100", "a at 200"}));
    QCOMPARE(limiter.size(), std::size_t(2));
}

void KeyedRateLimiterTest::severalRulesHoldForEachKey()
{
    VirtualClock clock;
    Limiter limiter(std::vector<RateLimit>{{.count = 10, .per = 1s, .burst = 5}, {.count = 2, .per = 1min, .strict = true}});
    QVERIFY(limiter.tryAcquire("a", 2));
    QVERIFY(!limiter.tryAcquire("a"));
    QVERIFY(limiter.tryAcquire("b"));
    QCOMPARE(limiter.timeUntilReady("a"), 1min);
}

void KeyedRateLimiterTest::moreThanTheBurstIsRejectedAtOnce()
{
    VirtualClock clock;
    Limiter limiter{10, 1s, {.burst = 2}};
    QCOMPARE(thrownBy([&] { (void)limiter.acquire("a", 3); }), "invalid_argument: KeyedRateLimiter: expected 1 to 2 at once, got 3");
    QCOMPARE(thrownBy([&] { (void)limiter.acquire("a", 0); }), "invalid_argument: KeyedRateLimiter: expected 1 to 2 at once, got 0");
    QCOMPARE(limiter.size(), std::size_t(0));
}

void KeyedRateLimiterTest::refusesNumbersThatMakeNoRule()
{
    VirtualClock clock;
    QVERIFY(thrownBy([] { Limiter limiter(0, 1s); }).contains("a count above 0, got 0"));
    Limiter limiter{10, 1s};
    limiter.tryAcquire("a");
    QVERIFY(thrownBy([&] { limiter.setRate(1, 0s); }).contains("a time above 0, got 0 ns"));
    QCOMPARE(limiter.timeUntilReady("a"), 100ms);
}

void KeyedRateLimiterTest::idleKeysAreDropped()
{
    VirtualClock clock;
    Limiter limiter{10, 1s};
    for (int i = 0; i < 100'000; ++i) {
        limiter.tryAcquire(std::to_string(i));
        clock.advance(10ms); // Ten keys are in use at a time.
        QVERIFY(limiter.size() <= 32);
    }
    clock.advance(1s);
    limiter.dropIdle();
    QCOMPARE(limiter.size(), std::size_t(0));
}

void KeyedRateLimiterTest::keysInUseAreKept()
{
    VirtualClock clock;
    Limiter limiter{1, 1s};
    QByteArrayList log;
    pass(limiter, "a", log);
    pass(limiter, "a", log);
    clock.runUntil(500ms);
    limiter.tryAcquire("b");
    limiter.dropIdle();
    QCOMPARE(limiter.size(), std::size_t(2));
    clock.runUntil(1500ms); // b is as good as new.
    limiter.dropIdle();
    QCOMPARE(limiter.size(), std::size_t(1));
    QCOMPARE(limiter.timeUntilReady("a"), 500ms);
}

void KeyedRateLimiterTest::awaitingLaterFindsTheLimiterThatIsThereThen()
{
    VirtualClock clock;
    Limiter limiter{1, 1s};
    limiter.tryAcquire("a");
    const auto acquire = limiter.acquire("a");
    clock.runUntil(1s);
    limiter.dropIdle();
    clock.run([&]() -> QCoro::Task<> {
        co_await acquire;
        co_await acquire;
    });
    QCOMPARE(clock.now(), 2s);
}

void KeyedRateLimiterTest::aNewRateHoldsForEveryKey()
{
    VirtualClock clock;
    Limiter limiter{1, 1s};
    QByteArrayList log;
    for (const char *key : {"a", "a", "b", "b"})
        pass(limiter, key, log);
    limiter.setRate(10, 1s);
    for (const char *key : {"c", "c"})
        pass(limiter, key, log);
    clock.run();
    std::ranges::sort(log); // Keys that are changed together have no order among each other.
    QCOMPARE(log, (QByteArrayList{"a at 0", "a at 100", "b at 0", "b at 100", "c at 0", "c at 100"}));
}

void KeyedRateLimiterTest::aPauseHoldsOneKey()
{
    VirtualClock clock;
    Limiter limiter{10, 1s};
    QByteArrayList log;
    limiter.pause("a", 1s);
    pass(limiter, "a", log);
    pass(limiter, "b", log);
    clock.run();
    QCOMPARE(log, (QByteArrayList{"b at 0", "a at 1000"}));
}

void KeyedRateLimiterTest::stoppingTheTokenCancels()
{
    VirtualClock clock;
    Limiter limiter{1, 1s};
    std::stop_source stop;
    QByteArrayList log;
    limiter.tryAcquire("a");
    pass(limiter, "a", log, stop.get_token());
    pass(limiter, "a", log);
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a cancelled at 0", "a at 1000"}));
}

void KeyedRateLimiterTest::destroyedWhileSomebodyWaitsCancelsAll()
{
    VirtualClock clock;
    std::optional<Limiter> limiter(std::in_place, 1, 1s);
    QByteArrayList log;
    for (const char *key : {"a", "a", "b", "b"})
        pass(*limiter, key, log);
    limiter.reset();
    clock.run();
    std::ranges::sort(log);
    QCOMPARE(log, (QByteArrayList{"a at 0", "a cancelled at 0", "b at 0", "b cancelled at 0"}));
}

QTEST_GUILESS_MAIN(KeyedRateLimiterTest)
#include "keyed_rate_limiter_test.moc"
