// SPDX-License-Identifier: MIT
#include "view/latency_shape.h"

#include "model/duration.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace playground {

namespace {

/// The 95th percentile of the standard normal distribution.
constexpr double z95 = 1.6448536269514722;
/// Room at the right of the rightmost handle.
constexpr double room = 1.28;

using Density = std::function<double(double)>;

double ns(const Section &latency, const char *key)
{
    return double(latency.duration(QLatin1String(key)).count());
}

Density bell(double mean, double deviation)
{
    return [=](double t) { return std::exp(-0.5 * std::pow((t - mean) / deviation, 2)); };
}

/// Handles, the axis that suits them, and the density over it.
Density describe(const Section &latency, LatencyShape &shape)
{
    const QString kind = latency.id();
    if (kind == QStringLiteral("constant")) {
        const double value = ns(latency, "value");
        shape.handles = {{QStringLiteral("value"), value}};
        shape.axis = 2 * value;
        return [=](double t) { return std::abs(t - value) < value / 24 ? 1.0 : 0.0; };
    }
    if (kind == QStringLiteral("uniform")) {
        const double min = ns(latency, "min"), max = ns(latency, "max");
        shape.handles = {{QStringLiteral("min"), min, 0, 0, max}, {QStringLiteral("max"), max, 0, min}};
        shape.axis = room * max;
        return [=](double t) { return t >= min && t <= max ? 1.0 : 0.0; };
    }
    if (kind == QStringLiteral("normal")) {
        const double mean = ns(latency, "mean"), deviation = std::max(1.0, ns(latency, "sd"));
        shape.handles = {{QStringLiteral("mean"), mean}, {QStringLiteral("sd"), mean + deviation, mean, mean}};
        shape.axis = std::max(mean + 3 * deviation, room * mean);
        return bell(mean, deviation);
    }
    if (kind == QStringLiteral("log-normal")) {
        const double median = std::max(1.0, ns(latency, "median")), p95 = std::max(median + 1, ns(latency, "p95"));
        shape.handles = {{QStringLiteral("median"), median, 0, 0, p95}, {QStringLiteral("p95"), p95, 0, median}};
        shape.axis = room * p95;
        const Density bellOfLog = bell(std::log(median), std::log(p95 / median) / z95);
        return [=](double t) { return t > 0 ? bellOfLog(std::log(t)) / t : 0; };
    }
    if (kind == QStringLiteral("exponential")) {
        const double mean = std::max(1.0, ns(latency, "mean"));
        shape.handles = {{QStringLiteral("mean"), mean}};
        shape.axis = 4 * mean;
        return [=](double t) { return std::exp(-t / mean); };
    }
    const QJsonArray values = latency.value(QStringLiteral("values")).toArray();
    for (const QJsonValue &value : values)
        shape.values.push_back(double(parseDuration(value.toString()).value_or(std::chrono::nanoseconds(0)).count()));
    return {};
}

} // namespace

LatencyShape latencyShape(const Section &latency, int bars, double axis)
{
    LatencyShape shape;
    const Density density = describe(latency, shape);
    if (axis > 0)
        shape.axis = axis;
    shape.axis = std::max(shape.axis, 1e6);
    if (!density)
        return shape;
    for (int i = 0; i < bars; ++i)
        shape.bars.push_back(density((i + 0.5) * shape.axis / bars));
    const double highest = *std::ranges::max_element(shape.bars);
    for (double &bar : shape.bars)
        bar = highest > 0 ? bar / highest : 0;
    return shape;
}

} // namespace playground
