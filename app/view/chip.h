// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace playground {

/// A small button that stands for a value; checked: chosen.
class Chip : public QToolButton {
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    /// What a chip is wider than its text.
    static int padding();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace playground
