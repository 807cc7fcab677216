// SPDX-License-Identifier: MIT
#include "model/latency_model.h"

#include "model/duration.h"
#include "model/luck.h"

#include <algorithm>
#include <cmath>

namespace playground {

using std::chrono::nanoseconds;

namespace {

/// No answer takes longer, however heavy the tail: times stay far from where integers end.
constexpr nanoseconds longest = std::chrono::hours(30 * 24);

QString key(const char *name) { return QLatin1String(name); }

nanoseconds wholeMicroseconds(double ns)
{
    if (!(ns > 0)) // Also −infinity at the very end of the luck.
        return nanoseconds::zero();
    if (ns >= double(longest.count()))
        return longest;
    return nanoseconds(std::llround(ns / 1000) * 1000);
}

// Inverse distribution functions: one u a value, so values keep the order of their luck when a parameter changes. The
// standard library's distributions draw as they please and differ from one library to the next.

double logNormalQuantile(double median, double p95, double u)
{
    const double sigma = std::log(p95 / median) / normalQuantile(0.95);
    return sigma == 0 ? median : median * std::exp(sigma * normalQuantile(u)); // Not 0 · −infinity at u = 0.
}

double exponentialQuantile(double mean, double u) { return -mean * std::log1p(-u); }

} // namespace

LatencyModel::LatencyModel(const Section &section)
    : m_shape(shapeOf(section.id()))
{
    const auto ns = [&](const char *name) { return double(section.duration(key(name)).count()); };
    switch (m_shape) {
    case Shape::Constant:
        m_values = {section.duration(key("value"))};
        break;
    case Shape::Uniform:
        m_first = ns("min");
        m_second = ns("max");
        break;
    case Shape::Normal:
        m_first = ns("mean");
        m_second = ns("sd");
        break;
    case Shape::LogNormal:
        m_first = ns("median");
        m_second = ns("p95");
        break;
    case Shape::Exponential:
        m_first = ns("mean");
        break;
    case Shape::List:
        for (const QJsonValue &value : section.value(key("values")).toArray())
            m_values.push_back(parseDuration(value.toString()).value_or(nanoseconds::zero()));
        break;
    }
}

LatencyModel::Shape LatencyModel::shapeOf(const QString &id)
{
    if (id == key("uniform"))
        return Shape::Uniform;
    if (id == key("normal"))
        return Shape::Normal;
    if (id == key("log-normal"))
        return Shape::LogNormal;
    if (id == key("exponential"))
        return Shape::Exponential;
    return id == key("list") ? Shape::List : Shape::Constant;
}

nanoseconds LatencyModel::of(quint64 seed, quint32 request, quint32 tryNumber, quint32 copy) const
{
    if (!m_values.empty())
        return m_values[(quint64(request) + tryNumber + copy - 2) % m_values.size()];
    return wholeMicroseconds(drawn(draw(seed, LuckStream::Latency, request, tryNumber, copy)));
}

nanoseconds LatencyModel::quantile(double u) const
{
    if (m_values.empty())
        return wholeMicroseconds(drawn(u));
    std::vector<nanoseconds> sorted = m_values;
    std::ranges::sort(sorted);
    return sorted[size_t(u * double(sorted.size()))];
}

double LatencyModel::drawn(double u) const
{
    switch (m_shape) {
    case Shape::Uniform:
        return m_first + u * (m_second - m_first);
    case Shape::Normal:
        return m_second == 0 ? m_first : m_first + m_second * normalQuantile(u);
    case Shape::LogNormal:
        return logNormalQuantile(m_first, m_second, u);
    case Shape::Exponential:
        return exponentialQuantile(m_first, u);
    case Shape::Constant:
    case Shape::List:
        break;
    }
    return 0;
}

} // namespace playground
