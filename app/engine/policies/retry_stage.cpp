// SPDX-License-Identifier: MIT
#include "engine/policies/retry_stage.h"

#include "model/luck.h"

#include <asyncade/errors.h>

#include <QJsonArray>

namespace playground {

namespace {

asyncade::RetryOptions optionsOf(const Section &card, asyncade::Part part)
{
    const Jitter jitter = card.jitter(QStringLiteral("jitter"));
    asyncade::RetryOptions options;
    options.attempts = int(card.integer(QStringLiteral("attempts")));
    options.base = card.duration(QStringLiteral("base"));
    options.factor = card.number(QStringLiteral("factor"));
    options.cap = card.duration(QStringLiteral("cap"));
    options.jitter = jitter.full ? asyncade::Jitter::full() : asyncade::Jitter::fraction(jitter.part);
    options.within = card.optionalDuration(QStringLiteral("within")).value_or(std::chrono::nanoseconds{});
    options.part = part;
    return options;
}

/// Which failures the card's `retryOn` names; what it cannot name is never retried.
struct RetryOn {
    bool serverErrors = false, tooMany = false, timeouts = false, offline = false;

    explicit RetryOn(const QJsonArray &words)
        : serverErrors(words.contains(QStringLiteral("5xx")))
        , tooMany(words.contains(QStringLiteral("429")))
        , timeouts(words.contains(QStringLiteral("timeout")))
        , offline(words.contains(QStringLiteral("offline")))
    {
    }

    bool operator()(const std::exception_ptr &error) const
    {
        try {
            std::rethrow_exception(error);
        } catch (const ServerError &answer) {
            if (answer.code() == codeOffline)
                return offline;
            return answer.code() == 429 ? tooMany : serverErrors && answer.code() >= 500;
        } catch (const asyncade::TimeoutError &) {
            return timeouts;
        } catch (...) {
            return false;
        }
    }
};

/// How long the server asked to be left alone.
std::chrono::nanoseconds askedFor(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const ServerError &answer) {
        return answer.retryAfter().value_or(std::chrono::nanoseconds{});
    } catch (...) {
        return {};
    }
}

} // namespace

RetryStage::RetryStage(const Scenario &scenario, size_t policy, Stage &inner, asyncade::Part part)
    : m_inner(inner)
    , m_policy(policy)
    , m_seed(scenario.seed)
    , m_options(optionsOf(scenario.policies[policy].section, part))
    , m_rules(makeRules(scenario.policies[policy].section))
{
}

QCoro::Task<Answer> RetryStage::run(Call &call, std::stop_token token)
{
    const auto inside = [this, &call](std::stop_token inner) { return m_inner.run(call, std::move(inner)); };
    auto retrying = asyncade::retry(inside, std::cref(m_options), m_rules, std::move(token));
    co_return co_await retrying;
}

void RetryStage::edited(const Scenario &scenario) { m_options = optionsOf(scenario.policies[m_policy].section, m_options.part); }

asyncade::RetryRules RetryStage::makeRules(const Section &card) const
{
    asyncade::RetryRules rules;
    rules.onError(RetryOn(card.value(QStringLiteral("retryOn")).toArray()));
    if (card.flag(QStringLiteral("retryAfter")))
        rules.atLeast(askedFor);
    rules.draw([seed = m_seed](int tryNumber) {
        const asyncade::Span span = asyncade::currentSpan();
        return draw(seed, LuckStream::Backoff, span.request, quint64(tryNumber), span.copy);
    });
    return rules;
}

} // namespace playground
