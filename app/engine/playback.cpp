// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "model/strips.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace playground {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;

namespace {

constexpr milliseconds frame(16);
/// A window that was dragged or a machine that slept is no time to be made up for.
constexpr milliseconds longestTick(100);
/// A worker that is no longer needed may still be busy with unwinding a large run while the next begins.
constexpr int mostWorkers = 4;

bool isMax(double speed) { return std::isinf(speed); }

} // namespace

Playback::Playback(QObject *parent)
    : QObject(parent), m_recorded(std::make_shared<Run>(Scenario())), m_shown(m_recorded)
{
    m_pool.setMaxThreadCount(mostWorkers);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(frame);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
    m_forecastTimer.setTimerType(Qt::PreciseTimer);
    m_forecastTimer.setInterval(frame);
    connect(&m_forecastTimer, &QTimer::timeout, this, &Playback::advanceForecast);
}

Playback::~Playback() = default;

void Playback::reset(const Scenario &scenario)
{
    const bool another = scenario.name != m_course.started().name;
    if (another)
        m_former.clear();
    const Scenario begins = beginningOf(scenario);
    // What starts once more as it was has no run before it, but the one that it had.
    const bool changed = m_recorded->trace().size() > 0 && !(playAlike(m_course.played(), begins) && m_strips.playAlike(begins));
    Runs ghosts = another ? Runs() : changed ? wholes() : m_ghosts;
    restart(begins);
    keepGhosts(std::move(ghosts));
    publish();
}

void Playback::change(const Scenario &scenario, int gesture, int undoes)
{
    if (m_task == Task::Rewind)
        settleWhereItStands();
    const auto changesNothing = [&] {
        return playAlike(m_shown->current(), scenario) && m_strips.look(scenario, shownTime()) == StripRuns::Change::None;
    };
    m_compare = scenario.compare;
    if (undoes >= 0 && restore(scenario, undoes))
        return;
    if (changesNothing()) {
        m_form = scenario;
        takeStrips(scenario);
        return settleStrips();
    }
    takeBranchBack(gesture);
    m_turns.reset();
    const StripRuns::Change strips = m_strips.look(scenario, shownTime());
    const bool alike = playAlike(m_shown->current(), scenario);
    // Before the first instant of a record there is nothing that goes on from there.
    const bool beforeRecord = isRewound() && m_shown->trace().size() == 0 && strips != StripRuns::Change::None;
    const bool underWay = (m_state.phase == Phase::Running || m_state.phase == Phase::Paused) && m_restartedBy != gesture;
    const auto edits = underWay || (alike && !beforeRecord) ? liveEdits(m_shown->current(), scenario) : std::nullopt;
    // Behind its own end, while strips go on, the run can only take what is theirs, too.
    if (edits && (!m_shown->ended() || std::ranges::none_of(*edits, isOfStrip, &Edit::path))) {
        const bool branches = (!edits->empty() || strips == StripRuns::Change::Numbers) && isRewound();
        if (branches)
            branch(gesture);
        m_form = scenario;
        const std::vector<Scenario> before = shownStrips();
        const bool taken = apply(*edits) && !branches;
        takeStrips(scenario);
        const bool works = m_task != Task::None && m_task != Task::CatchUp;
        if (works && !taken)
            begin(m_task);
        else if (!works && !edits->empty() && !m_shown->ended())
            begin(Task::Settle);
        foretell(before);
        return settleStrips();
    }
    const bool runs = m_state.phase == Phase::Running || m_state.phase == Phase::Ended;
    if (m_restartedBy != gesture)
        remember(gesture);
    const Scenario begins = m_course.again(scenario, shownTime());
    m_form = scenario;
    restart(begins);
    if (!runs)
        return publish();
    m_restartedBy = gesture;
    begin(Task::Play);
    foretell({});
}

void Playback::start()
{
    if (m_task == Task::Rewind) {
        m_playThere = true;
        return;
    }
    if (m_state.phase == Phase::Ended)
        reset(again());
    begin(Task::Play);
}

