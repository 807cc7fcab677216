// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "model/why.h"

#include <QString>

#include <vector>

namespace playground {

class Run;

/// A line of the timing table: a wait or an attempt.
struct TimingRow {
    QString label;  ///< "Attempt 1, 503".
    QString length; ///< "276 ms".
    QString lateBy, late; ///< "+ 3.2 ms", "3.2 ms late": of a run on the system clock, behind the planned end.
    qint64 planned = -1; ///< When it was to end; -1: no timer ended it.
    qint64 begin = 0, end = 0;
    SpanState state = SpanState::Queued;
    bool isOpen = false;
    quint32 span = noSpan; ///< Its index in Timeline::spans().
    friend bool operator==(const TimingRow &, const TimingRow &) = default;
};

/// A line of the table of who held the slots.
struct HolderRow {
    QString slot, holder, next, until; ///< "Slot 3", "#3", "then to #4", "until 0.548 s".
    quint32 request = 0;
    bool madeWay = false; ///< Its slot went to the request in question.
    friend bool operator==(const HolderRow &, const HolderRow &) = default;
};

/// A plain fact: "Queue place", "first, 4 more behind it".
struct Fact {
    QString name, value;
    friend bool operator==(const Fact &, const Fact &) = default;
};

/// What the inspector says of one request, in words.
struct RequestFacts {
    QString title, text; ///< "Request 4", "GET /pages/4".
    QString outcome;     ///< "Succeeded on attempt 2".
    SpanState outcomeState = SpanState::Running;
    Why why;
    qint64 begin = 0, end = 0;
    QString range, total; ///< "0 to 1.766 s", "1.766 s".
    std::vector<TimingRow> timing;
    QString holdersWhen; ///< "when #4 asked, t = 0".
    std::vector<HolderRow> holders;
    std::vector<Fact> facts;
};

/// The facts of a request that has arrived. `span` is the span that is selected, or noSpan: it decides which wait is
/// explained.
RequestFacts requestFacts(const Run &run, quint32 request, quint32 span);

/// "first", "second", … "no. 12".
QString ordinal(qint64 number);

} // namespace playground
