// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playground {

/// A point in time as the playhead's flag, the clock and all sentences show it: to the millisecond, "2.200 s", "5 min 20.226 s", "2 h 0 min 3.500 s".
/// Rounded half up.
QString instantText(qint64 ns);

/// The label of a ruler's tick: "0", "0.5 s", "250 ms", in the unit and with the decimals that `step` needs where times
/// reach `end`.
QString tickText(qint64 ns, qint64 step, qint64 end);

} // namespace playground
