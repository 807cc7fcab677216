// SPDX-License-Identifier: MIT
#include "view/sentence_parts.h"

#include "model/number_text.h"
#include "model/scenario.h"

#include <QCoreApplication>

#include <cmath>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

QString latencyWords(const Section &latency)
{
    const QString id = latency.id();
    if (id == QStringLiteral("constant"))
        return Words::tr("in [value|%1]").arg(durationWords(latency, QStringLiteral("value")));
    if (id == QStringLiteral("uniform"))
        return Words::tr("in [min|%1] to [max|%2]")
            .arg(durationWords(latency, QStringLiteral("min")), durationWords(latency, QStringLiteral("max")));
    if (id == QStringLiteral("normal"))
        return Words::tr("in about [mean|%1]").arg(durationWords(latency, QStringLiteral("mean")));
    if (id == QStringLiteral("log-normal"))
        return Words::tr("in about [median|%1]").arg(durationWords(latency, QStringLiteral("median")));
    if (id == QStringLiteral("exponential"))
        return Words::tr("in [mean|%1] on average").arg(durationWords(latency, QStringLiteral("mean")));
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
                     .arg(rateWords(server)) +
                 burstWords(server);
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

/// What makes it slower than its latency says: others at work, and the number of requests in a call. Whether there is such a thing.
bool addSlowness(Phrase &sentence, const Section &server)
{
    const double slowdown = server.number(QStringLiteral("slowdown"));
    const bool perItem = server.duration(QStringLiteral("perItem")).count() > 0;
    const QString prefix = QStringLiteral("backend.");
    if (slowdown > 0)
        addWords(sentence, Words::tr(", [slowdown|%1 %] slower for each other at work").arg(QString::number(slowdown * 100, 'g', 4)), prefix);
    if (perItem)
        addWords(sentence,
                 Words::tr(", plus [perItem|%1] for each request in a call").arg(durationWords(server, QStringLiteral("perItem"))), prefix);
    return slowdown > 0 || perItem;
}

/// Whether a comma has to stand before what follows.
bool addLatency(Phrase &sentence, const Backend &backend, const OwnWays &own)
{
    if (own.latencies > 0 && own.latencies == own.items) {
        addWords(sentence, Words::tr("[source.items|each in its own time]"), {});
        return addSlowness(sentence, backend.settings);
    }
    addWords(sentence, latencyWords(backend.latency), QStringLiteral("backend.latency."));
    const bool slower = addSlowness(sentence, backend.settings);
    if (own.latencies == 0)
        return slower;
    addWords(sentence,
        (own.latencies == 1 ? Words::tr(", %1 in its own time,") : Words::tr(", %1 in their own time,"))
            .arg(own.some(own.latencies)),
        {});
    return false; // It stands there.
}

void addFailure(Phrase &sentence, const Backend &backend, const OwnWays &own)
{
    const bool allOwn = own.items > 0 && own.failures == own.items;
    const bool onlyOwn = allOwn || backend.failure.id() == QStringLiteral("never");
    if (onlyOwn && own.failing > 0)
        return addWords(sentence, Words::tr("fails only for %1").arg(own.some(own.failing)), {});
    if (allOwn)
        return addWords(sentence, Words::tr("[source.items|never] fails"), {});
    addWords(sentence, failureWords(backend.failure, refuses(backend.settings)), QStringLiteral("backend.failure."));
    if (!onlyOwn && own.failures > 0)
        addWords(sentence,
            (own.failures == 1 ? Words::tr("; %1 has failures of its own") : Words::tr("; %1 have failures of their own"))
                .arg(own.some(own.failures)),
            {});
}

} // namespace

Phrase backendSentence(const Scenario &scenario)
{
    Phrase sentence;
    addWords(sentence, Words::tr("from a server that answers "), {});
    const OwnWays own(scenario.source);
    const bool comma = addLatency(sentence, scenario.backend, own);
    addWords(sentence, comma ? Words::tr(", and ") : Words::tr(" and "), {});
    addFailure(sentence, scenario.backend, own);
    if (const QString limits = limitWords(scenario.backend.settings); !limits.isEmpty())
        addWords(sentence, QStringLiteral("; ") + limits, QStringLiteral("backend."));
    addWords(sentence, QStringLiteral("."), {});
    return sentence;
}

} // namespace playground
