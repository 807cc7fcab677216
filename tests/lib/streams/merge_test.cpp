// SPDX-License-Identifier: MIT
#include <asyncade/streams/merge.h>

#include <asyncade/channel.h>
#include <asyncade/streams/take.h>

#include "support/stream_tests.h"

using namespace support;

class MergeTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheItemsAsTheyCome();
    void atOneInstantInTheOrderOfTheSources();
    void endsWhenAllHaveEnded();
    void nothingIsPulledBeforeTheFirstNext();
    void eachSourceIsAtMostOneItemAhead();
    void anErrorStopsTheOthersAndEndsTheStream();
    void anErrorAtOnceLeavesTheOthersUnasked();
    void anErrorComesBehindWhatIsThere();
    void aSourceThatDiesIsAnErrorToo();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
    void destroyedBySomebodyBehindItInTheMiddleOfAnItem();
    void destroyedWhileASourceThatObeysNoTokenIsAsked();
    void anErrorThatNobodyReadsGoesToTheErrorHook();
};

void MergeTest::givesTheItemsAsTheyCome()
{
    VirtualClock clock;
    QCOMPARE(drawn(merge(marbles("-a-----b---|"), marbles("---1-2-------3-|"))), "-a-1-2-b-----3-|");
}

void MergeTest::atOneInstantInTheOrderOfTheSources()
{
    VirtualClock clock;
    QCOMPARE(drawn(merge(marbles("-a-b|"), marbles("-1-2|"), marbles("-x-y|"))), "-(a1x)-(b2y)|");
}

void MergeTest::endsWhenAllHaveEnded()
{
    VirtualClock clock;
    QCOMPARE(drawn(merge(marbles("|"), marbles("--|"), marbles("-a|"))), "-a|");
    QCOMPARE(drawn(merge(marbles("|"), marbles("|"))), "|");
}

void MergeTest::nothingIsPulledBeforeTheFirstNext()
{
    VirtualClock clock;
    auto one = marbles("a|"), two = marbles("b|");
    const auto stream = merge(one, two);
    clock.run();
    QCOMPARE(one.asked() + two.asked(), 0);
}

void MergeTest::eachSourceIsAtMostOneItemAhead()
{
    VirtualClock clock;
    auto one = marbles("abcdef|"), two = marbles("------|");
    auto stream = merge(one, two);
    QCOMPARE(clock.run([&] { return stream.next(); }), std::optional('a'));
    clock.runUntil(1s);
    QCOMPARE(one.asked(), 2);
    QCOMPARE(drawn(stream), "(bcdef|)");
}

void MergeTest::anErrorStopsTheOthersAndEndsTheStream()
{
    VirtualClock clock;
    TracedSource other("-a----------b|");
    const auto alive = other.watch();
    auto stream = merge(std::move(other), marbles("---#"));
    QCOMPARE(drawn(stream), "-a-#");
    clock.run();
    QCOMPARE(clock.now(), 30ms);
    QVERIFY(alive.expired());
    QCOMPARE(drawn(stream), "|");
}

void MergeTest::anErrorAtOnceLeavesTheOthersUnasked()
{
    VirtualClock clock;
    auto other = marbles("ab|");
    QCOMPARE(drawn(merge(marbles("#"), other)), "#");
    QCOMPARE(other.asked(), 0);
}

void MergeTest::anErrorComesBehindWhatIsThere()
{
    VirtualClock clock;
    auto stream = merge(marbles("ab|"), marbles("---#"));
    clock.run([&] { return stream.next(); });
    clock.runUntil(1s);
    QCOMPARE(drawn(stream), "(b#)");
}

void MergeTest::aSourceThatDiesIsAnErrorToo()
{
    VirtualClock clock;
    auto channel = std::make_unique<Channel<char>>(1);
    auto stream = merge(*channel, marbles("-----a|"));
    QByteArray result;
    noteNext(stream, result);
    clock.advance(20ms);
    channel.reset();
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 20ms);
}

void MergeTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return merge(std::move(source), marbles("--|")); }, "---a|");
}

void MergeTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return merge(std::move(source), marbles("-------b|")); });
}

void MergeTest::destroyedBySomebodyBehindItInTheMiddleOfAnItem()
{
    VirtualClock clock;
    TracedSource one("-a-b|"), two("--------c|");
    const auto alive = two.watch();
    auto stream = merge(std::move(one), std::move(two)) | take(1);
    QCOMPARE(drawn(stream), "-(a|)");
    QVERIFY(alive.expired());
    clock.run();
    QCOMPARE(clock.now(), 10ms);
}

void MergeTest::destroyedWhileASourceThatObeysNoTokenIsAsked()
{
    struct Deaf {
        Deaf() {} // No aggregate, so it may be passed as it is.
        std::unique_ptr<char> letter = std::make_unique<char>('a');
        QCoro::Task<std::optional<char>> next(std::stop_token)
        {
            co_await sleepFor(50ms);
            co_return std::optional<char>((*letter)++);
        }
    };
    VirtualClock clock;
    ReportedErrors reported;
    QByteArray result;
    {
        auto stream = merge(Deaf(), marbles("----------|"));
        noteNext(stream, result);
        clock.advance(10ms);
    }
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 50ms);
    QCOMPARE(reported.texts().size(), 1); // That it could not be unwound.
}

void MergeTest::anErrorThatNobodyReadsGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    {
        auto stream = merge(marbles("-a|"), marbles("-#"));
        clock.run([&] { return stream.next(); });
        clock.advance(1s);
        QVERIFY(reported.texts().isEmpty());
    }
    QCOMPARE(reported.texts(), (QByteArrayList{"stream 0: runtime_error: #"}));
}

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
