// SPDX-License-Identifier: MIT
#include <asyncade/offload.h>

#include <asyncade/gather.h>
#include <asyncade/recorder.h>
#include <asyncade/run_blocking.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/outside_work.h"
#include "support/reported_errors.h"
#include "support/seeds.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <condition_variable>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <ranges>
#include <semaphore>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::ReportedErrors;
using support::thrownBy;
using support::waitForStop;

namespace {

/// Sets the size of the pool for a test.
class PoolSize {
public:
    explicit PoolSize(int size) : m_before(QThreadPool::globalInstance()->maxThreadCount()) { QThreadPool::globalInstance()->setMaxThreadCount(size); }
    ~PoolSize() { QThreadPool::globalInstance()->setMaxThreadCount(m_before); }
    PoolSize(const PoolSize &) = delete;
    PoolSize &operator=(const PoolSize &) = delete;

private:
    int m_before;
};

/// What a piece of work on the pool does, besides counting itself.
enum class Does { Return, Throw, WaitForStop, StopAll };

/// Pieces of work that do as they are told, and how many of them run at once.
class PoolWork {
public:
    explicit PoolWork(std::vector<Does> plan) : m_plan(std::move(plan)) {}

    int operator()(int item, std::stop_token token)
    {
        const int now = ++running;
        for (int most = mostRunning; most < now && !mostRunning.compare_exchange_weak(most, now);) {
        }
        const Does does = m_plan[std::size_t(item)];
        if (does == Does::StopAll)
            stop.request_stop();
        if (does == Does::WaitForStop)
            waitForStop(token);
        failed += does == Does::Throw;
        --running;
        if (does == Does::Throw)
            throw std::runtime_error(std::to_string(item));
        if (does == Does::WaitForStop)
            throw Cancelled();
        return item;
    }

    std::stop_source stop;
    std::atomic<int> running = 0, mostRunning = 0, failed = 0;

private:
    std::vector<Does> m_plan;
};

/// What became of a call.
struct Came {
    int times = 0;
    bool failed = false, cancelled = false;
    std::string text;
};

template <class Start>
QCoro::Task<> noteWhatCame(Start start, PoolWork &work, bool mayGoOn, Came &came)
{
    try {
        auto calling = start();
        came.text = co_await calling;
    } catch (const Cancelled &) {
        came.cancelled = true;
    } catch (const std::runtime_error &error) {
        came.failed = true;
        came.text = error.what();
    }
    ++came.times;
    if (!mayGoOn && work.running != 0)
        came.text = "it still runs";
}

std::string listed(const std::vector<int> &items)
{
    std::string text;
    for (const int item : items)
        text += std::to_string(item) + ' ';
    return text;
}

/// A random map on the pool: stopped at the beginning, by a piece of its work, from here, or not at all. Empty, or what went wrong.
std::string mapHistory(std::uint64_t seed)
{
    support::Luck luck(seed);
    VirtualClock clock;
    const ReportedErrors reported;
    const int count = luck.below(7), limit = luck.between(1, 3);
    enum { Never, Before, ByWork, Outside } stopped = luck.onceIn(2) ? Never : luck.onceIn(4) ? Before : luck.onceIn(2) ? ByWork : Outside;
    const int stopper = stopped == ByWork && count > 0 ? luck.below(count) : count;
    std::vector<Does> plan;
    std::vector<int> all;
    bool somethingFails = false;
    for (int item = 0; item < count; ++item) {
        // Those before the stopper end by themselves, so that it gets a thread.
        const bool mayWait = stopped == Outside || (stopped == ByWork && item > stopper);
        const Does does = item == stopper ? Does::StopAll : mayWait && luck.onceIn(2) ? Does::WaitForStop : luck.onceIn(6) ? Does::Throw : Does::Return;
        somethingFails = somethingFails || does == Does::Throw;
        plan.push_back(does);
        all.push_back(item);
    }
    PoolWork work(plan);
    if (stopped == Before)
        work.stop.request_stop();
    Came came;
    const auto call = [&work](int item, std::stop_token token) { return work(item, std::move(token)); };
    const auto start = [&]() -> QCoro::Task<std::string> {
        auto running = offloadMap(all, call, {.maxConcurrency = limit}, work.stop.get_token());
        co_return listed(co_await running);
    };
    auto noting = noteWhatCame(start, work, false, came);
    if (stopped == Outside)
        work.stop.request_stop();
    clock.run(std::move(noting));
    if (came.times != 1)
        return "its caller did not settle once";
    if (work.mostRunning > limit)
        return "more than its limit ran at once";
    if (!came.failed && !came.cancelled && came.text != listed(all))
        return "it gave " + came.text;
    if (came.failed && (came.text == "it still runs" || !somethingFails))
        return "it failed: " + came.text;
    if (stopped == Never && (came.cancelled || came.failed != somethingFails))
        return "it came to what nothing led to";
    return work.failed == int(reported.texts().size()) + came.failed ? "" : "an error was lost";
}

/// Several calls at once, some of which are stopped by others.
std::string callsHistory(std::uint64_t seed)
{
    support::Luck luck(seed);
    VirtualClock clock;
    const int count = luck.between(1, 5);
    std::vector<Does> plan;
    for (int item = 0; item < count; ++item)
        plan.push_back(luck.onceIn(4) ? Does::Throw : Does::Return);
    PoolWork work(plan);
    std::vector<Came> came(plan.size());
    std::vector<std::stop_source> stops(plan.size());
    std::vector<QCoro::Task<>> calls;
    for (int item = 0; item < count; ++item) {
        const auto start = [&work, item, token = stops[std::size_t(item)].get_token()]() -> QCoro::Task<std::string> {
            const auto call = [&work, item](std::stop_token own) { return work(item, std::move(own)); };
            auto running = offload(call, token);
            co_return std::to_string(co_await running);
        };
        if (luck.onceIn(8))
            stops[std::size_t(item)].request_stop();
        calls.push_back(noteWhatCame(start, work, true, came[std::size_t(item)]));
        if (luck.onceIn(3))
            stops[std::size_t(luck.below(item + 1))].request_stop();
    }
    for (QCoro::Task<> &call : calls)
        clock.run(std::move(call));
    if (work.running != 0)
        return "something still runs";
    for (int item = 0; item < count; ++item) {
        const Came &one = came[std::size_t(item)];
        if (one.times != 1)
            return "a caller did not settle once";
        if (one.cancelled ? !stops[std::size_t(item)].stop_requested()
                          : one.text != std::to_string(item) || one.failed != (plan[std::size_t(item)] == Does::Throw))
            return "call " + std::to_string(item) + " came to " + one.text;
    }
    return "";
}

} // namespace

