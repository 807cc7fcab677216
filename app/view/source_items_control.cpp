// SPDX-License-Identifier: MIT
#include "view/source_items_control.h"

#include "picture/theme.h"
#include "view/source_items_text.h"

#include <QFocusEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace playground {

namespace {

constexpr int visibleLines = 5;

} // namespace

SourceItemsControl::SourceItemsControl(const Parameter &parameter, QWidget *parent)
    : ParameterControl(parent)
    , m_edit(new QPlainTextEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setFont(Theme::font(Role::Code));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(visibleLines * Theme::lineHeight(Role::Body) + Theme::size(Size::BlockGap));
    m_edit->setAccessibleName(parameter.title);
    m_edit->setToolTip(
        tr("One request a line: its name, then if you like at 50ms, its latency, fails 2 or fails always, "
           "and 503, offline or hang. Ctrl+Enter takes it over."));
    m_edit->setAccessibleDescription(m_edit->toolTip());
    m_edit->installEventFilter(this);
}

void SourceItemsControl::setValue(const QJsonValue &value)
{
    m_value = value;
    if (typedSourceItems(m_edit->toPlainText()) != value.toArray())
        m_edit->setPlainText(sourceItemsText(value.toArray()));
}

QWidget *SourceItemsControl::mainField() { return m_edit; }

void SourceItemsControl::commit()
{
    const QJsonArray typed = typedSourceItems(m_edit->toPlainText());
    if (typed != m_value.toArray())
        emit edited(typed);
    emit committed();
}

bool SourceItemsControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        commit();
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return && key->modifiers() == Qt::ControlModifier) {
            commit();
            return true;
        }
    }
    return ParameterControl::eventFilter(watched, event);
}

} // namespace playground
