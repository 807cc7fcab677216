// SPDX-License-Identifier: MIT
#include <asyncade/batch.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/counting_source.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QList>
#include <QTest>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using support::CountingRange;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::TimedSource;
using support::valueAfter;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

/// Takes `ms` milliseconds and gives ten times that; a negative number fails instead.
QCoro::Task<int> work(int ms, std::stop_token token)
{
    co_await sleepFor(milliseconds(std::abs(ms)), token);
    if (ms < 0)
        throw std::runtime_error(std::to_string(ms));
    co_return ms * 10;
}

/// Writes down when each item starts.
class Starts {
public:
    QList<qint64> milliseconds;
    auto working()
    {
        return [this](int ms, std::stop_token token) {
            milliseconds << Clock::current().now() / 1ms;
            return work(ms, token);
        };
    }
};

/// Requests that arrive at given times.
struct Request {
    std::uint32_t number;
    Span span() const { return {.request = number}; }
};
class Arrivals {
public:
    explicit Arrivals(std::vector<int> times) : m_times(std::move(times)) {}
    QCoro::Task<std::optional<Request>> next(std::stop_token token)
    {
        if (m_next == m_times.size())
            co_return std::nullopt;
        co_await sleepUntil(milliseconds(m_times[m_next]), token);
        co_return Request{std::uint32_t(++m_next)};
    }

private:
    std::vector<int> m_times;
    std::size_t m_next = 0;
};

} // namespace

class BatchTest : public QObject {
    Q_OBJECT

private slots:
    void executeGivesAListOfLists();
    void executeOfNothing();
    void executeOfOne();
    void executeVoid();
    void executeStartsABatchWhenTheOneBeforeHasEnded();
    void executeAbandonsLaterBatchesAtTheFirstFailure_data();
    void executeAbandonsLaterBatchesAtTheFirstFailure();
    void executeRefusesASizeBelowOne();
    void executeKeepsWhatAnOperationOwnsUntilItHasEnded();
    void executeReportsLaterFailures();

    void concurrentGivesAFlatListInInputOrder();
    void concurrentOfNothing();
    void concurrentVoid();
    void resultsNeedNoDefaultAndNoCopy();
    void refusesASizeBelowOneAndANegativePause();
    void pausesAfterTheEndOfABatch();
    void pausesFromStartToStart();
    void aLongBatchUsesItsPauseUp();
    void doesNotPauseBehindTheLastBatch_data();
    void doesNotPauseBehindTheLastBatch();
    void pullsABatchWhenTheOneBeforeHasEnded();
    void aBatchStartsWhenEnoughHaveCome();
    void theFirstFailureStopsItsBatchAndTheRest();
    void operationsWithoutATokenAreWaitedFor();
    void aFailureOfTheSourceIsThrown();
    void aFailureThatIsThrownByTheCallItself();
    void safeGivesEveryOutcome();
    void safeOfAStoppedRun();
    void stoppingWhileABatchRuns();
    void stoppingDuringThePause();
    void stoppingWhenAllHaveEndedWellCountsForNothing();
    void aTokenStoppedBeforehandStartsNothing();
    void theSizeCanBeChangedWhileItCollects();
    void thePauseCanBeChangedWhileItWaits();
    void limitsThatDieCancelTheRun();
    void aMillionImmediateItemsDoNotGrowTheStack();
    void tellsWhoWaitsForWhat();
    void tellsOfAPauseAndOfThoseWhoWillNotStart();
    void theEndOfTheClockUnwindsIt();
};

void BatchTest::executeGivesAListOfLists()
{
    VirtualClock clock;
    std::vector<Operation> all;
    for (int i = 1; i <= 5; ++i)
        all.emplace_back(call(valueAfter, 10ms * i, i));
    const auto lists = clock.run([&] { return batchExecute(std::move(all), 2); });
    QCOMPARE(lists, (std::vector<std::vector<int>>{{1, 2}, {3, 4}, {5}}));
    QCOMPARE(clock.now(), 20ms + 40ms + 50ms);
}

void BatchTest::executeOfNothing()
{
    VirtualClock clock;
    auto none = batchExecute(std::vector<Operation>(), 3);
    QVERIFY(none.isReady());
    QCOMPARE(clock.run(std::move(none)), std::vector<std::vector<int>>());
}

void BatchTest::executeOfOne()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return batchExecute(std::vector<Operation>{call(valueAfter, 10ms, 1)}, 3); }), (std::vector<std::vector<int>>{{1}}));
}

