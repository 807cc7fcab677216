// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

/// A short hint in a bubble that points upwards, to the control above it.
class HintBubble : public QWidget {
    Q_OBJECT

public:
    explicit HintBubble(const QString &text, QWidget *parent = nullptr);

    /// Where the tip points, in pixels from the left edge.
    void setTip(int x);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    int m_tip = 72;
};

} // namespace playground
