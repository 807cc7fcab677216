// SPDX-License-Identifier: MIT
#pragma once

#include "view/parameter_control.h"
#include "view/value_scale.h"

namespace playground {

class Slider;
class ValueField;

/// A slider and a field for the same number.
class NumberControl : public ParameterControl {
    Q_OBJECT

public:
    explicit NumberControl(const Parameter &parameter, QWidget *parent = nullptr);

    ~NumberControl() override;

    void setValue(const QJsonValue &value) override;
    QWidget *mainField() override;
    Slider *slider() const { return m_slider; }
    ValueField *field() const { return m_field; }

private:
    void enter(const QJsonValue &value);

    ValueScale m_scale;
    QJsonValue m_value;
    Slider *m_slider;
    ValueField *m_field;
};

} // namespace playground
