// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace playground {

/// A duration as a field shows it, exact: "300 ms", "1.18 s", "2 h".
QString fieldDuration(std::chrono::nanoseconds duration);
/// What was typed as a duration: "250ms", "1,5 s", "2 min"; a bare number means ms. Nothing if it cannot be read.
std::optional<std::chrono::nanoseconds> typedDuration(const QString &text);

} // namespace playground
