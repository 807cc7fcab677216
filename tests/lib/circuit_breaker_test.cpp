// SPDX-License-Identifier: MIT
#include <asyncade/circuit_breaker.h>

#include <asyncade/abandonable.h>
#include <asyncade/single_flight.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace asyncade;
using namespace std::chrono_literals;
using support::failAfter;
using support::thrownBy;
using support::valueAfter;
using State = CircuitBreaker::State;

namespace {

QByteArray succeed(VirtualClock &clock, CircuitBreaker &breaker)
{
    return thrownBy([&] { clock.run([&] { return breaker.run(call(valueAfter, 1ms, 7)); }); });
}

QByteArray fail(VirtualClock &clock, CircuitBreaker &breaker)
{
    return thrownBy([&] { clock.run([&] { return breaker.run(call(failAfter, 1ms, "503")); }); });
}

/// A call that goes on while others are made; notes what it came to.
QCoro::Task<> background(CircuitBreaker &breaker, std::chrono::nanoseconds time, const char *error, QByteArrayList &log,
                         std::stop_token token = {})
{
    std::exception_ptr thrown;
    try {
        if (error)
            co_await breaker.run(call(failAfter, time, error), token);
        else
            co_await breaker.run(call(valueAfter, time, 1), token);
    } catch (...) {
        thrown = std::current_exception();
    }
    log << support::inWords(thrown);
}

} // namespace

class CircuitBreakerTest : public QObject {
    Q_OBJECT

private slots:
    void passesValuesAndErrorsUnchanged();
    void failuresInARowOpenIt();
    void aSuccessInBetweenForgetsTheFailures();
    void openItTurnsCallsAwayAndSaysUntilWhen();
    void afterItsTimeProbesPass();
    void aFailedProbeOpensItAgain();
    void allProbesMustSucceed();
    void furtherCallsAreTurnedAwayDuringProbes();
    void aCancelledProbeMakesRoomForAnother();
    void cancelledIsNoFailure();
    void aTimeoutCountsWhereItStandsInsideAndNotAround();
    void aTimeoutAroundCountsWhereTheOptionSaysSo();
    void aTimeoutAroundCountsThroughOtherHelpers();
    void aProbeThatADeadlineStopsOpensItAgain();
    void stoppedBeforehandItStartsNothing();
    void callsOfAnEarlierPeriodDoNotCount();
    void failuresWithinAWindow();
    void theShareOfFailuresWithinAWindow();
    void failuresAtTheEndOfTimeCount();
    void errorsThatDoNotCountAreSuccesses();
    void resetClosesIt();
    void optionsCanBeChanged();
    void refusesOptionsThatMakeNoSense();
    void voidOperations();
    void destroyedWhileACallIsUnderWay();
    void tellsItsLevelAndWhomItTurnsAway();
    void tellsThatItIsHalfOpenAtItsTime();
    void tellsNothingThatDoesNotHappen();
};

void CircuitBreakerTest::passesValuesAndErrorsUnchanged()
{
    VirtualClock clock;
    CircuitBreaker breaker;
    QCOMPARE(clock.run([&] { return breaker.run(call(valueAfter, 100ms, 7)); }), 7);
    QCOMPARE(clock.now(), 100ms);
    QCOMPARE(fail(clock, breaker), "runtime_error: 503");
    QCOMPARE(breaker.state(), State::Closed);
    QCOMPARE(breaker.retryAfter(), 0ms);
}

void CircuitBreakerTest::failuresInARowOpenIt()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 3});
    fail(clock, breaker);
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Closed);
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Open);
}

void CircuitBreakerTest::aSuccessInBetweenForgetsTheFailures()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2});
    for (int i = 0; i < 5; ++i) {
        fail(clock, breaker);
        succeed(clock, breaker);
    }
    QCOMPARE(breaker.state(), State::Closed);
}

void CircuitBreakerTest::openItTurnsCallsAwayAndSaysUntilWhen()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1, .openFor = 2s});
    fail(clock, breaker);
    clock.advance(500ms);
    QCOMPARE(breaker.retryAfter(), 1500ms);
    int started = 0;
    const auto start = [&](std::stop_token) { ++started; };
    try {
        clock.run([&] { return breaker.run(start); });
        QFAIL("it passed");
    } catch (const BrokenCircuit &error) {
        QCOMPARE(error.retryAfter(), 1500ms);
        QCOMPARE(error.what(), "the circuit is open: try again in 1.5 s");
    }
    QCOMPARE(started, 0);
    QCOMPARE(clock.now(), 501ms);
}

