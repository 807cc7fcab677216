// SPDX-License-Identifier: MIT
#include "cli/help_tables.h"

#include <QtGlobal>

namespace playground {

namespace {

#define TEXT(text) QT_TRANSLATE_NOOP("HelpTables", text)

constexpr HelpEntry scenarioKeys[] = {
    {"version", TEXT("Always 1.")},
    {"name", TEXT("Letters a to z, digits and \"-\"; without it the file's name.")},
    {"title", TEXT("What people read; without it the name.")},
    {"group", TEXT("many-at-once, shape-the-flow, when-things-fail or mine.")},
    {"seed", TEXT("The luck of the run, 0 to 2^53-1: the same seed gives every pattern the same luck.")},
    {"until", TEXT("Cuts the run at this time; what is open then is pending.")},
    {"edits", TEXT("Changes during the run: [{\"at\": \"1.2s\", \"set\": {\"pattern.limit\": 8}}].")},
    {"compare", TEXT("Up to 3 other patterns or policies to run beside it.")},
    {"challenge", TEXT("Thresholds on keys of the report: {\"virtualTimeMs\": \"<= 2000\"}.")},
    {"info", TEXT("Texts for people: what, how, use, notice, try, further.")},
};

constexpr HelpEntry metrics[] = {
    {"virtualTimeMs", TEXT("Time of the last settlement; with pending requests that of the last event, or until.")},
    {"requests", TEXT("How many the source makes, arrived or not. Each ends in exactly one of the next six ways.")},
    {"succeeded", TEXT("Settled with a result.")},
    {"failed", TEXT("Settled with an error that is not a timeout policy's.")},
    {"timedOut", TEXT("Settled with the error of a timeout policy.")},
    {"cancelled", TEXT("Stopped by a sibling's failure, a winner, a newer call or the user; also when it never arrived.")},
    {"dropped", TEXT("Its value was never dispatched (debounce, throttle).")},
    {"pending", TEXT("Unsettled when nothing more could happen, or at until.")},
    {"defaulted", TEXT("Succeeded with the default value of a timeout policy.")},
    {"attempts", TEXT("Arrivals at the backend: each retry and each hedge copy counts.")},
    {"wastedAttempts", TEXT("Attempts that did not give their call its successful result.")},
    {"wastedMs", TEXT("The sum of their lengths.")},
    {"refused", TEXT("Attempts turned away by the backend's rate or capacity.")},
    {"rejected", TEXT("Calls turned away by an open breaker.")},
    {"maxInFlight", TEXT("The most attempts begun and not ended at one instant.")},
    {"throughputPerSecond", TEXT("succeeded by virtual time.")},
    {"latencyMs", TEXT("From arrival to settlement, of succeeded requests: min, mean, p50, p95, p99, max.")},
    {"waitMs", TEXT("Time in waits other than back-off and the server's queue, of requests with an attempt: mean, max.")},
    {"challenge", TEXT("Whether the scenario's thresholds are met; null without any.")},
};

constexpr HelpEntry events[] = {
    {"part", TEXT("part, kind, path, name: something to wait for or pass through, once before its first use.")},
    {"arrive", TEXT("request, text: the request is handed to the pattern.")},
    {"join", TEXT("request, lead: the request will travel in the lead's call.")},
    {"wait", TEXT("request, try, copy, part, reason, until, ahead: just before it suspends.")},
    {"go", TEXT("request, try, copy, part, how, from: the wait is over, or there was none to be done.")},
    {"free", TEXT("request, part: a permit is given back.")},
    {"dispatch", TEXT("request: the call enters the policies.")},
    {"attempt", TEXT("request, number, try, copy: work starts.")},
    {"attemptEnd", TEXT("request, number, outcome, code, retryAfter, cause: work has ended, or was abandoned.")},
    {"settle", TEXT("request, outcome, number, defaulted, cause: the request has its end.")},
    {"level", TEXT("part, name, value, slope, limit: tokens, timers, limits when edited.")},
    {"edit, mark", TEXT("path, old, new / text: a number was changed / a mark was set.")},
    {"end", TEXT("done, idle, until or stopped: nothing more will come.")},
};

constexpr HelpEntry reasons[] = {
    {"slot", TEXT("for a free slot of a limit")},
    {"token", TEXT("for a token of a rate")},
    {"turn", TEXT("for the one before to end")},
    {"batch", TEXT("for the batch before, or for its pause")},
    {"collect", TEXT("for more requests to share the call")},
    {"quiet", TEXT("for silence")},
    {"window", TEXT("for the end of a window")},
    {"backoff", TEXT("before the next try")},
    {"pause", TEXT("because the server asked everyone to")},
    {"server", TEXT("in the server's queue")},
};

constexpr HelpEntry findings[] = {
    {"#7 | #7..12", TEXT("requests by number")},
    {"queued | back-off | waiting", TEXT("waits by their look; waiting is any of them")},
    {"running | succeeded | failed | timed-out | cancelled", TEXT("attempts by how they stand, and requests that ended so without one")},
    {"dropped | pending", TEXT("requests by their end")},
    {"attempt>2 | try>1 | copy>0", TEXT("by number, with > >= < <= =")},
    {"code:503 | code:offline", TEXT("attempts by their answer")},
    {"wait>300ms | work>1s | length<5ms", TEXT("waits, attempts, or either by their length")},
    {"reason:token", TEXT("waits by what they are for: the words of \"asyncade help events\"")},
};

#undef TEXT

} // namespace

std::span<const HelpEntry> scenarioKeyHelp() { return scenarioKeys; }
std::span<const HelpEntry> metricHelp() { return metrics; }
std::span<const HelpEntry> eventHelp() { return events; }
std::span<const HelpEntry> reasonHelp() { return reasons; }
std::span<const HelpEntry> findHelp() { return findings; }

} // namespace playground
