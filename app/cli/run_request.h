// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QSize>

namespace playground {

class Arguments;

/// What `asyncade run` was asked to do, checked: nothing is run or written before all of it makes sense.
struct RunRequest {
    enum class Report { Drawing, Text, Json, Log, None };

    Scenario scenario;
    Report report = Report::Drawing;
    QString png;   ///< Empty: none. "-": stdout.
    QString trace; ///< The same.
    QSize size{1600, 800};
    bool dark = false;
    bool wallClock = false; ///< In real time.
};

/// Whether an operand is a file: it has a slash or ends in .json. Anything else is the name of a shipped scenario.
bool isFileName(const QString &operand);

/// Throws BadInput, with a sentence that names the file, line, key or option.
RunRequest readRunRequest(const Arguments &arguments);

} // namespace playground
