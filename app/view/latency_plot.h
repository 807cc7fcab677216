// SPDX-License-Identifier: MIT
#pragma once

#include "view/latency_shape.h"

#include <QWidget>

namespace playground {

/// The latency as a histogram with a handle for each of its numbers, to be dragged to the sides; a list as one bar for each
/// of its times, to be pulled up and down. With the keys: arrows along the way of a drag change the current one, the
/// others choose another one.
class LatencyPlot : public QWidget {
    Q_OBJECT

public:
    explicit LatencyPlot(QWidget *parent = nullptr);

    void setLatency(const Section &latency);
    /// Keeps a corner at the top right free for something that lies over it.
    void setFreeCorner(const QSize &size);
    QSize sizeHint() const override;
    /// Where a handle or bar is taken, and a time of it lies, in the widget: for a list at the top of its bar.
    QPoint placeOf(int index) const;

signals:
    /// A handle was moved, or a bar pulled: the key and its new value.
    void edited(const QString &key, const QJsonValue &value);
    void committed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void updateShape();
    double xOf(double ns) const;
    bool isList() const { return !m_shape.values.empty(); }
    int count() const { return int(isList() ? m_shape.values.size() : m_shape.handles.size()); }
    double barPitch() const;
    double step() const;
    int takenAt(const QPointF &point) const;
    int handleNear(double x) const;
    void moveHandle(int index, double at);
    void pullBar(int index, double ns);
    void choose(int index);
    /// The handle or bar that the keys change, in words.
    QString chosenText() const;
    void drawBar(class QPainter &painter, const class Theme &theme, size_t index) const;
    void drawChosenBar(class QPainter &painter, const class Theme &theme) const;
    void drawBars(class QPainter &painter, const class Theme &theme) const;
    void drawHandles(class QPainter &painter, const class Theme &theme) const;
    QString labelOf(size_t handle) const;

    Section m_latency;
    LatencyShape m_shape;
    QSize m_freeCorner;
    bool m_known = false; // There is a latency to show.
    int m_dragged = -1;
    int m_chosen = 0;  // For the keys.
    double m_top = 1;  // Of a list: the time at the top, in ns.
};

} // namespace playground
