// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QWidget>

namespace playground {

class KindButton;
class NumberControl;
class TextLabel;

/// How the server fails: the choice of the kind, and the probability right beside it. "Never" stands there as 0 %.
class FailureRow : public QWidget {
    Q_OBJECT

public:
    explicit FailureRow(QWidget *parent = nullptr);

    void setFailure(const Section &failure);
    NumberControl *probability() const { return m_probability; }

signals:
    void kindChosen(const QString &id);
    void probabilityEdited(double p);
    void committed();

private:
    KindButton *m_kinds;
    NumberControl *m_probability;
    TextLabel *m_title;
};

} // namespace playground
