// SPDX-License-Identifier: MIT
#include <asyncade/streams/enumerate.h>


#include "support/stream_tests.h"

using namespace support;

class EnumerateTest : public QObject {
    Q_OBJECT

private slots:
    void numbersTheItems();
    void beginsWhereItIsTold();
    void passesAnErrorAtItsPlace();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
};

void EnumerateTest::numbersTheItems()
{
    VirtualClock clock;
    QCOMPARE(drawn(enumerate(marbles("-a--b|"))), "-<0a>--<1b>|");
    QCOMPARE(drawn(enumerate(marbles("|"))), "|");
}

void EnumerateTest::beginsWhereItIsTold()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("ab|") | enumerate(7)), "<7a><8b>|");
}

void EnumerateTest::passesAnErrorAtItsPlace()
{
    VirtualClock clock;
    QCOMPARE(drawn(enumerate(marbles("-a#"))), "-<0a>#");
}

void EnumerateTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return enumerate(std::move(source)); }, "---<0a>|");
}

void EnumerateTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return enumerate(std::move(source)); });
}

QTEST_GUILESS_MAIN(EnumerateTest)
#include "enumerate_test.moc"
