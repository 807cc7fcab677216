// SPDX-License-Identifier: MIT
#include <asyncade/keyed_rate_limiter.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/planned_work.h"
#include "support/thrown.h"

#include <QTest>

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

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

/// Who has passed, or was cancelled, and when.
struct Passed {
    std::chrono::nanoseconds time;
    int id, key;
    bool isCancelled;
    friend auto operator<=>(const Passed &, const Passed &) = default;
};

template <class Acquire>
QCoro::Task<> passThenNote(Acquire acquire, int id, int key, std::vector<Passed> &log)
{
    bool isCancelled = false;
    try {
        co_await acquire;
    } catch (const Cancelled &) {
        isCancelled = true;
    }
    log.push_back({Clock::current().now(), id, key, isCancelled});
}

/// Whether in any window of time no more have passed for one key than the rule allows.
bool keepsTheRule(const std::vector<Passed> &log, const RateLimit &rule)
{
    std::map<int, std::vector<std::chrono::nanoseconds>> byKey; // The log is in order of time.
    for (const Passed &passed : log) {
        if (!passed.isCancelled)
            byKey[passed.key].push_back(passed.time);
    }
    for (const auto &[key, times] : byKey) {
        for (std::size_t first = 0; first < times.size(); ++first) {
            for (std::size_t last = first; last < times.size(); ++last) {
                const auto window = times[last] - times[first];
                const double most = rule.strict ? (window < rule.per ? rule.count : double(times.size()))
                                                : rule.burst + rule.count * double(window.count()) / double(rule.per.count());
                if (double(last - first + 1) > most + 1e-9)
                    return false;
            }
        }
    }
    return true;
}

/// One random history: a keyed limiter, and beside it a limiter for each key that is never forgotten. Empty, or what went wrong.
std::string keyedHistory(std::uint64_t seed)
{
    support::Luck luck(seed);
    std::vector<Passed> got, expected; // First: whoever is cancelled when the rest goes writes into them.
    VirtualClock clock;
    RateLimit rule{.count = double(luck.between(1, 3)), .per = std::chrono::milliseconds(luck.between(5, 20)), .strict = luck.onceIn(2)};
    if (!rule.strict)
        rule.burst = luck.between(1, 3);
    std::vector<RateLimit> rules{rule};
    if (luck.onceIn(3))
        rules.push_back({.count = 4, .per = 50ms, .burst = 2});
    KeyedRateLimiter<int> keyed(rules);
    std::map<int, RateLimiter> each;
    const auto plain = [&](int key) -> RateLimiter & { return each.try_emplace(key, rules).first->second; };
    std::vector<std::stop_source> stops;
    bool isOneRule = true;
    for (int step = 0; step < 80; ++step) {
        const int key = luck.below(luck.onceIn(2) ? 3 : 40);
        const int id = step;
        switch (luck.below(10)) {
        case 0:
        case 1:
        case 2:
        case 3: {
            const std::stop_token token = stops.emplace_back().get_token();
            passThenNote(keyed.acquire(key, token), id, key, got);
            passThenNote(plain(key).acquire(token), id, key, expected);
            break;
        }
        case 4: {
            if (keyed.timeUntilReady(key) != plain(key).timeUntilReady())
                return "it is ready at another time";
            const bool passes = keyed.tryAcquire(key);
            if (passes != plain(key).tryAcquire())
                return "it lets another pass";
            if (passes) {
                got.push_back({clock.now(), id, key, false});
                expected.push_back(got.back());
            }
            break;
        }
        case 5:
            if (!stops.empty())
                stops[std::size_t(luck.below(int(stops.size())))].request_stop();
            break;
        case 6:
            if (luck.onceIn(8)) {
                rules.front().count = luck.between(1, 3);
                if (!rule.strict) // Of a longer window nobody remembers the beginning.
                    rules.front().per = 10ms;
                keyed.setRate(rules.front().count, rules.front().per);
                for (auto &[any, limiter] : each)
                    limiter.setRate(rules.front().count, rules.front().per);
                isOneRule = false;
            } else if (luck.onceIn(4)) {
                const auto pause = support::moment(luck, 20);
                keyed.pause(key, pause);
                plain(key).pause(pause);
            } else {
                keyed.dropIdle();
            }
            break;
        default: clock.advance(support::moment(luck, luck.onceIn(8) ? 200 : 8)); break;
        }
    }
    clock.run();
    std::ranges::sort(got); // Keys have no order among each other.
    std::ranges::sort(expected);
    if (got != expected)
        return "who passes is not who would if no key were forgotten";
    if (isOneRule && !keepsTheRule(got, rule))
        return "more than the rule allows have passed";
    return keyed.size() <= each.size() ? "" : "there are more limiters than keys";
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
    void forgettingIdleKeysChangesNothingInRandomHistories();
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
    QCOMPARE(thrownBy([] { Limiter limiter(0, 1s); }), "invalid_argument: KeyedRateLimiter: expected a finite count above 0, got 0");
    Limiter limiter{10, 1s};
    QVERIFY(limiter.tryAcquire("a"));
    QVERIFY(thrownBy([&] { limiter.setRate(1, 0s); }).contains("a time above 0, got 0 ns"));
    QCOMPARE(thrownBy([&] { limiter.setRate(1, 1s, -1); }), "invalid_argument: KeyedRateLimiter: expected a rule of 0 to 0, got -1");
    QCOMPARE(limiter.timeUntilReady("a"), 100ms);
}

void KeyedRateLimiterTest::idleKeysAreDropped()
{
    VirtualClock clock;
    Limiter limiter{10, 1s};
    for (int i = 0; i < 100'000; ++i) {
        QVERIFY(limiter.tryAcquire(std::to_string(i)));
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
    QVERIFY(limiter.tryAcquire("b"));
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
    QVERIFY(limiter.tryAcquire("a"));
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
    QVERIFY(limiter.tryAcquire("a"));
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

void KeyedRateLimiterTest::forgettingIdleKeysChangesNothingInRandomHistories()
{
    const std::string problem = support::firstProblem(keyedHistory);
    QVERIFY2(problem.empty(), problem.c_str());
}

QTEST_GUILESS_MAIN(KeyedRateLimiterTest)
#include "keyed_rate_limiter_test.moc"
