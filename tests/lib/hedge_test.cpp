// SPDX-License-Identifier: MIT
#include <asyncade/hedge.h>

#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::ReportedErrors;
using support::thrownBy;

namespace {

/// One copy's fate, by its number: a time, and an error or a value, which is the copy's number.
struct Fate {
    nanoseconds time;
    const char *error = nullptr;
};

struct Server {
    std::vector<Fate> fates;
    std::vector<long long> started{};
    QByteArrayList cancelled{};

    static QCoro::Task<int> serve(Server *server, std::stop_token token)
    {
        const int copy = currentSpan().copy;
        server->started.push_back(Clock::current().now() / 1ms);
        const Fate fate = server->fates[std::size_t(copy)];
        try {
            co_await sleepFor(fate.time, token);
        } catch (...) {
            server->cancelled << QByteArray::number(copy) + ": " + support::inWords(std::current_exception());
            throw;
        }
        if (fate.error)
            throw std::runtime_error(fate.error);
        co_return copy;
    }
    auto operation() { return call(serve, this); }
};

using Starts = std::vector<long long>;

} // namespace

class HedgeTest : public QObject {
    Q_OBJECT

private slots:
    void aQuickCallIsNotHedged();
    void aSlowOneIsOvertakenByItsCopy();
    void theFirstMayStillWin();
    void oneMoreCopyEachDelay();
    void answeringAtTheInstantOfTheDelayNeedsNoCopy();
    void allAtOnceWithoutADelay();
    void aFailureIsNoReasonToStartACopy();
    void aFailureDoesNotHideALaterSuccess();
    void failuresBeforeTheSuccessArePassedOver();
    void whenAllFailTheFirstErrorIsThrown();
    void aLoserThatIsSlowToStopIsWaitedFor();
    void anAbandonableLoserIsLetGo();
    void stoppingTheTokenStopsAllCopies();
    void aTokenStoppedBeforehandStartsNothing();
    void theEndOfTheClockUnwindsIt();
    void voidOperations();
    void refusesOptionsThatMakeNoSense();
    void copiesHaveTheirNumberInTheSpan();
    void aFailureBeforeAStopGoesToTheErrorHook();
    void readsItsOptionsWhenTheyAreNeeded();
    void aCopyThatWasCancelledByItselfIsNoFailure();
};

void HedgeTest::aQuickCallIsNotHedged()
{
    VirtualClock clock;
    Server server{{{100ms}, {1ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 200ms}); }), 0);
    QCOMPARE(server.started, (Starts{0}));
    QCOMPARE(clock.now(), 100ms);
    QVERIFY(!clock.next());
}

void HedgeTest::aSlowOneIsOvertakenByItsCopy()
{
    VirtualClock clock;
    Server server{{{5s}, {100ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 200ms}); }), 1);
    QCOMPARE(clock.now(), 300ms);
    QCOMPARE(server.cancelled, (QByteArrayList{"0: Cancelled: cancelled: another task was first"}));
}

void HedgeTest::theFirstMayStillWin()
{
    VirtualClock clock;
    Server server{{{250ms}, {100ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 200ms}); }), 0);
    QCOMPARE(clock.now(), 250ms);
    QCOMPARE(server.cancelled, (QByteArrayList{"1: Cancelled: cancelled: another task was first"}));
}

void HedgeTest::oneMoreCopyEachDelay()
{
    VirtualClock clock;
    Server server{{{5s}, {5s}, {5s}, {50ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 200ms, .copies = 5}); }), 3);
    QCOMPARE(server.started, (Starts{0, 200, 400, 600}));
    QCOMPARE(clock.now(), 650ms);
    QCOMPARE(server.cancelled.size(), 3);
}

void HedgeTest::answeringAtTheInstantOfTheDelayNeedsNoCopy()
{
    VirtualClock clock;
    Server server{{{200ms}, {1ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 200ms}); }), 0);
    QCOMPARE(server.started, (Starts{0}));
}

