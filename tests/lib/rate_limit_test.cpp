// SPDX-License-Identifier: MIT
#include <asyncade/rate_limit.h>

#include <asyncade/offload.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/counting_source.h"
#include "support/outside_work.h"
#include "support/reported_errors.h"
#include "support/stack_watch.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QScopeGuard>
#include <QTest>

#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::CountingRange;
using support::ReportedErrors;
using support::thrownBy;
using support::TimedSource;

namespace {

using Ints = std::vector<int>;

/// Takes `ms` milliseconds and gives ten times that.
QCoro::Task<int> work(int ms, std::stop_token token)
{
    co_await sleepFor(std::chrono::milliseconds(ms), token);
    co_return ms * 10;
}

template <class Source>
QCoro::Task<Ints> all(Source &source)
{
    Ints values;
    while (auto value = co_await source.next())
        values.push_back(*value);
    co_return values;
}

/// Calls that note when they start and how they end.
struct Calls {
    std::vector<long long> started;
    int running = 0, most = 0, cancelled = 0;

    QCoro::Task<int> operator()(int ms, std::stop_token token) { return run(*this, ms, token); }
    static QCoro::Task<int> run(Calls &self, int ms, std::stop_token token)
    {
        self.started.push_back(Clock::current().now() / 1ms);
        self.most = std::max(self.most, ++self.running);
        try {
            co_await sleepFor(std::chrono::milliseconds(ms), token);
        } catch (const Cancelled &) {
            ++self.cancelled;
            --self.running;
            throw;
        }
        --self.running;
        co_return ms;
    }
};

QCoro::Task<int> failOrSleep(int ms, std::stop_token token)
{
    co_await sleepFor(std::chrono::milliseconds(std::abs(ms)), token);
    if (ms < 0)
        throw std::runtime_error("failed after " + std::to_string(-ms));
    co_return ms;
}

} // namespace

class RateLimitTest : public QObject {
    Q_OBJECT

private slots:
    void noItemsGiveNothing();
    void oneItem();
    void startsAtTheRateAndRunsConcurrently();
    void resultsComeInTheOrderOfTheItems();
    void orInTheOrderOfTheirEnds();
    void atMostSoManyAtATime();
    void maxInFlightCanBeChanged();
    void nothingStartsBeforeItIsAskedFor();
    void pullsOneItemAtATime();
    void pullingAheadTakesEveryItemAtOnce();
    void takesItemsThatArriveOverTime();
    void voidGivesNothingButTheCount();
    void resultsNeedNoCopy();
    void theFirstFailureStopsTheRest_data();
    void theFirstFailureStopsTheRest();
    void afterTheFailureThereIsNothing();
    void laterFailuresGoToTheErrorHook();
    void aFailureOfTheSourceIsThrown();
    void stoppingTheTokenGivesCancelled();
    void stoppingWhenAllEndWellCountsForNothing();
    void stoppingAWaitLosesNothing();
    void wokenAndThenCancelledGivesTheResultToTheNext();
    void leavingEarlyStopsTheRest();
    void leavingEarlyWhileWaitingForAToken();
    void destroyedWhileSomebodyWaits();
    void destroyedWhileACallIsInOffloadWaitsForTheWork();
    void anErrorThatNobodyReadsGoesToTheErrorHook();
    void deafCallsOutliveItSafely();
    void movingItKeepsItGoing();
    void sharesALimiter();
    void refusesNegativeMaxInFlight();
    void aHundredThousandImmediateCallsDoNotGrowTheStack();
    void tellsWhoWaits();
};

void RateLimitTest::noItemsGiveNothing()
{
    VirtualClock clock;
    auto fromRange = rateLimit(Ints(), work, {10, 1s});
    QCOMPARE(clock.run([&] { return all(fromRange); }), Ints());
    auto fromSource = rateLimit(TimedSource(0, 0ms), work, {10, 1s});
    QCOMPARE(clock.run([&] { return all(fromSource); }), Ints());
    QCOMPARE(clock.now(), 0ms);
}

