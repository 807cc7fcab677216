// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QWidget>

#include <vector>

namespace playground {

class FactList;
class HoldersTable;
class Run;
class StateChip;
class StripTimings;
class TextLabel;
class TimingTable;
class WhyBox;

/// Everything about one request: its end, why it waited, where its time went, who held the slots.
class RequestDetails : public QWidget {
    Q_OBJECT

public:
    explicit RequestDetails(QWidget *parent = nullptr);

    /// The strips of a comparison, A first, of which one is shown; fewer than two: nothing is compared. They must live until told anew.
    void setStrips(const std::vector<const Run *> &strips, size_t chosen);
    void show(const Run &run, quint32 request, quint32 span);

signals:
    void stripChosen(qsizetype strip);
    void requestChosen(quint32 request);
    void spanChosen(quint32 span);
    void spanHovered(quint32 span);

private:
    TextLabel *m_title, *m_text;
    StateChip *m_outcome;
    WhyBox *m_why;
    TextLabel *m_range;
    TimingTable *m_timing;
    QWidget *m_stripsBlock;
    StripTimings *m_stripTimings;
    std::vector<const Run *> m_strips;
    size_t m_chosen = 0;
    QWidget *m_holdersBlock;
    TextLabel *m_holdersWhen;
    HoldersTable *m_holders;
    FactList *m_facts;
};

/// A strong caption at the left and a quiet one at the right, above a table.
QWidget *captionRow(const QString &text, TextLabel *right, QWidget *parent);

} // namespace playground
