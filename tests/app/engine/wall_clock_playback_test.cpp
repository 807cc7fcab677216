// SPDX-License-Identifier: MIT
#include "engine/wall_clock_playback.h"

#include "app/engine/run_scenario.h"

#include <QSignalSpy>

using namespace playground;
using namespace std::chrono_literals;
using Phase = PlaybackState::Phase;

namespace {

/// A request every 2 ms, for long enough.
Scenario steady()
{
    return scenarioWith({{"source", R"({"kind":"interval","every":"2ms","count":100000})"},
                         {"pattern.kind", "parallel-map"},
                         {"pattern.limit", "3"},
                         {"backend.latency", "1ms"}});
}

Scenario brief() { return scenarioWith({{"source.count", "3"}, {"pattern.kind", "sequential"}, {"backend.latency", "1ms"}}); }

Scenario withLimit(Scenario scenario, int limit) { return with(scenario, {{"pattern.limit", QString::number(limit)}}); }

bool isBeginning(const Run &past, const Run &whole)
{
    return past.trace() == whole.trace().piece(0, whole.trace().countUpTo(past.now()));
}

} // namespace

/// A run in real time, shown as it goes on. These tests wait for states; how long they last is left open.
class WallClockPlaybackTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_playback = std::make_unique<WallClockPlayback>();
        m_shown.reset();
        connect(m_playback.get(), &WallClockPlayback::scenarioShown, this, [this](const Scenario &scenario) { m_shown = scenario; });
    }
    void standsReadyAtZero();
    void runsByItselfToItsEnd();
    void startsAgainAfterItsEnd();
    void pauseEndsIt();
    void nothingElseHaltsIt();
    void resetStopsIt();
    void thePastCanBeShownWhileItGoesOn();
    void thePastCanBeShownAfterItsEnd();
    void aTimeThatHasNotComeShowsThePresent();
    void anEditAppliesNow();
    void anEditInThePastAppliesNowAndShowsThePresent();
    void theFormFollowsTheInstantThatIsShown();
    void anEditThatCannotApplyNowStartsItAgain();
    void anEditOfAnEndedRunStartsItAgain();
    void anEditThatComesTooLateStartsItAgain();
    void wordsChangeNothing();
    void takesInALargeRunPieceByPiece();
    void recordsWhatIsPutIn();
    void aGeneratorTapsWhileTheRecordingLasts();
    void saysWhatCannotBeRecorded_data();
    void saysWhatCannotBeRecorded();

private:
    /// Waits until it is so, as long as something goes on. False: nothing does any more, and it is not.
    template <typename Condition>
    bool comes(Condition condition)
    {
        while (!condition()) {
            if (m_playback->state().phase != Phase::Running && m_playback->state().seeking < 0)
                return condition();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return true;
    }

    std::unique_ptr<WallClockPlayback> m_playback;
    std::optional<Scenario> m_shown;
};

void WallClockPlaybackTest::standsReadyAtZero()
{
    QSignalSpy replaced(m_playback.get(), &WallClockPlayback::runReplaced);
    m_playback->reset(brief());
    QCOMPARE(replaced.count(), 1);
    QCOMPARE(m_playback->state().phase, Phase::Ready);
    QVERIFY(m_playback->state().wallClock);
    QCOMPARE(m_playback->state().speed, 1);
    QVERIFY(!m_playback->run().isReproducible());
}

void WallClockPlaybackTest::runsByItselfToItsEnd()
{
    m_playback->reset(brief());
    m_playback->start();
    QCOMPARE(m_playback->state().phase, Phase::Running);
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QCOMPARE(m_playback->run().metrics().values(0).succeeded, 3);
    QCOMPARE(m_playback->run().wakeUps().count(), 3);
    QCOMPARE(m_playback->state().now, endOf(m_playback->run()).second);
}

void WallClockPlaybackTest::startsAgainAfterItsEnd()
{
    m_playback->reset(brief());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QSignalSpy replaced(m_playback.get(), &WallClockPlayback::runReplaced);
    m_playback->start();
    QCOMPARE(replaced.count(), 1);
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QCOMPARE(m_playback->run().metrics().values(0).succeeded, 3);
}

