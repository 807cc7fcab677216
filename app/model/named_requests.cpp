// SPDX-License-Identifier: MIT
#include "model/named_requests.h"

#include "model/backend_reader.h"
#include "model/nearest.h"

#include <QCoreApplication>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

QString placeOf(qsizetype entry) { return QStringLiteral("backend.failure.requests.%1").arg(entry); }

QString unknownName(const QString &name, const QStringList &known, const QString &path, const Section &source)
{
    const QString shown = shownValue(name);
    if (source.id() != key("list"))
        return Tr::tr("\"%1\" names %2, but only the requests of a \"list\" source have names; write numbers, such as 4").arg(path, shown);
    return Tr::tr("\"%1\" names %2, but the source has no such item;").arg(path, shown) + didYouMean(name, known);
}

} // namespace

std::optional<Fault> checkNamedRequests(const Scenario &scenario)
{
    const Section &failure = scenario.backend.failure;
    if (failure.id() != key("named"))
        return std::nullopt;
    QStringList known;
    for (const SourceItem &item : sourceItems(scenario.source))
        known.append(item.name);
    const QJsonArray requests = failure.value(key("requests")).toArray();
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (requests[i].isString() && !known.contains(requests[i].toString()))
            return Fault{placeOf(i), unknownName(requests[i].toString(), known, placeOf(i), scenario.source)};
    }
    return std::nullopt;
}

QJsonObject withoutForeignNames(QJsonObject scenario, const std::function<bool(const QString &path)> &keeps)
{
    QJsonObject backend = longBackend(scenario.value(key("backend"))).toObject();
    QJsonObject failure = longFailure(backend.value(key("failure"))).toObject();
    const QJsonArray requests = failure.value(key("requests")).toArray();
    QStringList known;
    for (const QJsonValue &item : scenario.value(key("source")).toObject().value(key("items")).toArray())
        known.append(item.toObject().value(key("name")).toString());
    QJsonArray kept;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (!requests[i].isString() || known.contains(requests[i].toString()) || keeps(placeOf(i)))
            kept.append(requests[i]);
    }
    if (kept.size() == requests.size())
        return scenario;
    failure.insert(key("requests"), kept);
    backend.insert(key("failure"), failure);
    scenario.insert(key("backend"), backend);
    return scenario;
}

} // namespace playground