void BatchTest::executeVoid()
{
    VirtualClock clock;
    const auto nothing = [](std::stop_token token) -> QCoro::Task<> { co_await sleepFor(10ms, token); };
    static_assert(std::is_void_v<decltype(clock.run(batchExecute(std::vector{nothing}, 1)))>);
    clock.run([&] { return batchExecute(std::vector{nothing, nothing, nothing}, 2); });
    QCOMPARE(clock.now(), 20ms);
}

void BatchTest::executeStartsABatchWhenTheOneBeforeHasEnded()
{
    VirtualClock clock;
    QList<qint64> starts;
    const auto start = [&](std::stop_token token) {
        starts << clock.now() / 1ms;
        return valueAfter(10ms * starts.size(), 1, token);
    };
    clock.run([&] { return batchExecute(std::vector{start, start, start, start, start}, 2); });
    QCOMPARE(starts, (QList<qint64>{0, 0, 20, 20, 60}));
}

void BatchTest::executeAbandonsLaterBatchesAtTheFirstFailure_data()
{
    QTest::addColumn<int>("bad");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("started");
    QTest::newRow("in the first batch") << 0 << 5 << 2;
    QTest::newRow("in the middle") << 3 << 15 << 4;
    QTest::newRow("in the last batch") << 4 << 25 << 5;
}

void BatchTest::executeAbandonsLaterBatchesAtTheFirstFailure()
{
    QFETCH(const int, bad);
    QFETCH(const int, end);
    QFETCH(const int, started);
    VirtualClock clock;
    const ReportedErrors reported;
    int begun = 0;
    std::vector<Operation> all;
    for (int i = 0; i < 5; ++i) {
        all.emplace_back([&, i](std::stop_token token) {
            ++begun;
            return i == bad ? failAfter(5ms, "bad", token) : valueAfter(10ms, i, token);
        });
    }
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchExecute(all, 2); }); }), "runtime_error: bad");
    QCOMPARE(clock.now(), milliseconds(end));
    QCOMPARE(begun, started);
    QVERIFY(reported.texts().isEmpty());
}

void BatchTest::executeRefusesASizeBelowOne()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)batchExecute(std::vector<Operation>(), 0); }), "invalid_argument: batchExecute: expected a size of at least 1, got 0");
}

void BatchTest::executeKeepsWhatAnOperationOwnsUntilItHasEnded()
{
    VirtualClock clock;
    struct Owner {
        std::shared_ptr<int> value;
        QCoro::Task<int> operator()(std::stop_token token) const
        {
            co_await sleepFor(10ms, token);
            co_return *value; // `this` is the operation: it must still be there.
        }
    };
    std::vector<Owner> all{{std::make_shared<int>(1)}, {std::make_shared<int>(2)}, {std::make_shared<int>(3)}};
    const std::weak_ptr<int> first = all[0].value;
    const auto lists = clock.run([&] { return batchExecute(std::move(all), 2); });
    QCOMPARE(lists, (std::vector<std::vector<int>>{{1, 2}, {3}}));
    QVERIFY(first.expired());
}

void BatchTest::executeReportsLaterFailures()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const std::vector<Operation> all{call(valueAfter, 1ms, 0), [](std::stop_token) { return support::deafFailAfter(20ms, "later"); },
                                     call(failAfter, 10ms, "first")};
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchExecute(all, 3); }); }), "runtime_error: first");
    QCOMPARE(reported.texts(), QByteArrayList{"batchExecute 1: runtime_error: later"});
    QCOMPARE(clock.now(), 20ms);
}

void BatchTest::concurrentGivesAFlatListInInputOrder()
{
    VirtualClock clock;
    Starts starts;
    const QList<int> items{30, 10, 20, 50, 40};
    QCOMPARE(clock.run([&] { return batchConcurrent(items, starts.working(), 2); }), (std::vector{300, 100, 200, 500, 400}));
    QCOMPARE(starts.milliseconds, (QList<qint64>{0, 0, 30, 30, 80}));
    QCOMPARE(clock.now(), 120ms);
}

void BatchTest::concurrentOfNothing()
{
    VirtualClock clock;
    auto none = batchConcurrent(std::vector<int>(), work, 3, {.pause = 1s});
    QVERIFY(none.isReady());
    QCOMPARE(clock.run(std::move(none)), std::vector<int>());
    QCOMPARE(clock.run([] { return batchConcurrent(TimedSource(0, 1ms), work, 3, {.pullAhead = true}); }), std::vector<int>());
}