void WallClockPlaybackTest::pauseEndsIt()
{
    m_playback->reset(steady());
    m_playback->pause(); // Not begun: nothing to end.
    QCOMPARE(m_playback->state().phase, Phase::Ready);
    m_playback->start();
    m_playback->pause();
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QCOMPARE(endOf(m_playback->run()).first, EndReason::Stopped);
}

void WallClockPlaybackTest::nothingElseHaltsIt()
{
    m_playback->reset(steady());
    m_playback->start();
    m_playback->step();
    m_playback->stepBack();
    m_playback->setSpeed(0.01);
    m_playback->setGhosts(true);
    m_playback->endGesture();
    m_playback->toEnd();
    QCOMPARE(m_playback->state().phase, Phase::Running);
    QCOMPARE(m_playback->state().speed, 1);
    QVERIFY(comes([&] { return m_playback->run().timeline().in().size() > 3; }));
}

void WallClockPlaybackTest::resetStopsIt()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().trace().size() > 0; }));
    m_playback->reset(brief());
    QCOMPARE(m_playback->state().phase, Phase::Ready);
    QCOMPARE(m_playback->run().trace().size(), 0);
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QCOMPARE(requestCount(m_playback->run().scenario()), 3);
    QCOMPARE(m_playback->run().metrics().values(0).succeeded, 3);
}

void WallClockPlaybackTest::thePastCanBeShownWhileItGoesOn()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().now() > 25'000'000; }));
    for (const qint64 time : {10'000'000, 20'000'000, 0}) { // Back, further, and back.
        m_playback->rewindTo(time);
        QVERIFY(comes([&] { return m_playback->state().now == time; }));
        QVERIFY(m_playback->state().rewound);
        QCOMPARE(m_playback->run().now(), time);
        QVERIFY(isBeginning(m_playback->run(), m_playback->whole()));
        QCOMPARE(m_playback->state().phase, Phase::Running);
    }
    const qsizetype before = m_playback->whole().trace().size();
    QVERIFY(comes([&] { return m_playback->whole().trace().size() > before; }));
    QCOMPARE(m_playback->run().now(), 0);
    QVERIFY(m_playback->run().wakeUps().count() < m_playback->whole().wakeUps().count());
    m_playback->toEnd();
    QVERIFY(!m_playback->state().rewound);
    QCOMPARE(&m_playback->run(), &m_playback->whole());
}

void WallClockPlaybackTest::thePastCanBeShownAfterItsEnd()
{
    m_playback->reset(brief());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    m_playback->goTo(1'000'000);
    QCOMPARE(m_playback->state().phase, Phase::Paused); // The end is not what is shown.
    QCOMPARE(m_playback->run().now(), 1'000'000);
    QVERIFY(isBeginning(m_playback->run(), m_playback->whole()));
    m_playback->goTo(m_playback->whole().now());
    QCOMPARE(m_playback->state().phase, Phase::Ended);
    QVERIFY(!m_playback->state().rewound);
}

void WallClockPlaybackTest::aTimeThatHasNotComeShowsThePresent()
{
    m_playback->reset(steady());
    m_playback->goTo(5'000'000);
    QCOMPARE(m_playback->state().phase, Phase::Ready);
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().now() > 1'000'000; }));
    m_playback->rewindTo(1'000'000);
    m_playback->goTo(3'600'000'000'000);
    QVERIFY(!m_playback->state().rewound);
    QCOMPARE(m_playback->state().phase, Phase::Running);
}

void WallClockPlaybackTest::anEditAppliesNow()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().trace().size() > 0; }));
    const qint64 before = m_playback->run().now();
    m_playback->change(withLimit(steady(), 5), 1);
    QVERIFY(comes([&] { return m_playback->run().timeline().flags().size() == size_t(1); }));
    const Flag flag = m_playback->run().timeline().flags().front();
    QVERIFY(flag.t >= before);
    QCOMPARE(m_playback->run().trace().edit(m_playback->run().trace().records()[flag.record]), (EditText{"pattern.limit", "3", "5"}));
    QCOMPARE(m_playback->run().current().pattern.integer(QStringLiteral("limit")), 5);
    m_playback->change(steady(), 2, 1); // Undone.
    QVERIFY(comes([&] { return m_playback->run().timeline().flags().size() == size_t(2); }));
    QVERIFY(!m_shown); // The form shows it already.
    QCOMPARE(m_playback->state().phase, Phase::Running);
}

