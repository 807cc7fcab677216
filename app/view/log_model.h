// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace playground {

class Run;

/// The run as readable text, a row an event: its time, and what happened. Keeps only which records have words; the words
/// are made when they are looked at.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, What, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Not owned; nullptr = none. Empty until it catches up.
    void setRun(const Run *run);
    /// Only the events of one request; 0 = all. Empty until it catches up.
    void setFilter(quint32 request);
    quint32 filter() const { return m_filter; }
    /// Takes what has happened since, or what is left of it when the run shows an earlier instant.
    void catchUp();
    /// The request that a row is about; 0 = none.
    quint32 requestAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<quint32> newRows();
    void startAgain();

    const QFont m_number = Theme::font(Role::Number), m_text = Theme::font(Role::Body); // To look one up takes long.
    const Run *m_run = nullptr;
    quint32 m_filter = 0;
    qsizetype m_seen = 0;
    std::vector<quint32> m_records; // Index of each row's record.
};

} // namespace playground
