// SPDX-License-Identifier: MIT
#include "view/number_control.h"

#include "picture/theme.h"
#include "view/slider.h"
#include "view/value_field.h"

#include <QHBoxLayout>

namespace playground {

NumberControl::NumberControl(const Parameter &parameter, QWidget *parent)
    : ParameterControl(parent)
    , m_scale(parameter)
    , m_slider(new Slider(this))
    , m_field(new ValueField(m_scale, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::size(Size::InnerGap));
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_field);
    m_slider->setAccessibleName(parameter.title);
    m_slider->setAccessibleDescription(parameter.help);
    m_field->setAccessibleName(parameter.title);
    m_field->setAccessibleDescription(parameter.help);
    m_slider->setStepper([this](double, int steps) { return m_scale.position(m_scale.stepped(m_value, steps)); });
    connect(m_slider, &Slider::moved, this, [this](double position) { enter(m_scale.valueAt(position)); });
    connect(m_slider, &Slider::released, this, [this] {
        m_slider->setPosition(m_scale.position(m_value));
        emit committed();
    });
    connect(m_field, &ValueField::edited, this, &NumberControl::enter);
    connect(m_field, &ValueField::committed, this, &NumberControl::committed);
}

NumberControl::~NumberControl()
{
    // A field that loses the focus on the way out still tells what was typed.
    m_field->disconnect(this);
    m_slider->disconnect(this);
}

QWidget *NumberControl::mainField() { return m_field; }

void NumberControl::setValue(const QJsonValue &value)
{
    m_value = value;
    m_field->setValue(value);
    m_slider->setValueText(m_scale.text(value));
    // While the hand is on the handle it stays where the hand is, though only round values count.
    if (!m_slider->isDragged())
        m_slider->setPosition(m_scale.position(value));
}

void NumberControl::enter(const QJsonValue &value)
{
    if (value == m_value)
        return;
    setValue(value);
    emit edited(value);
}

} // namespace playground
