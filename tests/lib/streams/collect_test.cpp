// SPDX-License-Identifier: MIT
#include <asyncade/streams/collect.h>

#include <asyncade/streams/from_range.h>
#include <asyncade/streams/take.h>

#include "support/stream_tests.h"

using namespace support;

class CollectTest : public QObject {
    Q_OBJECT

private slots:
    void givesAllItemsInOrder();
    void emptyGivesNothing();
    void throwsTheErrorOfTheSource();
    void goesBehindABar();
    void isStoppedByItsToken();
};

void CollectTest::givesAllItemsInOrder()
{
    VirtualClock clock;
    QCOMPARE(clock.run([&] { return collect(marbles("-a-b(cd)|")); }), (std::vector{'a', 'b', 'c', 'd'}));
    QCOMPARE(clock.now(), 50ms);
}

void CollectTest::emptyGivesNothing()
{
    VirtualClock clock;
    QVERIFY(clock.run([&] { return collect(marbles("|")); }).empty());
}

void CollectTest::throwsTheErrorOfTheSource()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([&] { return collect(marbles("a-#")); }); }), "runtime_error: #");
}

void CollectTest::goesBehindABar()
{
    VirtualClock clock;
    QCOMPARE(clock.run([&] { return fromRange(std::vector{1, 2, 3, 4}) | take(3) | collect(); }), (std::vector{1, 2, 3}));
}

void CollectTest::isStoppedByItsToken()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = stopAfter(25ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return collect(marbles("a-b-c|"), stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 25ms);
}

QTEST_GUILESS_MAIN(CollectTest)
#include "collect_test.moc"
