// SPDX-License-Identifier: MIT
#include "model/wake_ups.h"

#include "model/run.h"
#include "app/model/trace_builder.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace playground;

/// How late timers were: arithmetic, on times that were made up.
class WakeUpsTest : public QObject {
    Q_OBJECT

private slots:
    void withoutTimersNothingIsLate();
    void oneTimerIsAllThereIs();
    void percentilesAreNearestRanks();
    void percentilesAreThoseOfASortedList();
    void whatATimerBroughtAboutWasPlannedForWhenItWasDue();
    void whatNoTimerBroughtAboutWasNotPlanned();
    void repeatsWhatWasRecordedUpToATime();
    void aSpanThatIsOverAtOnceHasNoPlannedEnd();
    void aPastInstantOfARunHasTheWakeUpsUpToThere();
    void aRunOnTheVirtualClockHasNone();
};

void WakeUpsTest::withoutTimersNothingIsLate()
{
    WakeUps wakeUps;
    QCOMPARE(wakeUps.lateness(), std::nullopt);
    wakeUps.interrupt(5);
    QCOMPARE(wakeUps.lateness(), std::nullopt);
    QCOMPARE(wakeUps.count(), 0);
}

void WakeUpsTest::oneTimerIsAllThereIs()
{
    WakeUps wakeUps;
    wakeUps.add(100, 130);
    QCOMPARE(wakeUps.lateness(), (WakeUps::Lateness{30, 30, 30}));
}

void WakeUpsTest::percentilesAreNearestRanks()
{
    WakeUps wakeUps;
    for (qint64 late = 200; late >= 1; --late)
        wakeUps.add(1000 * (200 - late), 1000 * (200 - late) + late);
    QCOMPARE(wakeUps.lateness(), (WakeUps::Lateness{100, 198, 200}));
    QCOMPARE(wakeUps.count(), 200);
}

void WakeUpsTest::percentilesAreThoseOfASortedList()
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        WakeUps whole, batch;
        std::vector<qint64> late;
        qint64 at = 0;
        for (unsigned n = random() % 300 + 1; n > 0; --n) {
            late.push_back(qint64(random() % 1000));
            at += late.back() + 1;
            batch.add(at - late.back(), at);
            if (random() % 5 == 0)
                batch.interrupt(at);
            if (random() % 7 == 0) {
                whole.append(std::exchange(batch, {}));
                if (whole.count() > 0)
                    whole.lateness(); // Whoever asks on the way changes nothing.
            }
        }
        whole.append(batch);
        std::ranges::sort(late);
        const auto rank = [&](size_t percent) { return late[(late.size() * percent + 99) / 100 - 1]; };
        QVERIFY2(whole.lateness() == (WakeUps::Lateness{rank(50), rank(99), late.back()}), qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void WakeUpsTest::whatATimerBroughtAboutWasPlannedForWhenItWasDue()
{
    WakeUps wakeUps;
    wakeUps.add(100, 110);
    wakeUps.add(105, 112);
    QCOMPARE(wakeUps.planned(109), std::nullopt);
    QCOMPARE(wakeUps.planned(110), std::optional<qint64>(100));
    QCOMPARE(wakeUps.planned(111), std::optional<qint64>(100));
    QCOMPARE(wakeUps.planned(112), std::optional<qint64>(105));
    QCOMPARE(wakeUps.planned(999), std::optional<qint64>(105));
}

void WakeUpsTest::whatNoTimerBroughtAboutWasNotPlanned()
{
    WakeUps wakeUps;
    wakeUps.add(100, 110);
    wakeUps.interrupt(120);
    QCOMPARE(wakeUps.planned(119), std::optional<qint64>(100));
    QCOMPARE(wakeUps.planned(120), std::nullopt);
    wakeUps.add(130, 130);
    QCOMPARE(wakeUps.planned(130), std::optional<qint64>(130));
}

void WakeUpsTest::repeatsWhatWasRecordedUpToATime()
{
    WakeUps recorded, past;
    recorded.add(100, 110);
    recorded.add(120, 125);
    recorded.add(200, 300);
    past.repeat(recorded, 109);
    QCOMPARE(past.count(), 0);
    past.repeat(recorded, 125);
    QCOMPARE(past.count(), 2);
    QCOMPARE(past.lateness(), (WakeUps::Lateness{5, 10, 10}));
    past.repeat(recorded, 125);
    QCOMPARE(past.count(), 2);
    past.repeat(recorded, 300);
    QCOMPARE(past.lateness(), recorded.lateness());
}

void WakeUpsTest::aSpanThatIsOverAtOnceHasNoPlannedEnd()
{
    Run run(Scenario{}, RunClock::System);
    WakeUps wakeUps;
    wakeUps.add(100, 110);
    run.append(Trace(), wakeUps, 200);
    Span span;
    span.begin = 50;
    QCOMPARE(run.plannedEnd(span), std::nullopt); // Open.
    span.end = 110;
    QCOMPARE(run.plannedEnd(span), std::optional<qint64>(100));
    span.begin = 100;
    QCOMPARE(run.plannedEnd(span), std::optional<qint64>(100));
    span.begin = 105;
    QCOMPARE(run.plannedEnd(span), std::nullopt);
}

void WakeUpsTest::aPastInstantOfARunHasTheWakeUpsUpToThere()
{
    Run run(Scenario{}, RunClock::System), past(Scenario{}, RunClock::System);
    WakeUps wakeUps;
    wakeUps.add(10, 12);
    wakeUps.add(20, 29);
    run.append(TraceBuilder().arrive(1).trace(), wakeUps, 30);
    past.repeat(run, 0, 20);
    QCOMPARE(past.wakeUps().lateness(), (WakeUps::Lateness{2, 2, 2}));
    past.repeat(run, 1, 30);
    QCOMPARE(past.wakeUps().lateness(), (WakeUps::Lateness{2, 9, 9}));
}

void WakeUpsTest::aRunOnTheVirtualClockHasNone()
{
    const Run run{Scenario()};
    QVERIFY(run.isReproducible());
    QCOMPARE(run.wakeUps().count(), 0);
    QVERIFY(!Run(Scenario(), RunClock::System).isReproducible());
}

QTEST_GUILESS_MAIN(WakeUpsTest)
#include "wake_ups_test.moc"
