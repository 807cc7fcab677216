// SPDX-License-Identifier: MIT
#pragma once

#include "view/request_facts.h"

#include <QWidget>

namespace playground {

/// Who held the slots when a request asked for one; the one whose slot it got stands out. A click on a row chooses its
/// request.
class HoldersTable : public QWidget {
    Q_OBJECT

public:
    explicit HoldersTable(QWidget *parent = nullptr);

    void setRows(const std::vector<HolderRow> &rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void requestChosen(quint32 request);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    std::vector<HolderRow> m_rows;
};

} // namespace playground
