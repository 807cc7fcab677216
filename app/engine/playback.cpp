// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "engine/instant_words.h"
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
/// Repeating so many events of a record takes a few ms; more are repeated on a worker.
constexpr qsizetype mostEventsAtOnce = 20'000;
/// So many events are repeated between two looks at the clock.
constexpr qsizetype eventsBetweenLooks = 1024;
/// Runs that others have taken the place of are kept while they have no more events than these, a few hundred MB, all together.
constexpr qsizetype mostEventsKept = 2'000'000;
constexpr size_t mostFormer = 100;

bool isMax(double speed) { return std::isinf(speed); }

/// Whether two scenarios make the same run from here on: they may differ in words.
bool playAlike(const Scenario &a, const Scenario &b)
{
    const auto edits = liveEdits(a, b);
    return edits && edits->empty();
}

/// Whether an edit changes the server, which is one for all strips.
bool isShared(const Edit &edit) { return edit.path.startsWith(QLatin1String("backend.")); }

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
    // What starts once more as it was has no run before it, but the one that it had.
    const bool changed = m_recorded->trace().size() > 0 && !playAlike(m_course.played(), scenario);
    const std::shared_ptr<const Run> ghost = another ? nullptr : changed ? m_recorded : m_ghost;
    restart(scenario);
    setGhost(ghost);
    publish();
}