void RateLimitTest::oneItem()
{
    VirtualClock clock;
    auto source = rateLimit(Ints{30}, work, {10, 1s});
    QCOMPARE(clock.run([&] { return all(source); }), Ints{300});
    QCOMPARE(clock.now(), 30ms);
}

void RateLimitTest::startsAtTheRateAndRunsConcurrently()
{
    VirtualClock clock;
    Calls calls;
    auto source = rateLimit(Ints(10, 300), std::ref(calls), {10, 1s});
    QCOMPARE(clock.run([&] { return all(source); }).size(), std::size_t(10));
    QCOMPARE(calls.started, (std::vector<long long>{0, 100, 200, 300, 400, 500, 600, 700, 800, 900}));
    QCOMPARE(calls.most, 3);
    QCOMPARE(clock.now(), 1200ms); // Not 3 s, as one by one.
}

void RateLimitTest::resultsComeInTheOrderOfTheItems()
{
    VirtualClock clock;
    auto source = rateLimit(Ints{500, 10, 40, 20}, work, {10, 1s});
    QCOMPARE(clock.run([&] { return all(source); }), (Ints{5000, 100, 400, 200}));
    QCOMPARE(clock.now(), 500ms);
}

void RateLimitTest::orInTheOrderOfTheirEnds()
{
    VirtualClock clock;
    auto source = rateLimit(Ints{500, 10, 250, 20}, work, {10, 1s}, {.inOrder = false});
    QCOMPARE(clock.run([&] { return all(source); }), (Ints{100, 200, 2500, 5000}));
}

void RateLimitTest::atMostSoManyAtATime()
{
    VirtualClock clock;
    Calls calls;
    auto source = rateLimit(Ints(5, 250), std::ref(calls), {10, 1s}, {.maxInFlight = 2});
    clock.run([&] { return all(source); });
    QCOMPARE(calls.most, 2);
    QCOMPARE(calls.started, (std::vector<long long>{0, 100, 250, 350, 500}));
}

void RateLimitTest::maxInFlightCanBeChanged()
{
    VirtualClock clock;
    Calls calls;
    auto source = rateLimit(Ints(4, 1000), std::ref(calls), {10, 1s}, {.maxInFlight = 1});
    const auto running = all(source);
    clock.runUntil(500ms);
    source.setMaxInFlight(0);
    clock.run();
    QCOMPARE(calls.started, (std::vector<long long>{0, 500, 600, 700}));
}

void RateLimitTest::nothingStartsBeforeItIsAskedFor()
{
    VirtualClock clock;
    CountingRange items(3);
    Calls calls;
    auto source = rateLimit(items, std::ref(calls), {10, 1s});
    const auto next = source.next();
    clock.runUntil(1s);
    QCOMPARE(items.pulled(), 0);
    clock.run([&]() -> QCoro::Task<> { co_await next; });
    QCOMPARE(calls.started.front(), 1000LL);
}

void RateLimitTest::pullsOneItemAtATime()
{
    VirtualClock clock;
    CountingRange items(1'000'000, 1000);
    auto source = rateLimit(items, work, {10, 1s});
    const auto running = all(source);
    QCOMPARE(items.pulled(), 2); // One has started, the next waits for its token.
    clock.runUntil(250ms);
    QCOMPARE(items.pulled(), 4);
}

void RateLimitTest::pullingAheadTakesEveryItemAtOnce()
{
    VirtualClock clock;
    CountingRange items(5, 100);
    auto source = rateLimit(items, work, {10, 1s}, {.maxInFlight = 1, .pullAhead = true});
    const auto running = all(source);
    QCOMPARE(items.pulled(), 5);
    clock.run();
    QCOMPARE(clock.now(), 500ms);
}

void RateLimitTest::takesItemsThatArriveOverTime()
{
    VirtualClock clock;
    Calls calls;
    TimedSource items(3, 150ms);
    auto source = rateLimit(items, std::ref(calls), {5, 1s});
    QCOMPARE(clock.run([&] { return all(source); }), (Ints{0, 1, 2}));
    QCOMPARE(calls.started, (std::vector<long long>{150, 350, 550}));
}

