// SPDX-License-Identifier: MIT
#pragma once

#include "model/metrics.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace playground {

/// A condition on a number: `<= 2000`.
struct Threshold {
    enum class Relation { Less, AtMost, Equal, NotEqual, AtLeast, More };
    Relation relation = Relation::AtMost;
    double bound = 0;

    /// Nothing when the text is none. Relations: < <= == != >= >.
    static std::optional<Threshold> parse(const QString &text);
    bool holds(double value) const;
    friend bool operator==(const Threshold &, const Threshold &) = default;
};

/// How one threshold of a challenge stands.
struct ThresholdResult {
    QString key;                 ///< "latencyMs.p95".
    QString condition;           ///< "<= 900", as written.
    std::optional<double> value; ///< As the report shows it; nothing = null, which meets no threshold.
    bool met = false;
    friend bool operator==(const ThresholdResult &, const ThresholdResult &) = default;
};

/// The numbers of the report, in its order: "virtualTimeMs", …, "latencyMs.p95", "waitMs.max".
QStringList reportKeys();
/// The number that the report shows under a key; nothing = null or no such key.
std::optional<double> reportNumber(const Metrics::Values &values, const QString &key);

/// Each threshold in the order of the report's keys. `challenge` is a scenario's, so it is valid.
std::vector<ThresholdResult> evaluateChallenge(const QJsonObject &challenge, const Metrics::Values &values);
/// Whether all thresholds are met; a run without any has met them.
bool challengeMet(const QJsonObject &challenge, const Metrics::Values &values);

} // namespace playground
