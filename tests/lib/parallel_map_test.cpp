// SPDX-License-Identifier: MIT
#include <asyncade/parallel_map.h>

#include <asyncade/event.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/counting_source.h"
#include "support/stack_watch.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QList>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <stop_token>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::CountingRange;
using support::TimedSource;
using support::thrownBy;

namespace {

/// Takes `ms` milliseconds and gives ten times that.
QCoro::Task<int> work(int ms)
{
    co_await sleepFor(std::chrono::milliseconds(ms));
    co_return ms * 10;
}

/// How many are at work, and how many were at most.
class Crew {
public:
    QCoro::Task<int> work(int ms)
    {
        m_most = std::max(m_most, ++m_now);
        co_await sleepFor(std::chrono::milliseconds(ms));
        --m_now;
        co_return ms;
    }
    int most() const noexcept { return m_most; }

private:
    int m_now = 0, m_most = 0;
};

} // namespace

class ParallelMapTest : public QObject {
    Q_OBJECT

private slots:
    void thoseFarBehindComeInTheirTurn();
    void thoseFarBehindAreToldOfLikeTheOthers();
    void whoSharesThePermitsComesInTurn();
    void aRaisedLimitLetsThoseFarBehindStart();
    void aFailureEndsTheWaitOfThoseFarBehind();
    void aStopEndsTheWaitOfThoseFarBehind();
    void noItemsGiveAnEmptyResultAtOnce();
    void oneItem();
    void resultsComeInInputOrder();
    void voidGivesNothing();
    void atMostSoManyAtATime_data();
    void atMostSoManyAtATime();
    void refusesALimitBelowOne();
    void takesFunctionsThatAreNoCoroutines();
    void resultsNeedNoDefaultAndNoCopy();
    void anItemIsCopiedOnce();
    void pullsNothingBeforeASlotIsFree();
    void pullingAheadTakesEveryItemAtOnce();
    void pullingAheadStillRunsAtMostSoManyInOrder();
    void anLvalueSourceIsReferredTo();
    void takesItemsThatArriveOverTime();
    void aSlotIsTakenBeforeTheSourceIsAsked();
    void theLimitCanBeRaisedWhileOthersWait();
    void theLimitCanBeLoweredWhileOthersRun();
    void twoMapsShareTheSlotsOfOneSemaphore();
    void aSlotIsFreeWhenTheWorkHasEnded();
    void aMillionImmediateItemsDoNotGrowTheStack();
    void manyItemsThatSleepDoNotGrowTheStack();
    void aFilterIsAskedOnceForEachItemAndNotAhead();
    void resultsCountThoughTheCallerStopped();
};

/// Pulled ahead, a thousand items wait for a slot, most of them far behind: each starts when its turn comes.
void ParallelMapTest::thoseFarBehindComeInTheirTurn()
{
    VirtualClock clock;
    std::vector<int> started;
    std::vector<std::chrono::nanoseconds> times;
    const auto note = [&](int item) -> QCoro::Task<int> {
        started.push_back(item);
        times.push_back(Clock::current().now());
        co_await sleepFor(10ms);
        co_return item;
    };
    const auto all = std::views::iota(0, 1000);
    const std::vector<int> items(all.begin(), all.end());
    const std::vector<int> results = clock.run([&] { return mapParallel(items, note, {.maxConcurrency = 3, .pullAhead = true}); });
    QCOMPARE(started, items);
    QCOMPARE(results, items);
    for (std::size_t i = 0; i < items.size(); ++i)
        QCOMPARE(times[i], i / 3 * 10ms);
    QCOMPARE(clock.now(), 3340ms);
}