void Playback::change(const Scenario &scenario, int gesture, int undoes)
{
    if (m_task == Task::Rewind)
        settleWhereItStands();
    if (playAlike(m_shown->current(), scenario)) {
        m_form = scenario;
        changeStrips(scenario);
        return;
    }
    m_compare = scenario.compare;
    if (undoes >= 0 && restore(scenario, undoes))
        return;
    takeBranchBack(gesture);
    const bool underWay = (m_state.phase == Phase::Running || m_state.phase == Phase::Paused) && m_restartedBy != gesture;
    const auto edits = underWay ? liveEdits(m_shown->current(), scenario) : std::nullopt;
    // Behind its own end, while strips go on, the run can only take what is theirs, too.
    if (edits && (!m_shown->ended() || std::ranges::all_of(*edits, isShared))) {
        if (!edits->empty() && isRewound())
            branch(gesture);
        m_form = scenario;
        setCurrent(*m_shown, scenario);
        if (!edits->empty() && !m_shown->ended()) {
            apply(*edits, scenario);
            foretell();
        }
        changeStrips(scenario);
        return;
    }
    const bool runs = m_state.phase == Phase::Running || m_state.phase == Phase::Ended;
    if (m_restartedBy != gesture)
        remember(gesture);
    restart(scenario);
    if (!runs)
        return publish();
    m_restartedBy = gesture;
    begin(Task::Play);
    foretell();
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

void Playback::stepBack()
{
    endRecording();
    endGesture();
    const auto &records = m_recorded->trace().records();
    const Instant from = standing();
    halt();
    if (from.events == 0)
        return show(from);
    if (!m_strips.empty()) {
        std::optional<nanoseconds> before = m_strips.before(nanoseconds(from.now));
        if (const qsizetype own = m_recorded->trace().countUpTo(from.now - 1); own > 0)
            before = std::max(before, std::optional(nanoseconds(records[size_t(own - 1)].t)));
        return show(before ? recordedInstant(before->count()) : Instant());
    }
    const qint64 last = records[size_t(from.events - 1)].t;
    if (from.now > last)
        return show({from.events, last});
    const qsizetype before = m_recorded->trace().countUpTo(last - 1);
    show(before == 0 ? Instant() : Instant{before, records[size_t(before - 1)].t});
}

void Playback::goTo(qint64 time)
{
    const bool begun = m_recorded->trace().size() > 0;
    if (begun && (time <= m_recorded->now() || isOver(*m_recorded)))
        return rewindTo(time);
    endRecording();
    halt();
    m_goTo = nanoseconds(time);
    begin(Task::GoTo);
}

void Playback::rewindTo(qint64 time)
{
    endRecording();
    endGesture();
    if (m_task != Task::Rewind)
        halt();
    show(recordedInstant(std::clamp<qint64>(time, 0, m_recorded->now())));
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

/// Plays what is recorded; at its end the run itself goes on.
void Playback::repeatRecord(const QDeadlineTimer &timeUp)
{
    const Instant goal = recordedInstant(std::min<qint64>(m_target.count(), m_recorded->now()));
    const auto &records = m_recorded->trace().records();
    do {
        const qsizetype events = std::min(goal.events, m_shown->trace().size() + eventsBetweenLooks);
        m_shown->repeat(*m_recorded, events, events == goal.events ? goal.now : records[size_t(events - 1)].t);
    } while (m_shown->trace().size() < goal.events && !timeUp.hasExpired());
    followCourse();
    if (m_shown->trace().size() == m_recorded->trace().size() && m_shown->now() == m_recorded->now())
        retire(std::exchange(m_recorded, m_shown), m_pool);
}

void Playback::finishTask()
{
    m_timer.stop();
    m_task = Task::None;
    m_state.phase = isOver(*m_shown) ? Phase::Ended : Phase::Paused;
    followCourse();
    stopMeasuring();
    if (!isOver(*m_shown))
        return;
    m_driver.reset();
    endRecording();
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
    m_form = scenario;
    m_compare = scenario.compare;
    m_strips.reset(scenario);
    const std::shared_ptr<Run> before = std::exchange(m_recorded, std::make_shared<Run>(scenario));
    m_state.phase = Phase::Ready;
    stand(m_recorded);
    m_strips.forgetOld();
    stopMeasuring();
    retire(before, m_pool);
}

/// Edits the run that is under way at the instant that it shows.
void Playback::apply(const std::vector<Edit> &edits, const Scenario &scenario)
{
    m_scout.reset();
    m_goalReached = false;
    const nanoseconds now(m_shown->now());
    m_course.edit(now, edits, scenario);
    bool taken = true;
    for (Edit edit : edits) {
        edit.at = now;
        taken = m_driver && taken && m_driver->edit(edit);
    }
    if (!taken)
        m_driver.reset();
    if (m_task == Task::None || !taken)
        begin(m_task == Task::None ? Task::Settle : m_task);
}

// The past.

/// The instant that is shown, or will be in a moment.
Playback::Instant Playback::standing() const
{
    if (m_rewinding)
        return m_rewinding->goal();
    return {m_shown->trace().size(), m_shown->now()};
}

/// When everything that happens at `time` has happened.
Playback::Instant Playback::recordedInstant(qint64 time) const { return {m_recorded->trace().countUpTo(time), time}; }

/// Shows an instant of the record and stands there. A large record is repeated on a worker, and shown when that is done.
void Playback::show(const Instant &instant)
{
    const bool whole = instant.events == m_recorded->trace().size() && instant.now >= m_recorded->now();
    const bool further = isRewound() && m_shown->trace().size() <= instant.events && m_shown->now() <= instant.now;
    const qsizetype toRepeat = instant.events - (further ? m_shown->trace().size() : 0);
    if (!whole && toRepeat > mostEventsAtOnce) {
        if (!m_rewinding || !m_rewinding->setGoal(instant))
            m_rewinding = std::make_unique<Rewinding>(m_recorded, instant, m_pool);
        m_task = Task::Rewind;
        m_state.seeking = instant.now;
        m_state.phase = phaseShown();
        stopMeasuring();
        m_timer.start();
        return publish();
    }
    if (whole) {
        stand(m_recorded);
    } else if (further) {
        m_shown->repeat(*m_recorded, instant.events, instant.now);
        emit advanced();
    } else {
        auto run = std::make_shared<Run>(m_recorded->scenario());
        run->repeat(*m_recorded, instant.events, instant.now);
        stand(std::move(run));
    }
    settleWhereItStands();
}

/// Lets this run stand there: all of the record, or a beginning of it.
void Playback::stand(std::shared_ptr<Run> run)
{
    if (m_shown == run)
        return;
    if (run->trace().size() > 0)
        setCurrent(*run, m_course.currentAt(nanoseconds(run->now())));
    std::shared_ptr<Run> before = std::exchange(m_shown, std::move(run));
    emit runReplaced(m_shown.get());
    tellStrips();
    retire(std::move(before), m_pool);
}

/// The form shows what the scenario was at the instant that is shown.
void Playback::followCourse()
{
    const Scenario &current =
        m_shown->trace().size() == 0 ? m_course.started() : m_course.currentAt(nanoseconds(m_shown->now()));
    if (!playAlike(m_shown->current(), current))
        setCurrent(*m_shown, current);
    if (playAlike(m_form, current))
        return;
    m_form = current;
    m_form.compare = m_compare;
    emit scenarioShown(m_form);
}

PlaybackState::Phase Playback::phaseShown() const
{
    if (isOver(*m_shown))
        return Phase::Ended;
    return m_shown->trace().size() == 0 ? Phase::Ready : Phase::Paused;
}

void Playback::settleWhereItStands()
{
    halt();
    m_state.phase = phaseShown();
    followCourse();
    stopMeasuring();
    showStrips();
    publish();
}

void Playback::takeRewound()
{
    std::shared_ptr<Run> run = m_rewinding->take();
    if (!run)
        return;
    const bool plays = m_playThere;
    stand(std::move(run));
    settleWhereItStands();
    if (plays)
        begin(Task::Play);
}

/// From the instant that is shown on the run takes another course; the one that it took is remembered.
void Playback::branch(int gesture)
{
    remember(gesture);
    m_driver.reset();
    m_course.cutAfter(nanoseconds(m_shown->now()));
    m_recorded = m_shown;
}

/// A drag that goes on at the instant where it began a branch begins it once more, with its new value.
void Playback::takeBranchBack(int gesture)
{
    if (m_former.empty() || m_state.phase != Phase::Paused || isRewound())
        return;
    const Former &former = m_former.back();
    if (former.gesture != gesture || !former.recorded || former.shown.now != m_shown->now() || former.shown.events > mostEventsAtOnce)
        return;
    bringBack();
}

/// Keeps the run that stands there, for whoever undoes what takes its place.
void Playback::remember(int gesture)
{
    if (m_recorded->trace().size() == 0)
        return;
    const Instant shown{m_shown->trace().size(), m_shown->now()};
    m_former.push_back({gesture, m_recorded, m_course, shown, m_recorded->now(), m_shown->current(), m_ghost});
    setGhost(m_recorded);
    if (m_former.size() > mostFormer)
        m_former.erase(m_former.begin());
    qsizetype kept = 0;
    for (auto former = m_former.rbegin(); former != m_former.rend(); ++former) {
        kept += former->recorded ? former->recorded->trace().size() : 0;
        if (kept > mostEventsKept && former != m_former.rbegin())
            retire(std::exchange(former->recorded, nullptr), m_pool);
    }
}

/// Brings the run back that this gesture has put another in the place of. False: it has not, or something else has changed since.
bool Playback::restore(const Scenario &scenario, int gesture)
{
    const auto found = std::find_if(m_former.rbegin(), m_former.rend(), [&](const Former &former) { return former.gesture == gesture; });
    if (found == m_former.rend() || !playAlike(found->scenario, scenario))
        return false;
    m_former.erase(found.base(), m_former.end());
    bringBack();
    return true;
}

/// The run before stands there again, as it stood.
void Playback::bringBack()
{
    halt();
    m_restartedBy.reset();
    m_driver.reset();
    m_scout.reset();
    const Former former = std::move(m_former.back());
    m_former.pop_back();
    m_course = former.course;
    m_form = former.scenario;
    std::shared_ptr<Run> before = m_recorded;
    m_recorded = former.recorded ? former.recorded : std::make_shared<Run>(m_course.started());
    Scenario compared = former.scenario;
    compared.compare = m_compare;
    m_strips.replay(compared, m_course.played());
    stand(m_recorded);
    setGhost(former.ghost);
    m_strips.forgetOld();
    retire(std::move(before), m_pool);
    if (former.recorded)
        show(former.shown);
    else
        goTo(former.recordedTo);
}

// Other runs.

/// Works out how this run will go on, from its start on: a run is a function of its scenario and its edits.
void Playback::foretell()
{
    if (!m_wantsGhosts || m_input || m_recorded->ended())
        return;
    std::unique_ptr<Forecast> before = std::exchange(m_forecast, std::make_unique<Forecast>(m_course.played(), m_pool));
    tellGhosts();
    m_forecastTimer.start();
}

void Playback::advanceForecast()
{
    if (m_forecast->advance(QDeadlineTimer(slice, Qt::PreciseTimer)))
        emit ghostsAdvanced();
    if (m_forecast->run().ended())
        m_forecastTimer.stop();
}

void Playback::endGesture()
{
    m_forecastTimer.stop();
    if (const std::unique_ptr<Forecast> before = std::move(m_forecast))
        tellGhosts();
}

void Playback::setGhost(std::shared_ptr<const Run> before)
{
    if (before == m_ghost)
        return;
    std::swap(m_ghost, before);
    tellGhosts();
    retire(std::move(before), m_pool);
}

void Playback::setGhosts(bool wanted)
{
    m_wantsGhosts = wanted;
    if (!wanted)
        endGesture();
    tellGhosts();
}

void Playback::tellGhosts()
{
    emit ghostsChanged(m_wantsGhosts ? m_ghost.get() : nullptr, m_forecast ? &m_forecast->run() : nullptr);
}

void Playback::measure(nanoseconds wall)
{
    m_window.wall += wall;
    m_window.virtualTime += m_shown->now() - std::exchange(m_measuredNow, m_shown->now());
    m_window.events += m_shown->trace().size() - std::exchange(m_measuredEvents, m_shown->trace().size());
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
    m_measuredNow = m_shown->now();
    m_measuredEvents = m_shown->trace().size();
    m_state.realSpeed = 0;
    m_state.eventsPerSecond = 0;
    m_state.frameMs = 0;
}

/// Names what comes next, where somebody is to read it: in a run of moderate size that is not rushing by.
void Playback::lookAhead()
{
    m_state.next.clear();
    const bool rushing = m_driver && m_driverIsWorker;
    if (m_state.phase == Phase::Ended || rushing || requestCount(m_course.played()) > mostRequestsAhead)
        return;
    const qsizetype events = m_shown->trace().size();
    if (events < m_recorded->trace().size()) {
        m_state.next = recordedNext(events);
        return;
    }
    if (!m_scout)
        m_scout = std::make_unique<Scout>(m_course.played());
    m_state.next = m_scout->next(events);
    // An open tape has an end, too, but no person will wait for it.
    if (m_input && m_scout->at() >= m_input->tape().openEnd())
        m_state.next = tr("whatever you put in");
}

/// What comes behind so many events of the record.
QString Playback::recordedNext(qsizetype events) const
{
    const Trace &trace = m_recorded->trace();
    const qsizetype end = trace.countUpTo(trace.records()[size_t(events)].t);
    // A record can end in the middle of an instant.
    if (end == trace.size() && !m_recorded->ended())
        return Scout(m_course.played()).next(events);
    return instantWords(trace.piece(events, end - events));
}

void Playback::publish()
{
    m_state.now = m_shown->now();
    m_state.recorded = m_recorded->now();
    m_state.rewound = isRewound();
    lookAhead();
    emit stateChanged(m_state);
}

} // namespace playground
