// SPDX-License-Identifier: MIT
#include <asyncade/batcher.h>

#include <asyncade/offload.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/outside_work.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/trace_lines.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using support::ReportedErrors;
using support::thrownBy;

namespace {

/// Answers after `latency` with ten times each item; writes down what each call carried, and when.
class Server {
public:
    explicit Server(std::chrono::nanoseconds latency) : m_latency(latency) {}
    QByteArrayList calls;
    int ended = 0;

    auto answering()
    {
        return [this](std::vector<int> items, std::stop_token token) { return answer(std::move(items), token); };
    }

private:
    QCoro::Task<std::vector<int>> answer(std::vector<int> items, std::stop_token token)
    {
        QByteArray line = QByteArray::number(qlonglong(Clock::current().now() / 1ms)) + ':';
        for (const int item : items)
            line += ' ' + QByteArray::number(item);
        calls << line;
        co_await sleepFor(m_latency, token);
        ++ended;
        for (int &item : items)
            item *= 10;
        co_return items;
    }

    std::chrono::nanoseconds m_latency;
};

/// Asks at a time and writes down what came of it: "3 = 30 at 60".
QCoro::Task<> ask(Batcher<int, int> &batcher, int item, milliseconds at, QByteArrayList &lines, std::stop_token token = {})
{
    const SpanScope span({.request = std::uint32_t(item)});
    co_await sleepUntil(at);
    QByteArray line = QByteArray::number(item) + " = ";
    const auto submission = batcher.submit(item, token);
    try {
        line += QByteArray::number(co_await submission);
    } catch (...) {
        line += support::inWords(std::current_exception());
    }
    lines << line + " at " + QByteArray::number(qlonglong(Clock::current().now() / 1ms));
}

} // namespace

class BatcherTest : public QObject {
    Q_OBJECT

private slots:
    void aLoneRequestIsSentAfterTheDelay();
    void aFullBatchIsSentAtOnce();
    void eachCallerGetsItsOwnResult();
    void theDelayCountsFromTheFirst();
    void callsMayOverlap();
    void sizeOneSendsEveryRequestAtOnce();
    void noDelaySharesOneInstant();
    void aRequestAtTheInstantOfTheDeadlineStillSharesTheCall();
    void aFailureIsSharedByAll();
    void anotherNumberOfResultsIsAnErrorForAll();
    void voidResults();
    void plainFunctionsAndMoveOnlyResults();
    void whoGivesUpBeforeTheCallLeavesIt();
    void ifTheFirstLeavesTheDelayCountsFromTheNext();
    void ifAllLeaveThereIsNoCall();
    void whoGivesUpDuringTheCallDoesNotStopIt();
    void anErrorThatNobodyIsLeftToHearGoesToTheErrorHook();
    void stoppedAtTheInstantOfTheResultStillGetsIt();
    void aTokenStoppedBeforehandAsksForNothing();
    void destroyedWhileItCollects();
    void destroyedDuringACallStopsIt();
    void destroyedWhileItsCallIsInOffloadWaitsForTheWork();
    void destroyedByItsOwnCall();
    void theEndOfTheClock();
    void flushSendsAtOnce();
    void theSizeCanBeChangedWhileItCollects();
    void theDelayCanBeChangedWhileItCollects();
    void refusesBadLimits();
    void theFunctionIsNotCalledFromWithinWhoeverFilledTheBatch();
    void tellsWhoWaitsAndWhoTravelsWithWhom();
    void aDelayWithoutEndWaitsForTheOthers();
    void everyCallerSettlesOnceInRandomHistories();
};

void BatcherTest::aLoneRequestIsSentAfterTheDelay()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 3, .delay = 50ms});
    clock.run([&] { return ask(batcher, 1, 5ms, lines); });
    QCOMPARE(server.calls, QByteArrayList{"55: 1"});
    QCOMPARE(lines, QByteArrayList{"1 = 10 at 75"});
}

void BatcherTest::aFullBatchIsSentAtOnce()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 2, .delay = 50ms});
    for (int i = 1; i <= 5; ++i)
        ask(batcher, i, 1ms * i, lines);
    clock.run();
    QCOMPARE(server.calls, (QByteArrayList{"2: 1 2", "4: 3 4", "55: 5"}));
    QCOMPARE(clock.now(), 75ms);
}

