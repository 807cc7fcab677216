// SPDX-License-Identifier: MIT
#pragma once

#include "cli/trace_words.h"
#include "model/trace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace playground {

/// Reads the word of an enumerator back.
template <typename Word>
quint8 numberOf(const QString &text)
{
    for (quint8 i = 0; i < 32; ++i) {
        if (text == QLatin1String(word(Word(i))) && !text.isEmpty())
            return i;
    }
    qFatal("\"%s\" is no such word", qPrintable(text));
}

inline void appendEvent(Trace &trace, const QJsonObject &event)
{
    const auto number = [&](const char *key) { return event[QLatin1String(key)].toInteger(); };
    const auto text = [&](const char *key) { return event[QLatin1String(key)].toString(); };
    Record record;
    record.t = number("t");
    record.request = quint32(number("request"));
    record.part = quint16(number("part"));
    record.tryNumber = quint8(number("try"));
    record.copy = quint8(number("copy"));
    record.code = quint16(number("code"));
    record.kind = EventKind(numberOf<EventKind>(text("event")));
    switch (record.kind) {
    case EventKind::Part: trace.appendPart(record.t, {record.part, text("kind"), text("path"), text("name")}); return;
    case EventKind::Level: {
        Level level{text("name"), event["value"].toDouble(), event["slope"].toDouble(), {}};
        if (event.contains("limit"))
            level.limit = event["limit"].toDouble();
        trace.appendLevel(record.t, record.part, level);
        return;
    }
    case EventKind::Edit: trace.appendEdit(record.t, {text("path"), text("old"), text("new")}); return;
    case EventKind::Mark: trace.appendMark(record.t, text("text")); return;
    case EventKind::Arrive: record.b = event.contains("text") ? trace.addText(text("text")) : -1; break;
    case EventKind::Join: record.a = quint32(number("lead")); break;
    case EventKind::Wait:
        record.detail = numberOf<WaitReason>(text("reason"));
        record.a = quint32(number("ahead"));
        record.b = event.contains("until") ? number("until") : -1;
        break;
    case EventKind::Go:
        record.detail = numberOf<GoHow>(text("how"));
        record.a = quint32(number("from"));
        break;
    case EventKind::Free:
    case EventKind::Dispatch: break;
    case EventKind::Attempt: record.a = quint32(number("number")); break;
    case EventKind::AttemptEnd:
        record.detail = numberOf<AttemptOutcome>(text("outcome"));
        record.a = quint32(number("number"));
        record.b = event.contains("retryAfter") ? number("retryAfter") : -1;
        break;
    case EventKind::Settle:
        record.detail = numberOf<RequestOutcome>(text("outcome"));
        record.a = quint32(number("number"));
        record.b = number("cause");
        record.copy = event["defaulted"].toBool() ? 1 : 0;
        break;
    case EventKind::End: record.detail = numberOf<EndReason>(text("reason")); break;
    }
    trace.append(record);
}

/// The trace in a Chrome trace: the events of all entries, in the order of their places.
inline Trace readChromeTrace(const QByteArray &json)
{
    QMap<qint64, QJsonObject> events;
    const QJsonArray entries = QJsonDocument::fromJson(json)["traceEvents"].toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonArray inEntry = entry["args"]["events"].toArray();
        for (const QJsonValue &event : inEntry)
            events.insert(event["i"].toInteger(), event.toObject());
    }
    Trace trace;
    for (const QJsonObject &event : events)
        appendEvent(trace, event);
    return trace;
}

} // namespace playground
