// SPDX-License-Identifier: MIT
#pragma once

#include "view/parameter_control.h"

class QButtonGroup;
class QComboBox;

namespace playground {

/// One of a few words: as chips where they fit, else as a drop-down list.
class ChoiceControl : public ParameterControl {
    Q_OBJECT

public:
    explicit ChoiceControl(const Parameter &parameter, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    QWidget *mainField() override;

private:
    void enter(int index);
    void addChips();
    void addList();

    QStringList m_choices;
    QString m_title;
    QButtonGroup *m_chips = nullptr;
    QComboBox *m_list = nullptr;
};

} // namespace playground
