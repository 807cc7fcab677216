// SPDX-License-Identifier: MIT
#include "view/policy_list.h"

#include "picture/theme.h"
#include "view/add_button.h"
#include "view/grip.h"
#include "view/kind_button.h"
#include "view/parameter_form.h"
#include "view/policy_card.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace playground {

PolicyList::PolicyList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(new AddButton(tr("Add polic&y"), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::size(Size::InnerGap));
    m_layout->addWidget(m_add);
    m_add->setToolTip(tr("Puts something around each call: a timeout, retries"));
    connect(m_add, &AddButton::clicked, this, &PolicyList::openList);
}

void PolicyList::setPolicies(const std::vector<Policy> &policies)
{
    m_policies = policies;
    const auto sameKind = [](const PolicyCard *card, const Policy &policy) {
        return &card->kind() == &policy.section.kind();
    };
    if (!std::ranges::equal(m_cards, m_policies, sameKind))
        makeCards();
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setIndex(int(i));
        m_cards[i]->setPolicy(m_policies[size_t(i)]);
    }
    m_add->setVisible(!addable().isEmpty());
    emit moreChanged();
}

void PolicyList::makeCards()
{
    // Cards that stay keep what is open and focused in them; so each one is looked for among the old.
    QList<PolicyCard *> old = m_cards;
    m_cards.clear();
    for (const Policy &policy : m_policies) {
        const auto found =
            std::ranges::find_if(old, [&](const PolicyCard *card) { return &card->kind() == &policy.section.kind(); });
        PolicyCard *card = nullptr;
        if (found != old.end()) {
            card = *found;
            old.erase(found);
        } else {
            card = new PolicyCard(policy.section.kind(), int(m_cards.size()), this);
            connectCard(card);
        }
        m_layout->removeWidget(card);
        m_layout->insertWidget(int(m_cards.size()), card);
        m_cards += card;
    }
    for (PolicyCard *card : std::as_const(old)) {
        card->hide();
        card->deleteLater(); // It may be the one whose button was pressed.
    }
    for (qsizetype i = 0; i + 1 < m_cards.size(); ++i)
        setTabOrder(m_cards[i], m_cards[i + 1]);
}

void PolicyList::connectCard(PolicyCard *card)
{
    card->form()->setAll(m_all);
    connect(card->form(), &ParameterForm::edited, this, &PolicyList::edited);
    connect(card->form(), &ParameterForm::committed, this, &PolicyList::committed);
    connect(card->grip(), &Grip::dragged, this, [this, card](int y) { dragTo(card, y); });
    connect(card->grip(), &Grip::dropped, this, [this, card] { drop(card); });
    connect(card->grip(), &Grip::stepped, this, [this, card](int by) { step(card, by); });
    connect(card, &PolicyCard::switched, this, [this, card](bool on) {
        auto policies = m_policies;
        policies[size_t(card->index())].enabled = on;
        emit listEdited(policies, on ? tr("%1 on").arg(card->kind().title) : tr("%1 off").arg(card->kind().title));
    });
    connect(card, &PolicyCard::removed, this, [this, card] {
        auto policies = m_policies;
        policies.erase(policies.begin() + card->index());
        emit listEdited(policies, tr("Remove %1").arg(card->kind().title));
    });
}

void PolicyList::dragTo(PolicyCard *card, int globalY)
{
    const int y = mapFromGlobal(QPoint(0, globalY)).y();
    const qsizetype from = m_cards.indexOf(card);
    qsizetype to = 0;
    while (to + 1 < m_cards.size() && y > m_cards[to]->geometry().bottom())
        ++to;
    if (to == from)
        return;
    m_cards.move(from, to);
    m_layout->removeWidget(card);
    m_layout->insertWidget(int(to), card);
    card->setActive(true);
}

void PolicyList::drop(PolicyCard *card)
{
    card->setActive(false);
    const int from = card->index(); // Still its old place.
    const int to = int(m_cards.indexOf(card));
    move(from, to);
}

void PolicyList::step(PolicyCard *card, int by) { move(card->index(), card->index() + by); }

void PolicyList::move(int from, int to)
{
    if (from == to || to < 0 || to >= int(m_policies.size()))
        return;
    auto policies = m_policies;
    const Policy policy = policies[size_t(from)];
    policies.erase(policies.begin() + from);
    policies.insert(policies.begin() + to, policy);
    emit listEdited(policies, tr("Move %1").arg(policy.section.kind().title));
}

QStringList PolicyList::addable() const
{
    QStringList ids = KindButton::offered(QStringLiteral("policy"));
    for (const Policy &policy : m_policies)
        if (policy.section.kind().once)
            ids.removeAll(policy.section.id());
    return ids;
}

void PolicyList::add(const QString &id)
{
    const Kind *kind = findKind(QStringLiteral("policy"), id);
    auto policies = m_policies;
    policies.push_back({Section(kind), true});
    emit listEdited(policies, tr("Add %1").arg(kind->title));
}

void PolicyList::openList()
{
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    for (const QString &id : addable()) {
        const Kind *kind = findKind(QStringLiteral("policy"), id);
        menu.addAction(kind->title, this, [this, id] { add(id); })->setToolTip(kind->help);
    }
    menu.exec(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void PolicyList::setAll(bool all)
{
    m_all = all;
    for (PolicyCard *card : std::as_const(m_cards))
        card->form()->setAll(all);
}

bool PolicyList::hasMore() const
{
    return std::ranges::any_of(m_cards, [](const PolicyCard *card) { return card->form()->hasMore(); });
}

QList<ParameterForm *> PolicyList::forms() const
{
    QList<ParameterForm *> forms;
    for (PolicyCard *card : m_cards)
        forms += card->form();
    return forms;
}

} // namespace playground
