// SPDX-License-Identifier: MIT
#include "model/run.h"

#include <algorithm>

namespace playground {

Run::Run(Scenario scenario, RunClock clock, Keeps keeps)
    : m_scenario(std::move(scenario))
    , m_current(m_scenario)
    , m_metrics(requestCount(m_scenario))
    , m_clock(clock)
    , m_keepsTimeline(keeps == Keeps::Everything)
{
}

void Run::append(const Trace &batch, qint64 now)
{
    m_trace.append(batch);
    if (m_keepsTimeline)
        m_timeline.update(m_trace);
    m_metrics.update(m_trace);
    m_now = std::max(m_now, now);
    m_ended = m_trace.size() > 0 && m_trace.records().back().kind == EventKind::End;
}

void Run::append(const Trace &batch, const WakeUps &wakeUps, qint64 now)
{
    m_wakeUps.append(wakeUps);
    append(batch, now);
}

std::optional<qint64> Run::plannedEnd(const Span &span) const
{
    const auto planned = span.isOpen() ? std::nullopt : m_wakeUps.planned(span.end);
    return planned && *planned >= span.begin ? planned : std::nullopt;
}

void Run::growSource(const Section &source)
{
    m_scenario.source = source;
    m_current.source = source;
    m_metrics.setRequests(requestCount(m_scenario));
}

void Run::repeat(const Run &recorded, qsizetype events, qint64 now)
{
    m_wakeUps.repeat(recorded.m_wakeUps, now);
    append(recorded.m_trace.piece(m_trace.size(), events - m_trace.size()), now);
}

} // namespace playground
