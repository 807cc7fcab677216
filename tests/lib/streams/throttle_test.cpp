// SPDX-License-Identifier: MIT
#include <asyncade/streams/throttle.h>


#include "support/stream_tests.h"

using namespace support;

class ThrottleStreamTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheFirstAndTheLatestOfEachWindow();
    void theEndWaitsForWhatWaits();
    void whatWaitsIsGivenBeforeAnError();
    void withoutTheTrailingEdge();
    void pacesEveryItem();
    void goesBehindABar();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
    void destroyedWhileTheEndWaits();
    void aNegativeDelayIsRefused();
};

void ThrottleStreamTest::givesTheFirstAndTheLatestOfEachWindow()
{
    VirtualClock clock;
    QCOMPARE(drawn(throttle(marbles("-a-b-c----------d-|"), 50ms)), "-a----c---------d-|");
    QCOMPARE(drawn(throttle(marbles("|"), 50ms)), "|");
}

void ThrottleStreamTest::theEndWaitsForWhatWaits()
{
    VirtualClock clock;
    QCOMPARE(drawn(throttle(marbles("ab|"), 50ms)), "a----(b|)");
}

void ThrottleStreamTest::whatWaitsIsGivenBeforeAnError()
{
    VirtualClock clock;
    QCOMPARE(drawn(throttle(marbles("ab#"), 50ms)), "a-(b#)");
}

void ThrottleStreamTest::withoutTheTrailingEdge()
{
    VirtualClock clock;
    QCOMPARE(drawn(throttle(marbles("abcdefg|"), ThrottlePolicy::dropping(30ms, {.trailing = false}))), "a--d--g|");
}

void ThrottleStreamTest::pacesEveryItem()
{
    VirtualClock clock;
    QCOMPARE(drawn(throttle(marbles("(abc)|"), ThrottlePolicy::pacing(20ms))), "a-b-(c|)");
}

void ThrottleStreamTest::goesBehindABar()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("abc---|") | throttle(25ms)), "a-c@25ms---|");
}

void ThrottleStreamTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return throttle(std::move(source), 50ms); }, "---a|");
}

void ThrottleStreamTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return throttle(std::move(source), 10ms); });
}

void ThrottleStreamTest::destroyedWhileTheEndWaits()
{
    VirtualClock clock;
    QByteArray result;
    {
        auto stream = throttle(marbles("ab|"), 1s);
        clock.run([&] { return stream.next(); });
        noteNext(stream, result);
        clock.advance(100ms);
    }
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 100ms);
}

void ThrottleStreamTest::aNegativeDelayIsRefused()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { static_cast<void>(throttle(marbles("|"), -1ms)); }), "invalid_argument: throttle: expected a delay of at least 0, got -1 ms");
    QCOMPARE(thrownBy([] { static_cast<void>(throttle(-1ms)); }), "invalid_argument: throttle: expected a delay of at least 0, got -1 ms");
}

QTEST_GUILESS_MAIN(ThrottleStreamTest)
#include "throttle_test.moc"
