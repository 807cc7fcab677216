// SPDX-License-Identifier: MIT
#include "engine/course.h"

#include "model/change.h"
#include "model/edits.h"
#include "model/strips.h"

#include <algorithm>

namespace playground {

using std::chrono::nanoseconds;

Course::Course(const Scenario &started) : m_started(started), m_played(started)
{
    for (const Edit &edit : started.edits)
        m_edits.push_back({edit, true});
    turnAgainFrom(nanoseconds(0));
}

Scenario Course::noted() const
{
    Scenario scenario = m_played;
    scenario.edits.clear();
    for (const Noted &noted : m_edits)
        scenario.edits.push_back(noted.edit);
    return scenario;
}

std::vector<Course::Turn>::const_iterator Course::turnAfter(nanoseconds time) const { return std::ranges::upper_bound(m_turns, time, {}, &Turn::at); }

const Scenario &Course::currentAt(nanoseconds time) const
{
    const auto later = turnAfter(time);
    return later == m_turns.begin() ? m_started : std::prev(later)->current;
}

Scenario Course::recorded() const
{
    Scenario scenario = m_started;
    scenario.edits = m_played.edits;
    return scenario;
}

size_t Course::turnsUntil(nanoseconds time) const { return size_t(turnAfter(time) - m_turns.begin()); }

Scenario Course::again(const Scenario &scenario, nanoseconds time) const
{
    const auto later = turnAfter(time);
    if (later == m_turns.begin() || m_started.edits.empty() || playAlike(scenario, m_started))
        return scenario;
    const auto alone = [](Scenario other) {
        other.compare = {};
        return other;
    };
    const Turn &turn = *std::prev(later);
    Scenario again = withChange(alone(turn.again), alone(turn.current), alone(scenario));
    again.compare = scenario.compare;
    return again;
}

void Course::edit(nanoseconds now, const std::vector<Edit> &edits, bool ended)
{
    auto later = std::ranges::upper_bound(m_edits, now, {}, [](const Noted &noted) { return noted.edit.at; });
    auto laterPlayed = std::ranges::upper_bound(m_played.edits, now, {}, &Edit::at);
    for (Edit edit : edits) {
        edit.at = now;
        later = std::next(m_edits.insert(later, {edit, false, ended}));
        if (!ended)
            laterPlayed = std::next(m_played.edits.insert(laterPlayed, edit));
    }
    turnAgainFrom(now);
}

/// Works out anew what the scenario becomes from that instant on.
void Course::turnAgainFrom(nanoseconds time)
{
    std::erase_if(m_turns, [time](const Turn &turn) { return turn.at >= time; });
    for (const Noted &noted : m_edits) {
        if (noted.edit.at < time)
            continue;
        if (m_turns.empty())
            m_turns.push_back({noted.edit.at, m_started, m_started});
        else if (m_turns.back().at < noted.edit.at)
            m_turns.push_back({noted.edit.at, m_turns.back().current, m_turns.back().again});
        Turn &turn = m_turns.back();
        // As a run does: what a rule does not allow at that instant is left out.
        turn.current = withEdit(turn.current, noted.edit).value_or(turn.current);
        if (!noted.ofScenario)
            turn.again = withEdit(turn.again, noted.edit).value_or(turn.again);
    }
}

void Course::growSource(const Section &played, const Section &known)
{
    m_played.source = played;
    m_started.source = known;
    for (Turn &turn : m_turns) {
        turn.current.source = known;
        turn.again.source = known;
    }
}

bool Course::cutAfter(nanoseconds time)
{
    const auto isLater = [time](const Edit &edit) { return edit.at > time; };
    std::erase_if(m_played.edits, isLater);
    std::erase_if(m_turns, [time](const Turn &turn) { return turn.at > time; });
    return std::erase_if(m_edits, [&](const Noted &noted) { return isLater(noted.edit); }) > 0;
}

} // namespace playground
