// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "app/engine/run_scenario.h"

#include <QSignalSpy>

using namespace playground;
using namespace std::chrono_literals;
using Phase = PlaybackState::Phase;

namespace {

Scenario debounced()
{
    return scenarioWith({{"pattern.kind", "debounce"}, {"pattern.delay", "20ms"}, {"backend.latency", "30ms"}});
}

} // namespace

/// A run of what is put in while it runs. When things come is a matter of the wall clock, so these tests compare the recorded run
/// with a run of the tape that came of it.
class PlaybackInputTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_playback = std::make_unique<Playback>();
        m_playback->setSpeed(1);
        m_recorded = std::nullopt;
        connect(m_playback.get(), &Playback::recorded, this, [this](const Section &source) { m_recorded = source; });
    }

    void aRecordingBeginsWithAnEmptyTapeAndRuns()
    {
        m_playback->record(debounced());
        QCOMPARE(m_playback->state().phase, Phase::Running);
        QVERIFY(m_playback->state().recording);
        QCOMPARE(m_recorded->id(), QStringLiteral("tape"));
        QCOMPARE(requestCount(m_playback->run().scenario()), 0);
    }

    void timePassesWhenNothingIsDue()
    {
        m_playback->record(debounced());
        QTRY_VERIFY(m_playback->run().now() > 50'000'000);
        QCOMPARE(m_playback->state().phase, Phase::Running);
        QVERIFY(m_playback->run().timeline().lanes().empty());
    }

    void whatComesNextIsWhatSomebodyPutsInUnlessSomethingElseIsDue()
    {
        const QString anything = QStringLiteral("whatever you put in");
        m_playback->record(debounced());
        QTRY_COMPARE(m_playback->state().next, anything);
        m_playback->burst(1);
        QTRY_VERIFY(m_playback->run().timeline().in().size() == 1);
        QTRY_VERIFY(m_playback->state().next != anything); // A delay and an answer.
        QTRY_COMPARE(m_playback->state().next, anything);
        QVERIFY(m_playback->run().timeline().out().size() == 1);
        QVERIFY(m_playback->state().recording);
        m_playback->endRecording();
        QVERIFY(m_playback->state().next != anything);
    }

    void theRecordedRunIsTheRunOfItsTape()
    {
        m_playback->record(debounced());
        for (const char *key : {"q", "t", " ", "a"}) {
            const qint64 before = m_playback->run().now();
            m_playback->input({QString::fromLatin1(key), m_text += QString::fromLatin1(key)}, 0ns);
            QTRY_VERIFY(m_playback->run().now() > before + 15'000'000);
        }
        QCOMPARE(m_playback->run().metrics().values(0).requests, 4);
        QTRY_VERIFY(m_playback->run().now() > 120'000'000);
        checkTheTapeGivesTheSameRun();
        QCOMPARE(requestText(tapeScenario(), 4), QStringLiteral("request 4"));
        const QJsonArray events = m_recorded->value(QStringLiteral("events")).toArray();
        QCOMPARE(events[3].toObject().value(QLatin1String("text")).toString(), QStringLiteral("qt a"));
    }

    void aGeneratorTapsWhileTheRecordingLasts()
    {
        m_playback->record(debounced());
        m_playback->generate(10ms);
        QTRY_VERIFY(m_playback->run().now() > 100'000'000);
        checkTheTapeGivesTheSameRun();
        const QJsonArray events = m_recorded->value(QStringLiteral("events")).toArray();
        QVERIFY(events.size() >= 9);
        for (qsizetype i = 1; i < events.size(); ++i)
            QCOMPARE(timeOf(events[i]) - timeOf(events[i - 1]), 10ms);
    }

    void aBurstComesAtOneInstant()
    {
        m_playback->record(debounced());
        m_playback->burst(5);
        QTRY_VERIFY(m_playback->run().timeline().in().size() == 5);
        checkTheTapeGivesTheSameRun();
        const QJsonArray events = m_recorded->value(QStringLiteral("events")).toArray();
        QCOMPARE(timeOf(events[0]), timeOf(events[4]));
    }

    void theSpeedIsAtMostOneMeanwhile()
    {
        m_playback->setSpeed(std::numeric_limits<double>::infinity());
        m_playback->record(debounced());
        QCOMPARE(m_playback->state().speed, 1);
        m_playback->setSpeed(4);
        QCOMPARE(m_playback->state().speed, 1);
        m_playback->setSpeed(0.5);
        QCOMPARE(m_playback->state().speed, 0.5);
    }

    void pausingEndsTheRecordingAtThePresent()
    {
        m_playback->record(debounced());
        m_playback->burst(1);
        QTRY_VERIFY(m_playback->run().now() > 10'000'000);
        m_playback->pause();
        QVERIFY(!m_playback->state().recording);
        QCOMPARE(m_playback->state().phase, Phase::Paused);
        const auto end = m_recorded->optionalDuration(QStringLiteral("end"));
        QVERIFY(end && end->count() > m_playback->run().now() && end->count() <= m_playback->run().now() + 1'000'000);
        m_playback->toEnd();
        QTRY_COMPARE(m_playback->state().phase, Phase::Ended);
        QVERIFY(m_playback->run().trace() == runOf(tapeScenario())->trace());
    }

    void aFailureThatStopsThePatternEndsTheRecording()
    {
        m_playback->record(scenarioWith({{"pattern.kind", "gather"}, {"backend.failure", R"({"kind": "first", "attempts": "always"})"},
                                         {"backend.latency", "10ms"}}));
        m_playback->burst(2);
        QTRY_COMPARE(m_playback->state().phase, Phase::Ended);
        QVERIFY(!m_playback->state().recording);
        QVERIFY(m_playback->run().trace() == runOf(tapeScenario())->trace());
    }

    void anEditAppliesAndTheRecordingGoesOn()
    {
        m_playback->record(debounced());
        m_playback->burst(1);
        QTRY_VERIFY(m_playback->run().now() > 20'000'000);
        Scenario edited = m_playback->run().current();
        edited.pattern.set(QStringLiteral("delay"), QStringLiteral("50ms"));
        m_playback->change(edited, 1);
        QVERIFY(m_playback->state().recording);
        m_playback->burst(1);
        QTRY_VERIFY(m_playback->run().timeline().out().size() == 2);
        QVERIFY(m_playback->state().recording);
    }

    void whatCannotBeRecordedIsSaid()
    {
        QSignalSpy problem(m_playback.get(), &Playback::problem);
        m_playback->reset(debounced());
        m_playback->record(scenarioWith({{"pattern.kind", "race"}}));
        QCOMPARE(problem.count(), 1);
        QVERIFY(!m_playback->state().recording);
        QCOMPARE(m_playback->run().scenario().pattern.id(), QStringLiteral("debounce"));
    }

private:
    static std::chrono::nanoseconds timeOf(const QJsonValue &event)
    {
        return parseDuration(event.toObject().value(QLatin1String("at")).toString()).value_or(-1ns);
    }

    Scenario tapeScenario() const
    {
        Scenario scenario = m_playback->run().scenario();
        scenario.source = *m_recorded;
        return scenario;
    }

    void checkTheTapeGivesTheSameRun()
    {
        m_playback->endRecording();
        QVERIFY(!m_playback->state().recording);
        QTRY_COMPARE(m_playback->state().phase, Phase::Ended);
        QVERIFY(m_playback->run().trace() == runOf(tapeScenario())->trace());
    }

    std::unique_ptr<Playback> m_playback;
    std::optional<Section> m_recorded;
    QString m_text;
};

QTEST_GUILESS_MAIN(PlaybackInputTest)
#include "playback_input_test.moc"
