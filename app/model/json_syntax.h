// SPDX-License-Identifier: MIT
#pragma once

#include "model/json_text.h"

namespace playground {

/// Reads a JSON value as the standard has it. QJsonDocument refuses a text, number, true, false or null that stands alone,
/// and takes any letter behind a backslash and raw control characters inside a text. Doubled keys are not looked for; see
/// parseJson.
std::variant<QJsonValue, JsonFault> parseStrictly(const QByteArray &text);

/// The line of an offset, from 1.
int lineOf(const QByteArray &text, qsizetype offset);

} // namespace playground
