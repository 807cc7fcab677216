// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <QByteArray>

#include <cstddef>
#include <string_view>

namespace asyncade::detail {

/// Appends `text` as a JSON string; bytes that are no UTF-8 become U+FFFD.
void appendJson(QByteArray &json, std::string_view text);
/// Appends the shortest text that reads back as the same number; null when it is not finite.
void appendJson(QByteArray &json, double number);
/// Microseconds with three decimals: exact to the nanosecond.
void appendMicroseconds(QByteArray &json, std::chrono::nanoseconds time);

/// The words of an event as files write them.
///@{
const char *word(TraceEventKind kind) noexcept;
const char *word(WaitReason reason) noexcept;
///@}

/// Appends the event as one JSON object with all its fields: its place in the trace ("i"), its kind ("event"), its time in ns ("t"), and
/// what the kind has beside.
void appendEvent(QByteArray &json, const TraceEvent &event, std::size_t index);

} // namespace asyncade::detail
