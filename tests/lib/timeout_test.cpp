// SPDX-License-Identifier: MIT
#include <asyncade/timeout.h>

#include <asyncade/event.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <limits>
#include <memory>
#include <optional>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::valueAfter;

namespace {

QCoro::Task<> nothingAfter(nanoseconds time, std::stop_token token) { co_await sleepFor(time, token); }

/// Takes a token and does not care: its natural end comes after `time`, with a value or a failure.
QCoro::Task<int> heedlessAfter(nanoseconds time, bool fails, std::stop_token)
{
    co_await sleepFor(time);
    if (fails)
        throw std::runtime_error("too late");
    co_return 1;
}

} // namespace

class TimeoutTest : public QObject {
    Q_OBJECT

private slots:
    void workInTimeGivesItsValue();
    void workInTimeLeavesNoDeadlineBehind();
    void voidWorkInTime();
    void anErrorOfTheWorkPassesUnchanged();
    void throwsATimeoutErrorThatNamesTheDuration();
    void stopsTheWorkAtTheDeadlineAndSaysWhy();
    void waitsForWorkThatIsSlowToStop();
    void endingAtTheInstantOfTheDeadlineIsInTime();
    void severalStepsAtTheInstantOfTheDeadlineAreInTime();
    void oneNanosecondLaterIsTooLate();
    void zeroOrLessDoesNotStartTheOperation();
    void aLateValueIsDestroyed();
    void aLateErrorGoesToTheErrorHook();
    void aLateCancelledDoesNot();
    void anErrorAtTheDeadlinesInstantIsTheWorks();
    void aTimeoutErrorOfTheWorkPassesUnchanged();
    void theNearerOfTwoNestedDeadlinesCounts_data();
    void theNearerOfTwoNestedDeadlinesCounts();
    void stoppingTheTokenGivesCancelled();
    void aTokenStoppedBeforehandGivesCancelled();
    void anAlreadyStoppedTokenDoesNotHideATimeoutOfZero();
    void theLongestTimeoutDoesNotOverflow();
    void aFractionOfASecondIsADurationToo();
    void workThatHasEndedAtOnceWins();
    void aPlainFunctionMayBeTimed();
    void theEndOfTheClockUnwindsIt();
    void theErrorCarriesItsPart();
    void stoppedBeforeTheCallStartsNothing();
};

void TimeoutTest::workInTimeGivesItsValue()
{
    VirtualClock clock;
    const int value = clock.run([]() -> QCoro::Task<int> { co_return co_await withTimeout(call(valueAfter, 100ms, 7), 1s); });
    QCOMPARE(value, 7);
    QCOMPARE(clock.now(), 100ms);
}

void TimeoutTest::workInTimeLeavesNoDeadlineBehind()
{
    VirtualClock clock;
    clock.run([] { return withTimeout(call(valueAfter, 100ms, 7), 1s); });
    QVERIFY(!clock.next());
}

void TimeoutTest::voidWorkInTime()
{
    VirtualClock clock;
    static_assert(std::is_void_v<decltype(clock.run([] { return withTimeout(call(nothingAfter, 100ms), 1s); }))>);
    clock.run([] { return withTimeout(call(nothingAfter, 100ms), 1s); });
    QCOMPARE(thrownBy([&] { clock.run([] { return withTimeout(call(nothingAfter, 100ms), 50ms); }); }),
             "TimeoutError: timed out after 50 ms");
}

void TimeoutTest::anErrorOfTheWorkPassesUnchanged()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] { clock.run([] { return withTimeout(call(failAfter, 100ms, "bad"), 1s); }); }), "runtime_error: bad");
    QCOMPARE(clock.now(), 100ms);
    QVERIFY(reported.texts().isEmpty());
}

void TimeoutTest::throwsATimeoutErrorThatNamesTheDuration()
{
    VirtualClock clock;
    std::optional<nanoseconds> after;
    try {
        clock.run([] { return withTimeout(call(valueAfter, 1h, 7), 1500ms); });
    } catch (const TimeoutError &error) {
        after = error.after();
        QCOMPARE(error.what(), "timed out after 1.5 s");
    }
    QVERIFY(after);
    QCOMPARE(*after, 1500ms);
    QCOMPARE(clock.now(), 1500ms);
}

