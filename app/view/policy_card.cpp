// SPDX-License-Identifier: MIT
#include "view/policy_card.h"

#include "picture/theme.h"
#include "view/grip.h"
#include "view/icon_button.h"
#include "view/parameter_form.h"
#include "view/switch.h"
#include "view/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace playground {

namespace {

QString pathOf(int index) { return QStringLiteral("policies.%1").arg(index); }

} // namespace

PolicyCard::PolicyCard(const Kind &kind, int index, QWidget *parent)
    : Card(parent)
    , m_kind(kind)
    , m_index(index)
    , m_grip(new Grip(tr("Move %1").arg(kind.title), this))
    , m_title(new TextLabel(Role::BodyStrong, Token::Text, kind.title, this))
    , m_switch(new Switch(tr("%1 on").arg(kind.title), this))
    , m_form(new ParameterForm(pathOf(index), this))
{
    auto *remove =
        new IconButton(QStringLiteral("close"), IconButton::Kind::Mini, tr("Remove %1").arg(kind.title), this);
    auto *header = new QHBoxLayout;
    header->setSpacing(Theme::size(Size::InnerGap));
    header->addWidget(m_grip);
    header->addWidget(m_title, 1);
    header->addWidget(remove);
    header->addWidget(m_switch);
    rows()->addLayout(header);
    rows()->addWidget(m_form);
    m_title->setToolTip(kind.help);
    m_switch->setToolTip(tr("Switches %1 on and off").arg(kind.title));
    connect(m_switch, &Switch::clicked, this, &PolicyCard::switched);
    connect(remove, &IconButton::clicked, this, &PolicyCard::removed);
}

void PolicyCard::setPolicy(const Policy &policy)
{
    m_switch->setChecked(policy.enabled);
    m_title->setToken(policy.enabled ? Token::Text : Token::Text3);
    m_form->setSection(policy.section);
    m_form->setEnabled(policy.enabled);
}

void PolicyCard::setIndex(int index)
{
    m_index = index;
    m_form->setPrefix(pathOf(index));
}

} // namespace playground