void HedgeTest::allAtOnceWithoutADelay()
{
    VirtualClock clock;
    Server server{{{300ms}, {200ms}, {100ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 0s, .copies = 2}); }), 2);
    QCOMPARE(server.started, (Starts{0, 0, 0}));
    QCOMPARE(clock.now(), 100ms);
}

void HedgeTest::aFailureIsNoReasonToStartACopy()
{
    VirtualClock clock;
    Server server{{{50ms, "503"}, {1ms}}};
    QCOMPARE(thrownBy([&] { clock.run([&] { return hedge(server.operation(), {.delay = 200ms}); }); }), "runtime_error: 503");
    QCOMPARE(clock.now(), 50ms);
    QCOMPARE(server.started, (Starts{0}));
}

void HedgeTest::aFailureDoesNotHideALaterSuccess()
{
    VirtualClock clock;
    const ReportedErrors reported;
    Server server{{{300ms, "503"}, {200ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 200ms}); }), 1);
    QCOMPARE(clock.now(), 400ms);
    QVERIFY(reported.texts().isEmpty());
}

void HedgeTest::failuresBeforeTheSuccessArePassedOver()
{
    VirtualClock clock;
    const ReportedErrors reported;
    Server server{{{300ms, "503"}, {150ms, "503"}, {300ms}}};
    QCOMPARE(clock.run([&] { return hedge(server.operation(), {.delay = 100ms, .copies = 2}); }), 2);
    QCOMPARE(clock.now(), 500ms);
    QVERIFY(reported.texts().isEmpty());
}

void HedgeTest::whenAllFailTheFirstErrorIsThrown()
{
    VirtualClock clock;
    const ReportedErrors reported;
    Server server{{{500ms, "late"}, {100ms, "early"}}};
    QCOMPARE(thrownBy([&] { clock.run([&] { return hedge(server.operation(), {.delay = 200ms}); }); }), "runtime_error: early");
    QCOMPARE(clock.now(), 500ms);
    QCOMPARE(reported.texts(), (QByteArrayList{"hedge 0: runtime_error: late"}));
}

void HedgeTest::aLoserThatIsSlowToStopIsWaitedFor()
{
    VirtualClock clock;
    int ended = 0;
    const auto heedless = [&](std::stop_token) -> QCoro::Task<int> {
        const int copy = currentSpan().copy;
        co_await sleepFor(copy == 0 ? 1s : 100ms);
        ++ended;
        co_return copy;
    };
    QCOMPARE(clock.run([&] { return hedge(heedless, {.delay = 200ms}); }), 1);
    QCOMPARE(ended, 2);
    QCOMPARE(clock.now(), 1s);
}

void HedgeTest::anAbandonableLoserIsLetGo()
{
    VirtualClock clock;
    const auto deaf = []() -> QCoro::Task<int> {
        const int copy = currentSpan().copy;
        co_await sleepFor(copy == 0 ? 1s : 100ms);
        co_return copy;
    };
    QCOMPARE(clock.run([&] { return hedge(abandonable(deaf), {.delay = 200ms}); }), 1);
    QCOMPARE(clock.now(), 300ms);
    clock.run();
    QCOMPARE(clock.now(), 1s);
}

void HedgeTest::stoppingTheTokenStopsAllCopies()
{
    VirtualClock clock;
    std::stop_source stop;
    Server server{{{5s}, {100ms, "503"}, {5s}, {1ms}}};
    const auto stopping = support::stopAfter(500ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return hedge(server.operation(), {.delay = 200ms, .copies = 3}, stop.get_token()); }); }),
             "Cancelled: cancelled"); // Although one has failed before.
    QCOMPARE(clock.now(), 500ms);
    QCOMPARE(server.cancelled.size(), 2);
    QVERIFY(!clock.next());
}

void HedgeTest::aTokenStoppedBeforehandStartsNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    Server server{{{1s}}};
    QCOMPARE(thrownBy([&] { clock.run([&] { return hedge(server.operation(), {}, stop.get_token()); }); }), "Cancelled: cancelled");
    QVERIFY(server.started.empty());
}

