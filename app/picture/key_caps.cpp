// SPDX-License-Identifier: MIT
#include "picture/key_caps.h"

#include "model/run.h"

#include <QJsonArray>
#include <QJsonObject>

namespace playground {
namespace {

QJsonArray eventsOf(const Run &run)
{
    const Section &source = run.current().source;
    return source.id() == QLatin1String("tape") ? source.value(QStringLiteral("events")).toArray() : QJsonArray();
}

QString keyOf(const QJsonValue &event) { return event.toObject().value(QLatin1String("key")).toString(); }

} // namespace

bool hasKeyCaps(const Run &run) { return !keyOf(eventsOf(run).first()).isEmpty(); }

QString keyCap(const Run &run, quint32 request)
{
    const QString key = keyOf(eventsOf(run).at(qsizetype(request) - 1));
    if (key == QLatin1String(" ") || key.compare(QLatin1String("space"), Qt::CaseInsensitive) == 0)
        return QString(QChar(0x2423));
    if (key.compare(QLatin1String("enter"), Qt::CaseInsensitive) == 0 || key == QLatin1String("\n"))
        return QString(QChar(0x21B5));
    if (key.compare(QLatin1String("backspace"), Qt::CaseInsensitive) == 0)
        return QString(QChar(0x232B));
    return key;
}

} // namespace playground
