// SPDX-License-Identifier: MIT
#include "view/choice_control.h"

#include "picture/theme.h"
#include "view/chip.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>

namespace playground {

namespace {

/// The width of a form's controls in the panel's usual width: what chips must fit into.
constexpr int controlWidth = 146;

} // namespace

ChoiceControl::ChoiceControl(const Parameter &parameter, QWidget *parent)
    : ParameterControl(parent)
    , m_choices(parameter.choices)
    , m_title(parameter.title)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::size(Size::BarGap));
    const QFontMetrics metrics(Theme::font(Role::Body));
    int width = -Theme::size(Size::BarGap);
    for (const QString &choice : m_choices)
        width += metrics.horizontalAdvance(choice) + Chip::padding() + Theme::size(Size::BarGap);
    if (width <= controlWidth)
        addChips();
    else
        addList();
    setAccessibleName(parameter.title);
    setAccessibleDescription(parameter.help);
}

void ChoiceControl::addChips()
{
    m_chips = new QButtonGroup(this);
    for (int i = 0; i < m_choices.size(); ++i) {
        auto *chip = new Chip(m_choices.at(i), this);
        chip->setCheckable(true);
        chip->setAccessibleName(tr("%1: %2").arg(m_title, m_choices.at(i)));
        m_chips->addButton(chip, i);
        layout()->addWidget(chip);
    }
    static_cast<QHBoxLayout *>(layout())->addStretch();
    connect(m_chips, &QButtonGroup::idClicked, this, &ChoiceControl::enter);
}

void ChoiceControl::addList()
{
    m_list = new QComboBox(this);
    m_list->addItems(m_choices);
    m_list->setFont(Theme::font(Role::Body));
    m_list->setAccessibleName(m_title);
    layout()->addWidget(m_list);
    connect(m_list, &QComboBox::activated, this, &ChoiceControl::enter);
}

void ChoiceControl::setValue(const QJsonValue &value)
{
    const int index = int(m_choices.indexOf(value.toString()));
    if (m_list)
        m_list->setCurrentIndex(index);
    else if (QAbstractButton *chip = m_chips->button(index))
        chip->setChecked(true);
}

QWidget *ChoiceControl::mainField() { return m_list ? static_cast<QWidget *>(m_list) : m_chips->checkedButton(); }

void ChoiceControl::enter(int index)
{
    emit edited(m_choices.at(index));
    emit committed();
}

} // namespace playground
