// SPDX-License-Identifier: MIT
#pragma once

#include "engine/course.h"
#include "engine/wall_clock_run.h"
#include "model/run.h"
#include "model/tape_recording.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace playground {

/// Shows a run in real time, as it goes on by itself: what Playback is to a run on the virtual clock. Nobody can halt, slow down or
/// repeat it, so there is no pause, step, speed or ghost; what was recorded can be looked at, meanwhile and afterwards.
///
/// What the run tells is taken in once a frame, in slices of a few ms. A run that tells more than that is shown later than it happens,
/// and nothing is skipped.
///
/// Edits apply from now on, also when an instant of the past is shown: the present is shown again then. Those that cannot start the
/// run again, as they do when it has ended. There is one run, without strips beside it.
class WallClockPlayback : public QObject {
    Q_OBJECT

public:
    explicit WallClockPlayback(QObject *parent = nullptr);
    ~WallClockPlayback() override;

    /// The run as of the instant that is shown.
    const Run &run() const { return *m_shown; }
    const Run &whole() const { return *m_recorded; }
    const PlaybackState &state() const { return m_state; }

public slots:
    // Each as in Playback, as far as that makes sense in real time.

    void reset(const playground::Scenario &scenario);
    /// What a change takes back is not brought back whole, as it was: the change is made from now on.
    void change(const playground::Scenario &scenario, int gesture, int undoes = -1);
    void start();
    /// Ends the run, with reason *stopped*: real time cannot be halted.
    void pause();
    void step() {}
    void stepBack() {}
    /// Shows that instant of the record, or the present where the run has not come to it.
    void goTo(qint64 time);
    void rewindTo(qint64 time);
    /// Shows the present again.
    void toEnd();
    void setSpeed(double) {}
    void endGesture() {}
    void setGhosts(bool) {}

    /// Each input takes the time at which it was made; the tape names the whole ms before it. Says problem() where that cannot be.
    void record(const playground::Scenario &scenario);
    void endRecording();
    void input(const playground::PadInput &input, std::chrono::nanoseconds age);
    void burst(int clicks);
    void generate(std::chrono::nanoseconds every);

signals:
    // Each as in Playback.

    void recorded(const playground::Section &source);
    void runReplaced(const playground::Run *run);
    void stripsReplaced(const std::vector<const playground::Run *> &runs);
    void advanced();
    void stateChanged(const playground::PlaybackState &state);
    void ghostsChanged(const playground::Run *before, const playground::Run *ahead);
    void ghostsBesideChanged(const std::vector<const playground::Run *> &before, const std::vector<const playground::Run *> &ahead);
    void ghostsAdvanced();
    /// Without edits: nobody can run a run in real time again, so what there is to be saved is what it has become.
    void courseChanged(const playground::Scenario &course);
    void scenarioShown(const playground::Scenario &scenario);
    void problem(const QString &sentence);

private:
    void begin(WallClockRun::Source source);
    void stand(std::shared_ptr<Run> run);
    void tick();
    void end();
    void takeIn(const QDeadlineTimer &timeUp);
    void rewind(const QDeadlineTimer &timeUp);
    void showForm(const Scenario &scenario);
    void growSource(WallClockRun::Source state);
    void put(const PadInput &input, std::chrono::nanoseconds at);
    bool isRewound() const { return m_shown != m_recorded; }
    void measure(std::chrono::nanoseconds wall);
    void publish();

    QThreadPool m_pool;
    std::shared_ptr<Run> m_recorded;
    std::shared_ptr<Run> m_shown; ///< The same, or its beginning.
    std::unique_ptr<WallClockRun> m_run; ///< While it goes on, and until all of it is taken in.
    WallClockRun::Piece m_piece;     ///< Taken, and
    qsizetype m_pieceTaken = 0;      ///< so much of it taken in.
    Course m_course;
    Scenario m_form;                 ///< What the form shows.
    std::deque<Scenario> m_asked;    ///< What it becomes with each edit that the run has not applied yet.
    std::shared_ptr<Run> m_earlier;  ///< On its way to the instant that is looked for.
    std::optional<qint64> m_goal;    ///< That instant.
    std::unique_ptr<TapeRecording> m_tape; ///< While a recording is under way.
    QTimer m_generator;
    PlaybackState::Phase m_phase = PlaybackState::Phase::Ready; ///< Of the run, whatever is shown of it.
    PlaybackState m_state;
    QTimer m_timer;
    QElapsedTimer m_wall; ///< Since the last tick.
    std::chrono::nanoseconds m_measuredWall{};
    qint64 m_measuredEvents = 0;
};

} // namespace playground
