// SPDX-License-Identifier: MIT
#pragma once

#include "engine/course.h"
#include "engine/forecast.h"
#include "engine/live_input.h"
#include "engine/rewinding.h"
#include "engine/run_driver.h"
#include "engine/scout.h"
#include "engine/strip_runs.h"
#include "model/run.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace playground {

/// Plays a run for people: at the pace of the wall clock times a speed, step by step, or as fast as it goes; and shows any instant of
/// its past.
///
/// A small run is advanced on this object's thread, in slices of at most 8 ms a frame; where that does not suffice, the state shows
/// the real speed and nothing is skipped. Large runs and Max go on a worker, with a clock of its own, which hands over its events in
/// batches. Either way gives the same trace, and the thread is never blocked.
///
/// What happened is recorded. An instant of the past is shown by repeating the record up to it, so that all that follows from it is
/// what it is in a run that has come no further. Going on from there repeats the record, then goes on with the run itself. An edit
/// there begins a branch: the same run up to that instant, then the edit. Undoing that edit brings the run before back whole.
///
/// Two other runs are told of beside it: the one that stood there before an edit began another one, and, while a gesture goes on, how
/// this run will go on with the values of the moment.
///
/// The strips of a comparison are runs of their own, which show the same instant. The run is over when all of them are: past the end of
/// the run itself its present goes on with theirs. A change of strips alone leaves the run as it is, also when it has ended.
class Playback : public QObject {
    Q_OBJECT

public:
    explicit Playback(QObject *parent = nullptr);
    ~Playback() override;

    /// The run that stands there now: as of the instant that is shown.
    const Run &run() const { return *m_shown; }
    /// All of it that is known: the same object, unless an instant of the past is shown.
    const Run &whole() const { return *m_recorded; }
    /// The strips beside it, B first, at the same instant.
    std::vector<const Run *> strips() const { return m_strips.runs(); }
    const PlaybackState &state() const { return m_state; }
    /// Runs that others have taken the place of are kept while they have no more events than these, all together; the last one is kept
    /// however large it is. The others are run again when they are asked for. 2,000,000 unless told, a few hundred MB.
    void keepAtMost(qsizetype events) { m_mostEventsKept = events; }

public slots:
    /// Goes to t = 0 with this scenario and stands there, ready.
    void reset(const playground::Scenario &scenario);
    /// The scenario was edited: applies it to the run that is under way where all changes allow that, at the instant that is shown;
    /// otherwise starts again with it. A run that had ended starts again and runs. `gesture` is the same number for all changes of one
    /// drag: once one of them has started the run again, so do the others, and the run begins with what the gesture ends with; once
    /// one has begun a branch, so do the others at the same instant. `undoes` is the gesture that this change takes back, or -1: if that
    /// had begun a branch or started the run again, then the run before stands there again, as it stood.
    void change(const playground::Scenario &scenario, int gesture, int undoes = -1);
    void start();
    /// At the present. What has begun at this instant is completed as fast as it goes, for a large run while the phase is Paused already.
    void pause();
    /// To the end of the next instant at which something happens.
    void step();
    /// To the instant before, at which something happened; before the first one nothing has happened yet.
    void stepBack();
    /// Shows that instant, everything that happens at it included, and pauses. A time that the run has not come to yet is run to, as
    /// fast as it goes; behind the end of a run its end is shown.
    void goTo(qint64 time);
    /// As goTo(), but no further than the run is recorded: for a hand that drags the present along.
    void rewindTo(qint64 time);
    /// As fast as it goes.
    void toEnd();
    /// 0.01 … 100; infinity = Max.
    void setSpeed(double factor);
    /// The gesture is over, its last value holds: what was foretold is no longer shown.
    void endGesture();
    /// Whether the other runs are told of; what nobody sees is not foretold.
    void setGhosts(bool wanted);

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
    /// Other runs stand beside it; the ones before live until all have been told. Follows each runReplaced() while there are any.
    void stripsReplaced(const std::vector<const playground::Run *> &runs);
    /// The run has new events or a later present.
    void advanced();
    void stateChanged(const playground::PlaybackState &state);
    /// Other runs to show beside this one, or nullptr: the run before, and how this one goes on. They live until the next such signal.
    void ghostsChanged(const playground::Run *before, const playground::Run *ahead);
    /// The same for the strips beside it, B first; too few: there are none of the rest.
    void ghostsBesideChanged(const std::vector<const playground::Run *> &before, const std::vector<const playground::Run *> &ahead);
    /// More is foretold.
    void ghostsAdvanced();
    /// The run takes this course from now on: its scenario as it began, with all edits that were made since. Running this gives the
    /// whole run again.
    void courseChanged(const playground::Scenario &course);
    /// The scenario is another one at the instant that is shown now: an edit lies between, or was undone with its branch.
    void scenarioShown(const playground::Scenario &scenario);
    /// Something could not be done, as a sentence that says what to do.
    void problem(const QString &sentence);

private:
    /// What is being worked towards, beside standing still.
    enum class Task { None, Play, Step, ToEnd, Settle, GoTo, Rewind, CatchUp };
    using Instant = RunInstant;
    /// Runs, A first.
    using Runs = std::vector<std::shared_ptr<const Run>>;
    /// A run that another one has taken the place of, with the strips beside it.
    struct Former {
        int gesture = 0;
        std::shared_ptr<Run> recorded; ///< nullptr: too large to be kept; it can be run again.
        Course course;
        std::vector<StripRun::Known> strips;
        Instant shown;
        qint64 recordedTo = 0;
        Scenario scenario; ///< As it was at the instant that was shown.
        Runs ghosts;
    };

