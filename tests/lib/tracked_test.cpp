// SPDX-License-Identifier: MIT
#include <asyncade/tracked.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

class TrackedTest : public QObject {
    Q_OBJECT

private slots:
    void givesTheValue();
    void givesNothingForVoid();
    void throwsTheErrorUnchanged();
    void movesValuesThatCannotBeCopied();
    void takesWhatHasEnded();
    void goesOnInTheSpanInWhichItWasCalled();
    void leavesTheSpanOfWhoeverEndedItAlone();
};

void TrackedTest::givesTheValue()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return tracked(support::deafValueAfter(10ms, 7)); }), 7);
    QCOMPARE(clock.now(), 10ms);
}

void TrackedTest::givesNothingForVoid()
{
    VirtualClock clock;
    clock.run([]() -> QCoro::Task<> { co_await tracked(sleepFor(10ms)); });
    QCOMPARE(clock.now(), 10ms);
}

void TrackedTest::throwsTheErrorUnchanged()
{
    VirtualClock clock;
    const auto failing = [] { return tracked(support::deafFailAfter(10ms, "503")); };
    QCOMPARE(support::thrownBy([&] { clock.run(failing); }), "runtime_error: 503");
}

void TrackedTest::movesValuesThatCannotBeCopied()
{
    VirtualClock clock;
    const auto owned = []() -> QCoro::Task<std::unique_ptr<int>> {
        co_await sleepFor(1ms);
        co_return std::make_unique<int>(7);
    };
    QCOMPARE(*clock.run([&] { return tracked(owned()); }), 7);
}

void TrackedTest::takesWhatHasEnded()
{
    VirtualClock clock;
    const auto ready = []() -> QCoro::Task<int> { co_return 7; };
    QCOMPARE(clock.run([&] { return tracked(ready()); }), 7);
    QCOMPARE(clock.now(), 0ms);
}

namespace {

/// Request 1 starts a task, request 2 awaits it, and both say whose they think they are when it has ended.
QCoro::Task<> awaitAnothers(bool track, std::vector<std::uint32_t> &spans)
{
    QCoro::Task<int> shared;
    {
        const SpanScope one({.request = 1});
        shared = support::deafValueAfter(10ms, 7);
    }
    const SpanScope two({.request = 2});
    if (track)
        co_await tracked(std::move(shared));
    else
        co_await shared;
    spans.push_back(currentSpan().request);
    co_await sleepFor(1ms);
    spans.push_back(currentSpan().request);
}

} // namespace

void TrackedTest::goesOnInTheSpanInWhichItWasCalled()
{
    VirtualClock clock;
    std::vector<std::uint32_t> plain, mended;
    clock.run([&] { return awaitAnothers(false, plain); });
    QCOMPARE(plain, (std::vector<std::uint32_t>{1, 1})); // The fault that it mends.
    clock.run([&] { return awaitAnothers(true, mended); });
    QCOMPARE(mended, (std::vector<std::uint32_t>{2, 2}));
}

void TrackedTest::leavesTheSpanOfWhoeverEndedItAlone()
{
    VirtualClock clock;
    std::vector<std::uint32_t> after;
    const auto producer = [&]() -> QCoro::Task<> { co_await sleepFor(10ms); };
    const auto consumer = [](QCoro::Task<> task) -> QCoro::Task<> { co_await tracked(std::move(task)); };
    clock.run([&]() -> QCoro::Task<> {
        QCoro::Task<> task;
        {
            const SpanScope one({.request = 1});
            task = producer();
        }
        QCoro::Task<> waiting;
        {
            const SpanScope two({.request = 2});
            waiting = consumer(std::move(task));
        }
        co_await sleepFor(20ms);
        after.push_back(currentSpan().request);
        co_await waiting;
    });
    QCOMPARE(after, std::vector<std::uint32_t>{0});
}

QTEST_GUILESS_MAIN(TrackedTest)
#include "tracked_test.moc"
