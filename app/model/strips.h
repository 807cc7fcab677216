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
/// Whether each strip has the value at this path by itself; all others are one for all strips.
bool isOfStrip(const QString &path);
/// Whether two scenarios have the same pattern and policies.
bool haveSameOwn(const Scenario &a, const Scenario &b);
/// The name that was given to a strip; empty when there is none, as always for A.
QString stripName(const Scenario &scenario, qsizetype strip);
/// One strip as a scenario of its own, which compares itself with nothing. `strip` must be one of them.
Scenario stripOf(const Scenario &scenario, qsizetype strip);

/// The scenario as what another strip is made from: alone, and of its edits only those that are about all strips. What its own pattern
/// and policies are edited to later the other strip may not have.
Scenario asStrip(const Scenario &scenario);

/// What makes `base` into `strip`: keys of pattern and policies for a `set`, as few as need be. It is never empty: where
/// both are alike it names the pattern's kind.
QJsonObject stripSet(const Scenario &base, const Scenario &strip);

/// The comparison with pattern and policies of one strip as in `other`; every other strip keeps its own. A problem where an
/// edit of the scenario speaks of what its new pattern does not have.
ScenarioOrProblem withStrip(const Scenario &scenario, qsizetype strip, const Scenario &other);
/// `a` beside strips that have the pattern and policies of `others`, B first. `compare` has an entry for each of them: its name stays,
/// and its words do where they give the same values still.
Scenario withStrips(const Scenario &a, const QJsonArray &compare, const std::vector<Scenario> &others);
/// Whether two scenarios make the same run from here on, each without the strips beside it: they may differ in words.
bool playAlike(const Scenario &a, const Scenario &b);
/// Whether two comparisons make the same runs from here on: they may differ in words.
bool compareAlike(const Scenario &a, const Scenario &b);
/// The comparison with one more strip, which has the pattern and policies of `other`. There must be room for it.
Scenario withStripAdded(const Scenario &scenario, const Scenario &other, const QString &name);
/// The comparison without a strip; without A, the next one becomes the baseline. There must be another.
ScenarioOrProblem withoutStrip(const Scenario &scenario, qsizetype strip);
/// The comparison with this strip as A and the baseline, and what was A in its place.
ScenarioOrProblem withBaseline(const Scenario &scenario, qsizetype strip);
/// The comparison with another name for a strip; an empty one takes the name away. A has none.
Scenario withStripName(const Scenario &scenario, qsizetype strip, const QString &name);

} // namespace playground
