// SPDX-License-Identifier: MIT
#include "view/request_details.h"

#include "picture/theme.h"
#include "view/fact_list.h"
#include "view/holders_table.h"
#include "view/request_facts.h"
#include "view/state_chip.h"
#include "view/strip_timings.h"
#include "view/text_label.h"
#include "view/timing_table.h"
#include "view/why_box.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace playground {

QWidget *captionRow(const QString &text, TextLabel *right, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new TextLabel(Role::BodyStrong, Token::Text, text, row));
    layout->addStretch();
    if (right)
        layout->addWidget(right);
    row->setFixedHeight(Theme::size(Size::SmallButton));
    return row;
}

RequestDetails::RequestDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(Role::Title, Token::Text, {}, this))
    , m_text(new TextLabel(Role::Number, Token::Text3, {}, this))
    , m_outcome(new StateChip(this))
    , m_why(new WhyBox(this))
    , m_range(new TextLabel(Role::Body, Token::Text3, {}, this))
    , m_timing(new TimingTable(this))
    , m_stripsBlock(new QWidget(this))
    , m_stripTimings(new StripTimings(m_stripsBlock))
    , m_holdersBlock(new QWidget(this))
    , m_holdersWhen(new TextLabel(Role::Body, Token::Text3, {}, this))
    , m_holders(new HoldersTable(m_holdersBlock))
    , m_facts(new FactList(this))
{
    const int block = Theme::size(Size::BlockGap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_outcome);
    m_text->setElided(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addSpacing(block);
    layout->addWidget(m_why);
    layout->addSpacing(block - 4);
    layout->addWidget(captionRow(tr("Timing"), m_range, this));
    layout->addWidget(m_timing);
    auto *strips = new QVBoxLayout(m_stripsBlock);
    strips->setContentsMargins(0, block - 4, 0, 0);
    strips->setSpacing(0);
    strips->addWidget(captionRow(tr("In every strip"), nullptr, m_stripsBlock));
    strips->addWidget(m_stripTimings);
    layout->addWidget(m_stripsBlock);
    auto *holders = new QVBoxLayout(m_holdersBlock);
    holders->setContentsMargins(0, block - 4, 0, 0);
    holders->setSpacing(0);
    holders->addWidget(captionRow(tr("Who held the slots"), m_holdersWhen, m_holdersBlock));
    holders->addWidget(m_holders);
    layout->addWidget(m_holdersBlock);
    layout->addSpacing(block);
    layout->addWidget(m_facts);
    layout->addStretch();
    connect(m_stripTimings, &StripTimings::stripChosen, this, &RequestDetails::stripChosen);
    connect(m_timing, &TimingTable::spanChosen, this, &RequestDetails::spanChosen);
    connect(m_timing, &TimingTable::spanHovered, this, &RequestDetails::spanHovered);
    connect(m_holders, &HoldersTable::requestChosen, this, &RequestDetails::requestChosen);
}

void RequestDetails::setStrips(const std::vector<const Run *> &strips, size_t chosen)
{
    m_strips = strips;
    m_chosen = chosen;
}

void RequestDetails::show(const Run &run, quint32 request, quint32 span)
{
    const RequestFacts facts = requestFacts(run, request, span);
    m_title->setText(facts.title);
    m_text->setText(facts.text);
    m_outcome->setState(facts.outcomeState, facts.outcome);
    m_why->setText(facts.why.title, facts.why.body);
    m_range->setText(facts.range);
    m_timing->setFacts(facts);
    m_timing->setSelected(span);
    m_stripsBlock->setVisible(m_strips.size() > 1);
    m_stripTimings->setTimings(m_strips.size() > 1 ? stripTimings(m_strips, request, m_chosen) : std::vector<StripTiming>());
    m_holdersBlock->setVisible(!facts.holders.empty());
    m_holdersWhen->setText(facts.holdersWhen);
    m_holders->setRows(facts.holders);
    m_facts->setFacts(facts.facts);
}

} // namespace playground
