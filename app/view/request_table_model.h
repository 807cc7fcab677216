// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace playground {

class Run;
struct Lane;

/// The requests of a run, a row each: number, how it ended and after how long, wait, attempts, arrival, name. Sorted by
/// any column; equal ones in order of their numbers. The cells are made when they are looked at.
class RequestTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// The telling ones first, since a narrow panel shows no more.
    enum Column { Number, Outcome, Latency, Wait, Attempts, Arrival, Name, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Not owned; nullptr = none. Empty until it catches up.
    void setRun(const Run *run);
    /// Takes what has changed since, also when the run shows an earlier instant; sorts again what is sorted by other things than the number.
    void catchUp();
    /// 0 where there is no such row.
    quint32 requestAt(int row) const;
    /// -1 where there is no such request.
    int rowOf(quint32 request) const;
    /// How long the last sorting took, in ns of the machine's time.
    qint64 sortTime() const { return m_sortTime; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }

private:
    bool isSorted() const { return m_column != Number || m_order != Qt::AscendingOrder; }
    static QString heading(int column, bool isTip);
    QString text(const Lane &lane, int column) const;
    qint64 key(const Lane &lane, int column) const;
    qint64 waited(const Lane &lane) const;
    void arrange();

    const QFont m_number = Theme::font(Role::Number), m_text = Theme::font(Role::Body); // To look one up takes long.
    const Run *m_run = nullptr;
    int m_rows = 0;
    int m_column = Number;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    qint64 m_sortTime = 0;
    std::vector<quint32> m_requestOf; // By row; empty while the rows are in the order of the numbers.
    std::vector<quint32> m_rowOf;     // By request − 1.
};

} // namespace playground
