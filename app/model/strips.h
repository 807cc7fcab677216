// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario_json.h"

namespace playground {

/// A comparison stands in one scenario: strip 0 (A, the baseline) is the scenario itself, the others are its `compare`, each
/// with a pattern and policies of its own. Source, backend and luck are one for all.

/// So many strips at the most, A included.
inline constexpr qsizetype mostStrips = 4;

qsizetype stripCount(const Scenario &scenario);
/// 'A', 'B', …
QChar stripLetter(qsizetype strip);
/// The name that was given to a strip; empty when there is none, as always for A.
QString stripName(const Scenario &scenario, qsizetype strip);
/// One strip as a scenario of its own, which compares itself with nothing. `strip` must be one of them.
Scenario stripOf(const Scenario &scenario, qsizetype strip);

/// What makes `base` into `strip`: keys of pattern and policies for a `set`, as few as need be. It is never empty: where
/// both are alike it names the pattern's kind.
QJsonObject stripSet(const Scenario &base, const Scenario &strip);

/// The comparison with pattern and policies of one strip as in `other`; every other strip keeps its own. A problem where an
/// edit of the scenario speaks of what its new pattern does not have.
ScenarioOrProblem withStrip(const Scenario &scenario, qsizetype strip, const Scenario &other);
/// The comparison with one more strip, which has the pattern and policies of `other`. There must be room for it.
Scenario withStripAdded(const Scenario &scenario, const Scenario &other, const QString &name);
/// The comparison without a strip; without A, the next one becomes the baseline. There must be another.
ScenarioOrProblem withoutStrip(const Scenario &scenario, qsizetype strip);
/// The comparison with this strip as A and the baseline, and what was A in its place.
ScenarioOrProblem withBaseline(const Scenario &scenario, qsizetype strip);
/// The comparison with another name for a strip; an empty one takes the name away. A has none.
Scenario withStripName(const Scenario &scenario, qsizetype strip, const QString &name);

} // namespace playground
