// SPDX-License-Identifier: MIT
#include "view/pattern_card.h"

#include "view/kind_button.h"
#include "view/parameter_form.h"

#include <QVBoxLayout>

namespace playground {

PatternCard::PatternCard(QWidget *parent)
    : Card(parent)
    , m_kinds(new KindButton(QStringLiteral("pattern"), Role::BodyStrong, Token::Text, true, this))
    , m_form(new ParameterForm(QStringLiteral("pattern"), this))
{
    rows()->addWidget(m_kinds);
    rows()->addWidget(m_form);
    connect(m_kinds, &KindButton::kindChosen, this, &PatternCard::kindChosen);
}

void PatternCard::setPattern(const Section &pattern)
{
    m_kinds->setKind(pattern.id());
    m_form->setSection(pattern);
}

} // namespace playground
