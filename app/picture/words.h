// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace playground {

/// Translates the texts of the picture: Words::tr("Queued").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

} // namespace playground
