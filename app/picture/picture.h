// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QImage>
#include <QSize>

#include <vector>

namespace playground {

class Run;

/// Draws a run as the window shows it, from ruler to legend, by the same code: the whole run, nothing selected.
///
/// `ratio`: device pixels per logical pixel; the image has `size * ratio` pixels. Needs a QGuiApplication, for its
/// fonts; the offscreen platform will do.
QImage drawRun(const Run &run, const QSize &size, const Theme &theme, double ratio = 1);
/// The same for the strips of a comparison, one below the other, A first; there must be one.
QImage drawStrips(const std::vector<const Run *> &runs, const QSize &size, const Theme &theme, double ratio = 1);

} // namespace playground