/// What an observer sees of the hundredth is what it sees of the second: who waits behind how many, and who made way.
void ParallelMapTest::thoseFarBehindAreToldOfLikeTheOthers()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    struct Numbered {
        std::uint32_t number;
        Span span() const { return {.request = number}; }
    };
    std::vector<Numbered> items;
    for (std::uint32_t number = 1; number <= 100; ++number)
        items.push_back({number});
    const auto fetch = [](Numbered) -> QCoro::Task<> { co_await sleepFor(10ms); };
    clock.run([&] { return mapParallel(items, fetch, {.maxConcurrency = 1, .pullAhead = true, .part = Part{1}}); });
    QByteArrayList expected{"0 #1 go granted"};
    for (int number = 2; number <= 100; ++number)
        expected << "0 #" + QByteArray::number(number) + " wait slot" + (number > 2 ? " ahead " + QByteArray::number(number - 2) : QByteArray());
    for (int number = 1; number <= 100; ++number) {
        const QByteArray time = QByteArray::number(number * 10), who = QByteArray::number(number);
        expected << time + " #" + who + " free";
        if (number < 100)
            expected << time + " #" + QByteArray::number(number + 1) + " go granted from #" + who;
    }
    QCOMPARE(trace.lines, expected);
}

void ParallelMapTest::whoSharesThePermitsComesInTurn()
{
    VirtualClock clock;
    Semaphore places{1};
    const auto work = [](int) { return sleepFor(1ms); };
    const auto all = std::views::iota(0, 200);
    const auto maps = [&]() -> QCoro::Task<> { co_await mapParallel(all, work, places, {.pullAhead = true}); };
    auto mapping = maps();
    clock.runUntil(0ms);
    QCOMPARE(places.waiting(), std::size_t(199));
    std::optional<std::chrono::nanoseconds> passed;
    const auto passes = [&]() -> QCoro::Task<> {
        const Permit permit = co_await places.acquire();
        passed = clock.now();
    };
    auto passing = passes();
    clock.run();
    QVERIFY(passed == 200ms);
}

void ParallelMapTest::aRaisedLimitLetsThoseFarBehindStart()
{
    VirtualClock clock;
    Semaphore places{2};
    std::vector<int> started;
    const auto note = [&](int item) -> QCoro::Task<> {
        started.push_back(item);
        co_await sleepFor(1s);
    };
    const auto all = std::views::iota(0, 20'000);
    const std::vector<int> items(all.begin(), all.end());
    auto mapping = [&]() -> QCoro::Task<> { co_await mapParallel(items, note, places, {.pullAhead = true, .exclusive = true}); }();
    clock.runUntil(500ms);
    QCOMPARE(started.size(), std::size_t(2));
    places.setLimit(15'000); // All that may start do so at this instant, in their order, and none in another's arms.
    clock.runUntil(500ms);
    QCOMPARE(started.size(), std::size_t(15'000));
    clock.run();
    QCOMPARE(started, items);
    QCOMPARE(clock.now(), 2500ms);
}

void ParallelMapTest::aFailureEndsTheWaitOfThoseFarBehind()
{
    VirtualClock clock;
    int started = 0;
    const auto failing = [&](int item, std::stop_token token) -> QCoro::Task<> {
        ++started;
        co_await sleepFor(10ms, token);
        if (item == 4)
            throw std::runtime_error("four");
    };
    const auto all = std::views::iota(0, 1000);
    const std::vector<int> items(all.begin(), all.end());
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(items, failing, {.maxConcurrency = 2, .pullAhead = true}); }); }), "runtime_error: four");
    QCOMPARE(clock.now(), 30ms);
    QCOMPARE(started, 6);
}

void ParallelMapTest::aStopEndsTheWaitOfThoseFarBehind()
{
    VirtualClock clock;
    support::TraceLines trace;
    std::stop_source stop;
    Semaphore places{2, "slots", Part{1}};
    const auto sleep = [](int, std::stop_token token) -> QCoro::Task<> { co_await sleepFor(1s, token); };
    const auto all = std::views::iota(0, 1000);
    const std::vector<int> items(all.begin(), all.end());
    const auto run = [&]() -> QCoro::Task<> { co_await mapParallel(items, sleep, places, {.pullAhead = true, .exclusive = true}, stop.get_token()); };
    const auto stopper = [&]() -> QCoro::Task<> {
        co_await sleepFor(1500ms);
        clock.setObserver(&trace);
        stop.request_stop();
    };
    auto stopping = stopper();
    QVERIFY(thrownBy([&] { clock.run(run); }).startsWith("Cancelled"));
    QCOMPARE(clock.now(), 1500ms);
    QCOMPARE(places.waiting(), std::size_t(0));
    QCOMPARE(places.available(), 2);
    // Each of those that waited has been told to go.
    QCOMPARE(std::ranges::count_if(trace.lines, [](const QByteArray &line) { return line.endsWith("go cancelled"); }), 996);
}

