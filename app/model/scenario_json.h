// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>
#include <variant>

namespace playground {

/// What is wrong with an input, for people: where, what was expected and what came, the nearest known key, the remedy.
struct Problem {
    QString file;    ///< As the user named it; empty for --set.
    int line = 0;    ///< 1, 2, …; 0 = not known.
    QString path;    ///< "policies.0.attempts".
    QString message; ///< Without the place, a small letter first, no full stop.
    /// One sentence: `mine.json, line 7: "patern" is not a key of a scenario; did you mean "pattern"?`
    QString text() const;
};

/// A scenario, or the first thing that is wrong with it.
using ScenarioOrProblem = std::variant<Scenario, Problem>;
/// Values by dotted path, in the order given: the words behind --set.
using Settings = QList<QPair<QString, QString>>;

/// Reads and checks a scenario file. `file` is the name for messages and the default of `name`.
ScenarioOrProblem readScenario(const QByteArray &json, const QString &file);
/// The scenario with all settings applied, outer paths before inner ones, then checked once.
ScenarioOrProblem withSettings(const Scenario &scenario, const Settings &settings);
/// The same for one value that is already JSON, e.g. from the form.
ScenarioOrProblem withValue(const Scenario &scenario, const QString &path, const QJsonValue &value);
/// The same as somebody means it who chooses the value in a form: what it excludes goes back to its default, as a `burst` does where
/// a strict `window` is chosen, and the other way round.
ScenarioOrProblem withChosenValue(const Scenario &scenario, const QString &path, const QJsonValue &value);
/// The scenario of one strip of its own `compare`, 0 … compare.size() − 1.
ScenarioOrProblem strip(const Scenario &scenario, qsizetype index);
/// The scenario as a file: keys in the order of the help, only what was given or differs from the default, ending in a
/// newline. Reading it gives an equal scenario.
QByteArray writeScenario(const Scenario &scenario);

} // namespace playground
