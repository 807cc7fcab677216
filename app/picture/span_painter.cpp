// SPDX-License-Identifier: MIT
#include "picture/span_painter.h"

#include "picture/label_cache.h"
#include "picture/span_glyph.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace playground {
namespace {

constexpr int textureFrom = 6;
constexpr int glyphFromWidth = 28, glyphFromHeight = 14;
constexpr int textInset = 8;
constexpr int notch = 6, slant = 8, liveEdge = 3, deadlineOverhang = 3;

/// A rectangle without its four corner pixels.
void fillCut(QPainter &painter, const QRect &rect, const QBrush &brush)
{
    painter.fillRect(rect.adjusted(1, 0, -1, 0), brush);
    painter.fillRect(QRect(rect.left(), rect.top() + 1, 1, rect.height() - 2), brush);
    painter.fillRect(QRect(rect.right(), rect.top() + 1, 1, rect.height() - 2), brush);
}

/// The body of a failed span: a notch in the right edge.
QPainterPath notched(const QRectF &body)
{
    const double half = body.height() / 4, right = body.right(), middle = body.center().y();
    QPainterPath path(QPointF(body.left() + 1, body.top()));
    for (const QPointF &point :
         {QPointF(right - 1, body.top()), QPointF(right - 1, body.top() + 1), QPointF(right, body.top() + 1),
          QPointF(right, middle - half), QPointF(right - notch, middle), QPointF(right, middle + half),
          QPointF(right, body.bottom() - 1), QPointF(right - 1, body.bottom() - 1), QPointF(right - 1, body.bottom()),
          QPointF(body.left() + 1, body.bottom()), QPointF(body.left() + 1, body.bottom() - 1),
          QPointF(body.left(), body.bottom() - 1), QPointF(body.left(), body.top() + 1),
          QPointF(body.left() + 1, body.top() + 1)})
        path.lineTo(point);
    path.closeSubpath();
    return path;
}

/// The body of a cancelled span: the right edge is a slanted cut.
QPainterPath slanted(const QRectF &body)
{
    QPainterPath path(QPointF(body.left() + 1, body.top()));
    for (const QPointF &point : {QPointF(body.right() - slant, body.top()), QPointF(body.right(), body.bottom()),
                                 QPointF(body.left() + 1, body.bottom()), QPointF(body.left() + 1, body.bottom() - 1),
                                 QPointF(body.left(), body.bottom() - 1), QPointF(body.left(), body.top() + 1),
                                 QPointF(body.left() + 1, body.top() + 1)})
        path.lineTo(point);
    path.closeSubpath();
    return path;
}

/// Fills the shape of the state's body.
void fillShape(QPainter &painter, SpanState state, const QRect &body, const QBrush &brush)
{
    const bool shaped = body.width() >= 2 * slant && (state == SpanState::Failed || state == SpanState::Cancelled);
    if (!shaped)
        return SpanPainter::isWaiting(state) ? painter.fillRect(body, brush) : fillCut(painter, body, brush);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(state == SpanState::Failed ? notched(body) : slanted(body), brush);
    painter.restore();
}

} // namespace

SpanPainter::SpanPainter(const Theme &theme, LabelCache &labels)
    : m_theme(theme)
    , m_textures(theme)
    , m_labels(labels)
{
}

QRect SpanPainter::bodyOf(SpanState state, const QRect &full)
{
    if (!isWaiting(state))
        return full;
    const int height = full.height() / 2;
    return QRect(full.left(), full.top() + (full.height() - height) / 2, full.width(), height);
}

void SpanPainter::paint(QPainter &painter, const SpanLook &look)
{
    const QRect body = bodyOf(look.state, look.full);
    if (body.width() < 3)
        return painter.fillRect(body, m_theme.state(look.state).fill);
    if (look.headWidth > 0) {
        const QRect half = bodyOf(SpanState::Queued, body);
        painter.fillRect(QRect(half.left(), half.top(), std::min(look.headWidth, half.width()), half.height()),
                         m_theme.state(look.state).fill);
    }
    const QRect rest = body.adjusted(std::min(look.headWidth, body.width()), 0, 0, 0);
    if (rest.width() >= 3)
        paintBody(painter, look, rest);
    // What never came out of the queue stays at half height.
    const QRect shown = look.headWidth >= body.width() ? bodyOf(SpanState::Queued, body) : body;
    paintEnd(painter, look, shown);
    paintText(painter, look, rest.width() >= body.width() / 2 ? rest : shown, paintGlyph(painter, look, shown));
}

