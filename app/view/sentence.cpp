// SPDX-License-Identifier: MIT
#include "view/sentence.h"

#include "model/number_text.h"
#include "model/scenario.h"
#include "view/duration_text.h"

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

/// What a kind without words of its own says.
QString usualWords(const Section &section) { return Words::tr("with *%1*").arg(section.kind().title.toLower()); }

QString rateText(const Section &section)
{
    return QString::number(section.number(QStringLiteral("rate")), 'g', 10);
}

/// Whether all requests arrive at the same instant.
bool comesAtOnce(const Section &source)
{
    if (source.id() != QStringLiteral("list"))
        return source.id() == QStringLiteral("count");
    const auto items = sourceItems(source);
    return std::ranges::all_of(items, [&](const SourceItem &item) { return item.at == items.front().at; });
}

QString batchWords(const Section &batch)
{
    const QString size = Words::tr("in *batches* of [size|%1]").arg(numberText(batch.integer(QStringLiteral("size"))));
    if (batch.duration(QStringLiteral("delay")).count() == 0)
        return Words::tr("%1, each after the one before").arg(size);
    const bool fromStart = batch.text(QStringLiteral("pace")) == QStringLiteral("start-to-start");
    return (fromStart ? Words::tr("%1, each [delay|%2] after the start of the one before")
                      : Words::tr("%1, each [delay|%2] after the one before"))
        .arg(size, duration(batch, QStringLiteral("delay")));
}

QString debounceWords(const Section &debounce)
{
    const bool last = debounce.flag(QStringLiteral("trailing"));
    return (!debounce.flag(QStringLiteral("leading")) ? Words::tr("with *debounce*, the last after [delay|%1] of silence")
            : last ? Words::tr("with *debounce*, the first at once, the last after [delay|%1] of silence")
                   : Words::tr("with *debounce*, the first after [delay|%1] of silence"))
        .arg(duration(debounce, QStringLiteral("delay")));
}

QString groupWords(const Section &group)
{
    const auto size = group.optionalInteger(QStringLiteral("size"));
    return (group.id() == QStringLiteral("race") ? Words::tr("in a *race*: the first of [size|%1] to end wins")
                                                 : Words::tr("with *any*: the first of [size|%1] to succeed wins"))
        .arg(size ? numberText(*size) : Words::tr("all"));
}

QString rateLimitWords(const Section &pattern)
{
    const QString rate = Words::tr("with a *rate limit* of [rate|%1 a second]").arg(rateText(pattern));
    const auto limit = pattern.optionalInteger(QStringLiteral("limit"));
    return limit ? Words::tr("%1, [limit|%2 at a time]").arg(rate, numberText(*limit)) : rate;
}

/// Patterns that start each request when it arrives.
QString gatherWords(const Scenario &scenario)
{
    const bool atOnce = comesAtOnce(scenario.source);
    if (scenario.pattern.id() == QStringLiteral("gather"))
        return atOnce ? Words::tr("with *gather*, all at the same time")
                      : Words::tr("with *gather*, each as soon as it arrives");
    return atOnce ? Words::tr("with *gather safe*, all at the same time, each with its own result or error")
                  : Words::tr("with *gather safe*, each as soon as it arrives, with its own result or error");
}

QString patternWords(const Scenario &scenario)
{
    const Section &pattern = scenario.pattern;
    const QString id = pattern.id();
    if (id == QStringLiteral("sequential"))
        return Words::tr("*one by one*, each after the one before");
    if (id == QStringLiteral("gather") || id == QStringLiteral("gather-safe"))
        return gatherWords(scenario);
    if (id == QStringLiteral("parallel-map"))
        return Words::tr("with *parallel map*, [limit|%1 at a time]").arg(numberText(pattern.integer(QStringLiteral("limit"))));
    if (id == QStringLiteral("batch"))
        return batchWords(pattern);
    if (id == QStringLiteral("rate-limit"))
        return rateLimitWords(pattern);
    if (id == QStringLiteral("debounce"))
        return debounceWords(pattern);
    if (id == QStringLiteral("throttle"))
        return Words::tr("with *throttle*, at most one in [delay|%1]").arg(duration(pattern, QStringLiteral("delay")));
    if (id == QStringLiteral("race") || id == QStringLiteral("any"))
        return groupWords(pattern);
    if (id == QStringLiteral("batcher"))
        return Words::tr("with *batcher*, [size|%1 to a call] or what comes in [delay|%2]")
            .arg(numberText(pattern.integer(QStringLiteral("size"))), duration(pattern, QStringLiteral("delay")));
    return usualWords(pattern);
}