void RateLimitTest::voidGivesNothingButTheCount()
{
    VirtualClock clock;
    Ints seen;
    const auto see = [&](int item) { seen.push_back(item); };
    auto source = rateLimit(Ints{1, 2, 3}, see, {10, 1s});
    const int count = clock.run([&]() -> QCoro::Task<int> {
        int results = 0;
        while (co_await source.next())
            ++results;
        co_return results;
    });
    QCOMPARE(count, 3);
    QCOMPARE(seen, (Ints{1, 2, 3}));
}

void RateLimitTest::resultsNeedNoCopy()
{
    VirtualClock clock;
    auto source = rateLimit(Ints{1, 2}, [](int item) { return std::make_unique<int>(item); }, {10, 1s});
    const int sum = clock.run([&]() -> QCoro::Task<int> {
        int total = 0;
        while (auto value = co_await source.next())
            total += **value;
        co_return total;
    });
    QCOMPARE(sum, 3);
}

void RateLimitTest::theFirstFailureStopsTheRest_data()
{
    QTest::addColumn<Ints>("items");
    QTest::addColumn<Ints>("given");
    QTest::addColumn<QByteArray>("thrown");
    QTest::addColumn<qint64>("at");
    QTest::newRow("first") << Ints{-50, 500, 500} << Ints{} << QByteArray("runtime_error: failed after 50") << qint64(50);
    QTest::newRow("middle") << Ints{50, -100, 500} << Ints{50} << QByteArray("runtime_error: failed after 100") << qint64(200);
    QTest::newRow("last") << Ints{50, 60, -10} << Ints{50, 60} << QByteArray("runtime_error: failed after 10") << qint64(210);
    QTest::newRow("behind one that runs") << Ints{500, 20, -10} << Ints{20} << QByteArray("runtime_error: failed after 10") << qint64(210);
}

void RateLimitTest::theFirstFailureStopsTheRest()
{
    QFETCH(const Ints, items);
    QFETCH(const Ints, given);
    QFETCH(const QByteArray, thrown);
    QFETCH(const qint64, at);
    VirtualClock clock;
    auto source = rateLimit(items, failOrSleep, {10, 1s});
    Ints values;
    QCOMPARE(thrownBy([&] {
                 clock.run([&]() -> QCoro::Task<> {
                     while (auto value = co_await source.next())
                         values.push_back(*value);
                 });
             }),
             thrown);
    QCOMPARE(values, given);
    QCOMPARE(clock.now(), std::chrono::milliseconds(at));
    QVERIFY(!clock.next());
}

void RateLimitTest::afterTheFailureThereIsNothing()
{
    VirtualClock clock;
    auto source = rateLimit(Ints{-10}, failOrSleep, {10, 1s});
    QCOMPARE(thrownBy([&] { clock.run([&] { return all(source); }); }), "runtime_error: failed after 10");
    QCOMPARE(clock.run([&] { return all(source); }), Ints());
}

void RateLimitTest::laterFailuresGoToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto deaf = [](int ms) { return support::deafFailAfter(std::chrono::milliseconds(ms), "bad"); };
    auto source = rateLimit(Ints{150, 200}, deaf, {10, 1s});
    QCOMPARE(thrownBy([&] { clock.run([&] { return all(source); }); }), "runtime_error: bad");
    QCOMPARE(clock.now(), 300ms); // The second cannot be stopped: it is waited for.
    QCOMPARE(reported.texts(), (QByteArrayList{"rateLimit 1: runtime_error: bad"}));
}

void RateLimitTest::aFailureOfTheSourceIsThrown()
{
    struct Source {
        QCoro::Task<std::optional<int>> next(std::stop_token token)
        {
            if (++asked == 2)
                co_await support::failAfter(10ms, "no more", token);
            co_return 1000;
        }
        int asked = 0;
    };
    VirtualClock clock;
    Source items;
    auto source = rateLimit(items, work, {10, 1s});
    QCOMPARE(thrownBy([&] { clock.run([&] { return all(source); }); }), "runtime_error: no more");
    QCOMPARE(clock.now(), 10ms);
}

void RateLimitTest::stoppingTheTokenGivesCancelled()
{
    VirtualClock clock;
    Calls calls;
    std::stop_source stop;
    auto source = rateLimit(Ints(10, 1000), std::ref(calls), {10, 1s}, {}, stop.get_token());
    const auto stopping = support::stopAfter(250ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return all(source); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 250ms);
    QCOMPARE(calls.cancelled, 3);
}