void Playback::pause()
{
    if (m_state.phase != Phase::Running)
        return;
    endRecording();
    // What has begun at this instant is completed: no instant is shown in halves.
    if (isRewound())
        return show(recordedInstant(m_shown->now()));
    const bool complete = m_goalReached || m_recorded->trace().size() == 0;
    halt();
    if (!complete)
        return begin(Task::Settle);
    m_state.phase = Phase::Paused;
    stopMeasuring();
    publish();
}

void Playback::step()
{
    endRecording();
    if (m_state.phase == Phase::Running)
        pause();
    if (m_state.phase == Phase::Ended)
        reset(again());
    if (!isRewound())
        return begin(Task::Step);
    const auto next = nextRecorded(standing().events);
    if (!next) {
        stand(m_recorded);
        return begin(Task::Step);
    }
    show(recordedInstant(next->count()));
    // A record can end in the middle of an instant, whose rest belongs to this step.
    if (!isRewound() && !isOver(*m_shown))
        begin(Task::Settle);
}

void Playback::toEnd()
{
    endRecording();
    if (isOver(*m_recorded)) {
        halt();
        show(recordedInstant(m_recorded->now()));
    } else if (m_state.phase != Phase::Ended) {
        begin(Task::ToEnd);
    }
}

void Playback::setSpeed(double factor)
{
    m_state.speed = m_input ? std::min(factor, 1.0) : factor;
    if (m_task == Task::Play)
        begin(Task::Play);
    else
        publish();
}

void Playback::begin(Task task)
{
    m_rewinding.reset();
    m_standAt.reset();
    m_state.seeking = -1;
    m_task = task;
    const bool toTheEnd = task == Task::ToEnd || (task == Task::Play && isMax(m_state.speed));
    // Only what is played at a speed repeats the record for people to see.
    if (task != Task::Play || toTheEnd)
        stand(m_recorded);
    if (!m_recorded->ended())
        useDriver(wantsWorker());
    m_goalReached = false;
    m_target = nanoseconds(m_shown->now());
    m_stepTo.reset();
    if (!m_driver || isRewound())
        m_wall.start();
    else if (task == Task::Step && m_strips.empty())
        m_driver->setGoal(RunGoal::step());
    else if (task == Task::Settle)
        m_driver->setGoal(RunGoal::at(m_target));
    else if (task == Task::GoTo)
        m_driver->setGoal(RunGoal::at(m_goTo));
    else if (toTheEnd)
        m_driver->setGoal(RunGoal::end());
    m_state.phase = task == Task::Step || task == Task::Settle ? Phase::Paused : Phase::Running;
    followCourse();
    stopMeasuring();
    m_wall.start();
    m_timer.start();
    publish();
}

/// Works towards nothing any more.
void Playback::halt()
{
    m_timer.stop();
    m_task = Task::None;
    m_rewinding.reset();
    m_standAt.reset();
    m_playThere = false;
    m_state.seeking = -1;
    // One that ran for the end is far ahead of what is recorded.
    if (m_driverIsWorker)
        m_driver.reset();
}

bool Playback::wantsWorker() const
{
    const bool asFastAsItGoes = m_task == Task::ToEnd || (m_task == Task::Play && isMax(m_state.speed));
    return !m_input && (asFastAsItGoes || requestCount(m_course.played()) > mostRequestsHere);
}

void Playback::useDriver(bool worker)
{
    if (m_driver && m_driverIsWorker == worker)
        return;
    m_driverIsWorker = worker;
    const qint64 known = m_recorded->trace().size();
    m_driver = worker ? makeWorkerDriver(m_course.played(), known, m_pool) : makeLocalDriver(m_course.played(), known);
}

void Playback::tick()
{
    const nanoseconds wall = std::min<nanoseconds>(nanoseconds(m_wall.nsecsElapsed()), longestTick);
    m_wall.start();
    if (m_task == Task::Rewind)
        return takeRewound();
    if (m_task == Task::CatchUp)
        return catchUp();
    if (m_task == Task::Step && !findStep())
        return;
    if (m_task == Task::Play && !isMax(m_state.speed)) {
        const RunGoal goal = nextGoal(wall);
        if (!isRewound() && m_driver)
            m_driver->setGoal(goal);
    }
    takeIn(QDeadlineTimer(slice, Qt::PreciseTimer));
    followCourse();
    const bool together = followRun();
    measure(wall);
    emit advanced();
    m_state.frameMs = double(m_wall.nsecsElapsed()) / 1e6;
    if (isOver(*m_shown) || (m_goalReached && together && m_task != Task::Play))
        finishTask();
    publish();
}

