// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playground {

/// A shipped scenario as the gallery lists it.
struct ScenarioInfo {
    QString name;  ///< "eight-fetches": what galleryChosen() hands back.
    QString title; ///< "8 fetches, 3 at a time".
    QString group; ///< "many-at-once", "shape-the-flow", "when-things-fail" or "mine".
};

} // namespace playground
