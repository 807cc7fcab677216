// SPDX-License-Identifier: MIT
#include <asyncade/streams/map.h>

#include <asyncade/observer.h>

#include <cctype>
#include <variant>

#include "support/stream_tests.h"

using namespace support;

namespace {
char toUpper(char letter) { return char(std::toupper(static_cast<unsigned char>(letter))); }
} // namespace

class MapTest : public QObject {
    Q_OBJECT

private slots:
    void givesWhatTheFunctionGives();
    void anAsyncFunctionIsAwaited();
    void aFunctionMayTakeTheToken();
    void voidCountsAsMonostate();
    void anErrorOfTheFunctionPassesAtItsPlace();
    void passesAnErrorOfTheSourceAtItsPlace();
    void goesBehindABar();
    void theCallersSpanIsBackAfterTheCall();
    void theTokenOfNextCancels();
    void destroyedWhileSomebodyWaits();
};

void MapTest::givesWhatTheFunctionGives()
{
    VirtualClock clock;
    QCOMPARE(drawn(map(marbles("-a--b--|"), toUpper)), "-A--B--|");
    QCOMPARE(drawn(map(marbles("ab|"), [](char letter) { return letter - 'a' + 1; })), "12|");
    QCOMPARE(drawn(map(marbles("|"), toUpper)), "|");
}

void MapTest::anAsyncFunctionIsAwaited()
{
    VirtualClock clock;
    const auto slowly = [](char letter) -> QCoro::Task<char> {
        co_await sleepFor(20ms);
        co_return toUpper(letter);
    };
    QCOMPARE(drawn(map(marbles("ab-|"), slowly)), "--A-(B|)"); // One after the other.
}

void MapTest::aFunctionMayTakeTheToken()
{
    VirtualClock clock;
    std::stop_source stop;
    auto stream = map(marbles("a|"), [](char, std::stop_token token) { return valueAfter(1s, 7, std::move(token)); });
    const auto stopping = stopAfter(20ms, stop);
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled");
    QCOMPARE(clock.now(), 20ms);
}

void MapTest::voidCountsAsMonostate()
{
    VirtualClock clock;
    int calls = 0;
    auto stream = map(marbles("a|"), [&](char) { ++calls; });
    static_assert(std::is_same_v<ItemOf<decltype(stream)>, std::monostate>);
    QVERIFY(clock.run([&] { return stream.next(); }));
    QVERIFY(!clock.run([&] { return stream.next(); }));
    QCOMPARE(calls, 1);
}

void MapTest::anErrorOfTheFunctionPassesAtItsPlace()
{
    VirtualClock clock;
    auto stream = map(marbles("abc|"), [](char letter) { return letter == 'b' ? throw std::runtime_error("b") : letter; });
    QCOMPARE(drawn(stream), "a!b");
    QCOMPARE(drawn(stream), "-c|");
}

void MapTest::passesAnErrorOfTheSourceAtItsPlace()
{
    VirtualClock clock;
    QCOMPARE(drawn(map(marbles("-a#"), toUpper)), "-A#");
}

void MapTest::goesBehindABar()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("ab|") | map(toUpper) | map([](char letter) { return letter - 'A' + 1; })), "12|");
}

void MapTest::theCallersSpanIsBackAfterTheCall()
{
    VirtualClock clock;
    auto stream = map(marbles("ab|"), [](char letter) -> QCoro::Task<char> {
        const SpanScope other({.request = 9});
        co_await sleepFor(1ms);
        co_return letter;
    });
    std::vector<std::uint32_t> seen;
    clock.run([&]() -> QCoro::Task<> {
        const SpanScope mine({.request = 1});
        auto pulling = stream.next();
        seen.push_back(currentSpan().request);
        co_await pulling;
        seen.push_back(currentSpan().request);
    });
    QCOMPARE(seen, (std::vector<std::uint32_t>{1, 1}));
}

void MapTest::theTokenOfNextCancels()
{
    checkCancelledAndAskedAgain([](auto source) { return map(std::move(source), toUpper); }, "---A|");
}

void MapTest::destroyedWhileSomebodyWaits()
{
    checkDestroyedWhileSomebodyWaits([](auto source) { return map(std::move(source), toUpper); });
}

QTEST_GUILESS_MAIN(MapTest)
#include "map_test.moc"