void BatcherTest::eachCallerGetsItsOwnResult()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 3, .delay = 50ms});
    for (int i = 3; i > 0; --i)
        ask(batcher, i, 0ms, lines);
    clock.run();
    QCOMPARE(server.calls, QByteArrayList{"0: 3 2 1"});
    QCOMPARE(lines, (QByteArrayList{"3 = 30 at 20", "2 = 20 at 20", "1 = 10 at 20"}));
}

void BatcherTest::theDelayCountsFromTheFirst()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 10, .delay = 50ms});
    for (int i = 1; i <= 6; ++i)
        ask(batcher, i, 20ms * i, lines);
    clock.run();
    QCOMPARE(server.calls, (QByteArrayList{"70: 1 2 3", "130: 4 5 6"}));
}

void BatcherTest::callsMayOverlap()
{
    VirtualClock clock;
    Server server(100ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 1, .delay = 0ms});
    ask(batcher, 1, 0ms, lines);
    ask(batcher, 2, 10ms, lines);
    clock.run();
    QCOMPARE(lines, (QByteArrayList{"1 = 10 at 100", "2 = 20 at 110"}));
}

void BatcherTest::sizeOneSendsEveryRequestAtOnce()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 1, .delay = 1h});
    ask(batcher, 1, 0ms, lines);
    ask(batcher, 2, 0ms, lines);
    clock.run();
    QCOMPARE(server.calls, (QByteArrayList{"0: 1", "0: 2"}));
    QCOMPARE(clock.now(), 0ms);
}

void BatcherTest::noDelaySharesOneInstant()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 10, .delay = 0ms});
    ask(batcher, 1, 5ms, lines);
    ask(batcher, 2, 5ms, lines);
    ask(batcher, 3, 6ms, lines);
    clock.run();
    QCOMPARE(server.calls, (QByteArrayList{"5: 1 2", "6: 3"}));
}

void BatcherTest::aRequestAtTheInstantOfTheDeadlineStillSharesTheCall()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 10, .delay = 50ms});
    // The second sets out for that instant when the deadline has long been set.
    const auto late = [&]() -> QCoro::Task<> {
        co_await sleepFor(30ms);
        co_await ask(batcher, 2, 50ms, lines);
    };
    auto first = ask(batcher, 1, 0ms, lines);
    auto second = late();
    ask(batcher, 3, 51ms, lines);
    clock.run();
    QCOMPARE(server.calls, (QByteArrayList{"50: 1 2", "101: 3"}));
}

void BatcherTest::aFailureIsSharedByAll()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QByteArrayList lines;
    const auto fail = [](std::vector<int>) -> QCoro::Task<std::vector<int>> {
        co_await sleepFor(10ms);
        throw std::runtime_error("bad");
    };
    Batcher<int, int> batcher(fail, {.size = 2});
    ask(batcher, 1, 0ms, lines);
    ask(batcher, 2, 0ms, lines);
    clock.run();
    QCOMPARE(lines, (QByteArrayList{"1 = runtime_error: bad at 10", "2 = runtime_error: bad at 10"}));
    QVERIFY(reported.texts().isEmpty());
}

void BatcherTest::anotherNumberOfResultsIsAnErrorForAll()
{
    VirtualClock clock;
    QByteArrayList lines;
    const auto forget = [](std::vector<int> items) {
        items.pop_back();
        return items;
    };
    Batcher<int, int> batcher(forget, {.size = 2});
    ask(batcher, 1, 0ms, lines);
    ask(batcher, 2, 0ms, lines);
    clock.run();
    QCOMPARE(lines, (QByteArrayList{"1 = logic_error: Batcher: expected 2 results, got 1 at 0", "2 = logic_error: Batcher: expected 2 results, got 1 at 0"}));
}

