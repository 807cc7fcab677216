// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "model/scenario_json.h"

#include <algorithm>
#include <cmath>

namespace playground {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;

namespace {

constexpr milliseconds frame(16);
/// Leaves time within a frame's 8 ms for taking in what has happened.
constexpr milliseconds slice(5);
/// A window that was dragged or a machine that slept is no time to be made up for.
constexpr milliseconds longestTick(100);
/// Figures are means over about this time.
constexpr milliseconds measuredTime(250);
/// Larger runs go on a worker: their beginning and their end alone would take longer than a slice.
constexpr qint64 mostRequestsHere = 1000;
/// In larger ones nobody is told what comes next, because that takes a second run beside the first.
constexpr qint64 mostRequestsAhead = 1000;
/// A worker that is no longer needed may still be busy with unwinding a large run while the next begins.
constexpr int mostWorkers = 4;

bool isMax(double speed) { return std::isinf(speed); }

} // namespace

Playback::Playback(QObject *parent) : QObject(parent), m_run(std::make_unique<Run>(Scenario()))
{
    m_pool.setMaxThreadCount(mostWorkers);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(frame);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
}

Playback::~Playback() = default;

void Playback::reset(const Scenario &scenario)
{
    m_timer.stop();
    m_task = Task::None;
    m_input.reset();
    m_state.recording = false;
    m_restartedBy.reset();
    m_driver.reset();
    m_scout.reset();
    m_played = scenario;
    const std::unique_ptr<Run> before = std::exchange(m_run, std::make_unique<Run>(scenario));
    m_state.phase = Phase::Ready;
    stopMeasuring();
    emit runReplaced(m_run.get());
    publish();
}

void Playback::change(const Scenario &scenario, int gesture)
{
    const bool underWay =
        (m_state.phase == Phase::Running || m_state.phase == Phase::Paused) && m_restartedBy != gesture;
    if (const auto edits = underWay ? liveEdits(m_run->current(), scenario) : std::nullopt) {
        m_run->setCurrent(scenario);
        if (!edits->empty())
            apply(*edits);
        return;
    }
    const bool runs = m_state.phase == Phase::Running || m_state.phase == Phase::Ended;
    reset(scenario);
    if (!runs)
        return;
    m_restartedBy = gesture;
    start();
}

void Playback::start()
{
    if (m_state.phase == Phase::Ended)
        reset(m_run->scenario());
    begin(Task::Play);
}

void Playback::pause()
{
    if (m_state.phase != Phase::Running)
        return;
    endRecording();
    m_timer.stop();
    m_task = Task::None;
    // One that ran for the end is far ahead of what is shown.
    if (m_driverIsWorker)
        m_driver.reset();
    m_state.phase = Phase::Paused;
    stopMeasuring();
    publish();
}

void Playback::step()
{
    if (m_state.phase == Phase::Running)
        pause();
    if (m_state.phase == Phase::Ended)
        reset(m_run->scenario());
    begin(Task::Step);
}

void Playback::toEnd()
{
    endRecording();
    if (m_state.phase != Phase::Ended)
        begin(Task::ToEnd);
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
    m_task = task;
    useDriver(wantsWorker());
    m_goalReached = false;
    m_target = nanoseconds(m_run->now());
    if (task == Task::Step)
        m_driver->setGoal(RunGoal::step());
    else if (task == Task::Settle)
        m_driver->setGoal(RunGoal::at(m_target));
    else if (task == Task::ToEnd || isMax(m_state.speed))
        m_driver->setGoal(RunGoal::end());
    m_state.phase = task == Task::Play || task == Task::ToEnd ? Phase::Running : Phase::Paused;
    stopMeasuring();
    m_wall.start();
    m_timer.start();
    publish();
}

bool Playback::wantsWorker() const
{
    const bool asFastAsItGoes = m_task == Task::ToEnd || (m_task == Task::Play && isMax(m_state.speed));
    return !m_input && (asFastAsItGoes || requestCount(m_played) > mostRequestsHere);
}

void Playback::useDriver(bool worker)
{
    if (m_driver && m_driverIsWorker == worker)
        return;
    m_driverIsWorker = worker;
    const qint64 known = m_run->trace().size();
    m_driver = worker ? makeWorkerDriver(m_played, known, m_pool) : makeLocalDriver(m_played, known);
}

void Playback::tick()
{
    const nanoseconds wall = std::min<nanoseconds>(nanoseconds(m_wall.nsecsElapsed()), longestTick);
    m_wall.start();
    if (m_task == Task::Play && !isMax(m_state.speed))
        m_driver->setGoal(nextGoal(wall));
    takeIn(QDeadlineTimer(slice, Qt::PreciseTimer));
    measure(wall);
    emit advanced();
    m_state.frameMs = double(m_wall.nsecsElapsed()) / 1e6;
    if (m_run->ended() || (m_goalReached && m_task != Task::Play))
        finishTask();
    publish();
}

/// Where the paced run shall be now. What a slice did not manage is not made up for: the run is slower, then, and says so.
RunGoal Playback::nextGoal(nanoseconds wall)
{
    const nanoseconds now(m_run->now());
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
    do {
        const RunBatch batch = m_driver->take(timeUp);
        m_run->append(batch.trace, batch.now.count());
        m_goalReached = batch.goalReached;
        if (batch.trace.size() == 0)
            break;
    } while (!m_goalReached && !timeUp.hasExpired());
}

void Playback::finishTask()
{
    m_timer.stop();
    m_task = Task::None;
    m_state.phase = m_run->ended() ? Phase::Ended : Phase::Paused;
    stopMeasuring();
    if (!m_run->ended())
        return;
    m_driver.reset();
    endRecording();
}

/// Edits the run that is under way at the instant that it shows.
void Playback::apply(const std::vector<Edit> &edits)
{
    m_scout.reset();
    bool taken = true;
    for (Edit edit : edits) {
        edit.at = nanoseconds(m_run->now());
        const auto later = std::ranges::find_if(m_played.edits, [&](const Edit &other) { return other.at > edit.at; });
        m_played.edits.insert(later, edit);
        taken = m_driver && taken && m_driver->edit(edit);
    }
    if (!taken)
        m_driver.reset();
    if (m_task == Task::None || !taken)
        begin(m_task == Task::None ? Task::Settle : m_task);
}

void Playback::measure(nanoseconds wall)
{
    m_window.wall += wall;
    m_window.virtualTime += m_run->now() - std::exchange(m_measuredNow, m_run->now());
    m_window.events += m_run->trace().size() - std::exchange(m_measuredEvents, m_run->trace().size());
    if (m_window.wall < measuredTime)
        return;
    m_state.realSpeed = double(m_window.virtualTime) / double(m_window.wall.count());
    m_lastWindows[m_windowCount++ % m_lastWindows.size()] = std::exchange(m_window, {});
    Window last;
    for (const Window &window : m_lastWindows) {
        last.wall += window.wall;
        last.events += window.events;
    }
    m_state.eventsPerSecond = double(last.events) * 1e9 / double(last.wall.count());
}

void Playback::stopMeasuring()
{
    m_window = {};
    m_lastWindows = {};
    m_measuredNow = m_run->now();
    m_measuredEvents = m_run->trace().size();
    m_state.realSpeed = 0;
    m_state.eventsPerSecond = 0;
    m_state.frameMs = 0;
}

/// Names what comes next, where somebody is to read it: in a run of moderate size that is not rushing by.
void Playback::lookAhead()
{
    m_state.next.clear();
    if (m_state.phase == Phase::Ended || (m_driver && m_driverIsWorker) || requestCount(m_played) > mostRequestsAhead)
        return;
    if (!m_scout)
        m_scout = std::make_unique<Scout>(m_played);
    m_state.next = m_scout->next(m_run->trace().size());
}

void Playback::publish()
{
    m_state.now = m_run->now();
    lookAhead();
    emit stateChanged(m_state);
}

} // namespace playground
