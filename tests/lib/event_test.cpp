// SPDX-License-Identifier: MIT
#include <asyncade/event.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/seeds.h"
#include "support/stack_watch.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

/// Notes `id` when it goes on, and −`id` when it is cancelled.
QCoro::Task<> waitThenNote(Event &event, int id, std::vector<int> &log, std::stop_token token = {})
{
    try {
        co_await event.wait(token);
    } catch (const Cancelled &) {
        id = -id;
    }
    log.push_back(id);
}

QCoro::Task<> setAfter(std::chrono::nanoseconds time, Event &event)
{
    co_await sleepFor(time);
    event.set();
}

} // namespace

class EventTest : public QObject {
    Q_OBJECT

private slots:
    void startsUnsetWithNobodyWaiting();
    void settingWithNobodyWaitingIsRemembered();
    void whoComesToASetEventDoesNotSuspend();
    void waitsUntilItIsSet();
    void letsAllGoOnInOrderOfArrival();
    void setResumesNobodyFromWithin();
    void staysSetUntilReset();
    void resetDoesNotAffectThoseWhoWereLetGo();
    void nothingHappensBeforeItIsAwaited();
    void aTokenStoppedBeforehandCancelsEvenWhenItIsSet();
    void aStopRequestCancelsAtItsInstant();
    void oneThatIsCancelledLeavesTheQueue_data();
    void oneThatIsCancelledLeavesTheQueue();
    void oneThatWasLetGoIsNotCancelledAnyMore();
    void destroyedWhileSomebodyWaitsCancelsAll();
    void destroyedAfterItWasSetCancelsNobody();
    void theEndOfTheClockCancels();
    void aStopRequestMayComeFromAnotherThread();
    void stalledNamesIt();
    void lettingManyGoDoesNotGrowTheStack();
    void anObserverSeesWhoWaitsAndWhoLetThemGoOn();
    void everyCallerSettlesOnceAsItsModelInRandomHistories();
};

void EventTest::startsUnsetWithNobodyWaiting()
{
    const Event event;
    QVERIFY(!event.isSet());
    QCOMPARE(event.waiting(), std::size_t(0));
}

void EventTest::settingWithNobodyWaitingIsRemembered()
{
    VirtualClock clock;
    Event event;
    event.set();
    event.set();
    QVERIFY(event.isSet());
    clock.run([&]() -> QCoro::Task<> { co_await event.wait(); });
    QCOMPARE(clock.now(), 0ns);
}

void EventTest::whoComesToASetEventDoesNotSuspend()
{
    VirtualClock clock;
    Event event;
    event.set();
    std::vector<int> log;
    const auto waiting = waitThenNote(event, 1, log);
    QCOMPARE(log, (std::vector{1}));
}

void EventTest::waitsUntilItIsSet()
{
    VirtualClock clock;
    Event event;
    const auto setting = setAfter(70ms, event);
    clock.run([&]() -> QCoro::Task<> { co_await event.wait(); });
    QCOMPARE(clock.now(), 70ms);
    QVERIFY(event.isSet());
}

void EventTest::letsAllGoOnInOrderOfArrival()
{
    VirtualClock clock;
    Event event;
    std::vector<int> log, expected;
    for (int id = 1; id <= 100; ++id) {
        waitThenNote(event, id, log);
        expected.push_back(id);
    }
    QCOMPARE(event.waiting(), std::size_t(100));
    event.set();
    QCOMPARE(event.waiting(), std::size_t(0));
    clock.run();
    QCOMPARE(log, expected);
}

void EventTest::setResumesNobodyFromWithin()
{
    VirtualClock clock;
    Event event;
    std::vector<int> log;
    const auto waiting = waitThenNote(event, 1, log);
    event.set();
    QVERIFY(log.empty());
    clock.run();
    QCOMPARE(log, (std::vector{1}));
}

void EventTest::staysSetUntilReset()
{
    VirtualClock clock;
    Event event;
    std::vector<int> log;
    event.set();
    const auto first = waitThenNote(event, 1, log);
    event.reset();
    QVERIFY(!event.isSet());
    const auto second = waitThenNote(event, 2, log);
    clock.run();
    QCOMPARE(log, (std::vector{1}));
    event.set();
    clock.run();
    QCOMPARE(log, (std::vector{1, 2}));
}