class OffloadTest : public QObject {
    Q_OBJECT

private slots:
    void runsOnAnotherThreadAndGivesTheValueHere();
    void voidWork();
    void aValueNeedsNoCopyAndNoDefault();
    void anErrorPassesUnchanged();
    void theVirtualClockWaitsInsteadOfJumping();
    void severalAtOnce();
    void stoppingTellsTheWorkAndWaitsForIt();
    void aStopFromAnotherThread();
    void whatTheWorkGivesInSpiteOfAStopCounts();
    void workThatHasNotBegunIsTakenBack();
    void aTokenStoppedBeforehandStartsNothing();
    void progressArrivesHereBeforeTheResult();
    void aCallMayTellItsProgress();
    void onlyTheNewestProgressCounts();
    void anErrorOfTheProgressCallbackStopsTheWork();
    void progressAfterTheEndIsIgnored();
    void theEndOfTheClockStopsTheWorkAndWaitsForIt();
    void onTheEventLoop();
    void theSpanIsBackAfterwards();
    void aTimeoutAroundIt();
    void ownedCapturesAreDestroyedHere();

    void mapGivesResultsInInputOrder();
    void mapOfNothing();
    void mapRunsAtMostSoManyAtATime();
    void mapPullsNothingBeforeASlotIsFree();
    void mapFailureStopsTheOthers();
    void mapReportsProgress();
    void mapRefusesANegativeLimit();
    void mapTellsOfItsSlots();
    void anObserverSeesWhoWaitsForAThreadAndWhoForTheWork();
    void manyShortPieces();
    void anErrorOfTheWorkBehindOneOfTheProgressCallbackGoesToTheErrorHook();
    void everyCallerSettlesOnceInRandomHistories();
    void aMapKeepsLimitOrderAndErrorsInRandomHistories();
};

void OffloadTest::runsOnAnotherThreadAndGivesTheValueHere()
{
    VirtualClock clock;
    QThread *worker = nullptr, *after = nullptr;
    const auto work = [&] {
        worker = QThread::currentThread();
        return 42;
    };
    const auto caller = [&]() -> QCoro::Task<int> {
        const int value = co_await offload(work);
        after = QThread::currentThread();
        co_return value;
    };
    QCOMPARE(clock.run(caller), 42);
    QVERIFY(worker && worker != QThread::currentThread());
    QCOMPARE(after, QThread::currentThread());
}