void WallClockPlaybackTest::anEditInThePastAppliesNowAndShowsThePresent()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().now() > 5'000'000; }));
    m_playback->change(withLimit(steady(), 5), 1);
    QVERIFY(comes([&] { return m_playback->run().timeline().flags().size() == size_t(1); }));
    m_playback->rewindTo(1'000'000);
    QCOMPARE(m_shown->pattern.integer(QStringLiteral("limit")), 3);
    const qint64 edited = m_playback->whole().now();
    m_playback->change(with(*m_shown, {{"backend.slowdown", "0.5"}}), 2);
    QVERIFY(!m_playback->state().rewound);
    QCOMPARE(m_shown->pattern.integer(QStringLiteral("limit")), 5); // What was edited before still holds.
    QCOMPARE(m_shown->backend.settings.number(QStringLiteral("slowdown")), 0.5);
    QVERIFY(comes([&] { return m_playback->run().timeline().flags().size() == size_t(2); }));
    QVERIFY(m_playback->run().timeline().flags()[1].t >= edited);
}

void WallClockPlaybackTest::theFormFollowsTheInstantThatIsShown()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().now() > 5'000'000; }));
    m_playback->change(withLimit(steady(), 5), 1);
    QVERIFY(comes([&] { return m_playback->run().timeline().flags().size() == size_t(1); }));
    const qint64 at = m_playback->run().timeline().flags().front().t;
    m_playback->rewindTo(at - 1);
    QCOMPARE(m_shown->pattern.integer(QStringLiteral("limit")), 3);
    QVERIFY(comes([&] { return m_playback->whole().now() > at + 5'000'000; }));
    m_playback->rewindTo(at + 5'000'000);
    QCOMPARE(m_shown->pattern.integer(QStringLiteral("limit")), 5);
    QCOMPARE(m_playback->run().current().pattern.integer(QStringLiteral("limit")), 5);
    m_playback->rewindTo(at - 1);
    m_playback->toEnd();
    QCOMPARE(m_shown->pattern.integer(QStringLiteral("limit")), 5);
}

void WallClockPlaybackTest::anEditThatCannotApplyNowStartsItAgain()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().trace().size() > 0; }));
    QSignalSpy replaced(m_playback.get(), &WallClockPlayback::runReplaced);
    m_playback->change(with(steady(), {{"seed", "8"}}), 1);
    QCOMPARE(replaced.count(), 1);
    QCOMPARE(m_playback->run().scenario().seed, 8);
    QCOMPARE(m_playback->state().phase, Phase::Running);
}

void WallClockPlaybackTest::anEditOfAnEndedRunStartsItAgain()
{
    m_playback->reset(brief());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    m_playback->goTo(1'000'000);
    m_playback->change(with(brief(), {{"backend.latency", "2ms"}}), 1);
    QCOMPARE(m_playback->state().phase, Phase::Running);
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QVERIFY(m_playback->run().now() >= 6'000'000);
}

void WallClockPlaybackTest::anEditThatComesTooLateStartsItAgain()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().trace().size() > 0; }));
    QSignalSpy replaced(m_playback.get(), &WallClockPlayback::runReplaced);
    m_playback->pause();
    m_playback->change(withLimit(steady(), 5), 1); // The run's thread comes to it when the run has ended.
    QVERIFY(comes([&] { return replaced.count() == 1; }));
    QCOMPARE(m_playback->state().phase, Phase::Running);
    QCOMPARE(m_playback->run().scenario().pattern.integer(QStringLiteral("limit")), 5);
}

void WallClockPlaybackTest::wordsChangeNothing()
{
    m_playback->reset(steady());
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->run().trace().size() > 0; }));
    QSignalSpy replaced(m_playback.get(), &WallClockPlayback::runReplaced);
    m_playback->change(with(steady(), {{"title", "Another"}}), 1);
    QCOMPARE(replaced.count(), 0);
    QCOMPARE(m_playback->run().current().title, QStringLiteral("Another"));
}

