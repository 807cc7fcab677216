// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "view/card.h"

class QComboBox;

namespace playground {

class ParameterForm;
class TapeButtons;

/// What asks, and when: the numbers of the source and the choice of its kind.
class SourceCard : public Card {
    Q_OBJECT

public:
    explicit SourceCard(QWidget *parent = nullptr);

    void setSource(const Section &source);
    ParameterForm *form() const { return m_form; }
    QComboBox *kinds() const { return m_kinds; }
    TapeButtons *tape() const { return m_tape; }

signals:
    void kindChosen(const QString &id);

private:
    ParameterForm *m_form;
    QComboBox *m_kinds;
    TapeButtons *m_tape;
};

} // namespace playground