void BatcherTest::voidResults()
{
    VirtualClock clock;
    std::vector<std::string> saved;
    const auto save = [&](std::vector<std::string> items) -> QCoro::Task<> {
        co_await sleepFor(10ms);
        saved = items;
    };
    Batcher<std::string> batcher(save, {.size = 2});
    const auto one = [&](std::string text) -> QCoro::Task<> {
        co_await batcher.submit(text + std::string(50, '!')); // Owned by a temporary of the co_await expression.
    };
    auto first = one("a");
    clock.run([&] { return one("b"); });
    QCOMPARE(saved, (std::vector{"a" + std::string(50, '!'), "b" + std::string(50, '!')}));
    QVERIFY(first.isReady());
}

void BatcherTest::plainFunctionsAndMoveOnlyResults()
{
    VirtualClock clock;
    const auto make = [](const std::vector<int> &items) {
        std::vector<std::unique_ptr<int>> made;
        for (const int item : items)
            made.push_back(std::make_unique<int>(item));
        return made;
    };
    Batcher<int, std::unique_ptr<int>> batcher(make, {.size = 1});
    QCOMPARE(*clock.run([&]() -> QCoro::Task<std::unique_ptr<int>> { co_return co_await batcher.submit(4); }), 4);
}

void BatcherTest::whoGivesUpBeforeTheCallLeavesIt()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    std::stop_source stop;
    Batcher<int, int> batcher(server.answering(), {.size = 3, .delay = 50ms});
    ask(batcher, 1, 0ms, lines);
    ask(batcher, 2, 1ms, lines, stop.get_token());
    clock.advance(10ms);
    QCOMPARE(batcher.pending(), std::size_t(2));
    stop.request_stop();
    QCOMPARE(batcher.pending(), std::size_t(1));
    ask(batcher, 3, 20ms, lines);
    clock.run();
    QCOMPARE(server.calls, QByteArrayList{"50: 1 3"});
    QCOMPARE(lines, (QByteArrayList{"2 = Cancelled: cancelled at 10", "1 = 10 at 70", "3 = 30 at 70"}));
}

void BatcherTest::ifTheFirstLeavesTheDelayCountsFromTheNext()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    std::stop_source stop;
    Batcher<int, int> batcher(server.answering(), {.size = 3, .delay = 50ms});
    ask(batcher, 1, 0ms, lines, stop.get_token());
    ask(batcher, 2, 20ms, lines);
    clock.advance(30ms);
    stop.request_stop();
    clock.run();
    QCOMPARE(server.calls, QByteArrayList{"70: 2"});
}

void BatcherTest::ifAllLeaveThereIsNoCall()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    std::stop_source stop;
    Batcher<int, int> batcher(server.answering(), {.size = 3, .delay = 50ms});
    ask(batcher, 1, 0ms, lines, stop.get_token());
    clock.advance(10ms);
    stop.request_stop();
    clock.run();
    QCOMPARE(clock.now(), 10ms);
    QVERIFY(server.calls.isEmpty());
}

void BatcherTest::whoGivesUpDuringTheCallDoesNotStopIt()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    std::stop_source stop;
    Batcher<int, int> batcher(server.answering(), {.size = 2, .delay = 50ms});
    ask(batcher, 1, 0ms, lines, stop.get_token());
    ask(batcher, 2, 0ms, lines, stop.get_token());
    clock.advance(10ms);
    stop.request_stop();
    clock.run();
    std::ranges::sort(lines); // Those who obey one token are stopped in no order.
    QCOMPARE(lines, (QByteArrayList{"1 = Cancelled: cancelled at 10", "2 = Cancelled: cancelled at 10"}));
    QCOMPARE(server.ended, 1);
    QCOMPARE(clock.now(), 20ms);
}

void BatcherTest::anErrorThatNobodyIsLeftToHearGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QByteArrayList lines;
    std::stop_source stop;
    const auto fail = [](std::vector<int>) -> QCoro::Task<std::vector<int>> {
        co_await sleepFor(20ms);
        throw std::runtime_error("bad");
    };
    Batcher<int, int> batcher(fail, {.size = 1}, "users");
    ask(batcher, 1, 0ms, lines, stop.get_token());
    clock.advance(10ms);
    stop.request_stop();
    clock.run();
    QCOMPARE(reported.texts(), QByteArrayList{"Batcher 0 users: runtime_error: bad"});
}

