// SPDX-License-Identifier: MIT
#include <asyncade/gather.h>

#include <asyncade/call.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/stack_watch.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QList>
#include <QString>
#include <QTest>

#include <functional>
#include <memory>
#include <ranges>
#include <tuple>
#include <variant>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::deafValueAfter;
using support::valueAfter;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

QCoro::Task<QString> textAfter(std::chrono::nanoseconds time, QString text)
{
    co_await sleepFor(time);
    co_return text;
}

QCoro::Task<> nothingAfter(std::chrono::nanoseconds time) { co_await sleepFor(time); }

QCoro::Task<std::unique_ptr<int>> ownedAfter(std::chrono::nanoseconds time, int value)
{
    co_await sleepFor(time);
    co_return std::make_unique<int>(value);
}

} // namespace

class GatherTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyVectorGivesAnEmptyResultAtOnce();
    void oneOperationGivesItsValue();
    void givesTheValuesInOrderWhateverEndsFirst();
    void eachValueHasItsOwnType();
    void voidCountsAsMonostate();
    void aVectorGivesItsValuesInOrder();
    void aVectorOfVoidGivesNothing();
    void everythingRunsAtOnce();
    void startsAtTheCall();
    void waitsForTasksThatRunAlready();
    void takesTasksThatHaveEnded();
    void mixesOperationsAndTasks();
    void plainFunctionsCountAsOperations();
    void operationsThatEndAtOnceTakeNoTime();
    void movesValuesThatCannotBeCopied();
    void keepsItsOperationsAsLongAsTheyRun();
    void canBeNested();
    void manyThatEndAtOneInstantDoNotGrowTheStack();
    void goesOnWhenItsTaskIsDropped();
    void nothingGivesAnEmptyTuple();
    void takesRangesOfOperations();
    void stoppedBeforeTheCallStartsNothing();
    void stoppedBeforeTheCallStillWaitsForTasks();
    void valuesCountThoughTheCallerStopped();
};

void GatherTest::anEmptyVectorGivesAnEmptyResultAtOnce()
{
    VirtualClock clock;
    const auto operations = gather(std::vector<Operation>());
    QVERIFY(operations.isReady());
    const auto tasks = gather(std::vector<QCoro::Task<>>());
    QVERIFY(tasks.isReady());
    const std::vector<int> values = clock.run([] { return gather(std::vector<Operation>()); });
    QVERIFY(values.empty());
    QCOMPARE(clock.now(), 0s);
}

void GatherTest::oneOperationGivesItsValue()
{
    VirtualClock clock;
    const auto [value] = clock.run([] { return gather(call(valueAfter, 10ms, 7)); });
    QCOMPARE(value, 7);
    QCOMPARE(clock.now(), 10ms);
}

void GatherTest::givesTheValuesInOrderWhateverEndsFirst()
{
    VirtualClock clock;
    const auto values = clock.run([]() -> QCoro::Task<std::tuple<int, int, int>> {
        co_return co_await gather(call(valueAfter, 300ms, 1), call(valueAfter, 100ms, 2), call(valueAfter, 200ms, 3));
    });
    QCOMPARE(values, std::tuple(1, 2, 3));
    QCOMPARE(clock.now(), 300ms);
}

void GatherTest::eachValueHasItsOwnType()
{
    VirtualClock clock;
    clock.run([]() -> QCoro::Task<> {
        const auto [number, text] = co_await gather(deafValueAfter(10ms, 4), textAfter(20ms, QStringLiteral("four")));
        static_assert(std::is_same_v<decltype(number), const int> && std::is_same_v<decltype(text), const QString>);
        co_await sleepFor(number == 4 && text == QLatin1String("four") ? 80ms : 0ms);
    });
    QCOMPARE(clock.now(), 100ms);
}

void GatherTest::voidCountsAsMonostate()
{
    VirtualClock clock;
    const std::tuple<std::monostate, int> values = clock.run([] { return gather(call(nothingAfter, 10ms), call(valueAfter, 5ms, 2)); });
    QCOMPARE(std::get<1>(values), 2);
    QCOMPARE(clock.now(), 10ms);
}

