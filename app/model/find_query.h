// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace playground {

/// One condition of a query: "attempt>2".
struct FindTerm {
    enum class Kind : quint8 {
        Request, ///< Its number lies within value … most.
        State,   ///< The span's state is one of `mask` (1 << SpanState); the request's own end counts, too.
        Outcome, ///< The request's end is one of `mask` (1 << RequestOutcome).
        Reason,  ///< A wait for one of `mask` (1 << WaitReason).
        Code,    ///< The attempt's answer.
        Attempt, ///< The attempt's number within its call.
        Try,
        Copy,
        Wait,   ///< The length of a wait in ns.
        Work,   ///< The length of an attempt in ns.
        Length, ///< The length of either in ns.
    };
    enum class Compare : quint8 { Less, LessOrEqual, Equal, GreaterOrEqual, Greater };

    Kind kind = Kind::Request;
    Compare compare = Compare::Equal;
    quint32 mask = 0;
    qint64 value = 0;
    qint64 most = 0;
    friend bool operator==(const FindTerm &, const FindTerm &) = default;

    bool compares(qint64 number) const;
};

/// What to find on a timeline: conditions that all hold.
///
/// Conditions on waits hold for one wait together, conditions on attempts for one attempt; a query with both finds the
/// requests that have such a wait and such an attempt, and in them these waits and attempts.
struct FindQuery {
    std::vector<FindTerm> terms;
    friend bool operator==(const FindQuery &, const FindQuery &) = default;
};

/// A sentence that says what is wrong and what can be written.
struct FindProblem {
    QString sentence;
};

/// Reads `#7`, `#7..12`, `failed`, `attempt>2`, `wait>300ms`, `reason:token`, `code:503`, … separated by spaces, upper
/// and lower case alike. A blank text is a query without terms.
std::variant<FindQuery, FindProblem> parseFindQuery(const QString &text);

/// The words and forms that can be written, for help: {"#7", "failed", …}.
QStringList findWords();

} // namespace playground
