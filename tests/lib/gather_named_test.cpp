// SPDX-License-Identifier: MIT
#include <asyncade/gather_named.h>

#include <asyncade/call.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::deafFailAfter;
using support::deafValueAfter;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::valueAfter;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;
using Pairs = std::vector<std::pair<QString, int>>;
using NamedOperations = std::vector<std::pair<QString, Operation>>;
using NamedTasks = std::vector<std::pair<QString, QCoro::Task<int>>>;

QCoro::Task<QString> textAfter(std::chrono::nanoseconds time, QString text)
{
    co_await sleepFor(time);
    co_return text;
}

QCoro::Task<> nothingAfter(std::chrono::nanoseconds time) { co_await sleepFor(time); }

} // namespace

class GatherNamedTest : public QObject {
    Q_OBJECT

private slots:
    void readsEachValueByItsNameAndInItsOwnType();
    void takesOne();
    void voidCountsAsMonostate();
    void movesAValueOut();
    void knowsItsNamesInOrder();
    void anErrorSurfacesAtItsInstant_data();
    void anErrorSurfacesAtItsInstant();
    void theErrorHookIsToldTheName();
    void stoppingTheTokenGivesCancelled();
    void namesOfTheRunTimeKeepTheirOrder();
    void noNamesGiveNothing();
    void aNameOfTheRunTimeMayNotComeTwice();
    void anErrorUnderANameOfTheRunTimeSurfacesAtItsInstant();
    void theErrorHookIsToldANameOfTheRunTime();
    void stoppingTheTokenStopsThoseWithNamesOfTheRunTime();
};

void GatherNamedTest::readsEachValueByItsNameAndInItsOwnType()
{
    VirtualClock clock;
    const auto page = clock.run([] {
        return gatherNamed(named<"count">(call(valueAfter, 20ms, 3)), named<"title">(textAfter(30ms, QStringLiteral("three"))));
    });
    static_assert(std::is_same_v<decltype(page.get<"count">()), const int &>);
    QCOMPARE(page.get<"count">(), 3);
    QCOMPARE(page.get<"title">(), QStringLiteral("three"));
    QCOMPARE(std::get<0>(page.values()), 3);
    QCOMPARE(clock.now(), 30ms);
}

void GatherNamedTest::takesOne()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return gatherNamed(named<"only">(call(valueAfter, 20ms, 3))); }).get<"only">(), 3);
}

void GatherNamedTest::voidCountsAsMonostate()
{
    VirtualClock clock;
    const auto values = clock.run([] { return gatherNamed(named<"nothing">(call(nothingAfter, 20ms)), named<"one">(deafValueAfter(1ms, 1))); });
    static_assert(std::is_same_v<decltype(values.get<"nothing">()), const std::monostate &>);
    QCOMPARE(values.get<"one">(), 1);
}

void GatherNamedTest::movesAValueOut()
{
    VirtualClock clock;
    const auto make = [] { return std::make_unique<int>(5); };
    auto values = clock.run([&] { return gatherNamed(named<"owned">(make), named<"other">(make)); });
    const std::unique_ptr<int> owned = std::move(values).get<"owned">();
    QCOMPARE(*owned, 5);
}

void GatherNamedTest::knowsItsNamesInOrder()
{
    VirtualClock clock;
    const auto nothing = [] {};
    const auto values = clock.run([&] { return gatherNamed(named<"b">(nothing), named<"a">(nothing)); });
    QCOMPARE(values.names(), (std::array<std::string_view, 2>{"b", "a"}));
}

void GatherNamedTest::anErrorSurfacesAtItsInstant_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 0;
    QTest::newRow("the middle one") << 1;
    QTest::newRow("the last") << 2;
}

void GatherNamedTest::anErrorSurfacesAtItsInstant()
{
    QFETCH(const int, which);
    VirtualClock clock;
    const auto work = [which](int index) -> Operation {
        return index == which ? Operation(call(failAfter, 50ms, "bad")) : Operation(call(valueAfter, 300ms, 1));
    };
    QCOMPARE(thrownBy([&] {
        clock.run([&] { return gatherNamed(named<"a">(work(0)), named<"b">(work(1)), named<"c">(work(2))); });
    }), "runtime_error: bad");
    QCOMPARE(clock.now(), 50ms);
}