void BatcherTest::stoppedAtTheInstantOfTheResultStillGetsIt()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    std::stop_source stop;
    Batcher<int, int> batcher(server.answering(), {.size = 1});
    ask(batcher, 1, 0ms, lines, stop.get_token());
    while (server.ended == 0)
        clock.advanceOnce(1h);
    stop.request_stop(); // It has its result, but has not been resumed.
    clock.run();
    QCOMPARE(lines, QByteArrayList{"1 = 10 at 20"});
}

void BatcherTest::aTokenStoppedBeforehandAsksForNothing()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    std::stop_source stop;
    stop.request_stop();
    Batcher<int, int> batcher(server.answering(), {.size = 1});
    ask(batcher, 1, 0ms, lines, stop.get_token());
    clock.run();
    QCOMPARE(lines, QByteArrayList{"1 = Cancelled: cancelled at 0"});
    QVERIFY(server.calls.isEmpty());
}

void BatcherTest::destroyedWhileItCollects()
{
    VirtualClock clock;
    Server server(20ms);
    QByteArrayList lines;
    std::optional<Batcher<int, int>> batcher(std::in_place, server.answering(), BatcherOptions{.size = 3, .delay = 50ms});
    ask(*batcher, 1, 0ms, lines);
    ask(*batcher, 2, 0ms, lines);
    clock.advance(10ms);
    batcher.reset();
    clock.run();
    QCOMPARE(clock.now(), 10ms);
    QCOMPARE(lines, (QByteArrayList{"1 = Cancelled: cancelled: its owner, or what it waited on, was destroyed at 10",
                                    "2 = Cancelled: cancelled: its owner, or what it waited on, was destroyed at 10"}));
    QVERIFY(server.calls.isEmpty());
}

void BatcherTest::destroyedDuringACallStopsIt()
{
    VirtualClock clock;
    Server server(1h);
    QByteArrayList lines;
    std::optional<Batcher<int, int>> batcher(std::in_place, server.answering(), BatcherOptions{.size = 1});
    ask(*batcher, 1, 0ms, lines);
    clock.advance(10ms);
    batcher.reset();
    clock.run();
    QCOMPARE(clock.now(), 10ms);
    QCOMPARE(lines, QByteArrayList{"1 = Cancelled: cancelled: its owner, or what it waited on, was destroyed at 10"});
    QCOMPARE(server.ended, 0);
}

void BatcherTest::destroyedWhileItsCallIsInOffloadWaitsForTheWork()
{
    VirtualClock clock;
    QByteArrayList lines;
    support::Signpost begun;
    bool called = false, unwound = false, unwoundInTime = false;
    const auto work = [&](std::stop_token told) {
        begun.reach();
        support::waitForStop(told);
    };
    const auto answer = [&](std::vector<int> items, std::stop_token token) -> QCoro::Task<std::vector<int>> {
        called = true;
        co_await offload(work, token);
        unwound = true;
        co_return items;
    };
    std::optional<Batcher<int, int>> batcher(std::in_place, answer, BatcherOptions{.size = 1});
    ask(*batcher, 1, 0ms, lines);
    const auto destroy = [&]() -> QCoro::Task<> {
        while (!called)
            co_await yield();
        begun.await();
        batcher.reset();
        unwoundInTime = unwound;
    };
    clock.run(destroy);
    QVERIFY(unwoundInTime);
    clock.run();
    QCOMPARE(lines, QByteArrayList{"1 = Cancelled: cancelled: its owner, or what it waited on, was destroyed at 0"});
}

void BatcherTest::destroyedByItsOwnCall()
{
    VirtualClock clock;
    QByteArrayList lines;
    std::optional<Batcher<int, int>> batcher;
    bool cancelled = false;
    const auto destroy = [&](std::vector<int> items, std::stop_token token) -> QCoro::Task<std::vector<int>> {
        batcher.reset();
        cancelled = token.stop_requested();
        co_return items;
    };
    batcher.emplace(destroy, BatcherOptions{.size = 1});
    ask(*batcher, 1, 0ms, lines);
    clock.run();
    QVERIFY(cancelled);
    QCOMPARE(lines, QByteArrayList{"1 = Cancelled: cancelled: its owner, or what it waited on, was destroyed at 0"});
}

