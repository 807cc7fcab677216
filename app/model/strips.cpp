// SPDX-License-Identifier: MIT
#include "model/strips.h"

#include "model/scenario_writer.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace playground {

namespace {

QString key(const char *name) { return QLatin1String(name); }

/// Puts what makes one section into the other into `set`, under `path`. Both may be of different kinds; then the values that
/// the new kind would inherit from the old one are named, too.
void addDifferences(QJsonObject &set, const Section &from, const Section &to, const QString &path)
{
    const bool otherKind = from.id() != to.id();
    if (otherKind)
        set.insert(path + key(".kind"), to.id());
    QSet<QString> keys;
    for (const Section *section : {&from, &to}) {
        for (const QString &name : section->given().keys())
            keys.insert(name);
    }
    for (const QString &name : std::as_const(keys)) {
        if (!to.kind().parameter(name))
            continue;
        if ((otherKind && to.given().contains(name)) || from.value(name) != to.value(name))
            set.insert(path + u'.' + name, to.value(name));
    }
}

bool samePolicies(const std::vector<Policy> &a, const std::vector<Policy> &b)
{
    return std::ranges::equal(a, b, {}, [](const Policy &policy) { return &policy.section.kind(); },
                              [](const Policy &policy) { return &policy.section.kind(); });
}

Scenario takeOwn(Scenario scenario, const Scenario &from)
{
    scenario.pattern = from.pattern;
    scenario.policies = from.policies;
    return scenario;
}

void put(Scenario &scenario, qsizetype strip, const QString &name, const QJsonObject &set)
{
    QJsonObject entry{{key("set"), set}};
    if (!name.isEmpty())
        entry.insert(key("name"), name);
    if (strip - 1 < scenario.compare.size())
        scenario.compare[strip - 1] = entry;
    else
        scenario.compare.append(entry);
}

/// Another pattern and other policies for A; what the strips beside it had from A they have by themselves from now on.
Scenario withBase(const Scenario &scenario, const Scenario &other)
{
    Scenario after = takeOwn(scenario, other);
    for (qsizetype strip = 1; strip < stripCount(scenario); ++strip) {
        const Scenario before = stripOf(scenario, strip);
        const ScenarioOrProblem now = playground::strip(after, strip - 1);
        const auto *kept = std::get_if<Scenario>(&now);
        if (!kept || !haveSameOwn(*kept, before))
            put(after, strip, stripName(scenario, strip), stripSet(after, before));
    }
    return after;
}

/// The same, if it keeps all rules.
ScenarioOrProblem checked(const Scenario &scenario) { return withValue(scenario, key("name"), scenario.name); }

} // namespace

qsizetype stripCount(const Scenario &scenario) { return 1 + scenario.compare.size(); }

QChar stripLetter(qsizetype strip) { return QChar(u'A' + char16_t(strip)); }

bool isOfStrip(const QString &path)
{
    const QString first = path.section(u'.', 0, 0);
    return first == u"pattern" || first == u"policies";
}

bool haveSameOwn(const Scenario &a, const Scenario &b) { return a.pattern == b.pattern && a.policies == b.policies; }

QString stripName(const Scenario &scenario, qsizetype strip)
{
    return strip == 0 ? QString() : scenario.compare.at(strip - 1).toObject().value(key("name")).toString().simplified();
}

Scenario stripOf(const Scenario &scenario, qsizetype strip)
{
    Scenario alone = scenario;
    if (strip > 0)
        alone = std::get<Scenario>(playground::strip(scenario, strip - 1)); // Checked when the scenario was read.
    alone.compare = {};
    return alone;
}

Scenario asStrip(const Scenario &scenario)
{
    Scenario alone = scenario;
    alone.compare = {};
    alone.challenge = {};
    std::erase_if(alone.edits, [](const Edit &edit) { return isOfStrip(edit.path); });
    return alone;
}

QJsonObject stripSet(const Scenario &base, const Scenario &strip)
{
    QJsonObject set;
    addDifferences(set, base.pattern, strip.pattern, key("pattern"));
    if (samePolicies(base.policies, strip.policies)) {
        for (size_t i = 0; i < base.policies.size(); ++i) {
            const QString path = QStringLiteral("policies.%1").arg(i);
            addDifferences(set, base.policies[i].section, strip.policies[i].section, path);
            if (base.policies[i].enabled != strip.policies[i].enabled)
                set.insert(path + key(".enabled"), strip.policies[i].enabled);
        }
    } else {
        set.insert(key("policies"), scenarioToJson(strip).value(key("policies")));
    }
    if (set.isEmpty())
        set.insert(key("pattern.kind"), base.pattern.id());
    return set;
}

ScenarioOrProblem withStrip(const Scenario &scenario, qsizetype strip, const Scenario &other)
{
    if (strip == 0)
        return checked(withBase(scenario, other));
    Scenario after = scenario;
    put(after, strip, stripName(scenario, strip), stripSet(scenario, other));
    return after;
}

Scenario withStrips(const Scenario &a, const QJsonArray &compare, const std::vector<Scenario> &others)
{
    Scenario after = a;
    after.compare = compare;
    for (size_t i = 0; i < others.size(); ++i) {
        const auto strip = qsizetype(i) + 1;
        const ScenarioOrProblem now = playground::strip(after, strip - 1);
        const auto *said = std::get_if<Scenario>(&now);
        if (!said || !playAlike(*said, takeOwn(*said, others[i])))
            put(after, strip, stripName(after, strip), stripSet(after, others[i]));
    }
    return after;
}

bool playAlike(const Scenario &a, const Scenario &b)
{
    const auto edits = liveEdits(a, b);
    return edits && edits->empty();
}

bool compareAlike(const Scenario &a, const Scenario &b)
{
    if (!playAlike(a, b) || stripCount(a) != stripCount(b))
        return false;
    for (qsizetype strip = 1; strip < stripCount(a); ++strip) {
        if (!playAlike(stripOf(a, strip), stripOf(b, strip)))
            return false;
    }
    return true;
}

Scenario withStripAdded(const Scenario &scenario, const Scenario &other, const QString &name)
{
    Q_ASSERT(stripCount(scenario) < mostStrips);
    Scenario after = scenario;
    put(after, stripCount(scenario), name, stripSet(scenario, other));
    return after;
}

ScenarioOrProblem withoutStrip(const Scenario &scenario, qsizetype strip)
{
    Q_ASSERT(strip < stripCount(scenario) && stripCount(scenario) > 1);
    Scenario after = strip == 0 ? withBase(scenario, stripOf(scenario, 1)) : scenario;
    after.compare.removeAt(std::max<qsizetype>(strip, 1) - 1);
    return checked(after);
}

ScenarioOrProblem withBaseline(const Scenario &scenario, qsizetype strip)
{
    if (strip == 0)
        return scenario;
    Scenario after = withBase(scenario, stripOf(scenario, strip));
    put(after, strip, {}, stripSet(after, scenario));
    return checked(after);
}

Scenario withStripName(const Scenario &scenario, qsizetype strip, const QString &name)
{
    Scenario after = scenario;
    if (strip > 0)
        put(after, strip, name.simplified(), scenario.compare.at(strip - 1).toObject().value(key("set")).toObject());
    return after;
}

} // namespace playground
