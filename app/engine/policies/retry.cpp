// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include "model/luck.h"

#include <asyncade/errors.h>
#include <asyncade/retry.h>

#include <QJsonArray>

#include <algorithm>

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
    // The library's 0 is no bound, and it keeps no time then; a bound of 0 allows no pause at all. A bound that is never reached can
    // become one that is while the call is under way.
    const auto within = card.optionalDuration(QStringLiteral("within"));
    options.within = within ? std::max(*within, std::chrono::nanoseconds(1)) : std::chrono::nanoseconds::max();
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

asyncade::RetryRules rulesOf(const Section &card, quint64 seed)
{
    asyncade::RetryRules rules;
    rules.onError(RetryOn(card.value(QStringLiteral("retryOn")).toArray()));
    if (card.flag(QStringLiteral("retryAfter")))
        rules.atLeast(askedFor);
    rules.draw([seed](int tryNumber) {
        const asyncade::Span span = asyncade::currentSpan();
        return draw(seed, LuckStream::Backoff, span.request, quint64(tryNumber), span.copy);
    });
    return rules;
}

/// asyncade::retry around what lies further in.
class Retry final : public PolicyStage {
public:
    explicit Retry(const PolicyPlace &place) : PolicyStage(place), m_rules(rulesOf(place.card(), place.scenario.seed))
    {
        setNumbers(place.card());
    }

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override
    {
        return asyncade::retry(inside(call), std::cref(m_options), m_rules, std::move(token));
    }

private:
    void setNumbers(const Section &card) override { m_options = optionsOf(card, part()); }

    asyncade::RetryOptions m_options; ///< Read by the library whenever it needs them, so edits reach calls under way.
    asyncade::RetryRules m_rules;
};

} // namespace

std::unique_ptr<Stage> makeRetry(const PolicyPlace &place) { return std::make_unique<Retry>(place); }

} // namespace playground
