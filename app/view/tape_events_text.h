// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QString>

namespace playground {

/// The events of a tape as lines: "180ms key q", "1s click", "300ms key t text qt".
QString tapeEventsText(const QJsonArray &events);
/// What such lines say, as the file has it. Words that are none of ours become keys of the event, so that the check of the
/// scenario names them.
QJsonArray typedTapeEvents(const QString &text);

} // namespace playground
