// SPDX-License-Identifier: MIT
#include "picture/picture.h"

#include "model/run.h"
#include "picture/strips_painter.h"

#include <QPainter>

namespace playground {

QImage drawRun(const Run &run, const QSize &size, const Theme &theme, double ratio)
{
    return drawStrips({&run}, size, theme, ratio);
}

QImage drawStrips(const std::vector<const Run *> &runs, const QSize &size, const Theme &theme, double ratio)
{
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.color(Token::Canvas));

    StripsPainter strips(theme);
    strips.setRuns(runs);
    strips.update();
    TimelineState state;
    state.whole = state.range = wholeRun(strips.now());
    constexpr size_t baseline = 0;
    QPainter painter(&image);
    strips.paintContents(painter, size, state, baseline);
    strips.paintOverlay(painter, size, state, baseline, baseline);
    return image;
}

} // namespace playground
