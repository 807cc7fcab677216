// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

namespace playground {

/// A slider over 0 … 1 in small, even steps. What a position means is its owner's business (see ValueScale), so it
/// serves linear and logarithmic values alike. Arrow keys and the wheel move by one step of `setStep`, Page keys by
/// ten.
class Slider : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double position READ position WRITE setPosition NOTIFY positionChanged)

public:
    explicit Slider(QWidget *parent = nullptr);

    double position() const { return m_position; }
    /// Moves the handle without emitting moved().
    void setPosition(double position);
    /// How far an arrow key goes; 0.02 at first.
    void setStep(double step) { m_step = step; }
    /// Positions where the handle sticks when it comes near; drawn as ticks.
    void setSnaps(std::vector<double> snaps);
    /// Asks the owner for the position after `steps` arrow keys instead of moving by the step.
    void setStepper(std::function<double(double position, int steps)> stepper) { m_stepper = std::move(stepper); }
    bool isDragged() const { return m_dragged; }
    /// What the position stands for, for screen readers: "3 at a time".
    void setValueText(const QString &text) { m_valueText = text; }
    QString valueText() const { return m_valueText; }

    /// As if the user had moved it.
    void moveTo(double position);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The user moved the handle.
    void moved(double position);
    void positionChanged(double position);
    void released();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF grooveRect() const;
    double positionAt(double x) const;
    void moveBy(int steps);

    double m_position = 0;
    double m_step = 0.02;
    std::vector<double> m_snaps;
    std::function<double(double, int)> m_stepper;
    QString m_valueText;
    bool m_dragged = false;
    int m_wheel = 0;
};

} // namespace playground
