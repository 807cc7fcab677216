// SPDX-License-Identifier: MIT
#include <asyncade/streams/from_generator.h>

#include <asyncade/streams/take.h>

#include "support/stream_tests.h"

using namespace support;

namespace {

QCoro::AsyncGenerator<char> letters(const char *text, std::chrono::nanoseconds each)
{
    const auto owned = std::make_shared<std::string>(text);
    for (char letter : *owned) {
        co_await sleepFor(each);
        if (letter == '#')
            throw MarbleError();
        co_yield letter;
    }
}

} // namespace

class FromGeneratorTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheItemsOfTheGenerator();
    void passesAnErrorAtItsPlace();
    void oneThatIsNeverAskedIsNotStarted();
    void aCancelledNextLosesNothing();
    void destroyedBetweenTwoItems();
    void destroyedWhileTheGeneratorIsSuspended();
    void anErrorThatNobodyReadsGoesToTheErrorHook();
};

void FromGeneratorTest::givesTheItemsOfTheGenerator()
{
    VirtualClock clock;
    QCOMPARE(drawn(fromGenerator(letters("abc", 10ms))), "-ab(c|)");
    QCOMPARE(drawn(fromGenerator(letters("", 10ms))), "|");
    QCOMPARE(drawn(fromGenerator(letters("abc", 0ms)) | take(2)), "(ab|)");
}

void FromGeneratorTest::passesAnErrorAtItsPlace()
{
    VirtualClock clock;
    auto stream = fromGenerator(letters("ab#", 10ms));
    QCOMPARE(drawn(stream), "-ab#");
    QCOMPARE(drawn(stream), "|");
}

void FromGeneratorTest::oneThatIsNeverAskedIsNotStarted()
{
    VirtualClock clock;
    const auto stream = fromGenerator(letters("abc", 10ms));
    clock.run();
    QCOMPARE(clock.now(), 0ms);
}

void FromGeneratorTest::aCancelledNextLosesNothing()
{
    VirtualClock clock;
    auto stream = fromGenerator(letters("ab", 50ms));
    std::stop_source stop;
    const auto stopping = stopAfter(20ms, stop);
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    clock.runUntil(20ms);
    QCOMPARE(result, "Cancelled: cancelled");
    QCOMPARE(drawn(stream), "---a----(b|)");
}

void FromGeneratorTest::destroyedBetweenTwoItems()
{
    VirtualClock clock;
    auto stream = std::make_optional(fromGenerator(letters("abc", 10ms)));
    clock.run([&] { return stream->next(); });
    stream.reset();
    clock.run();
    QCOMPARE(clock.now(), 10ms);
}

void FromGeneratorTest::destroyedWhileTheGeneratorIsSuspended()
{
    // QCoro destroys the generator while its sleep still points into it; here it is kept until it yields.
    VirtualClock clock;
    QByteArray result;
    {
        auto stream = fromGenerator(letters("abc", 50ms));
        noteNext(stream, result);
        clock.advance(10ms);
    }
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 50ms);
}

void FromGeneratorTest::anErrorThatNobodyReadsGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto failing = []() -> QCoro::AsyncGenerator<char> {
        co_await sleepFor(50ms);
        throw std::runtime_error("too late");
        co_yield 'a';
    };
    QByteArray result;
    {
        auto stream = fromGenerator(failing());
        noteNext(stream, result);
        clock.advance(10ms);
    }
    clock.run();
    QCOMPARE(reported.texts(), (QByteArrayList{"fromGenerator 0: runtime_error: too late"}));
}

QTEST_GUILESS_MAIN(FromGeneratorTest)
#include "from_generator_test.moc"
