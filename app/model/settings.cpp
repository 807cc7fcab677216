// SPDX-License-Identifier: MIT
#include "model/settings.h"

#include "model/backend_reader.h"
#include "model/json_text.h"
#include "model/named_requests.h"
#include "model/nearest.h"
#include "model/setting_value.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

QString key(const char *name) { return QLatin1String(name); }

/// The words of a path. Inside `challenge` and `set` a dot belongs to the key.
QStringList wordsOf(const QString &path)
{
    QStringList words = path.split(u'.');
    const bool hasSet =
        words.size() > 4 && words[2] == key("set") && (words[0] == key("edits") || words[0] == key("compare"));
    const qsizetype keep = words[0] == key("challenge") ? 2 : hasSet ? 4 : words.size();
    while (words.size() > keep) {
        const QString last = words.takeLast();
        words.last() += u'.' + last;
    }
    return words;
}

/// The path with the index of a policy in the place of its kind.
QString withIndex(const QString &path, const QJsonObject &scenario)
{
    QStringList words = path.split(u'.');
    if (words.size() < 2 || words[0] != key("policies"))
        return path;
    const QJsonArray policies = scenario.value(words[0]).toArray();
    for (qsizetype i = 0; i < policies.size(); ++i) {
        if (policies[i].toObject().value(key("kind")).toString() == words[1])
            words[1] = QString::number(i);
    }
    return words.join(u'.');
}

struct Pending {
    QStringList words;
    Setting setting;
};

bool goesBefore(const Pending &a, const Pending &b)
{
    if (a.words.size() != b.words.size())
        return a.words.size() < b.words.size();
    return a.words.last() == key("kind") && b.words.last() != key("kind");
}

/// Puts settings into the JSON of one scenario. Functions return false when they met a fault.
class Applier {
public:
    explicit Applier(const QJsonObject &scenario)
        : m_json(scenario)
        , m_sourceBefore(scenario.value(key("source")).toObject().value(key("kind")))
    {
    }

    std::variant<QJsonObject, Fault> apply(const std::vector<Setting> &settings)
    {
        std::vector<Pending> pending;
        for (const Setting &setting : settings)
            pending.push_back({wordsOf(setting.path), setting});
        std::ranges::stable_sort(pending, goesBefore);
        for (const Pending &next : pending) {
            if (!applyOne(next.words, next.setting))
                return *m_fault;
        }
        for (const QStringList &section : m_changedKinds)
            dropForeignKeys(section);
        if (m_json.value(key("source")).toObject().value(key("kind")) != m_sourceBefore)
            m_json = withoutForeignNames(m_json, [this](const QString &path) { return m_given.contains(path); });
        return m_json;
    }

private:
    bool fail(const QString &path, const QString &message)
    {
        m_fault = Fault{path, message};
        return false;
    }

    bool applyOne(QStringList words, const Setting &setting)
    {
        if (words.contains(QString()))
            return fail(setting.path,
                        Tr::tr("\"%1\" is not the path of a key; write keys joined by dots, such as pattern.limit")
                            .arg(setting.path));
        if (!resolvePolicy(words))
            return false;
        QJsonValue value = setting.value;
        if (setting.isText) {
            const auto typed = settingValue(m_json, words, setting.value.toString());
            if (const auto *fault = std::get_if<Fault>(&typed))
                return fail(fault->path, fault->message);
            value = std::get<QJsonValue>(typed);
        }
        QJsonValue root = m_json;
        if (!insert(root, words, 0, value))
            return false;
        m_json = root.toObject();
        markGiven(words.join(u'.'), value);
        if (words.size() > 1 && words.last() == key("kind"))
            m_changedKinds.append(words.first(words.size() - 1));
        return true;
    }

    /// Puts the index in the place of a policy's kind.
    bool resolvePolicy(QStringList &words)
    {
        bool isIndex = false;
        if (words.size() < 2 || words[0] != key("policies") || (words[1].toInt(&isIndex), isIndex))
            return true;
        const QJsonArray policies = m_json.value(key("policies")).toArray();
        QStringList known;
        QList<qsizetype> found;
        for (qsizetype i = 0; i < policies.size(); ++i) {
            known.append(policies[i].toObject().value(key("kind")).toString());
            if (known.last() == words[1])
                found.append(i);
        }
        if (found.size() > 1)
            return fail(words.join(u'.'), Tr::tr("there are %1 policies \"%2\"; write policies.%3 or policies.%4")
                                              .arg(found.size())
                                              .arg(words[1])
                                              .arg(found[0])
                                              .arg(found[1]));
        if (found.isEmpty())
            return fail(words.join(u'.'), noPolicy(words[1], policies, known));
        words[1] = QString::number(found[0]);
        return true;
    }

