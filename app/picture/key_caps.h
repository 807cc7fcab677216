// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QtGlobal>

namespace playground {

class Run;

/// Whether the run's input was typed, so that its IN marbles bear the keys below them.
bool hasKeyCaps(const Run &run);
/// What stands below the marble of a request: "q", "␣" for a space, "↵" for Enter; empty for a click.
QString keyCap(const Run &run, quint32 request);

} // namespace playground
