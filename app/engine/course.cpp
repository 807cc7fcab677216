// SPDX-License-Identifier: MIT
#include "engine/course.h"

#include <algorithm>

namespace playground {

using std::chrono::nanoseconds;

const Scenario &Course::currentAt(nanoseconds time) const
{
    const auto later = std::ranges::upper_bound(m_turns, time, {}, &Turn::at);
    return later == m_turns.begin() ? m_started : std::prev(later)->current;
}

Scenario Course::recorded() const
{
    Scenario scenario = m_started;
    scenario.edits = m_played.edits;
    return scenario;
}

void Course::edit(nanoseconds now, const std::vector<Edit> &edits, const Scenario &current)
{
    auto later = std::ranges::find_if(m_played.edits, [&](const Edit &other) { return other.at > now; });
    for (Edit edit : edits) {
        edit.at = now;
        later = std::next(m_played.edits.insert(later, edit));
    }
    m_turns.push_back({now, current});
}

void Course::growSource(const Section &played, const Section &known)
{
    m_played.source = played;
    m_started.source = known;
    for (Turn &turn : m_turns)
        turn.current.source = known;
}

void Course::cutAfter(nanoseconds time)
{
    std::erase_if(m_played.edits, [&](const Edit &edit) { return edit.at > time; });
    std::erase_if(m_turns, [&](const Turn &turn) { return turn.at > time; });
}

} // namespace playground
