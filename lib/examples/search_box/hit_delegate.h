// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

/// Paints a hit with the text that was searched for in bold.
class HitDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// The role of the text that is to be bold.
    static constexpr int MarkedText = Qt::UserRole;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
