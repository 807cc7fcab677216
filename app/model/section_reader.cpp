// SPDX-License-Identifier: MIT
#include "model/section_reader.h"

#include "model/nearest.h"
#include "model/section_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

QStringList kindIds(const QString &group)
{
    QStringList ids;
    for (const Kind *kind : kindsOf(group))
        ids.append(kind->id);
    return ids;
}

/// The kind that an object names.
std::optional<Fault> readKind(const QJsonObject &object, const QString &group, const QString &path, const Kind *&kind)
{
    const QJsonValue id = object.value(key("kind"));
    if (id.isUndefined()) {
        if (kind)
            return std::nullopt;
        return Fault{path, Tr::tr("\"%1\" needs a \"kind\": %2").arg(path, quotedList(kindIds(group), Tr::tr("or")))};
    }
    kind = findKind(group, id.toString());
    if (kind)
        return std::nullopt;
    const QString message = Tr::tr("%1 is not a kind of %2;").arg(shownValue(id), group);
    return Fault{path + key(".kind"), message + didYouMean(id.toString(), kindIds(group))};
}

std::optional<Fault> readPolicy(const QJsonValue &value, const QString &path, Policy &policy)
{
    QJsonObject object = value.toObject();
    const QJsonValue enabled = object.take(key("enabled"));
    if (!enabled.isUndefined() && !enabled.isBool())
        return Fault{path + key(".enabled"),
                     Tr::tr("\"%1.enabled\" must be true or false, not %2").arg(path, shownValue(enabled))};
    policy.enabled = enabled.toBool(true);
    return readSection(value.isObject() ? QJsonValue(object) : value, key("policy"), path, nullptr, policy.section);
}

} // namespace

std::optional<Fault> readSection(const QJsonValue &value, const QString &group, const QString &path,
                                 const Kind *defaultKind, Section &section)
{
    if (!value.isObject()) {
        const QString example = kindsOf(group).front()->id;
        return Fault{path, Tr::tr("\"%1\" must be an object such as {\"kind\": \"%2\"}, not %3")
                               .arg(path, example, shownValue(value))};
    }
    QJsonObject given = value.toObject();
    const Kind *kind = defaultKind;
    if (auto fault = readKind(given, group, path, kind))
        return fault;
    given.remove(key("kind"));
    section = Section(kind, given);
    return checkSection(section, path);
}

std::optional<Fault> checkSection(const Section &section, const QString &path)
{
    for (const QString &name : section.given().keys()) {
        const Parameter *parameter = section.kind().parameter(name);
        const QString inner = path + u'.' + name;
        if (!parameter)
            return Fault{inner, unknownKey(section.kind(), name, inner)};
        if (auto fault = checkValue(*parameter, section.given().value(name), inner))
            return fault;
    }
    return checkRules(section, path);
}

std::optional<Fault> readPolicies(const QJsonValue &value, std::vector<Policy> &policies)
{
    if (!value.isArray())
        return Fault{key("policies"),
                     Tr::tr("\"policies\" must be an array of objects, not %1").arg(shownValue(value))};
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("policies.%1").arg(i);
        Policy policy;
        if (auto fault = readPolicy(array[i], path, policy))
            return fault;
        const Kind &kind = policy.section.kind();
        const bool isSecond =
            std::ranges::any_of(policies, [&](const Policy &other) { return &other.section.kind() == &kind; });
        if (kind.once && isSecond)
            return Fault{
                path, Tr::tr("\"%1\" is a second \"%2\", which may be there only once; remove one").arg(path, kind.id)};
        policies.push_back(policy);
    }
    return std::nullopt;
}

QString unknownKey(const Kind &kind, const QString &name, const QString &path)
{
    QStringList others;
    for (const Kind *other : kindsOf(kind.group)) {
        if (other->parameter(name))
            others.append(other->id);
    }
    const QStringList known = parameterKeys(kind);
    const QString message = Tr::tr("%1 is not a key of %2 \"%3\";").arg(shownPath(path), kind.group, kind.id);
    if (others.isEmpty() || !nearest(name, known).isEmpty())
        return message + didYouMean(name, known);
    return message + Tr::tr(" it is one of %1; change \"kind\" or remove it").arg(quotedList(others, Tr::tr("and")));
}

std::optional<Fault> checkKnownKeys(const QJsonObject &object, const QStringList &known, const QString &path,
                                    const QString &owner)
{
    for (const QString &name : object.keys()) {
        if (known.contains(name))
            continue;
        const QString inner = path.isEmpty() ? name : path + u'.' + name;
        return Fault{inner, Tr::tr("%1 is not a key of %2;").arg(shownPath(inner), owner) + didYouMean(name, known)};
    }
    return std::nullopt;
}

QStringList parameterKeys(const Kind &kind)
{
    QStringList keys;
    for (const Parameter &parameter : kind.parameters)
        keys.append(parameter.key);
    return keys;
}

} // namespace playground
