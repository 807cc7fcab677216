// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace playground {

class FactList;
class Run;
class StateChip;
class TextLabel;
class WhyBox;

/// What the inspector shows while nothing is selected: how the run stands, and which requests are worth a look.
class RunSummary : public QWidget {
    Q_OBJECT

public:
    explicit RunSummary(QWidget *parent = nullptr);

    void show(const Run &run);

signals:
    void requestChosen(quint32 request);

private:
    void showExtremes(const Run &run);
    void showLook(const QStringList &lines);

    TextLabel *m_title, *m_text;
    StateChip *m_state;
    WhyBox *m_hint;
    FactList *m_outcomes;
    QWidget *m_lookCaption;
    QLabel *m_look;
};

} // namespace playground
