// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace playground {

/// The type of a parameter: decides how it is written, checked and edited.
enum class ParameterType { Duration, Rate, Probability, Number, Integer, Boolean, Choice, Text, List, Jitter, Error, Attempts };

/// When an edit of a parameter takes effect: on the running run, or by starting again from t = 0.
enum class Applies { Now, Restart };

/// One parameter: the only place that knows its key, range, default and words.
struct Parameter {
    QString key;
    ParameterType type = ParameterType::Integer;
    QString unit;                ///< "ns" for durations, "1/s" for rates, else empty.
    QJsonValue min, max;         ///< As written in the file ("0ms", 1); undefined = no bound.
    QJsonValue defaultValue;     ///< As written in the file.
    bool nullable = false;       ///< null = none or unlimited.
    QStringList choices;
    Applies applies = Applies::Now;
    QString title;               ///< The form's label: "At a time".
    QString help;                ///< One line, for hover and focus.
};

/// A kind of source, pattern, policy, latency or failure, or the backend itself.
struct Kind {
    QString id;                  ///< "parallel-map".
    QString group;               ///< "source", "pattern", "policy", "latency", "failure", "backend".
    QString title;               ///< "Parallel map".
    QString help;                ///< One line.
    std::vector<Parameter> parameters;
    bool runs = false;           ///< Whether the engine can run it yet.

    const Parameter *parameter(const QString &key) const;
};

/// Every kind there is, in the order of the help; the form, the command line and the help follow from it.
std::span<const Kind> allKinds();
std::vector<const Kind *> kindsOf(const QString &group);
/// nullptr when there is none.
const Kind *findKind(const QString &group, const QString &id);

} // namespace playground
