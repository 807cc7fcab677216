// SPDX-License-Identifier: MIT
#include "view/input_row.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/pad_field.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace playground {

InputRow::InputRow(QWidget *timeline)
    : QWidget(timeline)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_InputMethodEnabled);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("IN: type input here"));
    setAccessibleDescription(help());
    hide();
}

QString InputRow::help()
{
    return tr("Click or type here: each click and each key is a request at that instant; Esc gives the keys back");
}

void InputRow::setField(PadField *field)
{
    m_field = field;
    showWhereWanted();
}

void InputRow::place(const QRect &row)
{
    setGeometry(row);
    showWhereWanted();
}

void InputRow::showWhereWanted()
{
    const bool wanted = m_field && !geometry().isEmpty();
    if (!wanted && hasFocus())
        parentWidget()->setFocus(Qt::OtherFocusReason);
    setVisible(wanted);
}

void InputRow::setInviting(bool inviting, int left)
{
    if (inviting == m_inviting && left == m_left)
        return;
    m_inviting = inviting;
    m_left = left;
    update();
}

bool InputRow::event(QEvent *event)
{
    // Letters, Space and Enter would otherwise be keys of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = key->key() == Qt::Key_Escape || PadField::isInput(*key);
        key->setAccepted(ours);
        return ours;
    }
    return QWidget::event(event);
}

void InputRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return parentWidget()->setFocus(Qt::ShortcutFocusReason);
    if (!m_field || !PadField::isInput(*event))
        return event->ignore();
    QApplication::sendEvent(m_field, event);
    event->accept();
}

void InputRow::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_field)
        QApplication::sendEvent(m_field, event);
}

void InputRow::focusInEvent(QFocusEvent *) { update(); }

void InputRow::focusOutEvent(QFocusEvent *) { update(); }

void InputRow::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    if (m_inviting) {
        painter.setFont(Theme::font(Role::Body));
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(rect().adjusted(m_left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("Click or type here"));
    }
    if (hasFocus()) {
        const int line = Theme::size(Size::FocusLine);
        painter.setPen(QPen(theme.color(Token::Accent), line));
        painter.drawRect(QRectF(rect()).adjusted(line / 2.0, line / 2.0, -line / 2.0, -line / 2.0));
    }
}

} // namespace playground
