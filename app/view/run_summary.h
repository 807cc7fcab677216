// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

#include <QWidget>

class QLabel;

namespace playground {

class FactList;
class StateChip;
class TextLabel;
class WhyBox;

/// What the inspector shows while nothing is selected: how the run stands, and which requests are worth a look.
class RunSummary : public QWidget {
    Q_OBJECT

public:
    explicit RunSummary(QWidget *parent = nullptr);

    void show(const Run &run, PlaybackState::Phase phase);
    /// How the run stands, in a word or two.
    QString stateText() const;
    /// What is worth a look, a line each.
    QString lookText() const;

signals:
    void requestChosen(quint32 request);

private:
    void showState(const Run &run, const Metrics::Values &values, PlaybackState::Phase phase);
    void showExtremes(const Run &run);
    void showLook(const QStringList &lines);

    TextLabel *m_title, *m_text;
    StateChip *m_state;
    WhyBox *m_hint;
    QWidget *m_outcomesCaption;
    FactList *m_outcomes;
    QWidget *m_lookCaption;
    QLabel *m_look;
};

} // namespace playground
