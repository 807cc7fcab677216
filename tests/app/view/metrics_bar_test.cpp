// SPDX-License-Identifier: MIT
#include "view/metrics_bar.h"

#include "sample_run.h"
#include "view/metric_cell.h"

#include <QTest>

using namespace playground;

class MetricsBarTest : public QObject {
    Q_OBJECT

private slots:
    void showsTheNumbersOfTheRun()
    {
        const auto run = sampleRun();
        MetricsBar bar;
        bar.setRun(run.get());
        QStringList shown;
        for (const MetricCell *cell : bar.cells())
            shown += cell->value() + " | " + cell->remark();
        // Calls one behind the other: 100 + 200 + 300 + 800 ms in 900 ms.
        QCOMPARE(shown, (QStringList{"900 ms | 1.6× faster than one by one", "4 / 4 | 0 lost", "200 ms | ", "900 ms | ",
                                     "5 | 1.25 per request", "200 ms | 1 attempt", "3 | of 3", "25 ms | "}));
    }

    void aLimitThatWasLoweredDidNotBoundTheMost()
    {
        const auto run = sampleRun();
        Scenario lowered = run->current();
        lowered.pattern.set(QStringLiteral("limit"), 2);
        run->setCurrent(lowered);
        MetricsBar bar;
        bar.setRun(run.get());
        QCOMPARE(bar.cells().at(6)->value(), "3");
        QCOMPARE(bar.cells().at(6)->remark(), "limit now 2");
    }

    void claimsNoGainWhereNothingSucceeded()
    {
        using namespace std::chrono_literals;
        Run run(sampleScenario());
        TraceBuilder trace;
        trace.arrive(1).arrive(2).attempt(1, 1).attempt(2, 1);
        run.append(trace, 0);
        MetricsBar bar;
        bar.setRun(&run);
        QCOMPARE(bar.cells().at(0)->remark(), ""); // Nothing has ended yet.
        TraceBuilder ends;
        ends.at(100ms).attemptEnd(1, 1, AttemptOutcome::Failed, 503).settle(1, RequestOutcome::Failed);
        ends.attemptEnd(2, 1, AttemptOutcome::Failed, 503).settle(2, RequestOutcome::Failed);
        run.append(ends, 100'000'000);
        bar.setRun(&run);
        QVERIFY(*run.metrics().values(run.now()).fasterThanOneByOne > 1.9);
        QCOMPARE(bar.cells().at(0)->remark(), "nothing succeeded");
    }

    void largeNumbersAreGroupedAndOneIsOne()
    {
        Scenario scenario = sampleScenario();
        scenario.source.set(QStringLiteral("count"), 100'000);
        const Run run(scenario);
        MetricsBar bar;
        bar.setRun(&run);
        QCOMPARE(bar.cells().at(1)->value(), "0 / 100\u202F000");

        Run begun(scenario);
        begun.append(TraceBuilder().arrive(1).attempt(1, 1).trace(), 0);
        bar.setRun(&begun);
        QCOMPARE(bar.cells().at(4)->remark(), "< 0.01 per request");

        scenario.source.set(QStringLiteral("count"), 1);
        Run one(scenario);
        one.append(TraceBuilder().arrive(1).attempt(1, 1).trace(), 0);
        bar.setRun(&one);
        QCOMPARE(bar.cells().at(4)->remark(), "1 per request");
    }

    void whatIsLeftOutByDesignIsNotLost()
    {
        using enum RequestOutcome;
        const auto remark = [](const std::vector<RequestOutcome> &outcomes) {
            Run run(sampleScenario());
            TraceBuilder trace;
            for (quint32 i = 1; i <= outcomes.size(); ++i)
                trace.arrive(i).settle(i, outcomes[i - 1]);
            run.append(trace, 0);
            MetricsBar bar;
            bar.setRun(&run);
            return bar.cells().at(1)->remark();
        };
        QCOMPARE(remark({}), "0 lost");
        QCOMPARE(remark({Succeeded, Dropped, Dropped}), "2 dropped");
        QCOMPARE(remark({Cancelled, Succeeded}), "1 cancelled");
        QCOMPARE(remark({Failed, Cancelled, Dropped, TimedOut}), "2 lost, 1 cancelled, 1 dropped");
    }

    void everyNumberIsExplained()
    {
        MetricsBar bar;
        for (const MetricCell *cell : bar.cells()) {
            QVERIFY2(!cell->toolTip().isEmpty(), qPrintable(cell->accessibleName()));
            QCOMPARE(cell->accessibleDescription(), cell->toolTip());
            QVERIFY(cell->focusPolicy() & Qt::TabFocus);
        }
    }

    void remarksGoFirstWhereItIsNarrow()
    {
        const auto run = sampleRun();
        MetricsBar bar;
        bar.setRun(run.get());
        bar.resize(960, 64);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        for (const MetricCell *cell : bar.cells()) {
            QVERIFY(cell->isVisible());
            QVERIFY(cell->geometry().right() < bar.width());
        }
    }
};

QTEST_MAIN(MetricsBarTest)
#include "metrics_bar_test.moc"