void GatherNamedTest::theErrorHookIsToldTheName()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(thrownBy([&] {
        clock.run([] { return gatherNamed(named<"user">(deafFailAfter(20ms, "late")), named<"posts">(deafFailAfter(10ms, "first"))); });
    }), "runtime_error: first");
    QCOMPARE(reported.texts(), (QByteArrayList{"gatherNamed 0 user: runtime_error: late"}));
}

void GatherNamedTest::stoppingTheTokenGivesCancelled()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(40ms, stop);
    QCOMPARE(thrownBy([&] {
        clock.run([&] { return gatherNamed(stop.get_token(), named<"a">(call(valueAfter, 1s, 1)), named<"b">(call(valueAfter, 2s, 1))); });
    }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 40ms);
}

void GatherNamedTest::namesOfTheRunTimeKeepTheirOrder()
{
    VirtualClock clock;
    NamedOperations operations{{QStringLiteral("zebra"), call(valueAfter, 30ms, 1)},
                               {QStringLiteral("ant"), call(valueAfter, 10ms, 2)},
                               {QString(), call(valueAfter, 20ms, 3)}};
    const Pairs values = clock.run([&] { return gatherNamed(std::move(operations)); });
    QCOMPARE(values, (Pairs{{QStringLiteral("zebra"), 1}, {QStringLiteral("ant"), 2}, {QString(), 3}}));
    QCOMPARE(clock.now(), 30ms);
}

void GatherNamedTest::noNamesGiveNothing()
{
    VirtualClock clock;
    auto gathered = gatherNamed(NamedOperations());
    QVERIFY(gathered.isReady());
    QVERIFY(clock.run(std::move(gathered)).empty());
}

void GatherNamedTest::aNameOfTheRunTimeMayNotComeTwice()
{
    VirtualClock clock;
    int started = 0;
    const auto start = [&](std::stop_token token) {
        ++started;
        return valueAfter(10ms, 1, token);
    };
    QCOMPARE(thrownBy([&] {
        NamedOperations operations{{QStringLiteral("a"), start}, {QStringLiteral("b"), start}, {QStringLiteral("a"), start}};
        (void)gatherNamed(std::move(operations));
    }), "invalid_argument: gatherNamed: expected different names, got \"a\" twice");
    QCOMPARE(started, 0);
}

void GatherNamedTest::anErrorUnderANameOfTheRunTimeSurfacesAtItsInstant()
{
    VirtualClock clock;
    NamedOperations operations{{QStringLiteral("slow"), call(valueAfter, 300ms, 1)}, {QStringLiteral("bad"), call(failAfter, 50ms, "bad")}};
    QCOMPARE(thrownBy([&] { clock.run([&] { return gatherNamed(std::move(operations)); }); }), "runtime_error: bad");
    QCOMPARE(clock.now(), 50ms);
}

void GatherNamedTest::theErrorHookIsToldANameOfTheRunTime()
{
    VirtualClock clock;
    const ReportedErrors reported;
    NamedTasks tasks;
    tasks.emplace_back(QStringLiteral("user"), deafFailAfter(20ms, "late"));
    tasks.emplace_back(QStringLiteral("posts"), deafFailAfter(10ms, "first"));
    QCOMPARE(thrownBy([&] { clock.run([&] { return gatherNamed(std::move(tasks)); }); }), "runtime_error: first");
    QCOMPARE(reported.texts(), (QByteArrayList{"gatherNamed 0 user: runtime_error: late"}));
}

void GatherNamedTest::stoppingTheTokenStopsThoseWithNamesOfTheRunTime()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(40ms, stop);
    NamedOperations operations{{QStringLiteral("slow"), call(valueAfter, 300ms, 1)}};
    QCOMPARE(thrownBy([&] { clock.run([&] { return gatherNamed(std::move(operations), stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 40ms);
}

QTEST_GUILESS_MAIN(GatherNamedTest)
#include "gather_named_test.moc"
