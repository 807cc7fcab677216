// SPDX-License-Identifier: MIT
#include <asyncade/streams/chunk.h>


#include "support/stream_tests.h"
#include "support/trace_lines.h"

using namespace support;

class ChunkTest : public QObject {
    Q_OBJECT

private slots:
    void givesSoManyAtATime();
    void theLastMayBeShorter();
    void emptyGivesNothing();
    void anErrorComesBehindTheItemsBeforeIt();
    void aCancelledNextLosesNothing();
    void bySizeOrTimeWhicheverIsFirst();
    void theTimeCountsFromTheFirstItem();
    void anItemAtTheVeryEndIsInTheChunk();
    void whatIsThereIsGivenToASlowTaker();
    void aTimedOneEndsAndFailsLikeTheOther();
    void aCancelledTimedNextLosesNothing();
    void goesBehindABar();
    void destroyedWhileSomebodyWaits();
    void argumentsThatMakeNoSenseAreRefused();
    void anErrorThatNobodyReadsGoesToTheErrorHook();
    void anObserverSeesWhoWaitsForMoreToShareAChunk();
    void anObserverSeesAWaitThatWasCancelled();
};

void ChunkTest::givesSoManyAtATime()
{
    VirtualClock clock;
    QCOMPARE(drawn(chunk(marbles("-a--b--c--d--e--|"), 2)), "----[ab]-----[cd]-----([e]|)");
    QCOMPARE(drawn(chunk(marbles("abcd|"), 2)), "-[ab]-[cd]|");
}

void ChunkTest::theLastMayBeShorter()
{
    VirtualClock clock;
    QCOMPARE(drawn(chunk(marbles("abc|"), 5)), "---([abc]|)");
}

void ChunkTest::emptyGivesNothing()
{
    VirtualClock clock;
    QCOMPARE(drawn(chunk(marbles("|"), 5)), "|");
    QCOMPARE(drawn(chunk(marbles("|"), 5, 10ms)), "|");
}

void ChunkTest::anErrorComesBehindTheItemsBeforeIt()
{
    VirtualClock clock;
    auto stream = chunk(marbles("abc#"), 2);
    QCOMPARE(drawn(stream), "-[ab]-([c]#)");
    QCOMPARE(drawn(stream), "|");
}

void ChunkTest::aCancelledNextLosesNothing()
{
    VirtualClock clock;
    auto stream = chunk(marbles("a---b|"), 2);
    std::stop_source stop;
    const auto stopping = stopAfter(20ms, stop);
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    clock.runUntil(20ms);
    QCOMPARE(result, "Cancelled: cancelled");
    QCOMPARE(drawn(stream), "--[ab]|");
}

void ChunkTest::bySizeOrTimeWhicheverIsFirst()
{
    VirtualClock clock;
    QCOMPARE(drawn(chunk(marbles("-a--b--c------d--|"), 3, 40ms)), "-----[ab]-----[c]-----([d]|)");
    QCOMPARE(drawn(chunk(marbles("-abc---d-|"), 3, 40ms)), "---[abc]-----([d]|)");
}

void ChunkTest::theTimeCountsFromTheFirstItem()
{
    VirtualClock clock;
    QCOMPARE(drawn(chunk(marbles("-----a-------b|"), 3, 20ms)), "-------[a]------([b]|)");
}

void ChunkTest::anItemAtTheVeryEndIsInTheChunk()
{
    VirtualClock clock;
    QCOMPARE(drawn(chunk(marbles("a-b-----|"), 3, 20ms)), "--[ab]-----|");
}

void ChunkTest::whatIsThereIsGivenToASlowTaker()
{
    VirtualClock clock;
    auto stream = chunk(marbles("abcdefg------h|"), 3, 20ms);
    clock.run([&] { return stream.next(); });
    clock.runUntil(100ms);
    QCOMPARE(drawn(stream), "[def]-[g]-([h]|)");
}

void ChunkTest::aTimedOneEndsAndFailsLikeTheOther()
{
    VirtualClock clock;
    auto stream = chunk(marbles("abc#"), 2, 1s);
    QCOMPARE(drawn(stream), "-[ab]-([c]#)");
    QCOMPARE(drawn(stream), "|");
}

