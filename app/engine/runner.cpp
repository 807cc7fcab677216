// SPDX-License-Identifier: MIT
#include "engine/runner.h"

#include <algorithm>

namespace playground {

using std::chrono::nanoseconds;

Runner::Runner(const Scenario &scenario)
    : m_until(scenario.until)
    , m_edits(scenario.edits.begin(), scenario.edits.end())
    , m_execution(scenario, m_clock)
    , m_clock(asyncade::VirtualClock::Use::OnlyInside)
{
    m_clock.setObserver(&m_recorder);
}

Runner::~Runner()
{
    // What unwinds now is no part of the run.
    m_clock.setObserver(nullptr);
}

std::optional<nanoseconds> Runner::nextControl() const
{
    if (!m_edits.empty() && (!m_until || m_edits.front().at <= *m_until))
        return std::max(m_edits.front().at, now());
    return m_until;
}

std::optional<nanoseconds> Runner::next() const
{
    if (ended())
        return std::nullopt;
    if (!m_execution.started())
        return nanoseconds{};
    const auto due = m_clock.next();
    const auto control = nextControl();
    if (due && control)
        return std::min(*due, *control);
    if (!due && !control)
        return now(); // It ends now, because nothing is left to do.
    return due ? due : control;
}

bool Runner::advanceOnce(nanoseconds limit)
{
    if (ended())
        return false;
    if (!m_execution.started()) {
        m_execution.start();
        finishWhenDone();
        return true;
    }
    const auto due = m_clock.next();
    if (const auto at = nextControl(); at && (!due || *due > *at)) {
        if (!due && m_clock.advanceOnce(std::min(*at, limit)))
            return true; // Nobody does anything any more, but time goes on, and something is to be told of it.
        if (*at > limit)
            return false;
        showTime(*at);
        control();
        return true;
    }
    if (!due) {
        m_execution.finish(asyncade::EndReason::Idle);
        return true;
    }
    if (!m_clock.advanceOnce(limit))
        return false;
    finishWhenDone();
    return true;
}

void Runner::advanceTo(nanoseconds time)
{
    while (advanceOnce(time)) {
    }
    showTime(time);
}

void Runner::showTime(nanoseconds time)
{
    if (!ended() && time > now())
        m_clock.runUntil(time);
}

void Runner::runToEnd()
{
    while (advanceOnce(nanoseconds::max())) {
    }
}

void Runner::edit(const QString &path, const QJsonValue &value)
{
    const auto later = std::ranges::find_if(m_edits, [this](const Edit &edit) { return edit.at > now(); });
    m_edits.insert(later, Edit{now(), path, value});
}

/// Does what the scenario itself demands at this instant: an edit, or the end.
void Runner::control()
{
    if (m_edits.empty() || (m_until && m_edits.front().at > *m_until)) {
        m_execution.finish(asyncade::EndReason::Until);
        return;
    }
    const Edit edit = m_edits.front();
    m_edits.pop_front();
    m_execution.apply(edit);
}

void Runner::finishWhenDone()
{
    if (m_execution.patternDone())
        m_execution.finish(asyncade::EndReason::Done);
}

} // namespace playground
