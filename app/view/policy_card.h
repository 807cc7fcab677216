// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "view/card.h"

namespace playground {

class Grip;
class ParameterForm;
class Switch;
class TextLabel;

/// One policy: its handle, title, switch and numbers.
class PolicyCard : public Card {
    Q_OBJECT

public:
    PolicyCard(const Kind &kind, int index, QWidget *parent = nullptr);

    void setPolicy(const Policy &policy);
    /// Its place in the list, which is part of its values' paths.
    void setIndex(int index);
    int index() const { return m_index; }
    const Kind &kind() const { return m_kind; }
    ParameterForm *form() const { return m_form; }
    Grip *grip() const { return m_grip; }

signals:
    void switched(bool on);
    void removed();

private:
    const Kind &m_kind;
    int m_index;
    Grip *m_grip;
    TextLabel *m_title;
    Switch *m_switch;
    ParameterForm *m_form;
};

} // namespace playground
