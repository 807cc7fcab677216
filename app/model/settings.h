// SPDX-License-Identifier: MIT
#pragma once

#include "model/value_check.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <variant>
#include <vector>

namespace playground {

/// A value for a dotted path of a scenario's JSON.
struct Setting {
    QString path;
    QJsonValue value;    ///< Taken as it is, unless
    bool isText = false; ///< it is a text from the command line, whose type follows from the path.
};

/// The scenario's JSON with all settings in it, unchecked. Outer paths go before inner ones and a `kind` before its
/// neighbours; of two equal paths the last holds. A policy is named by index or kind. Where a setting changes a `kind`,
/// the keys of `scenario` that the new kind lacks or cannot take are dropped; keys from a setting stay, so that
/// checking the result finds them.
std::variant<QJsonObject, Fault> applySettings(const QJsonObject &scenario, const std::vector<Setting> &settings);

} // namespace playground
