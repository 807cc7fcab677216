// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace playground {

/// A raised box with round corners that holds a few rows; its border is the accent while something in it has the focus.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    QVBoxLayout *rows() const { return m_rows; }
    /// Marks it with the accent border.
    void setActive(bool active);

private:
    QVBoxLayout *m_rows;
};

} // namespace playground
