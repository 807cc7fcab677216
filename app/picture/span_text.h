// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QString>

namespace playground {

class Trace;

/// What stands on a span, where it fits: "200  684 ms", else "200"; "waits for a slot  548 ms", else "548 ms".
struct SpanText {
    QString longText, shortText;
};
SpanText spanText(const Span &span, qint64 now);

/// The state's name in the legend: "Waits for token".
QString stateName(SpanState state);
/// One line for the pointer: "#4, attempt 1: failed with 503 after 276 ms, from 0.548 s to 0.824 s".
QString spanSummary(const Span &span, const Trace &trace, qint64 now);
/// The same for a whole lane: "#4, GET /pages/4: succeeded at 1.766 s".
QString laneSummary(const Lane &lane, const Trace &trace);
/// What the gutter says of a lane with several attempts: "2 tries", "3 copies" where a hedge made all of one try,
/// "4 attempts" where there were both.
QString attemptsText(const Lane &lane, const Timeline &timeline);
/// Whether an attempt was let through by a half-open breaker, to see whether the server is well again.
bool isProbe(const Span &span, const Timeline &timeline);
/// "hands its slot to #4": stands behind the span that let somebody else go on.
QString handOverText(const Span &wait);

} // namespace playground
