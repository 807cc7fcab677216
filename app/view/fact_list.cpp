// SPDX-License-Identifier: MIT
#include "view/fact_list.h"

#include "picture/theme.h"
#include "view/text_label.h"

#include <QGridLayout>

namespace playground {

namespace {

constexpr int nameColumn = 96;

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::size(Size::InnerGap));
    m_grid->setVerticalSpacing(Theme::size(Size::InnerGap));
    m_grid->setColumnMinimumWidth(0, nameColumn);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const std::vector<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    for (int row = 0; row < int(facts.size()); ++row) {
        if (!m_grid->itemAtPosition(row, 0)) {
            m_grid->addWidget(new TextLabel(Role::Body, Token::Text3, {}, this), row, 0, Qt::AlignTop);
            auto *value = new TextLabel(Role::Body, Token::Text, {}, this);
            value->setWordWrap(true);
            m_grid->addWidget(value, row, 1);
        }
        const auto show = [&](int column, const QString &text) {
            auto *label = static_cast<TextLabel *>(m_grid->itemAtPosition(row, column)->widget());
            label->setText(text);
            label->show();
        };
        show(0, facts[size_t(row)].name);
        show(1, facts[size_t(row)].value);
    }
    for (int row = int(facts.size()); row < m_grid->rowCount(); ++row)
        for (const int column : {0, 1})
            if (QLayoutItem *item = m_grid->itemAtPosition(row, column))
                item->widget()->hide();
}

} // namespace playground
