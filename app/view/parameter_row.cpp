// SPDX-License-Identifier: MIT
#include "view/parameter_row.h"

#include "picture/theme.h"
#include "view/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace playground {

namespace {

/// A label that is longer stands on a line of its own, above its control.
constexpr int longestLabel = 84;

} // namespace

ParameterRow::ParameterRow(const Parameter &parameter, const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_parameter(parameter)
    , m_path(path)
    , m_control(makeControl(parameter, this))
    , m_label(new TextLabel(Role::Body, Token::Text2, parameter.title, this))
    , m_twoLines(m_control->isWide() || m_label->sizeHint().width() > longestLabel)
{
    m_label->setBuddy(m_control->mainField());
    setToolTip(parameter.help);
    auto *layout = new QBoxLayout(m_twoLines ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(m_twoLines ? 0 : Theme::size(Size::InnerGap));
    layout->addWidget(m_label);
    layout->addWidget(m_control, 1);
    setMinimumHeight(Theme::size(Size::FormRow));
    connect(m_control, &ParameterControl::edited, this,
            [this](const QJsonValue &value) { emit edited(m_path, value); });
    connect(m_control, &ParameterControl::committed, this, &ParameterRow::committed);
}

int ParameterRow::labelWidth() const { return m_twoLines ? 0 : m_label->sizeHint().width(); }

void ParameterRow::setLabelWidth(int width)
{
    if (!m_twoLines)
        m_label->setFixedWidth(width);
}

} // namespace playground