void RateLimitTest::stoppingWhenAllEndWellCountsForNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto deaf = [](int ms) { return support::deafValueAfter(std::chrono::milliseconds(ms), ms); };
    auto source = rateLimit(Ints{100, 200}, deaf, {10, 1s}, {}, stop.get_token());
    const auto stopping = support::stopAfter(250ms, stop); // Both have been started.
    QCOMPARE(clock.run([&] { return all(source); }), (Ints{100, 200}));
    QCOMPARE(clock.now(), 300ms);
}

void RateLimitTest::stoppingAWaitLosesNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    auto source = rateLimit(Ints{100, 200}, work, {10, 1s});
    const auto stopping = support::stopAfter(50ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return source.next(stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 50ms);
    QCOMPARE(clock.run([&] { return all(source); }), (Ints{1000, 2000}));
}

void RateLimitTest::wokenAndThenCancelledGivesTheResultToTheNext()
{
    VirtualClock clock;
    std::stop_source stop;
    auto source = rateLimit(Ints{100, 200}, work, {10, 1s});
    QByteArrayList log;
    const auto take = [&](std::stop_token token) -> QCoro::Task<> {
        try {
            const auto value = co_await source.next(token);
            log << (value ? QByteArray::number(*value) : QByteArray("nothing"));
            stop.request_stop(); // The second has been given its result, if both came together.
        } catch (const Cancelled &) {
            log << "cancelled";
        }
    };
    take({});
    take(stop.get_token());
    take({});
    clock.run();
    QCOMPARE(log, (QByteArrayList{"1000", "cancelled", "2000"}));
}

void RateLimitTest::leavingEarlyStopsTheRest()
{
    VirtualClock clock;
    Calls calls;
    CountingRange items(1'000'000, 1000);
    clock.run([&]() -> QCoro::Task<> {
        auto source = rateLimit(items, std::ref(calls), {10, 1s});
        co_await source.next();
    });
    QCOMPARE(clock.now(), 1000ms);
    QCOMPARE(calls.running, 0);
    QCOMPARE(calls.cancelled, int(calls.started.size()) - 1);
    QVERIFY(!clock.next());
}

void RateLimitTest::leavingEarlyWhileWaitingForAToken()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1h};
    CountingRange items(10, 10);
    std::size_t waited = 0;
    clock.run([&]() -> QCoro::Task<> {
        auto source = rateLimit(items, work, limiter);
        co_await source.next();
        waited = limiter.waiting();
    });
    QCOMPARE(waited, std::size_t(1));
    QCOMPARE(limiter.waiting(), std::size_t(0));
    QVERIFY(!clock.next());
}