void ParallelMapTest::noItemsGiveAnEmptyResultAtOnce()
{
    VirtualClock clock;
    auto fromRange = mapParallel(std::vector<int>(), work);
    QVERIFY(fromRange.isReady());
    QCOMPARE(clock.run(std::move(fromRange)), std::vector<int>());
    auto fromInput = mapParallel(CountingRange(0), work);
    QVERIFY(fromInput.isReady());
    auto fromSource = mapParallel(TimedSource(0, 0ms), work);
    QVERIFY(fromSource.isReady());
}

void ParallelMapTest::oneItem()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return mapParallel(std::vector{30}, work); }), std::vector{300});
    QCOMPARE(clock.now(), 30ms);
}

void ParallelMapTest::resultsComeInInputOrder()
{
    VirtualClock clock;
    const QList<int> items{50, 10, 40, 20, 30};
    const std::vector<int> results = clock.run([&]() -> QCoro::Task<std::vector<int>> {
        co_return co_await mapParallel(items, work, {.maxConcurrency = 10});
    });
    QCOMPARE(results, (std::vector{500, 100, 400, 200, 300}));
    QCOMPARE(clock.now(), 50ms);
}

void ParallelMapTest::voidGivesNothing()
{
    VirtualClock clock;
    std::vector<int> seen;
    const auto see = [&](int item) { seen.push_back(item); };
    static_assert(std::is_void_v<decltype(clock.run(mapParallel(std::vector{1}, see)))>);
    clock.run([&] { return mapParallel(std::vector{1, 2, 3}, see); });
    QCOMPARE(seen, (std::vector{1, 2, 3}));
}

void ParallelMapTest::atMostSoManyAtATime_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("milliseconds"); // For 10 items of 100 ms.
    QTest::newRow("one at a time") << 1 << 1 << 1000;
    QTest::newRow("three") << 3 << 3 << 400;
    QTest::newRow("as many as there are") << 10 << 10 << 100;
    QTest::newRow("more than there are") << 1000 << 10 << 100;
}

void ParallelMapTest::atMostSoManyAtATime()
{
    QFETCH(const int, limit);
    QFETCH(const int, most);
    QFETCH(const int, milliseconds);
    VirtualClock clock;
    Crew crew;
    const auto byCrew = [&](int ms) { return crew.work(ms); };
    clock.run([&] { return mapParallel(std::vector<int>(10, 100), byCrew, {.maxConcurrency = limit}); });
    QCOMPARE(crew.most(), most);
    QCOMPARE(clock.now(), std::chrono::milliseconds(milliseconds));
}

void ParallelMapTest::refusesALimitBelowOne()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)mapParallel(std::vector{1}, work, {.maxConcurrency = 0}); }),
             "invalid_argument: mapParallel: expected maxConcurrency of at least 1, got 0");
}

void ParallelMapTest::takesFunctionsThatAreNoCoroutines()
{
    VirtualClock clock;
    const auto twice = [](int item) { return 2 * item; };
    QCOMPARE(clock.run([&] { return mapParallel(std::vector{1, 2, 3}, twice, {.maxConcurrency = 1}); }), (std::vector{2, 4, 6}));
    QCOMPARE(clock.now(), 0s);
}

void ParallelMapTest::resultsNeedNoDefaultAndNoCopy()
{
    VirtualClock clock;
    struct Result {
        explicit Result(int v) : value(std::make_unique<int>(v)) {}
        std::unique_ptr<int> value;
    };
    const auto make = [](int item) { return Result(item); };
    const std::vector<Result> results = clock.run([&] { return mapParallel(std::views::iota(0, 100), make); });
    QCOMPARE(results.size(), std::size_t(100));
    QCOMPARE(*results[99].value, 99);
}

