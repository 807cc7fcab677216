// SPDX-License-Identifier: MIT
#include <asyncade/streams/debounce.h>


#include "support/stream_tests.h"

using namespace support;

class DebounceStreamTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheLatestWhenItHasBecomeQuiet();
    void whatWaitsIsGivenAtTheEnd();
    void whatWaitsIsGivenBeforeAnError();
    void anItemAtTheVeryEndOfAPeriodComesAfterIt();
    void takesTheOptionsOfADebouncer();
    void keepsWhatNobodyTakes();
    void goesBehindABar();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
    void destroyedWhileAnItemWaits();
    void argumentsThatMakeNoSenseAreRefused();
};

void DebounceStreamTest::givesTheLatestWhenItHasBecomeQuiet()
{
    VirtualClock clock;
    QCOMPARE(drawn(debounce(marbles("-a-b-c--------d--|"), 30ms)), "--------c--------(d|)");
    QCOMPARE(drawn(debounce(marbles("|"), 30ms)), "|");
}

void DebounceStreamTest::whatWaitsIsGivenAtTheEnd()
{
    VirtualClock clock;
    QCOMPARE(drawn(debounce(marbles("ab-|"), 1s)), "---(b|)");
}

void DebounceStreamTest::whatWaitsIsGivenBeforeAnError()
{
    VirtualClock clock;
    auto stream = debounce(marbles("ab-#"), 1s);
    QCOMPARE(drawn(stream), "---(b#)");
    QCOMPARE(drawn(stream), "|");
}

void DebounceStreamTest::anItemAtTheVeryEndOfAPeriodComesAfterIt()
{
    VirtualClock clock;
    QCOMPARE(drawn(debounce(marbles("a-b-----|"), 20ms)), "--a-b---|");
}

void DebounceStreamTest::takesTheOptionsOfADebouncer()
{
    VirtualClock clock;
    QCOMPARE(drawn(debounce(marbles("abcdefghi-----|"), {.delay = 20ms, .leading = true, .maxWait = 40ms})), "a----e---i----|");
}

void DebounceStreamTest::keepsWhatNobodyTakes()
{
    VirtualClock clock;
    auto stream = debounce(marbles("a--b--c--|"), 10ms);
    clock.run([&] { return stream.next(); });
    clock.runUntil(1s);
    QCOMPARE(drawn(stream), "(bc|)");
}

void DebounceStreamTest::goesBehindABar()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("ab---|") | debounce(20ms)), "---b-|");
}

void DebounceStreamTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return debounce(std::move(source), 50ms); }, "----(a|)");
}

void DebounceStreamTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return debounce(std::move(source), 10ms); });
}

void DebounceStreamTest::destroyedWhileAnItemWaits()
{
    VirtualClock clock;
    QByteArray result;
    {
        auto stream = debounce(marbles("a------|"), 50ms);
        noteNext(stream, result);
        clock.advance(20ms);
    }
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 20ms);
}

void DebounceStreamTest::argumentsThatMakeNoSenseAreRefused()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { static_cast<void>(debounce(marbles("|"), -1ms)); }), "invalid_argument: debounce: expected a delay of at least 0, got -1 ms");
    QCOMPARE(thrownBy([] { static_cast<void>(debounce(-1ms)); }), "invalid_argument: debounce: expected a delay of at least 0, got -1 ms");
    QCOMPARE(thrownBy([] { static_cast<void>(debounce({.delay = 2ms, .maxWait = 1ms})); }),
             "invalid_argument: debounce: expected a maxWait of at least the delay, 2 ms, or 0, got 1 ms");
}

QTEST_GUILESS_MAIN(DebounceStreamTest)
#include "debounce_test.moc"
