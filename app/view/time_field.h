// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace playground {

/// The virtual time, which can be typed into: "1.5", "1.5 s" or "250ms" and Enter. A bare number means seconds, as the field shows
/// them. What cannot be read stays until the field is left, and a tool tip, and a status tip for the window, say why; Esc takes back
/// what was typed.
class TimeField : public QLineEdit {
    Q_OBJECT

public:
    explicit TimeField(QWidget *parent = nullptr);

    /// Shows a time, unless another one is being typed.
    void setInstant(qint64 ns);
    QSize sizeHint() const override;
    /// For smaller digits, where the time is a long one.
    QSize minimumSizeHint() const override;

signals:
    /// In ns, from 0 up.
    void typed(qint64 time);
    /// Nothing is being typed any more: the keys can go elsewhere.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void take();
    void showInstant();
    void fitFont();

    qint64 m_instant = 0;
};

} // namespace playground