void ParallelMapTest::anItemIsCopiedOnce()
{
    struct Item {
        explicit Item(int &copied) : copies(&copied) {}
        Item(const Item &other) : copies(other.copies) { ++*copies; }
        Item(Item &&other) noexcept = default;
        Item &operator=(const Item &) = delete;
        int *copies;
    };
    VirtualClock clock;
    int copies = 0;
    const std::vector<Item> items(5, Item(copies));
    copies = 0;
    clock.run([&] { return mapParallel(items, [](const Item &) {}); });
    QCOMPARE(copies, 5);
}

void ParallelMapTest::pullsNothingBeforeASlotIsFree()
{
    VirtualClock clock;
    CountingRange items(10, 100);
    const auto mapping = mapParallel(items, work, {.maxConcurrency = 3});
    QCOMPARE(items.pulled(), 3);
    clock.runUntil(99ms);
    QCOMPARE(items.pulled(), 3);
    clock.runUntil(100ms);
    QCOMPARE(items.pulled(), 6);
    clock.run();
    QCOMPARE(items.pulled(), 10);
    QCOMPARE(clock.now(), 400ms);
}

void ParallelMapTest::pullingAheadTakesEveryItemAtOnce()
{
    VirtualClock clock;
    CountingRange items(10, 100);
    auto mapping = mapParallel(items, work, {.maxConcurrency = 3, .pullAhead = true});
    QCOMPARE(items.pulled(), 10);
    QCOMPARE(clock.run(std::move(mapping)).size(), std::size_t(10));
    QCOMPARE(clock.now(), 400ms);
}

void ParallelMapTest::pullingAheadStillRunsAtMostSoManyInOrder()
{
    VirtualClock clock;
    Crew crew;
    std::vector<int> order;
    const auto byCrew = [&](int ms) {
        order.push_back(ms);
        return crew.work(ms);
    };
    const std::vector items{50, 40, 30, 20, 10};
    const auto results = clock.run([&] { return mapParallel(items, byCrew, {.maxConcurrency = 2, .pullAhead = true}); });
    QCOMPARE(results, items);
    QCOMPARE(order, items);
    QCOMPARE(crew.most(), 2);
    QCOMPARE(clock.now(), 80ms); // 50+20+10 beside 40+30.
}

void ParallelMapTest::anLvalueSourceIsReferredTo()
{
    VirtualClock clock;
    TimedSource source(3, 10ms);
    clock.run([&] { return mapParallel(source, work); });
    QCOMPARE(source.asked(), 4); // The fourth answer is that there are no more.
    QVERIFY(!clock.run([&] { return source.next({}); }));
}

void ParallelMapTest::takesItemsThatArriveOverTime()
{
    VirtualClock clock;
    const auto work100 = [](int item) -> QCoro::Task<int> {
        co_await sleepFor(100ms);
        co_return item;
    };
    QCOMPARE(clock.run([&] { return mapParallel(TimedSource(4, 30ms), work100); }), (std::vector{0, 1, 2, 3}));
    QCOMPARE(clock.now(), 220ms); // The last comes at 120 ms.
}

void ParallelMapTest::aSlotIsTakenBeforeTheSourceIsAsked()
{
    VirtualClock clock;
    TimedSource source(5, 10ms);
    const auto work100 = [](int item) -> QCoro::Task<int> {
        co_await sleepFor(100ms);
        co_return item;
    };
    const auto mapping = mapParallel(source, work100, {.maxConcurrency = 2});
    clock.runUntil(109ms); // Two work since 10 ms and 20 ms.
    QCOMPARE(source.asked(), 2);
    clock.runUntil(110ms);
    QCOMPARE(source.asked(), 3);
}

void ParallelMapTest::theLimitCanBeRaisedWhileOthersWait()
{
    VirtualClock clock;
    Semaphore permits(1);
    auto mapping = mapParallel(std::vector<int>(6, 100), work, permits);
    clock.runUntil(100ms);
    permits.setLimit(5);
    clock.run(std::move(mapping));
    QCOMPARE(clock.now(), 200ms);
    QCOMPARE(permits.available(), 5);
}

