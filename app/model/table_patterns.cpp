// SPDX-License-Identifier: MIT
#include "model/parameter_builder.h"

namespace playground::table {

namespace {

QString tr(const char *text) { return Words::tr(text); }

Parameter onError(const char *usual = "stop")
{
    const QString other = QLatin1String(usual) == QLatin1String("stop") ? QStringLiteral("collect") : QStringLiteral("stop");
    return choice("onError", {QLatin1String(usual), other})
        .words(tr("On failure"), tr("stop: the first failure cancels all other requests. collect: the rest goes on."));
}

Parameter delay(const char *value, const QString &help)
{
    return duration("delay", value).words(tr("Delay"), help);
}

Parameter groupSize()
{
    return optionalInteger("size").words(tr("Group size"), tr("How many requests compete; none: all of them."));
}

Parameter leading(bool value)
{
    return flag("leading", value).words(tr("Leading"), tr("Whether the first input goes out at once."));
}

Parameter trailing()
{
    return flag("trailing", true).words(tr("Trailing"), tr("Whether the last input goes out at the end."));
}

Kind pattern(const char *id, const QString &title, const QString &help, std::vector<Parameter> parameters, bool runs = false)
{
    return {QLatin1String(id), QStringLiteral("pattern"), title, help, std::move(parameters), runs};
}

Kind rateLimit()
{
    return pattern("rate-limit", tr("Rate limit"), tr("Starts calls at a rate; they may overlap."),
                   {rate("rate", 10).words(tr("Rate"), tr("How many calls may start per second.")),
                    integer("burst", 1).words(tr("Burst"), tr("How many may start at once after a pause.")),
                    optionalDuration("window")
                        .range(QStringLiteral("1ns"), QStringLiteral("24h"))
                        .words(tr("Window"), tr("Strict: at most rate × window starts in any such span; none: a token bucket.")),
                    optionalInteger("limit").words(tr("At a time"), tr("How many calls may be under way at once; none: no limit.")),
                    onError("collect")});
}

Kind debounce()
{
    return pattern("debounce", tr("Debounce"), tr("Waits for silence, then asks once, for the last input."),
                   {delay("300ms", tr("How long the input must be silent.")), leading(false), trailing(),
                    optionalDuration("maxWait").words(tr("Longest wait"), tr("Goes out at the latest this long after the first input.")),
                    flag("overlap", true)
                        .words(tr("Overlap"), tr("Whether a call may start while the one before is still under way."))});
}

Kind throttle()
{
    return pattern("throttle", tr("Throttle"), tr("Lets at most one input out per delay."),
                   {delay("300ms", tr("The least distance from one call to the next.")),
                    choice("mode", {QStringLiteral("drop"), QStringLiteral("pace")})
                        .words(tr("Mode"), tr("drop: inputs in between are replaced by later ones. pace: all go out, spaced.")),
                    leading(true), trailing()});
}

Kind batch()
{
    return pattern("batch", tr("Batches"), tr("Starts a group of requests when the group before is over."),
                   {integer("size", 10).words(tr("Batch size"), tr("How many requests make one batch.")),
                    delay("0ms", tr("The pause between two batches.")),
                    choice("pace", {QStringLiteral("after-end"), QStringLiteral("start-to-start")})
                        .words(tr("Pause counts"), tr("From the end of the batch before, or from its start.")),
                    onError()});
}

} // namespace

void addPatterns(std::vector<Kind> &kinds)
{
    kinds.push_back(pattern("sequential", tr("One by one"), tr("Each request waits for the one before."), {onError()}, true));
    kinds.push_back(pattern("gather", tr("Gather"), tr("All requests at once; the first failure cancels the others."), {}, true));
    kinds.push_back(pattern("gather-safe", tr("Gather safe"), tr("All requests at once; every one keeps its own result or error."), {}, true));
    kinds.push_back(batch());
    kinds.push_back(pattern("parallel-map", tr("Parallel map"), tr("At most so many requests at a time; the next starts when one ends."),
                            {integer("limit", 10).slider(1, 16).words(tr("At a time"), tr("How many requests may be under way at once.")),
                             onError()},
                            true));
    kinds.push_back(rateLimit());
    kinds.push_back(debounce());
    kinds.push_back(throttle());
    kinds.push_back(pattern("race", tr("Race"), tr("The first to settle wins; the others are cancelled."), {groupSize()}));
    kinds.push_back(pattern("any", tr("Any"), tr("The first success wins; it fails when all have failed."), {groupSize()}));
    kinds.push_back(pattern("batcher", tr("Batcher"), tr("Collects single requests into one call, by number or time."),
                            {integer("size", 5).words(tr("Collect"), tr("How many requests fill a call.")),
                             delay("50ms", tr("How long the first of them waits for more."))}));
}

} // namespace playground::table
