// SPDX-License-Identifier: MIT
#include "view/sentence_parts.h"

#include "model/number_text.h"
#include "model/scenario.h"

#include <QCoreApplication>

#include <algorithm>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

/// What a kind without words of its own says.
QString usualWords(const Section &section) { return Words::tr("with *%1*").arg(section.kind().title.toLower()); }

QString batchWords(const Section &batch)
{
    const QString size = Words::tr("in *batches* of [size|%1]").arg(numberText(batch.integer(QStringLiteral("size"))));
    if (batch.duration(QStringLiteral("delay")).count() == 0)
        return Words::tr("%1, each after the one before").arg(size);
    const bool fromStart = batch.text(QStringLiteral("pace")) == QStringLiteral("start-to-start");
    return (fromStart ? Words::tr("%1, each [delay|%2] after the start of the one before")
                      : Words::tr("%1, each [delay|%2] after the one before"))
        .arg(size, durationWords(batch, QStringLiteral("delay")));
}

QString debounceWords(const Section &debounce)
{
    const bool last = debounce.flag(QStringLiteral("trailing"));
    return (!debounce.flag(QStringLiteral("leading")) ? Words::tr("with *debounce*, the last after [delay|%1] of silence")
            : last ? Words::tr("with *debounce*, the first at once, the last after [delay|%1] of silence")
                   : Words::tr("with *debounce*, the first after [delay|%1] of silence"))
        .arg(durationWords(debounce, QStringLiteral("delay")));
}

QString groupWords(const Section &group)
{
    const auto size = group.optionalInteger(QStringLiteral("size"));
    return (group.id() == QStringLiteral("race") ? Words::tr("in a *race*: the first of [size|%1] to end wins")
                                                 : Words::tr("with *any*: the first of [size|%1] to succeed wins"))
        .arg(size ? numberText(*size) : Words::tr("all"));
}

/// How the starts of a rate may lie: so many at once, or strictly in any window.
QString spreadWords(const Section &rateLimit)
{
    if (rateLimit.isNull(QStringLiteral("window")))
        return burstWords(rateLimit);
    return Words::tr(" (strictly in any [window|%1])").arg(durationWords(rateLimit, QStringLiteral("window")));
}

QString rateLimitWords(const Section &pattern)
{
    const QString rate = Words::tr("with a *rate limit* of [rate|%1 a second]").arg(rateWords(pattern)) + spreadWords(pattern);
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
        return Words::tr("with *throttle*, at most one in [delay|%1]").arg(durationWords(pattern, QStringLiteral("delay")));
    if (id == QStringLiteral("race") || id == QStringLiteral("any"))
        return groupWords(pattern);
    if (id == QStringLiteral("batcher"))
        return Words::tr("with *batcher*, [size|%1 to a call] or what comes in [delay|%2]")
            .arg(numberText(pattern.integer(QStringLiteral("size"))), durationWords(pattern, QStringLiteral("delay")));
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
        .arg(durationWords(timeout, QStringLiteral("after")));
}

QString breakerWords(const Section &breaker)
{
    const qint64 failures = breaker.integer(QStringLiteral("failures"));
    return Words::tr("a *circuit breaker* opens for [openFor|%1] after [failures|%2]")
        .arg(durationWords(breaker, QStringLiteral("openFor")),
             failures == 1 ? Words::tr("1 failure") : Words::tr("%1 failures in a row").arg(failures));
}

QString hedgeWords(const Section &hedge)
{
    const qint64 copies = hedge.integer(QStringLiteral("copies"));
    const QString after = durationWords(hedge, QStringLiteral("after"));
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
        return Words::tr("a *rate limit* lets [rate|%1 a second] start").arg(rateWords(policy)) + spreadWords(policy);
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

} // namespace

Phrase patternSentence(const Scenario &scenario)
{
    Phrase sentence;
    addWords(sentence, patternWords(scenario), QStringLiteral("pattern."));
    const auto isRetry = [](const Policy &policy) {
        return policy.enabled && policy.section.id() == QStringLiteral("retry");
    };
    const bool hasRetry = std::ranges::any_of(scenario.policies, isRetry);
    bool insideRetry = false;
    for (size_t i = 0; i < scenario.policies.size(); ++i) {
        const Policy &policy = scenario.policies[i];
        if (!policy.enabled)
            continue;
        addWords(sentence, QStringLiteral("; ") + policyWords(policy.section, insideRetry, hasRetry),
            QStringLiteral("policies.%1.").arg(i));
        insideRetry = insideRetry || isRetry(policy);
    }
    addWords(sentence, QStringLiteral(","), {});
    return sentence;
}

} // namespace playground
