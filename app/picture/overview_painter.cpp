// SPDX-License-Identifier: MIT
#include "picture/overview_painter.h"

#include "picture/timeline_state.h"
#include "picture/words.h"

#include <QPainter>

namespace playground {
namespace {

constexpr int handleWidth = 7, handleHeight = 16;

void paintFrame(QPainter &painter, const QRect &rect, const QColor &color)
{
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), color);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color);
    painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), color);
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), color);
}

} // namespace

QRect overviewHandle(const TimelineGeometry &geometry, const TimeRange &whole, qint64 t)
{
    const QRect plot = geometry.overviewPlot();
    if (plot.isEmpty())
        return {};
    return QRect(geometry.xIn(whole, t) - handleWidth / 2, plot.top() + (plot.height() - handleHeight) / 2, handleWidth,
                 handleHeight);
}

void paintOverview(const TimelineCanvas &canvas, const OverviewRaster &raster, const TimelineState &state)
{
    const QRect overview = canvas.geometry.overview();
    if (overview.isEmpty())
        return;
    const Theme &theme = canvas.theme;
    QPainter &painter = canvas.painter;
    const QRect plot = canvas.geometry.overviewPlot();
    if (canvas.geometry.isFirst()) {
        painter.fillRect(overview, theme.color(Token::Window));
        painter.fillRect(QRect(overview.left(), overview.bottom(), overview.width(), 1), theme.color(Token::Border));
        canvas.labels.draw(painter, Role::Caption, Theme::size(Size::CardPaddingH), plot.top() + plot.height() / 2.0,
                           Words::tr("Overview"), theme.color(Token::Text3));
    }
    raster.paint(painter, canvas.geometry.overviewRow(), state.whole, theme);
    if (!canvas.geometry.isLast())
        return;

    const int left = canvas.geometry.xIn(state.whole, state.range.begin),
              right = canvas.geometry.xIn(state.whole, state.range.end);
    const QRect window(QPoint(left, plot.top() - 3), QPoint(right, plot.bottom() + 1));
    QColor veil = theme.color(Token::Window, 0.6);
    painter.fillRect(QRect(QPoint(plot.left(), plot.top()), QPoint(window.left() - 1, plot.bottom())), veil);
    painter.fillRect(QRect(QPoint(window.right() + 1, plot.top()), plot.bottomRight()), veil);
    const QColor line = theme.color(Token::Text3);
    paintFrame(painter, window, line);
    for (const qint64 t : {state.range.begin, state.range.end}) {
        const QRect handle = overviewHandle(canvas.geometry, state.whole, t);
        painter.fillRect(handle, theme.color(Token::Raised));
        paintFrame(painter, handle, line);
        for (const int grip : {2, 4})
            painter.fillRect(handle.left() + grip, handle.top() + 5, 1, handle.height() - 10, line);
    }
}

void paintOverviewPlayhead(const TimelineCanvas &canvas, const TimelineState &state, qint64 now)
{
    const QRect plot = canvas.geometry.overviewPlot();
    if (!plot.isEmpty())
        canvas.painter.fillRect(canvas.geometry.xIn(state.whole, now), plot.top(), 1, plot.height(),
                                canvas.theme.color(Token::Accent));
}

} // namespace playground