void EventTest::resetDoesNotAffectThoseWhoWereLetGo()
{
    VirtualClock clock;
    Event event;
    std::vector<int> log;
    const auto waiting = waitThenNote(event, 1, log);
    event.set();
    event.reset();
    clock.run();
    QCOMPARE(log, (std::vector{1}));
}

void EventTest::nothingHappensBeforeItIsAwaited()
{
    VirtualClock clock;
    Event event;
    const Event::Waiting waiting = event.wait();
    QCOMPARE(event.waiting(), std::size_t(0));
    const auto setting = setAfter(10ms, event);
    clock.run([&]() -> QCoro::Task<> { co_await waiting; });
    QCOMPARE(clock.now(), 10ms);
}

void EventTest::aTokenStoppedBeforehandCancelsEvenWhenItIsSet()
{
    VirtualClock clock;
    Event event;
    std::stop_source stop;
    stop.request_stop();
    const auto wait = [&]() -> QCoro::Task<> { co_await event.wait(stop.get_token()); };
    QCOMPARE(thrownBy([&] { clock.run(wait); }), "Cancelled: cancelled");
    event.set();
    QCOMPARE(thrownBy([&] { clock.run(wait); }), "Cancelled: cancelled");
}

void EventTest::aStopRequestCancelsAtItsInstant()
{
    VirtualClock clock;
    Event event;
    std::stop_source stop;
    const auto setting = setAfter(100ms, event);
    const auto stopping = support::stopAfter(40ms, stop);
    const auto wait = [&]() -> QCoro::Task<> { co_await event.wait(stop.get_token()); };
    QCOMPARE(thrownBy([&] { clock.run(wait); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 40ms);
}

void EventTest::oneThatIsCancelledLeavesTheQueue_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 1;
    QTest::newRow("one in the middle") << 2;
    QTest::newRow("the last") << 3;
}

void EventTest::oneThatIsCancelledLeavesTheQueue()
{
    QFETCH(const int, which);
    VirtualClock clock;
    Event event;
    std::vector<std::stop_source> stops(4);
    std::vector<int> log, expected{-which};
    for (int id = 1; id <= 3; ++id) {
        waitThenNote(event, id, log, stops[std::size_t(id)].get_token());
        if (id != which)
            expected.push_back(id);
    }
    stops[std::size_t(which)].request_stop();
    QCOMPARE(event.waiting(), std::size_t(2));
    event.set();
    clock.run();
    QCOMPARE(log, expected);
}

void EventTest::oneThatWasLetGoIsNotCancelledAnyMore()
{
    VirtualClock clock;
    Event event;
    std::stop_source stop;
    std::vector<int> log;
    const auto waiting = waitThenNote(event, 1, log, stop.get_token());
    event.set();
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (std::vector{1}));
}

