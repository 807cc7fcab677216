// SPDX-License-Identifier: MIT
#include <asyncade/race.h>

#include <asyncade/event.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <functional>
#include <memory>
#include <ranges>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::valueAfter;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

QCoro::Task<std::string> textAfter(nanoseconds time, std::string text, std::stop_token token)
{
    co_await sleepFor(time, token);
    co_return text;
}

/// Sleeps for an hour unless it is stopped, and keeps why.
QCoro::Task<int> watch(QByteArray *why, std::stop_token token)
{
    const Sleep hour = sleepFor(1h, token);
    try {
        co_await hour;
    } catch (...) {
        *why = support::inWords(std::current_exception());
        throw;
    }
    co_return 0;
}

/// Takes its time to stop, and then ends as told.
QCoro::Task<int> unwindSlowly(nanoseconds time, bool fails, std::stop_token token)
{
    const Sleep hour = sleepFor(1h, token);
    try {
        co_await hour;
    } catch (const Cancelled &) {
    }
    co_await sleepFor(time);
    if (fails)
        throw std::runtime_error("while unwinding");
    co_return 7;
}

} // namespace

class RaceTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstToSettleWins_data();
    void theFirstToSettleWins();
    void oneOperationWins();
    void anErrorWinsToo();
    void theOthersAreStoppedAtThatInstantAndLearnWhy();
    void theOthersAreWaitedFor();
    void anErrorOfALoserGoesToTheErrorHook();
    void anAbandonableIsLetGo();
    void atOneInstantTheOneResumedFirstCounts();
    void behindOneThatSettlesAtTheCallNothingIsStarted();
    void anErrorThatIsThrownByTheCallItselfWins();
    void valuesOfDifferentTypesComeAsAVariant();
    void voidCountsAsMonostate();
    void aValueNeedsNoCopyAndNoDefault();
    void aRangeOfOperations();
    void nobodyCanWinAnEmptyRace();
    void stoppingTheTokenGivesCancelled();
    void aTokenStoppedBeforehandGivesCancelled();
    void oneThatEndsAtTheInstantOfTheStopStillWins();
    void theEndOfTheClockUnwindsIt();
    void aTemporaryInACoAwaitExpressionIsSafe();
    void theCallersSpanIsBackAndTheWinnersIsTheCause();
};

void RaceTest::theFirstToSettleWins_data()
{
    QTest::addColumn<int>("fastest");
    QTest::newRow("the first") << 0;
    QTest::newRow("the middle one") << 1;
    QTest::newRow("the last") << 2;
}

void RaceTest::theFirstToSettleWins()
{
    QFETCH(const int, fastest);
    VirtualClock clock;
    const auto work = [fastest](int index) { return call(valueAfter, index == fastest ? 20ms : 100ms, index * 10); };
    const Winner<int> winner = clock.run([&] { return race(work(0), work(1), work(2)); });
    QCOMPARE(winner.index, std::size_t(fastest));
    QCOMPARE(winner.value, fastest * 10);
    QCOMPARE(clock.now(), 20ms);
}

void RaceTest::oneOperationWins()
{
    VirtualClock clock;
    const auto [index, value] = clock.run([] { return race(call(valueAfter, 20ms, 5)); });
    QCOMPARE(index, std::size_t(0));
    QCOMPARE(value, 5);
}

void RaceTest::anErrorWinsToo()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] { clock.run([] { return race(call(valueAfter, 30ms, 1), call(failAfter, 20ms, "bad")); }); }),
             "runtime_error: bad");
    QCOMPARE(clock.now(), 20ms);
    QVERIFY(reported.texts().isEmpty());
}

void RaceTest::theOthersAreStoppedAtThatInstantAndLearnWhy()
{
    VirtualClock clock;
    QByteArray before, after;
    QCOMPARE(clock.run([&] { return race(call(watch, &before), call(valueAfter, 20ms, 1), call(watch, &after)); }).index, std::size_t(1));
    QCOMPARE(before, "Cancelled: cancelled: another task was first");
    QCOMPARE(after, before);
    QCOMPARE(clock.now(), 20ms);
}

