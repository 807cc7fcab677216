// SPDX-License-Identifier: MIT
#include "model/scenario_reader.h"

#include "model/duration.h"
#include "model/nearest.h"
#include "model/presets.h"
#include "model/scenario_extras.h"
#include "model/section_rules.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace playground {

namespace {

constexpr int currentVersion = 1;
constexpr qint64 largestSeed = qint64(1) << 53;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

/// Reads the parts of one scenario; the first fault ends it. Functions return false when they met one.
class Reader {
public:
    Reader(const QJsonObject &json, const QString &name) : m_json(json) { m_scenario.name = m_scenario.title = name; }

    std::variant<Scenario, Fault> read()
    {
        if (readHead() && readSections() && readPolicies() && readBackend() && readUntil() && readExtras())
            return m_scenario;
        return *m_fault;
    }

private:
    bool fail(const QString &path, const QString &message)
    {
        m_fault = Fault{path, message};
        return false;
    }
    bool fail(std::optional<Fault> fault)
    {
        m_fault = std::move(fault);
        return !m_fault;
    }

    bool readHead()
    {
        return readVersion() && checkKeys() && readName() && readText("title", m_scenario.title) && readGroup() && readSeed() && readInfo();
    }

    bool readVersion()
    {
        const QJsonValue version = m_json.value(key("version"));
        if (version.isUndefined())
            return true;
        if (version.isDouble() && version.toDouble() > currentVersion)
            return fail(key("version"), Tr::tr("\"version\" is %1, but this program reads up to %2; use a newer Asyncade").arg(version.toDouble()).arg(currentVersion));
        if (version.toDouble(0) != currentVersion)
            return fail(key("version"), Tr::tr("\"version\" must be %1, not %2").arg(currentVersion).arg(shownValue(version)));
        return true;
    }

    bool checkKeys()
    {
        static const QStringList known{key("version"), key("name"), key("title"), key("group"), key("seed"), key("source"),
                                       key("pattern"), key("policies"), key("backend"), key("info"), key("until"), key("edits"),
                                       key("compare"), key("challenge")};
        return checkKnown(m_json, known, QString(), Tr::tr("a scenario"));
    }

    bool checkKnown(const QJsonObject &object, const QStringList &known, const QString &path, const QString &owner)
    {
        for (const QString &name : object.keys()) {
            if (!known.contains(name))
                return fail(path + name, Tr::tr("\"%1\" is not a key of %2;").arg(path + name, owner) + didYouMean(name, known));
        }
        return true;
    }

    bool readText(const char *name, QString &text)
    {
        const QJsonValue value = m_json.value(key(name));
        if (value.isUndefined())
            return true;
        if (!value.isString() || value.toString().trimmed().isEmpty())
            return fail(key(name), Tr::tr("\"%1\" must be a text that is not empty, not %2").arg(key(name), shownValue(value)));
        text = value.toString();
        return true;
    }

    bool readName()
    {
        static const QRegularExpression pattern(QStringLiteral("\\A[a-z0-9-]+\\z"));
        if (!readText("name", m_scenario.name))
            return false;
        if (!pattern.match(m_scenario.name).hasMatch())
            return fail(key("name"), Tr::tr("\"name\" may hold only a to z, 0 to 9 and -, but is %1").arg(shownValue(m_scenario.name)));
        m_scenario.title = m_scenario.name;
        return true;
    }

    bool readGroup()
    {
        static const QStringList groups{key("many-at-once"), key("shape-the-flow"), key("when-things-fail"), key("mine")};
        const QJsonValue value = m_json.value(key("group"));
        if (value.isUndefined())
            return true;
        if (!groups.contains(value.toString()))
            return fail(key("group"), Tr::tr("\"group\" must be %1, not %2").arg(quotedList(groups, Tr::tr("or")), shownValue(value)));
        m_scenario.group = value.toString();
        return true;
    }

    bool readSeed()
    {
        const QJsonValue value = m_json.value(key("seed"));
        if (value.isUndefined())
            return true;
        const double seed = value.toDouble(-1);
        if (seed < 0 || seed >= double(largestSeed) || seed != std::floor(seed))
            return fail(key("seed"), Tr::tr("\"seed\" must be a whole number from 0 to %1, not %2").arg(largestSeed - 1).arg(shownValue(value)));
        m_scenario.seed = quint64(value.toInteger());
        return true;
    }

