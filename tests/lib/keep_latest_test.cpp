// SPDX-License-Identifier: MIT
#include <asyncade/keep_latest.h>

#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;
using support::valueAfter;

namespace {

QCoro::Task<> search(KeepLatest &latest, std::chrono::nanoseconds time, int value, QByteArrayList &log, std::stop_token token = {})
{
    QByteArray result;
    try {
        result = QByteArray::number(co_await latest.run(call(valueAfter, time, value), token));
    } catch (...) {
        result = QByteArray::number(value) + ' ' + support::inWords(std::current_exception());
    }
    log << result + " at " + QByteArray::number(qlonglong(Clock::current().now() / 1ms));
}

} // namespace

class KeepLatestTest : public QObject {
    Q_OBJECT

private slots:
    void oneCallAlonePasses();
    void aNewerCallStopsTheOlder();
    void onlyTheLastOfManyCounts();
    void aCallThatHasEndedIsNotDisturbed();
    void anErrorPassesUnchanged();
    void aLateValueIsNotGiven();
    void aLateErrorGoesToTheErrorHook();
    void theOlderOneIsToldWhoTookItsPlace();
    void stoppingTheTokenStopsOnlyItsCall();
    void stoppedBeforehandItStartsNothingAndStopsNobody();
    void cancelStopsTheCallUnderWay();
    void destroyedWhileACallIsUnderWay();
    void theNewerOneMayBeginInsideTheOlder();
    void voidOperations();
};

void KeepLatestTest::oneCallAlonePasses()
{
    VirtualClock clock;
    KeepLatest latest;
    QVERIFY(!latest.isRunning());
    QCOMPARE(clock.run([&] { return latest.run(call(valueAfter, 100ms, 7)); }), 7);
    QCOMPARE(clock.now(), 100ms);
    QVERIFY(!latest.isRunning());
}

void KeepLatestTest::aNewerCallStopsTheOlder()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    search(latest, 100ms, 1, log);
    clock.runUntil(60ms);
    search(latest, 100ms, 2, log);
    QVERIFY(latest.isRunning());
    clock.run();
    QCOMPARE(log, (QByteArrayList{"1 Cancelled: cancelled: a newer call took its place at 60", "2 at 160"}));
}

void KeepLatestTest::onlyTheLastOfManyCounts()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    for (int i = 1; i <= 1000; ++i)
        search(latest, 100ms, i, log);
    clock.run();
    QCOMPARE(log.size(), 1000);
    QCOMPARE(log.last(), "1000 at 100");
    QCOMPARE(std::ranges::count_if(log, [](const QByteArray &line) { return line.contains("newer call"); }), 999);
}

void KeepLatestTest::aCallThatHasEndedIsNotDisturbed()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    search(latest, 100ms, 1, log);
    clock.runUntil(100ms); // Ends at the instant at which the newer one comes.
    search(latest, 100ms, 2, log);
    clock.run();
    QCOMPARE(log, (QByteArrayList{"1 at 100", "2 at 200"}));
}

void KeepLatestTest::anErrorPassesUnchanged()
{
    VirtualClock clock;
    KeepLatest latest;
    QCOMPARE(thrownBy([&] { clock.run([&] { return latest.run(call(support::failAfter, 10ms, "bad")); }); }), "runtime_error: bad");
    QVERIFY(!latest.isRunning());
}