void CircuitBreakerTest::afterItsTimeProbesPass()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1, .openFor = 2s});
    fail(clock, breaker);
    clock.advance(2s - 1ns);
    QCOMPARE(breaker.state(), State::Open);
    clock.advance(1ns);
    QCOMPARE(breaker.state(), State::HalfOpen);
    QCOMPARE(succeed(clock, breaker), "nothing");
    QCOMPARE(breaker.state(), State::Closed);
}

void CircuitBreakerTest::aFailedProbeOpensItAgain()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 3, .openFor = 1s});
    for (int i = 0; i < 3; ++i)
        fail(clock, breaker);
    clock.advance(1s);
    QCOMPARE(fail(clock, breaker), "runtime_error: 503");
    QCOMPARE(breaker.state(), State::Open);
    QCOMPARE(breaker.retryAfter(), 1s);
}

void CircuitBreakerTest::allProbesMustSucceed()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1, .openFor = 1s, .probes = 2});
    fail(clock, breaker);
    clock.advance(1s);
    succeed(clock, breaker);
    QCOMPARE(breaker.state(), State::HalfOpen);
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Open);
    clock.advance(1s);
    succeed(clock, breaker);
    succeed(clock, breaker);
    QCOMPARE(breaker.state(), State::Closed);
}

void CircuitBreakerTest::furtherCallsAreTurnedAwayDuringProbes()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1, .openFor = 1s, .probes = 2});
    fail(clock, breaker);
    clock.advance(1s);
    QByteArrayList log;
    background(breaker, 100ms, nullptr, log);
    background(breaker, 200ms, nullptr, log);
    QCOMPARE(succeed(clock, breaker), "runtime_error: the circuit is being probed: try again later");
    clock.advance(200ms);
    QCOMPARE(log, (QByteArrayList{"nothing", "nothing"}));
    QCOMPARE(succeed(clock, breaker), "nothing");
}

void CircuitBreakerTest::aCancelledProbeMakesRoomForAnother()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1, .openFor = 1s});
    fail(clock, breaker);
    clock.advance(1s);
    QByteArrayList log;
    std::stop_source stop;
    background(breaker, 1h, nullptr, log, stop.get_token());
    QVERIFY(succeed(clock, breaker).contains("being probed"));
    stop.request_stop();
    clock.runUntil(clock.now());
    QCOMPARE(breaker.state(), State::HalfOpen);
    QCOMPARE(succeed(clock, breaker), "nothing");
    QCOMPARE(breaker.state(), State::Closed);
}

void CircuitBreakerTest::cancelledIsNoFailure()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2});
    QByteArrayList log;
    std::stop_source stop;
    fail(clock, breaker);
    background(breaker, 1h, nullptr, log, stop.get_token());
    stop.request_stop();
    clock.runUntil(clock.now());
    QCOMPARE(log, (QByteArrayList{"Cancelled: cancelled"}));
    QCOMPARE(breaker.state(), State::Closed);
    fail(clock, breaker); // The first failure still counts: nothing has succeeded since.
    QCOMPARE(breaker.state(), State::Open);
}

/// A timeout around the breaker stops the call, which is no failure of the other side; one inside is an error like any other.
void CircuitBreakerTest::aTimeoutCountsWhereItStandsInsideAndNotAround()
{
    VirtualClock clock;
    const auto hanging = call(valueAfter, 1h, 7);
    CircuitBreaker inner({.failures = 1});
    const auto throughBreaker = [&](std::stop_token token) { return inner.run(hanging, token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(throughBreaker, 1s); }); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(inner.state(), State::Closed);

    CircuitBreaker outer({.failures = 1});
    const auto bounded = [&](std::stop_token token) { return withTimeout(hanging, 1s, token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return outer.run(bounded); }); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(outer.state(), State::Open);
}

void CircuitBreakerTest::stoppedBeforehandItStartsNothing()
{
    VirtualClock clock;
    CircuitBreaker breaker;
    std::stop_source stop;
    stop.request_stop();
    bool started = false;
    const auto never = [&](std::stop_token) { started = true; };
    QCOMPARE(thrownBy([&] { clock.run([&] { return breaker.run(never, stop.get_token()); }); }), "Cancelled: cancelled");
    QVERIFY(!started);
}

void CircuitBreakerTest::callsOfAnEarlierPeriodDoNotCount()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1, .openFor = 1s});
    QByteArrayList log;
    background(breaker, 3s, "late", log); // Ends when the breaker has opened, been probed and closed.
    background(breaker, 1500ms, "late", log);
    background(breaker, 10ms, "503", log);
    clock.runUntil(1500ms);
    QCOMPARE(breaker.state(), State::HalfOpen);
    succeed(clock, breaker);
    clock.runUntil(3s);
    QCOMPARE(log, (QByteArrayList{"runtime_error: 503", "runtime_error: late", "runtime_error: late"}));
    QCOMPARE(breaker.state(), State::Closed);
}

