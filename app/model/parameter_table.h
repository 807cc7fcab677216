// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace playground {

/// The type of a parameter: decides how it is written, checked and edited.
///
/// | type        | in the file
/// |-------------|-------------------------------------------------------------
/// | Duration    | "250ms", 0 to 24 h
/// | Rate        | a number per second
/// | Probability | a number, 0 to 1
/// | Number      | a number
/// | Integer     | a whole number
/// | Boolean     | true or false
/// | Choice      | one of `choices`
/// | Text        | any text
/// | List        | an array; its items are described by `items`
/// | Jitter      | one of `choices` or a number, 0 to 1
/// | Error       | a status of 400 to 599 or one of `choices`
/// | Attempts    | a whole number or one of `choices`
enum class ParameterType {
    Duration,
    Rate,
    Probability,
    Number,
    Integer,
    Boolean,
    Choice,
    Text,
    List,
    Jitter,
    Error,
    Attempts
};

/// What the items of a List are.
enum class ListItems { None, Words, Durations, RequestNames, SourceItems, TapeEvents };

/// When an edit of a parameter takes effect: on the running run, or by starting again from t = 0.
enum class Applies { Now, Restart };

/// One parameter: the only place that knows its key, range, default and words.
struct Parameter {
    QString key;
    ParameterType type = ParameterType::Integer;
    QString unit; ///< "ns" for durations, "1/s" for rates, else empty.
    /// As written in the file ("0ms", 1); undefined = no bound.
    QJsonValue min = QJsonValue::Undefined, max = QJsonValue::Undefined;
    /// Where a slider begins and ends, within min and max; undefined = no slider.
    QJsonValue softMin = QJsonValue::Undefined, softMax = QJsonValue::Undefined;
    QJsonValue defaultValue; ///< As written in the file.
    bool nullable = false;   ///< null = none or unlimited.
    QStringList choices;
    ListItems items = ListItems::None;
    /// Of a Jitter, Error or Attempts that is `Now`: from number to number; when a word comes or goes it is a restart.
    Applies applies = Applies::Now;
    /// The key of its neighbour that may not be given beside it; empty = none. A null excludes nothing.
    QString excludes;
    QString title; ///< The form's label: "At a time".
    QString help;  ///< One line, for hover and focus.
};

/// A kind of source, pattern, policy, latency or failure, or the backend itself.
///
/// Two keys are not parameters and so not listed: `kind` itself, and `enabled` of every policy (see enabledParameter).
struct Kind {
    QString id;    ///< "parallel-map".
    QString group; ///< "source", "pattern", "policy", "latency", "failure", "backend".
    QString title; ///< "Parallel map".
    QString help;  ///< One line.
    std::vector<Parameter> parameters;
    bool once = false; ///< A policy that may stand in the list only once.

    /// nullptr when there is none.
    const Parameter *parameter(const QString &key) const;
};

/// Every kind there is, in the order of the help; the form, the command line and the help follow from it.
std::span<const Kind> allKinds();
std::vector<const Kind *> kindsOf(const QString &group);
/// `enabled`, the key that every policy has beside its parameters: whether the card is switched on.
const Parameter &enabledParameter();
/// The keys that an object of this kind may hold beside `kind`: `enabled` of a policy, then the parameters.
std::vector<Parameter> objectKeys(const Kind &kind);
/// nullptr when there is none.
const Kind *findKind(const QString &group, const QString &id);
/// The word for a type, a unit-free lower-case name: "duration", "integer", …
QString typeName(ParameterType type);

} // namespace playground
