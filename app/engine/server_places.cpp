// SPDX-License-Identifier: MIT
#include "engine/server_places.h"

#include <asyncade/clock.h>

#include <algorithm>

namespace playground {

namespace report = asyncade::report;
using std::chrono::nanoseconds;

void ServerPlaces::Place::startUntil(nanoseconds end)
{
    if (!m_places || !m_places->m_limits.watched)
        return;
    m_end = end;
    m_places->m_ends.insert(end);
}

void ServerPlaces::setLimits(const PlaceLimits &limits, asyncade::Part part)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    m_part = part;
    m_reported = {-1, -1};
    letIn(0);
    reportLevels();
}

/// How many places will be given back at this very instant, because their work is done.
qint64 ServerPlaces::endingNow() const
{
    if (m_ends.empty())
        return 0;
    return std::distance(m_ends.begin(), m_ends.upper_bound(asyncade::Clock::current().now()));
}

/// How many places are free at this instant, when all that ends at it has ended.
qint64 ServerPlaces::soonFree() const
{
    return m_limits.capacity ? std::max<qint64>(0, *m_limits.capacity - m_taken + endingNow()) : std::numeric_limits<qint64>::max();
}

bool ServerPlaces::isFull() const
{
    if (!m_limits.capacity || m_taken < *m_limits.capacity)
        return false;
    return qint64(m_line.size()) - soonFree() >= m_limits.queue;
}

ServerPlaces::Place ServerPlaces::tryEnter()
{
    if (!m_line.empty() || (m_limits.capacity && m_taken >= *m_limits.capacity))
        return {};
    ++m_taken;
    reportLevels();
    return Place(*this, asyncade::currentSpan().request);
}

QCoro::Task<ServerPlaces::Place> ServerPlaces::enter(std::stop_token token)
{
    InLine self;
    self.span = asyncade::currentSpan();
    self.isTold = qint64(m_line.size()) >= soonFree(); // Else it goes on at this very instant.
    if (self.isTold)
        report::wait(m_part, asyncade::WaitReason::Server, {}, quint32(m_line.size()));
    const auto place = m_line.insert(m_line.end(), &self);
    reportLevels();
    try {
        co_await self.granted.wait(token);
    } catch (...) {
        if (self.isGranted) {
            leave(self.span.request, {});
        } else {
            m_line.erase(place);
            if (self.isTold)
                report::go(m_part, asyncade::GoHow::Cancelled);
            reportLevels();
        }
        throw;
    }
    co_return Place(*this, self.span.request);
}

void ServerPlaces::leave(quint32 request, const std::optional<nanoseconds> &end)
{
    if (end)
        m_ends.erase(m_ends.find(*end));
    --m_taken;
    letIn(request);
    reportLevels();
}

void ServerPlaces::letIn(quint32 from)
{
    while (!m_line.empty() && (!m_limits.capacity || m_taken < *m_limits.capacity)) {
        InLine &next = *m_line.front();
        m_line.pop_front();
        ++m_taken;
        next.isGranted = true;
        if (next.isTold) {
            const asyncade::SpanScope span(next.span);
            report::go(m_part, asyncade::GoHow::Granted, from);
        }
        next.granted.set();
    }
}

void ServerPlaces::reportLevels()
{
    if (!m_limits.watched)
        return;
    const auto before = std::exchange(m_reported, {m_taken, qint64(m_line.size())});
    if (before.first != m_reported.first)
        report::level(m_part, "service", double(m_reported.first), 0, double(m_limits.capacity.value_or(0)));
    if (before.second != m_reported.second && m_limits.capacity && m_limits.queue > 0) {
        const bool isBounded = m_limits.queue < std::numeric_limits<qint64>::max();
        report::level(m_part, "queue", double(m_reported.second), 0, isBounded ? double(m_limits.queue) : 0);
    }
}

} // namespace playground