void SpanPainter::paintBody(QPainter &painter, const SpanLook &look, const QRect &body)
{
    const StateStyle style = m_theme.state(look.state);
    fillShape(painter, look.state, body, style.fill);
    const QBrush &texture = m_textures.brush(look.state);
    if (texture.style() != Qt::NoBrush && body.width() >= textureFrom && body.height() >= textureFrom) {
        painter.setBrushOrigin(body.topLeft());
        const int outline = style.outline.isValid() ? 1 : 0;
        fillShape(painter, look.state, body.adjusted(outline, outline, -outline, -outline), texture);
    }
    if (!style.outline.isValid())
        return;
    painter.fillRect(QRect(body.left(), body.top(), body.width(), 1), style.outline);
    painter.fillRect(QRect(body.left(), body.bottom(), body.width(), 1), style.outline);
    painter.fillRect(QRect(body.left(), body.top(), 1, body.height()), style.outline);
    if (look.end != SpanEnd::Pending)
        painter.fillRect(QRect(body.right(), body.top(), 1, body.height()), style.outline);
}

void SpanPainter::paintEnd(QPainter &painter, const SpanLook &look, const QRect &body)
{
    if (look.end == SpanEnd::Live && look.state == SpanState::Running)
        painter.fillRect(body.right() - liveEdge + 1, body.top(), liveEdge, body.height(),
                         m_theme.color(Token::LiveEdge));
    if (look.state == SpanState::TimedOut)
        painter.fillRect(body.right(), body.top() - deadlineOverhang, 1, body.height() + 2 * deadlineOverhang,
                         m_theme.color(Token::Text));
    if (look.dropped) {
        const int reach = look.full.height() / 4;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::Text2), glyphPen));
        painter.drawLine(QPointF(body.right() + 1 - reach, look.full.bottom() - 1),
                         QPointF(body.right() + 1, look.full.top() + 1));
        painter.restore();
    }
}

int SpanPainter::paintGlyph(QPainter &painter, const SpanLook &look, const QRect &body)
{
    if (look.end != SpanEnd::Closed || body.width() < glyphFromWidth || body.height() < glyphFromHeight ||
        !hasGlyph(look.state))
        return 0;
    if (body.right() > look.visibleRight)
        return 0;
    // 11 px from the right edge to the middle, 2 more where a notch or a slant takes them.
    const bool shaped = look.state == SpanState::Failed || look.state == SpanState::Cancelled;
    const QPointF centre(body.right() + 1 - (shaped ? 17 : 12), body.top() + body.height() / 2.0);
    paintSpanGlyph(painter, look.state, centre, m_theme.state(look.state).text);
    return shaped ? 24 : 20;
}

void SpanPainter::paintText(QPainter &painter, const SpanLook &look, const QRect &body, int glyphRoom)
{
    const Role role = isWaiting(look.state) ? Role::Caption : Role::SpanText;
    const int left = std::max(body.left(), look.visibleLeft) + textInset;
    const int right = std::min(body.right() + 1, look.visibleRight) - std::max(textInset, glyphRoom);
    if (body.height() < m_labels.capHeight(role) + 3 || right - left < m_labels.capHeight(role))
        return;
    const int longWidth = m_labels.width(role, look.longText);
    const QString *text = longWidth <= right - left ? &look.longText : &look.shortText;
    const int width = m_labels.width(role, *text);
    if (width > right - left || text->isEmpty())
        return;
    const StateStyle style = m_theme.state(look.state);
    if (m_textures.brush(look.state).style() != Qt::NoBrush)
        painter.fillRect(QRect(left - 3, body.top() + 1, width + 6, body.height() - 2), style.fill);
    m_labels.draw(painter, role, left, body.top() + body.height() / 2.0, *text, style.text);
}

} // namespace playground
