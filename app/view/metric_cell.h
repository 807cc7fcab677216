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
    /// What it needs, with its remark or without. Never shrinks while a run grows, so that the bar stands still.
    int neededWidth(bool withRemark) const;
    void showRemark(bool shown);
    /// Forgets how wide it once had to be.
    void resetWidth();
    QString value() const { return m_value; }
    QString remark() const { return m_remark; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int leftPadding() const;
    void growWidth();

    QString m_name, m_value, m_remark;
    bool m_first = false, m_withRemark = true;
    int m_widest = 0, m_widestBare = 0;
};

} // namespace playground