void BatchTest::concurrentVoid()
{
    VirtualClock clock;
    std::vector<int> seen;
    const auto see = [&](int item) { seen.push_back(item); };
    clock.run([&] { return batchConcurrent(std::vector{1, 2, 3}, see, 2); });
    QCOMPARE(seen, (std::vector{1, 2, 3}));
}

void BatchTest::resultsNeedNoDefaultAndNoCopy()
{
    struct Page {
        explicit Page(int n) : number(std::make_unique<int>(n)) {}
        std::unique_ptr<int> number;
    };
    VirtualClock clock;
    const auto make = [](int n) { return Page(n); };
    const std::vector<Page> pages = clock.run([&] { return batchConcurrent(std::vector{1, 2, 3}, make, 2); });
    QCOMPARE(*pages[2].number, 3);
}

void BatchTest::refusesASizeBelowOneAndANegativePause()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)batchConcurrent(std::vector{1}, work, -1); }), "invalid_argument: batchConcurrent: expected a size of at least 1, got -1");
    QCOMPARE(thrownBy([] { (void)batchConcurrentSafe(std::vector{1}, work, 1, {.pause = -1ms}); }),
             "invalid_argument: batchConcurrentSafe: expected a pause of at least 0, got -1 ms");
    BatchLimits limits(1);
    QCOMPARE(thrownBy([&] { limits.setSize(0); }), "invalid_argument: BatchLimits: expected a size of at least 1, got 0");
    QCOMPARE(thrownBy([&] { limits.setPause(-1ns); }), "invalid_argument: BatchLimits: expected a pause of at least 0, got -1 ns");
}

void BatchTest::pausesAfterTheEndOfABatch()
{
    VirtualClock clock;
    Starts starts;
    clock.run([&] { return batchConcurrent(std::vector{10, 30, 20, 5, 7}, starts.working(), 2, {.pause = 100ms}); });
    QCOMPARE(starts.milliseconds, (QList<qint64>{0, 0, 130, 130, 250}));
    QCOMPARE(clock.now(), 257ms);
}

void BatchTest::pausesFromStartToStart()
{
    VirtualClock clock;
    Starts starts;
    clock.run([&] {
        return batchConcurrent(std::vector{10, 30, 20, 5, 7}, starts.working(), 2, {.pause = 100ms, .pace = BatchPace::StartToStart});
    });
    QCOMPARE(starts.milliseconds, (QList<qint64>{0, 0, 100, 100, 200}));
}

void BatchTest::aLongBatchUsesItsPauseUp()
{
    VirtualClock clock;
    Starts starts;
    clock.run([&] {
        return batchConcurrent(std::vector{150, 10, 10}, starts.working(), 1, {.pause = 100ms, .pace = BatchPace::StartToStart});
    });
    QCOMPARE(starts.milliseconds, (QList<qint64>{0, 150, 250}));
}

void BatchTest::doesNotPauseBehindTheLastBatch_data()
{
    QTest::addColumn<bool>("pullAhead");
    QTest::newRow("pulled when needed") << false;
    QTest::newRow("pulled ahead") << true;
}

void BatchTest::doesNotPauseBehindTheLastBatch()
{
    QFETCH(const bool, pullAhead);
    VirtualClock clock;
    const auto identity = [](int item) { return item; };
    QCOMPARE(clock.run([&] { return batchConcurrent(TimedSource(4, 10ms), identity, 2, {.pause = 1s, .pullAhead = pullAhead}); }),
             (std::vector{0, 1, 2, 3}));
    QCOMPARE(clock.now(), 1020ms); // The items of the second batch come while the pause lasts.
}

void BatchTest::pullsABatchWhenTheOneBeforeHasEnded()
{
    VirtualClock clock;
    CountingRange items(5, 10);
    QList<int> pulledAtStart;
    const auto see = [&](int ms, std::stop_token token) {
        pulledAtStart << items.pulled();
        return work(ms, token);
    };
    clock.run([&] { return batchConcurrent(std::ref(items).get(), see, 2); });
    QCOMPARE(pulledAtStart, (QList<int>{2, 2, 4, 4, 5}));
}

