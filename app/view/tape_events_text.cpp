// SPDX-License-Identifier: MIT
#include "view/tape_events_text.h"

#include "view/quoted_words.h"

#include <QJsonObject>

namespace playground {

namespace {

const QString atKey = QStringLiteral("at");
const QString clickKey = QStringLiteral("click");
/// These have a word behind them.
const QStringList wordKeys{QStringLiteral("key"), QStringLiteral("text")};

QString lineOf(const QJsonObject &event)
{
    QStringList words{event.value(atKey).toString()};
    if (event.value(clickKey).toBool())
        words << clickKey;
    for (const QString &key : wordKeys) {
        if (event.contains(key))
            words << key << quotedWord(event.value(key).toString());
    }
    return words.join(u' ');
}

QJsonObject eventOf(const QStringList &words)
{
    QJsonObject event{{atKey, words.first()}};
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (wordKeys.contains(word) && i + 1 < words.size())
            event.insert(word, words.at(++i));
        else
            event.insert(word, true);
    }
    return event;
}

} // namespace

QString tapeEventsText(const QJsonArray &events)
{
    QStringList lines;
    for (const QJsonValue &event : events)
        lines += lineOf(event.toObject());
    return lines.join(u'\n');
}

QJsonArray typedTapeEvents(const QString &text)
{
    QJsonArray events;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines)
        if (const QStringList words = quotedWords(line); !words.isEmpty())
            events.append(eventOf(words));
    return events;
}

} // namespace playground
