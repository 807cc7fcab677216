// SPDX-License-Identifier: MIT
#include "model/change.h"

#include "model/scenario_json.h"
#include "model/strips.h"

#include <algorithm>
#include <optional>

namespace playground {

namespace {

/// The value of one thing after the change.
template <typename T> const T &changed(const T &now, const T &from, const T &to) { return from == to ? now : to; }

/// Pattern and policies of one strip.
struct Own {
    Section pattern;
    std::vector<Policy> policies;
    friend bool operator==(const Own &, const Own &) = default;
};

Section changedSection(const Section &now, const Section &from, const Section &to)
{
    if (from == to)
        return now;
    if (now.id() != from.id() || from.id() != to.id())
        return to;
    QJsonObject given = now.given();
    for (const Section *section : {&from, &to}) {
        for (const QString &key : section->given().keys()) {
            if (from.given().value(key) == to.given().value(key))
                continue;
            if (to.given().contains(key))
                given.insert(key, to.given().value(key));
            else
                given.remove(key);
        }
    }
    return Section(&now.kind(), given);
}

bool sameKinds(const std::vector<Policy> &a, const std::vector<Policy> &b)
{
    const auto kind = [](const Policy &policy) { return &policy.section.kind(); };
    return std::ranges::equal(a, b, {}, kind, kind);
}

std::vector<Policy> changedPolicies(const std::vector<Policy> &now, const std::vector<Policy> &from, const std::vector<Policy> &to)
{
    if (from == to)
        return now;
    if (!sameKinds(now, from) || !sameKinds(from, to))
        return to;
    std::vector<Policy> after = now;
    for (size_t i = 0; i < after.size(); ++i) {
        after[i].section = changedSection(now[i].section, from[i].section, to[i].section);
        after[i].enabled = changed(now[i].enabled, from[i].enabled, to[i].enabled);
    }
    return after;
}

Own changedOwn(const Own &now, const Own &from, const Own &to)
{
    return {changedSection(now.pattern, from.pattern, to.pattern), changedPolicies(now.policies, from.policies, to.policies)};
}

std::vector<Own> ownsOf(const Scenario &scenario)
{
    std::vector<Own> owns{{scenario.pattern, scenario.policies}};
    for (qsizetype strip = 1; strip < stripCount(scenario); ++strip) {
        const Scenario alone = stripOf(scenario, strip);
        owns.push_back({alone.pattern, alone.policies});
    }
    return owns;
}

/// The strips after the change: those that it left alone, or put in another place, are as they are now.
std::vector<Own> changedOwns(const std::vector<Own> &now, const std::vector<Own> &from, const std::vector<Own> &to)
{
    if (now.size() != from.size())
        return to;
    std::vector<Own> after;
    for (size_t i = 0; i < to.size(); ++i) {
        const auto same = i < from.size() && from[i] == to[i] ? from.begin() + qsizetype(i) : std::ranges::find(from, to[i]);
        if (same != from.end())
            after.push_back(now[size_t(same - from.begin())]);
        else
            after.push_back(from.size() == to.size() ? changedOwn(now[i], from[i], to[i]) : to[i]);
    }
    return after;
}

} // namespace

Scenario withChange(const Scenario &scenario, const Scenario &from, const Scenario &to)
{
    if (scenario == from)
        return to;
    Scenario after = scenario;
    after.name = changed(scenario.name, from.name, to.name);
    after.title = changed(scenario.title, from.title, to.title);
    after.group = changed(scenario.group, from.group, to.group);
    after.info = changed(scenario.info, from.info, to.info);
    after.challenge = changed(scenario.challenge, from.challenge, to.challenge);
    after.seed = changed(scenario.seed, from.seed, to.seed);
    after.until = changed(scenario.until, from.until, to.until);
    after.edits = changed(scenario.edits, from.edits, to.edits);
    after.source = changedSection(scenario.source, from.source, to.source);
    after.backend.settings = changedSection(scenario.backend.settings, from.backend.settings, to.backend.settings);
    after.backend.latency = changedSection(scenario.backend.latency, from.backend.latency, to.backend.latency);
    after.backend.failure = changedSection(scenario.backend.failure, from.backend.failure, to.backend.failure);
    const std::vector<Own> owns = changedOwns(ownsOf(scenario), ownsOf(from), ownsOf(to));
    after.pattern = owns[0].pattern;
    after.policies = owns[0].policies;
    std::vector<Scenario> others(owns.size() - 1, after);
    for (size_t i = 0; i < others.size(); ++i) {
        others[i].pattern = owns[i + 1].pattern;
        others[i].policies = owns[i + 1].policies;
    }
    after = withStrips(after, to.compare, others);
    const ScenarioOrProblem checked = withValue(after, QStringLiteral("name"), after.name);
    return std::holds_alternative<Scenario>(checked) ? after : to;
}

} // namespace playground
