// SPDX-License-Identifier: MIT
#include "view/sentence.h"

#include "model/number_text.h"
#include "model/scenario.h"
#include "view/duration_text.h"
#include "view/value_scale.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

using Style = SentencePiece::Style;

/// Builds a sentence from a text in which *words* are strong and [path|words] are values: "with *gather*, [limit|3 at a
/// time]". `prefix` stands before each path.
void add(Phrase &sentence, const QString &marked, const QString &prefix)
{
    static const QRegularExpression mark(QStringLiteral("\\*([^*]+)\\*|\\[([^|\\]]*)\\|([^\\]]+)\\]"));
    qsizetype done = 0;
    auto matches = mark.globalMatch(marked);
    const auto plain = [&](qsizetype end) {
        if (end > done)
            sentence.push_back({marked.mid(done, end - done), Style::Plain, {}});
    };
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        plain(match.capturedStart());
        if (match.capturedStart(1) >= 0)
            sentence.push_back({match.captured(1), Style::Strong, {}});
        else
            sentence.push_back({match.captured(3), Style::Value, prefix + match.captured(2)});
        done = match.capturedEnd();
    }
    plain(marked.size());
}

QString duration(const Section &section, const QString &key) { return fieldDuration(section.duration(key)); }

/// What is fetched, by the label: "GET /pages/{n}" makes pages; empty when it does not say.
QString nounOf(const QString &label)
{
    static const QRegularExpression path(QStringLiteral("^GET .*/([a-z]+s)/\\{n\\}$"));
    return path.match(label).captured(1);
}

QString countWords(qint64 count, const QString &noun)
{
    if (noun.isEmpty())
        return count == 1 ? Words::tr("1 request") : Words::tr("%1 requests").arg(numberText(count));
    return QStringLiteral("%1 %2").arg(numberText(count), count == 1 ? noun.chopped(1) : noun);
}

/// "user, posts and ads", or so many of them.
QString names(const std::vector<SourceItem> &items)
{
    constexpr size_t mostNamed = 4;
    if (items.size() > mostNamed)
        return Words::tr("%1 named things").arg(items.size());
    static const QRegularExpression marks(QStringLiteral("[*\\[\\]|%]")); // They mean something to add() and arg().
    QString text;
    for (size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            text += i + 1 == items.size() ? Words::tr(" and ") : QStringLiteral(", ");
        text += QString(items[i].name).remove(marks);
    }
    return text.isEmpty() ? Words::tr("nothing yet") : text;
}

/// What a kind without words of its own says: its title, and its first number.
QString usualWords(const Section &section)
{
    QString text = Words::tr("with *%1*").arg(section.kind().title.toLower());
    for (const Parameter &parameter : section.kind().parameters) {
        if (!ValueScale::fits(parameter))
            continue;
        const QString value = ValueScale(parameter).text(section.value(parameter.key));
        return text + QStringLiteral(", %1 [%2|%3]").arg(parameter.title.toLower(), parameter.key, value);
    }
    return text;
}

QString patternWords(const Section &pattern)
{
    const QString id = pattern.id();
    if (id == QStringLiteral("sequential"))
        return Words::tr("*one by one*, each after the one before");
    if (id == QStringLiteral("gather"))
        return Words::tr("with *gather*, all at the same time");
    if (id == QStringLiteral("gather-safe"))
        return Words::tr("with *gather safe*, all at the same time, each with its own result or error");
    if (id == QStringLiteral("parallel-map"))
        return Words::tr("with *parallel map*, [limit|%1 at a time]").arg(numberText(pattern.integer(QStringLiteral("limit"))));
    return usualWords(pattern);
}

QString policyWords(const Section &policy, bool insideRetry, bool hasRetry)
{
    const QString id = policy.id();
    if (id == QStringLiteral("retry")) {
        const qint64 attempts = policy.integer(QStringLiteral("attempts"));
        return Words::tr("a failed fetch is *retried* up to [attempts|%1]")
            .arg(attempts == 1 ? Words::tr("1 time") : Words::tr("%1 times").arg(attempts));
    }
    if (id == QStringLiteral("timeout")) {
        const QString after = duration(policy, QStringLiteral("after"));
        if (!hasRetry)
            return Words::tr("a fetch is *given up* after [after|%1]").arg(after);
        return (insideRetry ? Words::tr("each try is *given up* after [after|%1]")
                            : Words::tr("all tries together are *given up* after [after|%1]"))
            .arg(after);
    }
    return usualWords(policy);
}

