// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QWidget>

namespace playground {

class FactList;
class HoldersTable;
class Run;
class StateChip;
class TextLabel;
class TimingTable;
class WhyBox;

/// Everything about one request: its end, why it waited, where its time went, who held the slots.
class RequestDetails : public QWidget {
    Q_OBJECT

public:
    explicit RequestDetails(QWidget *parent = nullptr);

    void show(const Run &run, quint32 request, quint32 span);

signals:
    void requestChosen(quint32 request);
    void spanChosen(quint32 span);
    void spanHovered(quint32 span);

private:
    TextLabel *m_title, *m_text;
    StateChip *m_outcome;
    WhyBox *m_why;
    TextLabel *m_range;
    TimingTable *m_timing;
    QWidget *m_holdersBlock;
    TextLabel *m_holdersWhen;
    HoldersTable *m_holders;
    FactList *m_facts;
};

/// A strong caption at the left and a quiet one at the right, above a table.
QWidget *captionRow(const QString &text, TextLabel *right, QWidget *parent);

} // namespace playground