void RateLimitTest::destroyedWhileSomebodyWaits()
{
    VirtualClock clock;
    auto source = std::make_optional(rateLimit(Ints{1000}, work, {10, 1s}));
    QByteArray thrown;
    const auto take = [&]() -> QCoro::Task<> {
        const auto next = source->next();
        try {
            co_await next;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    take();
    source.reset();
    clock.run();
    QVERIFY(thrown.startsWith("Cancelled"));
    QCOMPARE(clock.now(), 0ms);
}

void RateLimitTest::anErrorThatNobodyReadsGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    {
        auto source = rateLimit(Ints{10, -10}, failOrSleep, {10, 1s});
        clock.run([&] { return source.next(); });
        clock.runUntil(1s);
    }
    QCOMPARE(reported.texts(), (QByteArrayList{"rateLimit 0: runtime_error: failed after 10"}));
}

void RateLimitTest::deafCallsOutliveItSafely()
{
    VirtualClock clock;
    const ReportedErrors reported;
    auto alive = std::make_shared<int>(7);
    const auto deaf = [alive](int ms) { return support::deafValueAfter(std::chrono::milliseconds(ms), *alive); };
    {
        auto source = rateLimit(Ints{10, 1000}, deaf, {10, 1s});
        clock.run([&] { return source.next(); });
        clock.runUntil(100ms);
    }
    QVERIFY(reported.texts().size() == 1 && reported.texts().front().contains("cannot be unwound"));
    clock.run();
    QCOMPARE(clock.now(), 1100ms);
}

void RateLimitTest::movingItKeepsItGoing()
{
    VirtualClock clock;
    auto first = rateLimit(Ints{10, 20}, work, {10, 1s});
    clock.run([&] { return first.next(); });
    auto second = std::move(first);
    QCOMPARE(clock.run([&] { return all(second); }), Ints{200});
    second = rateLimit(Ints{30}, work, {10, 1s});
    QCOMPARE(clock.run([&] { return all(second); }), Ints{300});
}

void RateLimitTest::sharesALimiter()
{
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    Calls calls;
    auto first = rateLimit(Ints(2, 10), std::ref(calls), limiter), second = rateLimit(Ints(2, 10), std::ref(calls), limiter);
    const auto one = all(first), other = all(second);
    clock.run();
    QCOMPARE(calls.started, (std::vector<long long>{0, 100, 200, 300}));
}

void RateLimitTest::refusesNegativeMaxInFlight()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)rateLimit(Ints{1}, work, {10, 1s}, {.maxInFlight = -1}); }),
             "invalid_argument: rateLimit: expected maxInFlight of at least 0, got -1");
    QCOMPARE(thrownBy([] { (void)rateLimit(Ints{1}, work, {0, 1s}); }), "invalid_argument: rateLimit: expected a finite count above 0, got 0");
}

void RateLimitTest::aHundredThousandImmediateCallsDoNotGrowTheStack()
{
    VirtualClock clock;
    support::StackWatch stack;
    const auto look = [&](int) { stack.look(); };
    auto source = rateLimit(CountingRange(100'000), look, {.count = 1, .burst = 100'000});
    const int count = clock.run([&]() -> QCoro::Task<int> {
        int results = 0;
        while (co_await source.next())
            ++results;
        co_return results;
    });
    QCOMPARE(count, 100'000);
    QCOMPARE(stack.depth(), std::size_t(0));
}

void RateLimitTest::tellsWhoWaits()
{
    struct Item {
        std::uint32_t number;
        Span span() const { return {.request = number}; }
    };
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    support::TraceLines trace;
    clock.setObserver(&trace);
    const auto sleep = [](Item, std::stop_token token) { return support::valueAfter(250ms, 0, token); };
    auto source = rateLimit(std::vector<Item>{{1}, {2}, {3}}, sleep, limiter, {.maxInFlight = 2, .pullAhead = true});
    clock.run([&] { return all(source); });
    trace.lines.removeIf([](const QByteArray &line) { return line.contains("tokens"); });
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 go granted", "0 #1 go granted", "0 #2 go granted", "0 #2 wait token until 100",
                                          "0 #3 wait slot", "100 #2 go granted", "250 #1 free", "250 #3 go granted from #1",
                                          "250 #3 go granted", "350 #2 free", "500 #3 free"}));
}

void RateLimitTest::destroyedWhileACallIsInOffloadWaitsForTheWork()
{
    VirtualClock clock;
    QByteArrayList log;
    support::Signpost begun;
    bool called = false;
    {
        const QByteArray text = "text is alive";
        const auto work = [&](std::stop_token told) {
            begun.reach();
            support::waitForStop(told);
            return int(text.size());
        };
        const auto run = [&](int, std::stop_token token) -> QCoro::Task<int> {
            called = true;
            const auto unwound = qScopeGuard([&] { log << "unwound, " + text; });
            co_return co_await offload(work, token);
        };
        const Ints items{1, 2};
        auto results = rateLimit(items, run, {1, 1s});
        const auto take = [](auto &source) -> QCoro::Task<> { co_await source.next(); };
        const auto taking = take(results);
        while (!called)
            QVERIFY(clock.advanceOnce(0s));
        begun.await();
    }
    QCOMPARE(log, QByteArrayList{"unwound, text is alive"});
    clock.run();
    QCOMPARE(clock.now(), 0ms);
}

QTEST_GUILESS_MAIN(RateLimitTest)
#include "rate_limit_test.moc"
