// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QSize>

namespace playground {

class Arguments;

/// What `asyncade run` was asked to do, checked: nothing is run or written before all of it makes sense.
struct RunRequest {
    enum class Report { Drawing, Text, Json, None };

    Scenario scenario;
    Report report = Report::Drawing;
    QString png;   ///< Empty: none. "-": stdout.
    QString trace; ///< The same.
    QSize size{1600, 800};
    bool dark = false;
};

/// Throws BadInput, with a sentence that names the file, line, key or option.
RunRequest readRunRequest(const Arguments &arguments);

} // namespace playground
