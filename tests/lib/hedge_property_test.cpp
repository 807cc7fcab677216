// SPDX-License-Identifier: MIT
#include <asyncade/hedge.h>

#include <asyncade/keep_latest.h>
#include <asyncade/virtual_clock.h>

#include "support/planned_work.h"
#include "support/reported_errors.h"
#include "support/work.h"

#include <QTest>

#include <optional>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::Ending;
using support::Luck;
using support::never;
using support::PlannedWork;

namespace {

/// What hedge must come to: at each instant that matters, worked out from the ends of the copies that have begun.
class HedgeModel {
public:
    HedgeModel(const PlannedWork &work, nanoseconds delay, nanoseconds stopAt)
    {
        const auto &plans = work.plans;
        // Natural ends decide: the first success, or the end of all that have begun, or the stop. Then nothing more begins.
        std::size_t begun = 0;
        nanoseconds decided = stopAt;
        for (; begun < plans.size(); ++begun) {
            const nanoseconds start = delay * int(begun);
            nanoseconds lastEnd{}, success = never;
            for (std::size_t i = 0; i < begun; ++i) {
                const nanoseconds end = delay * int(i) + plans[i].time;
                lastEnd = std::max(lastEnd, end);
                if (!plans[i].fails)
                    success = std::min(success, end);
            }
            if (begun > 0 && (std::min(success, stopAt) <= start || lastEnd <= start))
                break;
        }
        for (std::size_t i = 0; i < begun; ++i) {
            if (!plans[i].fails)
                decided = std::min(decided, delay * int(i) + plans[i].time);
        }
        std::vector<Ending> endings;
        for (std::size_t i = 0; i < begun; ++i)
            endings.push_back(support::endingOf(plans[i], i, delay * int(i), decided));
        std::ranges::stable_sort(endings, {}, &Ending::time);
        std::optional<Ending> winner, failed;
        int failures = 0;
        nanoseconds end{};
        for (const Ending &ending : endings) {
            end = std::max(end, ending.time);
            if (ending.how == Ending::Value && !winner) {
                winner = ending;
                failures = 0; // Those before it are passed over.
            } else if (ending.how == Ending::Error) {
                ++failures;
                if (!failed)
                    failed = ending;
            }
        }
        started = begun;
        const bool stopped = stopAt <= end;
        reported = !winner && !stopped ? failures - 1 : failures;
        Ending result = winner ? *winner : stopped ? Ending{{}, 0, Ending::Cancelled} : *failed;
        result.time = end;
        text = support::endingText(result);
    }
    std::string text;
    std::size_t started = 0;
    int reported = 0;
};

std::string hedgeHistory(std::uint64_t seed)
{
    Luck luck(seed);
    PlannedWork work(luck, luck.between(2, 4));
    const nanoseconds delay = luck.onceIn(5) ? 0ns : support::moment(luck, 6);
    const bool stoppedBefore = luck.onceIn(20);
    const nanoseconds stopAt = luck.onceIn(3) ? support::moment(luck, 14) : never;
    VirtualClock clock;
    const support::ReportedErrors reported;
    std::stop_source stop;
    if (stoppedBefore)
        stop.request_stop();
    std::size_t copies = 0;
    const auto operate = [&](std::stop_token token) { return work.run(copies++, token); };
    const auto start = [&] { return hedge(operate, {.delay = delay, .copies = int(work.plans.size()) - 1}, stop.get_token()); };
    std::string got;
    const auto running = support::noteOutcome(start, got);
    const auto stopping = support::stopAfter(stopAt, stop);
    clock.run();
    if (work.running != 0)
        return "something still runs";
    if (stoppedBefore)
        return copies > 0 ? "started though it was stopped before" : support::difference("cancelled at 0", got);
    const HedgeModel model(work, delay, stopAt);
    if (copies != model.started)
        return std::to_string(copies) + " copies, not " + std::to_string(model.started);
    if (reported.texts().size() != model.reported)
        return std::to_string(reported.texts().size()) + " errors were reported, not " + std::to_string(model.reported);
    return support::difference(model.text, got);
}

/// Calls at random times, each with a token of its own; sometimes all are called off, and at the end KeepLatest goes away.
std::string keepLatestHistory(std::uint64_t seed)
{
    Luck luck(seed);
    PlannedWork work(luck, luck.below(7));
    const std::size_t count = work.plans.size();
    std::vector<nanoseconds> begins, stops;
    for (std::size_t i = 0; i < count; ++i) {
        begins.push_back(support::moment(luck, 20));
        stops.push_back(luck.onceIn(3) ? support::moment(luck, 25) : never);
    }
    const nanoseconds cancelAt = luck.onceIn(2) ? support::moment(luck, 20) : never, goneAt = support::moment(luck, 10) + 20ms;
    VirtualClock clock;
    const support::ReportedErrors reported;
    std::optional<KeepLatest> latest(std::in_place);
    std::vector<std::stop_source> sources(count);
    std::vector<std::string> got(count);
    const auto callOne = [&](std::size_t i) -> QCoro::Task<> {
        co_await sleepUntil(begins[i]);
        const auto operate = [&, i](std::stop_token token) { return work.run(i, token); };
        const auto start = [&] { return latest->run(operate, sources[i].get_token()); };
        auto noting = support::noteOutcome(start, got[i]);
        co_await noting;
    };
    const auto callOff = [&]() -> QCoro::Task<> {
        co_await sleepUntil(std::min(cancelAt, goneAt));
        latest->cancel();
        co_await sleepUntil(goneAt);
        latest.reset();
    };
    std::vector<QCoro::Task<>> tasks;
    for (std::size_t i = 0; i < count; ++i) {
        tasks.push_back(callOne(i));
        tasks.push_back(support::stopAfter(stops[i], sources[i]));
    }
    tasks.push_back(callOff());
    clock.run();
    int lost = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Ending ending{begins[i], i, Ending::Cancelled};
        if (stops[i] > begins[i]) {
            nanoseconds superseded = cancelAt > begins[i] ? std::min(cancelAt, goneAt) : goneAt;
            for (std::size_t other = 0; other < count; ++other) {
                if (begins[other] > begins[i] && stops[other] > begins[other])
                    superseded = std::min(superseded, begins[other]);
            }
            ending = support::endingOf(work.plans[i], i, begins[i], std::min(stops[i], superseded));
            if (ending.time > superseded) { // Nobody wants it any more.
                lost += ending.how == Ending::Error;
                ending.how = Ending::Cancelled;
            }
        } else if (work.started[i] != never) {
            return "call " + std::to_string(i) + " was started though it was stopped before";
        }
        const std::string problem = support::difference(support::endingText(ending), got[i]);
        if (!problem.empty())
            return problem;
    }
    if (reported.texts().size() != lost)
        return std::to_string(reported.texts().size()) + " errors were reported, not " + std::to_string(lost);
    return work.running != 0 ? "something still runs" : std::string();
}

} // namespace

class HedgePropertyTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstSuccessWinsAndNothingOutlivesIt() { QCOMPARE(QString::fromStdString(support::firstProblem(hedgeHistory)), QString()); }
    void keepLatestLetsOnlyTheNewestCallCount() { QCOMPARE(QString::fromStdString(support::firstProblem(keepLatestHistory)), QString()); }
};

QTEST_GUILESS_MAIN(HedgePropertyTest)
#include "hedge_property_test.moc"
