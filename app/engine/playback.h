// SPDX-License-Identifier: MIT
#pragma once

#include "engine/live_input.h"
#include "engine/run_driver.h"
#include "engine/scout.h"
#include "model/run.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>

namespace playground {

/// Plays a run for people: at the pace of the wall clock times a speed, step by step, or as fast as it goes.
///
/// A small run is advanced on this object's thread, in slices of at most 8 ms a frame; where that does not suffice, the state shows
/// the real speed and nothing is skipped. Large runs and Max go on a worker, with a clock of its own, which hands over its events in
/// batches. Either way gives the same trace, and the thread is never blocked.
class Playback : public QObject {
    Q_OBJECT

public:
    explicit Playback(QObject *parent = nullptr);
    ~Playback() override;

    /// The run that stands there now.
    const Run &run() const { return *m_run; }
    const PlaybackState &state() const { return m_state; }

public slots:
    /// Goes to t = 0 with this scenario and stands there, ready.
    void reset(const playground::Scenario &scenario);
    /// The scenario was edited: applies it to the run that is under way where all changes allow that; otherwise starts again with it.
    /// A run that had ended starts again and runs. `gesture` is the same number for all changes of one drag: once one of them has
    /// started the run again, so do the others, and the run begins with what the gesture ends with.
    void change(const playground::Scenario &scenario, int gesture);
    void start();
    void pause();
    /// To the end of the next instant at which something happens.
    void step();
    /// As fast as it goes.
    void toEnd();
    /// 0.01 … 100; infinity = Max.
    void setSpeed(double factor);

    /// Goes to t = 0 with this scenario, an empty tape as its source, and runs: what is put in from now on is recorded. Meanwhile
    /// the source stays open, time passes when nothing is due, and the speed is at most 1. Whatever else is asked for that does not
    /// simply let it run ends the recording first, and so does the end of the run. Says problem() where that cannot be recorded.
    void record(const playground::Scenario &scenario);
    /// Closes the source at the present; the run goes on with what is under way.
    void endRecording();
    /// An input of a person who made it `age` ago. Nothing happens unless a recording is under way.
    void input(const playground::PadInput &input, std::chrono::nanoseconds age);
    /// So many clicks at one instant.
    void burst(int clicks);
    /// Clicks at equal distances, the first at once, until the recording ends; zero: no more.
    void generate(std::chrono::nanoseconds every);

signals:
    /// The tape so far: a recording has begun, grown, or ended.
    void recorded(const playground::Section &source);
    /// Another run stands there; the one before lives until all have been told.
    void runReplaced(const playground::Run *run);
    /// The run has new events or a later present.
    void advanced();
    void stateChanged(const playground::PlaybackState &state);
    /// Something could not be done, as a sentence that says what to do.
    void problem(const QString &sentence);

private:
    /// What is being worked towards, beside standing still.
    enum class Task { None, Play, Step, ToEnd, Settle };

    void begin(Task task);
    void useDriver(bool worker);
    bool wantsWorker() const;
    RunGoal nextGoal(std::chrono::nanoseconds wall);
    void tick();
    void takeIn(const QDeadlineTimer &timeUp);
    void finishTask();
    void apply(const std::vector<Edit> &edits);
    void measure(std::chrono::nanoseconds wall);
    void stopMeasuring();
    void lookAhead();
    void publish();
    std::chrono::nanoseconds atSpeed(std::chrono::nanoseconds wall) const;
    void takeInput(const Section &source);

    std::unique_ptr<Run> m_run;
    QThreadPool m_pool;
    std::unique_ptr<RunDriver> m_driver;
    bool m_driverIsWorker = false;
    std::unique_ptr<Scout> m_scout; ///< Made anew when the run takes another course.
    Scenario m_played; ///< As started, with the edits of this run.
    std::optional<int> m_restartedBy; ///< The gesture that started this run.
    std::unique_ptr<LiveInput> m_input; ///< While a recording is under way.
    Task m_task = Task::None;
    bool m_goalReached = false;
    std::chrono::nanoseconds m_target{}; ///< Where the paced run shall be by now.
    PlaybackState m_state;
    QTimer m_timer;
    QElapsedTimer m_wall; ///< Since the last tick.

    /// What happened in a piece of wall time.
    struct Window {
        std::chrono::nanoseconds wall{};
        qint64 virtualTime = 0;
        qint64 events = 0;
    };
    Window m_window;
    std::array<Window, 4> m_lastWindows; ///< About a second: events come in gusts.
    size_t m_windowCount = 0;
    qint64 m_measuredNow = 0;
    qint64 m_measuredEvents = 0;
};

} // namespace playground