void GatherTest::aVectorGivesItsValuesInOrder()
{
    VirtualClock clock;
    std::vector<Operation> operations;
    std::vector<int> expected;
    for (int i = 0; i < 50; ++i) {
        operations.push_back(call(valueAfter, std::chrono::milliseconds(50 - i), i));
        expected.push_back(i);
    }
    const std::vector<int> values = clock.run([&] { return gather(std::move(operations)); });
    QCOMPARE(values, expected);
    QCOMPARE(clock.now(), 50ms);
}

void GatherTest::aVectorOfVoidGivesNothing()
{
    VirtualClock clock;
    std::vector<QCoro::Task<>> tasks;
    tasks.push_back(nothingAfter(10ms));
    tasks.push_back(nothingAfter(30ms));
    static_assert(std::is_void_v<decltype(clock.run(gather(std::move(tasks))))>);
    clock.run(gather(std::move(tasks)));
    QCOMPARE(clock.now(), 30ms);
}

void GatherTest::everythingRunsAtOnce()
{
    VirtualClock clock;
    std::vector<Operation> operations(1000, call(valueAfter, 100ms, 1));
    const std::vector<int> values = clock.run([&] { return gather(std::move(operations)); });
    QCOMPARE(values, std::vector<int>(1000, 1));
    QCOMPARE(clock.now(), 100ms);
}

void GatherTest::startsAtTheCall()
{
    VirtualClock clock;
    bool started = false;
    const auto start = [&] {
        started = true;
        return 1;
    };
    auto gathered = gather(start, call(valueAfter, 100ms, 2));
    QVERIFY(started);
    clock.advance(60ms);
    clock.run(std::move(gathered));
    QCOMPARE(clock.now(), 100ms);
}

void GatherTest::waitsForTasksThatRunAlready()
{
    VirtualClock clock;
    auto first = deafValueAfter(100ms, 1), second = deafValueAfter(20ms, 2);
    clock.advance(30ms);
    const auto values = clock.run(gather(std::move(first), std::move(second)));
    QCOMPARE(values, std::tuple(1, 2));
    QCOMPARE(clock.now(), 100ms);
}

void GatherTest::takesTasksThatHaveEnded()
{
    VirtualClock clock;
    std::vector<QCoro::Task<int>> tasks;
    tasks.push_back(deafValueAfter(0s, 1));
    tasks.push_back(deafValueAfter(10ms, 2));
    clock.run();
    auto gathered = gather(std::move(tasks));
    QVERIFY(gathered.isReady());
    QCOMPARE(clock.run(std::move(gathered)), (std::vector{1, 2}));
}

void GatherTest::mixesOperationsAndTasks()
{
    VirtualClock clock;
    const auto plain = [] { return QStringLiteral("three"); };
    const auto values = clock.run(gather(deafValueAfter(20ms, 1), call(valueAfter, 30ms, 2), plain));
    QCOMPARE(values, std::tuple(1, 2, QStringLiteral("three")));
    QCOMPARE(clock.now(), 30ms);
}

void GatherTest::plainFunctionsCountAsOperations()
{
    VirtualClock clock;
    int called = 0;
    const auto count = [&] { ++called; };
    const auto values = clock.run(gather(count, count, [](std::stop_token token) { return token.stop_possible(); }));
    QCOMPARE(called, 2);
    QVERIFY(std::get<2>(values));
}

void GatherTest::operationsThatEndAtOnceTakeNoTime()
{
    VirtualClock clock;
    const auto seven = []() -> QCoro::Task<int> { co_return 7; };
    const auto gathered = gather(seven, seven);
    QVERIFY(gathered.isReady());
}

void GatherTest::movesValuesThatCannotBeCopied()
{
    VirtualClock clock;
    const auto values = clock.run(gather(ownedAfter(10ms, 1), call(ownedAfter, 20ms, 2)));
    QCOMPARE(*std::get<0>(values), 1);
    QCOMPARE(*std::get<1>(values), 2);
    std::vector<QCoro::Task<std::unique_ptr<int>>> tasks;
    tasks.push_back(ownedAfter(10ms, 3));
    const auto more = clock.run(gather(std::move(tasks)));
    QCOMPARE(*more.at(0), 3);
}