QString retryWords(const Section &retry)
{
    const qint64 attempts = retry.integer(QStringLiteral("attempts"));
    return attempts == 1 ? Words::tr("a fetch is *tried* [attempts|once]")
                         : Words::tr("a fetch is *tried* up to [attempts|%1 times]").arg(attempts);
}

QString timeoutWords(const Section &timeout, bool insideRetry, bool hasRetry)
{
    return (!hasRetry     ? Words::tr("a fetch is *given up* after [after|%1]")
            : insideRetry ? Words::tr("each try is *given up* after [after|%1]")
                          : Words::tr("all tries together are *given up* after [after|%1]"))
        .arg(duration(timeout, QStringLiteral("after")));
}

QString breakerWords(const Section &breaker)
{
    const qint64 failures = breaker.integer(QStringLiteral("failures"));
    return Words::tr("a *circuit breaker* opens for [openFor|%1] after [failures|%2]")
        .arg(duration(breaker, QStringLiteral("openFor")),
             failures == 1 ? Words::tr("1 failure") : Words::tr("%1 failures in a row").arg(failures));
}

QString hedgeWords(const Section &hedge)
{
    const qint64 copies = hedge.integer(QStringLiteral("copies"));
    const QString after = duration(hedge, QStringLiteral("after"));
    return copies == 1 ? Words::tr("a *hedge* sends a copy after [after|%1]").arg(after)
                       : Words::tr("a *hedge* sends up to [copies|%1 copies], one each [after|%2]").arg(copies).arg(after);
}