void BatchTest::aBatchStartsWhenEnoughHaveCome()
{
    VirtualClock clock;
    QList<qint64> starts;
    const auto start = [&](Request, std::stop_token token) {
        starts << clock.now() / 1ms;
        return sleepFor(25ms, token);
    };
    clock.run([&] { return batchConcurrent(Arrivals({0, 10, 20, 30, 90}), start, 2, {.pullAhead = true}); });
    // The second batch is complete at 30 but waits for the first, which ends at 35; the source ends at 90.
    QCOMPARE(starts, (QList<qint64>{10, 10, 35, 35, 90}));
}

void BatchTest::theFirstFailureStopsItsBatchAndTheRest()
{
    VirtualClock clock;
    const ReportedErrors reported;
    Starts starts;
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrent(std::vector{10, 50, -20, 5}, starts.working(), 3); }); }),
             "runtime_error: -20");
    QCOMPARE(clock.now(), 20ms);
    QCOMPARE(starts.milliseconds.size(), 3);
    QVERIFY(reported.texts().isEmpty());
}

void BatchTest::operationsWithoutATokenAreWaitedFor()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto deaf = [](int ms) { return ms < 0 ? support::deafFailAfter(milliseconds(-ms), "bad") : support::deafValueAfter(milliseconds(ms), ms); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrent(std::vector{-10, 50, -60}, deaf, 3); }); }), "runtime_error: bad");
    QCOMPARE(clock.now(), 60ms);
    QCOMPARE(reported.texts(), QByteArrayList{"batchConcurrent 2: runtime_error: bad"});
}

void BatchTest::aFailureOfTheSourceIsThrown()
{
    struct Broken {
        int given = 0;
        QCoro::Task<std::optional<int>> next(std::stop_token token)
        {
            co_await sleepFor(10ms, token);
            if (++given == 4)
                throw std::runtime_error("no more");
            co_return 100;
        }
    };
    for (const bool pullAhead : {false, true}) {
        VirtualClock clock;
        QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrent(Broken(), work, 2, {.pullAhead = pullAhead}); }); }),
                 "runtime_error: no more");
        QCOMPARE(clock.now(), pullAhead ? 40ms : 140ms);
    }
}

void BatchTest::aFailureThatIsThrownByTheCallItself()
{
    VirtualClock clock;
    int calls = 0;
    const auto broken = [&](int) -> int {
        ++calls;
        throw std::runtime_error("at once");
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrent(std::vector{1, 2, 3}, broken, 2); }); }), "runtime_error: at once");
    QCOMPARE(calls, 1);
}

void BatchTest::safeGivesEveryOutcome()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto results = clock.run([] { return batchConcurrentSafe(std::vector{10, -20, 30, -5}, work, 2); });
    QCOMPARE(results.size(), std::size_t(4));
    QCOMPARE(results[0].value(), 100);
    QCOMPARE(support::inWords(results[1].error()), "runtime_error: -20");
    QCOMPARE(results[2].value(), 300);
    QCOMPARE(results[2].started(), 20ms);
    QCOMPARE(results[2].ended(), 50ms);
    QCOMPARE(results[3].status(), TaskStatus::Failed);
    QVERIFY(reported.texts().isEmpty());
}

void BatchTest::safeOfAStoppedRun()
{
    VirtualClock clock;
    std::stop_source stop;
    auto stopping = support::stopAfter(15ms, stop);
    const auto run = [&](int size) { return batchConcurrentSafe(std::vector{10, 20}, work, size, {}, stop.get_token()); };
    const auto results = clock.run([&] { return run(2); }); // All had been started.
    QVERIFY(results[0].succeeded());
    QCOMPARE(results[1].status(), TaskStatus::Cancelled);
    QCOMPARE(thrownBy([&] { clock.run([&] { return run(1); }); }), "Cancelled: cancelled");
}

