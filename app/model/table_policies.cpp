// SPDX-License-Identifier: MIT
#include "model/parameter_builder.h"

#include <QJsonArray>

namespace playground::table {

namespace {

Kind policy(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters)
{
    return {QLatin1String(id), QStringLiteral("policy"), title, help, std::move(parameters)};
}

Kind timeout()
{
    Kind kind =
        policy("timeout", Words::tr("Timeout"),
               Words::tr("Gives up after a time. Outside retry it covers all tries, inside it covers each."),
               {duration("after", "2s")
                    .slider(QStringLiteral("0ms"), QStringLiteral("5s"))
                    .words(Words::tr("After"), Words::tr("How long to wait for the answer.")),
                choice("result", {QStringLiteral("throw"), QStringLiteral("default")})
                    .words(Words::tr("Then"),
                           Words::tr("throw: the request times out. default: it succeeds with a default value."))});
    return kind;
}

Parameter jitter()
{
    return Builder(ParameterType::Jitter, "jitter", QStringLiteral("full"))
        .range(0, 1)
        .slider(0, 1)
        .choices({QStringLiteral("none"), QStringLiteral("full")})
        .words(
            Words::tr("Jitter"),
            Words::tr(
                "How far luck moves each back-off: none, a part of it (0.2 is ± 20 %), or full: anything from 0 up."));
}

Parameter retryOn()
{
    const QStringList words{QStringLiteral("5xx"), QStringLiteral("429"), QStringLiteral("timeout"),
                            QStringLiteral("offline")};
    return list("retryOn", ListItems::Words, QJsonArray::fromStringList(words))
        .choices(words)
        .words(Words::tr("Retry on"), Words::tr("Which failures are worth another try."));
}

Kind retry()
{
    Kind kind = policy(
        "retry", Words::tr("Retry"), Words::tr("Tries again after a failure, each time after a longer pause."),
        {integer("attempts", 3)
             .range(1, 100)
             .slider(1, 10)
             .words(Words::tr("Attempts"), Words::tr("How many tries in all, the first included.")),
         duration("base", "300ms").words(Words::tr("Back-off"), Words::tr("The pause before the second try.")),
         number("factor", 2)
             .range(1, 10)
             .slider(1, 4)
             .words(Words::tr("Factor"), Words::tr("How much longer each further pause is.")),
         duration("cap", "30s")
             .slider(QStringLiteral("0ms"), QStringLiteral("30s"))
             .words(Words::tr("Longest"), Words::tr("No pause is longer than this.")),
         jitter(), retryOn(),
         flag("retryAfter", true)
             .words(Words::tr("Obey Retry-After"), Words::tr("Whether to wait at least as long as the server asks.")),
         optionalDuration("within").words(
             Words::tr("Within"), Words::tr("No pause goes past this time since the first try; none: no bound."))});
    kind.once = true;
    return kind;
}

Kind rateLimit()
{
    return policy(
        "rate-limit", Words::tr("Rate limit"),
        Words::tr("Lets whatever is inside it start at a rate; shared by all calls."),
        {rate("rate", 10).words(Words::tr("Rate"), Words::tr("How many may start per second.")),
         integer("burst", 1).excludes("window").words(Words::tr("Burst"), Words::tr("How many may start at once after a pause.")),
         optionalDuration("window")
             .range(QStringLiteral("1ns"), QStringLiteral("24h"))
             .excludes("burst")
             .words(Words::tr("Window"),
                    Words::tr("Strict: at most rate × window starts in any such span; none: a token bucket.")),
         flag("pauseOn429", false)
             .words(Words::tr("Pause on 429"), Words::tr("Whether one Retry-After of the server pauses everyone."))});
}

Kind circuitBreaker()
{
    Kind kind = policy("circuit-breaker", Words::tr("Circuit breaker"),
                       Words::tr("After several failures in a row turns calls away at once, for a time."),
                       {integer("failures", 5)
                            .slider(1, 20)
                            .words(Words::tr("Failures"), Words::tr("How many failures in a row open it.")),
                        duration("openFor", "2s")
                            .range(QStringLiteral("1ns"), QStringLiteral("24h"))
                            .slider(QStringLiteral("100ms"), QStringLiteral("10s"))
                            .words(Words::tr("Open for"), Words::tr("How long it turns everyone away.")),
                        integer("probes", 1)
                            .slider(1, 10)
                            .words(Words::tr("Probes"), Words::tr("How many calls must then succeed to close it."))});
    kind.once = true;
    return kind;
}

Kind hedge()
{
    Kind kind = policy(
        "hedge", Words::tr("Hedge"), Words::tr("Sends a copy when the answer is late; the first success wins."),
        {duration("after", "200ms").words(Words::tr("After"), Words::tr("How long to wait before each further copy.")),
         integer("copies", 1)
             .range(1, 5)
             .slider(1, 5)
             .words(Words::tr("Copies"), Words::tr("How many further copies at most."))});
    kind.once = true;
    return kind;
}

} // namespace

void addPolicies(std::vector<Kind> &kinds)
{
    kinds.push_back(timeout());
    kinds.push_back(retry());
    kinds.push_back(rateLimit());
    kinds.push_back(policy("concurrency-limit", Words::tr("Concurrency limit"),
                           Words::tr("At most so many at a time inside it; shared by all calls."),
                           {integer("limit", 3)
                                .slider(1, 16)
                                .words(Words::tr("At a time"), Words::tr("How many may be inside at once."))}));
    kinds.push_back(circuitBreaker());
    kinds.push_back(hedge());
    Kind keepLatest = policy("keep-latest", Words::tr("Keep the latest"),
                             Words::tr("A new call cancels the older one still under way."), {});
    keepLatest.once = true;
    kinds.push_back(keepLatest);
}

} // namespace playground::table
