// SPDX-License-Identifier: MIT
#include "model/backend_reader.h"

#include "model/duration.h"
#include "model/nearest.h"
#include "model/presets.h"
#include "model/section_reader.h"

#include <QCoreApplication>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

std::optional<Fault> readSettings(const QJsonObject &object, Section &settings)
{
    const QStringList known = QStringList{key("latency"), key("failure")} + parameterKeys(settings.kind());
    if (auto fault = checkKnownKeys(object, known, key("backend"), Tr::tr("the backend")))
        return fault;
    settings = Section(&settings.kind(), object);
    return checkSection(settings, key("backend"));
}

std::optional<Fault> readLatency(const QJsonValue &value, Section &latency)
{
    if (value.isUndefined())
        return std::nullopt;
    if (value.isObject())
        return readSection(value, key("latency"), key("backend.latency"), &latency.kind(), latency);
    return checkValue(*findKind(key("latency"), key("constant"))->parameter(key("value")), value,
                      key("backend.latency"));
}

std::optional<Fault> readFailure(const QJsonValue &value, Section &failure)
{
    if (value.isUndefined())
        return std::nullopt;
    if (value.isObject())
        return readSection(value, key("failure"), key("backend.failure"), &failure.kind(), failure);
    const QString example = key("{\"kind\": \"probability\", \"p\": 0.1}");
    return Fault{key("backend.failure"), Tr::tr("\"backend.failure\" must be \"never\" or an object such as %1, not %2")
                                             .arg(example, shownValue(value))};
}

QJsonObject ofKind(const char *kind) { return {{key("kind"), key(kind)}}; }

} // namespace

std::optional<Fault> readBackend(const QJsonValue &value, Backend &backend)
{
    const QJsonValue written = longBackend(value);
    if (written.isString()) {
        const QString message = Tr::tr("%1 is not a ready-made server;").arg(shownValue(written));
        return Fault{key("backend"), message + didYouMean(written.toString(), backendPresets())};
    }
    if (!written.isObject())
        return Fault{key("backend"), Tr::tr("\"backend\" must be an object or the name of a ready-made server, not %1")
                                         .arg(shownValue(written))};
    QJsonObject object = written.toObject();
    const QJsonValue latency = longLatency(object.take(key("latency")));
    const QJsonValue failure = longFailure(object.take(key("failure")));
    if (auto fault = readSettings(object, backend.settings))
        return fault;
    if (auto fault = readLatency(latency, backend.latency))
        return fault;
    return readFailure(failure, backend.failure);
}

QJsonValue longLatency(const QJsonValue &latency)
{
    if (!latency.isString() || !parseDuration(latency.toString()))
        return latency;
    QJsonObject object = ofKind("constant");
    object.insert(key("value"), latency);
    return object;
}

QJsonValue longFailure(const QJsonValue &failure)
{
    return failure.toString() == key("never") ? QJsonValue(ofKind("never")) : failure;
}

QJsonValue longBackend(const QJsonValue &backend)
{
    const auto preset = backendPreset(backend.toString());
    return preset ? QJsonValue(*preset) : backend;
}

} // namespace playground