    /// `known`: the kinds of `policies`. Who follows the advice keeps the policies that are there.
    static QString noPolicy(const QString &kind, QJsonArray policies, const QStringList &known)
    {
        if (findKind(key("policy"), kind)) {
            policies.append(QJsonObject{{key("kind"), kind}});
            const QByteArray list = QJsonDocument(policies).toJson(QJsonDocument::Compact);
            return Tr::tr("there is no policy \"%1\" in this scenario; add it, such as 'policies=%2'")
                .arg(kind, QString::fromUtf8(list));
        }
        return Tr::tr("there is no policy \"%1\" in this scenario;").arg(kind) + didYouMean(kind, known);
    }

    bool insert(QJsonValue &container, const QStringList &words, qsizetype depth, const QJsonValue &value)
    {
        if (depth == words.size()) {
            container = value;
            return true;
        }
        makeLong(container, words.first(depth).join(u'.'));
        if (container.isArray())
            return insertInArray(container, words, depth, value);
        if (!container.isObject() && !container.isUndefined())
            return fail(words.join(u'.'), Tr::tr("\"%1\" is %2 and has no key \"%3\"")
                                              .arg(words.first(depth).join(u'.'), shownValue(container), words[depth]));
        QJsonObject object = container.toObject();
        QJsonValue inner = object.value(words[depth]);
        if (!insert(inner, words, depth + 1, value))
            return false;
        object.insert(words[depth], inner);
        container = object;
        return true;
    }

    bool insertInArray(QJsonValue &container, const QStringList &words, qsizetype depth, const QJsonValue &value)
    {
        QJsonArray array = container.toArray();
        bool isIndex = false;
        const int index = words[depth].toInt(&isIndex);
        const QString path = words.first(depth).join(u'.');
        if (!isIndex || index < 0 || index >= array.size())
            return fail(words.join(u'.'), array.isEmpty()
                                              ? Tr::tr("\"%1\" is empty, so there is no %1.%2").arg(path, words[depth])
                                              : Tr::tr("\"%1\" has the entries 0 to %2, not %3")
                                                    .arg(path)
                                                    .arg(array.size() - 1)
                                                    .arg(words[depth]));
        QJsonValue inner = array[index];
        if (!insert(inner, words, depth + 1, value))
            return false;
        array[index] = inner;
        container = array;
        return true;
    }

    static void makeLong(QJsonValue &value, const QString &path)
    {
        if (path == key("backend"))
            value = longBackend(value);
        else if (path == key("backend.latency"))
            value = longLatency(value);
        else if (path == key("backend.failure"))
            value = longFailure(value);
    }

    void markGiven(const QString &path, const QJsonValue &value)
    {
        m_given.insert(path);
        const QJsonObject object = value.toObject();
        for (auto i = object.begin(); i != object.end(); ++i)
            markGiven(path + u'.' + i.key(), *i);
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            markGiven(path + u'.' + QString::number(i), array[i]);
    }

    void dropForeignKeys(const QStringList &words)
    {
        const QString path = words.join(u'.');
        const QJsonObject before = sectionJson(m_json, words);
        const Kind *kind = findKind(sectionGroup(words), before.value(key("kind")).toString());
        if (!kind)
            return; // Checking the result says so.
        QJsonObject after = before;
        for (auto i = before.begin(); i != before.end(); ++i) {
            const QString inner = path + u'.' + i.key();
            const Parameter *parameter = kind->parameter(i.key());
            const bool fits = parameter && !checkValue(*parameter, *i, inner);
            if (!fits && !m_given.contains(inner) && i.key() != key("enabled"))
                after.remove(i.key());
        }
        QJsonValue root = m_json;
        insert(root, words, 0, after);
        m_json = root.toObject();
    }

    QJsonObject m_json;
    QJsonValue m_sourceBefore; // Its kind.
    QSet<QString> m_given; // Paths that settings gave, down to single values.
    QList<QStringList> m_changedKinds;
    std::optional<Fault> m_fault;
};

} // namespace

std::variant<QJsonObject, Fault> applySettings(const QJsonObject &scenario, const std::vector<Setting> &settings)
{
    return Applier(scenario).apply(settings);
}

QString numberIn(const std::vector<Setting> &settings, const QString &path, const QJsonObject &applied)
{
    QString number;
    qsizetype longest = -1;
    for (const Setting &setting : settings) {
        const QString place = withIndex(setting.path, applied);
        if (!setting.isText || place.size() < longest || (path != place && !path.startsWith(place + u'.')))
            continue; // Inner paths go behind outer ones.
        longest = place.size();
        const QString text = setting.value.toString();
        number = path == place ? text : numberAt(text.toUtf8(), path.mid(place.size() + 1));
    }
    return number;
}

} // namespace playground
