// SPDX-License-Identifier: MIT
// What is told beside the run itself: other runs as outlines, figures, and what comes next.
#include "engine/playback.h"

#include "engine/instant_words.h"
#include "model/strips.h"

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

/// Works out how those runs will go on that are other ones than `before`, from their start on: a run is a function of its scenario and
/// its edits.
void Playback::foretell(const std::vector<Scenario> &before)
{
    if (!m_wantsGhosts || m_input)
        return;
    const std::vector<Scenario> now = shownStrips();
    const auto last = std::exchange(m_forecasts, std::vector<std::unique_ptr<Forecast>>(now.size()));
    for (size_t strip = 0; strip < now.size(); ++strip) {
        const bool ended = strip == 0 ? m_recorded->ended() : m_strips.runs()[strip - 1]->ended();
        if (ended || (strip < before.size() && playAlike(before[strip], now[strip])))
            continue;
        const Course &course = strip == 0 ? m_course : m_strips.course(strip - 1);
        m_forecasts[strip] = std::make_unique<Forecast>(course.played(), m_pool);
    }
    tellGhosts();
    m_forecastTimer.start();
}

void Playback::advanceForecast()
{
    bool more = false, replaced = false, ended = true;
    const QDeadlineTimer timeUp(slice, Qt::PreciseTimer);
    for (const auto &forecast : m_forecasts) {
        if (!forecast)
            continue;
        const Run *before = &forecast->run();
        more = forecast->advance(timeUp) || more;
        replaced = replaced || before != &forecast->run();
        ended = ended && forecast->run().ended();
    }
    if (replaced)
        tellGhosts();
    else if (more)
        emit ghostsAdvanced();
    if (ended)
        m_forecastTimer.stop();
}

void Playback::endGesture()
{
    m_forecastTimer.stop();
    if (const auto before = std::exchange(m_forecasts, {}); !before.empty())
        tellGhosts();
}

/// The runs as far as they are known, A first.
Playback::Runs Playback::wholes() const
{
    Runs runs = m_strips.wholes();
    runs.insert(runs.begin(), m_recorded);
    return runs;
}

void Playback::keepGhosts(Runs before)
{
    if (before == m_ghosts)
        return;
    std::swap(m_ghosts, before);
    tellGhosts();
    for (std::shared_ptr<const Run> &run : before)
        retire(std::move(run), m_pool);
}

/// Strips that began anew have the run before as their ghost; where some came or went, none has.
void Playback::takeGhostsOf(const Runs &before)
{
    const Runs now = wholes();
    Runs ghosts = m_ghosts;
    ghosts.resize(before.size() == now.size() ? now.size() : std::min<size_t>(ghosts.size(), 1));
    for (size_t strip = 1; strip < ghosts.size(); ++strip) {
        if (before[strip] != now[strip] && before[strip]->trace().size() > 0)
            ghosts[strip] = before[strip];
    }
    keepGhosts(std::move(ghosts));
}

/// A strip that goes on as it was, because nothing more of it was known, has no run before.
void Playback::dropGhostsOfTheSame()
{
    const std::vector<const Run *> shown = m_strips.runs();
    Runs ghosts = m_ghosts;
    for (size_t strip = 1; strip < std::min(ghosts.size(), shown.size() + 1); ++strip) {
        if (ghosts[strip].get() == shown[strip - 1])
            ghosts[strip].reset();
    }
    keepGhosts(std::move(ghosts));
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
    std::vector<const Run *> before, ahead;
    for (size_t strip = 0; m_wantsGhosts && strip < m_ghosts.size(); ++strip)
        before.push_back(m_ghosts[strip].get());
    for (const auto &forecast : m_forecasts)
        ahead.push_back(forecast ? &forecast->run() : nullptr);
    before.resize(std::max<size_t>(before.size(), 1));
    ahead.resize(std::max<size_t>(ahead.size(), 1));
    emit ghostsChanged(before[0], ahead[0]);
    before.erase(before.begin());
    ahead.erase(ahead.begin());
    const bool some = !before.empty() || !ahead.empty();
    if (std::exchange(m_ghostsBesideTold, some) || some)
        emit ghostsBesideChanged(before, ahead);
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
    const Trace own = nextInstant();
    // An open tape has an end, too, but no person will wait for it.
    if (m_input && own.size() > 0 && nanoseconds(own.records().front().t) >= m_input->tape().openEnd()) {
        m_state.next = tr("whatever you put in");
        return;
    }
    if (m_strips.empty()) {
        m_state.next = instantWords(own);
        return;
    }
    std::vector<Trace> instants = m_strips.nextInstants();
    instants.insert(instants.begin(), own);
    m_state.next = instantWords(instants);
}

/// What happens in the run itself behind what is shown; nothing where it ends.
Trace Playback::nextInstant()
{
    const qsizetype events = m_shown->trace().size();
    const Trace &known = m_recorded->trace();
    if (events < known.size()) {
        const qsizetype end = known.countUpTo(known.records()[size_t(events)].t);
        // A record can end in the middle of an instant.
        if (end < known.size() || m_recorded->ended())
            return known.piece(events, end - events);
        return Scout(m_course.played()).next(events);
    }
    if (m_shown->ended())
        return {};
    if (!m_scout)
        m_scout = std::make_unique<Scout>(m_course.played());
    return m_scout->next(events);
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