QString latencyWords(const Section &latency)
{
    const QString id = latency.id();
    if (id == QStringLiteral("constant"))
        return Words::tr("in [value|%1]").arg(duration(latency, QStringLiteral("value")));
    if (id == QStringLiteral("uniform"))
        return Words::tr("in [min|%1] to [max|%2]")
            .arg(duration(latency, QStringLiteral("min")), duration(latency, QStringLiteral("max")));
    if (id == QStringLiteral("normal"))
        return Words::tr("in about [mean|%1]").arg(duration(latency, QStringLiteral("mean")));
    if (id == QStringLiteral("log-normal"))
        return Words::tr("in about [median|%1]").arg(duration(latency, QStringLiteral("median")));
    if (id == QStringLiteral("exponential"))
        return Words::tr("in [mean|%1] on average").arg(duration(latency, QStringLiteral("mean")));
    return Words::tr("in [values|times from a list]");
}

/// What a server does that fails, and to whom: "fails every 5th", or gives it no answer at all.
QString failsWords(const Section &failure, const QString &whom = {})
{
    if (failure.text(QStringLiteral("error")) == QStringLiteral("hang"))
        return whom.isEmpty() ? Words::tr("gives no answer") : Words::tr("gives no answer to %1").arg(whom);
    return whom.isEmpty() ? Words::tr("fails") : Words::tr("fails %1").arg(whom);
}

QString chanceWords(const Section &failure)
{
    const double p = failure.number(QStringLiteral("p"));
    if (p <= 0)
        return Words::tr("[p|never] fails");
    if (p >= 1)
        return Words::tr("[p|always] %1").arg(failsWords(failure));
    const double oneIn = 1 / p;
    if (std::abs(oneIn - std::round(oneIn)) < 1e-6)
        return failsWords(failure, Words::tr("[p|1 in %1]").arg(numberText(qint64(std::round(oneIn)))));
    return Words::tr("%1 [p|%2 %] of the time").arg(failsWords(failure), QString::number(p * 100, 'g', 4));
}

QString attemptsWords(const Section &failure, const QString &whom = {})
{
    const qint64 attempts = failure.attempts(QStringLiteral("attempts"));
    const QString fails = failsWords(failure, whom);
    if (attempts == alwaysFails)
        return Words::tr("[attempts|always] %1").arg(fails);
    return attempts == 1 ? Words::tr("%1 [attempts|at first]").arg(fails)
                         : Words::tr("%1 [attempts|the first %2 times]").arg(fails, numberText(attempts));
}

QString everyWords(qint64 n)
{
    if (n == 1)
        return Words::tr("[n|every one]");
    const bool teen = n % 100 / 10 == 1;
    const QString text = teen          ? Words::tr("[n|every %1th]")
                         : n % 10 == 1 ? Words::tr("[n|every %1st]")
                         : n % 10 == 2 ? Words::tr("[n|every %1nd]")
                         : n % 10 == 3 ? Words::tr("[n|every %1rd]")
                                       : Words::tr("[n|every %1th]");
    return text.arg(numberText(n));
}

QString failureWords(const Section &failure)
{
    const QString id = failure.id();
    if (id == QStringLiteral("never"))
        return Words::tr("[p|never] fails");
    if (id == QStringLiteral("probability"))
        return chanceWords(failure);
    if (id == QStringLiteral("first"))
        return attemptsWords(failure);
    if (id == QStringLiteral("every"))
        return attemptsWords(failure, everyWords(failure.integer(QStringLiteral("n"))));
    return attemptsWords(failure, Words::tr("[requests|chosen ones]"));
}

