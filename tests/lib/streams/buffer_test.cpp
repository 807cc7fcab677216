// SPDX-License-Identifier: MIT
#include <asyncade/streams/buffer.h>


#include "support/stream_tests.h"
#include "support/trace_lines.h"

using namespace support;

class BufferTest : public QObject {
    Q_OBJECT

private slots:
    void whenItIsFullItDoesAsItWasTold_data();
    void whenItIsFullItDoesAsItWasTold();
    void letsTheSourceRunAhead();
    void theSourceWaitsWhenItIsFull();
    void anErrorComesBehindWhatIsThere();
    void anErrorIsNotDropped();
    void goesBehindABar();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
    void destroyedWhileTheSourceWaitsForRoom();
    void aCapacityBelowOneIsRefused();
    void anObserverSeesWhoWaitsForAnItemOrForRoom();
};

void BufferTest::whenItIsFullItDoesAsItWasTold_data()
{
    QTest::addColumn<int>("overflow");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("wait") << int(Overflow::Wait) << QByteArray("(bcdef|)");
    QTest::newRow("drop the oldest") << int(Overflow::DropOldest) << QByteArray("(ef|)");
    QTest::newRow("drop the newest") << int(Overflow::DropNewest) << QByteArray("(bc|)");
}

void BufferTest::whenItIsFullItDoesAsItWasTold()
{
    QFETCH(const int, overflow);
    QFETCH(const QByteArray, expected);
    VirtualClock clock;
    auto stream = buffer(marbles("abcdef|"), 2, Overflow(overflow));
    QCOMPARE(clock.run([&] { return stream.next(); }), std::optional('a'));
    clock.runUntil(1s);
    QCOMPARE(drawn(stream), expected);
}

void BufferTest::letsTheSourceRunAhead()
{
    VirtualClock clock;
    auto source = marbles("abc-----d|");
    auto stream = buffer(source, 10);
    QCOMPARE(clock.run([&] { return stream.next(); }), std::optional('a'));
    clock.runUntil(50ms);
    QCOMPARE(source.asked(), 4);
    QCOMPARE(drawn(stream), "(bc)--d|");
}

void BufferTest::theSourceWaitsWhenItIsFull()
{
    VirtualClock clock;
    auto source = marbles("abcdef|");
    auto stream = buffer(source, 2);
    clock.run([&] { return stream.next(); });
    clock.runUntil(1s);
    QCOMPARE(source.asked(), 4); // One taken, two in the buffer, one in the hands of the source.
    QCOMPARE(drawn(stream), "(bcdef|)");
}

void BufferTest::anErrorComesBehindWhatIsThere()
{
    VirtualClock clock;
    auto stream = buffer(marbles("abc#"), 2);
    clock.run([&] { return stream.next(); });
    clock.runUntil(1s);
    QCOMPARE(drawn(stream), "(bc#)");
    QCOMPARE(drawn(stream), "|");
}

void BufferTest::anErrorIsNotDropped()
{
    VirtualClock clock;
    auto stream = buffer(marbles("abcd#"), 1, Overflow::DropNewest);
    clock.run([&] { return stream.next(); });
    clock.runUntil(1s);
    QCOMPARE(drawn(stream), "(b#)");
    auto latest = buffer(marbles("abcd#"), 1, Overflow::DropOldest);
    clock.run([&] { return latest.next(); });
    clock.runUntil(2s);
    QCOMPARE(drawn(latest), "(d#)");
}

void BufferTest::goesBehindABar()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("-ab|") | buffer(3)), "-ab|");
}

void BufferTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return buffer(std::move(source), 3); }, "---a|");
}

void BufferTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return buffer(std::move(source), 3); });
}

void BufferTest::destroyedWhileTheSourceWaitsForRoom()
{
    VirtualClock clock;
    TracedSource source("abcd|");
    const auto alive = source.watch();
    {
        auto stream = buffer(std::move(source), 1);
        clock.run([&] { return stream.next(); });
        clock.runUntil(100ms);
    }
    QVERIFY(alive.expired());
}

void BufferTest::aCapacityBelowOneIsRefused()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { static_cast<void>(buffer(marbles("|"), 0)); }), "invalid_argument: buffer: expected a capacity of at least 1, got 0");
    QCOMPARE(thrownBy([] { static_cast<void>(buffer(-1)); }), "invalid_argument: buffer: expected a capacity of at least 1, got -1");
}

void BufferTest::anObserverSeesWhoWaitsForAnItemOrForRoom()
{
    VirtualClock clock;
    TraceLines trace;
    clock.setObserver(&trace);
    const Part part = report::part("buffer", "pages", "pages");
    auto stream = buffer(marbles("-ab|"), 1, Overflow::Wait, part);
    const auto pullSlowly = [&]() -> QCoro::Task<> {
        const SpanScope scope({.request = 1});
        co_await stream.next();
        co_await sleepFor(50ms);
        while (co_await stream.next()) {
        }
    };
    clock.run(pullSlowly);
    trace.lines.removeIf([](const QByteArray &line) { return line.contains(" items "); });
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait turn", "10 #1 go granted from #1"}));
}

QTEST_GUILESS_MAIN(BufferTest)
#include "buffer_test.moc"