void BatcherTest::theEndOfTheClock()
{
    Server server(1h);
    QByteArrayList lines;
    std::optional<Batcher<int, int>> batcher(std::in_place, server.answering(), BatcherOptions{.size = 2, .delay = 1h});
    {
        VirtualClock clock;
        const auto ask = [&](int item) -> QCoro::Task<> {
            const auto submission = batcher->submit(item);
            try {
                co_await submission;
            } catch (...) {
                lines << QByteArray::number(item) + ' ' + support::inWords(std::current_exception());
            }
        };
        ask(1);
        ask(2);
        ask(3);
        clock.advance(1s);
    }
    std::ranges::sort(lines);
    QCOMPARE(lines, (QByteArrayList{"1 Cancelled: cancelled: its clock has ended", "2 Cancelled: cancelled: its clock has ended",
                                    "3 Cancelled: cancelled: its clock has ended"}));
    batcher.reset();
}

void BatcherTest::flushSendsAtOnce()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 3, .delay = 50ms});
    batcher.flush(); // Nothing to send.
    ask(batcher, 1, 0ms, lines);
    clock.advance(10ms);
    batcher.flush();
    clock.run();
    QCOMPARE(server.calls, QByteArrayList{"10: 1"});
    QCOMPARE(clock.now(), 10ms);
}

void BatcherTest::theSizeCanBeChangedWhileItCollects()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 10, .delay = 50ms});
    for (int i = 1; i <= 5; ++i)
        ask(batcher, i, 0ms, lines);
    clock.advance(10ms);
    batcher.setSize(2);
    clock.run();
    QCOMPARE(batcher.size(), 2);
    QCOMPARE(server.calls, (QByteArrayList{"10: 1 2", "10: 3 4", "50: 5"}));
}

void BatcherTest::theDelayCanBeChangedWhileItCollects()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 10, .delay = 50ms});
    ask(batcher, 1, 0ms, lines);
    clock.advance(10ms);
    batcher.setDelay(100ms);
    clock.advance(50ms);
    QVERIFY(server.calls.isEmpty());
    batcher.setDelay(20ms); // It has waited longer already.
    clock.run();
    QCOMPARE(server.calls, QByteArrayList{"60: 1"});
}

void BatcherTest::refusesBadLimits()
{
    Server server(0ms);
    const auto make = [&](int size, std::chrono::nanoseconds delay) { Batcher<int, int> batcher(server.answering(), {.size = size, .delay = delay}); };
    QCOMPARE(thrownBy([&] { make(0, 0ms); }), "invalid_argument: Batcher: expected a size of at least 1, got 0");
    QCOMPARE(thrownBy([&] { make(1, -5ms); }), "invalid_argument: Batcher: expected a delay of at least 0, got -5 ms");
    Batcher<int, int> batcher(server.answering());
    QCOMPARE(thrownBy([&] { batcher.setSize(-1); }), "invalid_argument: Batcher: expected a size of at least 1, got -1");
    QCOMPARE(thrownBy([&] { batcher.setDelay(-1s); }), "invalid_argument: Batcher: expected a delay of at least 0, got -1 s");
}

void BatcherTest::theFunctionIsNotCalledFromWithinWhoeverFilledTheBatch()
{
    VirtualClock clock;
    Server server(0ms);
    QByteArrayList lines;
    Batcher<int, int> batcher(server.answering(), {.size = 1});
    ask(batcher, 1, 0ms, lines);
    clock.advanceOnce(0ms); // It submits.
    QVERIFY(server.calls.isEmpty());
    clock.run();
    QCOMPARE(server.calls.size(), 1);
}

