// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace playground {

/// Reads a duration as scenario files write it: a decimal number and one of ns, us, ms, s, min, h ("250ms", "1.5s").
/// Exact to the nanosecond: what is finer, and whatever else is no such text, gives nothing.
std::optional<std::chrono::nanoseconds> parseDuration(QStringView text);

/// What to change in a text that parseDuration refuses, as the end of a sentence: `write it without a space: "5ms"`. Empty
/// where nothing better than an example can be said.
QString durationAdvice(const QString &text);

/// The shortest text that parseDuration reads back to the very same value, in a unit of which there is at least one
/// whole: "250ms", "1.5s", "0ms". For durations from 0 up.
QString durationText(std::chrono::nanoseconds duration);

/// For people: "684 ms", "1.448 s", "12.5 s", "2 min 5 s". Rounded half up to about four digits.
QString displayDuration(std::chrono::nanoseconds duration);
inline QString displayDuration(qint64 ns) { return displayDuration(std::chrono::nanoseconds(ns)); }

} // namespace playground
