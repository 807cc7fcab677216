// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

/// The dots by which a card is dragged up and down; with the focus, Up and Down move it.
class Grip : public QWidget {
    Q_OBJECT

public:
    explicit Grip(const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    /// The pointer is there while it drags, in global coordinates.
    void dragged(int globalY);
    void dropped();
    /// A key asked for one place up (-1) or down (1).
    void stepped(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_dragging = false;
};

} // namespace playground
