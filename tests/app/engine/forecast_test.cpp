// SPDX-License-Identifier: MIT
#include "engine/forecast.h"

#include "app/engine/run_scenario.h"

#include <QThreadPool>

using namespace playground;

class ForecastTest : public QObject {
    Q_OBJECT

private slots:
    void tellsTheWholeRun();
    void comesWholeWhenItIsOfModerateSize();
    void comesPieceByPiece();
    void canBeGivenUpAtAnyTime();
};

void ForecastTest::tellsTheWholeRun()
{
    QThreadPool pool;
    Forecast forecast(defaultScenario(), pool);
    QTRY_VERIFY(!forecast.advance(QDeadlineTimer(5)) && forecast.run().ended());
    QVERIFY(forecast.run().trace() == runOf(defaultScenario())->trace());
}

void ForecastTest::comesWholeWhenItIsOfModerateSize()
{
    const Scenario scenario = with(defaultScenario(), {{"source.count", "10000"}});
    QThreadPool pool;
    Forecast forecast(scenario, pool);
    int pieces = 0;
    QTRY_VERIFY_WITH_TIMEOUT((pieces += forecast.advance(QDeadlineTimer(0)), pieces > 0), 20000);
    QVERIFY(forecast.run().ended());
    QVERIFY(!forecast.advance(QDeadlineTimer(0)));
    QVERIFY(forecast.run().trace() == runOf(scenario)->trace());
}

void ForecastTest::comesPieceByPiece()
{
    const Scenario scenario = with(defaultScenario(), {{"source.count", "60000"}});
    QThreadPool pool;
    Forecast forecast(scenario, pool);
    int pieces = 0;
    QTRY_VERIFY_WITH_TIMEOUT((pieces += forecast.advance(QDeadlineTimer(0)), forecast.run().ended()), 20000);
    QVERIFY(pieces > 5);
    QVERIFY(forecast.run().trace() == runOf(scenario)->trace());
}

void ForecastTest::canBeGivenUpAtAnyTime()
{
    QThreadPool pool;
    for (int i = 0; i < 20; ++i) {
        Forecast forecast(with(defaultScenario(), {{"source.count", "100000"}}), pool);
        forecast.advance(QDeadlineTimer(i % 3));
    }
    QVERIFY(pool.waitForDone(20000));
}

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecast_test.moc"