void RaceTest::theOthersAreWaitedFor()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto winner = clock.run([] { return race(call(unwindSlowly, 50ms, false), call(valueAfter, 20ms, 1)); });
    QCOMPARE(winner.index, std::size_t(1));
    QCOMPARE(winner.value, 1);
    QCOMPARE(clock.now(), 70ms);
    QVERIFY(reported.texts().isEmpty());
}

void RaceTest::anErrorOfALoserGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    clock.run([] { return race(call(valueAfter, 20ms, 1), call(unwindSlowly, 50ms, true)); });
    QCOMPARE(reported.texts(), QByteArrayList{"race 1: runtime_error: while unwinding"});
}

void RaceTest::anAbandonableIsLetGo()
{
    VirtualClock clock;
    int hooks = 0;
    const auto hook = [&] { ++hooks; };
    const auto foreign = abandonable(call(support::deafValueAfter, 1h, 1), hook);
    const auto winner = clock.run([&] { return race(foreign, call(valueAfter, 20ms, 2)); });
    QCOMPARE(winner.value, 2);
    QCOMPARE(hooks, 1);
    QCOMPARE(clock.now(), 20ms);
    clock.run(); // It goes on by itself.
    QCOMPARE(clock.now(), 1h);
}

void RaceTest::atOneInstantTheOneResumedFirstCounts()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto winner = clock.run([] { return race(call(valueAfter, 20ms, 1), call(valueAfter, 20ms, 2), call(failAfter, 20ms, "bad")); });
    QCOMPARE(winner.index, std::size_t(0));
    QCOMPARE(reported.texts(), QByteArrayList()); // The others, ready but not resumed, were stopped in time or their values let go.
}

void RaceTest::behindOneThatSettlesAtTheCallNothingIsStarted()
{
    VirtualClock clock;
    int started = 0;
    const auto count = [&](std::stop_token) { return ++started; };
    const auto winner = clock.run([&] { return race(count, count, count); });
    QCOMPARE(winner.value, 1);
    QCOMPARE(started, 1);
}

void RaceTest::anErrorThatIsThrownByTheCallItselfWins()
{
    VirtualClock clock;
    const auto broken = [](std::stop_token) -> int { throw std::runtime_error("at once"); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return race(call(valueAfter, 20ms, 1), broken); }); }), "runtime_error: at once");
    QCOMPARE(clock.now(), 0ms);
}

void RaceTest::valuesOfDifferentTypesComeAsAVariant()
{
    VirtualClock clock;
    const auto slow = clock.run([] { return race(call(valueAfter, 30ms, 1), call(textAfter, 20ms, std::string("text")), call(valueAfter, 30ms, 3)); });
    static_assert(std::same_as<decltype(slow.value), std::variant<int, std::string, int>>);
    QCOMPARE(slow.index, std::size_t(1));
    QCOMPARE(slow.value.index(), std::size_t(1));
    QCOMPARE(std::get<1>(slow.value), std::string("text"));
    const auto last = clock.run([] { return race(call(valueAfter, 30ms, 1), call(textAfter, 20ms, std::string("text")), call(valueAfter, 10ms, 3)); });
    QCOMPARE(std::get<2>(last.value), 3);
}

void RaceTest::voidCountsAsMonostate()
{
    VirtualClock clock;
    const auto nothing = [](std::stop_token token) -> QCoro::Task<> { co_await sleepFor(10ms, token); };
    const auto both = clock.run([&] { return race(nothing, nothing); });
    static_assert(std::same_as<decltype(both.value), std::monostate>);
    const auto either = clock.run([&] { return race(nothing, call(valueAfter, 20ms, 1)); });
    QCOMPARE(either.value.index(), std::size_t(0));
}

void RaceTest::aValueNeedsNoCopyAndNoDefault()
{
    struct Page {
        explicit Page(int n) : number(std::make_unique<int>(n)) {}
        std::unique_ptr<int> number;
    };
    VirtualClock clock;
    const auto fetch = [](std::stop_token token) -> QCoro::Task<Page> {
        co_await sleepFor(10ms, token);
        co_return Page(4);
    };
    QCOMPARE(*clock.run([&] { return race(fetch, fetch); }).value.number, 4);
    QCOMPARE(*clock.run([&] { return race(std::vector{fetch, fetch}); }).value.number, 4);
}

