// SPDX-License-Identifier: MIT
#include <asyncade/any_of.h>
#include <asyncade/as_completed.h>
#include <asyncade/race.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

/// One operation: how long it takes, how it ends, how long it takes to unwind.
struct Plan {
    int time, unwinding;
    bool fails;
};

/// What a history of random operations should come to, worked out without coroutines, beside what it does.
class History {
public:
    explicit History(std::uint64_t seed) : m_random(seed)
    {
        const int count = 1 + draw(6);
        for (int i = 0; i < count; ++i)
            m_plans.push_back({draw(8), draw(4) == 0 ? draw(8) : 0, draw(2) == 0});
        m_stopAt = draw(3) == 0 ? draw(8) : 1000;
    }

    std::string race() { return compare(false, run([&](std::stop_token token) { return asyncade::race(operations(), token); })); }
    std::string anyOf() { return compare(true, run([&](std::stop_token token) { return asyncade::anyOf(operations(), token); })); }

    /// All results come, each once, in the order of (time, index), unless the reader leaves early: then everything is unwound.
    std::string asCompleted()
    {
        const std::size_t most = m_stopAt < 1000 ? std::size_t(m_stopAt) : m_plans.size();
        std::vector<std::size_t> order;
        const auto read = [&]() -> QCoro::Task<> {
            auto results = asyncade::asCompleted(operations());
            while (order.size() < most) {
                const auto done = co_await results.next();
                if (!done)
                    break;
                order.push_back(done->index);
            }
        };
        const support::ReportedErrors reported;
        m_clock.run(read);
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < m_plans.size(); ++i)
            expected.push_back(i);
        std::ranges::stable_sort(expected, {}, [&](std::size_t i) { return m_plans[i].time; });
        expected.resize(std::min(most, expected.size()));
        if (order != expected)
            return "another order";
        return m_running != 0 && m_unwindable ? "something outlived it" : "";
    }

private:
    int draw(int below) { return int(m_random() % std::uint64_t(below)); }

    QCoro::Task<int> operate(std::size_t index, std::stop_token token)
    {
        ++m_running;
        const Plan plan = m_plans[index];
        const Sleep work = sleepFor(milliseconds(plan.time), token);
        bool stopped = false;
        try {
            co_await work;
        } catch (const Cancelled &) {
            stopped = true;
        }
        if (stopped && plan.unwinding > 0) {
            m_unwindable = false; // It waits without its token.
            co_await sleepFor(milliseconds(plan.unwinding));
        }
        --m_running;
        if (stopped)
            throw Cancelled();
        if (plan.fails)
            throw std::runtime_error(std::to_string(index));
        co_return int(index);
    }
    std::vector<Operation> operations()
    {
        std::vector<Operation> all;
        for (std::size_t i = 0; i < m_plans.size(); ++i)
            all.emplace_back([this, i](std::stop_token token) { return operate(i, token); });
        return all;
    }

    template <class Start>
    std::string run(Start start)
    {
        const support::ReportedErrors reported;
        std::string got;
        std::stop_source stop;
        const auto waiting = [&]() -> QCoro::Task<> {
            auto work = start(stop.get_token());
            try {
                const Winner<int> winner = co_await work;
                got = "value " + std::to_string(winner.value);
                if (int(winner.index) != winner.value)
                    got += " with another index";
            } catch (const Cancelled &) {
                got = "cancelled";
            } catch (const AllFailed &failed) {
                got = "all " + std::to_string(failed.errors().size());
            } catch (const std::runtime_error &error) {
                got = std::string("error ") + error.what();
            }
            got += " at " + std::to_string(Clock::current().now() / 1ms);
            if (m_running != 0)
                got += " and something still runs";
        };
        auto running = waiting();
        auto stopping = support::stopAfter(milliseconds(m_stopAt), stop); // Comes behind what is due at the same instant.
        m_clock.run();
        return got;
    }

    /// In the order in which they settle; those that have not settled when the decision falls are stopped then.
    std::string compare(bool onlySuccess, const std::string &got)
    {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_plans.size(); ++i)
            order.push_back(i);
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return m_plans[i].time; });
        const auto decisive = std::ranges::find_if(order, [&](std::size_t i) { return !onlySuccess || !m_plans[i].fails; });
        const int last = m_plans[order.back()].time;
        const int decided = decisive != order.end() ? m_plans[*decisive].time : last;
        int end = std::min(decided, m_stopAt < decided ? m_stopAt : decided);
        const bool stopped = m_stopAt < decided;
        std::string expected;
        if (stopped)
            expected = "cancelled";
        else if (decisive == order.end())
            expected = "all " + std::to_string(m_plans.size());
        else
            expected = (m_plans[*decisive].fails ? "error " : "value ") + std::to_string(*decisive);
        const int decision = end;
        for (std::size_t i = 0; i < m_plans.size(); ++i) {
            const bool isStopped = stopped ? m_plans[i].time > decision
                                           : decisive != order.end() && std::ranges::find(decisive + 1, order.end(), i) != order.end();
            if (isStopped && m_plans[i].time > 0) // Who only yielded is ready already, and ends by itself.
                end = std::max(end, decision + m_plans[i].unwinding);
        }
        expected += " at " + std::to_string(end);
        return got == expected ? "" : "expected " + expected + ", got " + got;
    }

    std::mt19937_64 m_random;
    VirtualClock m_clock;
    std::vector<Plan> m_plans;
    int m_stopAt = 0;
    int m_running = 0;
    bool m_unwindable = true;
};

/// Runs many histories; the first problem with its seed.
template <class Run>
std::string firstProblem(Run run)
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        History history(seed);
        const std::string problem = run(history);
        if (!problem.empty())
            return "seed " + std::to_string(seed) + ": " + problem;
    }
    return {};
}

} // namespace

class RacePropertyTest : public QObject {
    Q_OBJECT

private slots:
    void raceIsWonByTheFirstToSettle() { QCOMPARE(firstProblem([](History &history) { return history.race(); }), std::string()); }
    void anyOfIsWonByTheFirstSuccess() { QCOMPARE(firstProblem([](History &history) { return history.anyOf(); }), std::string()); }
    void asCompletedGivesEachOnceInOrder()
    {
        QCOMPARE(firstProblem([](History &history) { return history.asCompleted(); }), std::string());
    }
};

QTEST_GUILESS_MAIN(RacePropertyTest)
#include "race_property_test.moc"
