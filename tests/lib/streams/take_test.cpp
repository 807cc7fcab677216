// SPDX-License-Identifier: MIT
#include <asyncade/streams/take.h>

#include <asyncade/streams/from_range.h>

#include "support/stream_tests.h"

using namespace support;

class TakeTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheFirstItems();
    void endsWithAShorterSource();
    void zeroPullsNothing();
    void neverPullsOneMore();
    void letsGoOfTheSourceWithTheLastItem();
    void refersToAnLvalue();
    void passesAnErrorAtItsPlace();
    void goesBehindABar();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
    void destroyedWhileASourceThatObeysNoTokenIsAsked();
    void aNegativeCountIsRefused();
};

void TakeTest::givesTheFirstItems()
{
    VirtualClock clock;
    QCOMPARE(drawn(take(marbles("-a--b--c--d--|"), 2)), "-a--(b|)");
}

void TakeTest::endsWithAShorterSource()
{
    VirtualClock clock;
    QCOMPARE(drawn(take(marbles("-a-|"), 5)), "-a-|");
    QCOMPARE(drawn(take(marbles("|"), 5)), "|");
}

void TakeTest::zeroPullsNothing()
{
    VirtualClock clock;
    auto source = marbles("a|");
    QCOMPARE(drawn(take(source, 0)), "|");
    QCOMPARE(source.asked(), 0);
    TracedSource owned("a|");
    const auto alive = owned.watch();
    const auto stream = take(std::move(owned), 0);
    QVERIFY(alive.expired());
}

void TakeTest::neverPullsOneMore()
{
    VirtualClock clock;
    auto source = marbles("abc|");
    QCOMPARE(drawn(take(source, 2)), "a(b|)");
    QCOMPARE(source.asked(), 2);
}

void TakeTest::letsGoOfTheSourceWithTheLastItem()
{
    VirtualClock clock;
    TracedSource source("ab|");
    const auto alive = source.watch();
    auto stream = take(std::move(source), 1);
    QVERIFY(!alive.expired());
    clock.run([&] { return stream.next(); });
    QVERIFY(alive.expired());
    QCOMPARE(drawn(stream), "|");
}

void TakeTest::refersToAnLvalue()
{
    VirtualClock clock;
    auto source = marbles("abcd|");
    QCOMPARE(drawn(take(source, 2)), "a(b|)");
    QCOMPARE(drawn(source), "-cd|");
}

void TakeTest::passesAnErrorAtItsPlace()
{
    VirtualClock clock;
    QCOMPARE(drawn(take(marbles("-a#"), 3)), "-a#");
}

void TakeTest::goesBehindABar()
{
    VirtualClock clock;
    const auto two = take(2);
    QCOMPARE(drawn(marbles("abc|") | two), "a(b|)");
    QCOMPARE(drawn(fromRange(std::vector{1, 2, 3}) | two), "(12|)");
}

void TakeTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return take(std::move(source), 3); }, "---a|");
}

void TakeTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return take(std::move(source), 3); });
}

void TakeTest::destroyedWhileASourceThatObeysNoTokenIsAsked()
{
    struct Deaf {
        Deaf() {} // No aggregate, so it may be passed as it is.
        std::unique_ptr<int> number = std::make_unique<int>(0);
        QCoro::Task<std::optional<int>> next(std::stop_token)
        {
            co_await sleepFor(10ms);
            co_return std::optional<int>(++*number); // Touches what it owns.
        }
    };
    VirtualClock clock;
    QByteArray result;
    {
        auto stream = take(Deaf(), 3);
        noteNext(stream, result);
    }
    clock.run();
    QCOMPARE(result, "1");
}

void TakeTest::aNegativeCountIsRefused()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { static_cast<void>(take(marbles("|"), -1)); }), "invalid_argument: take: expected a count of at least 0, got -1");
    QCOMPARE(thrownBy([] { static_cast<void>(take(-1)); }), "invalid_argument: take: expected a count of at least 0, got -1");
}

QTEST_GUILESS_MAIN(TakeTest)
#include "take_test.moc"
