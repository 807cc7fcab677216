// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <asyncade/clock.h>

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <memory>

namespace playground {

class Traffic;

/// What one run of a scenario does, on whatever clock it is given: its requests, its pattern and policies, its server, its edits and its
/// end. How time passes is the business of whoever has the clock.
///
/// Belongs to the clock's thread. The clock must end first, so that whoever waits on it unwinds while this still lives.
class Execution {
public:
    /// `origin` is what the clock shows at t = 0. Nothing happens before start().
    Execution(const Scenario &scenario, asyncade::Clock &clock, std::chrono::nanoseconds origin = {});
    ~Execution();
    Execution(const Execution &) = delete;
    Execution &operator=(const Execution &) = delete;

    /// The scenario with the edits so far.
    const Scenario &current() const { return m_scenario; }
    bool started() const { return m_started; }
    /// The pattern is done with all requests: nothing is left but to finish.
    bool patternDone() const { return m_patternDone; }
    bool ended() const { return m_ended; }
    /// `done` is called as soon as that is so, from within what made it so.
    void whenPatternDone(std::function<void()> done) { m_whenDone = std::move(done); }

    /// Begins, as far as things happen at once.
    void start();
    /// Changes a *now* parameter at the present instant. A value that is not valid for its path, or none other than before, changes nothing.
    void apply(const Edit &edit);
    /// The source is being put in while it runs: these are its requests so far, those that were there before included. As long as
    /// it is open more may come.
    void growSource(const Section &source, bool isOpen);
    /// Says why it is over; from here on nobody is told anything of it.
    void finish(asyncade::EndReason reason);

private:
    QCoro::Task<> runPattern();

    Scenario m_scenario;
    asyncade::Clock &m_clock;
    std::chrono::nanoseconds m_origin;
    std::unique_ptr<Traffic> m_traffic;
    QCoro::Task<> m_pattern;
    std::function<void()> m_whenDone;
    bool m_sourceIsOpen = false;
    bool m_started = false;
    bool m_patternDone = false;
    bool m_ended = false;
};

} // namespace playground
