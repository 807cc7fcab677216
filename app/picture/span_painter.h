// SPDX-License-Identifier: MIT
#pragma once

#include "picture/span_texture.h"
#include "picture/theme.h"

#include <QRect>

class QPainter;

namespace playground {

class LabelCache;

/// How a span ends on the right.
enum class SpanEnd : quint8 {
    Closed,
    Live,    ///< It grows: work shows a live edge.
    Pending, ///< The run is over and it never ended: no right edge.
};

/// One span as it is to be drawn.
struct SpanLook {
    SpanState state = SpanState::Queued;
    SpanEnd end = SpanEnd::Closed;
    bool dropped = false; ///< Bears a slash cap.
    int headWidth = 0;    ///< The first px of work that pass in the server's queue: half height.
    QRect full;           ///< From begin to end, at the height of work.
    int visibleLeft = 0;  ///< Text stays right of this column…
    int visibleRight = 0; ///< …and left of this one.
    QString longText{}, shortText{};
};

/// Draws spans: fill, outline, texture, end and text of each of the eight states. Below 3 px a plain bar, without
/// antialiasing.
class SpanPainter {
public:
    SpanPainter(const Theme &theme, LabelCache &labels);

    /// The height that a state takes of the height of work: waiting takes half, in the middle.
    static QRect bodyOf(SpanState state, const QRect &full);
    static bool isWaiting(SpanState state) { return state <= SpanState::Backoff; }

    void paint(QPainter &painter, const SpanLook &look);
    const SpanTextures &textures() const { return m_textures; }

private:
    void paintBody(QPainter &painter, const SpanLook &look, const QRect &body);
    void paintEnd(QPainter &painter, const SpanLook &look, const QRect &body);
    /// The room that the end's glyph takes at the right.
    int paintGlyph(QPainter &painter, const SpanLook &look, const QRect &body);
    void paintText(QPainter &painter, const SpanLook &look, const QRect &body, int glyphRoom);

    Theme m_theme;
    SpanTextures m_textures;
    LabelCache &m_labels;
};

} // namespace playground
