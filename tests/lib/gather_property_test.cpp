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
#include <set>
#include <string>
#include <utility>
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
    static constexpr int never = 100'000, before = -1; ///< For `stopAt`.

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
    if (operations.stopAt == Operations::before)
        stop.request_stop();
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

/// What mapParallel must come to, worked out event by event: at one instant whoever began to sleep first is resumed first.
class MapModel {
public:
    MapModel(const Operations &operations, int limit, bool pullAhead) : m_plans(operations.plans), m_free(limit), m_pullAhead(pullAhead)
    {
        if (operations.stopAt == Operations::before) {
            text = "cancelled at 0";
            return;
        }
        start();
        if (operations.stopAt != Operations::never)
            add(operations.stopAt, What::Stop);
        while (!m_events.empty()) {
            const auto [time, arrival, what, index] = *m_events.begin();
            m_events.erase(m_events.begin());
            m_now = time;
            if (what == What::Stop)
                stop();
            else
                end(index, what == What::Unwound);
        }
        const bool complete = m_next == m_plans.size();
        text = failed ? "error " + std::to_string(*failed) : m_cancelled || !complete ? "cancelled" : "values";
        for (std::size_t i = 0; i < m_plans.size() && text.starts_with("values"); ++i)
            text += " " + std::to_string(i);
        text += " at " + std::to_string(m_end);
    }
    std::string text;
    std::optional<std::size_t> failed;
    int reported = 0;

private:
    enum class What { End, Unwound, Stop };
    struct Event {
        int time, arrival;
        What what;
        std::size_t index;
        auto operator<=>(const Event &) const = default;
    };
    void add(int time, What what, std::size_t index = 0) { m_events.insert({time, m_arrivals++, what, index}); }
    void start()
    {
        for (; m_free > 0 && m_next < m_plans.size() && !m_stopped; --m_free)
            add(m_now + m_plans[m_next].time, What::End, m_next), ++m_next;
    }
    void end(std::size_t index, bool wasStopped)
    {
        m_end = m_now;
        ++m_free;
        if (wasStopped)
            recordCancelled();
        else if (m_plans[index].fails)
            fail(index);
        start();
    }
    void recordCancelled() { m_cancelled |= !failed; }
    void fail(std::size_t index)
    {
        if (failed || m_cancelled) {
            ++reported;
            return;
        }
        failed = index;
        stop();
    }
    void stop()
    {
        if (std::exchange(m_stopped, true))
            return;
        const std::set<Event> events = m_events;
        for (const Event &event : events) {
            if (event.what != What::End || m_plans[event.index].deaf)
                continue;
            m_events.erase(event);
            if (m_plans[event.index].unwinding > 0)
                add(m_now + m_plans[event.index].unwinding, What::Unwound, event.index);
            else
                end(event.index, true);
        }
        if (m_pullAhead && m_next < m_plans.size())
            recordCancelled(); // Pulled, and waiting for a slot.
        if (m_next < m_plans.size() || m_cancelled)
            m_end = std::max(m_end, m_now);
    }

    const std::vector<Plan> &m_plans;
    std::set<Event> m_events;
    std::size_t m_next = 0;
    int m_free, m_now = 0, m_end = 0, m_arrivals = 0;
    bool m_pullAhead, m_stopped = false, m_cancelled = false;
};

/// A map of at most `limit` at a time: started in order, never over the limit, never an idle slot, results in order; the first failure
/// or a stop ends it as its model says, and nothing outlives it.
std::string mapHistory(std::uint64_t seed)
{
    Luck luck(seed);
    VirtualClock clock;
    Operations operations(luck, 12);
    for (Plan &plan : operations.plans)
        ++plan.time; // Who only yields is not told apart by time.
    if (luck.onceIn(20))
        operations.stopAt = Operations::before;
    const int limit = luck.between(1, 4);
    const bool pullAhead = luck.onceIn(2);
    const support::ReportedErrors reported;
    std::vector<int> items;
    for (int i = 0; i < int(operations.plans.size()); ++i)
        items.push_back(i);
    const MapModel model(operations, limit, pullAhead);
    const std::string got = outcome(clock, operations, [&](std::stop_token token) {
        const auto operate = [&](int item, std::stop_token inner) { return operations.operate(std::size_t(item), inner); };
        return mapParallel(items, operate, {.maxConcurrency = limit, .pullAhead = pullAhead}, token);
    });
    if (operations.mostRunning > limit)
        return std::to_string(operations.mostRunning) + " at a time, not " + std::to_string(limit);
    if (!std::ranges::is_sorted(operations.started))
        return "not started in order";
    if (operations.stopAt == Operations::before && !operations.started.empty())
        return "started though it was stopped before";
    if (reported.texts().size() != model.reported)
        return std::to_string(reported.texts().size()) + " errors were reported, not " + std::to_string(model.reported);
    return support::difference(model.text, got);
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
