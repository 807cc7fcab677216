// SPDX-License-Identifier: MIT
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <vector>

namespace playground {

/// A text as a widget has painted it.
struct PaintedText {
    QString text;
    QRectF place; ///< In the widget, from the ascent to the descent.
    QRectF clip;  ///< Where the painter could paint it; the whole widget when it clips nothing.
};

/// A paint device that remembers the texts that can be seen, and where they were to go.
class TextRecorder : public QPaintDevice, private QPaintEngine {
public:
    explicit TextRecorder(const QWidget &like)
        : QPaintEngine(QPaintEngine::AllFeatures)
        , m_like(like)
    {
    }

    const std::vector<PaintedText> &texts() const { return m_texts; }

    QPaintEngine *paintEngine() const override { return const_cast<TextRecorder *>(this); }

private:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_like.width();
        case PdmHeight:
            return m_like.height();
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_like.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_like.logicalDpiY();
        default:
            return 0;
        }
    }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &path) override { cover(path); }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        if (mode != PolylineMode)
            cover(polygon(points, count));
    }
    void drawPolygon(const QPoint *points, int count, PolygonDrawMode mode) override { QPaintEngine::drawPolygon(points, count, mode); }
    void drawRects(const QRectF *rects, int count) override
    {
        for (int i = 0; i < count; ++i) {
            QPainterPath path;
            path.addRect(rects[i]);
            cover(path);
        }
    }
    void drawRects(const QRect *rects, int count) override { QPaintEngine::drawRects(rects, count); }

    static QPainterPath polygon(const QPointF *points, int count)
    {
        QPainterPath path;
        path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
        return path;
    }

    /// What is filled hides the texts below it.
    void cover(const QPainterPath &path)
    {
        const QBrush &brush = painter()->brush();
        if (brush.style() != Qt::SolidPattern || !brush.isOpaque())
            return;
        const QPainterPath shape = painter()->combinedTransform().map(path);
        const QRectF within = clip();
        std::erase_if(m_texts, [&](const PaintedText &text) {
            const QRectF hidden = within & text.place & shape.boundingRect();
            return shape.contains(text.place.center()) && hidden.width() > text.place.width() / 2;
        });
    }

    QRectF clip() const
    {
        const QRectF whole(m_like.rect());
        return painter()->hasClipping() ? painter()->combinedTransform().mapRect(painter()->clipBoundingRect()) & whole : whole;
    }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        if (item.text().trimmed().isEmpty())
            return;
        const QTransform &transform = painter()->combinedTransform();
        PaintedText text;
        text.text = item.text();
        text.place = transform.mapRect(QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent()));
        text.clip = clip();
        m_texts.push_back(text);
    }

    const QWidget &m_like;
    std::vector<PaintedText> m_texts;
};

/// All texts that a widget paints by itself, without its children.
inline std::vector<PaintedText> textsPaintedBy(QWidget &widget)
{
    TextRecorder recorder(widget);
    widget.render(&recorder, {}, {}, {});
    return recorder.texts();
}

} // namespace playground
