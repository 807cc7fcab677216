// SPDX-License-Identifier: MIT
#pragma once

#include "view/request_facts.h"

#include <QWidget>

namespace playground {

/// The waits and attempts of one request, a bar each on one common axis, and their total. A click on a row chooses its
/// span.
class TimingTable : public QWidget {
    Q_OBJECT

public:
    explicit TimingTable(QWidget *parent = nullptr);

    void setFacts(const RequestFacts &facts);
    /// The span whose row is marked.
    void setSelected(quint32 span);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void spanChosen(quint32 span);
    /// noSpan: the pointer is on no row.
    void spanHovered(quint32 span);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Bars {
        int left, length;
    };
    Bars bars() const;
    int rowAt(int y) const;
    void hoverRow(int row);
    void drawRow(class QPainter &painter, const class Theme &theme, class SpanPainter &spans, int row) const;

    std::vector<TimingRow> m_rows;
    qint64 m_begin = 0, m_end = 0;
    QString m_total;
    quint32 m_selected = noSpan;
    int m_hovered = -1;
};

} // namespace playground
