// SPDX-License-Identifier: MIT
#include "model/scenario_reader.h"

#include "model/backend_reader.h"
#include "model/duration.h"
#include "model/named_requests.h"
#include "model/nearest.h"
#include "model/scenario_extras.h"
#include "model/section_reader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace playground {

namespace {

constexpr int currentVersion = 1;
constexpr qint64 largestSeed = (qint64(1) << 53) - 1; // The largest of which a double holds all smaller ones.

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

/// Reads one scenario, part by part; the first fault ends it. What is missing keeps its default.
class Reader {
public:
    Reader(const QJsonObject &json, const QString &name)
        : m_json(json)
    {
        m_scenario.name = m_scenario.title = name;
    }

    std::variant<Scenario, Fault> read()
    {
        const bool isRead = readVersion() && checkKeys() && readNames() && readGroup() && readSeed() && readInfo() &&
                            readParts() && readUntil() && readExtras();
        return isRead ? std::variant<Scenario, Fault>(m_scenario) : *m_fault;
    }

private:
    /// Whether there is no fault; keeps it otherwise.
    bool isFine(std::optional<Fault> fault)
    {
        m_fault = std::move(fault);
        return !m_fault;
    }
    bool fail(const QString &path, const QString &message) { return isFine(Fault{path, message}); }
    /// The same for a message that shows the value.
    bool failShowing(const QJsonValue &value, const QString &path, const QString &message)
    {
        return isFine(showing({path, message}, value));
    }

    QJsonValue value(const char *name) const { return m_json.value(key(name)); }

    bool readVersion()
    {
        const QJsonValue version = value("version");
        if (version.isUndefined() || version.toDouble() == currentVersion)
            return true;
        if (version.toDouble() != std::floor(version.toDouble()))
            return failShowing(version, key("version"), Tr::tr("\"version\" must be a whole number such as %1, not %2")
                                                            .arg(currentVersion)
                                                            .arg(shownValue(version)));
        if (version.toDouble() > currentVersion)
            return failShowing(version, key("version"),
                               Tr::tr("\"version\" is %1, but this program reads up to %2; use a newer Asyncade")
                                   .arg(shownValue(version))
                                   .arg(currentVersion));
        return failShowing(version, key("version"),
                           Tr::tr("\"version\" must be %1, not %2").arg(currentVersion).arg(shownValue(version)));
    }

    bool checkKeys()
    {
        static const QStringList known{key("version"), key("name"),    key("title"),    key("group"),    key("seed"),
                                       key("source"),  key("pattern"), key("policies"), key("backend"),  key("info"),
                                       key("until"),   key("edits"),   key("compare"),  key("challenge")};
        return isFine(checkKnownKeys(m_json, known, QString(), Tr::tr("a scenario")));
    }

    bool readNames()
    {
        static const QRegularExpression pattern(QStringLiteral("\\A[a-z0-9-]+\\z"));
        if (!readText("name", m_scenario.name))
            return false;
        if (!pattern.match(m_scenario.name).hasMatch())
            return fail(
                key("name"),
                Tr::tr("\"name\" may hold only a to z, 0 to 9 and -, but is %1").arg(shownValue(m_scenario.name)));
        m_scenario.title = m_scenario.name;
        return readText("title", m_scenario.title);
    }

    bool readText(const char *name, QString &text)
    {
        const QJsonValue given = value(name);
        if (given.isUndefined())
            return true;
        if (given.toString().trimmed().isEmpty())
            return fail(key(name),
                        Tr::tr("\"%1\" must be a text that is not empty, not %2").arg(key(name), shownValue(given)));
        text = given.toString();
        return true;
    }

    bool readGroup()
    {
        static const QStringList groups{key("many-at-once"), key("shape-the-flow"), key("when-things-fail"),
                                        key("mine")};
        const QJsonValue group = value("group");
        if (group.isUndefined())
            return true;
        if (!groups.contains(group.toString()))
            return fail(
                key("group"),
                Tr::tr("\"group\" must be %1, not %2").arg(quotedList(groups, Tr::tr("or")), shownValue(group)));
        m_scenario.group = group.toString();
        return true;
    }

    bool readSeed()
    {
        const QJsonValue given = value("seed");
        if (given.isUndefined())
            return true;
        const double seed = given.toDouble(-1);
        if (seed < 0 || seed > double(largestSeed) || seed != std::floor(seed))
            return failShowing(
                given, key("seed"),
                Tr::tr("\"seed\" must be a whole number from 0 to %1, not %2").arg(largestSeed).arg(shownValue(given)));
        m_scenario.seed = quint64(given.toInteger());
        return true;
    }

    bool readInfo()
    {
        static const QStringList known{key("what"), key("how"), key("use"), key("notice"), key("try"), key("further")};
        const QJsonValue info = value("info");
        if (info.isUndefined())
            return true;
        if (!info.isObject())
            return fail(key("info"), Tr::tr("\"info\" must be an object, not %1").arg(shownValue(info)));
        m_scenario.info = info.toObject();
        for (const QString &name : m_scenario.info.keys()) {
            const QJsonValue text = m_scenario.info.value(name);
            if (known.contains(name) && !text.isString())
                return fail(key("info.") + name,
                            Tr::tr("\"info.%1\" must be a text, not %2").arg(name, shownValue(text)));
        }
        return isFine(checkKnownKeys(m_scenario.info, known, key("info"), key("info")));
    }

    bool readParts()
    {
        return readPart("source", m_scenario.source) && readPart("pattern", m_scenario.pattern) &&
               (value("policies").isUndefined() || isFine(readPolicies(value("policies"), m_scenario.policies))) &&
               (value("backend").isUndefined() || isFine(readBackend(value("backend"), m_scenario.backend))) &&
               isFine(checkNamedRequests(m_scenario));
    }

    bool readPart(const char *name, Section &section)
    {
        return value(name).isUndefined() ||
               isFine(readSection(value(name), key(name), key(name), &section.kind(), section));
    }

    bool readUntil()
    {
        const QJsonValue until = value("until");
        if (until.isUndefined() || until.isNull())
            return true;
        Parameter time = timeParameter();
        time.nullable = true;
        if (!isFine(checkValue(time, until, key("until"))))
            return false;
        m_scenario.until = parseDuration(until.toString());
        return true;
    }

    bool readExtras()
    {
        return isFine(readEdits(value("edits"), m_scenario)) && isFine(readChallenge(value("challenge"), m_scenario)) &&
               isFine(readCompare(m_json, m_scenario));
    }

    const QJsonObject &m_json;
    Scenario m_scenario;
    std::optional<Fault> m_fault;
};

} // namespace

std::variant<Scenario, Fault> scenarioFromJson(const QJsonObject &json, const QString &name)
{
    return Reader(json, name).read();
}

} // namespace playground
