// SPDX-License-Identifier: MIT
#include <asyncade/gather.h>

#include <asyncade/gather_safe.h>
#include <asyncade/parallel_map.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/seeds.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using support::Luck;

namespace {

/// One operation: how long it takes, how it ends, how long it takes to unwind; deaf, it takes no notice of its token.
struct Plan {
    int time, unwinding;
    bool fails, deaf;
};

/// Random operations, and what is to be seen of them while they run.
class Operations {
public:
    explicit Operations(Luck &luck, int most)
    {
        const int count = luck.below(most);
        for (int i = 0; i < count; ++i)
            plans.push_back({luck.below(8), luck.onceIn(4) ? luck.below(8) : 0, luck.onceIn(6), luck.onceIn(4)});
        stopAt = luck.onceIn(3) ? luck.below(12) : never;
    }
    static constexpr int never = 100'000;

    QCoro::Task<int> operate(std::size_t index, std::stop_token token)
    {
        const Plan plan = plans[index];
        started.push_back(index);
        mostRunning = std::max(mostRunning, ++running);
        const Sleep work = sleepFor(milliseconds(plan.time), plan.deaf ? std::stop_token() : token);
        bool stopped = false;
        try {
            co_await work;
        } catch (const Cancelled &) {
            stopped = true;
        }
        if (stopped && plan.unwinding > 0)
            co_await sleepFor(milliseconds(plan.unwinding));
        --running;
        ended.push_back(index);
        if (stopped)
            throw Cancelled();
        if (plan.fails)
            throw std::runtime_error(std::to_string(index));
        co_return int(index);
    }
    std::vector<std::function<QCoro::Task<int>(std::stop_token)>> all()
    {
        std::vector<std::function<QCoro::Task<int>(std::stop_token)>> operations;
        for (std::size_t i = 0; i < plans.size(); ++i)
            operations.emplace_back([this, i](std::stop_token token) { return operate(i, token); });
        return operations;
    }

    std::vector<Plan> plans;
    int stopAt;
    int running = 0, mostRunning = 0;
    std::vector<std::size_t> started, ended; ///< In that order.
};

/// Awaits what `start(token)` gives and says what came of it, and when; a stop from outside comes behind what is due at its instant.
template <class Start>
std::string outcome(VirtualClock &clock, Operations &operations, Start start)
{
    std::string got;
    std::stop_source stop;
    const auto waiting = [&]() -> QCoro::Task<> {
        auto work = start(stop.get_token());
        try {
            const std::vector<int> values = co_await work;
            got = "values";
            for (const int value : values)
                got += " " + std::to_string(value);
        } catch (const Cancelled &) {
            got = "cancelled";
        } catch (const std::exception &error) {
            got = std::string("error ") + error.what();
        }
        got += " at " + support::milliseconds(Clock::current().now());
        if (operations.running != 0)
            got += " and something still runs";
    };
    const auto running = waiting();
    const auto stopping = support::stopAfter(milliseconds(operations.stopAt), stop);
    clock.run();
    return got;
}

/// What gather must come to. Operations that only yield are ready already when somebody fails, and end by themselves.
class GatherModel {
public:
    explicit GatherModel(const Operations &operations)
    {
        const auto &plans = operations.plans;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < plans.size(); ++i)
            order.push_back(i);
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return plans[i].time; });
        int decided = Operations::never, end = 0;
        std::vector<std::string> late;
        bool cancelled = false; // The one who is told of is whoever was stopped first.
        std::optional<std::size_t> failed;
        for (const std::size_t i : order) {
            const Plan &plan = plans[i];
            if (decided == Operations::never && operations.stopAt < plan.time)
                decided = operations.stopAt;
            const bool stopped = decided < Operations::never && plan.time > 0 && !plan.deaf;
            const int ends = stopped ? decided + plan.unwinding : plan.time;
            end = std::max(end, ends);
            if (stopped) {
                m_endings.push_back({ends, i, true, false});
                continue;
            }
            m_endings.push_back({ends, i, false, plan.fails});
            if (plan.fails && decided == Operations::never)
                decided = plan.time;
        }
        // Whatever ended first with an error is thrown; failures behind it are reported.
        std::ranges::stable_sort(m_endings, {}, &Ending::time);
        for (const Ending &ending : m_endings) {
            if (!ending.cancelled && !ending.failed)
                continue;
            if (!failed && !cancelled) {
                cancelled = ending.cancelled;
                if (!cancelled)
                    failed = ending.index;
            } else if (ending.failed) {
                ++reported;
            }
        }
        text = failed ? "error " + std::to_string(*failed) : cancelled ? "cancelled" : "values";
        for (std::size_t i = 0; i < plans.size() && !failed && !cancelled; ++i)
            text += " " + std::to_string(i);
        text += " at " + std::to_string(end);
    }
    std::string text;
    int reported = 0;

private:
    struct Ending {
        int time;
        std::size_t index;
        bool cancelled, failed;
    };
    std::vector<Ending> m_endings;
};

