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
};

/// Whether `value` is a valid value of the parameter: its type, range, choices and, for a list, its items. `path` is
/// where it stands.
std::optional<Fault> checkValue(const Parameter &parameter, const QJsonValue &value, const QString &path);

/// What a point in time of a run must be, as `until` and the `at` of an edit.
Parameter timeParameter();

/// A JSON value in a sentence: `"abc"`, `5`, `null`, `an array`; long texts are cut.
QString shownValue(const QJsonValue &value);

} // namespace playground
