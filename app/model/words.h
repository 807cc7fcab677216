// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "model/trace.h"

#include <QString>
#include <QStringList>

namespace playground {

/// What something is called, and what that means in one line: for labels, hover, focus and help.
struct Term {
    QString name;
    QString help;
};

/// "Back-off": "It waits before it tries again."
Term stateTerm(SpanState state);
/// "Timed out": how a request ended.
Term outcomeTerm(RequestOutcome outcome);
/// The same names within a sentence: "back-off", "timed out".
QString stateWord(SpanState state);
QString outcomeWord(RequestOutcome outcome);
/// "Slot": what a wait is for.
Term reasonTerm(WaitReason reason);
/// A number of the report by its key, "latencyMs.p95", or "fasterThanOneByOne", which only the window shows. Empty for
/// other keys.
Term metricTerm(const QString &key);
/// Every key that metricTerm knows, in the order of the report.
QStringList metricKeys();
/// The code of an answer for people: "503", "offline", "" for none.
QString codeText(quint16 code);

} // namespace playground
