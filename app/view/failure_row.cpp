// SPDX-License-Identifier: MIT
#include "view/failure_row.h"

#include "picture/theme.h"
#include "view/kind_button.h"
#include "view/number_control.h"
#include "view/parameter_form.h"
#include "view/text_label.h"

#include <QHBoxLayout>

namespace playground {

FailureRow::FailureRow(QWidget *parent)
    : QWidget(parent)
    , m_kinds(new KindButton(QStringLiteral("failure"), Role::Body, Token::Text2, false, this))
    , m_probability(new NumberControl(
          *findKind(QStringLiteral("failure"), QStringLiteral("probability"))->parameter(QStringLiteral("p")), this))
    , m_title(new TextLabel(Role::Body, Token::Text, {}, this))
{
    m_kinds->setFixedText(tr("Fails"));
    m_kinds->setFixedWidth(qMax(ParameterForm::labelColumn(), m_kinds->sizeHint().width()));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(Theme::size(Size::InnerGap));
    layout->addWidget(m_kinds);
    layout->addWidget(m_probability, 1);
    layout->addWidget(m_title, 1);
    setMinimumHeight(Theme::size(Size::FormRow));
    connect(m_kinds, &KindButton::kindChosen, this, &FailureRow::kindChosen);
    connect(m_probability, &NumberControl::edited, this,
            [this](const QJsonValue &p) { emit probabilityEdited(p.toDouble()); });
    connect(m_probability, &NumberControl::committed, this, &FailureRow::committed);
}

void FailureRow::setFailure(const Section &failure)
{
    const bool byChance = failure.id() == QStringLiteral("probability");
    const bool asChance = byChance || failure.id() == QStringLiteral("never");
    m_kinds->setKind(failure.id());
    m_title->setText(failure.kind().title);
    m_title->setToolTip(failure.kind().help);
    m_title->setVisible(!asChance);
    m_probability->setVisible(asChance);
    if (asChance)
        m_probability->setValue(byChance ? failure.value(QStringLiteral("p")) : QJsonValue(0));
}

} // namespace playground
