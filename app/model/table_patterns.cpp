// SPDX-License-Identifier: MIT
#include "model/parameter_builder.h"

namespace playground::table {

namespace {

Parameter onError(const char *usual = "stop")
{
    const QString other =
        QLatin1String(usual) == QLatin1String("stop") ? QStringLiteral("collect") : QStringLiteral("stop");
    return choice("onError", {QLatin1String(usual), other})
        .words(Words::tr("On failure"),
               Words::tr("stop: the first failure cancels all other requests. collect: the rest goes on."));
}

Parameter delay(const char *value, const QString &help)
{
    return duration("delay", value).words(Words::tr("Delay"), help);
}

Parameter groupSize()
{
    return optionalInteger("size").words(Words::tr("Group size"),
                                         Words::tr("How many requests compete; none: all of them."));
}

Parameter leading(bool value)
{
    return flag("leading", value).words(Words::tr("Leading"), Words::tr("Whether the first input goes out at once."));
}

Parameter trailing()
{
    return flag("trailing", true)
        .words(Words::tr("Trailing"), Words::tr("Whether the last input goes out at the end."));
}

Kind pattern(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters)
{
    return {QLatin1String(id), QStringLiteral("pattern"), title, help, std::move(parameters)};
}

Kind rateLimit()
{
    return pattern(
        "rate-limit", Words::tr("Rate limit"), Words::tr("Starts calls at a rate; they may overlap."),
        {rate("rate", 10).words(Words::tr("Rate"), Words::tr("How many calls may start per second.")),
         integer("burst", 1).excludes("window").words(Words::tr("Burst"), Words::tr("How many may start at once after a pause.")),
         optionalDuration("window")
             .range(QStringLiteral("1ns"), QStringLiteral("24h"))
             .excludes("burst")
             .words(Words::tr("Window"),
                    Words::tr("Strict: at most rate × window starts in any such span; none: a token bucket.")),
         optionalInteger("limit").words(Words::tr("At a time"),
                                        Words::tr("How many calls may be under way at once; none: no limit.")),
         onError("collect")});
}

Kind debounce()
{
    return pattern(
        "debounce", Words::tr("Debounce"), Words::tr("Waits for silence, then asks once, for the last input."),
        {delay("300ms", Words::tr("How long the input must be silent.")), leading(false), trailing(),
         optionalDuration("maxWait").words(Words::tr("Longest wait"),
                                           Words::tr("Goes out at the latest this long after the first input.")),
         flag("overlap", true)
             .words(Words::tr("Overlap"),
                    Words::tr("Whether a call may start while the one before is still under way."))});
}

Kind throttle()
{
    return pattern(
        "throttle", Words::tr("Throttle"), Words::tr("Lets at most one input out per delay."),
        {delay("300ms", Words::tr("The least distance from one call to the next.")),
         choice("mode", {QStringLiteral("drop"), QStringLiteral("pace")})
             .words(Words::tr("Mode"),
                    Words::tr("drop: inputs in between are replaced by later ones. pace: all go out, spaced.")),
         leading(true), trailing()});
}

Kind batch()
{
    return pattern(
        "batch", Words::tr("Batches"), Words::tr("Starts a group of requests when the group before is over."),
        {integer("size", 10).words(Words::tr("Batch size"), Words::tr("How many requests make one batch.")),
         delay("0ms", Words::tr("The pause between two batches.")),
         choice("pace", {QStringLiteral("after-end"), QStringLiteral("start-to-start")})
             .words(Words::tr("Pause counts"), Words::tr("From the end of the batch before, or from its start.")),
         onError()});
}

} // namespace

void addPatterns(std::vector<Kind> &kinds)
{
    kinds.push_back(pattern("sequential", Words::tr("One by one"), Words::tr("Each request waits for the one before."),
                            {onError()}));
    kinds.push_back(pattern("gather", Words::tr("Gather"),
                            Words::tr("All requests at once; the first failure cancels the others."), {}));
    kinds.push_back(pattern("gather-safe", Words::tr("Gather safe"),
                            Words::tr("All requests at once; every one keeps its own result or error."), {}));
    kinds.push_back(batch());
    kinds.push_back(
        pattern("parallel-map", Words::tr("Parallel map"),
                Words::tr("At most so many requests at a time; the next starts when one ends."),
                {integer("limit", 10)
                     .slider(1, 16)
                     .words(Words::tr("At a time"), Words::tr("How many requests may be under way at once.")),
                 onError()}));
    kinds.push_back(rateLimit());
    kinds.push_back(debounce());
    kinds.push_back(throttle());
    kinds.push_back(pattern("race", Words::tr("Race"), Words::tr("The first to settle wins; the others are cancelled."),
                            {groupSize()}));
    kinds.push_back(pattern("any", Words::tr("Any"),
                            Words::tr("The first success wins; it fails when all have failed."), {groupSize()}));
    kinds.push_back(pattern(
        "batcher", Words::tr("Batcher"), Words::tr("Collects single requests into one call, by number or time."),
        {integer("size", 5).words(Words::tr("Collect"), Words::tr("How many requests fill a call.")),
         delay("50ms", Words::tr("How long the first of them waits for more."))}));
}

} // namespace playground::table
