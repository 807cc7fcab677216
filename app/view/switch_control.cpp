// SPDX-License-Identifier: MIT
#include "view/switch_control.h"

#include "view/switch.h"

#include <QHBoxLayout>

namespace playground {

SwitchControl::SwitchControl(const Parameter &parameter, QWidget *parent)
    : ParameterControl(parent)
    , m_switch(new Switch(parameter.title, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch();
    layout->addWidget(m_switch);
    m_switch->setAccessibleDescription(parameter.help);
    connect(m_switch, &Switch::clicked, this, [this](bool on) {
        emit edited(on);
        emit committed();
    });
}

void SwitchControl::setValue(const QJsonValue &value) { m_switch->setChecked(value.toBool()); }

QWidget *SwitchControl::mainField() { return m_switch; }

} // namespace playground
