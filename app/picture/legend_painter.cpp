// SPDX-License-Identifier: MIT
#include "picture/legend_painter.h"

#include "picture/span_painter.h"
#include "picture/span_text.h"

#include <QPainter>

#include <array>

namespace playground {
namespace {

constexpr std::array<SpanState, 8> order{SpanState::Queued,   SpanState::Token,     SpanState::Running,
                                         SpanState::Backoff,  SpanState::Succeeded, SpanState::Failed,
                                         SpanState::TimedOut, SpanState::Cancelled};
constexpr int waitSwatchHeight = 7, workSwatchHeight = 12;

/// How wide the swatch is, the room before its name, and the room before the next one.
struct Measures {
    int swatch, nameGap, gap;
};
/// The first is that of the design; the others save room in narrow windows.
constexpr std::array<Measures, 4> measures{{{24, 8, 19}, {24, 8, 12}, {20, 6, 8}, {16, 4, 6}}};

int widthOf(LabelCache &labels, SpanState state, const Measures &used)
{
    return used.swatch + used.nameGap + labels.width(Role::Caption, stateName(state));
}

/// The widest measures with which all states fit, or the narrowest.
Measures measuresFor(LabelCache &labels, int room)
{
    for (const Measures &used : measures) {
        int width = used.gap * int(order.size() - 1);
        for (const SpanState state : order)
            width += widthOf(labels, state, used);
        if (width <= room)
            return used;
    }
    return measures.back();
}

void paintSwatch(QPainter &painter, SpanPainter &spans, SpanState state, QPoint middleLeft, int width)
{
    const int height = SpanPainter::isWaiting(state) ? 2 * waitSwatchHeight : workSwatchHeight;
    SpanLook look;
    look.state = state;
    look.full = QRect(middleLeft.x(), middleLeft.y() - height / 2, width, height);
    spans.paint(painter, look);
}

} // namespace

void paintLegend(const TimelineCanvas &canvas, SpanPainter &spans)
{
    const QRect legend = canvas.geometry.legend();
    if (legend.isEmpty())
        return;
    QPainter &painter = canvas.painter;
    painter.fillRect(legend, canvas.theme.color(Token::Panel));
    painter.fillRect(QRect(legend.left(), legend.top(), legend.width(), 1), canvas.theme.color(Token::Border));
    const int side = Theme::size(Size::CardPaddingH), end = legend.right() + 1 - side;
    const Measures used = measuresFor(canvas.labels, end - side);
    const double middle = legend.top() + legend.height() / 2.0;
    int x = side;
    for (const SpanState state : order) {
        const int width = widthOf(canvas.labels, state, used);
        if (x + width > end)
            break;
        paintSwatch(painter, spans, state, QPoint(x, int(middle)), used.swatch);
        canvas.labels.draw(painter, Role::Caption, x + used.swatch + used.nameGap, middle, stateName(state),
                           canvas.theme.color(Token::Text2));
        x += width + used.gap;
    }
}

} // namespace playground
