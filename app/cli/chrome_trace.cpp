// SPDX-License-Identifier: MIT
#include "cli/chrome_trace.h"

#include "cli/event_json.h"
#include "cli/json_writer.h"
#include "cli/trace_words.h"
#include "model/run.h"

#include <QHash>
#include <QIODevice>

#include <algorithm>
#include <initializer_list>

namespace playground {

namespace {

constexpr qsizetype pieceSize = 1 << 16;
constexpr quint64 threadsPerRequest = 8; // One for each copy that a hedge may start, and some.

/// Microseconds with three decimals: exact to the nanosecond.
QByteArray microseconds(qint64 nanoseconds)
{
    return QByteArray::number(nanoseconds / 1000) + '.' + QByteArray::number(nanoseconds % 1000).rightJustified(3, '0');
}

quint64 threadOf(quint32 request, quint8 copy) { return quint64(request) * threadsPerRequest + copy; }

/// What belongs together: the begin and the end of a wait, or of an attempt.
struct SliceKey {
    quint32 request = 0;
    quint32 number = 0; ///< Of the attempt; 0 = a wait.
    quint16 part = 0;
    quint8 copy = 0;
    friend bool operator==(const SliceKey &, const SliceKey &) = default;
    friend size_t qHash(const SliceKey &key, size_t seed = 0) { return qHashMulti(seed, key.request, key.number, key.part, key.copy); }
};

SliceKey keyOf(const Record &record)
{
    const bool attempt = record.kind == EventKind::Attempt || record.kind == EventKind::AttemptEnd;
    // The part of an attempt's end is its cause, and no part of its name.
    return {record.request, attempt ? record.a : 0, attempt ? quint16(0) : record.part, record.copy};
}

class Writer {
public:
    Writer(QIODevice &out, const Run &run) : m_out(out), m_run(run), m_trace(run.trace()) {}

    bool write()
    {
        m_json.beginObject().key("displayTimeUnit").value("ms").key("traceEvents").beginArray();
        name("process_name", 0, m_run.scenario().title);
        for (qsizetype i = 0; i < m_trace.size() && m_written; ++i) {
            writeRecord(i);
            flush(pieceSize);
        }
        QList<qsizetype> open = m_open.values();
        std::sort(open.begin(), open.end());
        for (const qsizetype begin : open)
            slice(begin, -1);
        m_json.end().end();
        flush(0);
        return m_written && m_out.write("\n") == 1;
    }

private:
    const Record &record(qsizetype index) const { return m_trace.records()[size_t(index)]; }

    void flush(qsizetype limit)
    {
        if (m_json.size() <= limit)
            return;
        const QByteArray piece = m_json.take();
        m_written = m_written && m_out.write(piece) == piece.size();
    }

    void writeRecord(qsizetype index)
    {
        switch (record(index).kind) {
        case EventKind::Wait:
        case EventKind::Attempt: m_open.insert(keyOf(record(index)), index); break;
        case EventKind::Go:
        case EventKind::AttemptEnd: endSlice(index); break;
        case EventKind::Arrive: arrive(index); break;
        case EventKind::Settle: settle(index); break;
        case EventKind::Level: level(index); break;
        default: instant(index); break;
        }
    }

    /// Begins an entry of phase `phase` with what all entries have.
    JsonWriter &entry(const char *phase, qint64 t, quint64 thread, const char *category, const QString &label)
    {
        m_json.newLine().beginObject().key("ph").value(phase).key("ts").raw(microseconds(t)).key("pid").value(1);
        return m_json.key("tid").value(thread).key("cat").value(category).key("name").value(label);
    }

    /// The whole events behind an entry, in its `args`; ends the entry.
    void args(std::initializer_list<qsizetype> indices)
    {
        m_json.key("args").beginObject();
        events(indices);
        m_json.end().end();
    }

    void events(std::initializer_list<qsizetype> indices)
    {
        m_json.key("events").beginArray();
        for (const qsizetype index : indices)
            writeEvent(m_json, m_trace, index);
        m_json.end();
    }

    void name(const char *what, quint64 thread, const QString &text)
    {
        m_json.newLine().beginObject().key("ph").value("M").key("pid").value(1).key("tid").value(thread).key("name").value(what);
        m_json.key("args").beginObject().key("name").value(text).end().end();
    }

    void instant(qsizetype index)
    {
        const Record &at = record(index);
        entry("i", at.t, threadOf(at.request, at.copy), "event", QString::fromLatin1(word(at.kind))).key("s").value("t");
        args({index});
    }

    void arrive(qsizetype index)
    {
        const Record &at = record(index);
        const QString label = QStringLiteral("#%1 %2").arg(at.request).arg(m_trace.text(at.b)).trimmed();
        name("thread_name", threadOf(at.request, 0), label);
        entry("b", at.t, threadOf(at.request, 0), "request", label).key("id").value(at.request);
        args({index});
    }

    void settle(qsizetype index)
    {
        const Record &at = record(index);
        entry("e", at.t, threadOf(at.request, 0), "request", QString::fromLatin1(word(at.kind))).key("id").value(at.request);
        args({index});
    }

    void endSlice(qsizetype index)
    {
        const auto begin = m_open.constFind(keyOf(record(index)));
        if (begin != m_open.cend()) {
            slice(*begin, index);
            m_open.erase(begin);
        } else {
            instant(index);
        }
        if (record(index).kind == EventKind::Go && record(index).a != 0)
            arrow(index);
    }

    /// A wait or an attempt; `end` < 0: it was still open when the run ended.
    void slice(qsizetype begin, qsizetype end)
    {
        const Record &from = record(begin);
        const qint64 until = end >= 0 ? record(end).t : m_run.now();
        if (from.kind == EventKind::Wait)
            entry("X", from.t, threadOf(from.request, from.copy), "wait", QString::fromLatin1(word(from.reason())));
        else
            entry("X", from.t, threadOf(from.request, from.copy), "attempt", QStringLiteral("attempt %1").arg(from.a));
        m_json.key("dur").raw(microseconds(until - from.t));
        if (end >= 0)
            args({begin, end});
        else
            args({begin});
    }

    /// From the thread of the request that made room to the one that goes on. Holds no event of its own.
    void arrow(qsizetype index)
    {
        const Record &go = record(index);
        const QString label = QStringLiteral("hand-over");
        entry("s", go.t, threadOf(go.a, 0), "from", label).key("id").value(index).end();
        entry("f", go.t, threadOf(go.request, go.copy), "from", label).key("id").value(index).key("bp").value("e").end();
    }

    void level(qsizetype index)
    {
        const Level level = m_trace.level(record(index));
        const PartInfo *part = m_trace.part(record(index).part);
        entry("C", record(index).t, 0, "level", part ? part->name + QStringLiteral(": ") + level.name : level.name);
        m_json.key("args").beginObject().key("value").value(level.value);
        events({index});
        m_json.end().end();
    }

    QIODevice &m_out;
    const Run &m_run;
    const Trace &m_trace;
    JsonWriter m_json;
    QHash<SliceKey, qsizetype> m_open;
    bool m_written = true;
};

} // namespace

bool writeChromeTrace(QIODevice &out, const Run &run) { return Writer(out, run).write(); }

} // namespace playground
