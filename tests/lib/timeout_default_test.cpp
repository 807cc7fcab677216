// SPDX-License-Identifier: MIT
#include <asyncade/timeout.h>

#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QString>
#include <QTest>

#include <memory>

using namespace asyncade;
using namespace std::chrono_literals;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::valueAfter;

class TimeoutDefaultTest : public QObject {
    Q_OBJECT

private slots:
    void workInTimeGivesItsValue();
    void theDeadlineGivesTheDefault();
    void endingAtTheInstantOfTheDeadlineIsInTime();
    void zeroOrLessGivesTheDefaultWithoutStarting();
    void aTimeoutErrorOfTheWorkPassesThrough();
    void anErrorOfTheWorkPassesThrough();
    void stoppingTheTokenGivesCancelledAndNotTheDefault();
    void aLateErrorGoesToTheErrorHook();
    void theDefaultIsConvertedAndMoved();
    void waitsForWorkThatIsSlowToStop();
};

void TimeoutDefaultTest::workInTimeGivesItsValue()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return withTimeoutDefault(call(valueAfter, 100ms, 7), 1s, -1); }), 7);
    QCOMPARE(clock.now(), 100ms);
    QVERIFY(!clock.next());
}

void TimeoutDefaultTest::theDeadlineGivesTheDefault()
{
    VirtualClock clock;
    const int value = clock.run([]() -> QCoro::Task<int> { co_return co_await withTimeoutDefault(call(valueAfter, 1h, 7), 200ms, -1); });
    QCOMPARE(value, -1);
    QCOMPARE(clock.now(), 200ms);
}

void TimeoutDefaultTest::endingAtTheInstantOfTheDeadlineIsInTime()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return withTimeoutDefault(call(valueAfter, 100ms, 7), 100ms, -1); }), 7);
}

void TimeoutDefaultTest::zeroOrLessGivesTheDefaultWithoutStarting()
{
    VirtualClock clock;
    bool started = false;
    const auto start = [&](std::stop_token) {
        started = true;
        return 1;
    };
    QCOMPARE(clock.run([&] { return withTimeoutDefault(start, 0s, -1); }), -1);
    QVERIFY(!started);
}

void TimeoutDefaultTest::aTimeoutErrorOfTheWorkPassesThrough()
{
    VirtualClock clock;
    const auto inner = [](std::stop_token token) { return withTimeout(call(valueAfter, 1h, 1), 30ms, token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeoutDefault(inner, 1s, -1); }); }), "TimeoutError: timed out after 30 ms");
}

void TimeoutDefaultTest::anErrorOfTheWorkPassesThrough()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return withTimeoutDefault(call(failAfter, 10ms, "bad"), 1s, -1); }); }), "runtime_error: bad");
}

void TimeoutDefaultTest::stoppingTheTokenGivesCancelledAndNotTheDefault()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(20ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeoutDefault(call(valueAfter, 1h, 1), 1s, -1, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 20ms);
}

void TimeoutDefaultTest::aLateErrorGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto failLate = [](std::stop_token) { return support::deafFailAfter(80ms, "too late"); };
    QCOMPARE(clock.run([&] { return withTimeoutDefault(failLate, 50ms, -1); }), -1);
    QCOMPARE(reported.texts(), (QByteArrayList{"withTimeout 0: runtime_error: too late"}));
}

void TimeoutDefaultTest::theDefaultIsConvertedAndMoved()
{
    VirtualClock clock;
    const auto never = [](std::stop_token token) -> QCoro::Task<std::unique_ptr<int>> {
        co_await sleepFor(1h, token);
        co_return std::unique_ptr<int>();
    };
    const std::unique_ptr<int> owned = clock.run([&] { return withTimeoutDefault(never, 1ms, std::make_unique<int>(5)); });
    QCOMPARE(*owned, 5);
    const auto text = [](std::stop_token token) -> QCoro::Task<QString> {
        co_await sleepFor(1h, token);
        co_return QString();
    };
    QCOMPARE(clock.run([&] { return withTimeoutDefault(text, 1ms, QLatin1String("none")); }), QStringLiteral("none"));
}

void TimeoutDefaultTest::waitsForWorkThatIsSlowToStop()
{
    VirtualClock clock;
    const auto slow = [](std::stop_token) { return support::deafValueAfter(80ms, 1); };
    QCOMPARE(clock.run([&] { return withTimeoutDefault(slow, 50ms, -1); }), -1);
    QCOMPARE(clock.now(), 80ms);
}

QTEST_GUILESS_MAIN(TimeoutDefaultTest)
#include "timeout_default_test.moc"
