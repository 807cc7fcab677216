// SPDX-License-Identifier: MIT
#include "hit_delegate.h"

#include <QApplication>
#include <QPainter>

#include <utility>

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QStyle *const style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QString marked = index.data(MarkedText).toString();
    const qsizetype from = marked.isEmpty() ? text.size() : text.indexOf(marked, 0, Qt::CaseInsensitive);
    QFont bold = item.font;
    bold.setBold(true);
    const QFont plain = item.font;
    QRect place = item.rect.adjusted(10, 0, -10, 0);
    painter->save();
    painter->setPen(item.palette.color(item.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    for (const auto &[part, font] : {std::pair(text.left(from), plain), std::pair(text.mid(from, marked.size()), bold),
                                     std::pair(text.mid(from + marked.size()), plain)}) {
        painter->setFont(font);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, part);
        place.setLeft(place.left() + QFontMetrics(font).horizontalAdvance(part));
    }
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).grownBy(QMargins(10, 8, 10, 8));
}
