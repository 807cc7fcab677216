// SPDX-License-Identifier: MIT
#pragma once

#include "model/metrics.h"

#include <QFrame>
#include <QList>

namespace playground {

class MetricCell;
class Run;

/// The numbers of the run, at the bottom. Where it is narrow, remarks go first, then the last numbers.
class MetricsBar : public QFrame {
    Q_OBJECT

public:
    explicit MetricsBar(QWidget *parent = nullptr);

    /// A new run: room is kept for its numbers.
    void setRun(const Run *run);
    /// Says whose numbers these are, and how they differ from those of the baseline in the place of other remarks. An empty letter:
    /// nothing is compared; nullptr: it is the baseline itself.
    void setStrip(const QString &letter, const Run *baseline);
    void refresh();
    const QList<MetricCell *> &cells() const { return m_cells; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    MetricCell *add(const QString &name, const QString &help);
    void keepRoom();
    void arrange();
    static QString limitText(qint64 most, qint64 limit);
    void showDeltas(const Metrics::Values &values);

    const Run *m_run = nullptr;
    const Run *m_baseline = nullptr;
    QString m_letter;
    QList<MetricCell *> m_cells;
    MetricCell *m_strip, *m_time, *m_done, *m_p50, *m_p95, *m_attempts, *m_wasted, *m_inFlight, *m_wait;
};

} // namespace playground
