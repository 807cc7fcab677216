// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <chrono>
#include <vector>

namespace playground {

/// What a run is a function of: the scenario that it was started with, and the edits that were made while it ran. Knows, too, what the
/// scenario was at each instant.
class Course {
public:
    explicit Course(const Scenario &started = Scenario()) : m_started(started), m_played(started) {}

    const Scenario &started() const { return m_started; }
    /// As started, with all edits of this run: running this gives the whole run again.
    const Scenario &played() const { return m_played; }
    /// The same with its source as it is known so far, which of a recording under way is not yet closed: what there is to be saved.
    Scenario recorded() const;
    /// The scenario as it had become at that instant, everything that happened at it included.
    const Scenario &currentAt(std::chrono::nanoseconds time) const;

    /// Makes these edits at that instant, after all else that happens at it; `current` is what the scenario becomes. Their own times do
    /// not count.
    void edit(std::chrono::nanoseconds now, const std::vector<Edit> &edits, const Scenario &current);
    /// The source has grown: `played` is what the run goes on with, `known` what is known of it so far. Nothing else changes.
    void growSource(const Section &played, const Section &known);
    /// Forgets all edits after that instant, those that the scenario came with included: another course begins there.
    void cutAfter(std::chrono::nanoseconds time);

private:
    struct Turn {
        std::chrono::nanoseconds at;
        Scenario current;
    };

    Scenario m_started, m_played;
    std::vector<Turn> m_turns; ///< In order of time.
};

} // namespace playground
