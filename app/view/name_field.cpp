// SPDX-License-Identifier: MIT
#include "view/name_field.h"

#include "picture/theme.h"

#include <QKeyEvent>

#include <utility>

namespace playground {

NameField::NameField(const QString &name, const QString &accessibleName, QWidget *parent)
    : QLineEdit(name, parent)
{
    setAccessibleName(accessibleName);
    setFont(Theme::font(Role::Body));
    connect(this, &QLineEdit::editingFinished, this, [this] { end(true); });
    selectAll();
}

bool NameField::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QLineEdit::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        end(false);
    return true;
}

void NameField::end(bool keep)
{
    if (std::exchange(m_ended, true))
        return;
    if (keep)
        emit kept(text());
    emit left();
}

} // namespace playground
