// SPDX-License-Identifier: MIT
// The past: any instant of the record, and the branches that begin there.
#include "engine/playback.h"

#include "model/strips.h"

#include <algorithm>

namespace playground {

using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;

namespace {

/// Repeating so many events of a record takes a few ms; more are repeated on a worker.
constexpr qsizetype mostEventsAtOnce = 20'000;
/// So many events are repeated between two looks at the clock.
constexpr qsizetype eventsBetweenLooks = 1024;
constexpr size_t mostFormer = 100;

} // namespace

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

/// The present that is shown; negative where nothing has happened yet.
nanoseconds Playback::shownTime() const { return nanoseconds(m_shown->trace().size() == 0 ? -1 : m_shown->now()); }

/// Each strip as it has become at the instant that is shown, A first.
std::vector<Scenario> Playback::shownStrips() const
{
    std::vector<Scenario> strips = m_strips.currentAt(shownTime());
    strips.insert(strips.begin(), m_course.currentAt(shownTime()));
    return strips;
}

/// The scenario and its strips as they had become at the instant that is shown.
Scenario Playback::shownScenario() const
{
    return withStrips(m_course.currentAt(shownTime()), m_compare, m_strips.currentAt(shownTime()));
}

/// The form shows what the scenario was at the instant that is shown.
void Playback::followCourse()
{
    const Scenario &current = m_course.currentAt(shownTime());
    if (!playAlike(m_shown->current(), current))
        setCurrent(*m_shown, current);
    std::vector<size_t> turns = m_strips.turnsUntil(shownTime());
    turns.push_back(m_course.turnsUntil(shownTime()));
    if (m_turns == turns)
        return;
    m_turns = std::move(turns);
    const Scenario shown = shownScenario();
    if (compareAlike(m_form, shown))
        return;
    m_form = shown;
    emit scenarioShown(m_form);
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
    dropGhostsOfTheSame();
    m_driver.reset();
    m_scout.reset();
    m_course.cutAfter(nanoseconds(m_shown->now()));
    m_strips.cutAfter(nanoseconds(m_shown->now()));
    tellCourse();
    m_recorded = m_shown;
}

/// A drag that goes on at the instant where it began a branch begins it once more, with its new value.
void Playback::takeBranchBack(int gesture)
{
    if (m_former.empty() || m_state.phase != Phase::Paused || isRewound())
        return;
    const Former &former = m_former.back();
    if (former.gesture != gesture || former.strips.size() != m_strips.runs().size() || !former.recorded ||
        former.shown.now != m_shown->now() || former.shown.events > mostEventsAtOnce)
        return;
    m_form = former.scenario;
    bringBack();
}

/// Keeps the run that stands there, for whoever undoes what takes its place.
void Playback::remember(int gesture)
{
    if (m_recorded->trace().size() == 0)
        return;
    const Instant shown{m_shown->trace().size(), m_shown->now()};
    m_former.push_back({gesture, m_recorded, m_course, m_strips.everything(), shown, m_recorded->now(), shownScenario(), m_ghosts});
    keepGhosts(wholes());
    if (m_former.size() > mostFormer)
        m_former.erase(m_former.begin());
    qsizetype kept = 0;
    for (auto former = m_former.rbegin(); former != m_former.rend(); ++former) {
        kept += former->recorded ? former->recorded->trace().size() : 0;
        for (const StripRun::Known &strip : former->strips)
            kept += strip.trace.size();
        if (kept <= m_mostEventsKept || former == m_former.rbegin())
            continue;
        retire(std::exchange(former->recorded, nullptr), m_pool);
        for (StripRun::Known &strip : former->strips)
            strip.forgetTrace();
    }
}

/// Brings the run back that this gesture has put another in the place of. False: it has not, or something else has changed since. The
/// numbers may be those of another instant.
bool Playback::restore(const Scenario &scenario, int gesture)
{
    const auto found = std::find_if(m_former.rbegin(), m_former.rend(), [&](const Former &former) { return former.gesture == gesture; });
    if (found == m_former.rend() || stripCount(found->scenario) != stripCount(scenario))
        return false;
    for (qsizetype strip = 0; strip < stripCount(scenario); ++strip) {
        if (!liveEdits(stripOf(found->scenario, strip), stripOf(scenario, strip)))
            return false;
    }
    m_former.erase(found.base(), m_former.end());
    m_form = scenario;
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
    m_turns.reset();
    std::shared_ptr<Run> before = m_recorded;
    m_recorded = former.recorded ? former.recorded : std::make_shared<Run>(m_course.started());
    m_strips.bringBack(former.strips);
    tellCourse();
    stand(m_recorded);
    keepGhosts(former.ghosts);
    m_strips.forgetOld();
    retire(std::move(before), m_pool);
    if (former.recorded)
        return show(former.shown);
    goTo(former.recordedTo);
    m_standAt = former.shown;
}

} // namespace playground
