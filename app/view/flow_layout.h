// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>
#include <QList>

namespace playground {

/// Puts its items side by side and goes to the next line where the width ends, like words.
class FlowLayout : public QLayout {
public:
    /// `gap` lies between two items of a line, `lineGap` between two lines.
    explicit FlowLayout(int gap, int lineGap = 0, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Returns the height it takes; moves the items only when `apply`.
    int arrange(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
    int m_lineGap;
};

} // namespace playground