void OffloadTest::voidWork()
{
    VirtualClock clock;
    bool ran = false;
    const auto work = [&] { ran = true; };
    static_assert(std::is_void_v<decltype(clock.run([&] { return offload(work); }))>);
    clock.run([&] { return offload(work); });
    QVERIFY(ran);
}

void OffloadTest::aValueNeedsNoCopyAndNoDefault()
{
    struct Image {
        explicit Image(int n) : number(std::make_unique<int>(n)) {}
        std::unique_ptr<int> number;
    };
    VirtualClock clock;
    const auto work = [] { return Image(3); };
    QCOMPARE(*clock.run([&] { return offload(work); }).number, 3);
}

void OffloadTest::anErrorPassesUnchanged()
{
    VirtualClock clock;
    const auto work = []() -> int { throw std::runtime_error("bad"); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return offload(work); }); }), "runtime_error: bad");
}

void OffloadTest::theVirtualClockWaitsInsteadOfJumping()
{
    VirtualClock clock;
    std::chrono::nanoseconds ended{-1};
    const auto caller = [&]() -> QCoro::Task<> {
        co_await offload([] { return 1; });
        ended = clock.now();
    };
    auto sleeping = support::deafValueAfter(1h, 1);
    clock.run(caller);
    QCOMPARE(ended, 0ms);
    clock.run();
    QVERIFY(sleeping.isReady());
    QCOMPARE(clock.now(), 1h);
}

void OffloadTest::severalAtOnce()
{
    const PoolSize two(2);
    VirtualClock clock;
    std::latch both(2); // Neither ends before the other has begun.
    const auto work = [&] {
        both.arrive_and_wait();
        return 1;
    };
    const auto [one, other] = clock.run([&] { return gather(offload(work), offload(work)); });
    QCOMPARE(one + other, 2);
}

void OffloadTest::stoppingTellsTheWorkAndWaitsForIt()
{
    VirtualClock clock;
    std::stop_source stop;
    std::binary_semaphore begun(0);
    bool unwound = false;
    const auto work = [&](std::stop_token token) -> int {
        begun.release();
        waitForStop(token);
        unwound = true;
        throw Cancelled();
    };
    QByteArray thrown;
    const auto caller = [&]() -> QCoro::Task<> {
        auto working = offload(work, stop.get_token());
        try {
            co_await working;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    auto running = caller();
    begun.acquire();
    stop.request_stop();
    clock.run();
    QVERIFY(running.isReady());
    QVERIFY(unwound);
    QCOMPARE(thrown, "Cancelled: cancelled");
}

void OffloadTest::aStopFromAnotherThread()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto work = [&](std::stop_token token) {
        stop.request_stop();
        return token.stop_requested();
    };
    QVERIFY(clock.run([&] { return offload(work, stop.get_token()); }));
}

void OffloadTest::whatTheWorkGivesInSpiteOfAStopCounts()
{
    VirtualClock clock;
    std::stop_source stop;
    std::binary_semaphore begun(0), goOn(0);
    const auto work = [&] {
        begun.release();
        goOn.acquire();
        return 5;
    };
    auto running = offload(work, stop.get_token());
    begun.acquire();
    stop.request_stop();
    goOn.release();
    QCOMPARE(clock.run(std::move(running)), 5);
}

void OffloadTest::workThatHasNotBegunIsTakenBack()
{
    const PoolSize one(1);
    VirtualClock clock;
    std::stop_source stop;
    std::binary_semaphore goOn(0);
    const auto block = [&] { goOn.acquire(); };
    std::atomic<bool> ran = false;
    const auto work = [&] { ran = true; };
    QByteArray thrown;
    const auto caller = [&]() -> QCoro::Task<> {
        auto working = offload(work, stop.get_token());
        try {
            co_await working;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
        goOn.release(); // Only now can the other end.
    };
    auto blocking = offload(block);
    auto running = caller();
    requestStop(stop, {.reason = StopReason::SiblingFailed});
    clock.run();
    QVERIFY(running.isReady() && blocking.isReady());
    QCOMPARE(thrown, "Cancelled: cancelled: another task failed first");
    QVERIFY(!ran);
}

void OffloadTest::aTokenStoppedBeforehandStartsNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    bool ran = false;
    const auto work = [&] { ran = true; };
    QCOMPARE(thrownBy([&] { clock.run([&] { return offload(work, stop.get_token()); }); }), "Cancelled: cancelled");
    QVERIFY(!ran);
}

void OffloadTest::progressArrivesHereBeforeTheResult()
{
    VirtualClock clock;
    std::binary_semaphore seen(0);
    QByteArrayList lines;
    const auto work = [&](std::stop_token, Progress progress) {
        for (int i = 1; i <= 3; ++i) {
            progress.report(i, 3);
            seen.acquire();
        }
        progress.report(4, 3);
        return 9;
    };
    const auto onProgress = [&](std::int64_t done, std::int64_t total) {
        if (QThread::currentThread() == thread())
            lines << QByteArray::number(qlonglong(done)) + '/' + QByteArray::number(qlonglong(total));
        seen.release();
    };
    QCOMPARE(clock.run([&] { return offload(work, onProgress); }), 9);
    QCOMPARE(lines, (QByteArrayList{"1/3", "2/3", "3/3", "4/3"}));
}

void OffloadTest::onlyTheNewestProgressCounts()
{
    VirtualClock clock;
    std::binary_semaphore ended(0);
    QList<qint64> seen;
    const auto work = [&](std::stop_token, Progress progress) {
        for (int i = 1; i <= 1000; ++i)
            progress.report(i);
        ended.release();
    };
    const auto onProgress = [&](std::int64_t done, std::int64_t) { seen << done; };
    auto running = offload(work, onProgress);
    ended.acquire(); // Nobody has looked meanwhile.
    clock.run();
    QVERIFY(running.isReady());
    QCOMPARE(seen, QList<qint64>{1000});
}

void OffloadTest::anErrorOfTheProgressCallbackStopsTheWork()
{
    VirtualClock clock;
    bool unwound = false;
    const auto work = [&](std::stop_token token, Progress progress) {
        progress.report(1, 2);
        waitForStop(token);
        unwound = true;
    };
    const auto onProgress = [](std::int64_t, std::int64_t) { throw std::runtime_error("no room"); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return offload(work, onProgress); }); }), "runtime_error: no room");
    QVERIFY(unwound);
}

