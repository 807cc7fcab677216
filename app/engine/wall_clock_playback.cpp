// SPDX-License-Identifier: MIT
#include "engine/wall_clock_playback.h"

#include "engine/live_input.h"
#include "engine/rewinding.h"
#include "model/edits.h"
#include "model/strips.h"

#include <algorithm>
#include <utility>

namespace playground {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;
using Source = WallClockRun::Source;

namespace {

constexpr milliseconds frame(16);
/// Leaves time within a frame for painting.
constexpr milliseconds slice(5);
/// So many events are taken in between two looks at the time.
constexpr qsizetype eventsBetweenLooks = 1024;
/// Figures are means over about this time.
constexpr milliseconds measuredTime(500);
constexpr int mostWorkers = 4;

Scenario edited(Scenario scenario, const std::vector<Edit> &edits)
{
    for (const Edit &edit : edits)
        scenario = withEdit(scenario, edit).value_or(scenario);
    return scenario;
}

/// Why input for this scenario cannot be taken in real time, as a sentence; nothing when it can.
std::optional<QString> cannotRecord(const Scenario &scenario)
{
    if (const auto sentence = LiveInput::cannotRecord(scenario))
        return sentence;
    const QString &pattern = scenario.pattern.id();
    if (pattern != u"gather" && pattern != u"gather-safe")
        return std::nullopt;
    return WallClockPlayback::tr("On the wall clock input cannot be recorded under “%1”, which has to know all its requests when it begins. "
                                 "Choose another pattern, or switch the wall clock off.")
        .arg(scenario.pattern.kind().title);
}

} // namespace

WallClockPlayback::WallClockPlayback(QObject *parent)
    : QObject(parent), m_recorded(std::make_shared<Run>(Scenario(), RunClock::System)), m_shown(m_recorded)
{
    m_pool.setMaxThreadCount(mostWorkers);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(frame);
    connect(&m_timer, &QTimer::timeout, this, &WallClockPlayback::tick);
    m_generator.setTimerType(Qt::PreciseTimer);
    connect(&m_generator, &QTimer::timeout, this, [this] { burst(1); });
    m_state.wallClock = true;
    m_state.speed = 1;
}

WallClockPlayback::~WallClockPlayback() = default;

void WallClockPlayback::reset(const Scenario &scenario)
{
    m_timer.stop();
    m_generator.stop();
    m_run.reset();
    m_tape.reset();
    m_piece = {};
    m_pieceTaken = 0;
    m_asked.clear();
    m_goal.reset();
    m_earlier.reset();
    m_course = Course(scenario);
    m_form = scenario;
    emit courseChanged(scenario);
    m_phase = Phase::Ready;
    m_state.recording = false;
    m_state.eventsPerSecond = m_state.realSpeed = m_state.frameMs = 0;
    const std::shared_ptr<Run> before = std::exchange(m_recorded, std::make_shared<Run>(scenario, RunClock::System));
    stand(m_recorded);
    retire(before, m_pool);
    publish();
}

void WallClockPlayback::change(const Scenario &scenario, int, int)
{
    const auto edits = liveEdits(m_form, scenario);
    const bool runs = m_phase == Phase::Running;
    if (edits && edits->empty()) {
        m_form = scenario;
        m_shown->setCurrent(scenario);
        Scenario course = m_course.started();
        course.compare = scenario.compare;
        emit courseChanged(course);
        return publish();
    }
    if (!edits || !runs) {
        const bool goesOn = runs || m_phase == Phase::Ended;
        reset(scenario);
        if (goesOn)
            start();
        return;
    }
    // Made where an instant of the past is shown, it is a change of what holds now.
    const Scenario before = m_asked.empty() ? m_recorded->current() : m_asked.back();
    const bool past = isRewound() || m_goal;
    const Scenario after = past ? edited(before, *edits) : scenario;
    m_run->edit(*edits);
    m_asked.push_back(after);
    m_recorded->setCurrent(after);
    m_form = scenario;
    toEnd();
}

void WallClockPlayback::start()
{
    if (m_phase == Phase::Running)
        return toEnd();
    if (m_phase == Phase::Ended) {
        Scenario again = m_recorded->scenario();
        again.compare = m_form.compare;
        reset(again);
    }
    begin(Source::Complete);
}

void WallClockPlayback::begin(Source source)
{
    m_run = std::make_unique<WallClockRun>(m_course.started(), m_pool, source);
    m_phase = Phase::Running;
    m_measuredWall = {};
    m_measuredEvents = 0;
    m_wall.start();
    m_timer.start();
    publish();
}

void WallClockPlayback::pause()
{
    if (m_phase != Phase::Running)
        return;
    endRecording();
    m_run->stop();
}

void WallClockPlayback::goTo(qint64 time) { rewindTo(time); }

void WallClockPlayback::rewindTo(qint64 time)
{
    if (time >= m_recorded->now())
        return toEnd();
    m_goal = std::max<qint64>(time, 0);
    rewind(QDeadlineTimer(slice, Qt::PreciseTimer));
    if (m_goal)
        m_timer.start();
    publish();
}

void WallClockPlayback::toEnd()
{
    m_goal.reset();
    m_earlier.reset();
    stand(m_recorded);
    showForm(m_recorded->current());
    publish();
}

/// Comes nearer to the instant that is looked for, and shows it when it is there.
void WallClockPlayback::rewind(const QDeadlineTimer &timeUp)
{
    const qsizetype goal = m_recorded->trace().countUpTo(*m_goal);
    const bool further = isRewound() && m_shown->trace().size() <= goal && m_shown->now() <= *m_goal;
    if (further)
        m_earlier.reset();
    else if (!m_earlier || m_earlier->trace().size() > goal || m_earlier->now() > *m_goal)
        m_earlier = std::make_shared<Run>(m_recorded->scenario(), RunClock::System);
    Run &run = further ? *m_shown : *m_earlier;
    const auto &records = m_recorded->trace().records();
    bool there = false;
    do {
        const qsizetype events = std::min(goal, run.trace().size() + eventsBetweenLooks);
        there = events == goal;
        run.repeat(*m_recorded, events, there ? *m_goal : records[size_t(events - 1)].t);
    } while (!there && !timeUp.hasExpired());
    if (further)
        emit advanced();
    if (!there)
        return;
    m_goal.reset();
    if (!further)
        stand(std::exchange(m_earlier, nullptr));
    const Scenario &then = m_course.currentAt(nanoseconds(m_shown->now()));
    m_shown->setCurrent(then);
    showForm(then);
}

void WallClockPlayback::stand(std::shared_ptr<Run> run)
{
    if (m_shown == run)
        return;
    std::shared_ptr<Run> before = std::exchange(m_shown, std::move(run));
    emit runReplaced(m_shown.get());
    retire(std::move(before), m_pool);
}

void WallClockPlayback::showForm(const Scenario &scenario)
{
    if (playAlike(m_form, scenario))
        return;
    const QJsonArray compare = m_form.compare;
    m_form = scenario;
    m_form.compare = compare;
    emit scenarioShown(m_form);
}

void WallClockPlayback::tick()
{
    const nanoseconds wall(m_wall.nsecsElapsed());
    m_wall.start();
    if (m_run)
        takeIn(QDeadlineTimer(slice, Qt::PreciseTimer));
    if (m_goal)
        rewind(QDeadlineTimer(slice, Qt::PreciseTimer));
    else if (!isRewound())
        emit advanced();
    measure(wall);
    m_state.frameMs = double(m_wall.nsecsElapsed()) / 1e6;
    if (m_run && m_recorded->ended())
        end();
    if (!m_run && !m_goal)
        m_timer.stop();
    publish();
}

void WallClockPlayback::end()
{
    endRecording();
    m_run.reset();
    m_phase = Phase::Ended;
    m_state.eventsPerSecond = m_state.realSpeed = 0;
    if (m_asked.empty())
        return;
    // What was edited too late to be applied is an edit of a run that has ended.
    const Scenario asked = m_asked.back();
    reset(asked);
    begin(Source::Complete);
}

void WallClockPlayback::takeIn(const QDeadlineTimer &timeUp)
{
    const bool fresh = m_pieceTaken == m_piece.trace.size();
    if (fresh) {
        m_piece = m_run->take();
        m_pieceTaken = 0;
        m_recorded->append(Trace(), std::exchange(m_piece.wakeUps, {}), m_recorded->now());
    }
    const qsizetype size = m_piece.trace.size();
    do {
        const qsizetype count = std::min(size - m_pieceTaken, eventsBetweenLooks);
        const Trace part = m_piece.trace.piece(m_pieceTaken, count);
        m_pieceTaken += count;
        m_recorded->append(part, m_pieceTaken == size ? m_piece.now.count() : part.records().back().t);
    } while (m_pieceTaken < size && !timeUp.hasExpired());
    if (m_pieceTaken < size)
        return;
    for (const nanoseconds at : m_piece.edits) {
        m_course.edit(at, liveEdits(m_course.currentAt(at), m_asked.front()).value_or(std::vector<Edit>()));
        m_asked.pop_front();
    }
    m_piece = {};
    m_pieceTaken = 0;
}

void WallClockPlayback::record(const Scenario &scenario)
{
    if (const auto sentence = cannotRecord(scenario)) {
        emit problem(*sentence);
        return;
    }
    auto tape = std::make_unique<TapeRecording>(scenario.source);
    Scenario recorded = scenario;
    recorded.source = tape->source();
    reset(recorded);
    m_tape = std::move(tape);
    m_state.recording = true;
    emit this->recorded(m_tape->source());
    begin(Source::Open);
}

void WallClockPlayback::endRecording()
{
    if (!m_tape)
        return;
    m_generator.stop();
    m_tape->close(std::chrono::floor<milliseconds>(m_run->now()));
    growSource(Source::Complete);
    m_tape.reset();
    m_state.recording = false;
    publish();
}

void WallClockPlayback::input(const PadInput &input, nanoseconds age)
{
    if (!m_tape)
        return;
    put(input, m_run->now() - age);
    growSource(Source::Open);
}

void WallClockPlayback::burst(int clicks)
{
    if (!m_tape)
        return;
    const nanoseconds now = m_run->now();
    for (int i = 0; i < clicks; ++i)
        put(PadInput::click(), now);
    growSource(Source::Open);
}

void WallClockPlayback::generate(nanoseconds every)
{
    m_generator.stop();
    if (!m_tape || every <= nanoseconds::zero())
        return;
    m_generator.start(std::chrono::ceil<milliseconds>(every));
    burst(1);
}

/// The whole ms before it, so that it is due at once.
void WallClockPlayback::put(const PadInput &input, nanoseconds at)
{
    m_tape->add(input, std::chrono::floor<milliseconds>(std::max(at, nanoseconds::zero())));
}

void WallClockPlayback::growSource(Source state)
{
    const Section source = m_tape->source();
    m_run->growSource(source, state);
    m_course.growSource(source, source);
    for (Scenario &asked : m_asked)
        asked.source = source;
    m_form.source = source;
    m_recorded->growSource(source);
    if (isRewound())
        m_shown->growSource(source);
    emit recorded(source);
}

void WallClockPlayback::measure(nanoseconds wall)
{
    m_measuredWall += wall;
    if (m_measuredWall < measuredTime)
        return;
    const qint64 events = m_recorded->trace().size();
    m_state.eventsPerSecond = double(events - std::exchange(m_measuredEvents, events)) * 1e9 / double(m_measuredWall.count());
    m_state.realSpeed = 1;
    m_measuredWall = {};
}

void WallClockPlayback::publish()
{
    // The past of a run that has ended stands still.
    m_state.phase = m_phase == Phase::Ended && isRewound() ? Phase::Paused : m_phase;
    m_state.now = m_shown->now();
    m_state.recorded = m_recorded->now();
    m_state.rewound = isRewound();
    m_state.seeking = m_goal.value_or(-1);
    emit stateChanged(m_state);
}

} // namespace playground
