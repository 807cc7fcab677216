// SPDX-License-Identifier: MIT
#include "model/scenario_extras.h"

#include "model/challenge.h"
#include "model/duration.h"
#include "model/nearest.h"
#include "model/scenario_path.h"
#include "model/scenario_reader.h"
#include "model/section_reader.h"
#include "model/section_rules.h"
#include "model/settings.h"
#include "model/strips.h"

#include <QCoreApplication>

namespace playground {

using std::chrono::nanoseconds;

namespace {

constexpr qsizetype mostBeside = 3;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

QString quoted(const QString &text) { return u'"' + text + u'"'; }

/// The entries of an array of objects under `path`; a fault when it is anything else.
std::optional<Fault> checkObjects(const QJsonValue &value, const QStringList &known, const QString &path)
{
    if (!value.isArray())
        return Fault{path, Tr::tr("\"%1\" must be an array of objects, not %2").arg(path, shownValue(value))};
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString inner = QStringLiteral("%1.%2").arg(path).arg(i);
        if (!array[i].isObject())
            return Fault{inner, Tr::tr("\"%1\" must be an object, not %2").arg(inner, shownValue(array[i]))};
        if (auto fault = checkKnownKeys(array[i].toObject(), known, inner, quoted(inner)))
            return fault;
        const QJsonValue set = array[i].toObject().value(key("set"));
        if (!set.isObject() || set.toObject().isEmpty())
            return Fault{
                inner,
                Tr::tr("\"%1\" needs a \"set\" with at least one key, such as {\"pattern.limit\": 8}").arg(inner)};
    }
    return std::nullopt;
}

/// Whether a path that names no parameter leads to something all the same: a part of the scenario, a `kind`, a policy's
/// switch, a word about the scenario.
bool isThere(const Scenario &scenario, const PathTarget &target, const QString &path)
{
    static const QStringList top{key("version"), key("name"), key("title"), key("group"),   key("seed"),     key("info"),
                                 key("until"),   key("edits"), key("compare"), key("challenge"), key("policies")};
    if (top.contains(path) || followPath(scenario, path + key(".kind")).section)
        return true;
    const bool isKind = target.section && target.section != &scenario.backend.settings && target.key == key("kind");
    return isKind || (target.policy >= 0 && target.key == enabledParameter().key);
}

/// The paths of the numbers that an edit can change.
QStringList editablePaths(const Scenario &scenario)
{
    QStringList paths;
    const auto add = [&paths](const Section &section, const QString &path) {
        for (const Parameter &parameter : section.kind().parameters) {
            if (parameter.applies == Applies::Now)
                paths.append(path + u'.' + parameter.key);
        }
    };
    add(scenario.pattern, key("pattern"));
    for (size_t i = 0; i < scenario.policies.size(); ++i)
        add(scenario.policies[i].section, QStringLiteral("policies.%1").arg(i));
    add(scenario.backend.settings, key("backend"));
    add(scenario.backend.latency, key("backend.latency"));
    add(scenario.backend.failure, key("backend.failure"));
    return paths;
}

/// What is wrong with the path of an edit that names no parameter.
QString wrongTarget(const Scenario &scenario, const PathTarget &target, const QString &path, const QString &place)
{
    if (isThere(scenario, target, path))
        return Tr::tr("\"%1\" changes \"%2\", which cannot change while the run goes on; only numbers and durations can")
            .arg(place, path);
    if (target.section)
        return unknownKey(target.section->kind(), target.key, place);
    const QString near = nearest(path, editablePaths(scenario));
    return Tr::tr("\"%1\" changes \"%2\", which this scenario does not have; ").arg(place, path) +
           (near.isEmpty() ? Tr::tr("name a number or a duration of it, such as backend.latency.value")
                           : Tr::tr("did you mean \"%1\"?").arg(near));
}

/// Sets one number in `current` and keeps the edit in `scenario`, or says why it cannot be.
std::optional<Fault> readEdit(Scenario &scenario, Scenario &current, nanoseconds at, const QString &path,
                              const QJsonValue &value, const QString &place)
{
    const PathTarget target = followPath(current, path);
    const Parameter *parameter = target.parameter();
    if (!parameter)
        return Fault{place, wrongTarget(current, target, path, place)};
    if (auto fault = checkValue(*parameter, value, place))
        return fault;
    if (!appliesNow(*parameter, target.section->value(target.key), value))
        return Fault{
            place, Tr::tr("\"%1\" changes \"%2\", which cannot change while the run goes on; only numbers and durations can")
                       .arg(place, path)};
    Section *section = sectionAt(current, path);
    section->set(target.key, value);
    if (auto fault = checkRules(*section, path.left(path.lastIndexOf(u'.'))))
        return Fault{place, Tr::tr("the edit \"%1\" is not possible: %2").arg(place, fault->message)};
    scenario.edits.push_back({at, path, value});
    return std::nullopt;
}

/// Of the edits, what changes the server, which is one for all strips. The pattern and the policies of a strip may not have
/// what an edit of the scenario's own speaks of.
QJsonArray sharedEdits(const QJsonArray &edits)
{
    QJsonArray shared;
    for (const QJsonValue &edit : edits) {
        QJsonObject set;
        const QJsonObject all = edit.toObject().value(key("set")).toObject();
        for (auto i = all.begin(); i != all.end(); ++i) {
            if (!isOfStrip(i.key()))
                set.insert(i.key(), *i);
        }
        if (!set.isEmpty())
            shared.append(QJsonObject{{key("at"), edit.toObject().value(key("at"))}, {key("set"), set}});
    }
    return shared;
}

} // namespace