void HedgeTest::theEndOfTheClockUnwindsIt()
{
    Server server{{{5s}, {5s}}};
    QByteArray thrown;
    const auto watch = [&]() -> QCoro::Task<> {
        const auto operation = server.operation();
        try {
            co_await hedge(operation, {.delay = 200ms});
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    auto clock = std::make_unique<VirtualClock>();
    watch();
    clock->runUntil(300ms);
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
    QCOMPARE(server.cancelled.size(), 2);
}

void HedgeTest::voidOperations()
{
    VirtualClock clock;
    int calls = 0;
    const auto work = [&](std::stop_token) { ++calls; };
    clock.run([&] { return hedge(work, {.delay = 10ms}); });
    QCOMPARE(calls, 1);
    QCOMPARE(clock.now(), 0ms);
}

void HedgeTest::refusesOptionsThatMakeNoSense()
{
    VirtualClock clock;
    Server server{{{1s}}};
    QVERIFY(thrownBy([&] { (void)hedge(server.operation(), {.delay = -1ms}); }).contains("a delay of at least 0, got -1 ms"));
    QVERIFY(thrownBy([&] { (void)hedge(server.operation(), {.copies = 0}); }).contains("at least 1 copy, got 0"));
}

void HedgeTest::copiesHaveTheirNumberInTheSpan()
{
    VirtualClock clock;
    Server server{{{5s}, {100ms}}};
    Span after;
    const auto inSpan = [&]() -> QCoro::Task<> {
        const auto operation = server.operation();
        co_await hedge(operation, {.delay = 200ms});
        after = currentSpan();
    };
    clock.run([&]() -> QCoro::Task<> {
        const SpanScope scope({.request = 7});
        return inSpan();
    });
    QCOMPARE(after.request, 7u);
    QCOMPARE(int(after.copy), 0);
}

void HedgeTest::aFailureBeforeAStopGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    std::stop_source stop;
    Server server{{{5s}, {100ms, "503"}}};
    const auto stopping = support::stopAfter(500ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return hedge(server.operation(), {.delay = 200ms}, stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(reported.texts(), (QByteArrayList{"hedge 1: runtime_error: 503"}));
}

void HedgeTest::readsItsOptionsWhenTheyAreNeeded()
{
    VirtualClock clock;
    Server server{{{5s}, {5s}, {5s}, {5s}}};
    HedgeOptions options{.delay = 100ms, .copies = 3};
    const auto edit = [&]() -> QCoro::Task<> {
        co_await sleepFor(150ms);
        options.delay = 30ms; // The pause until 200 ms is under way and keeps its end.
        co_await sleepFor(60ms);
        options.copies = 2;
    };
    auto editing = clock.run([&]() -> QCoro::Task<int> {
        auto edited = edit();
        const auto operation = server.operation();
        const int copy = co_await hedge(operation, std::cref(options));
        co_await edited;
        co_return copy;
    });
    QCOMPARE(editing, 0);
    QCOMPARE(server.started, (Starts{0, 100, 200}));
}

void HedgeTest::aCopyThatWasCancelledByItselfIsNoFailure()
{
    VirtualClock clock;
    const auto work = [](std::stop_token token) -> QCoro::Task<int> {
        co_await sleepFor(150ms, token);
        if (currentSpan().copy == 0)
            throw Cancelled({.reason = StopReason::Superseded});
        throw std::runtime_error("down");
    };
    // The failure of the other copy is what the caller gets, though it came later.
    QCOMPARE(thrownBy([&] { clock.run([&]() -> QCoro::Task<int> { return hedge(work, {.delay = 100ms}); }); }), "runtime_error: down");
    QCOMPARE(clock.now(), 250ms);
}

QTEST_GUILESS_MAIN(HedgeTest)
#include "hedge_test.moc"
