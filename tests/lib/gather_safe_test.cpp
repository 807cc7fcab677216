// SPDX-License-Identifier: MIT
#include <asyncade/gather_safe.h>

#include <asyncade/call.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <list>
#include <memory>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::deafFailAfter;
using support::deafValueAfter;
using support::failAfter;
using support::inWords;
using support::ReportedErrors;
using support::valueAfter;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

QCoro::Task<> nothingAfter(std::chrono::nanoseconds time) { co_await sleepFor(time); }

} // namespace

class GatherSafeTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyVectorGivesAnEmptyResultAtOnce();
    void oneGivesItsResult();
    void tellsForEachHowItEnded();
    void tellsWhenEachStartedAndEnded();
    void tellsTheNames();
    void aFailureDisturbsNobody_data();
    void aFailureDisturbsNobody();
    void allMayFail();
    void failuresAreResultsAndReachNoHook();
    void aCancelledOfOneDisturbsNobody();
    void stoppingTheTokenCancelsThoseWhoObeyIt();
    void takesTasksThatHaveEnded();
    void whatTheCallItselfThrowsIsItsResult();
    void voidHasAResultToo();
    void movesValuesThatCannotBeCopied();
    void theEndOfTheClockIsAResult();
    void stoppedBeforeTheCallStartsNothing();
    void takesRangesOfOperations();
};

void GatherSafeTest::anEmptyVectorGivesAnEmptyResultAtOnce()
{
    VirtualClock clock;
    auto gathered = gatherSafe(std::vector<Operation>());
    QVERIFY(gathered.isReady());
    QVERIFY(clock.run(std::move(gathered)).empty());
}

void GatherSafeTest::oneGivesItsResult()
{
    VirtualClock clock;
    const auto [result] = clock.run([] { return gatherSafe(call(valueAfter, 10ms, 7)); });
    QVERIFY(result);
    QCOMPARE(result.value(), 7);
    QVERIFY(result.name().empty());
}

void GatherSafeTest::tellsForEachHowItEnded()
{
    VirtualClock clock;
    const auto giveUp = [](std::stop_token) -> QCoro::Task<int> { throw Cancelled(); co_return 0; };
    const auto timeOut = [](std::stop_token token) { return withTimeout(call(valueAfter, 1s, 1), 30ms, token); };
    const auto [good, bad, cancelled, late] =
        clock.run([&] { return gatherSafe(call(valueAfter, 10ms, 7), call(failAfter, 20ms, "bad"), giveUp, timeOut); });
    QCOMPARE(good.status(), TaskStatus::Succeeded);
    QCOMPARE(bad.status(), TaskStatus::Failed);
    QCOMPARE(cancelled.status(), TaskStatus::Cancelled);
    QCOMPARE(late.status(), TaskStatus::TimedOut);
    QVERIFY(!good.error());
    QCOMPARE(inWords(bad.error()), "runtime_error: bad");
    QCOMPARE(inWords(cancelled.error()), "Cancelled: cancelled");
    QCOMPARE(inWords(late.error()), "TimeoutError: timed out after 30 ms");
    QCOMPARE(clock.now(), 30ms);
}

void GatherSafeTest::tellsWhenEachStartedAndEnded()
{
    VirtualClock clock;
    clock.advance(100ms);
    auto running = deafValueAfter(50ms, 1);
    clock.advance(20ms);
    const auto [operation, failed, task] =
        clock.run([&] { return gatherSafe(call(valueAfter, 40ms, 1), call(failAfter, 10ms, "bad"), std::move(running)); });
    QCOMPARE(operation.started(), 120ms);
    QCOMPARE(operation.ended(), 160ms);
    QCOMPARE(operation.duration(), 40ms);
    QCOMPARE(failed.ended(), 130ms);
    QCOMPARE(task.started(), 120ms); // When gatherSafe took it; it knows of no earlier time.
    QCOMPARE(task.ended(), 150ms);
}

void GatherSafeTest::tellsTheNames()
{
    VirtualClock clock;
    const auto [user, ads, nameless] = clock.run([] {
        return gatherSafe(named<"user">(call(valueAfter, 10ms, 7)), named<"ads">(deafFailAfter(5ms, "no ads")), call(valueAfter, 1ms, 1));
    });
    QCOMPARE(user.name(), std::string("user"));
    QCOMPARE(ads.name(), std::string("ads"));
    QVERIFY(nameless.name().empty());
    QVERIFY(!ads);
}

void GatherSafeTest::aFailureDisturbsNobody_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 0;
    QTest::newRow("the middle one") << 1;
    QTest::newRow("the last") << 2;
}

void GatherSafeTest::aFailureDisturbsNobody()
{
    QFETCH(const int, which);
    VirtualClock clock;
    std::vector<Operation> operations;
    for (int i = 0; i < 3; ++i)
        operations.push_back(i == which ? Operation(call(failAfter, 20ms, "bad")) : Operation(call(valueAfter, 100ms, i)));
    const auto results = clock.run([&] { return gatherSafe(std::move(operations)); });
    QCOMPARE(results.size(), std::size_t(3));
    for (int i = 0; i < 3; ++i) {
        const TaskResult<int> &result = results[std::size_t(i)];
        QCOMPARE(result.succeeded(), i != which);
        QCOMPARE(result.valueOr(-1), i == which ? -1 : i);
        QCOMPARE(result.ended(), i == which ? 20ms : 100ms);
    }
    QCOMPARE(clock.now(), 100ms);
}

