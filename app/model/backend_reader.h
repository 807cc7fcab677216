// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "model/value_check.h"

#include <optional>

namespace playground {

/// Reads a scenario's `backend` into `backend`, or says what is wrong with it. Short forms are accepted: a latency as a
/// duration, a failure as the word "never", the whole of it as a preset's name.
std::optional<Fault> readBackend(const QJsonValue &value, Backend &backend);

/// The short forms written out; anything else unchanged.
QJsonValue longLatency(const QJsonValue &latency);
QJsonValue longFailure(const QJsonValue &failure);
QJsonValue longBackend(const QJsonValue &backend);

} // namespace playground
