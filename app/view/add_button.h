// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace playground {

/// A wide button with a plus and a dashed outline: something can be added here.
class AddButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit AddButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace playground
