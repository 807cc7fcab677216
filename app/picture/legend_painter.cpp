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
constexpr int swatchWidth = 24, waitSwatchHeight = 7, workSwatchHeight = 12;
constexpr int nameGap = 8;
constexpr std::array<int, 4> gaps{19, 14, 10, 6};

int widthOf(LabelCache &labels, SpanState state)
{
    return swatchWidth + nameGap + labels.width(Role::Caption, stateName(state));
}

/// The widest gap with which all states fit, or the narrowest.
int gapFor(const TimelineCanvas &canvas, int room)
{
    int names = 0;
    for (const SpanState state : order)
        names += widthOf(canvas.labels, state);
    for (const int gap : gaps) {
        if (names + gap * int(order.size() - 1) <= room)
            return gap;
    }
    return gaps.back();
}

void paintSwatch(QPainter &painter, SpanPainter &spans, SpanState state, int left, int middle)
{
    const int height = SpanPainter::isWaiting(state) ? 2 * waitSwatchHeight : workSwatchHeight;
    SpanLook look;
    look.state = state;
    look.full = QRect(left, middle - height / 2, swatchWidth, height);
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
    const int gap = gapFor(canvas, end - side);
    const double middle = legend.top() + legend.height() / 2.0;
    int x = side;
    for (const SpanState state : order) {
        if (x + widthOf(canvas.labels, state) > end)
            break;
        paintSwatch(painter, spans, state, x, int(middle));
        canvas.labels.draw(painter, Role::Caption, x + swatchWidth + nameGap, middle, stateName(state),
                           canvas.theme.color(Token::Text2));
        x += widthOf(canvas.labels, state) + gap;
    }
}

} // namespace playground
