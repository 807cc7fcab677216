// SPDX-License-Identifier: MIT
#include <asyncade/streams/filter.h>

#include <cctype>

#include "support/stream_tests.h"

using namespace support;

namespace {
bool isUpper(char letter) { return std::isupper(static_cast<unsigned char>(letter)) != 0; }
} // namespace

class FilterTest : public QObject {
    Q_OBJECT

private slots:
    void givesWhatThePredicateWants();
    void anAsyncPredicateIsAwaited();
    void aPredicateMayTakeTheToken();
    void nothingAndEverything();
    void anErrorOfThePredicatePassesAtItsPlace();
    void passesAnErrorOfTheSourceAtItsPlace();
    void goesBehindABar();
    void manyAtOnceDoNotGrowTheStack();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
    void destroyedWhileThePredicateIsAwaited();
};

void FilterTest::givesWhatThePredicateWants()
{
    VirtualClock clock;
    QCOMPARE(drawn(filter(marbles("-a--B--c--D--|"), isUpper)), "----B-----D--|");
}

void FilterTest::anAsyncPredicateIsAwaited()
{
    // A task is an object, and as a bool it would always be true.
    VirtualClock clock;
    const auto slowly = [](char letter) -> QCoro::Task<bool> {
        co_await sleepFor(10ms);
        co_return isUpper(letter);
    };
    QCOMPARE(drawn(filter(marbles("a-B-c|"), slowly)), "---B-|");
}

void FilterTest::aPredicateMayTakeTheToken()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto slowly = [](char, std::stop_token token) -> QCoro::Task<bool> {
        co_await sleepFor(1s, token);
        co_return true;
    };
    auto stream = filter(marbles("a|"), slowly);
    const auto stopping = stopAfter(20ms, stop);
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled");
    QCOMPARE(clock.now(), 20ms);
}

void FilterTest::nothingAndEverything()
{
    VirtualClock clock;
    QCOMPARE(drawn(filter(marbles("ab|"), isUpper)), "--|");
    QCOMPARE(drawn(filter(marbles("AB|"), isUpper)), "AB|");
    QCOMPARE(drawn(filter(marbles("|"), isUpper)), "|");
}

void FilterTest::anErrorOfThePredicatePassesAtItsPlace()
{
    VirtualClock clock;
    auto stream = filter(marbles("abc|"), [](char letter) { return letter == 'b' ? throw std::runtime_error("b") : true; });
    QCOMPARE(drawn(stream), "a!b");
    QCOMPARE(drawn(stream), "-c|"); // The stream can be asked again.
}

void FilterTest::passesAnErrorOfTheSourceAtItsPlace()
{
    VirtualClock clock;
    QCOMPARE(drawn(filter(marbles("aB-#"), isUpper)), "-B-#");
}

void FilterTest::goesBehindABar()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("aBcD|") | filter(isUpper)), "-B-D|");
}

void FilterTest::manyAtOnceDoNotGrowTheStack()
{
    struct Numbers {
        int number = 0;
        QCoro::Task<std::optional<int>> next(std::stop_token) { co_return ++number; }
    };
    VirtualClock clock;
    auto stream = filter(Numbers(), [](int number) { return number == 200000; });
    QCOMPARE(clock.run([&] { return stream.next(); }), std::optional(200000));
}

void FilterTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return filter(std::move(source), [](char) { return true; }); }, "---a|");
}

void FilterTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return filter(std::move(source), isUpper); });
}

void FilterTest::destroyedWhileThePredicateIsAwaited()
{
    VirtualClock clock;
    QByteArray result;
    {
        const auto owning = [number = std::make_shared<int>(7)](char, std::stop_token token) -> QCoro::Task<bool> {
            co_await sleepFor(1s, token);
            co_return *number == 7;
        };
        auto stream = filter(marbles("a|"), owning);
        noteNext(stream, result);
        clock.advance(10ms);
    }
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 10ms);
}

QTEST_GUILESS_MAIN(FilterTest)
#include "filter_test.moc"
