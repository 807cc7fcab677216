// SPDX-License-Identifier: MIT
#include <asyncade/gather.h>

#include <asyncade/call.h>
#include <asyncade/event.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::deafFailAfter;
using support::deafValueAfter;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::valueAfter;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

struct HttpError : std::runtime_error {
    explicit HttpError(int code) : std::runtime_error("http"), status(code) {}
    int status;
};

/// Counts who is at work, for as long as it is.
struct AtWork {
    explicit AtWork(int &count) : m_count(count) { ++m_count; }
    ~AtWork() { --m_count; }
    int &m_count;
};

} // namespace

class GatherFailureTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstFailureIsThrownUnchanged();
    void theFailureMayBeAnyOfThem_data();
    void theFailureMayBeAnyOfThem();
    void operationsWithATokenAreStoppedAtTheInstantOfTheFailure();
    void thoseWhoAreStoppedLearnWhy();
    void operationsWithoutATokenAreWaitedFor();
    void tasksAreWaitedFor();
    void nothingStillRunsWhenItEnds();
    void atOneInstantTheOneResumedFirstCounts();
    void laterFailuresGoToTheErrorHook();
    void laterCancelledIsNoFailure();
    void afterAFailureAtTheCallTheRestIsNotStarted();
    void aTaskThatHasFailedAlreadyCounts();
    void aFailureThatIsThrownByTheCallItselfCounts();
    void aCancelledOfOneOperationStopsTheOthers();
    void stoppingTheTokenGivesCancelledAtItsInstant();
    void aTokenStoppedBeforehandGivesCancelled();
    void stoppingWaitsForThoseWhoObeyNoToken();
    void theEndOfTheClockUnwindsIt();
    void aVectorFailsTheSameWay();
};

void GatherFailureTest::theFirstFailureIsThrownUnchanged()
{
    VirtualClock clock;
    const auto fail = [](std::stop_token token) -> QCoro::Task<> {
        co_await sleepFor(50ms, token);
        throw HttpError(503);
    };
    int status = 0;
    try {
        clock.run([&] { return gather(call(valueAfter, 300ms, 1), fail); });
    } catch (const HttpError &error) {
        status = error.status;
    }
    QCOMPARE(status, 503);
    QCOMPARE(clock.now(), 50ms);
}

void GatherFailureTest::theFailureMayBeAnyOfThem_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 0;
    QTest::newRow("the middle one") << 1;
    QTest::newRow("the last") << 2;
}

void GatherFailureTest::theFailureMayBeAnyOfThem()
{
    QFETCH(const int, which);
    VirtualClock clock;
    const ReportedErrors reported;
    const auto work = [which](int index) -> Operation {
        return index == which ? Operation(call(failAfter, 20ms, "bad")) : Operation(call(valueAfter, 100ms, 1));
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(work(0), work(1), work(2)); }); }), "runtime_error: bad");
    QCOMPARE(clock.now(), 20ms);
    QVERIFY(reported.texts().isEmpty());
}

void GatherFailureTest::operationsWithATokenAreStoppedAtTheInstantOfTheFailure()
{
    VirtualClock clock;
    std::optional<nanoseconds> stopped;
    const auto watch = [&](std::stop_token token) -> QCoro::Task<> {
        try {
            co_await sleepFor(1h, token);
        } catch (const Cancelled &) {
            stopped = clock.now();
            throw;
        }
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(watch, call(failAfter, 50ms, "bad")); }); }), "runtime_error: bad");
    QVERIFY(stopped);
    QCOMPARE(*stopped, 50ms);
    QCOMPARE(clock.now(), 50ms);
}

void GatherFailureTest::thoseWhoAreStoppedLearnWhy()
{
    VirtualClock clock;
    QByteArray thrown;
    const auto watch = [&](std::stop_token token) -> QCoro::Task<> {
        try {
            co_await sleepFor(1h, token);
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    thrownBy([&] { clock.run([&] { return gather(watch, call(failAfter, 50ms, "bad")); }); });
    QCOMPARE(thrown, "Cancelled: cancelled: another task failed first");
}

void GatherFailureTest::operationsWithoutATokenAreWaitedFor()
{
    VirtualClock clock;
    bool ended = false; // Referred to by the operation: it must be there until its end.
    const auto deaf = [&]() -> QCoro::Task<> {
        co_await sleepFor(200ms);
        ended = true;
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(deaf, call(failAfter, 50ms, "bad")); }); }), "runtime_error: bad");
    QVERIFY(ended);
    QCOMPARE(clock.now(), 200ms);
}

void GatherFailureTest::tasksAreWaitedFor()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run(gather(deafFailAfter(50ms, "bad"), deafValueAfter(300ms, 1))); }), "runtime_error: bad");
    QCOMPARE(clock.now(), 300ms);
}

void GatherFailureTest::nothingStillRunsWhenItEnds()
{
    VirtualClock clock;
    int atWork = 0, whenItEnded = -1;
    const auto obedient = [&](std::stop_token token) -> QCoro::Task<> {
        const AtWork me(atWork);
        co_await sleepFor(1s, token);
    };
    const auto slowToStop = [&](std::stop_token token) -> QCoro::Task<> {
        const AtWork me(atWork);
        try {
            co_await sleepFor(1s, token);
        } catch (const Cancelled &) {
        }
        co_await sleepFor(30ms); // Cleans up.
    };
    const auto deaf = [&]() -> QCoro::Task<> {
        const AtWork me(atWork);
        co_await sleepFor(100ms);
    };
    clock.run([&]() -> QCoro::Task<> {
        try {
            co_await gather(obedient, slowToStop, deaf, call(failAfter, 50ms, "bad"));
        } catch (const std::runtime_error &) {
            whenItEnded = atWork;
        }
    });
    QCOMPARE(whenItEnded, 0);
    QCOMPARE(clock.now(), 100ms);
}