    /// Leaves time within a frame's 8 ms for taking in what has happened.
    static constexpr std::chrono::milliseconds slice{5};
    void begin(Task task);
    void halt();
    void useDriver(bool worker);
    bool wantsWorker() const;
    RunGoal nextGoal(std::chrono::nanoseconds wall);
    void tick();
    void takeIn(const QDeadlineTimer &timeUp);
    void repeatRecord(const QDeadlineTimer &timeUp);
    void finishTask();
    void restart(const Scenario &scenario);
    bool apply(const std::vector<Edit> &edits);

    bool isRewound() const { return m_shown != m_recorded; }
    Instant standing() const;
    std::chrono::nanoseconds shownTime() const;
    Scenario shownScenario() const;
    std::vector<Scenario> shownStrips() const;
    Instant recordedInstant(qint64 time) const;
    void show(const Instant &instant);
    void stand(std::shared_ptr<Run> run);
    void followCourse();
    PlaybackState::Phase phaseShown() const;
    void settleWhereItStands();
    void takeRewound();
    void branch(int gesture);
    void takeBranchBack(int gesture);
    void remember(int gesture);
    bool restore(const Scenario &scenario, int gesture);
    void bringBack();

    void foretell(const std::vector<Scenario> &before);
    void advanceForecast();
    Runs wholes() const;
    void keepGhosts(Runs before);
    void takeGhostsOf(const Runs &before);
    void dropGhostsOfTheSame();
    void tellGhosts();
    // Strips: playback_strips.cpp.
    bool isOver(const Run &run) const;
    Scenario again() const;
    Scenario beginningOf(const Scenario &scenario) const;
    void setCurrent(Run &run, Scenario scenario) const;
    void tellStrips();
    void tellCourse();
    void takeStrips(const Scenario &scenario);
    void settleStrips();
    void showStrips();
    void catchUp();
    bool findStep();
    bool followRun();
    std::chrono::nanoseconds goalBehindEnd() const;
    std::optional<std::chrono::nanoseconds> nextRecorded(qsizetype events) const;
    void trimPresent();

    void measure(std::chrono::nanoseconds wall);
    void stopMeasuring();
    void lookAhead();
    Trace nextInstant();
    void publish();
    std::chrono::nanoseconds atSpeed(std::chrono::nanoseconds wall) const;
    void takeInput(const Section &source);

    QThreadPool m_pool;
    std::shared_ptr<Run> m_recorded;
    std::shared_ptr<Run> m_shown; ///< The same, or its beginning.
    std::unique_ptr<Rewinding> m_rewinding;
    std::unique_ptr<RunDriver> m_driver; ///< Stands at the end of the record, or ahead of it.
    bool m_driverIsWorker = false;
    std::unique_ptr<Scout> m_scout; ///< Made anew when the run takes another course.
    Course m_course; ///< That of A; each strip has its own.
    Scenario m_form; ///< What the form shows, as far as is known here.
    std::optional<std::vector<size_t>> m_turns; ///< Those of all courses that it shows.
    std::optional<int> m_restartedBy; ///< The gesture that started this run.
    StripRuns m_strips;
    bool m_stripsTold = false; ///< There were some when they were told last.
    QJsonArray m_compare; ///< The comparison as it was given last; at another instant its strips may have other numbers.
    std::optional<std::chrono::nanoseconds> m_stepTo; ///< The next instant of the strips, for a step; the largest time when there is none.
    std::unique_ptr<LiveInput> m_input; ///< While a recording is under way.
    std::vector<Former> m_former;     ///< The last one last.
    Runs m_ghosts; ///< The runs before; nullptr or too few: there is none.
    bool m_ghostsBesideTold = false; ///< There were some of strips when they were told last.
    std::vector<std::unique_ptr<Forecast>> m_forecasts; ///< By strip, A first; nullptr: it is not foretold.
    bool m_wantsGhosts = true;
    Task m_task = Task::None;
    bool m_goalReached = false;
    std::optional<Instant> m_standAt; ///< Where a run that is run again shall stand once it has come as far as it was.
    qsizetype m_mostEventsKept = 2'000'000;
    bool m_playThere = false; ///< Once the instant that is being looked for is there.
    std::chrono::nanoseconds m_target{}; ///< Where the paced run shall be by now.
    std::chrono::nanoseconds m_goTo{};   ///< Where a run to a time ends.
    PlaybackState m_state;
    QTimer m_timer;
    QTimer m_forecastTimer;
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