void ParallelMapTest::theLimitCanBeLoweredWhileOthersRun()
{
    VirtualClock clock;
    Semaphore permits(4);
    auto mapping = mapParallel(std::vector<int>(6, 100), work, permits);
    permits.setLimit(1);
    clock.run(std::move(mapping));
    QCOMPARE(clock.now(), 300ms); // Four together, then one after the other.
}

void ParallelMapTest::twoMapsShareTheSlotsOfOneSemaphore()
{
    VirtualClock clock;
    Semaphore permits(2);
    Crew crew;
    const auto byCrew = [&](int ms) { return crew.work(ms); };
    auto first = mapParallel(std::vector<int>(4, 100), byCrew, permits);
    auto second = mapParallel(std::vector<int>(4, 100), byCrew, permits);
    clock.run(std::move(first));
    clock.run(std::move(second));
    QCOMPARE(crew.most(), 2);
    QCOMPARE(clock.now(), 400ms);
}

void ParallelMapTest::aSlotIsFreeWhenTheWorkHasEnded()
{
    VirtualClock clock;
    Semaphore permits(1);
    Event end;
    const auto untilEnd = [&](int) -> QCoro::Task<> { co_await end.wait(); };
    const auto mapping = mapParallel(std::vector{1}, untilEnd, permits);
    clock.advance(1h);
    QCOMPARE(permits.available(), 0);
    end.set();
    clock.run();
    QCOMPARE(permits.available(), 1);
}

void ParallelMapTest::aMillionImmediateItemsDoNotGrowTheStack()
{
    VirtualClock clock;
    support::StackWatch stack;
    const auto look = [&](int item) -> QCoro::Task<int> {
        stack.look();
        co_return item;
    };
    const auto results = clock.run([&] { return mapParallel(std::views::iota(0, 1'000'000), look); });
    QCOMPARE(results.size(), std::size_t(1'000'000));
    QCOMPARE(results.back(), 999'999);
    QCOMPARE(stack.depth(), std::size_t(0));
    QCOMPARE(clock.now(), 0s);
}

void ParallelMapTest::manyItemsThatSleepDoNotGrowTheStack()
{
    VirtualClock clock;
    support::StackWatch stack;
    const auto look = [&](int) -> QCoro::Task<> {
        co_await sleepFor(1ms);
        stack.look();
    };
    clock.run([&] { return mapParallel(std::views::iota(0, 10'000), look, {.maxConcurrency = 5000}); });
    QCOMPARE(stack.looks(), std::size_t(10'000));
    QCOMPARE(stack.depth(), std::size_t(0));
    QCOMPARE(clock.now(), 2ms);
}

void ParallelMapTest::aFilterIsAskedOnceForEachItemAndNotAhead()
{
    VirtualClock clock;
    QStringList log;
    const auto isEven = [&](int number) {
        log << QString("%1 asked at %2").arg(number).arg(clock.now() / 1ms);
        return number % 2 == 0;
    };
    const auto work = [](int number) { return support::deafValueAfter(10ms, number); };
    auto evens = std::views::iota(1, 5) | std::views::filter(isEven);
    QCOMPARE(clock.run([&] { return mapParallel(evens, work, {.maxConcurrency = 1}); }), (std::vector{2, 4}));
    QCOMPARE(log, (QStringList{"1 asked at 0", "2 asked at 0", "3 asked at 10", "4 asked at 10"}));
}

void ParallelMapTest::resultsCountThoughTheCallerStopped()
{
    VirtualClock clock;
    std::stop_source stop;
    const std::vector<int> items{1, 2, 3};
    const auto work = [](int item) { return support::deafValueAfter(10ms, item); };
    const auto results = clock.run([&]() -> QCoro::Task<std::vector<int>> {
        auto stopping = support::stopAfter(5ms, stop);
        co_return co_await mapParallel(items, work, {.maxConcurrency = 3}, stop.get_token());
    });
    QCOMPARE(results, items);
    QVERIFY(stop.stop_requested());
}

QTEST_GUILESS_MAIN(ParallelMapTest)
#include "parallel_map_test.moc"