void GatherSafeTest::allMayFail()
{
    VirtualClock clock;
    std::vector<Operation> operations(20, call(failAfter, 20ms, "bad"));
    const auto results = clock.run([&] { return gatherSafe(std::move(operations)); });
    QCOMPARE(std::count_if(results.begin(), results.end(), [](const auto &result) { return result.status() == TaskStatus::Failed; }), 20);
}

void GatherSafeTest::failuresAreResultsAndReachNoHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    clock.run([] { return gatherSafe(deafFailAfter(10ms, "one"), deafFailAfter(20ms, "two")); });
    QVERIFY(reported.texts().isEmpty());
}

void GatherSafeTest::aCancelledOfOneDisturbsNobody()
{
    VirtualClock clock;
    const auto giveUp = [](std::stop_token) -> QCoro::Task<int> { throw Cancelled(); co_return 0; };
    const auto [first, second] = clock.run([&] { return gatherSafe(giveUp, call(valueAfter, 30ms, 1)); });
    QCOMPARE(first.status(), TaskStatus::Cancelled);
    QCOMPARE(second.status(), TaskStatus::Succeeded);
    QCOMPARE(clock.now(), 30ms);
}

void GatherSafeTest::stoppingTheTokenCancelsThoseWhoObeyIt()
{
    VirtualClock clock;
    std::stop_source stop;
    const auto stopping = support::stopAfter(40ms, stop);
    const auto [done, obedient, deaf] = clock.run([&] {
        return gatherSafe(stop.get_token(), call(valueAfter, 10ms, 1), call(valueAfter, 1s, 2), call(deafValueAfter, 90ms, 3));
    });
    QCOMPARE(done.status(), TaskStatus::Succeeded);
    QCOMPARE(obedient.status(), TaskStatus::Cancelled);
    QCOMPARE(obedient.ended(), 40ms);
    QCOMPARE(deaf.value(), 3);
    QCOMPARE(clock.now(), 90ms);
}

void GatherSafeTest::takesTasksThatHaveEnded()
{
    VirtualClock clock;
    auto good = deafValueAfter(10ms, 1), bad = deafFailAfter(20ms, "bad");
    clock.run();
    const auto [first, second] = clock.run(gatherSafe(std::move(good), std::move(bad)));
    QCOMPARE(first.value(), 1);
    QCOMPARE(inWords(second.error()), "runtime_error: bad");
    QCOMPARE(second.duration(), 0s);
}

void GatherSafeTest::whatTheCallItselfThrowsIsItsResult()
{
    VirtualClock clock;
    const auto refuse = [](std::stop_token) -> int { throw std::runtime_error("no coroutine"); };
    const auto [first, second] = clock.run([&] { return gatherSafe(refuse, call(valueAfter, 10ms, 1)); });
    QCOMPARE(inWords(first.error()), "runtime_error: no coroutine");
    QCOMPARE(second.value(), 1);
}

void GatherSafeTest::voidHasAResultToo()
{
    VirtualClock clock;
    std::vector<QCoro::Task<>> tasks;
    tasks.push_back(nothingAfter(10ms));
    const auto results = clock.run(gatherSafe(std::move(tasks)));
    QVERIFY(results.at(0).succeeded());
    QCOMPARE(results.at(0).ended(), 10ms);
}

void GatherSafeTest::movesValuesThatCannotBeCopied()
{
    VirtualClock clock;
    const auto make = [] { return std::make_unique<int>(5); };
    auto results = clock.run([&] { return gatherSafe(make); });
    const std::unique_ptr<int> owned = std::get<0>(std::move(results)).value();
    QCOMPARE(*owned, 5);
}

void GatherSafeTest::theEndOfTheClockIsAResult()
{
    auto clock = std::make_unique<VirtualClock>();
    QByteArray first, second;
    const auto gatherTwo = [&]() -> QCoro::Task<> {
        const auto [a, b] = co_await gatherSafe(call(valueAfter, 1s, 1), call(deafValueAfter, 2s, 2));
        first = inWords(a.error());
        second = inWords(b.error());
    };
    const auto gathering = gatherTwo();
    clock.reset();
    QCOMPARE(first, "Cancelled: cancelled: its clock has ended");
    QCOMPARE(second, "Cancelled: cancelled: its clock has ended");
}

void GatherSafeTest::stoppedBeforeTheCallStartsNothing()
{
    VirtualClock clock;
    std::stop_source stop;
    stop.request_stop();
    int started = 0;
    const auto deaf = [&] { return ++started; };
    const auto [one, other] = clock.run([&] { return gatherSafe(stop.get_token(), deaf, deaf); });
    QCOMPARE(one.status(), TaskStatus::Cancelled);
    QCOMPARE(other.status(), TaskStatus::Cancelled);
    QCOMPARE(started, 0);
}

void GatherSafeTest::takesRangesOfOperations()
{
    VirtualClock clock;
    const std::list<std::function<int()>> works{[] { return 1; }, [] { return 2; }};
    const auto results = clock.run([&] { return gatherSafe(works); });
    QCOMPARE(results.size(), std::size_t(2));
    QCOMPARE(results[1].value(), 2);
}

QTEST_GUILESS_MAIN(GatherSafeTest)
#include "gather_safe_test.moc"
