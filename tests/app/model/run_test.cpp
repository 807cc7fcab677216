// SPDX-License-Identifier: MIT
#include "model/run.h"

#include "app/model/trace_builder.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

class RunTest : public QObject {
    Q_OBJECT

private slots:
    void beginsEmpty()
    {
        const Run run(defaultScenario());
        QVERIFY(run.scenario() == defaultScenario());
        QVERIFY(run.current() == defaultScenario());
        QCOMPARE(run.now(), 0);
        QVERIFY(!run.ended());
        QCOMPARE(run.metrics().values(0).requests, 8);
        QCOMPARE(run.metrics().values(0).pending, 8);
    }

    void growsPieceByPiece()
    {
        Run run(defaultScenario());
        TraceBuilder first, second;
        first.part(1, partkind::slots_).arrive(1, QStringLiteral("GET /pages/1")).attempt(1, 1);
        second.at(20ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1).end(EndReason::Stopped);
        run.append(first, 10'000'000);
        QCOMPARE(run.now(), 10'000'000);
        QCOMPARE(run.timeline().spans().size(), std::size_t(1));
        QVERIFY(!run.ended());
        run.append(second, 20'000'000);
        QCOMPARE(run.now(), 20'000'000);
        QVERIFY(run.ended());
        QVERIFY(!run.timeline().spans()[0].isOpen());
        QCOMPARE(run.metrics().values(run.now()).succeeded, 1);
        QCOMPARE(run.trace().size(), 6);
    }

    void keepsNumbersOnlyWhenAskedTo()
    {
        TraceBuilder trace;
        trace.part(1, partkind::slots_).arrive(1, QStringLiteral("GET /pages/1")).attempt(1, 1);
        trace.at(20ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1).end(EndReason::Stopped);
        Run whole(defaultScenario()), numbers(defaultScenario(), RunClock::Virtual, Run::Keeps::NumbersOnly);
        whole.append(trace, 20'000'000);
        numbers.append(trace, 20'000'000);
        QVERIFY(numbers.trace() == whole.trace());
        QCOMPARE(numbers.metrics().values(20'000'000), whole.metrics().values(20'000'000));
        QVERIFY(numbers.ended());
        QVERIFY(numbers.timeline().spans().empty() && numbers.timeline().lanes().empty());
        QVERIFY(!whole.timeline().spans().empty());
    }

    void neverGoesBack()
    {
        Run run(defaultScenario());
        run.append(Trace(), 5);
        run.append(Trace(), 3);
        QCOMPARE(run.now(), 5);
    }

    void knowsTheEditsSoFar()
    {
        Run run(defaultScenario());
        Scenario edited = defaultScenario();
        edited.pattern.set(QStringLiteral("limit"), 8);
        run.setCurrent(edited);
        QCOMPARE(run.current().pattern.integer(QStringLiteral("limit")), 8);
        QCOMPARE(run.scenario().pattern.integer(QStringLiteral("limit")), 3);
    }
};

QTEST_GUILESS_MAIN(RunTest)
#include "run_test.moc"
