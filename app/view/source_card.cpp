// SPDX-License-Identifier: MIT
#include "view/source_card.h"

#include "picture/theme.h"
#include "view/kind_button.h"
#include "view/parameter_form.h"
#include "view/tape_buttons.h"
#include "view/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace playground {

SourceCard::SourceCard(QWidget *parent)
    : Card(parent)
    , m_form(new ParameterForm(QStringLiteral("source"), this))
    , m_kinds(new QComboBox(this))
    , m_tape(new TapeButtons(this))
{
    auto *label = new TextLabel(Role::Body, Token::Text2, tr("Arrive"), this);
    label->setFixedWidth(qMax(ParameterForm::labelColumn(), label->sizeHint().width()));
    label->setBuddy(m_kinds);
    m_kinds->setFont(Theme::font(Role::Body));
    m_kinds->setAccessibleName(tr("How the requests arrive"));
    for (const QString &id : KindButton::offered(QStringLiteral("source"))) {
        const Kind *kind = findKind(QStringLiteral("source"), id);
        m_kinds->addItem(kind->title, id);
        m_kinds->setItemData(m_kinds->count() - 1, kind->help, Qt::ToolTipRole);
    }
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(Theme::size(Size::InnerGap));
    layout->addWidget(label);
    layout->addWidget(m_kinds, 1);
    rows()->addWidget(m_form);
    rows()->addWidget(row);
    rows()->addWidget(m_tape);
    connect(m_kinds, &QComboBox::activated, this,
            [this](int index) { emit kindChosen(m_kinds->itemData(index).toString()); });
}

void SourceCard::setSource(const Section &source)
{
    m_form->setSection(source);
    m_kinds->setCurrentIndex(m_kinds->findData(source.id()));
    m_kinds->setToolTip(source.kind().help);
    m_tape->setSource(source);
}

} // namespace playground