void CircuitBreakerTest::failuresWithinAWindow()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 3, .window = 1s});
    fail(clock, breaker);
    fail(clock, breaker);
    clock.advance(1s);
    fail(clock, breaker); // The others lie too far back.
    succeed(clock, breaker);
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Closed);
    fail(clock, breaker); // A success in between changes nothing.
    QCOMPARE(breaker.state(), State::Open);
}

void CircuitBreakerTest::theShareOfFailuresWithinAWindow()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2, .window = 10s, .rate = 0.5});
    for (int i = 0; i < 4; ++i)
        succeed(clock, breaker);
    for (int i = 0; i < 3; ++i)
        fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Closed); // 3 of 7.
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Open);
}

void CircuitBreakerTest::failuresAtTheEndOfTimeCount()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2, .window = 10s});
    fail(clock, breaker);
    clock.runUntil(std::chrono::hours::max());
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Closed); // The other one lies longer back.
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::HalfOpen); // It opened, until the end of time.
}

void CircuitBreakerTest::errorsThatDoNotCountAreSuccesses()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2, .openFor = 1s});
    breaker.countOnly([](const std::exception_ptr &error) { return support::inWords(error).contains("503"); });
    fail(clock, breaker);
    thrownBy([&] { clock.run([&] { return breaker.run(call(failAfter, 1ms, "404")); }); });
    fail(clock, breaker);
    QCOMPARE(breaker.state(), State::Closed);
}

void CircuitBreakerTest::resetClosesIt()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1});
    fail(clock, breaker);
    breaker.reset();
    QCOMPARE(breaker.state(), State::Closed);
    QCOMPARE(succeed(clock, breaker), "nothing");
}

void CircuitBreakerTest::optionsCanBeChanged()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 5, .openFor = 1s});
    fail(clock, breaker);
    breaker.setOptions({.failures = 2, .openFor = 3s, .probes = 2});
    QCOMPARE(breaker.options().failures, 2);
    fail(clock, breaker);
    QCOMPARE(breaker.retryAfter(), 3s);
    breaker.setOptions({.failures = 2, .openFor = 1s, .probes = 2});
    QCOMPARE(breaker.retryAfter(), 3s); // The time that is under way keeps its end.
    clock.advance(3s);
    succeed(clock, breaker);
    breaker.setOptions({.failures = 2, .openFor = 1s, .probes = 1});
    QCOMPARE(breaker.state(), State::Closed);
}

void CircuitBreakerTest::refusesOptionsThatMakeNoSense()
{
    QVERIFY(thrownBy([] { CircuitBreaker({.failures = 0}); }).contains("at least 1 failure, got 0"));
    QVERIFY(thrownBy([] { CircuitBreaker({.window = -1s}); }).contains("a window of at least 0, got -1 s"));
    QVERIFY(thrownBy([] { CircuitBreaker({.window = 1s, .rate = 1.5}); }).contains("a rate from 0 to 1, got 1.5"));
    QVERIFY(thrownBy([] { CircuitBreaker({.rate = 0.5}); }).contains("a window beside a rate, got 0 ns"));
    QVERIFY(thrownBy([] { CircuitBreaker({.openFor = 0s}); }).contains("openFor above 0, got 0 ns"));
    QVERIFY(thrownBy([] { CircuitBreaker({.probes = 0}); }).contains("at least 1 probe, got 0"));
    CircuitBreaker breaker;
    QVERIFY(thrownBy([&] { breaker.setOptions({.failures = -1}); }).contains("at least 1 failure, got -1"));
    QCOMPARE(breaker.options().failures, 5);
}

void CircuitBreakerTest::voidOperations()
{
    VirtualClock clock;
    CircuitBreaker breaker;
    int calls = 0;
    const auto work = [&](std::stop_token) { ++calls; };
    static_assert(std::is_void_v<decltype(clock.run([&] { return breaker.run(work); }))>);
    clock.run([&] { return breaker.run(work); });
    QCOMPARE(calls, 1);
}

void CircuitBreakerTest::destroyedWhileACallIsUnderWay()
{
    VirtualClock clock;
    std::optional<CircuitBreaker> breaker(std::in_place);
    QByteArrayList log;
    background(*breaker, 100ms, nullptr, log);
    breaker.reset();
    clock.run();
    QCOMPARE(log, (QByteArrayList{"nothing"}));
}

