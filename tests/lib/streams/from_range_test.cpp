// SPDX-License-Identifier: MIT
#include <asyncade/streams/from_range.h>

#include <asyncade/streams/collect.h>
#include <asyncade/streams/map.h>
#include <asyncade/streams/take.h>

#include "support/counting_source.h"

#include "support/stream_tests.h"

using namespace support;

class FromRangeTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheItemsOfTheRange();
    void refersToAnLvalue();
    void readsEachWhenItIsAskedFor();
    void behindTheEndThereIsOnlyTheEnd();
};

void FromRangeTest::givesTheItemsOfTheRange()
{
    VirtualClock clock;
    QCOMPARE(drawn(fromRange(std::vector{1, 2, 3})), "(123|)");
    QCOMPARE(drawn(fromRange(std::vector<int>())), "|");
    const auto fetch = [](int id, std::stop_token token) { return valueAfter(10ms, 2 * id, std::move(token)); };
    QCOMPARE(clock.run([&] { return collect(fromRange(QList<int>{1, 2}) | map(fetch)); }), (std::vector{2, 4}));
}

void FromRangeTest::refersToAnLvalue()
{
    VirtualClock clock;
    std::vector<std::unique_ptr<int>> cannotBeCopied;
    auto source = fromRange(std::views::transform(cannotBeCopied, [](const auto &number) { return *number; }));
    cannotBeCopied.push_back(std::make_unique<int>(7));
    QCOMPARE(drawn(source), "(7|)");
}

void FromRangeTest::readsEachWhenItIsAskedFor()
{
    VirtualClock clock;
    CountingRange range(5, 7);
    QCOMPARE(drawn(fromRange(range) | take(2)), "(77|)");
    QCOMPARE(range.pulled(), 2);
}

void FromRangeTest::behindTheEndThereIsOnlyTheEnd()
{
    VirtualClock clock;
    auto source = fromRange(std::vector{1});
    drawn(source);
    QCOMPARE(drawn(source), "|");
    QCOMPARE(drawn(source), "|");
}

QTEST_GUILESS_MAIN(FromRangeTest)
#include "from_range_test.moc"
