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

/// Whether `value` is a valid value of the parameter: its type, range, choices and, for a list, its items. `path` is where it stands.
std::optional<Fault> checkValue(const Parameter &parameter, const QJsonValue &value, const QString &path);

/// A JSON value in a sentence: `"abc"`, `5`, `null`, `an array`; long texts are cut.
QString shownValue(const QJsonValue &value);

/// The keys of an item of a `list` source or an event of a tape, described like those of a section.
const Kind &itemKind(ListItems items);

} // namespace playground
