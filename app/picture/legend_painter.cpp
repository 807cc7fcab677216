// SPDX-License-Identifier: MIT
#include "picture/legend_painter.h"

#include "picture/span_painter.h"
#include "picture/span_text.h"
#include "picture/words.h"

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

/// What a state is called where there is little room.
QString shortName(SpanState state)
{
    switch (state) {
    case SpanState::Queued:
        return Words::tr("Queued", "in the legend, as short as can be");
    case SpanState::Token:
        return Words::tr("Token", "in the legend, as short as can be");
    case SpanState::Backoff:
        return Words::tr("Back-off", "in the legend, as short as can be");
    case SpanState::Running:
        return Words::tr("Running", "in the legend, as short as can be");
    case SpanState::Succeeded:
        return Words::tr("Success", "in the legend, as short as can be");
    case SpanState::Failed:
        return Words::tr("Failure", "in the legend, as short as can be");
    case SpanState::TimedOut:
        return Words::tr("Timeout", "in the legend, as short as can be");
    case SpanState::Cancelled:
        return Words::tr("Cancelled", "in the legend, as short as can be");
    }
    return {};
}

/// What a legend is made with.
struct Look {
    Measures measures;
    QString (*name)(SpanState);
};

int widthOf(LabelCache &labels, SpanState state, const Look &look)
{
    return look.measures.swatch + look.measures.nameGap + labels.width(Role::Caption, look.name(state));
}

/// The widest look with which all states fit, or the narrowest: long names as long as they fit.
Look lookFor(LabelCache &labels, int room)
{
    for (const auto name : {&stateName, &shortName}) {
        for (const Measures &used : measures) {
            const Look look{used, name};
            int width = used.gap * int(order.size() - 1);
            for (const SpanState state : order)
                width += widthOf(labels, state, look);
            if (width <= room)
                return look;
        }
    }
    return {measures.back(), &shortName};
}

void paintSwatch(QPainter &painter, SpanPainter &spans, SpanState state, QPoint middleLeft, int width)
{
    const int height = SpanPainter::isWaiting(state) ? 2 * waitSwatchHeight : workSwatchHeight;
    SpanLook look;
    look.state = state;
    look.full = QRect(middleLeft.x(), middleLeft.y() - height / 2, width, height);
    spans.paint(painter, look);
}

/// Calls `each(state, x, width)` for the states that have room, from left to right, until it returns false.
template <typename Each>
void walk(LabelCache &labels, const QRect &legend, const Look &look, Each each)
{
    const int side = Theme::size(Size::CardPaddingH), end = legend.right() + 1 - side;
    int x = side;
    for (const SpanState state : order) {
        const int width = widthOf(labels, state, look);
        if (x + width > end || !each(state, x, width))
            return;
        x += width + look.measures.gap;
    }
}

Look lookIn(LabelCache &labels, const QRect &legend)
{
    return lookFor(labels, legend.width() - 2 * Theme::size(Size::CardPaddingH));
}

} // namespace

std::optional<SpanState> legendStateAt(LabelCache &labels, const QRect &legend, const QPoint &point)
{
    std::optional<SpanState> found;
    if (!legend.contains(point))
        return found;
    walk(labels, legend, lookIn(labels, legend), [&](SpanState state, int x, int width) {
        if (point.x() >= x && point.x() < x + width)
            found = state;
        return !found;
    });
    return found;
}

void paintLegend(const TimelineCanvas &canvas, SpanPainter &spans)
{
    const QRect legend = canvas.geometry.legend();
    if (legend.isEmpty())
        return;
    QPainter &painter = canvas.painter;
    painter.fillRect(legend, canvas.theme.color(Token::Panel));
    painter.fillRect(QRect(legend.left(), legend.top(), legend.width(), 1), canvas.theme.color(Token::Border));
    const Look look = lookIn(canvas.labels, legend);
    const Measures &used = look.measures;
    const double middle = legend.top() + legend.height() / 2.0;
    walk(canvas.labels, legend, look, [&](SpanState state, int x, int) {
        paintSwatch(painter, spans, state, QPoint(x, int(middle)), used.swatch);
        canvas.labels.draw(painter, Role::Caption, x + used.swatch + used.nameGap, middle, look.name(state), canvas.theme.color(Token::Text2));
        return true;
    });
}

} // namespace playground