void GatherTest::keepsItsOperationsAsLongAsTheyRun()
{
    VirtualClock clock;
    auto text = std::make_shared<QString>(QStringLiteral("kept"));
    const std::weak_ptr<QString> alive = text;
    bool usable = false;
    {
        const auto use = [text, &usable]() -> QCoro::Task<> { // A coroutine lambda: its captures live in the lambda.
            co_await sleepFor(10ms);
            usable = *text == QLatin1String("kept");
        };
        text.reset();
        const auto dropped = gather(use, call(nothingAfter, 20ms));
    }
    QVERIFY(!alive.expired());
    clock.run();
    QVERIFY(usable);
    QVERIFY(alive.expired());
}

void GatherTest::canBeNested()
{
    VirtualClock clock;
    const auto inner = [](std::stop_token token) { return gather(token, call(valueAfter, 10ms, 1), call(valueAfter, 20ms, 2)); };
    const auto values = clock.run([&] { return gather(inner, call(valueAfter, 15ms, 3)); });
    QCOMPARE(values, std::tuple(std::tuple(1, 2), 3));
    QCOMPARE(clock.now(), 20ms);
}

void GatherTest::manyThatEndAtOneInstantDoNotGrowTheStack()
{
    VirtualClock clock;
    support::StackWatch stack;
    const auto look = [&](std::stop_token token) -> QCoro::Task<int> {
        co_await sleepFor(1ms, token);
        stack.look();
        co_return 1;
    };
    std::vector<std::decay_t<decltype(look)>> operations(20'000, look);
    clock.run([&] { return gather(std::move(operations)); });
    QCOMPARE(stack.looks(), std::size_t(20'000));
    QCOMPARE(stack.depth(), std::size_t(0));
}

void GatherTest::goesOnWhenItsTaskIsDropped()
{
    VirtualClock clock;
    int ended = 0;
    const auto count = [&]() -> QCoro::Task<> {
        co_await sleepFor(10ms);
        ++ended;
    };
    {
        const auto dropped = gather(count, count);
    }
    clock.run();
    QCOMPARE(ended, 2);
}

void GatherTest::nothingGivesAnEmptyTuple()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return gather(); }), std::tuple<>());
    QCOMPARE(clock.now(), 0ms);
}

void GatherTest::takesRangesOfOperations()
{
    VirtualClock clock;
    const QList<Operation> list{call(valueAfter, 20ms, 1), call(valueAfter, 10ms, 2)};
    const auto doubled = std::views::iota(3, 6) | std::views::transform([](int value) { return call(valueAfter, 10ms, value); });
    QCOMPARE(clock.run([&] { return gather(list); }), (std::vector{1, 2}));
    QCOMPARE(clock.run([&] { return gather(doubled); }), (std::vector{3, 4, 5}));
    QCOMPARE(clock.run([&] { return gather(QList<Operation>()); }), std::vector<int>());
    QCOMPARE(clock.now(), 30ms);
}

void GatherTest::stoppedBeforeTheCallStartsNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    int started = 0;
    const auto deaf = [&] {
        ++started;
        return deafValueAfter(10ms, 1);
    };
    const auto thrown = support::thrownBy([&] { clock.run([&] { return gather(stop.get_token(), deaf, deaf); }); });
    QCOMPARE(thrown.left(10), "Cancelled:");
    QCOMPARE(started, 0);
    QCOMPARE(clock.now(), 0ms);
}

void GatherTest::stoppedBeforeTheCallStillWaitsForTasks()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    bool ended = false;
    const auto running = [&]() -> QCoro::Task<> {
        co_await sleepFor(10ms);
        ended = true;
    };
    const auto both = [&]() -> QCoro::Task<> {
        auto task = running();
        const auto never = [] { return deafValueAfter(1h, 1); };
        co_await gather(stop.get_token(), std::move(task), never);
    };
    QCOMPARE(support::thrownBy([&] { clock.run(both); }).left(10), "Cancelled:");
    QVERIFY(ended);
    QCOMPARE(clock.now(), 10ms);
}

void GatherTest::valuesCountThoughTheCallerStopped()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto deaf = [] { return deafValueAfter(10ms, 7); };
    const auto values = clock.run([&]() -> QCoro::Task<std::tuple<int, int>> {
        auto stopping = support::stopAfter(5ms, stop);
        co_return co_await gather(stop.get_token(), deaf, deaf);
    });
    QCOMPARE(values, (std::tuple{7, 7}));
    QVERIFY(stop.stop_requested());
}

QTEST_GUILESS_MAIN(GatherTest)
#include "gather_test.moc"
