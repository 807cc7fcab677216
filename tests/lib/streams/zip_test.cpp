// SPDX-License-Identifier: MIT
#include <asyncade/streams/zip.h>

#include <asyncade/streams/from_range.h>

#include "support/stream_tests.h"

using namespace support;

class ZipTest : public QObject {
    Q_OBJECT

private slots:
    void givesOneOfEach();
    void threeOfThem();
    void endsWithTheFirstThatEnds();
    void letsGoOfAllWhenOneEnds();
    void passesAnErrorAtItsPlace();
    void aCancelledNextLosesNothing();
    void destroyedWhileSomebodyWaits();
};

void ZipTest::givesOneOfEach()
{
    VirtualClock clock;
    QCOMPARE(drawn(zip(marbles("-a---b----c--|"), marbles("--1---2-|"))), "--<a1>---<b2>---|");
}

void ZipTest::threeOfThem()
{
    VirtualClock clock;
    QCOMPARE(drawn(zip(marbles("ab|"), marbles("-12|"), fromRange(std::vector{true, false}))), "-<a1T>(<b2F>|)");
}

void ZipTest::endsWithTheFirstThatEnds()
{
    VirtualClock clock;
    auto other = marbles("123|");
    QCOMPARE(drawn(zip(marbles("a|"), other)), "<a1>|");
    QCOMPARE(other.asked(), 1); // Those behind it are not asked.
}

void ZipTest::letsGoOfAllWhenOneEnds()
{
    VirtualClock clock;
    TracedSource first("abc|"), second("|");
    const auto one = first.watch(), two = second.watch();
    auto stream = zip(std::move(first), std::move(second));
    QCOMPARE(drawn(stream), "|");
    QVERIFY(one.expired() && two.expired());
    QCOMPARE(drawn(stream), "|");
}

void ZipTest::passesAnErrorAtItsPlace()
{
    VirtualClock clock;
    QCOMPARE(drawn(zip(marbles("a-b|"), marbles("1--#"))), "<a1>--#");
}

void ZipTest::aCancelledNextLosesNothing()
{
    VirtualClock clock;
    auto stream = zip(marbles("a|"), marbles("----1|"));
    std::stop_source stop;
    const auto stopping = stopAfter(20ms, stop);
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    clock.runUntil(20ms);
    QCOMPARE(result, "Cancelled: cancelled");
    QCOMPARE(drawn(stream), "--(<a1>|)"); // The a that was there is still there.
}

void ZipTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return zip(marbles("abc|"), std::move(source)); });
}

QTEST_GUILESS_MAIN(ZipTest)
#include "zip_test.moc"