    bool readInfo()
    {
        static const QStringList known{key("what"), key("how"), key("use"), key("notice"), key("try"), key("further")};
        if (!readObject("info", m_scenario.info) || !checkKnown(m_scenario.info, known, key("info."), key("info")))
            return false;
        for (const QString &name : m_scenario.info.keys()) {
            const QJsonValue value = m_scenario.info.value(name);
            if (!value.isString())
                return fail(key("info.") + name, Tr::tr("\"info.%1\" must be a text, not %2").arg(name, shownValue(value)));
        }
        return true;
    }

    bool readObject(const char *name, QJsonObject &object)
    {
        const QJsonValue value = m_json.value(key(name));
        if (value.isUndefined())
            return true;
        if (!value.isObject())
            return fail(key(name), Tr::tr("\"%1\" must be an object, not %2").arg(key(name), shownValue(value)));
        object = value.toObject();
        return true;
    }

    bool readSections()
    {
        return readTopSection("source", m_scenario.source) && readTopSection("pattern", m_scenario.pattern);
    }

    bool readTopSection(const char *name, Section &section)
    {
        const QJsonValue value = m_json.value(key(name));
        return value.isUndefined() || readSection(value, key(name), key(name), section);
    }

    /// `section` is of the kind that holds unless the object names one, or of none when it must.
    bool readSection(const QJsonValue &value, const QString &group, const QString &path, Section &section, const Kind *defaultKind)
    {
        if (!value.isObject())
            return fail(path, Tr::tr("\"%1\" must be an object such as {\"kind\": \"%2\"}, not %3").arg(path, kindsOf(group).front()->id, shownValue(value)));
        QJsonObject given = value.toObject();
        const Kind *kind = defaultKind;
        if (!readKind(given, group, path, kind))
            return false;
        given.remove(key("kind"));
        section = Section(kind, given);
        return checkSection(section, path);
    }
    bool readSection(const QJsonValue &value, const QString &group, const QString &path, Section &section)
    {
        return readSection(value, group, path, section, &section.kind());
    }

    bool readKind(const QJsonObject &given, const QString &group, const QString &path, const Kind *&kind)
    {
        const QJsonValue id = given.value(key("kind"));
        if (id.isUndefined() && kind)
            return true;
        QStringList known;
        for (const Kind *other : kindsOf(group))
            known.append(other->id);
        const QString inner = path + key(".kind");
        if (id.isUndefined())
            return fail(path, Tr::tr("\"%1\" needs a \"kind\": %2").arg(path, quotedList(known, Tr::tr("or"))));
        kind = findKind(group, id.toString());
        if (!kind)
            return fail(inner, Tr::tr("%1 is not a kind of %2;").arg(shownValue(id), group) + didYouMean(id.toString(), known));
        return true;
    }

    bool checkSection(const Section &section, const QString &path)
    {
        for (const QString &name : section.given().keys()) {
            const Parameter *parameter = section.kind().parameter(name);
            const QString inner = path + u'.' + name;
            if (!parameter)
                return fail(inner, unknownKey(section.kind(), name, inner));
            if (!fail(checkValue(*parameter, section.given().value(name), inner)))
                return false;
        }
        return fail(checkRules(section, path));
    }

    /// Names the nearest key, or where the key would be known.
    QString unknownKey(const Kind &kind, const QString &name, const QString &path) const
    {
        QStringList known;
        for (const Parameter &parameter : kind.parameters)
            known.append(parameter.key);
        QStringList others;
        for (const Kind *other : kindsOf(kind.group)) {
            if (other->parameter(name))
                others.append(other->id);
        }
        const QString message = Tr::tr("\"%1\" is not a key of %2 \"%3\";").arg(path, kind.group, kind.id);
        if (others.isEmpty() || !nearest(name, known).isEmpty())
            return message + didYouMean(name, known);
        return message + Tr::tr(" it is one of %1; change \"kind\" or remove it").arg(quotedList(others, Tr::tr("and")));
    }

    bool readPolicies()
    {
        const QJsonValue value = m_json.value(key("policies"));
        if (value.isUndefined())
            return true;
        if (!value.isArray())
            return fail(key("policies"), Tr::tr("\"policies\" must be an array of objects, not %1").arg(shownValue(value)));
        const QJsonArray policies = value.toArray();
        for (qsizetype i = 0; i < policies.size(); ++i) {
            if (!readPolicy(policies[i], QStringLiteral("policies.%1").arg(i)))
                return false;
        }
        return true;
    }

