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
/// the keys of `scenario` that the new kind lacks or cannot take are dropped, and so are the names of requests that a new
/// source does not have; what comes from a setting stays, so that checking the result finds it.
std::variant<QJsonObject, Fault> applySettings(const QJsonObject &scenario, const std::vector<Setting> &settings);

/// The number at a path of `applied`, the JSON with these settings in it, as the setting that holds writes it (1e99); empty where
/// no text of a setting gives a number for it.
QString numberIn(const std::vector<Setting> &settings, const QString &path, const QJsonObject &applied);

} // namespace playground
