// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QHBoxLayout;

namespace playground {

/// The row on top of a side panel: its title, underlined like the chosen one of tabs, and room for buttons at the
/// right.
class PanelHeader : public QFrame {
    Q_OBJECT

public:
    /// `inset` is where the title begins.
    PanelHeader(const QString &title, int inset, QWidget *parent = nullptr);

    void addButton(QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    QWidget *m_title;
};

} // namespace playground
