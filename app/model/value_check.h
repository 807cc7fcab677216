// SPDX-License-Identifier: MIT
#pragma once

#include "model/parameter_table.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace playground {

/// What is wrong at a path of a scenario, as a sentence without a full stop.
struct Fault {
    QString path;
    QString message;
    /// Where `message` shows the number that stands at `path`, in the words of shownValue(); its user may have written it otherwise.
    qsizetype shownAt = -1;
    qsizetype shownLength = 0;
};

/// The fault, whose message shows `value` once: remembers where, if it is a number.
Fault showing(Fault fault, const QJsonValue &value);
/// The fault with the number as its user wrote it: 1e99 instead of 1e+99. Leaves alone what shows none.
Fault asWritten(Fault fault, const QString &number);
/// The fault as part of a longer message, of which `path` and `message` are given; `message` holds the fault's own as it is.
Fault within(const Fault &fault, const QString &path, const QString &message);

/// Whether `value` is a valid value of the parameter: its type, range, choices and, for a list, its items. `path` is
/// where it stands.
std::optional<Fault> checkValue(const Parameter &parameter, const QJsonValue &value, const QString &path);

/// What a point in time of a run must be, as `until` and the `at` of an edit.
Parameter timeParameter();

/// A JSON value in a sentence: `"abc"`, `5`, `null`, `an array`; long texts are cut.
QString shownValue(const QJsonValue &value);

} // namespace playground
