// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario_json.h"

#include <QByteArray>

#include <variant>

namespace playground {

/// All that a file holds, or why it cannot be read: it is not there, it is a folder, or it does not end within 64 MB, as
/// /dev/zero. Pipes are read to their end.
std::variant<QByteArray, Problem> readFileText(const QString &path);

} // namespace playground