void CircuitBreakerTest::tellsItsLevelAndWhomItTurnsAway()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    CircuitBreaker breaker({.failures = 1, .openFor = 1s});
    fail(clock, breaker);
    {
        const auto inSpan = [&]() -> QCoro::Task<int> {
            const SpanScope scope({.request = 3});
            return breaker.run(call(valueAfter, 1ms, 1));
        };
        thrownBy([&] { clock.run(inSpan); });
    }
    clock.advance(1s);
    succeed(clock, breaker);
    QCOMPARE(trace.lines, (QByteArrayList{"0 breaker 0 of 2", "1 breaker 2 of 2", "1 #3 go rejected", "1001 breaker 1 of 2", "1002 breaker 0 of 2"}));
}

void CircuitBreakerTest::aTimeoutAroundCountsWhereTheOptionSaysSo()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2, .openFor = std::chrono::seconds::max(), .countDeadlines = true});
    const auto hanging = [&](std::stop_token token) { return breaker.run(call(valueAfter, 1h, 7), token); };
    const auto quick = [&](std::stop_token token) { return breaker.run(call(valueAfter, 1s, 7), token); };
    const auto late = [&](std::stop_token token) { return breaker.run(call(support::deafValueAfter, 2s, 7), token); };
    const auto stopped = [&](StopReason reason) {
        std::stop_source stop;
        const auto running = breaker.run(call(valueAfter, 1h, 7), stop.get_token());
        requestStop(stop, {.reason = reason});
        clock.advance(0s);
    };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(hanging, 1s); }); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(clock.run([&] { return withTimeout(quick, 1s); }), 7); // In time: that is a success.
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(hanging, 1s); }); }), "TimeoutError: timed out after 1 s");
    stopped(StopReason::SiblingWon); // Neither a success nor a failure.
    QCOMPARE(breaker.state(), State::Closed);
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(late, 1s); }); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(breaker.state(), State::Open); // A value that comes too late is a failure, too.
    clock.advance(1000h);
    QCOMPARE(breaker.state(), State::Open);
}

void CircuitBreakerTest::aTimeoutAroundCountsThroughOtherHelpers()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2, .openFor = 1h, .countDeadlines = true});
    SingleFlight<int, int> flights;
    const auto hanging = [&](std::stop_token token) { return breaker.run(call(valueAfter, 1h, 7), token); };
    const auto shared = [&](std::stop_token token) { return flights.run(1, hanging, token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(abandonable(hanging), 1s); }); }), "TimeoutError: timed out after 1 s");
    clock.advance(0s); // Nobody waits for its end.
    QCOMPARE(breaker.state(), State::Closed);
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(shared, 1s); }); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(breaker.state(), State::Open);
}

void CircuitBreakerTest::aProbeThatADeadlineStopsOpensItAgain()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 1, .openFor = 2s, .countDeadlines = true});
    fail(clock, breaker);
    clock.advance(2s);
    const auto hanging = [&](std::stop_token token) { return breaker.run(call(valueAfter, 1h, 7), token); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(hanging, 1s); }); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(breaker.state(), State::Open);
    QCOMPARE(breaker.retryAfter(), 2s);
}

void CircuitBreakerTest::tellsThatItIsHalfOpenAtItsTime()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    CircuitBreaker breaker({.failures = 1, .openFor = 1s});
    fail(clock, breaker);
    breaker.setOptions({.failures = 1, .openFor = 9s}); // Being open keeps its end.
    clock.advance(500ms);
    QCOMPARE(trace.lines.last(), "1 breaker 2 of 2");
    clock.advance(2s); // Long before the next call.
    QCOMPARE(trace.lines.last(), "1001 breaker 1 of 2");
    fail(clock, breaker);
    QCOMPARE(trace.lines.last(), "2502 breaker 2 of 2");
    clock.advance(9s);
    QCOMPARE(trace.lines, (QByteArrayList{"0 breaker 0 of 2", "1 breaker 2 of 2", "1001 breaker 1 of 2", "2502 breaker 2 of 2",
                                          "11502 breaker 1 of 2"}));
}

void CircuitBreakerTest::tellsNothingThatDoesNotHappen()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    std::optional<CircuitBreaker> breaker(std::in_place, CircuitBreakerOptions{.failures = 1, .openFor = 1s});
    fail(clock, *breaker);
    breaker->reset();
    clock.advance(2s);
    QCOMPARE(trace.lines, (QByteArrayList{"0 breaker 0 of 2", "1 breaker 2 of 2", "1 breaker 0 of 2"}));
    fail(clock, *breaker);
    QVERIFY(!clock.next()); // Nobody goes on for its sake.
    clock.run();
    QCOMPARE(clock.now(), 2002ms);
    breaker.reset();
    clock.advance(2s);
    QCOMPARE(trace.lines.mid(3), (QByteArrayList{"2002 breaker 2 of 2"}));
}

QTEST_GUILESS_MAIN(CircuitBreakerTest)
#include "circuit_breaker_test.moc"
