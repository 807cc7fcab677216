// SPDX-License-Identifier: MIT
#pragma once

#include "view/request_facts.h"

#include <QWidget>

class QGridLayout;

namespace playground {

/// Names and values in two columns.
class FactList : public QWidget {
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    void setFacts(const std::vector<Fact> &facts);

private:
    std::vector<Fact> m_facts;
    QGridLayout *m_grid;
};

} // namespace playground
