// SPDX-License-Identifier: MIT
// What is told beside the run itself: other runs as outlines, figures, and what comes next.
#include "engine/playback.h"

#include "engine/instant_words.h"

#include <algorithm>

namespace playground {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;

namespace {

/// Figures are means over about this time.
constexpr milliseconds measuredTime(250);
/// In larger runs nobody is told what comes next, because that takes a second run beside the first.
constexpr qint64 mostRequestsAhead = 1000;

} // namespace

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
    const Run *before = &m_forecast->run();
    const bool isNew = m_forecast->advance(QDeadlineTimer(slice, Qt::PreciseTimer));
    if (before != &m_forecast->run())
        tellGhosts();
    else if (isNew)
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