void OffloadTest::progressAfterTheEndIsIgnored()
{
    VirtualClock clock;
    std::optional<Progress> kept;
    int calls = 0;
    const auto work = [&](std::stop_token, Progress progress) { kept = progress; };
    const auto onProgress = [&](std::int64_t, std::int64_t) { ++calls; };
    clock.run([&] { return offload(work, onProgress); });
    kept->report(1, 1);
    clock.run();
    QCOMPARE(calls, 0);
}

void OffloadTest::theEndOfTheClockStopsTheWorkAndWaitsForIt()
{
    std::binary_semaphore started(0);
    std::atomic<bool> unwound = false;
    QByteArray result;
    const auto work = [&](std::stop_token token) {
        started.release();
        waitForStop(token);
        unwound = true;
        return 3;
    };
    const auto caller = [&]() -> QCoro::Task<> {
        auto working = offload(work);
        try {
            result = QByteArray::number(co_await working);
        } catch (...) {
            result = support::inWords(std::current_exception());
        }
    };
    {
        VirtualClock clock;
        caller();
        started.acquire(); // What has not begun when the clock ends is not begun.
    }
    QVERIFY(unwound);
    QCOMPARE(result, "3");
}

void OffloadTest::onTheEventLoop()
{
    const auto work = [] { return QThread::currentThread(); };
    QVERIFY(runBlocking([&] { return offload(work); }) != QThread::currentThread());
}

void OffloadTest::theSpanIsBackAfterwards()
{
    VirtualClock clock;
    std::uint32_t during = 0, after = 0;
    const auto work = [](std::stop_token, Progress progress) { progress.report(1); };
    const auto onProgress = [&](std::int64_t, std::int64_t) { during = currentSpan().request; };
    const auto caller = [&]() -> QCoro::Task<> {
        const SpanScope scope({.request = 7});
        co_await offload(work, onProgress);
        after = currentSpan().request;
    };
    clock.run(caller);
    QCOMPARE(during, 7u);
    QCOMPARE(after, 7u);
}

