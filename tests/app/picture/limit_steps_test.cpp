// SPDX-License-Identifier: MIT
#include "picture/limit_steps.h"

#include "app/picture/trace_builder.h"

#include <QTest>

using namespace playground;

class LimitStepsTest : public QObject {
    Q_OBJECT

private slots:
    void parallelMapHasItsLimit();
    void sequentialIsOneAtATime();
    void gatherHasNone();
    void followsEdits();
};

void LimitStepsTest::parallelMapHasItsLimit()
{
    QCOMPARE(limitSteps(Run(parallelMap(8, 3))), (std::vector<Step>{{0, 3}}));
}

void LimitStepsTest::sequentialIsOneAtATime()
{
    Scenario scenario;
    scenario.pattern = Section(findKind(QStringLiteral("pattern"), QStringLiteral("sequential")));
    QCOMPARE(limitSteps(Run(scenario)), (std::vector<Step>{{0, 1}}));
}

void LimitStepsTest::gatherHasNone()
{
    Scenario scenario;
    scenario.pattern = Section(findKind(QStringLiteral("pattern"), QStringLiteral("gather")));
    QVERIFY(limitSteps(Run(scenario)).empty());
}

void LimitStepsTest::followsEdits()
{
    Run run(parallelMap(8, 3));
    Trace trace;
    trace.appendEdit(100, {QStringLiteral("pattern.limit"), QStringLiteral("3"), QStringLiteral("8")});
    trace.appendEdit(150,
                     {QStringLiteral("backend.latency.median"), QStringLiteral("\"1ms\""), QStringLiteral("\"2ms\"")});
    trace.appendEdit(200, {QStringLiteral("pattern.limit"), QStringLiteral("8"), QStringLiteral("2")});
    run.append(trace, 300);
    QCOMPARE(limitSteps(run), (std::vector<Step>{{0, 3}, {100, 8}, {200, 2}}));
}

QTEST_GUILESS_MAIN(LimitStepsTest)
#include "limit_steps_test.moc"
