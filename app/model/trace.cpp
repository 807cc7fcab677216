// SPDX-License-Identifier: MIT
#include "model/trace.h"

#include <QStringList>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace playground {

namespace {

constexpr double noLimit = std::numeric_limits<double>::quiet_NaN();
constexpr QChar separator = u'\x1f'; // "Unit separator": no path and no value holds it.

bool holdsTextIndex(const Record &record)
{
    return record.kind == EventKind::Arrive || record.kind == EventKind::Edit || record.kind == EventKind::Mark;
}

/// Spreads the limit of a level over the fields that hold it.
void setLimit(Record &record, double limit)
{
    const auto bits = std::bit_cast<quint64>(limit);
    record.a = quint32(bits);
    record.code = quint16(bits >> 32);
    record.tryNumber = quint8(bits >> 48);
    record.copy = quint8(bits >> 56);
}

double limitOf(const Record &record)
{
    return std::bit_cast<double>(quint64(record.a) | quint64(record.code) << 32 | quint64(record.tryNumber) << 48 | quint64(record.copy) << 56);
}

} // namespace

QString Trace::text(qint64 index) const
{
    return index < 0 || index >= m_texts.size() ? QString() : m_texts.at(index);
}

const PartInfo *Trace::part(quint16 id) const
{
    const auto found = std::ranges::find(m_parts, id, &PartInfo::id);
    return found == m_parts.end() ? nullptr : &*found;
}

Level Trace::level(const Record &record) const
{
    Q_ASSERT(record.kind == EventKind::Level);
    Level level;
    level.name = record.detail < m_levelNames.size() ? m_levelNames[record.detail] : QString();
    level.value = std::bit_cast<double>(record.b);
    level.slopePerSecond = double(std::bit_cast<float>(record.request));
    if (const double limit = limitOf(record); !std::isnan(limit))
        level.limit = limit;
    return level;
}

EditText Trace::edit(const Record &record) const
{
    Q_ASSERT(record.kind == EventKind::Edit);
    const QStringList fields = text(record.b).split(separator);
    return {fields.value(0), fields.value(1), fields.value(2)};
}

void Trace::appendPart(qint64 t, const PartInfo &part)
{
    Record record;
    record.t = t;
    record.kind = EventKind::Part;
    record.part = part.id;
    record.b = qint64(m_parts.size());
    m_parts.push_back(part);
    append(record);
}

void Trace::appendLevel(qint64 t, quint16 part, const Level &level)
{
    Record record;
    record.t = t;
    record.kind = EventKind::Level;
    record.part = part;
    record.detail = levelName(level.name);
    setLimit(record, level.limit.value_or(noLimit));
    record.b = std::bit_cast<qint64>(level.value);
    record.request = std::bit_cast<quint32>(float(level.slopePerSecond));
    append(record);
}

void Trace::appendEdit(qint64 t, const EditText &edit)
{
    Record record;
    record.t = t;
    record.kind = EventKind::Edit;
    record.b = addText(edit.path + separator + edit.before + separator + edit.after);
    append(record);
}

void Trace::appendMark(qint64 t, const QString &text)
{
    Record record;
    record.t = t;
    record.kind = EventKind::Mark;
    record.b = addText(text);
    append(record);
}

qint64 Trace::addText(const QString &text) { return m_texts.add(text); }

void Trace::append(const Trace &batch)
{
    const auto firstPart = qint64(m_parts.size());
    const qint64 firstText = m_texts.size();
    m_parts.insert(m_parts.end(), batch.m_parts.begin(), batch.m_parts.end());
    m_texts.append(batch.m_texts);

    for (Record record : batch.m_records) {
        if (record.kind == EventKind::Part)
            record.b += firstPart;
        else if (record.kind == EventKind::Level)
            record.detail = levelName(batch.m_levelNames[record.detail]);
        else if (holdsTextIndex(record) && record.b >= 0)
            record.b += firstText;
        append(record);
    }
}

qsizetype Trace::countUpTo(qint64 t) const
{
    return std::ranges::upper_bound(m_records, t, {}, &Record::t) - m_records.begin();
}

Trace Trace::piece(qsizetype first, qsizetype count) const
{
    Trace part;
    for (qsizetype i = first; i < first + count; ++i)
        part.adopt(m_records[size_t(i)], *this);
    return part;
}

/// Appends a record of another trace with the part, the level's name or the text that it refers to.
void Trace::adopt(Record record, const Trace &from)
{
    if (record.kind == EventKind::Part) {
        m_parts.push_back(from.m_parts[size_t(record.b)]);
        record.b = qint64(m_parts.size()) - 1;
    } else if (record.kind == EventKind::Level) {
        record.detail = levelName(from.m_levelNames[record.detail]);
    } else if (holdsTextIndex(record) && record.b >= 0) {
        record.b = addText(from.text(record.b));
    }
    append(record);
}

void Trace::clear() { *this = Trace(); }

quint8 Trace::levelName(const QString &name)
{
    const auto found = std::ranges::find(m_levelNames, name);
    const auto index = found - m_levelNames.begin();
    if (found == m_levelNames.end()) {
        Q_ASSERT(m_levelNames.size() < 256); // The names are words of the program, not of its user.
        m_levelNames.push_back(name);
    }
    return quint8(index);
}

} // namespace playground