void OffloadTest::aTimeoutAroundIt()
{
    const auto work = [](std::stop_token token) -> int {
        waitForStop(token);
        throw Cancelled();
    };
    const auto operation = [&](std::stop_token token) { return offload(work, token); };
    QCOMPARE(thrownBy([&] { runBlocking([&] { return withTimeout(operation, 1ms); }); }), "TimeoutError: timed out after 1 ms");
}

void OffloadTest::ownedCapturesAreDestroyedHere()
{
    struct Guest {
        std::shared_ptr<QThread *> where = std::make_shared<QThread *>(nullptr);
        Guest() = default;
        Guest(const Guest &) = default;
        ~Guest() { *where = QThread::currentThread(); }
    };
    VirtualClock clock;
    for (int i = 0; i < 1000; ++i) {
        const auto where = std::make_shared<QThread *>(nullptr);
        {
            Guest guest;
            guest.where = where;
            const auto work = [guest] { return 1; };
            auto running = offload(work);
            clock.run();
            QVERIFY(running.isReady());
        }
        QCOMPARE(*where, QThread::currentThread());
    }
}

void OffloadTest::mapGivesResultsInInputOrder()
{
    VirtualClock clock;
    const auto square = [](int n) { return n * n; };
    QCOMPARE(clock.run([&] { return offloadMap(std::vector{1, 2, 3, 4, 5}, square); }), (std::vector{1, 4, 9, 16, 25}));
    const auto text = [](const std::string &s, std::stop_token) { return s + s; };
    QCOMPARE(clock.run([&] { return offloadMap(std::vector<std::string>{"a", "b"}, text, {.maxConcurrency = 1}); }),
             (std::vector<std::string>{"aa", "bb"}));
}

void OffloadTest::mapOfNothing()
{
    VirtualClock clock;
    const auto square = [](int n) { return n * n; };
    QCOMPARE(clock.run([&] { return offloadMap(std::vector<int>(), square); }), std::vector<int>());
    const auto nothing = [](int) {};
    static_assert(std::is_void_v<decltype(clock.run([&] { return offloadMap(std::vector{1}, nothing); }))>);
    clock.run([&] { return offloadMap(std::vector{1}, nothing); });
}

void OffloadTest::mapRunsAtMostSoManyAtATime()
{
    const PoolSize eight(8);
    VirtualClock clock;
    std::atomic<int> now = 0, most = 0;
    const auto work = [&](int n) {
        const int running = ++now;
        for (int before = most; running > before && !most.compare_exchange_weak(before, running);) {
        }
        --now;
        return n;
    };
    clock.run([&] { return offloadMap(std::views::iota(0, 1000), work, {.maxConcurrency = 3}); });
    QVERIFY(most >= 1 && most <= 3);
}

void OffloadTest::mapPullsNothingBeforeASlotIsFree()
{
    const PoolSize eight(8);
    VirtualClock clock;
    int pulled = 0;
    std::counting_semaphore goOn(0);
    auto items = std::views::iota(0, 5) | std::views::transform([&](int n) { return ++pulled, n; });
    const auto work = [&](int n) { return goOn.acquire(), n; };
    auto running = offloadMap(items, work, {.maxConcurrency = 2});
    QCOMPARE(pulled, 2);
    goOn.release(5);
    QCOMPARE(clock.run(std::move(running)).size(), std::size_t(5));
    QCOMPARE(pulled, 5);
}

void OffloadTest::mapFailureStopsTheOthers()
{
    const PoolSize two(2);
    VirtualClock clock;
    const ReportedErrors reported;
    std::atomic<int> called = 0;
    const auto work = [&](int n, std::stop_token token) {
        ++called;
        if (n == 0)
            throw std::runtime_error("bad");
        waitForStop(token);
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return offloadMap(std::views::iota(0, 10), work, {.maxConcurrency = 2}); }); }), "runtime_error: bad");
    QVERIFY(called <= 2);
    QVERIFY(reported.texts().isEmpty());
}

void OffloadTest::mapReportsProgress()
{
    VirtualClock clock;
    QList<qint64> done;
    std::int64_t all = 0;
    const auto square = [](int n) { return n * n; };
    const auto onProgress = [&](std::int64_t count, std::int64_t total) {
        done << count;
        all = total;
    };
    clock.run([&] { return offloadMap(std::vector{1, 2, 3}, square, {}, onProgress); });
    QCOMPARE(done, (QList<qint64>{1, 2, 3}));
    QCOMPARE(all, 3);
}