/// What holds the server back: on how many it works, how many may wait, how many it takes; empty when nothing does.
QString limitWords(const Section &server)
{
    QStringList words;
    if (const auto capacity = server.optionalInteger(QStringLiteral("capacity"))) {
        words += Words::tr("it works on [capacity|%1 at a time]").arg(numberText(*capacity));
        const auto queue = server.optionalInteger(QStringLiteral("queue"));
        if (server.text(QStringLiteral("whenFull")) != QStringLiteral("queue"))
            words += Words::tr("[whenFull|refuses] the rest");
        else
            words += queue ? Words::tr("lets [queue|%1 more] wait").arg(numberText(*queue))
                           : Words::tr("lets [queue|all others] wait");
    }
    if (const auto rate = server.optionalNumber(QStringLiteral("rate"))) {
        const QString text = QString::number(*rate, 'g', 10);
        words += words.isEmpty() ? Words::tr("it takes [rate|%1 a second]").arg(text)
                                 : Words::tr("takes [rate|%1 a second]").arg(text);
    }
    if (words.size() < 2)
        return words.join(QString());
    const QString last = words.takeLast();
    return Words::tr("%1 and %2").arg(words.join(QStringLiteral(", ")), last);
}

} // namespace

Phrase sourceSentence(const Scenario &scenario)
{
    Phrase sentence;
    const Section &source = scenario.source;
    const QString prefix = QStringLiteral("source.");
    if (source.id() == QStringLiteral("list")) {
        add(sentence, Words::tr("Fetch [items|%1],").arg(names(sourceItems(source))), prefix);
        return sentence;
    }
    const QString noun = nounOf(source.text(QStringLiteral("label")));
    const QString count = countWords(requestCount(scenario), noun);
    if (source.id() == QStringLiteral("count")) {
        const bool one = requestCount(scenario) == 1;
        const QString text = noun.isEmpty() ? (one ? Words::tr("Send [count|%1], [kind|at once],")
                                                   : Words::tr("Send [count|%1], all of them [kind|at once],"))
                                            : (one ? Words::tr("Fetch [count|%1], asked for [kind|at once],")
                                                   : Words::tr("Fetch [count|%1], all asked for [kind|at once],"));
        add(sentence, text.arg(count), prefix);
        return sentence;
    }
    add(sentence, Words::tr("Send [count|%1], *%2*,").arg(count, source.kind().title.toLower()), prefix);
    return sentence;
}

Phrase patternSentence(const Scenario &scenario)
{
    Phrase sentence;
    add(sentence, patternWords(scenario.pattern), QStringLiteral("pattern."));
    const auto isRetry = [](const Policy &policy) {
        return policy.enabled && policy.section.id() == QStringLiteral("retry");
    };
    const bool hasRetry = std::ranges::any_of(scenario.policies, isRetry);
    bool insideRetry = false;
    for (size_t i = 0; i < scenario.policies.size(); ++i) {
        const Policy &policy = scenario.policies[i];
        if (!policy.enabled)
            continue;
        add(sentence, QStringLiteral("; ") + policyWords(policy.section, insideRetry, hasRetry),
            QStringLiteral("policies.%1.").arg(i));
        insideRetry = insideRetry || isRetry(policy);
    }
    add(sentence, QStringLiteral(","), {});
    return sentence;
}

Phrase backendSentence(const Scenario &scenario)
{
    Phrase sentence;
    add(sentence, Words::tr("from a server that answers "), {});
    add(sentence, latencyWords(scenario.backend.latency), QStringLiteral("backend.latency."));
    add(sentence, Words::tr(" and "), {});
    add(sentence, failureWords(scenario.backend.failure), QStringLiteral("backend.failure."));
    if (const QString limits = limitWords(scenario.backend.settings); !limits.isEmpty())
        add(sentence, QStringLiteral("; ") + limits, QStringLiteral("backend."));
    add(sentence, QStringLiteral("."), {});
    return sentence;
}

QString plainText(const Phrase &sentence)
{
    QString text;
    for (const SentencePiece &piece : sentence)
        text += piece.text;
    return text;
}

} // namespace playground
