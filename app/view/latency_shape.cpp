// SPDX-License-Identifier: MIT
#include "view/latency_shape.h"

#include "model/latency_model.h"

#include <algorithm>

namespace playground {

namespace {

/// Room at the right of the rightmost handle.
constexpr double room = 1.28;
/// The axis shows at least this part of all attempts.
constexpr double nearlyAll = 0.98;
/// How many evenly spread attempts a histogram counts.
constexpr int samples = 2000;

double ns(const Section &latency, const char *key) { return double(latency.duration(QLatin1String(key)).count()); }

std::vector<LatencyShape::Handle> handlesOf(const Section &latency)
{
    const QString kind = latency.id();
    const auto key = [](const char *name) { return QString(QLatin1String(name)); };
    if (kind == QStringLiteral("constant"))
        return {{key("value"), ns(latency, "value")}};
    if (kind == QStringLiteral("uniform"))
        return {{key("min"), ns(latency, "min"), 0, 0, ns(latency, "max")},
                {key("max"), ns(latency, "max"), 0, ns(latency, "min")}};
    if (kind == QStringLiteral("normal")) {
        const double mean = ns(latency, "mean");
        return {{key("mean"), mean}, {key("sd"), mean + ns(latency, "sd"), mean, mean}};
    }
    if (kind == QStringLiteral("log-normal"))
        return {{key("median"), ns(latency, "median"), 0, 0, ns(latency, "p95")},
                {key("p95"), ns(latency, "p95"), 0, ns(latency, "median")}};
    if (kind == QStringLiteral("exponential"))
        return {{key("mean"), ns(latency, "mean")}};
    return {};
}

/// How the attempts spread over the axis.
std::vector<double> histogram(const LatencyModel &model, int bars, double axis)
{
    std::vector<double> counts(size_t(bars), 0);
    for (int i = 0; i < samples; ++i) {
        const double at = double(model.quantile((i + 0.5) / samples).count()) / axis * bars;
        if (at < bars)
            ++counts[size_t(at)];
    }
    const double highest = *std::ranges::max_element(counts);
    for (double &count : counts)
        count = highest > 0 ? count / highest : 0;
    return counts;
}

} // namespace

LatencyShape latencyShape(const Section &latency, int bars, double axis)
{
    LatencyShape shape;
    if (latency.id() == QStringLiteral("list")) {
        const QJsonArray values = latency.value(QStringLiteral("values")).toArray();
        const LatencyModel model(latency);
        for (qsizetype i = 0; i < values.size(); ++i)
            shape.values.push_back(
                double(model.of(0, quint32(i + 1), 1, 0).count())); // Value i of the list, by its definition.
        return shape;
    }
    const LatencyModel model(latency);
    shape.handles = handlesOf(latency);
    double right = double(model.quantile(nearlyAll).count());
    for (const LatencyShape::Handle &handle : shape.handles)
        right = std::max(right, room * handle.at);
    shape.axis = axis > 0 ? axis : std::max(right, 1e6);
    shape.bars = histogram(model, bars, shape.axis);
    return shape;
}

} // namespace playground
