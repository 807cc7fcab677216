// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <chrono>
#include <vector>

namespace playground {

/// What a run is a function of: the scenario that it was started with, and the edits of it, both those that the scenario came with and
/// those that were made while it ran. Knows, too, what the scenario was at each instant.
///
/// Of a comparison each strip has a course of its own, which begins with its pattern and policies. An edit of the server is made in all
/// of them at the same instant; and where a branch begins, all are cut.
class Course {
public:
    explicit Course(const Scenario &started = Scenario());

    const Scenario &started() const { return m_started; }
    /// As started, with all edits of this run: running this gives the whole run again.
    const Scenario &played() const { return m_played; }
    /// The same with the edits that came when the run had ended already: what another strip of the comparison begins with.
    Scenario noted() const;
    /// As played, with its source as it is known so far, which of a recording under way is not yet closed: what there is to be saved.
    Scenario recorded() const;
    /// The scenario as it had become at that instant, everything that happened at it included; at a negative time, before the start.
    const Scenario &currentAt(std::chrono::nanoseconds time) const;
    /// How often it has become another one until then.
    size_t turnsUntil(std::chrono::nanoseconds time) const;
    /// The scenario to begin another run with, where `scenario` stands in the form at that instant: what only the edits that this run
    /// came with have made of it is as it was before them, because they will come again.
    Scenario again(const Scenario &scenario, std::chrono::nanoseconds time) const;

    /// Makes these edits at that instant, after all else that happens at it. Their own times do not count. `ended`: the run had ended
    /// before, so that they are no part of it.
    void edit(std::chrono::nanoseconds now, const std::vector<Edit> &edits, bool ended = false);
    /// The source has grown: `played` is what the run goes on with, `known` what is known of it so far. Nothing else changes.
    void growSource(const Section &played, const Section &known);
    /// Forgets all edits after that instant, those that the scenario came with included: another course begins there. False: there
    /// are none.
    bool cutAfter(std::chrono::nanoseconds time);

private:
    struct Noted {
        Edit edit;
        bool ofScenario = false;
        bool late = false; ///< The run had ended.
    };
    struct Turn {
        std::chrono::nanoseconds at;
        Scenario current;
        Scenario again; ///< Without the edits that the scenario came with.
    };
    std::vector<Turn>::const_iterator turnAfter(std::chrono::nanoseconds time) const;
    void turnAgainFrom(std::chrono::nanoseconds time);

    Scenario m_started, m_played;
    std::vector<Noted> m_edits; ///< In order of time, as the turns are.
    std::vector<Turn> m_turns;
};

} // namespace playground