void RaceTest::aRangeOfOperations()
{
    VirtualClock clock;
    const std::vector<Operation> work{call(valueAfter, 30ms, 1), call(valueAfter, 10ms, 2), call(failAfter, 20ms, "bad")};
    const Winner<int> winner = clock.run([&] { return race(work); });
    QCOMPARE(winner.index, std::size_t(1));
    QCOMPARE(winner.value, 2);
    const auto operations = std::views::iota(1, 4) | std::views::transform([](int i) { return call(valueAfter, 40ms - 10ms * i, i); });
    QCOMPARE(clock.run([&] { return race(operations); }).value, 3);
    QCOMPARE(thrownBy([&] { clock.run([&] { return race(std::vector<Operation>{call(failAfter, 20ms, "bad")}); }); }), "runtime_error: bad");
}

void RaceTest::nobodyCanWinAnEmptyRace()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)race(std::vector<Operation>()); }), "invalid_argument: race: expected at least 1 operation, got none");
}

void RaceTest::stoppingTheTokenGivesCancelled()
{
    VirtualClock clock;
    std::stop_source source;
    auto stopping = support::stopAfter(10ms, source);
    QByteArray why;
    QCOMPARE(thrownBy([&] { clock.run([&] { return race(source.get_token(), call(watch, &why), call(valueAfter, 20ms, 1)); }); }),
             "Cancelled: cancelled");
    QCOMPARE(why, "Cancelled: cancelled");
    QCOMPARE(clock.now(), 10ms);
}

void RaceTest::aTokenStoppedBeforehandGivesCancelled()
{
    VirtualClock clock;
    std::stop_source source;
    source.request_stop();
    QCOMPARE(thrownBy([&] { clock.run([&] { return race(source.get_token(), call(valueAfter, 20ms, 1)); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 0ms);
}

void RaceTest::oneThatEndsAtTheInstantOfTheStopStillWins()
{
    VirtualClock clock;
    std::stop_source source;
    Winner<int> winner(9, 0);
    auto racing = [&]() -> QCoro::Task<> { winner = co_await race(source.get_token(), call(valueAfter, 10ms, 1), call(valueAfter, 20ms, 2)); };
    auto running = racing();
    auto stopping = support::stopAfter(10ms, source); // Due at the same instant, but later.
    clock.run();
    QCOMPARE(winner.value, 1);
}

void RaceTest::theEndOfTheClockUnwindsIt()
{
    QByteArray why, thrown;
    auto racing = [&]() -> QCoro::Task<> {
        auto both = race(call(watch, &why), call(watch, &why));
        try {
            co_await both;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    {
        VirtualClock clock;
        racing();
        clock.advance(1s);
    }
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

void RaceTest::aTemporaryInACoAwaitExpressionIsSafe()
{
    VirtualClock clock;
    std::string winner;
    const auto racing = [&]() -> QCoro::Task<> {
        // Operations that own texts too long to lie inside the object: destroyed twice, they would be freed twice.
        auto [index, text] = co_await race(call(textAfter, 20ms, std::string(100, 'a')), call(textAfter, 10ms, std::string(100, 'b')));
        winner = text;
    };
    clock.run(racing);
    QCOMPARE(winner, std::string(100, 'b'));
}

void RaceTest::theCallersSpanIsBackAndTheWinnersIsTheCause()
{
    struct Request {
        std::uint32_t number;
        std::uint32_t *cause;
        Span span() const { return {.request = number}; }
        QCoro::Task<> operator()(std::stop_token token) const { return run(number, cause, token); }
        static QCoro::Task<> run(std::uint32_t number, std::uint32_t *cause, std::stop_token token)
        {
            const Sleep sleep = sleepFor(std::chrono::milliseconds(number), token);
            try {
                co_await sleep;
            } catch (const Cancelled &cancelled) {
                *cause = cancelled.cause().request;
                throw;
            }
        }
    };
    VirtualClock clock;
    std::uint32_t cause = 0, after = 0;
    const std::vector requests{Request{3, &cause}, Request{2, &cause}};
    const auto racing = [&]() -> QCoro::Task<> {
        const SpanScope scope({.request = 9});
        co_await race(requests);
        after = currentSpan().request;
    };
    clock.run(racing);
    QCOMPARE(cause, 2u);
    QCOMPARE(after, 9u);
}

QTEST_GUILESS_MAIN(RaceTest)
#include "race_test.moc"
