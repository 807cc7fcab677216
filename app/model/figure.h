// SPDX-License-Identifier: MIT
#pragma once

#include "model/metrics.h"

#include <QString>
#include <QStringList>

namespace playground {

/// How a number stands beside the baseline's. Of some numbers neither more nor less is better.
enum class Judgement : quint8 { Same, Better, Worse, Neither };

/// A number of a run for people, and how it differs from the same number of the baseline.
struct Figure {
    QString key;   ///< As in the report: "latencyMs.p95".
    QString name;  ///< "Latency p95".
    QString value; ///< "1.448 s"; "–" for null.
    QString delta; ///< "−38 % · faster", "+12 · more", "same"; empty without a baseline, and where a null cannot be compared.
    Judgement judgement = Judgement::Same;
};

/// The numbers by which strips are compared, the most telling ones first.
QStringList comparedKeys();
/// One of these numbers. `baseline`: what to compare it with; nullptr: with nothing. Times and rates differ by a share of the
/// baseline's, to a tenth of a percent; counts, and times where the baseline has 0, by their difference. A run that is over sooner
/// because less of it succeeded is not called faster.
Figure figureOf(const QString &key, const Metrics::Values &values, const Metrics::Values *baseline);

} // namespace playground
