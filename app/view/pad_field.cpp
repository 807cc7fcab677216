// SPDX-License-Identifier: MIT
#include "view/pad_field.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

namespace playground {

namespace {

/// What a key's cap says; empty for keys that type nothing.
QString capOf(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Backspace:
        return QStringLiteral("⌫");
    case Qt::Key_Delete:
        return QStringLiteral("⌦");
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return QStringLiteral("⏎");
    case Qt::Key_Space:
        return QStringLiteral("␣");
    default:
        break;
    }
    const QString text = event.text();
    return !text.isEmpty() && text[0].isPrint() ? text : QString();
}

} // namespace

PadField::PadField(QWidget *parent)
    : QLineEdit(parent)
{
}

bool PadField::isInput(const QKeyEvent &event)
{
    const bool isCommand = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isCommand && !capOf(event).isEmpty();
}

void PadField::keyPressEvent(QKeyEvent *event)
{
    const QString cap = isInput(*event) ? capOf(*event) : QString();
    if (cap.isEmpty())
        return QLineEdit::keyPressEvent(event);
    emit typing();
    QLineEdit::keyPressEvent(event);
    event->accept(); // Enter is a key like any other here.
    emit typed(cap, text(), event->timestamp());
}

void PadField::inputMethodEvent(QInputMethodEvent *event)
{
    const QString committed = event->commitString();
    if (!committed.isEmpty())
        emit typing();
    QLineEdit::inputMethodEvent(event);
    if (!committed.isEmpty())
        emit typed(committed, text(), 0);
}

} // namespace playground