void ChunkTest::aCancelledTimedNextLosesNothing()
{
    VirtualClock clock;
    auto stream = chunk(marbles("a---b-|"), 3, 50ms);
    std::stop_source stop;
    const auto stopping = stopAfter(20ms, stop);
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    clock.runUntil(20ms);
    QCOMPARE(result, "Cancelled: cancelled");
    QCOMPARE(drawn(stream), "---[ab]|");
}

void ChunkTest::goesBehindABar()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("ab|") | chunk(2)), "-[ab]|");
    QCOMPARE(drawn(marbles("ab|") | chunk(2, 1s)), "-[ab]|");
}

void ChunkTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return chunk(std::move(source), 2); });
    checkDestroyedWhileSomebodyWaits([](auto source) { return chunk(std::move(source), 2, 1s); });
}

void ChunkTest::argumentsThatMakeNoSenseAreRefused()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { static_cast<void>(chunk(marbles("|"), 0)); }), "invalid_argument: chunk: expected a size of at least 1, got 0");
    QCOMPARE(thrownBy([] { static_cast<void>(chunk(0)); }), "invalid_argument: chunk: expected a size of at least 1, got 0");
    QCOMPARE(thrownBy([] { static_cast<void>(chunk(1, -1ms)); }), "invalid_argument: chunk: expected a time of at least 0, got -1 ms");
}

void ChunkTest::anErrorThatNobodyReadsGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    {
        auto stream = chunk(marbles("a#"), 2);
        clock.run([&] { return stream.next(); });
        auto timed = chunk(marbles("a#"), 2, 1s);
        clock.run([&] { return timed.next(); });
        QVERIFY(reported.texts().isEmpty());
    }
    QCOMPARE(reported.texts(), (QByteArrayList{"stream 0: runtime_error: #", "stream 0: runtime_error: #"}));
}

void ChunkTest::anObserverSeesWhoWaitsForMoreToShareAChunk()
{
    VirtualClock clock;
    TraceLines trace;
    clock.setObserver(&trace);
    const auto pullAll = [](auto &stream, std::uint32_t request) -> QCoro::Task<> {
        const SpanScope scope({.request = request});
        while (co_await stream.next()) {
        }
    };
    auto sized = chunk(marbles("a-b-c|"), 2);
    clock.run([&] { return pullAll(sized, 1); });
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait collect", "20 #1 go granted", "40 #1 wait collect", "50 #1 go granted"}));
    trace.lines.clear();
    auto timed = chunk(marbles("ab-----c-----d|"), 2, 30ms);
    clock.run([&] { return pullAll(timed, 2); });
    trace.lines.removeIf([](const QByteArray &line) { return line.contains(" items ") || !line.contains("#2"); });
    QCOMPARE(trace.lines, (QByteArrayList{"50 #2 wait collect until 80", "60 #2 go granted", "60 #2 wait turn", "120 #2 go granted from #2",
                                          "120 #2 wait collect until 150", "150 #2 go elapsed", "150 #2 wait turn", "180 #2 go granted from #2",
                                          "180 #2 wait collect until 210", "190 #2 go granted"}));
}

void ChunkTest::anObserverSeesAWaitThatWasCancelled()
{
    VirtualClock clock;
    TraceLines trace;
    clock.setObserver(&trace);
    std::stop_source stop;
    const auto stopping = stopAfter(25ms, stop);
    QByteArray result;
    auto sized = chunk(marbles("a---b|"), 2);
    auto timed = chunk(marbles("a---b|"), 2, 1s);
    noteNext(sized, result, stop.get_token());
    noteNext(timed, result, stop.get_token());
    clock.runUntil(30ms);
    QCOMPARE(trace.lines.count("0 wait collect"), 1);
    QCOMPARE(trace.lines.count("0 wait collect until 1000"), 1);
    QCOMPARE(trace.lines.count("25 go cancelled"), 2);
}

QTEST_GUILESS_MAIN(ChunkTest)
#include "chunk_test.moc"