void BatcherTest::tellsWhoWaitsAndWhoTravelsWithWhom()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    QByteArrayList lines;
    std::stop_source stop;
    const auto answer = [](std::vector<int> items, std::stop_token token) -> QCoro::Task<std::vector<int>> {
        report::attempt(1);
        co_await sleepFor(20ms, token);
        co_return items;
    };
    Batcher<int, int> batcher(answer, {.size = 3, .delay = 50ms});
    ask(batcher, 1, 0ms, lines, stop.get_token());
    for (int i = 2; i <= 4; ++i)
        ask(batcher, i, 10ms * i, lines);
    ask(batcher, 5, 100ms, lines);
    clock.advance(25ms);
    stop.request_stop();
    clock.run();
    QCOMPARE(trace.lines,
             (QByteArrayList{"0 #1 wait collect until 50", "0 collected 1 of 3", "20 #2 wait collect until 70 ahead 1", "20 collected 2 of 3",
                             "25 #1 go cancelled", "25 collected 1 of 3", "30 #3 wait collect until 80 ahead 1", "30 collected 2 of 3",
                             "40 #2 go granted", "40 #3 go granted", "40 #3 join #2", "40 #4 join #2", "40 collected 0 of 3",
                             "40 #2 attempt 1", "100 #5 wait collect until 150", "100 collected 1 of 3", "150 #5 go elapsed",
                             "150 collected 0 of 3", "150 #5 attempt 1"}));
}

void BatcherTest::aDelayWithoutEndWaitsForTheOthers()
{
    VirtualClock clock;
    const auto never = [](std::vector<int> items, std::stop_token) { return items; };
    Batcher<int, int> batcher(never, {.size = 2, .delay = std::chrono::nanoseconds::max()}, "users");
    const auto one = [&](std::stop_token token) -> QCoro::Task<int> { co_return co_await batcher.submit(1, token); };
    auto running = one({});
    clock.advance(1h);
    QCOMPARE(batcher.pending(), std::size_t(1));
    batcher.flush();
    clock.run();
    QVERIFY(running.isReady());
}

void BatcherTest::everyCallerSettlesOnceInRandomHistories()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        std::mt19937_64 random(seed);
        const auto draw = [&](int below) { return int(random() % std::uint64_t(below)); };
        VirtualClock clock;
        const ReportedErrors reported;
        const int size = 1 + draw(4);
        std::size_t mostItems = 0;
        const bool fails = draw(4) == 0;
        const milliseconds latency(draw(5));
        const auto answer = [&](std::vector<int> items, std::stop_token token) -> QCoro::Task<std::vector<int>> {
            mostItems = std::max(mostItems, items.size());
            co_await sleepFor(latency, token);
            if (fails)
                throw std::runtime_error("bad");
            co_return items;
        };
        std::optional<Batcher<int, int>> batcher(std::in_place, answer, BatcherOptions{.size = size, .delay = milliseconds(draw(6))});
        const int count = 1 + draw(12);
        std::vector<int> settled(std::size_t(count), 0);
        std::vector<std::stop_source> stops{std::size_t(count)};
        QByteArray problem;
        const auto one = [&](int item, milliseconds at) -> QCoro::Task<> {
            co_await sleepUntil(at);
            if (!batcher)
                co_return void(++settled[std::size_t(item)]);
            const auto submission = batcher->submit(item, stops[std::size_t(item)].get_token());
            try {
                if (co_await submission != item)
                    problem = "somebody else's result";
            } catch (const Cancelled &) {
            } catch (const std::runtime_error &) {
                if (!fails)
                    problem = "an error from nowhere";
            }
            ++settled[std::size_t(item)];
        };
        std::vector<QCoro::Task<>> running;
        for (int i = 0; i < count; ++i)
            running.push_back(one(i, milliseconds(draw(10))));
        for (int step = 0; step < 6; ++step) {
            clock.advance(milliseconds(draw(4)));
            switch (draw(6)) {
            case 0: stops[std::size_t(draw(count))].request_stop(); break;
            case 1: batcher ? batcher->flush() : void(); break;
            case 2: batcher ? batcher->setDelay(milliseconds(draw(6))) : void(); break;
            case 3: draw(3) == 0 ? batcher.reset() : void(); break;
            default: break;
            }
        }
        clock.run();
        for (int i = 0; i < count; ++i) {
            if (settled[std::size_t(i)] != 1)
                problem = "a caller settled " + QByteArray::number(settled[std::size_t(i)]) + " times";
        }
        if (mostItems > std::size_t(size))
            problem = "a call was too large";
        QVERIFY2(problem.isEmpty(), ("seed " + QByteArray::number(qulonglong(seed)) + ": " + problem).constData());
    }
}

QTEST_GUILESS_MAIN(BatcherTest)
#include "batcher_test.moc"