std::string gatherHistory(std::uint64_t seed)
{
    Luck luck(seed);
    VirtualClock clock;
    Operations operations(luck, 7);
    const GatherModel model(operations);
    const support::ReportedErrors reported;
    const std::string got = outcome(clock, operations, [&](std::stop_token token) { return gather(operations.all(), token); });
    if (reported.texts().size() != model.reported)
        return std::to_string(reported.texts().size()) + " errors were reported, not " + std::to_string(model.reported);
    return support::difference(model.text, got);
}

/// Each its own result: a failure disturbs nobody, nothing is reported, and all have ended.
std::string gatherSafeHistory(std::uint64_t seed)
{
    Luck luck(seed);
    VirtualClock clock;
    Operations operations(luck, 7);
    std::vector<int> ends;
    const support::ReportedErrors reported;
    const std::string got = outcome(clock, operations, [&](std::stop_token token) -> QCoro::Task<std::vector<int>> {
        auto gathering = gatherSafe(operations.all(), token);
        const auto results = co_await gathering;
        std::vector<int> values;
        for (const TaskResult<int> &result : results) {
            values.push_back(result.succeeded() ? result.value() : result.status() == TaskStatus::Cancelled ? -2 : -1);
            ends.push_back(int(result.ended() / 1ms));
        }
        co_return values;
    });
    std::string expected = "values";
    int last = 0;
    for (std::size_t i = 0; i < operations.plans.size(); ++i) {
        const Plan &plan = operations.plans[i];
        const bool stopped = !plan.deaf && plan.time > operations.stopAt;
        expected += stopped ? " -2" : plan.fails ? " -1" : " " + std::to_string(i);
        const int end = stopped ? operations.stopAt + plan.unwinding : plan.time;
        if (ends.size() <= i || ends[i] != end)
            return "operation " + std::to_string(i) + " did not end at " + std::to_string(end);
        last = std::max(last, end);
    }
    if (!reported.texts().isEmpty())
        return "an error was reported";
    return support::difference(expected + " at " + std::to_string(last), got);
}

/// A map of at most `limit` at a time: started in order, never over the limit, never an idle slot, results in order; a failure or a stop
/// ends it, and nothing outlives it.
std::string mapHistory(std::uint64_t seed)
{
    Luck luck(seed);
    VirtualClock clock;
    Operations operations(luck, 12);
    for (Plan &plan : operations.plans)
        ++plan.time; // Who only yields is not told apart by time.
    const int limit = luck.between(1, 4);
    const bool pullAhead = luck.onceIn(2);
    const support::ReportedErrors reported;
    std::vector<int> items;
    for (int i = 0; i < int(operations.plans.size()); ++i)
        items.push_back(i);
    const std::string got = outcome(clock, operations, [&](std::stop_token token) {
        const auto operate = [&](int item, std::stop_token inner) { return operations.operate(std::size_t(item), inner); };
        return mapParallel(items, operate, {.maxConcurrency = limit, .pullAhead = pullAhead}, token);
    });
    if (operations.mostRunning > limit)
        return std::to_string(operations.mostRunning) + " at a time, not " + std::to_string(limit);
    if (!std::ranges::is_sorted(operations.started))
        return "not started in order";

    bool mayFail = operations.stopAt < Operations::never;
    std::vector<int> freeAt(std::size_t(limit), 0); // When each slot is free again, if nothing fails.
    int end = 0;
    for (const Plan &plan : operations.plans) {
        mayFail |= plan.fails;
        const auto slot = std::ranges::min_element(freeAt);
        end = std::max(end, *slot += plan.time);
    }
    std::string values = "values";
    for (const int item : items)
        values += " " + std::to_string(item);
    if (!mayFail)
        return support::difference(values + " at " + std::to_string(end), got);
    if (got.ends_with("still runs"))
        return got;
    if (got.starts_with("values"))
        return support::difference(values, got.substr(0, got.find(" at ")));
    if (got.starts_with("error ")) {
        const auto failed = std::size_t(std::stoi(got.substr(6)));
        if (!operations.plans[failed].fails)
            return "another error: " + got;
        // The others that took part had failed later, or not at all; none began after the failure.
        const auto seen = std::ranges::find(operations.ended, failed);
        for (auto ended = operations.ended.begin(); ended != seen; ++ended) {
            if (operations.plans[*ended].fails && operations.plans[*ended].deaf)
                return "an earlier failure was passed over";
        }
    } else if (operations.stopAt == Operations::never) {
        return "nobody stopped it, but: " + got;
    }
    return {};
}

} // namespace

class GatherPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void gatherGivesAllInOrderOrTheFirstFailureAndNothingOutlivesIt() { QCOMPARE(QString::fromStdString(support::firstProblem(gatherHistory)), QString()); }
    void gatherSafeGivesEachItsOwnResult() { QCOMPARE(QString::fromStdString(support::firstProblem(gatherSafeHistory)), QString()); }
    void mapParallelIsNeverOverItsLimitAndNothingOutlivesIt() { QCOMPARE(QString::fromStdString(support::firstProblem(mapHistory)), QString()); }
};

QTEST_GUILESS_MAIN(GatherPropertyTest)
#include "gather_property_test.moc"
