// SPDX-License-Identifier: MIT
#include "view/item_lines_control.h"

#include "picture/theme.h"
#include "view/source_items_text.h"
#include "view/tape_events_text.h"

#include <QFocusEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <utility>

namespace playground {

namespace {

constexpr int visibleLines = 5;

} // namespace

ItemLines ItemLines::ofSource()
{
    return {sourceItemsText, typedSourceItems,
            ItemLinesControl::tr("One request a line: its name, then if you like at 50ms, its latency, fails 2 or fails always, "
                                 "and 503, offline or hang. Ctrl+Enter takes it over.")};
}

ItemLines ItemLines::ofTape()
{
    return {tapeEventsText, typedTapeEvents,
            ItemLinesControl::tr("One input a line: when it comes, then key and its name, or click; text is what the field holds "
                                 "after it. Ctrl+Enter takes it over.")};
}

ItemLinesControl::ItemLinesControl(const Parameter &parameter, ItemLines lines, QWidget *parent)
    : ParameterControl(parent)
    , m_lines(std::move(lines))
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
    m_edit->setToolTip(m_lines.help);
    m_edit->setAccessibleDescription(m_edit->toolTip());
    m_edit->installEventFilter(this);
}

void ItemLinesControl::setValue(const QJsonValue &value)
{
    m_value = value;
    if (m_lines.typed(m_edit->toPlainText()) != value.toArray())
        m_edit->setPlainText(m_lines.text(value.toArray()));
}

QWidget *ItemLinesControl::mainField() { return m_edit; }

void ItemLinesControl::commit()
{
    const QJsonArray typed = m_lines.typed(m_edit->toPlainText());
    if (typed != m_value.toArray())
        emit edited(typed);
    emit committed();
}

bool ItemLinesControl::eventFilter(QObject *watched, QEvent *event)
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
