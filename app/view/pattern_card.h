// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "view/card.h"

namespace playground {

class KindButton;
class ParameterForm;

/// When a request becomes a call: the choice of the pattern and its numbers.
class PatternCard : public Card {
    Q_OBJECT

public:
    explicit PatternCard(QWidget *parent = nullptr);

    void setPattern(const Section &pattern);
    ParameterForm *form() const { return m_form; }
    KindButton *kinds() const { return m_kinds; }

signals:
    void kindChosen(const QString &id);

private:
    KindButton *m_kinds;
    ParameterForm *m_form;
};

} // namespace playground