void TimeoutTest::stopsTheWorkAtTheDeadlineAndSaysWhy()
{
    VirtualClock clock;
    QByteArray thrown;
    std::optional<nanoseconds> stopped;
    const auto watch = [&](std::stop_token token) -> QCoro::Task<> {
        try {
            co_await sleepFor(1h, token);
        } catch (...) {
            thrown = support::inWords(std::current_exception());
            stopped = clock.now();
        }
    };
    thrownBy([&] { clock.run([&] { return withTimeout(watch, 40ms); }); });
    QCOMPARE(thrown, "Cancelled: cancelled: a deadline passed");
    QCOMPARE(*stopped, 40ms);
}

void TimeoutTest::waitsForWorkThatIsSlowToStop()
{
    VirtualClock clock;
    bool ended = false; // Referred to by the work: it must be there until its end.
    const auto slow = [&](std::stop_token) -> QCoro::Task<> {
        co_await sleepFor(200ms);
        ended = true;
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(slow, 50ms); }); }), "TimeoutError: timed out after 50 ms");
    QVERIFY(ended);
    QCOMPARE(clock.now(), 200ms);
}

void TimeoutTest::endingAtTheInstantOfTheDeadlineIsInTime()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return withTimeout(call(valueAfter, 100ms, 7), 100ms); }), 7);
    QCOMPARE(clock.now(), 100ms);
}

void TimeoutTest::severalStepsAtTheInstantOfTheDeadlineAreInTime()
{
    VirtualClock clock;
    Event event;
    const auto setting = [](Event &toSet) -> QCoro::Task<> {
        co_await sleepFor(100ms);
        co_await yield();
        toSet.set();
    }(event);
    const auto steps = [&](std::stop_token token) -> QCoro::Task<int> {
        co_await sleepFor(100ms, token);
        co_await event.wait(token);
        co_await sleepUntil(100ms, token);
        co_return co_await valueAfter(0s, 7, token);
    };
    QCOMPARE(clock.run([&] { return withTimeout(steps, 100ms); }), 7);
    QCOMPARE(clock.now(), 100ms);
}

void TimeoutTest::oneNanosecondLaterIsTooLate()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return withTimeout(call(valueAfter, 100ms + 1ns, 7), 100ms); }); }),
             "TimeoutError: timed out after 100 ms");
    QCOMPARE(clock.now(), 100ms);
}

void TimeoutTest::zeroOrLessDoesNotStartTheOperation()
{
    VirtualClock clock;
    int started = 0;
    const auto start = [&](std::stop_token) { ++started; };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(start, 0s); }); }), "TimeoutError: timed out after 0 ns");
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(start, -1s); }); }), "TimeoutError: timed out after -1 s");
    QCOMPARE(started, 0);
    QCOMPARE(clock.now(), 0s);
}

void TimeoutTest::aLateValueIsDestroyed()
{
    VirtualClock clock;
    std::weak_ptr<int> late;
    const auto make = [&](std::stop_token) -> QCoro::Task<std::shared_ptr<int>> {
        co_await sleepFor(200ms);
        auto value = std::make_shared<int>(1);
        late = value;
        co_return value;
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(make, 50ms); }); }), "TimeoutError: timed out after 50 ms");
    QVERIFY(late.expired());
    QCOMPARE(clock.now(), 200ms);
}

void TimeoutTest::aLateErrorGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] { clock.run([] { return withTimeout(call(heedlessAfter, 80ms, true), 50ms); }); }),
             "TimeoutError: timed out after 50 ms");
    QCOMPARE(reported.texts(), (QByteArrayList{"withTimeout 0: runtime_error: too late"}));
}

void TimeoutTest::aLateCancelledDoesNot()
{
    VirtualClock clock;
    const ReportedErrors reported;
    thrownBy([&] { clock.run([] { return withTimeout(call(valueAfter, 80ms, 1), 50ms); }); });
    QVERIFY(reported.texts().isEmpty());
}

void TimeoutTest::anErrorAtTheDeadlinesInstantIsTheWorks()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return withTimeout(call(failAfter, 50ms, "bad"), 50ms); }); }), "runtime_error: bad");
}

void TimeoutTest::aTimeoutErrorOfTheWorkPassesUnchanged()
{
    VirtualClock clock;
    const auto inner = [](std::stop_token token) { return withTimeout(call(valueAfter, 1h, 1), 30ms, token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(inner, 1s); }); }), "TimeoutError: timed out after 30 ms");
    QCOMPARE(clock.now(), 30ms);
}

void TimeoutTest::theNearerOfTwoNestedDeadlinesCounts_data()
{
    QTest::addColumn<int>("inner");
    QTest::addColumn<int>("outer");
    QTest::addColumn<QByteArray>("thrown");
    QTest::newRow("the inner") << 30 << 40 << QByteArray("TimeoutError: timed out after 30 ms");
    QTest::newRow("the outer") << 50 << 40 << QByteArray("TimeoutError: timed out after 40 ms");
}

