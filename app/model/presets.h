// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace playground {

/// The names of the ready-made servers: fast, slow, flaky, overloaded, offline.
QStringList backendPresets();
/// One of them as the `backend` object of a scenario, written out in full; nothing for any other name.
std::optional<QJsonObject> backendPreset(const QString &name);

} // namespace playground
