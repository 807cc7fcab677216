// SPDX-License-Identifier: MIT
#pragma once

#include "view/latency_shape.h"

#include <QWidget>

namespace playground {

/// The latency as a histogram with a handle for each of its numbers, to be dragged; a list as one bar for each of its
/// times.
class LatencyPlot : public QWidget {
    Q_OBJECT

public:
    explicit LatencyPlot(QWidget *parent = nullptr);

    void setLatency(const Section &latency);
    /// Keeps a corner at the top right free for something that lies over it.
    void setFreeCorner(const QSize &size);
    QSize sizeHint() const override;

signals:
    /// A handle was moved: its key and the new value.
    void edited(const QString &key, const QJsonValue &value);
    void committed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void updateShape();
    double xOf(double ns) const;
    int handleNear(double x) const;
    void drawBars(class QPainter &painter, const class Theme &theme) const;
    void drawHandles(class QPainter &painter, const class Theme &theme) const;
    QString labelOf(size_t handle) const;

    Section m_latency;
    LatencyShape m_shape;
    QSize m_freeCorner;
    int m_dragged = -1;
};

} // namespace playground
