// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace playground {

/// The one-line explanation of a control: its own, or that of the nearest part around it below `top`.
QString explanationOf(const QWidget *control, const QWidget *top);

/// Puts the focus into the region after the one that has it: into the region itself where it takes keys, else into its
/// first control. Regions with nothing to focus are passed over.
void focusNextRegion(const QList<QWidget *> &regions);

} // namespace playground
