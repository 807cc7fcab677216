// SPDX-License-Identifier: MIT
#include "view/request_table_model.h"

#include "model/duration.h"
#include "model/run.h"
#include "model/words.h"
#include "picture/time_text.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <numeric>

namespace playground {

namespace {

/// A value that is not there stands behind all that are.
constexpr qint64 missing = std::numeric_limits<qint64>::max();

QString dash() { return QStringLiteral("–"); }

} // namespace

void RequestTableModel::setRun(const Run *run)
{
    beginResetModel();
    m_run = run;
    m_rows = 0;
    arrange();
    endResetModel();
}

void RequestTableModel::catchUp()
{
    if (!m_run)
        return;
    const int rows = int(m_run->timeline().lanes().size());
    if (rows < m_rows)
        setRun(m_run); // An earlier instant is shown.
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        for (int row = m_rows; row < rows && isSorted(); ++row) {
            m_requestOf.push_back(quint32(row) + 1);
            m_rowOf.push_back(quint32(row));
        }
        m_rows = rows;
        endInsertRows();
    }
    if (isSorted())
        sort(m_column, m_order);
    else if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

quint32 RequestTableModel::requestAt(int row) const
{
    if (row < 0 || row >= m_rows)
        return 0;
    return isSorted() ? m_requestOf[size_t(row)] : quint32(row) + 1;
}

int RequestTableModel::rowOf(quint32 request) const
{
    if (request == 0 || request > quint32(m_rows))
        return -1;
    return int(isSorted() ? m_rowOf[request - 1] : request - 1);
}

int RequestTableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int RequestTableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RequestTableModel::data(const QModelIndex &index, int role) const
{
    if (!m_run || !index.isValid())
        return {};
    const bool isText = index.column() == Outcome || index.column() == Name;
    switch (role) {
    case Qt::DisplayRole:
        return text(m_run->timeline().lanes()[requestAt(index.row()) - 1], index.column());
    case Qt::FontRole:
        return isText ? m_text : m_number;
    case Qt::TextAlignmentRole:
        return int((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RequestTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Outcome || section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return heading(section, true);
    if (role != Qt::DisplayRole)
        return {};
    // The mark of the order stands in the text, where it hides nothing.
    return section == m_column ? tr("%1 %2").arg(heading(section, false), QString(m_order == Qt::AscendingOrder ? u'↑' : u'↓'))
                               : heading(section, false);
}

QString RequestTableModel::heading(int section, bool isTip)
{
    switch (section) {
    case Number:
        return isTip ? tr("The number of the request, in order of arrival") : tr("No.");
    case Arrival:
        return isTip ? tr("When it arrived") : tr("Arrival");
    case Wait:
        return isTip ? tr("How long it waited before it could ask; back-offs and the server's queue do not count")
                     : tr("Wait");
    case Attempts:
        return isTip ? tr("How often the server was asked for it") : tr("Attempts");
    case Outcome:
        return isTip ? tr("How it ended, or what it is doing") : tr("Outcome");
    case Latency:
        return isTip ? tr("From its arrival to its end") : tr("Latency");
    default:
        return isTip ? tr("What it asks for") : tr("Name");
    }
}

QString RequestTableModel::text(const Lane &lane, int column) const
{
    switch (column) {
    case Number:
        return QString::number(lane.request);
    case Arrival:
        return lane.arrived < 0 ? dash() : instantText(lane.arrived);
    case Wait:
        return lane.arrived < 0 ? dash() : displayDuration(waited(lane));
    case Attempts:
        return QString::number(lane.attempts);
    case Outcome:
        if (lane.settled >= 0)
            return outcomeTerm(lane.outcome).name;
        if (m_run->ended() || lane.lastSpan == noSpan)
            return lane.arrived < 0 ? tr("Not arrived") : outcomeTerm(RequestOutcome::Pending).name;
        return stateTerm(m_run->timeline().spans()[lane.lastSpan].state).name;
    case Latency:
        return lane.settled < 0 || lane.arrived < 0 ? dash() : displayDuration(lane.settled - lane.arrived);
    default:
        return m_run->trace().text(lane.text);
    }
}

qint64 RequestTableModel::waited(const Lane &lane) const
{
    qint64 sum = 0;
    for (const Span &span : m_run->timeline().spansOf(lane)) {
        if (span.isWait() && span.reason != WaitReason::Backoff && span.reason != WaitReason::Server)
            sum += span.lengthAt(m_run->now());
    }
    return sum;
}

qint64 RequestTableModel::key(const Lane &lane, int column) const
{
    switch (column) {
    case Arrival:
        return lane.arrived < 0 ? missing : lane.arrived;
    case Wait:
        return lane.arrived < 0 ? missing : waited(lane);
    case Attempts:
        return lane.attempts;
    case Outcome:
        return lane.settled < 0 ? missing : qint64(lane.outcome);
    case Latency:
        return lane.settled < 0 || lane.arrived < 0 ? missing : lane.settled - lane.arrived;
    default:
        return lane.request;
    }
}

void RequestTableModel::arrange()
{
    QElapsedTimer time;
    time.start();
    m_requestOf.clear();
    m_rowOf.clear();
    if (!isSorted() || !m_run)
        return;
    const auto &lanes = m_run->timeline().lanes();
    m_requestOf.resize(size_t(m_rows));
    std::iota(m_requestOf.begin(), m_requestOf.end(), 1U);
    const bool down = m_order == Qt::DescendingOrder;
    const auto by = [&](const auto &keys) {
        std::ranges::stable_sort(m_requestOf, [&](quint32 a, quint32 b) {
            return down ? keys[b - 1] < keys[a - 1] : keys[a - 1] < keys[b - 1];
        });
    };
    if (m_column == Name) {
        std::vector<QString> names;
        for (size_t i = 0; i < size_t(m_rows); ++i)
            names.push_back(m_run->trace().text(lanes[i].text));
        by(names);
    } else {
        std::vector<qint64> keys;
        for (size_t i = 0; i < size_t(m_rows); ++i)
            keys.push_back(key(lanes[i], m_column));
        by(keys);
    }
    m_rowOf.resize(size_t(m_rows));
    for (size_t row = 0; row < m_requestOf.size(); ++row)
        m_rowOf[m_requestOf[row] - 1] = quint32(row);
    m_sortTime = time.nsecsElapsed();
}

void RequestTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> requests;
    for (const QModelIndex &one : before)
        requests.push_back(requestAt(one.row()));
    m_column = column;
    m_order = order;
    arrange();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(requests[size_t(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace playground
