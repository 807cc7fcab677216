// SPDX-License-Identifier: MIT
#pragma once

#include "view/parameter_control.h"

namespace playground {

class Switch;

/// Yes or no.
class SwitchControl : public ParameterControl {
    Q_OBJECT

public:
    explicit SwitchControl(const Parameter &parameter, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    QWidget *mainField() override;

private:
    Switch *m_switch;
};

} // namespace playground