void BatchTest::stoppingWhileABatchRuns()
{
    VirtualClock clock;
    std::stop_source stop;
    auto stopping = support::stopAfter(15ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrent(std::vector{10, 20, 30}, work, 2, {}, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 15ms);
}

void BatchTest::stoppingDuringThePause()
{
    VirtualClock clock;
    std::stop_source stop;
    auto stopping = support::stopAfter(15ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrent(std::vector{10, 20, 30}, work, 1, {.pause = 1s}, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 15ms);
    QVERIFY(!clock.next());
}

void BatchTest::stoppingWhenAllHaveEndedWellCountsForNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto deaf = [](int ms) { return support::deafValueAfter(milliseconds(ms), ms); };
    auto stopping = support::stopAfter(5ms, stop);
    QCOMPARE(clock.run([&] { return batchConcurrent(std::vector{10, 20}, deaf, 2, {}, stop.get_token()); }), (std::vector{10, 20}));
}

void BatchTest::aTokenStoppedBeforehandStartsNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    Starts starts;
    QCOMPARE(thrownBy([&] { clock.run([&] { return batchConcurrent(std::vector{10}, starts.working(), 2, {}, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QVERIFY(starts.milliseconds.isEmpty());
}

void BatchTest::theSizeCanBeChangedWhileItCollects()
{
    VirtualClock clock;
    BatchLimits limits(10);
    QList<qint64> starts;
    const auto start = [&](int) { starts << clock.now() / 1ms; };
    auto running = batchConcurrent(TimedSource(6, 10ms), start, limits, {.pullAhead = true});
    clock.advance(35ms); // Three have come.
    limits.setSize(2);
    clock.run();
    QVERIFY(running.isReady());
    QCOMPARE(starts, (QList<qint64>{35, 35, 40, 40, 60, 60}));
}

void BatchTest::thePauseCanBeChangedWhileItWaits()
{
    VirtualClock clock;
    BatchLimits limits(1, 1s);
    Starts starts;
    auto running = batchConcurrent(std::vector{10, 10, 10}, starts.working(), limits);
    clock.advance(100ms);
    limits.setPause(200ms);
    clock.advance(150ms);
    QCOMPARE(starts.milliseconds, (QList<qint64>{0, 210}));
    limits.setPause(0ms);
    clock.run();
    QCOMPARE(starts.milliseconds, (QList<qint64>{0, 210, 250}));
    QVERIFY(running.isReady());
}

void BatchTest::limitsThatDieCancelTheRun()
{
    VirtualClock clock;
    auto limits = std::make_unique<BatchLimits>(1, 1s);
    QByteArray thrown;
    const auto run = [&]() -> QCoro::Task<> {
        auto batches = batchConcurrent(std::vector{10, 10}, work, *limits);
        try {
            co_await batches;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    auto running = run();
    clock.advance(100ms);
    limits.reset();
    clock.run();
    QCOMPARE(thrown, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
}

void BatchTest::aMillionImmediateItemsDoNotGrowTheStack()
{
    VirtualClock clock;
    const auto same = [](int item) { return item; };
    const auto results = clock.run([&] { return batchConcurrent(std::views::iota(0, 1'000'000), same, 3); });
    QCOMPARE(results.size(), std::size_t(1'000'000));
    QCOMPARE(results.back(), 999'999);
}

void BatchTest::tellsWhoWaitsForWhat()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    const auto serve = [](Request request, std::stop_token token) -> QCoro::Task<> {
        report::attempt(1);
        co_await sleepFor(milliseconds(10 * request.number), token);
    };
    clock.run([&] { return batchConcurrent(Arrivals({0, 5, 10, 15, 16}), serve, 2, {.pullAhead = true}); });
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait collect", "5 #1 go granted", "5 #1 attempt 1", "5 #2 attempt 1", "10 #3 wait batch",
                                          "15 #4 wait batch ahead 1", "16 #5 wait batch ahead 2", "25 #3 go granted from #2",
                                          "25 #3 attempt 1", "25 #4 go granted from #2", "25 #4 attempt 1", "65 #5 go granted from #4",
                                          "65 #5 attempt 1"}));
}

void BatchTest::tellsOfAPauseAndOfThoseWhoWillNotStart()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    std::stop_source stop;
    auto stopping = support::stopAfter(80ms, stop);
    const auto serve = [](Request, std::stop_token token) { return sleepFor(10ms, token); };
    QCOMPARE(thrownBy([&] {
                 clock.run([&] {
                     return batchConcurrent(Arrivals({0, 5, 20, 70, 200}), serve, 2, {.pause = 30ms, .pullAhead = true}, stop.get_token());
                 });
             }),
             "Cancelled: cancelled");
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait collect", "5 #1 go granted", "20 #3 wait batch until 45", "45 #3 go elapsed",
                                          "45 #3 wait collect", "70 #3 go granted"}));
}

void BatchTest::theEndOfTheClockUnwindsIt()
{
    QByteArray thrown;
    const auto run = [&]() -> QCoro::Task<> {
        auto batches = batchConcurrent(TimedSource(5, 10ms), work, 2, {.pause = 1h, .pullAhead = true});
        try {
            co_await batches;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    {
        VirtualClock clock;
        run();
        clock.advance(35ms);
    }
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
