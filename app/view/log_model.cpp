// SPDX-License-Identifier: MIT
#include "view/log_model.h"

#include "model/event_words.h"
#include "model/run.h"
#include "picture/time_text.h"

namespace playground {

void LogModel::setRun(const Run *run)
{
    m_run = run;
    startAgain();
}

void LogModel::setFilter(quint32 request)
{
    if (request == m_filter)
        return;
    m_filter = request;
    startAgain();
}

void LogModel::startAgain()
{
    beginResetModel();
    m_seen = 0;
    m_records.clear();
    endResetModel();
}

void LogModel::catchUp()
{
    if (m_run && m_run->trace().size() < m_seen)
        startAgain(); // An earlier instant is shown.
    const std::vector<quint32> rows = newRows();
    if (rows.empty())
        return;
    beginInsertRows({}, int(m_records.size()), int(m_records.size() + rows.size()) - 1);
    m_records.insert(m_records.end(), rows.begin(), rows.end());
    endInsertRows();
}

std::vector<quint32> LogModel::newRows()
{
    std::vector<quint32> rows;
    if (!m_run)
        return rows;
    const Trace &trace = m_run->trace();
    for (; m_seen < trace.size(); ++m_seen) {
        const Record &record = trace.records()[size_t(m_seen)];
        const bool wanted = m_filter == 0 || record.request == m_filter ||
                            (record.kind == EventKind::Join && record.a == m_filter);
        // What is of no request has its slope in that place.
        if (wanted && (m_filter == 0 || record.kind != EventKind::Level) && hasWords(trace, record))
            rows.push_back(quint32(m_seen));
    }
    return rows;
}

quint32 LogModel::requestAt(int row) const
{
    if (!m_run || row < 0 || row >= int(m_records.size()))
        return 0;
    const Record &record = m_run->trace().records()[m_records[size_t(row)]];
    return record.kind == EventKind::Level ? 0 : record.request;
}

int LogModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_records.size()); }

int LogModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!m_run || !index.isValid())
        return {};
    const Trace &trace = m_run->trace();
    const Record &record = trace.records()[m_records[size_t(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Time ? instantText(record.t) : eventWords(trace, record);
    case Qt::FontRole:
        return index.column() == Time ? m_number : m_text;
    case Qt::TextAlignmentRole:
        return int((index.column() == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("Time") : tr("What happened");
}

} // namespace playground
