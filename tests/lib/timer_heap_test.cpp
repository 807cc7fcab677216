// SPDX-License-Identifier: MIT
#include <asyncade/detail/timer_heap.h>

#include "support/seeds.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using asyncade::detail::Lane;
using asyncade::detail::TimerHeap;

namespace {

class Bell final : public asyncade::detail::Timer {
public:
    int rung = 0;
    bool wasArmedWhenItRang = false;
    std::function<void()> then;

private:
    void fire() noexcept override
    {
        ++rung;
        wasArmedWhenItRang |= armed();
        if (then)
            then();
    }
};

/// One random history of a heap beside a sorted set.
class History {
public:
    explicit History(std::uint64_t seed) : m_luck(seed), m_bells(std::size_t(m_luck.between(1, 24)))
    {
        m_times = m_luck.between(1, 12);
        m_removals = m_luck.between(1, 4);
    }

    /// Empty, or what went wrong.
    std::string run()
    {
        for (int step = 0; step < 120 && m_problem.empty(); ++step) {
            doOne();
            compare("step " + std::to_string(step));
            if (step % 40 == 0)
                compareAll(step / 40 % 2, "step " + std::to_string(step));
        }
        while (m_problem.empty() && !m_set.empty()) {
            fire();
            compare("in the end");
        }
        return m_problem;
    }

private:
    using Key = std::tuple<int, int, int, std::size_t>; ///< Due, lane, arrival, bell.

    void doOne()
    {
        const int dice = m_luck.below(6 + m_removals);
        const auto bell = std::size_t(m_luck.below(int(m_bells.size())));
        if (m_luck.onceIn(200)) {
            m_heap.clear();
            m_set.clear();
        } else if (dice < 4) {
            if (!m_bells[bell].armed())
                add(bell);
        } else if (dice < 4 + m_removals) {
            m_heap.remove(m_bells[bell]); // Which may not be in it.
            std::erase_if(m_set, [&](const Key &key) { return std::get<3>(key) == bell; });
        } else if (!m_set.empty()) {
            fire();
        }
    }

    void add(std::size_t bell)
    {
        const int due = m_luck.below(m_times);
        const int lane = m_luck.below(2);
        m_heap.add(m_bells[bell], std::chrono::nanoseconds(due), Lane(lane));
        m_set.emplace(due, lane, m_arrivals++, bell);
    }

    /// Sometimes the one that is fired goes in again at once, as a timer that was moved does.
    void fire()
    {
        const std::size_t first = std::get<3>(*m_set.begin());
        Bell &bell = m_bells[first];
        m_set.erase(m_set.begin());
        const int before = bell.rung;
        if (m_luck.onceIn(4) && m_arrivals < 200)
            bell.then = [this, first] { add(first); };
        m_heap.fireNext();
        bell.then = nullptr;
        if (bell.rung != before + 1)
            fail("bell " + std::to_string(first) + " was not the first");
        if (bell.wasArmedWhenItRang)
            fail("bell " + std::to_string(first) + " rang while it was in the heap");
    }

    void compare(const std::string &when)
    {
        if (m_heap.empty() != m_set.empty())
            fail(when + (m_set.empty() ? ": not empty" : ": empty"));
        else if (!m_set.empty() && m_heap.nextDue().count() != std::get<0>(*m_set.begin()))
            fail(when + ": due at " + std::to_string(m_heap.nextDue().count()) + ", not " + std::to_string(std::get<0>(*m_set.begin())));
        std::vector<bool> armed(m_bells.size());
        for (const Key &key : m_set)
            armed[std::get<3>(key)] = true;
        for (std::size_t bell = 0; bell < m_bells.size(); ++bell) {
            if (m_bells[bell].armed() != armed[bell])
                fail(when + ": bell " + std::to_string(bell) + (armed[bell] ? " is not armed" : " is armed"));
        }
    }

    /// Those of one lane, in the order in which they came.
    void compareAll(int lane, const std::string &when)
    {
        std::map<int, const asyncade::detail::Timer *> byArrival;
        for (const auto &[due, keyLane, arrival, bell] : m_set) {
            if (keyLane == lane)
                byArrival[arrival] = &m_bells[bell];
        }
        if (!std::ranges::equal(m_heap.all(Lane(lane)), std::views::values(byArrival)))
            fail(when + ": not all of lane " + std::to_string(lane) + ", or not in their order");
    }

    void fail(const std::string &problem)
    {
        if (m_problem.empty())
            m_problem = problem;
    }

    support::Luck m_luck;
    std::vector<Bell> m_bells; ///< Never grows: a heap points to them.
    TimerHeap m_heap;
    std::set<Key> m_set;
    int m_times = 0, m_removals = 0, m_arrivals = 0;
    std::string m_problem;
};

} // namespace

class TimerHeapTest : public QObject {
    Q_OBJECT

private slots:
    void ordersByTimeThenLaneThenArrival();
    void mayLoseTheFirstOfOneAndTheFirstOfMany();
    void aTimerMayDieOnceItIsRemoved();
    void behavesAsASortedSetInRandomHistories();
};

void TimerHeapTest::ordersByTimeThenLaneThenArrival()
{
    TimerHeap heap;
    std::array<Bell, 4> bells;
    std::string order;
    for (std::size_t i = 0; i < bells.size(); ++i)
        bells[i].then = [&order, i] { order += char('a' + i); };
    heap.add(bells[0], std::chrono::nanoseconds(2), Lane::Work);
    heap.add(bells[1], std::chrono::nanoseconds(1), Lane::Deadline);
    heap.add(bells[2], std::chrono::nanoseconds(1), Lane::Work);
    heap.add(bells[3], std::chrono::nanoseconds(1), Lane::Work);
    while (!heap.empty())
        heap.fireNext();
    QCOMPARE(order, std::string("cdba"));
}

void TimerHeapTest::mayLoseTheFirstOfOneAndTheFirstOfMany()
{
    TimerHeap heap;
    std::array<Bell, 3> bells;
    heap.add(bells[0], std::chrono::nanoseconds(1), Lane::Work);
    heap.remove(bells[0]);
    QVERIFY(heap.empty());
    for (std::size_t i = 0; i < bells.size(); ++i)
        heap.add(bells[i], std::chrono::nanoseconds(i), Lane::Work);
    heap.remove(bells[1]);
    heap.remove(bells[0]);
    QCOMPARE(heap.nextDue().count(), 2);
    heap.fireNext();
    QCOMPARE(bells[2].rung, 1);
    QVERIFY(heap.empty());
}

void TimerHeapTest::aTimerMayDieOnceItIsRemoved()
{
    TimerHeap heap;
    Bell first, last;
    heap.add(first, std::chrono::nanoseconds(1), Lane::Work);
    {
        Bell middle;
        heap.add(middle, std::chrono::nanoseconds(2), Lane::Work);
        heap.add(last, std::chrono::nanoseconds(3), Lane::Work);
        heap.remove(middle);
    }
    while (!heap.empty())
        heap.fireNext();
    QCOMPARE(first.rung + last.rung, 2);
}

void TimerHeapTest::behavesAsASortedSetInRandomHistories()
{
    const std::string problem = support::firstProblem([](std::uint64_t seed) { return History(seed).run(); });
    QVERIFY2(problem.empty(), problem.c_str());
}

QTEST_GUILESS_MAIN(TimerHeapTest)
#include "timer_heap_test.moc"
