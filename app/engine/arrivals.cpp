// SPDX-License-Identifier: MIT
#include "engine/arrivals.h"

#include "model/duration.h"
#include "model/luck.h"
#include "model/scenario.h"
#include "model/wide.h"

#include <algorithm>
#include <cmath>

namespace playground {

using std::chrono::nanoseconds;

namespace {

nanoseconds saturated(Wide ns) { return nanoseconds(qint64(std::min<Wide>(ns, nanoseconds::max().count()))); }

} // namespace

Arrivals::Arrivals(const Scenario &scenario)
{
    const Section &source = scenario.source;
    const qint64 count = requestCount(scenario);
    if (source.id() == u"list") {
        for (const SourceItem &item : sourceItems(source))
            m_times.push_back(item.at);
    } else if (source.id() == u"tape") {
        for (const QJsonValue &event : source.value(QStringLiteral("events")).toArray())
            m_times.push_back(parseDuration(event.toObject().value(QLatin1String("at")).toString()).value_or(nanoseconds{}));
    } else if (source.id() == u"interval") {
        m_every = source.duration(QStringLiteral("every"));
    } else if (source.id() == u"poisson") {
        drawGaps(scenario, count);
    } else if (source.id() == u"bursts") {
        m_every = source.duration(QStringLiteral("every"));
        m_spacing = source.duration(QStringLiteral("spacing"));
        m_burst = source.integer(QStringLiteral("size"));
        makeBursts(count);
    }
    if (count > 0)
        m_end = of(quint32(count));
    m_end = std::max(m_end, source.optionalDuration(QStringLiteral("end")).value_or(nanoseconds{}));
}

nanoseconds Arrivals::of(quint32 number) const
{
    return m_times.empty() ? inBursts(qint64(number) - 1) : m_times[number - 1];
}

nanoseconds Arrivals::inBursts(qint64 i) const
{
    return saturated(Wide(m_every.count()) * (i / m_burst) + Wide(m_spacing.count()) * (i % m_burst));
}

/// Bursts that last until the next one has begun mingle with it: requests are numbered as they arrive.
void Arrivals::makeBursts(qint64 count)
{
    if (Wide(m_spacing.count()) * (m_burst - 1) <= Wide(m_every.count()))
        return;
    std::vector<nanoseconds> times;
    times.reserve(size_t(count));
    for (qint64 i = 0; i < count; ++i)
        times.push_back(inBursts(i));
    std::ranges::sort(times);
    m_times = std::move(times);
}

/// Gaps of a Poisson process are exponential; the first comes before the first arrival. Each is rounded to whole ns.
void Arrivals::drawGaps(const Scenario &scenario, qint64 count)
{
    const double mean = 1e9 / scenario.source.number(QStringLiteral("rate"));
    m_times.reserve(size_t(count));
    Wide time = 0;
    for (qint64 number = 1; number <= count; ++number) {
        time += Wide(std::llround(-mean * std::log1p(-draw(scenario.seed, LuckStream::ArrivalGap, quint64(number), 1, 0))));
        m_times.push_back(saturated(time));
    }
}

} // namespace playground
