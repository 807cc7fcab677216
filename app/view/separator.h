// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

/// A thin upright line between groups of controls in a bar.
class Separator : public QWidget {
    Q_OBJECT

public:
    explicit Separator(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace playground
