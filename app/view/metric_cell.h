// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

/// One number of the metrics bar: its name, its value, and a remark that can be left out where it is narrow.
class MetricCell : public QWidget {
    Q_OBJECT

public:
    MetricCell(const QString &name, const QString &help, QWidget *parent = nullptr);

    void setValue(const QString &value, const QString &remark = {});
    void setFirst(bool first) { m_first = first; }
    /// Keeps room for such a value and remark, so that the bar stands still while a run grows. Nothing else of the past
    /// counts: at each instant the bar looks alike, from wherever one comes to it.
    void keepRoom(const QString &value, const QString &remark = {});
    /// What it needs, with its remark or without.
    int neededWidth(bool withRemark) const;
    void showRemark(bool shown);
    QString value() const { return m_value; }
    QString remark() const { return m_remark; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int leftPadding() const;
    int widthFor(const QString &value, const QString &remark) const;

    QString m_name, m_value, m_remark;
    bool m_first = false, m_withRemark = true;
    int m_room = 0, m_roomBare = 0;
};

} // namespace playground
