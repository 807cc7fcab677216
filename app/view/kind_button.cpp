// SPDX-License-Identifier: MIT
#include "view/kind_button.h"

#include "view/current_theme.h"
#include "view/icons.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace playground {

KindButton::KindButton(const QString &group, Role role, Token token, bool stretched, QWidget *parent)
    : QAbstractButton(parent)
    , m_group(group)
    , m_token(token)
    , m_stretched(stretched)
    , m_height(role == Role::Caption ? Theme::lineHeight(role) : Theme::size(Size::SmallButton))
{
    setFont(Theme::font(role));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(stretched ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &KindButton::openList);
}

void KindButton::setKind(const QString &id)
{
    m_kind = id;
    const Kind *kind = findKind(m_group, id);
    if (m_fixedText.isEmpty() && kind)
        setText(kind->title);
    if (kind)
        setToolTip(kind->help);
    setAccessibleName(m_fixedText.isEmpty() ? text() : tr("%1: %2").arg(m_fixedText, kind ? kind->title : id));
    updateGeometry();
}

void KindButton::setFixedText(const QString &text)
{
    m_fixedText = text;
    setText(text);
}

QStringList KindButton::offered(const QString &group)
{
    QStringList ids;
    for (const Kind *kind : kindsOf(group))
        ids += kind->id;
    return ids;
}

QSize KindButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + Theme::size(Size::BarGap) + Theme::size(Size::IconGrid),
            m_height};
}

void KindButton::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setPen(theme.color(m_token));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, text());
    const int icon = Theme::size(Size::IconGrid);
    const int behindText = fontMetrics().horizontalAdvance(text()) + Theme::size(Size::BarGap);
    const QRect place(m_stretched ? width() - icon : behindText, (height() - icon) / 2, icon, icon);
    const QColor color = theme.color(underMouse() || hasFocus() ? Token::Text : Token::Text3);
    drawIcon(painter, QStringLiteral("down"), place, color);
    if (hasFocus()) {
        // A line below: a frame would touch the text, which stands in line with the labels around it.
        const int line = Theme::size(Size::FocusLine);
        painter.fillRect(0, height() - line, width(), line, theme.color(Token::Accent));
    }
}

void KindButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void KindButton::openList()
{
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    auto *group = new QActionGroup(&menu);
    for (const QString &id : offered(m_group)) {
        const Kind *kind = findKind(m_group, id);
        QAction *action = menu.addAction(kind->title);
        action->setToolTip(kind->help);
        action->setCheckable(true);
        action->setChecked(id == m_kind);
        action->setData(id);
        group->addAction(action);
    }
    menu.setActiveAction(group->checkedAction());
    const QAction *chosen = menu.exec(mapToGlobal(QPoint(0, height())));
    if (chosen && chosen->data().toString() != m_kind)
        emit kindChosen(chosen->data().toString());
}

} // namespace playground