QString policyWords(const Section &policy, bool insideRetry, bool hasRetry)
{
    const QString id = policy.id();
    if (id == QStringLiteral("retry"))
        return retryWords(policy);
    if (id == QStringLiteral("timeout"))
        return timeoutWords(policy, insideRetry, hasRetry);
    if (id == QStringLiteral("rate-limit"))
        return Words::tr("a *rate limit* lets [rate|%1 a second] start").arg(rateText(policy));
    if (id == QStringLiteral("concurrency-limit"))
        return Words::tr("a *concurrency limit* lets in [limit|%1 at a time]")
            .arg(numberText(policy.integer(QStringLiteral("limit"))));
    if (id == QStringLiteral("circuit-breaker"))
        return breakerWords(policy);
    if (id == QStringLiteral("hedge"))
        return hedgeWords(policy);
    if (id == QStringLiteral("keep-latest"))
        return Words::tr("a newer fetch *cancels* the older");
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

QString failureWords(const Section &failure, bool refuses)
{
    const QString id = failure.id();
    if (id == QStringLiteral("never"))
        return refuses ? Words::tr("[p|never] fails by itself") : Words::tr("[p|never] fails");
    if (id == QStringLiteral("probability"))
        return chanceWords(failure);
    if (id == QStringLiteral("first"))
        return attemptsWords(failure);
    if (id == QStringLiteral("every"))
        return attemptsWords(failure, everyWords(failure.integer(QStringLiteral("n"))));
    return attemptsWords(failure, Words::tr("[requests|chosen ones]"));
}

/// Whether the server turns requests away that find no room or come too often.
bool refuses(const Section &server)
{
    const bool queues = server.text(QStringLiteral("whenFull")) == QStringLiteral("queue");
    return server.optionalNumber(QStringLiteral("rate")) ||
           (server.optionalInteger(QStringLiteral("capacity")) &&
            (!queues || server.optionalInteger(QStringLiteral("queue"))));
}

/// What holds the server back: on how many it works, how many may wait, how many it takes; empty when nothing does.
QString limitWords(const Section &server)
{
    const bool queues = server.text(QStringLiteral("whenFull")) == QStringLiteral("queue");
    QStringList words;
    if (const auto capacity = server.optionalInteger(QStringLiteral("capacity"))) {
        words += Words::tr("it works on [capacity|%1 at a time]").arg(numberText(*capacity));
        const auto queue = server.optionalInteger(QStringLiteral("queue"));
        if (queues)
            words += queue ? Words::tr("lets [queue|%1 more] wait").arg(numberText(*queue))
                           : Words::tr("lets [queue|all others] wait");
    }
    if (server.optionalNumber(QStringLiteral("rate")))
        words += (words.isEmpty() ? Words::tr("it takes [rate|%1 a second]") : Words::tr("takes [rate|%1 a second]"))
                     .arg(rateText(server));
    if (refuses(server))
        words += queues ? Words::tr("refuses the rest") : Words::tr("[whenFull|refuses] the rest");
    if (words.size() < 2)
        return words.join(QString());
    const QString last = words.takeLast();
    return Words::tr("%1 and %2").arg(words.join(QStringLiteral(", ")), last);
}

/// Of a list's items, how many have a latency or failures of their own, which count instead of the server's.
struct OwnWays {
    qint64 items = 0, latencies = 0, failures = 0, failing = 0;

    explicit OwnWays(const Section &source)
    {
        for (const SourceItem &item : sourceItems(source)) {
            ++items;
            latencies += item.latency.has_value();
            failures += item.fails.has_value();
            failing += item.fails && *item.fails != 0;
        }
    }

    /// "3 of the 6", which jumps to the items.
    QString some(qint64 count) const
    {
        return Words::tr("[source.items|%1 of the %2]").arg(numberText(count), numberText(items));
    }
};

void addLatency(Phrase &sentence, const Section &latency, const OwnWays &own)
{
    if (own.latencies > 0 && own.latencies == own.items)
        return add(sentence, Words::tr("[source.items|each in its own time]"), {});
    add(sentence, latencyWords(latency), QStringLiteral("backend.latency."));
    if (own.latencies > 0)
        add(sentence,
            (own.latencies == 1 ? Words::tr(", %1 in its own time,") : Words::tr(", %1 in their own time,"))
                .arg(own.some(own.latencies)),
            {});
}

void addFailure(Phrase &sentence, const Backend &backend, const OwnWays &own)
{
    const bool allOwn = own.items > 0 && own.failures == own.items;
    const bool onlyOwn = allOwn || backend.failure.id() == QStringLiteral("never");
    if (onlyOwn && own.failing > 0)
        return add(sentence, Words::tr("fails only for %1").arg(own.some(own.failing)), {});
    if (allOwn)
        return add(sentence, Words::tr("[source.items|never] fails"), {});
    add(sentence, failureWords(backend.failure, refuses(backend.settings)), QStringLiteral("backend.failure."));
    if (!onlyOwn && own.failures > 0)
        add(sentence,
            (own.failures == 1 ? Words::tr("; %1 has failures of its own") : Words::tr("; %1 have failures of their own"))
                .arg(own.some(own.failures)),
            {});
}

/// How requests that do not all come at once do come.
QString arrivalWords(const Section &source)
{
    const QString id = source.id();
    const QString every = QStringLiteral("every");
    if (id == QStringLiteral("interval"))
        return Words::tr("*one by one*, every [every|%1]").arg(duration(source, every));
    if (id == QStringLiteral("poisson"))
        return Words::tr("*at random*, [rate|%1 a second] on average").arg(rateText(source));
    if (id == QStringLiteral("bursts"))
        return Words::tr("in *bursts* of [size|%1] every [every|%2]")
            .arg(numberText(source.integer(QStringLiteral("size"))), duration(source, every));
    if (id == QStringLiteral("tape"))
        return Words::tr("one for each *recorded input*");
    return QStringLiteral("*%1*").arg(source.kind().title.toLower());
}

} // namespace

Phrase sourceSentence(const Scenario &scenario)
{
    Phrase sentence;
    const Section &source = scenario.source;
    const QString prefix = QStringLiteral("source.");
    if (source.id() == QStringLiteral("list")) {
        const QString text =
            comesAtOnce(source) ? Words::tr("Fetch [items|%1],") : Words::tr("Fetch [items|%1], each at its own time,");
        add(sentence, text.arg(names(sourceItems(source))), prefix);
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
    const QString key = source.id() == QStringLiteral("tape") ? QStringLiteral("events") : QStringLiteral("count");
    add(sentence,
        (noun.isEmpty() ? Words::tr("Send [%1|%2], %3,") : Words::tr("Fetch [%1|%2], %3,"))
            .arg(key, count, arrivalWords(source)),
        prefix);
    return sentence;
}

Phrase patternSentence(const Scenario &scenario)
{
    Phrase sentence;
    add(sentence, patternWords(scenario), QStringLiteral("pattern."));
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
    const OwnWays own(scenario.source);
    addLatency(sentence, scenario.backend.latency, own);
    add(sentence, Words::tr(" and "), {});
    addFailure(sentence, scenario.backend, own);
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