/// Where the paced run shall be now. What a slice did not manage is not made up for: the run is slower, then, and says so.
RunGoal Playback::nextGoal(nanoseconds wall)
{
    const nanoseconds now(m_shown->now());
    m_target = std::min(std::max(m_target, now) + atSpeed(wall), now + atSpeed(longestTick));
    if (m_input && m_input->catchUp(m_target))
        takeInput(m_input->tape().openSource());
    return RunGoal::at(m_target);
}

nanoseconds Playback::atSpeed(nanoseconds wall) const
{
    return nanoseconds(qint64(std::llround(double(wall.count()) * m_state.speed)));
}

void Playback::takeIn(const QDeadlineTimer &timeUp)
{
    if (isRewound())
        return repeatRecord(timeUp);
    m_goalReached = m_goalReached || m_recorded->ended();
    // Nobody runs ahead of the strips.
    const bool waits = m_recorded->trace().size() > 0 && !m_strips.show(nanoseconds(m_recorded->now()));
    if (m_goalReached || waits || m_recorded->ended())
        return;
    do {
        const RunBatch batch = m_driver->take(timeUp);
        m_recorded->append(batch.trace, batch.now.count());
        m_goalReached = batch.goalReached && m_task != Task::Play;
        if (batch.trace.size() == 0)
            break;
    } while (!m_goalReached && !timeUp.hasExpired());
    // A run that has ended in this step has come to its instant; the strips go no further.
    if (m_stepTo && m_recorded->ended())
        m_stepTo = std::min(*m_stepTo, nanoseconds(m_recorded->now()));
}

void Playback::finishTask()
{
    m_timer.stop();
    m_task = Task::None;
    m_state.phase = isOver(*m_shown) ? Phase::Ended : Phase::Paused;
    followCourse();
    stopMeasuring();
    const std::optional<Instant> standAt = std::exchange(m_standAt, std::nullopt);
    if (isOver(*m_shown)) {
        m_driver.reset();
        endRecording();
    }
    if (standAt)
        show(*standAt);
}

/// Stands at the start of a run of this scenario.
void Playback::restart(const Scenario &scenario)
{
    halt();
    endGesture();
    m_input.reset();
    m_state.recording = false;
    m_restartedBy.reset();
    m_driver.reset();
    m_scout.reset();
    m_course = Course(scenario);
    m_turns.reset();
    m_compare = scenario.compare;
    m_strips.reset(scenario);
    tellCourse();
    const std::shared_ptr<Run> before = std::exchange(m_recorded, std::make_shared<Run>(scenario));
    m_state.phase = Phase::Ready;
    stand(m_recorded);
    m_strips.forgetOld();
    followCourse();
    stopMeasuring();
    retire(before, m_pool);
}

/// Edits the run that is under way at the instant that it shows. One that has ended only notes it, for the strips beside it. False: who
/// works for it has to begin anew.
bool Playback::apply(const std::vector<Edit> &edits)
{
    if (edits.empty())
        return true;
    const nanoseconds now(m_shown->now());
    m_course.edit(now, edits, m_shown->ended());
    if (m_shown->ended())
        return true;
    m_scout.reset();
    m_goalReached = false;
    bool taken = true;
    for (Edit edit : edits) {
        edit.at = now;
        taken = m_driver && taken && m_driver->edit(edit);
    }
    if (!taken)
        m_driver.reset();
    return taken;
}

PlaybackState::Phase Playback::phaseShown() const
{
    if (isOver(*m_shown))
        return Phase::Ended;
    return m_shown->trace().size() == 0 ? Phase::Ready : Phase::Paused;
}

} // namespace playground