void WallClockPlaybackTest::takesInALargeRunPieceByPiece()
{
    m_playback->reset(scenarioWith({{"source.count", "5000"}, {"pattern.kind", "gather"}, {"backend.latency", "1ms"}}));
    m_playback->start();
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QCOMPARE(m_playback->run().metrics().values(0).succeeded, 5000);
    QCOMPARE(m_playback->run().wakeUps().count(), 5000);
    const qint64 middle = m_playback->run().timeline().out()[2500].t;
    m_playback->rewindTo(middle);
    QVERIFY(comes([&] { return m_playback->state().now == middle; }));
    QVERIFY(isBeginning(m_playback->run(), m_playback->whole()));
}

void WallClockPlaybackTest::recordsWhatIsPutIn()
{
    std::optional<Section> tape;
    connect(m_playback.get(), &WallClockPlayback::recorded, this, [&](const Section &source) { tape = source; });
    m_playback->record(scenarioWith({{"pattern.kind", "debounce"}, {"pattern.delay", "1ms"}, {"backend.latency", "1ms"}}));
    QVERIFY(m_playback->state().recording);
    QCOMPARE(tape->id(), QStringLiteral("tape"));
    QVERIFY(comes([&] { return m_playback->run().now() > 5'000'000; })); // Time passes without anything to do.
    m_playback->input({QStringLiteral("q"), QStringLiteral("q")}, 1ms);
    QVERIFY(comes([&] { return m_playback->run().timeline().in().size() == size_t(1); }));
    QVERIFY(comes([&] { return m_playback->run().timeline().out().size() == size_t(1); }));
    m_playback->burst(3);
    QVERIFY(comes([&] { return m_playback->run().timeline().in().size() == size_t(4); }));
    QCOMPARE(m_playback->state().phase, Phase::Running);
    m_playback->endRecording();
    QVERIFY(!m_playback->state().recording);
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    QCOMPARE(endOf(m_playback->run()).first, EndReason::Done);
    const QJsonArray events = tape->value(QStringLiteral("events")).toArray();
    QCOMPARE(events.size(), 4);
    QCOMPARE(m_playback->run().metrics().values(0).requests, 4);
    for (qsizetype i = 0; i < events.size(); ++i) {
        const auto at = *parseDuration(events[i].toObject().value(QLatin1String("at")).toString());
        QVERIFY(at.count() <= m_playback->run().timeline().in()[size_t(i)].t);
        QVERIFY(at.count() % 1'000'000 == 0);
    }
    QVERIFY(parseDuration(tape->value(QStringLiteral("end")).toString()));
}

void WallClockPlaybackTest::aGeneratorTapsWhileTheRecordingLasts()
{
    m_playback->record(scenarioWith({{"pattern.kind", "parallel-map"}, {"pattern.limit", "2"}, {"backend.latency", "1ms"}}));
    m_playback->generate(2ms);
    QVERIFY(comes([&] { return m_playback->run().timeline().in().size() >= 4; }));
    m_playback->generate(0ms);
    m_playback->endRecording();
    QVERIFY(comes([&] { return m_playback->state().phase == Phase::Ended; }));
    const auto &in = m_playback->run().timeline().in();
    for (size_t i = 1; i < in.size(); ++i)
        QVERIFY(in[i].t > in[i - 1].t);
}

void WallClockPlaybackTest::saysWhatCannotBeRecorded_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"gather", "gather-safe", "race", "any"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

void WallClockPlaybackTest::saysWhatCannotBeRecorded()
{
    QFETCH(QString, pattern);
    QSignalSpy problem(m_playback.get(), &WallClockPlayback::problem);
    m_playback->reset(brief());
    m_playback->record(scenarioWith({{"pattern.kind", pattern}}));
    QCOMPARE(problem.count(), 1);
    QVERIFY(problem[0][0].toString().contains(QStringLiteral("cannot be recorded")));
    QCOMPARE(m_playback->state().phase, Phase::Ready);
    QVERIFY(!m_playback->state().recording);
}

QTEST_GUILESS_MAIN(WallClockPlaybackTest)
#include "wall_clock_playback_test.moc"
