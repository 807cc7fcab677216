// SPDX-License-Identifier: MIT
#include "cli/help_tables.h"

#include <QtGlobal>

namespace playground {

namespace {

constexpr HelpEntry scenarioKeys[] = {
    {"version", QT_TRANSLATE_NOOP("HelpTables", "Always 1.")},
    {"name", QT_TRANSLATE_NOOP("HelpTables", "Letters a to z, digits and \"-\"; without it the file's name.")},
    {"title", QT_TRANSLATE_NOOP("HelpTables", "What people read; without it the name.")},
    {"group", QT_TRANSLATE_NOOP("HelpTables", "many-at-once, shape-the-flow, when-things-fail or mine.")},
    {"seed", QT_TRANSLATE_NOOP("HelpTables", "The luck of the run, 0 to 2^53-1: the same seed gives every pattern the same luck.")},
    {"until", QT_TRANSLATE_NOOP("HelpTables", "Cuts the run at this time; what is open then is pending.")},
    {"edits", QT_TRANSLATE_NOOP("HelpTables", "Changes during the run: [{\"at\": \"1.2s\", \"set\": {\"pattern.limit\": 8}}].")},
    {"compare", QT_TRANSLATE_NOOP("HelpTables", "Up to 3 other patterns or policies to run beside it.")},
    {"challenge", QT_TRANSLATE_NOOP("HelpTables", "Thresholds on keys of the report: {\"virtualTimeMs\": \"<= 2000\"}.")},
    {"info", QT_TRANSLATE_NOOP("HelpTables", "Texts for people: what, how, use, notice, try, further.")},
};

constexpr HelpEntry metrics[] = {
    {"virtualTimeMs", QT_TRANSLATE_NOOP("HelpTables", "Time of the last settlement; with pending requests that of the last event, or until.")},
    {"requests", QT_TRANSLATE_NOOP("HelpTables", "How many the source makes, arrived or not. Each ends in exactly one of the next six ways.")},
    {"succeeded", QT_TRANSLATE_NOOP("HelpTables", "Settled with a result.")},
    {"failed", QT_TRANSLATE_NOOP("HelpTables", "Settled with an error that is not a timeout policy's.")},
    {"timedOut", QT_TRANSLATE_NOOP("HelpTables", "Settled with the error of a timeout policy.")},
    {"cancelled", QT_TRANSLATE_NOOP("HelpTables", "Stopped by a sibling's failure, a winner, a newer call or the user; also when it never arrived.")},
    {"dropped", QT_TRANSLATE_NOOP("HelpTables", "Its value was never dispatched (debounce, throttle).")},
    {"pending", QT_TRANSLATE_NOOP("HelpTables", "Unsettled when nothing more could happen, or at until.")},
    {"defaulted", QT_TRANSLATE_NOOP("HelpTables", "Succeeded with the default value of a timeout policy.")},
    {"attempts", QT_TRANSLATE_NOOP("HelpTables", "Arrivals at the backend: each retry and each hedge copy counts.")},
    {"wastedAttempts", QT_TRANSLATE_NOOP("HelpTables", "Attempts that did not give their call its successful result.")},
    {"wastedMs", QT_TRANSLATE_NOOP("HelpTables", "The sum of their lengths.")},
    {"refused", QT_TRANSLATE_NOOP("HelpTables", "Attempts turned away by the backend's rate or capacity.")},
    {"rejected", QT_TRANSLATE_NOOP("HelpTables", "Calls turned away by an open breaker.")},
    {"maxInFlight", QT_TRANSLATE_NOOP("HelpTables", "The most attempts begun and not ended at one instant.")},
    {"throughputPerSecond", QT_TRANSLATE_NOOP("HelpTables", "succeeded by virtual time.")},
    {"latencyMs", QT_TRANSLATE_NOOP("HelpTables", "From arrival to settlement, of succeeded requests: min, mean, p50, p95, p99, max.")},
    {"waitMs", QT_TRANSLATE_NOOP("HelpTables", "Time in waits other than back-off and the server's queue, of requests with an attempt: mean, max.")},
    {"challenge", QT_TRANSLATE_NOOP("HelpTables", "Whether the scenario's thresholds are met; null without any.")},
    {"wallClock", QT_TRANSLATE_NOOP("HelpTables", "With --wall-clock alone: that it is not reproducible, whether it was stopped, how many timers came, and how much later than asked: p50, p99, max.")},
};

constexpr HelpEntry events[] = {
    {"part", QT_TRANSLATE_NOOP("HelpTables", "part, kind, path, name: something to wait for or pass through, once before its first use.")},
    {"arrive", QT_TRANSLATE_NOOP("HelpTables", "request, text: the request is handed to the pattern.")},
    {"join", QT_TRANSLATE_NOOP("HelpTables", "request, lead: the request will travel in the lead's call.")},
    {"wait", QT_TRANSLATE_NOOP("HelpTables", "request, try, copy, part, reason, until, ahead: just before it suspends.")},
    {"go", QT_TRANSLATE_NOOP("HelpTables", "request, try, copy, part, how, from: the wait is over, or there was none to be done.")},
    {"free", QT_TRANSLATE_NOOP("HelpTables", "request, part: a permit is given back.")},
    {"dispatch", QT_TRANSLATE_NOOP("HelpTables", "request: the call enters the policies.")},
    {"attempt", QT_TRANSLATE_NOOP("HelpTables", "request, number, try, copy: work starts.")},
    {"attemptEnd", QT_TRANSLATE_NOOP("HelpTables", "request, number, outcome, code, retryAfter, cause: work has ended, or was abandoned.")},
    {"settle", QT_TRANSLATE_NOOP("HelpTables", "request, outcome, number, defaulted, cause: the request has its end.")},
    {"level", QT_TRANSLATE_NOOP("HelpTables", "part, name, value, slope, limit: tokens, timers, limits when edited.")},
    {"edit, mark", QT_TRANSLATE_NOOP("HelpTables", "path, old, new / text: a number was changed / a mark was set.")},
    {"end", QT_TRANSLATE_NOOP("HelpTables", "done, idle, until or stopped: nothing more will come.")},
};

constexpr HelpEntry reasons[] = {
    {"slot", QT_TRANSLATE_NOOP("HelpTables", "for a free slot of a limit")},
    {"token", QT_TRANSLATE_NOOP("HelpTables", "for a token of a rate")},
    {"turn", QT_TRANSLATE_NOOP("HelpTables", "for the one before to end")},
    {"batch", QT_TRANSLATE_NOOP("HelpTables", "for the batch before, or for its pause")},
    {"collect", QT_TRANSLATE_NOOP("HelpTables", "for more requests to share the call")},
    {"quiet", QT_TRANSLATE_NOOP("HelpTables", "for silence")},
    {"window", QT_TRANSLATE_NOOP("HelpTables", "for the end of a window")},
    {"backoff", QT_TRANSLATE_NOOP("HelpTables", "before the next try")},
    {"pause", QT_TRANSLATE_NOOP("HelpTables", "because the server asked everyone to")},
    {"server", QT_TRANSLATE_NOOP("HelpTables", "in the server's queue")},
};

constexpr HelpEntry findings[] = {
    {"#7 | #7..12", QT_TRANSLATE_NOOP("HelpTables", "requests by number")},
    {"queued | back-off | waiting", QT_TRANSLATE_NOOP("HelpTables", "waits by their look; waiting is any of them")},
    {"running | succeeded | failed | timed-out | cancelled", QT_TRANSLATE_NOOP("HelpTables", "attempts by how they stand, and requests that ended so without one")},
    {"dropped | pending", QT_TRANSLATE_NOOP("HelpTables", "requests by their end")},
    {"attempt>2 | try>1 | copy>0", QT_TRANSLATE_NOOP("HelpTables", "by number, with > >= < <= =")},
    {"code:503 | code:offline", QT_TRANSLATE_NOOP("HelpTables", "attempts by their answer")},
    {"wait>300ms | work>1s | length<5ms", QT_TRANSLATE_NOOP("HelpTables", "waits, attempts, or either by their length")},
    {"reason:token", QT_TRANSLATE_NOOP("HelpTables", "waits by what they are for: the words of \"asyncade help events\"")},
};

} // namespace

std::span<const HelpEntry> scenarioKeyHelp() { return scenarioKeys; }
std::span<const HelpEntry> metricHelp() { return metrics; }
std::span<const HelpEntry> eventHelp() { return events; }
std::span<const HelpEntry> reasonHelp() { return reasons; }
std::span<const HelpEntry> findHelp() { return findings; }

} // namespace playground