void TimeoutTest::theNearerOfTwoNestedDeadlinesCounts()
{
    QFETCH(const int, inner);
    QFETCH(const int, outer);
    QFETCH(const QByteArray, thrown);
    VirtualClock clock;
    const auto work = [&](std::stop_token token) { return withTimeout(call(valueAfter, 1h, 1), std::chrono::milliseconds(inner), token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(work, std::chrono::milliseconds(outer)); }); }), thrown);
    QCOMPARE(clock.now(), std::chrono::milliseconds(std::min(inner, outer)));
    QVERIFY(!clock.next());
}

void TimeoutTest::stoppingTheTokenGivesCancelled()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(20ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(call(valueAfter, 1h, 1), 50ms, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 20ms);
    QVERIFY(!clock.next());
}

void TimeoutTest::aTokenStoppedBeforehandGivesCancelled()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(call(valueAfter, 1h, 1), 50ms, stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0s);
}

void TimeoutTest::anAlreadyStoppedTokenDoesNotHideATimeoutOfZero()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(call(valueAfter, 1h, 1), 0s, stop.get_token()); }); }),
             "TimeoutError: timed out after 0 ns");
}

void TimeoutTest::theLongestTimeoutDoesNotOverflow()
{
    VirtualClock clock;
    clock.advance(1h);
    QCOMPARE(clock.run([] { return withTimeout(call(valueAfter, 10ms, 7), nanoseconds::max()); }), 7);
    QCOMPARE(clock.now(), 1h + 10ms);
    QCOMPARE(clock.run([] { return withTimeout(call(valueAfter, 10ms, 7), std::chrono::seconds::max()); }), 7);
    QCOMPARE(clock.run([] { return withTimeout(call(valueAfter, 10ms, 7), std::chrono::hours(std::numeric_limits<int>::max())); }), 7);
    QCOMPARE(clock.run([] { return withTimeoutDefault(call(valueAfter, 10ms, 7), std::chrono::seconds::max(), 0); }), 7);
    QCOMPARE(clock.now(), 1h + 40ms);
}

void TimeoutTest::aFractionOfASecondIsADurationToo()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return withTimeoutDefault(call(valueAfter, 2s, 7), std::chrono::duration<double>(1.5), 0); }), 0);
    QCOMPARE(clock.now(), 1500ms);
}

void TimeoutTest::workThatHasEndedAtOnceWins()
{
    VirtualClock clock;
    const auto atOnce = [](std::stop_token) -> QCoro::Task<int> { co_return 7; };
    const auto timed = withTimeout(atOnce, 1ns);
    QVERIFY(timed.isReady());
    QVERIFY(!clock.next());
}

void TimeoutTest::aPlainFunctionMayBeTimed()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return withTimeout([](std::stop_token token) { return token.stop_possible() ? 1 : 0; }, 1s); }), 1);
    const auto refuse = [](std::stop_token) -> int { throw std::runtime_error("no coroutine"); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(refuse, 1s); }); }), "runtime_error: no coroutine");
    const auto make = [](std::stop_token) { return std::make_unique<int>(7); };
    QCOMPARE(*clock.run([&] { return withTimeout(make, 1s); }), 7);
}

void TimeoutTest::theEndOfTheClockUnwindsIt()
{
    auto clock = std::make_unique<VirtualClock>();
    QByteArray thrown;
    const auto time = [&]() -> QCoro::Task<> {
        try {
            co_await withTimeout(call(heedlessAfter, 1h, false), 1s);
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto timing = time();
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

void TimeoutTest::theErrorCarriesItsPart()
{
    VirtualClock clock;
    std::uint16_t part = 0;
    try {
        clock.run([] { return withTimeout(call(valueAfter, 1h, 7), 1ms, {}, {.id = 9}); });
    } catch (const TimeoutError &error) {
        part = error.part().id;
    }
    QCOMPARE(part, std::uint16_t(9));
}

void TimeoutTest::stoppedBeforeTheCallStartsNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    bool started = false;
    const auto work = [&](std::stop_token) { started = true; };
    QCOMPARE(support::thrownBy([&] { clock.run([&] { return withTimeout(work, 1s, stop.get_token()); }); }).left(10), "Cancelled:");
    QVERIFY(!started);
}

QTEST_GUILESS_MAIN(TimeoutTest)
#include "timeout_test.moc"