void GatherFailureTest::atOneInstantTheOneResumedFirstCounts()
{
    VirtualClock clock;
    const ReportedErrors reported;
    Event go;
    const auto fail = [&](const char *message, bool yieldsFirst) -> QCoro::Task<> {
        co_await go.wait();
        if (yieldsFirst)
            co_await yield();
        throw std::runtime_error(message);
    };
    auto slow = fail("resumed last", true), first = fail("resumed first", false), second = fail("resumed second", false);
    go.set();
    QCOMPARE(thrownBy([&] { clock.run(gather(std::move(slow), std::move(first), std::move(second))); }), "runtime_error: resumed first");
    QCOMPARE(reported.texts(), (QByteArrayList{"gather 2: runtime_error: resumed second", "gather 0: runtime_error: resumed last"}));
    QCOMPARE(clock.now(), 0s);
}

void GatherFailureTest::laterFailuresGoToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    std::vector<QCoro::Task<int>> tasks;
    tasks.push_back(deafFailAfter(30ms, "third"));
    tasks.push_back(deafFailAfter(10ms, "first"));
    tasks.push_back(deafValueAfter(5ms, 1));
    tasks.push_back(deafFailAfter(20ms, "second"));
    QCOMPARE(thrownBy([&] { clock.run(gather(std::move(tasks))); }), "runtime_error: first");
    QCOMPARE(reported.texts(), (QByteArrayList{"gather 3: runtime_error: second", "gather 0: runtime_error: third"}));
}

void GatherFailureTest::laterCancelledIsNoFailure()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] {
        clock.run([] { return gather(call(valueAfter, 1s, 1), call(failAfter, 10ms, "bad"), call(valueAfter, 1s, 2)); });
    }), "runtime_error: bad");
    QVERIFY(reported.texts().isEmpty());
}

void GatherFailureTest::afterAFailureAtTheCallTheRestIsNotStarted()
{
    VirtualClock clock;
    int started = 0;
    const auto start = [&] { ++started; };
    const auto fail = []() -> QCoro::Task<> {
        throw std::runtime_error("at once");
        co_return;
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(start, fail, start, start); }); }), "runtime_error: at once");
    QCOMPARE(started, 1);
}

void GatherFailureTest::aTaskThatHasFailedAlreadyCounts()
{
    VirtualClock clock;
    const ReportedErrors reported;
    auto failed = deafFailAfter(10ms, "before the call"), failedToo = deafFailAfter(5ms, "even earlier");
    clock.run();
    QCOMPARE(thrownBy([&] { clock.run(gather(std::move(failed), std::move(failedToo), deafValueAfter(90ms, 1))); }),
             "runtime_error: before the call");
    QCOMPARE(reported.texts(), (QByteArrayList{"gather 1: runtime_error: even earlier"}));
    QCOMPARE(clock.now(), 100ms); // The running task is waited for.
}

void GatherFailureTest::aFailureThatIsThrownByTheCallItselfCounts()
{
    VirtualClock clock;
    const auto refuse = [](std::stop_token) -> int { throw std::runtime_error("no coroutine"); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(call(valueAfter, 1s, 1), refuse); }); }), "runtime_error: no coroutine");
    QCOMPARE(clock.now(), 0s);
}

void GatherFailureTest::aCancelledOfOneOperationStopsTheOthers()
{
    VirtualClock clock;
    const auto giveUp = [](std::stop_token token) -> QCoro::Task<> {
        co_await sleepFor(20ms, token);
        throw Cancelled();
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(call(valueAfter, 1s, 1), giveUp); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 20ms);
}

void GatherFailureTest::stoppingTheTokenGivesCancelledAtItsInstant()
{
    VirtualClock clock;
    const ReportedErrors reported;
    std::stop_source stop;
    const auto stopping = support::stopAfter(40ms, stop);
    QCOMPARE(thrownBy([&] {
        clock.run([&] { return gather(stop.get_token(), call(valueAfter, 1s, 1), call(valueAfter, 2s, 2)); });
    }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 40ms);
    QVERIFY(reported.texts().isEmpty());
}

void GatherFailureTest::aTokenStoppedBeforehandGivesCancelled()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(stop.get_token(), call(valueAfter, 1s, 1)); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0s);
}

void GatherFailureTest::stoppingWaitsForThoseWhoObeyNoToken()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(40ms, stop);
    QCOMPARE(thrownBy([&] {
        clock.run([&] { return gather(stop.get_token(), call(valueAfter, 1s, 1), call(deafValueAfter, 70ms, 2)); });
    }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 70ms);
}

void GatherFailureTest::theEndOfTheClockUnwindsIt()
{
    auto clock = std::make_unique<VirtualClock>();
    QByteArray thrown;
    const auto gatherTwo = [&]() -> QCoro::Task<> {
        try {
            co_await gather(call(valueAfter, 1s, 1), call(deafValueAfter, 2s, 2));
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto gathering = gatherTwo();
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

void GatherFailureTest::aVectorFailsTheSameWay()
{
    VirtualClock clock;
    const ReportedErrors reported;
    std::vector<Operation> operations{call(valueAfter, 1s, 1), call(failAfter, 60ms, "bad"),
                                      [](std::stop_token) { return deafFailAfter(80ms, "late"); }};
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(std::move(operations)); }); }), "runtime_error: bad");
    QCOMPARE(clock.now(), 80ms);
    QCOMPARE(reported.texts(), (QByteArrayList{"gather 2: runtime_error: late"}));
}

QTEST_GUILESS_MAIN(GatherFailureTest)
#include "gather_failure_test.moc"
