// SPDX-License-Identifier: MIT
#include "picture/picture.h"

#include "model/run.h"
#include "picture/timeline_painter.h"

#include <QPainter>

namespace playground {

QImage drawRun(const Run &run, const QSize &size, const Theme &theme, double ratio)
{
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.color(Token::Canvas));

    TimelinePainter timeline(theme);
    timeline.setRun(&run);
    timeline.update();
    TimelineState state;
    state.whole = state.range = wholeRun(run.now());
    const TimelineGeometry geometry = timeline.geometry(size, state);
    QPainter painter(&image);
    timeline.paintContents(painter, geometry, state);
    timeline.paintOverlay(painter, geometry, state);
    return image;
}

} // namespace playground