void OffloadTest::mapRefusesANegativeLimit()
{
    VirtualClock clock;
    const auto square = [](int n) { return n * n; };
    QCOMPARE(thrownBy([&] { (void)offloadMap(std::vector{1}, square, {.maxConcurrency = -1}); }),
             "invalid_argument: offloadMap: expected maxConcurrency of at least 0, got -1");
}

void OffloadTest::mapTellsOfItsSlots()
{
    VirtualClock clock;
    Recorder recorder;
    clock.setObserver(&recorder);
    std::counting_semaphore goOn(0);
    const auto work = [&](int) { goOn.acquire(); };
    const Part part{5};
    auto running = offloadMap(std::vector{1, 2}, work, {.maxConcurrency = 1, .part = part});
    goOn.release(2);
    clock.run(std::move(running));
    support::TraceLines trace;
    for (const TraceEvent &event : recorder) {
        if (event.part == part)
            trace.observe(event);
    }
    QCOMPARE(trace.lines, (QByteArrayList{"0 go granted", "0 wait slot", "0 free", "0 go granted", "0 free"}));
}

void OffloadTest::anObserverSeesWhoWaitsForAThreadAndWhoForTheWork()
{
    const PoolSize one(1);
    std::counting_semaphore goOn(0);
    QThreadPool::globalInstance()->start([&] { goOn.acquire(); });
    /// Lets everybody go on when it sees that the work is waited for.
    class Lines : public support::TraceLines {
    public:
        explicit Lines(std::counting_semaphore<> &goOn) : m_goOn(goOn) { everything = true; }
        void observe(const TraceEvent &event) noexcept override
        {
            support::TraceLines::observe(event);
            if (event.kind == TraceEventKind::Wait && event.reason == WaitReason::Work)
                m_goOn.release();
        }

    private:
        std::counting_semaphore<> &m_goOn;
    };
    Lines trace(goOn);
    VirtualClock clock;
    clock.setObserver(&trace);
    std::stop_source stop;
    const auto start = [&](std::uint32_t request) {
        const SpanScope scope({.request = request});
        return offload([&] { goOn.acquire(); }, request == 2 ? stop.get_token() : std::stop_token());
    };
    auto first = start(1), second = start(2);
    stop.request_stop(); // Is taken back.
    goOn.release();
    clock.run(std::move(first));
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait slot", "0 #2 wait slot", "0 #2 go granted", "0 #1 go granted", "0 #1 wait work ahead 1",
                                          "0 #1 go granted"}));
}

void OffloadTest::manyShortPieces()
{
    VirtualClock clock;
    const auto same = [](int n) { return n; };
    const std::vector<int> all = clock.run([&] { return offloadMap(std::views::iota(0, 10'000), same); });
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(all[std::size_t(i)], i);
}

void OffloadTest::anErrorOfTheWorkBehindOneOfTheProgressCallbackGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto work = [&](std::stop_token token, Progress progress) {
        progress.report(1, 2);
        waitForStop(token);
        throw std::runtime_error("while unwinding");
    };
    const auto onProgress = [](std::int64_t, std::int64_t) { throw std::runtime_error("no room"); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return offload(work, onProgress); }); }), "runtime_error: no room");
    QCOMPARE(reported.texts(), (QByteArrayList{"offload 0: runtime_error: while unwinding"}));
}

void OffloadTest::everyCallerSettlesOnceInRandomHistories()
{
    const std::string problem = support::firstProblem(callsHistory);
    QVERIFY2(problem.empty(), problem.c_str());
}

void OffloadTest::aMapKeepsLimitOrderAndErrorsInRandomHistories()
{
    const std::string problem = support::firstProblem(mapHistory);
    QVERIFY2(problem.empty(), problem.c_str());
}

int sumUpTo(int count, std::stop_token, Progress progress)
{
    int sum = 0;
    for (int i = 1; i <= count; ++i)
        sum += i;
    progress.report(count, count);
    return sum;
}

void OffloadTest::aCallMayTellItsProgress()
{
    VirtualClock clock;
    QList<std::int64_t> seen;
    const auto onProgress = [&](std::int64_t done, std::int64_t total) { seen << done << total; };
    QCOMPARE(clock.run([&] { return offload(call(sumUpTo, 4), onProgress); }), 10);
    QCOMPARE(seen, (QList<std::int64_t>{4, 4}));
    QCOMPARE(clock.run([&] { return offload(call(sumUpTo, 3)); }), 6); // Nobody wants to know.
}

QTEST_GUILESS_MAIN(OffloadTest)
#include "offload_test.moc"
