// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QWidget>

class QToolButton;

namespace playground {

class LogModel;
class RowTable;
class Run;

/// The run as readable text: a line an event, of all requests or of the selected one. While its end is in view it follows
/// the run. A line that is stepped onto chooses its request.
class LogPage : public QWidget {
    Q_OBJECT

public:
    explicit LogPage(QWidget *parent = nullptr);

    void setRun(const Run *run);
    void setSelection(quint32 request);
    /// Shows what has happened since; while the run goes on some times a second, else at once.
    void refresh(bool running);

    RowTable *table() const { return m_table; }
    QToolButton *onlySelection() const { return m_only; }

signals:
    void requestChosen(quint32 request);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void applyFilter();
    bool showsEnd() const;

    LogModel *m_model;
    RowTable *m_table;
    QToolButton *m_only;
    quint32 m_request = 0;
    QElapsedTimer m_shown;
    bool m_telling = false; // A choice made here is on its way.
};

} // namespace playground
