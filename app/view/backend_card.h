// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"
#include "view/card.h"

namespace playground {

class FailureRow;
class KindButton;
class LatencyPlot;
class ParameterForm;

/// The fake server: how long it takes and how it fails.
class BackendCard : public Card {
    Q_OBJECT

public:
    explicit BackendCard(QWidget *parent = nullptr);

    void setBackend(const Backend &backend);
    QList<ParameterForm *> forms() const { return {m_latency, m_failure}; }
    FailureRow *failureRow() const { return m_failureRow; }
    LatencyPlot *plot() const { return m_plot; }

signals:
    void edited(const QString &path, const QJsonValue &value);
    void committed();
    /// `group` is "latency" or "failure".
    void kindChosen(const QString &group, const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeLatencyKinds();

    LatencyPlot *m_plot;
    KindButton *m_latencyKinds;
    ParameterForm *m_latency;
    FailureRow *m_failureRow;
    ParameterForm *m_failure;
};

} // namespace playground
