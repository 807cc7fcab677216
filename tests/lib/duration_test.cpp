// SPDX-License-Identifier: MIT
#include <asyncade/duration.h>

#include <asyncade/asyncade.h>
#include <asyncade/testing/marbles.h>

#include "support/chrono_compare.h"

#include <QTest>

#include <chrono>
#include <limits>
#include <ratio>
#include <type_traits>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

class DurationTest : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatFits();
    void whatIsTooLongIsTheLongestThereIs();
    void whatIsTooNegativeIsTheMostNegative();
    void theLastThatFitsIsExact();
    void fractionsAreRoundedToTheNanosecond();
    void noNumberIsZero();
    void isTrivial();
    void countsAsTheNanosecondsThatItIs();
    void everyHelperTakesForEver();
};

void DurationTest::keepsWhatFits()
{
    QCOMPARE(nanoseconds(Duration()), 0ns);
    QCOMPARE(nanoseconds(Duration(7ns)), 7ns);
    QCOMPARE(nanoseconds(Duration(-250ms)), -250ms);
    QCOMPARE(nanoseconds(Duration(24h)), 24h);
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<unsigned, std::milli>(5))), 5ms);
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<long, std::pico>(7000))), 7ns);
}

void DurationTest::whatIsTooLongIsTheLongestThereIs()
{
    QCOMPARE(nanoseconds(Duration(nanoseconds::max())), nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(std::chrono::milliseconds::max())), nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(std::chrono::seconds::max())), nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(std::chrono::hours(std::numeric_limits<int>::max()))), nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<unsigned long>::max())), nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<double>::max())), nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<double>(std::numeric_limits<double>::infinity()))), nanoseconds::max());
}

void DurationTest::whatIsTooNegativeIsTheMostNegative()
{
    QCOMPARE(nanoseconds(Duration(nanoseconds::min())), nanoseconds::min());
    QCOMPARE(nanoseconds(Duration(std::chrono::seconds::min())), nanoseconds::min());
    QCOMPARE(nanoseconds(Duration(std::chrono::hours(std::numeric_limits<int>::min()))), nanoseconds::min());
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<double>(-1e300))), nanoseconds::min());
}

void DurationTest::theLastThatFitsIsExact()
{
    const auto last = std::chrono::floor<std::chrono::seconds>(nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(last)), nanoseconds(last));
    QCOMPARE(nanoseconds(Duration(last + 1s)), nanoseconds::max());
    QCOMPARE(nanoseconds(Duration(-last)), nanoseconds(-last));
    QCOMPARE(nanoseconds(Duration(-last - 1s)), nanoseconds::min());
}

void DurationTest::fractionsAreRoundedToTheNanosecond()
{
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<double>(1.5))), 1500ms);
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<double>(0.3))), 300ms); // 0.3 is a little less.
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<double>(-0.3))), -300ms);
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<float, std::milli>(2.5F))), 2500us);
}

void DurationTest::noNumberIsZero()
{
    QCOMPARE(nanoseconds(Duration(std::chrono::duration<double>(std::numeric_limits<double>::quiet_NaN()))), 0ns);
}

void DurationTest::isTrivial()
{
    static_assert(std::is_trivially_destructible_v<Duration> && std::is_trivially_copyable_v<Duration>);
    constexpr Duration second(1s);
    static_assert(nanoseconds(second) == 1s);
}

void DurationTest::countsAsTheNanosecondsThatItIs()
{
    Duration time = 300ms;
    QCOMPARE(time, 300ms);
    QVERIFY(time < 1s && time + 700ms == 1s && 2 * time == 600ms && time.count() == 300'000'000);
    time = std::chrono::duration<double>(0.25);
    QCOMPARE(std::chrono::duration_cast<std::chrono::milliseconds>(time).count(), 250);
}

/// What is to happen after for ever has not happened a thousand hours later; and nothing overflows on the way.
void DurationTest::everyHelperTakesForEver()
{
    constexpr auto forEver = std::chrono::seconds::max();
    VirtualClock clock;
    clock.advance(1h);
    std::stop_source stop;
    const std::stop_token token = stop.get_token();
    QByteArrayList done;

    Debouncer debouncer([&](int) { done << "debouncer"; }, {.delay = forEver, .maxWait = std::chrono::hours::max()});
    debouncer(1);
    debouncer(2);
    Throttler pacing([&](int) { done << "pacing"; }, ThrottlePolicy::pacing(forEver));
    Throttler dropping([&](int) { done << "dropping"; }, ThrottlePolicy::dropping(forEver, {.leading = false}));
    pacing(1);
    pacing(2);
    dropping(1);
    Batcher<int> batcher([&](std::vector<int>) { done << "batcher"; }, {.size = 9, .delay = forEver});
    const auto submit = [&](std::stop_token stopped) -> QCoro::Task<> { co_await batcher.submit(1, stopped); };
    const auto submitted = submit(token);

    int tries = 0;
    const auto fails = [&](std::stop_token) { ++tries, throw std::runtime_error("bad"); };
    const auto retried = retry(fails, {.base = forEver, .cap = forEver, .jitter = Jitter::none(), .within = forEver}, token);
    const auto fullJitter = retry(fails, {.base = forEver, .cap = std::chrono::hours::max(), .jitter = Jitter::fraction(1), .seed = 7}, token);
    int copies = 0;
    const auto hangs = [&](std::stop_token stopped) {
        ++copies;
        return sleepFor(std::chrono::hours::max(), stopped);
    };
    const auto hedged = hedge(hangs, {.delay = forEver, .copies = 3}, token);
    const auto piped = Pipeline().totalTimeout(forEver).timeout(std::chrono::milliseconds::max()).run(hangs, token);

    const std::vector items{1, 2};
    int batches = 0;
    const auto batched = batchConcurrent(items, [&](int) { ++batches; }, 1, {.pause = forEver, .pace = BatchPace::StartToStart}, token);
    BatchLimits limits(1, forEver);
    const auto limited = batchConcurrent(items, [&](int) { ++batches; }, limits, token);

    const auto chunked = collect(marbles("ab", std::chrono::hours::max()) | chunk(3, forEver), token);
    const auto quiet = collect(marbles("-a", 1ms) | debounce(forEver), token);
    const auto sparse = collect(marbles("-ab", 1ms) | throttle(forEver), token);

    CircuitBreaker breaker({.failures = 1, .window = forEver, .openFor = forEver});
    const auto broken = breaker.run(fails, token);
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, RateLimiter(1, forEver)); // Its bucket would be full after 73 years.

    clock.advance(1000h);
    QCOMPARE(done, QByteArrayList{"pacing"});
    QCOMPARE(tries, 3);
    QCOMPARE(copies, 2);
    QCOMPARE(batches, 2);
    QVERIFY(!submitted.isReady() && !retried.isReady() && !hedged.isReady() && !piped.isReady() && !batched.isReady() && !limited.isReady());
    QVERIFY(!chunked.isReady() && !quiet.isReady() && !sparse.isReady());
    QCOMPARE(breaker.state(), CircuitBreaker::State::Open);
    debouncer.setDelay(std::chrono::hours::max());
    batcher.setDelay(std::chrono::hours::max());
    limits.setPause(std::chrono::hours::max());
    stop.request_stop();
    clock.advance(0s);
    QVERIFY(submitted.isReady() && retried.isReady() && hedged.isReady() && piped.isReady() && batched.isReady() && limited.isReady());
    QVERIFY(chunked.isReady() && quiet.isReady() && sparse.isReady() && fullJitter.isReady() && broken.isReady());
}

QTEST_GUILESS_MAIN(DurationTest)
#include "duration_test.moc"