void KeepLatestTest::aLateValueIsNotGiven()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    const auto heedless = [](std::stop_token) -> QCoro::Task<int> {
        co_await sleepFor(100ms);
        co_return 1;
    };
    QByteArray thrown;
    const auto watch = [&]() -> QCoro::Task<> {
        try {
            co_await latest.run(heedless);
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    watch();
    search(latest, 10ms, 2, log);
    clock.run();
    QCOMPARE(thrown, "Cancelled: cancelled: a newer call took its place");
    QCOMPARE(log, (QByteArrayList{"2 at 10"}));
    QCOMPARE(clock.now(), 100ms); // It was waited for.
}

void KeepLatestTest::aLateErrorGoesToTheErrorHook()
{
    VirtualClock clock;
    const support::ReportedErrors reported;
    KeepLatest latest;
    QByteArrayList log;
    const auto heedless = [](std::stop_token) -> QCoro::Task<int> {
        co_await sleepFor(100ms);
        throw std::runtime_error("late");
    };
    const auto running = latest.run(heedless);
    search(latest, 10ms, 2, log);
    clock.run();
    QCOMPARE(reported.texts(), (QByteArrayList{"KeepLatest 0: runtime_error: late"}));
}

void KeepLatestTest::theOlderOneIsToldWhoTookItsPlace()
{
    VirtualClock clock;
    KeepLatest latest(Part{5});
    QByteArrayList log;
    StopCause inside, outside;
    const auto operation = [&](std::stop_token token) -> QCoro::Task<> {
        try {
            co_await sleepFor(1h, token);
        } catch (const Cancelled &cancelled) {
            inside = cancelled.cause();
            throw;
        }
    };
    const auto watch = [&]() -> QCoro::Task<> {
        try {
            co_await latest.run(operation);
        } catch (const Cancelled &cancelled) {
            outside = cancelled.cause();
        }
    };
    watch();
    {
        const SpanScope scope({.request = 9});
        search(latest, 10ms, 2, log);
    }
    clock.run();
    for (const StopCause &cause : {inside, outside}) {
        QVERIFY(cause.reason == StopReason::Superseded);
        QCOMPARE(cause.request, 9u);
        QCOMPARE(int(cause.part.id), 5);
    }
}

void KeepLatestTest::stoppingTheTokenStopsOnlyItsCall()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    std::stop_source first, second;
    search(latest, 100ms, 1, log, first.get_token());
    search(latest, 100ms, 2, log, second.get_token());
    first.request_stop();
    clock.runUntil(50ms);
    QVERIFY(latest.isRunning());
    second.request_stop();
    clock.run();
    QCOMPARE(log, (QByteArrayList{"1 Cancelled: cancelled: a newer call took its place at 0", "2 Cancelled: cancelled at 50"}));
}

void KeepLatestTest::stoppedBeforehandItStartsNothingAndStopsNobody()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    search(latest, 100ms, 1, log);
    std::stop_source stop;
    stop.request_stop();
    bool started = false;
    const auto never = [&](std::stop_token) { started = true; };
    QCOMPARE(thrownBy([&] { clock.run([&] { return latest.run(never, stop.get_token()); }); }), "Cancelled: cancelled");
    clock.run();
    QVERIFY(!started);
    QCOMPARE(log, (QByteArrayList{"1 at 100"}));
}

void KeepLatestTest::cancelStopsTheCallUnderWay()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    latest.cancel();
    search(latest, 100ms, 1, log);
    clock.runUntil(30ms);
    latest.cancel();
    QVERIFY(!latest.isRunning());
    clock.run();
    QCOMPARE(log, (QByteArrayList{"1 Cancelled: cancelled at 30"}));
}

void KeepLatestTest::destroyedWhileACallIsUnderWay()
{
    VirtualClock clock;
    std::optional<KeepLatest> latest(std::in_place);
    QByteArrayList log;
    search(*latest, 100ms, 1, log);
    latest.reset();
    clock.run();
    QCOMPARE(log, (QByteArrayList{"1 Cancelled: cancelled: its owner, or what it waited on, was destroyed at 0"}));
    QCOMPARE(clock.now(), 0ms);
}

void KeepLatestTest::theNewerOneMayBeginInsideTheOlder()
{
    VirtualClock clock;
    KeepLatest latest;
    QByteArrayList log;
    const auto nesting = [&](std::stop_token token) -> QCoro::Task<int> {
        search(latest, 10ms, 2, log); // Before the older one has waited for anything.
        co_await sleepFor(1h, token);
        co_return 1;
    };
    QVERIFY(thrownBy([&] { clock.run([&] { return latest.run(nesting); }); }).contains("a newer call took its place"));
    clock.run();
    QCOMPARE(log, (QByteArrayList{"2 at 10"}));
}

void KeepLatestTest::voidOperations()
{
    VirtualClock clock;
    KeepLatest latest;
    int calls = 0;
    const auto work = [&](std::stop_token) { ++calls; };
    clock.run([&] { return latest.run(work); });
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(KeepLatestTest)
#include "keep_latest_test.moc"