std::optional<Fault> readEdits(const QJsonValue &edits, Scenario &scenario)
{
    if (edits.isUndefined())
        return std::nullopt;
    if (auto fault = checkObjects(edits, {key("at"), key("set")}, key("edits")))
        return fault;
    const Parameter time = timeParameter();
    Scenario current = scenario;
    nanoseconds last{};
    const QJsonArray array = edits.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("edits.%1").arg(i);
        const QJsonValue at = array[i].toObject().value(key("at"));
        if (auto fault = checkValue(time, at, path + key(".at")))
            return fault;
        const nanoseconds when = *parseDuration(at.toString());
        if (when < last)
            return Fault{path + key(".at"),
                         Tr::tr("\"%1.at\" (%2) lies before the edit above it (%3); sort them by time")
                             .arg(path, durationText(when), durationText(last))};
        last = when;
        const QJsonObject set = array[i].toObject().value(key("set")).toObject();
        for (const QString &name : set.keys()) {
            if (auto fault = readEdit(scenario, current, when, name, set.value(name), path + key(".set.") + name))
                return fault;
        }
    }
    return std::nullopt;
}

std::optional<Fault> readChallenge(const QJsonValue &challenge, Scenario &scenario)
{
    if (challenge.isUndefined())
        return std::nullopt;
    if (!challenge.isObject())
        return Fault{key("challenge"), Tr::tr("\"challenge\" must be an object such as {\"failed\": \"== 0\"}, not %1")
                                           .arg(shownValue(challenge))};
    scenario.challenge = challenge.toObject();
    if (auto fault = checkKnownKeys(scenario.challenge, reportKeys(), key("challenge"), quoted(key("challenge"))))
        return fault;
    for (const QString &name : scenario.challenge.keys()) {
        const QJsonValue condition = scenario.challenge.value(name);
        if (!condition.isString() || !Threshold::parse(condition.toString()))
            return Fault{key("challenge.") + name,
                         Tr::tr("\"challenge.%1\" must be a condition such as \"<= 2000\" (< <= == != >= >), not %2")
                             .arg(name, shownValue(condition))};
    }
    return std::nullopt;
}

std::optional<Fault> readCompare(const QJsonObject &json, Scenario &scenario)
{
    const QJsonValue compare = json.value(key("compare"));
    if (compare.isUndefined())
        return std::nullopt;
    if (auto fault = checkObjects(compare, {key("name"), key("set")}, key("compare")))
        return fault;
    scenario.compare = compare.toArray();
    if (scenario.compare.size() > mostBeside)
        return Fault{key("compare.%1").arg(mostBeside),
                     Tr::tr("\"compare\" may hold at most %1 strips beside the scenario itself").arg(mostBeside)};
    for (qsizetype i = 0; i < scenario.compare.size(); ++i) {
        const QJsonObject strip = scenario.compare[i].toObject();
        const QString path = QStringLiteral("compare.%1").arg(i);
        if (strip.contains(key("name")) && !strip.value(key("name")).isString())
            return Fault{path + key(".name"),
                         Tr::tr("\"%1.name\" must be a text, not %2").arg(path, shownValue(strip.value(key("name"))))};
        const auto result = stripScenario(json, strip, scenario.name);
        if (const auto *fault = std::get_if<Fault>(&result))
            return within(*fault, path + key(".set.") + fault->path,
                          Tr::tr("the strip \"%1\" is not possible: %2").arg(path, fault->message));
    }
    return std::nullopt;
}

std::variant<Scenario, Fault> stripScenario(const QJsonObject &json, const QJsonObject &strip, const QString &name)
{
    QJsonObject base = json;
    for (const char *own : {"compare", "challenge"})
        base.remove(key(own)); // They are about the scenario itself and may name what the strip does not have.
    base.insert(key("edits"), sharedEdits(json.value(key("edits")).toArray()));
    std::vector<Setting> settings;
    const QJsonObject set = strip.value(key("set")).toObject();
    for (const QString &path : set.keys()) {
        if (!isOfStrip(path))
            return Fault{path,
                         Tr::tr("\"%1\" cannot be set in a strip; only \"pattern\" and \"policies\" can").arg(path)};
        settings.push_back({path, set.value(path)});
    }
    const auto applied = applySettings(base, settings);
    if (const auto *fault = std::get_if<Fault>(&applied))
        return *fault;
    return scenarioFromJson(std::get<QJsonObject>(applied), name);
}

} // namespace playground
