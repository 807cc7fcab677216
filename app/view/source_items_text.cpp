// SPDX-License-Identifier: MIT
#include "view/source_items_text.h"

#include "model/duration.h"
#include "view/quoted_words.h"

#include <QJsonObject>
#include <QStringList>

namespace playground {

namespace {

const QString atKey = QStringLiteral("at");
const QString failsKey = QStringLiteral("fails");

QString lineOf(const QJsonObject &item)
{
    QStringList words{quotedWord(item.value(QStringLiteral("name")).toString())};
    if (item.contains(atKey))
        words << atKey << item.value(atKey).toString();
    if (item.contains(QStringLiteral("latency")))
        words << item.value(QStringLiteral("latency")).toString();
    if (item.contains(failsKey))
        words << failsKey << item.value(failsKey).toVariant().toString();
    if (item.contains(QStringLiteral("error")))
        words << item.value(QStringLiteral("error")).toVariant().toString();
    return words.join(QLatin1Char(' '));
}

QJsonValue numberOrWord(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonObject itemOf(const QStringList &words)
{
    QJsonObject item{{QStringLiteral("name"), words.first()}};
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == atKey && i + 1 < words.size())
            item.insert(atKey, words.at(++i));
        else if (word == failsKey && i + 1 < words.size())
            item.insert(failsKey, numberOrWord(words.at(++i)));
        else if (parseDuration(word))
            item.insert(QStringLiteral("latency"), word);
        else if (numberOrWord(word).isDouble() || word == QStringLiteral("hang") || word == QStringLiteral("offline"))
            item.insert(QStringLiteral("error"), numberOrWord(word));
        else
            item.insert(word, true);
    }
    return item;
}

} // namespace

QString sourceItemsText(const QJsonArray &items)
{
    QStringList lines;
    for (const QJsonValue &item : items)
        lines += lineOf(item.toObject());
    return lines.join(QLatin1Char('\n'));
}

QJsonArray typedSourceItems(const QString &text)
{
    QJsonArray items;
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines)
        if (const QStringList words = quotedWords(line); !words.isEmpty())
            items.append(itemOf(words));
    return items;
}

} // namespace playground
