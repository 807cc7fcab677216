// SPDX-License-Identifier: MIT
#include "model/presets.h"

#include <QJsonDocument>

#include <array>

namespace playground {

namespace {

struct Preset {
    const char *name;
    const char *json;
};

constexpr std::array presets{
    Preset{"fast", R"({"latency": {"kind": "log-normal", "median": "50ms", "p95": "90ms"}})"},
    Preset{"slow", R"({"latency": {"kind": "log-normal", "median": "800ms", "p95": "2.5s"}})"},
    Preset{"flaky", R"({"latency": {"kind": "log-normal", "median": "300ms", "p95": "700ms"},
                        "failure": {"kind": "probability", "p": 0.2, "error": 503}})"},
    Preset{"overloaded", R"({"latency": {"kind": "log-normal", "median": "200ms", "p95": "400ms"},
                             "capacity": 4, "queue": 8, "rate": 10, "burst": 10, "slowdown": 0.1})"},
    Preset{"offline", R"({"failure": {"kind": "probability", "p": 1, "error": "offline", "after": "5ms"}})"},
};

} // namespace

QStringList backendPresets()
{
    QStringList names;
    for (const Preset &preset : presets)
        names.append(QLatin1String(preset.name));
    return names;
}

std::optional<QJsonObject> backendPreset(const QString &name)
{
    for (const Preset &preset : presets) {
        if (name == QLatin1String(preset.name))
            return QJsonDocument::fromJson(preset.json).object();
    }
    return std::nullopt;
}

} // namespace playground
