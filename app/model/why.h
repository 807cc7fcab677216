// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

#include <QString>

namespace playground {

/// Why a request waited: "Waited 550 ms for a free slot." and "All 3 slots were taken by #1, #2 and #3. #3 finished
/// first and handed its slot over." In the present tense while it still waits.
struct Why {
    QString title;
    QString body;        ///< May be empty.
    quint32 madeWay = 0; ///< The request that made it possible to go on, where an arrow begins; 0 = none.

    /// Both in one line.
    QString text() const { return body.isEmpty() ? title : title + u' ' + body; }
};

/// The sentence for a wait of the run's timeline. Empty for an attempt.
Why whyItWaited(const Run &run, const Span &wait);

} // namespace playground
