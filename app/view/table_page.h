// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QWidget>

namespace playground {

class RequestTableModel;
class RowTable;
class Run;

/// The requests of the run as a table that can be sorted, by a click on a heading or by S in the column of the current cell.
/// The selected row is the request that is selected in the timeline.
class TablePage : public QWidget {
    Q_OBJECT

public:
    explicit TablePage(QWidget *parent = nullptr);

    void setRun(const Run *run);
    void setSelection(quint32 request);
    /// Shows what has changed since; while the run goes on some times a second, else at once.
    void refresh(bool running);

    RowTable *table() const { return m_table; }

signals:
    void requestChosen(quint32 request);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void selectRow();
    void sortBy(int column);

    RequestTableModel *m_model;
    RowTable *m_table;
    quint32 m_request = 0;
    QElapsedTimer m_shown;
    bool m_following = false; // The table takes a selection that was made elsewhere.
};

} // namespace playground