    bool readPolicy(const QJsonValue &value, const QString &path)
    {
        Policy policy;
        QJsonObject object = value.toObject();
        const QJsonValue enabled = object.take(key("enabled"));
        if (!enabled.isUndefined() && !enabled.isBool())
            return fail(path + key(".enabled"), Tr::tr("\"%1.enabled\" must be true or false, not %2").arg(path, shownValue(enabled)));
        policy.enabled = enabled.toBool(true);
        if (!readSection(value.isObject() ? QJsonValue(object) : value, key("policy"), path, policy.section, nullptr))
            return false;
        if (policy.section.kind().once && hasPolicy(policy.section.id()))
            return fail(path, Tr::tr("\"%1\" is a second \"%2\", which may be there only once; remove one").arg(path, policy.section.id()));
        m_scenario.policies.push_back(policy);
        return true;
    }

    bool hasPolicy(const QString &id) const
    {
        return std::ranges::any_of(m_scenario.policies, [&](const Policy &policy) { return policy.section.id() == id; });
    }

    bool readBackend()
    {
        const QJsonValue value = longBackend(m_json.value(key("backend")));
        if (value.isUndefined())
            return true;
        if (value.isString())
            return fail(key("backend"), Tr::tr("%1 is not a ready-made server;").arg(shownValue(value)) + didYouMean(value.toString(), backendPresets()));
        if (!value.isObject())
            return fail(key("backend"), Tr::tr("\"backend\" must be an object or the name of a ready-made server, not %1").arg(shownValue(value)));
        QJsonObject object = value.toObject();
        const QJsonValue latency = longLatency(object.take(key("latency")));
        const QJsonValue failure = longFailure(object.take(key("failure")));
        return readSettings(object) && readLatency(latency) && readFailure(failure);
    }

    bool readSettings(const QJsonObject &object)
    {
        Section &settings = m_scenario.backend.settings;
        QStringList known{key("latency"), key("failure")};
        for (const Parameter &parameter : settings.kind().parameters)
            known.append(parameter.key);
        if (!checkKnown(object, known, key("backend."), Tr::tr("the backend")))
            return false;
        settings = Section(&settings.kind(), object);
        return checkSection(settings, key("backend"));
    }

    bool readLatency(const QJsonValue &value)
    {
        if (value.isUndefined())
            return true;
        if (!value.isObject()) {
            const Parameter &constant = m_scenario.backend.latency.kind().parameters.front();
            return fail(checkValue(constant, value, key("backend.latency")));
        }
        return readSection(value, key("latency"), key("backend.latency"), m_scenario.backend.latency);
    }

    bool readFailure(const QJsonValue &value)
    {
        if (value.isUndefined())
            return true;
        if (!value.isObject())
            return fail(key("backend.failure"), Tr::tr("\"backend.failure\" must be \"never\" or an object such as {\"kind\": \"probability\", \"p\": 0.1}, not %1").arg(shownValue(value)));
        return readSection(value, key("failure"), key("backend.failure"), m_scenario.backend.failure);
    }

    bool readUntil()
    {
        const QJsonValue value = m_json.value(key("until"));
        if (value.isUndefined() || value.isNull())
            return true;
        Parameter until;
        until.type = ParameterType::Duration;
        until.min = key("0ms");
        until.max = key("24h");
        until.nullable = true;
        if (!fail(checkValue(until, value, key("until"))))
            return false;
        m_scenario.until = parseDuration(value.toString());
        return true;
    }

    bool readExtras()
    {
        return fail(readEdits(m_json.value(key("edits")), m_scenario)) && fail(readChallenge(m_json.value(key("challenge")), m_scenario))
            && fail(readCompare(m_json, m_scenario));
    }

    const QJsonObject &m_json;
    Scenario m_scenario;
    std::optional<Fault> m_fault;
};

QJsonObject sectionOf(const char *kind)
{
    return {{key("kind"), key(kind)}};
}

} // namespace

std::variant<Scenario, Fault> scenarioFromJson(const QJsonObject &json, const QString &name)
{
    return Reader(json, name).read();
}

QJsonValue longLatency(const QJsonValue &latency)
{
    if (!latency.isString() || !parseDuration(latency.toString()))
        return latency;
    QJsonObject object = sectionOf("constant");
    object.insert(key("value"), latency);
    return object;
}

QJsonValue longFailure(const QJsonValue &failure)
{
    return failure.toString() == key("never") ? QJsonValue(sectionOf("never")) : failure;
}

QJsonValue longBackend(const QJsonValue &backend)
{
    if (!backend.isString())
        return backend;
    const auto preset = backendPreset(backend.toString());
    return preset ? QJsonValue(*preset) : backend;
}

} // namespace playground
