// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace playground {

class AddButton;
class ParameterForm;
class PolicyCard;

/// The policies as cards, outermost first; they can be added, removed, switched and put in another order.
class PolicyList : public QWidget {
    Q_OBJECT

public:
    explicit PolicyList(QWidget *parent = nullptr);

    void setPolicies(const std::vector<Policy> &policies);
    void setAll(bool all);
    bool hasMore() const;
    QList<ParameterForm *> forms() const;
    const QList<PolicyCard *> &cards() const { return m_cards; }
    /// The ids that can be added now.
    QStringList addable() const;

public slots:
    void add(const QString &id);

signals:
    void edited(const QString &path, const QJsonValue &value);
    void committed();
    /// The list itself changed; `step` names the change.
    void listEdited(const std::vector<playground::Policy> &policies, const QString &step);
    void moreChanged();

private:
    void makeCards();
    void connectCard(PolicyCard *card);
    void dragTo(PolicyCard *card, int globalY);
    void drop(PolicyCard *card);
    void step(PolicyCard *card, int by);
    void move(int from, int to);
    void openList();

    std::vector<Policy> m_policies;
    QList<PolicyCard *> m_cards;
    QVBoxLayout *m_layout;
    AddButton *m_add;
    bool m_all = false;
};

} // namespace playground
