// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace playground {

/// A small on/off switch, checked = on.
class Switch : public QAbstractButton {
    Q_OBJECT

public:
    /// `name` is what it switches, for screen readers.
    explicit Switch(const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace playground