void EventTest::destroyedWhileSomebodyWaitsCancelsAll()
{
    VirtualClock clock;
    std::optional<Event> event(std::in_place);
    std::vector<int> log;
    const auto first = waitThenNote(*event, 1, log);
    const auto second = waitThenNote(*event, 2, log);
    QByteArray thrown;
    const auto wait = [&]() -> QCoro::Task<> {
        try {
            co_await event->wait();
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    const auto third = wait();
    event.reset();
    QVERIFY(log.empty()); // Not from within the destructor.
    clock.run();
    QCOMPARE(log, (std::vector{-1, -2}));
    QCOMPARE(thrown, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
}

void EventTest::destroyedAfterItWasSetCancelsNobody()
{
    VirtualClock clock;
    std::optional<Event> event(std::in_place);
    std::vector<int> log;
    const auto waiting = waitThenNote(*event, 1, log);
    event->set();
    event.reset();
    clock.run();
    QCOMPARE(log, (std::vector{1}));
}

void EventTest::theEndOfTheClockCancels()
{
    auto clock = std::make_unique<VirtualClock>();
    Event event;
    std::vector<int> log;
    const auto waiting = waitThenNote(event, 1, log);
    clock.reset();
    QCOMPARE(log, (std::vector{-1}));
    QCOMPARE(event.waiting(), std::size_t(0));
}

void EventTest::aStopRequestMayComeFromAnotherThread()
{
    VirtualClock clock;
    Event event;
    std::stop_source stop;
    const Clock::OutsideWork outside(clock);
    const auto wait = [&]() -> QCoro::Task<> { co_await event.wait(stop.get_token()); };
    const std::jthread stopper([&] { stop.request_stop(); });
    QCOMPARE(thrownBy([&] { clock.run(wait); }), "Cancelled: cancelled");
    QCOMPARE(event.waiting(), std::size_t(0));
}

void EventTest::stalledNamesIt()
{
    VirtualClock clock;
    Event named("loaded"), nameless;
    const auto wait = [&](std::stop_token token) -> QCoro::Task<> { co_await named.wait(token); };
    const auto waitNameless = [&](std::stop_token token) -> QCoro::Task<> { co_await nameless.wait(token); };
    QCOMPARE(thrownBy([&] { clock.run(wait); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for the event \"loaded\"");
    QCOMPARE(thrownBy([&] { clock.run(waitNameless); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for an event");
}

void EventTest::lettingManyGoDoesNotGrowTheStack()
{
    VirtualClock clock;
    Event event;
    support::StackWatch stack;
    const auto wait = [&]() -> QCoro::Task<> {
        co_await event.wait();
        stack.look();
    };
    for (int i = 0; i < 100'000; ++i)
        wait();
    event.set();
    clock.run();
    QCOMPARE(stack.looks(), std::size_t(100'000));
    QCOMPARE(stack.depth(), std::size_t(0));
}

void EventTest::anObserverSeesWhoWaitsAndWhoLetThemGoOn()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    Event nameless, loaded("loaded", report::part("event", "loaded", "loaded"));
    std::stop_source stop;
    const auto waits = [&](std::uint32_t request) -> QCoro::Task<> {
        const SpanScope scope({.request = request});
        co_await loaded.wait(stop.get_token());
    };
    const auto waitsForTheOther = [&]() -> QCoro::Task<> {
        const SpanScope nobodys({});
        co_await nameless.wait();
    };
    const auto one = waits(1), two = waits(2), three = waitsForTheOther();
    clock.advance(10ms);
    {
        const SpanScope scope({.request = 7});
        loaded.set();
        nameless.set();
    }
    loaded.reset();
    const auto four = waits(4);
    stop.request_stop();
    clock.run();
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait turn", "0 #2 wait turn ahead 1", "0 wait turn", "10 #1 go granted from #7",
                                          "10 #2 go granted from #7", "10 go granted from #7", "10 #4 wait turn", "10 #4 go cancelled"}));
}

void EventTest::everyCallerSettlesOnceAsItsModelInRandomHistories()
{
    const std::string problem = support::firstProblem([](std::uint64_t seed) {
        support::Luck luck(seed);
        std::vector<int> got, expected; // First: whoever is cancelled when the rest goes writes into them.
        VirtualClock clock;
        std::optional<Event> event(std::in_place);
        std::vector<std::stop_source> stops;
        std::vector<int> waiting, woken; // The model: those who were woken go on when the clock runs next.
        bool isSet = false;
        const auto wake = [&](int sign) {
            for (const int id : std::exchange(waiting, {}))
                woken.push_back(sign * id);
        };
        const auto run = [&] {
            clock.advance(1ms);
            expected.insert(expected.end(), woken.begin(), woken.end());
            woken.clear();
        };
        for (int step = 0; step < 40; ++step) {
            switch (luck.below(6)) {
            case 0:
            case 1: {
                const int id = int(stops.size()) + 1;
                const bool isStopped = luck.onceIn(8);
                if (stops.emplace_back(); isStopped)
                    stops.back().request_stop();
                waitThenNote(*event, id, got, stops.back().get_token());
                if (isStopped || isSet)
                    expected.push_back(isStopped ? -id : id);
                else
                    waiting.push_back(id);
                break;
            }
            case 2:
                event->set();
                isSet = true;
                wake(1);
                break;
            case 3:
                event->reset();
                isSet = false;
                break;
            case 4:
                if (!stops.empty()) {
                    const int id = luck.between(1, int(stops.size()));
                    stops[std::size_t(id - 1)].request_stop();
                    if (std::erase(waiting, id) > 0)
                        woken.push_back(-id);
                }
                break;
            default: run(); break;
            }
            if (event->waiting() != waiting.size() || event->isSet() != isSet)
                return std::string("it shows another state than its model");
        }
        event.reset();
        wake(-1);
        run();
        const auto text = [](const std::vector<int> &ids) {
            std::string all;
            for (const int id : ids)
                all += std::to_string(id) + ' ';
            return all;
        };
        return support::difference(text(expected), text(got));
    });
    QVERIFY2(problem.empty(), problem.c_str());
}

QTEST_GUILESS_MAIN(EventTest)
#include "event_test.moc"
