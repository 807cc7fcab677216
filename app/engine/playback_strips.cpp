// SPDX-License-Identifier: MIT
// Comparing: the strips beside the run show what it shows.
#include "engine/playback.h"

#include "model/strips.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace playground {

using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;

namespace {

/// A run of so many events is repeated in a few ms.
constexpr qsizetype mostEventsRepeated = 100'000;

} // namespace

/// Whether nothing more happens behind what this run shows, neither in it nor in a strip.
bool Playback::isOver(const Run &run) const { return run.ended() && m_strips.endBy(nanoseconds(run.now())); }

/// The scenario as it began, with the comparison as it is now.
Scenario Playback::again() const
{
    Scenario scenario = m_recorded->scenario();
    scenario.compare = m_compare;
    return scenario;
}

/// What another run begins with, where the form shows this: the edits that this run came with will come again at their time.
Scenario Playback::beginningOf(const Scenario &scenario) const
{
    if (m_course.started().edits.empty() || shownTime() < nanoseconds(0))
        return scenario;
    Scenario shown = m_form;
    shown.seed = scenario.seed;
    if (!compareAlike(shown, scenario))
        return scenario;
    return withStrips(m_course.again(scenario, shownTime()), m_compare, m_strips.currentAt(shownTime()));
}

void Playback::setCurrent(Run &run, Scenario scenario) const
{
    scenario.compare = m_compare;
    run.setCurrent(scenario);
}

/// Nobody needs to be told of none again and again.
void Playback::tellStrips()
{
    if (std::exchange(m_stripsTold, !m_strips.empty()) || !m_strips.empty())
        emit stripsReplaced(m_strips.runs());
}

/// What there is to be saved; of the strips, whose edits no file can hold, what they have become in the end.
void Playback::tellCourse()
{
    emit courseChanged(withStrips(m_course.recorded(), m_compare, m_strips.currentAt(nanoseconds::max())));
}

/// Takes a change of the comparison at the instant that is shown.
void Playback::takeStrips(const Scenario &scenario)
{
    m_compare = scenario.compare;
    setCurrent(*m_shown, scenario);
    const Runs before = wholes();
    if (m_strips.change(scenario, m_course.noted(), shownTime())) {
        takeGhostsOf(before);
        tellStrips();
    }
    m_strips.forgetOld();
    m_turns.reset();
    tellCourse();
}

/// Strips that began anew come to the instant that is shown, if nobody is on the way already.
void Playback::settleStrips()
{
    followCourse(); // What a rule did not allow at this instant is not so.
    if (m_state.phase == Phase::Running || m_task != Task::None || m_shown->trace().size() == 0)
        return publish();
    if (m_state.phase == Phase::Ended)
        trimPresent();
    m_task = Task::CatchUp;
    m_timer.start();
    catchUp();
}

/// A strip that went on for longer is gone: the present goes back to the last end that there is.
void Playback::trimPresent()
{
    const auto &records = m_recorded->trace().records();
    const qint64 end = std::max<qint64>(records.back().t, m_strips.now().count());
    if (isRewound() || !isOver(*m_recorded) || end >= m_recorded->now() || m_recorded->trace().size() > mostEventsRepeated)
        return;
    auto run = std::make_shared<Run>(m_recorded->scenario());
    run->repeat(*m_recorded, m_recorded->trace().size(), end);
    setCurrent(*run, m_recorded->current());
    m_recorded = run;
    stand(m_recorded);
}

/// Lets the strips show what the run shows; what they do not know yet they catch up with.
void Playback::showStrips()
{
    if (m_strips.empty())
        return;
    const bool begun = m_shown->trace().size() > 0;
    const nanoseconds now = begun ? nanoseconds(m_shown->now()) : nanoseconds(-1);
    if (m_strips.goBackTo(now))
        tellStrips();
    m_strips.forgetOld();
    if (!begun || m_strips.workTo(now, wantsWorker(), nanoseconds(0)))
        return;
    m_task = Task::CatchUp;
    m_timer.start();
}

/// Strips that began anew come to the instant that is shown. Where the run is over, a strip may have to go on beyond it.
void Playback::catchUp()
{
    const bool there = m_strips.workTo(nanoseconds(m_shown->now()), true, slice);
    emit advanced();
    if (!there)
        return;
    m_timer.stop();
    m_task = Task::None;
    const bool stoodAtTheEnd = m_state.phase == Phase::Ended && !isRewound();
    m_state.phase = phaseShown();
    if (stoodAtTheEnd && !isOver(*m_shown))
        return begin(Task::ToEnd);
    publish();
}

/// Whether it is known how far a step goes: to the next instant of the run or of a strip, whichever comes first.
bool Playback::findStep()
{
    if (m_stepTo || m_strips.empty())
        return true;
    const bool together = m_shown->trace().size() == 0 || m_strips.workTo(nanoseconds(m_shown->now()), wantsWorker(), slice);
    if (!together || !m_strips.findNext(wantsWorker(), slice))
        return false;
    m_stepTo = m_strips.next().value_or(nanoseconds::max());
    if (m_driver)
        m_driver->setGoal(RunGoal::step(*m_stepTo));
    return true;
}

/// Works on the strips' showing what the run shows, and behind its end on what is asked for. True: they do.
bool Playback::followRun()
{
    if (m_strips.empty())
        return true;
    const bool behindEnd = !isRewound() && m_recorded->ended();
    const nanoseconds target = behindEnd ? goalBehindEnd() : nanoseconds(m_shown->now());
    const bool there = m_strips.workTo(std::max(target, nanoseconds(m_shown->now())), wantsWorker(), slice);
    if (behindEnd)
        m_recorded->append(Trace(), m_strips.now().count());
    return there;
}

nanoseconds Playback::goalBehindEnd() const
{
    switch (m_task) {
    case Task::Step:
        return m_stepTo.value_or(nanoseconds(m_shown->now()));
    case Task::GoTo:
        return m_goTo;
    case Task::Play:
        return std::isinf(m_state.speed) ? nanoseconds::max() : m_target;
    case Task::ToEnd:
        return nanoseconds::max();
    default:
        return m_target;
    }
}

/// When something happens next in the record, behind so many events of the run; nothing where the record ends.
std::optional<nanoseconds> Playback::nextRecorded(qsizetype events) const
{
    std::optional<nanoseconds> next = m_strips.next();
    if (next && next->count() > m_recorded->now())
        next.reset();
    if (events < m_recorded->trace().size()) {
        const nanoseconds own(m_recorded->trace().records()[size_t(events)].t);
        next = next ? std::min(*next, own) : own;
    }
    return next;
}

} // namespace playground
