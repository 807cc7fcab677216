// SPDX-License-Identifier: MIT
#pragma once

#include "model/value_check.h"

#include <QJsonObject>
#include <QStringList>

#include <variant>

namespace playground {

/// A text of the command line as the JSON value that belongs at a path of `scenario`: the table gives the type, arrays
/// and objects are JSON, `null` is none. What does not fit its type stays a text, so that checking the result says what
/// was expected.
std::variant<QJsonValue, Fault> settingValue(const QJsonObject &scenario, const QStringList &words,
                                             const QString &text);

/// The table's group of the section at a path ("policies.1" → "policy"); empty when it is none.
QString sectionGroup(const QStringList &words);
/// The section's object, with its short form written out; empty when there is none.
QJsonObject sectionJson(const QJsonObject &scenario, const QStringList &words);

} // namespace playground
