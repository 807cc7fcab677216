// SPDX-License-Identifier: MIT
#include <asyncade/task_scope.h>

#include <asyncade/semaphore.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/reported_errors.h"
#include "support/seeds.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using support::Luck;

namespace {

enum class Step { Sleep, DeafSleep, Slot, Yield };
enum class Cleanup { None, Fails, WaitsAgain, WaitsDeaf, NeverGivesUp };

/// What a child does, and how far it has come.
struct Child {
    explicit Child(Luck &luck)
        : cleanup(Cleanup(luck.below(5))), fails(luck.onceIn(4)), spawns(luck.onceIn(4))
    {
        for (int i = luck.below(5); i > 0; --i) {
            const int kind = luck.below(12);
            steps.push_back(kind == 0 ? Step::DeafSleep : kind < 4 ? Step::Slot : kind == 4 ? Step::Yield : Step::Sleep);
            times.push_back(luck.below(6));
        }
    }
    std::vector<Step> steps;
    std::vector<int> times;
    Cleanup cleanup;
    bool fails, spawns;
    std::size_t step = 0;
    bool inCleanup = false, waitsDeaf = false, ended = false, failed = false;
};

class History {
public:
    explicit History(std::uint64_t seed) : m_luck(seed), m_slots(m_luck.between(1, 3))
    {
        for (int i = m_luck.below(6); i > 0; --i)
            m_children.emplace_back(m_luck);
        m_endAt = milliseconds(m_luck.below(14));
    }

    std::string run()
    {
        m_scope.emplace();
        std::vector<QCoro::Task<>> bystanders;
        for (int i = 0; i < 2; ++i)
            bystanders.push_back(bystand(m_luck.below(5)));
        for (std::size_t i = 0; i < m_children.size(); ++i)
            m_scope->spawn("child " + std::to_string(i), [this, i](std::stop_token token) { return live(i, std::move(token)); });
        bool joined = false;
        const auto joining = [&]() -> QCoro::Task<> {
            try {
                co_await m_scope->join();
                joined = true;
            } catch (const Cancelled &) {
                joined = true;
            }
        };
        const auto waiting = joining();
        const bool fromWithin = m_luck.onceIn(3), stopsFirst = m_luck.onceIn(4);
        const auto ending = [&]() -> QCoro::Task<> {
            co_await sleepFor(m_endAt);
            end(stopsFirst);
        };
        std::optional<QCoro::Task<>> destroying;
        if (fromWithin) {
            destroying.emplace(ending());
            m_clock.runUntil(m_endAt);
        } else {
            m_clock.runUntil(m_endAt);
            end(stopsFirst);
        }
        m_clock.run();
        if (!m_problem.empty())
            return m_problem;
        if (!joined)
            return "a join did not end";
        int failures = m_left;
        for (const Child &child : m_children) {
            if (!child.ended)
                return "a child did not end";
            failures += child.failed;
        }
        if (m_reported.texts().size() != failures + m_grandchildrenFailed)
            return std::to_string(m_reported.texts().size()) + " errors were reported, not " + std::to_string(failures + m_grandchildrenFailed);
        if (m_grandchildren != 0)
            return "a grandchild did not end";
        if (m_slots.available() != m_slots.limit())
            return "a permit is lost";
        return {};
    }

private:
    QCoro::Task<> bystand(int first)
    {
        co_await sleepFor(milliseconds(first));
        for (int i = 0; i < 6; ++i) {
            const Permit permit = co_await m_slots.acquire();
            co_await sleepFor(2ms);
        }
    }
    /// Ready when the scope is destroyed, but nobody's child.
    QCoro::Task<> beReady()
    {
        co_await sleepFor(0ms);
        if (m_inDestructor)
            m_problem = "somebody else was resumed by the destructor";
    }
    QCoro::Task<> grandchild(std::stop_token token)
    {
        ++m_grandchildren;
        try {
            co_await sleepFor(4ms, token);
        } catch (const Cancelled &) {
            --m_grandchildren;
            throw;
        }
        --m_grandchildren;
        ++m_grandchildrenFailed;
        throw std::runtime_error("grandchild");
    }
    QCoro::Task<> live(std::size_t index, std::stop_token token)
    {
        Child &child = m_children[index];
        bool stopped = false;
        try {
            for (; child.step < child.steps.size(); ++child.step) {
                const milliseconds time(child.times[child.step]);
                const Step step = child.steps[child.step];
                child.waitsDeaf = step == Step::DeafSleep;
                if (step == Step::Slot) {
                    const Permit permit = co_await m_slots.acquire(token);
                    co_await sleepFor(time, token);
                } else if (step == Step::Yield) {
                    co_await sleepFor(0ms, token);
                } else {
                    const Sleep sleep = sleepFor(time, step == Step::DeafSleep ? std::stop_token() : token);
                    co_await sleep;
                }
                child.waitsDeaf = false;
                if (child.spawns && child.step == 0 && m_scope && !token.stop_requested())
                    m_scope->spawn([this](std::stop_token inner) { return grandchild(std::move(inner)); });
            }
        } catch (const Cancelled &) {
            stopped = true;
        }
        if (stopped) {
            child.inCleanup = true;
            bool again = false;
            if (child.cleanup == Cleanup::WaitsAgain) {
                try {
                    co_await sleepFor(3ms, token);
                } catch (const Cancelled &) {
                    again = true;
                }
                if (!again)
                    m_problem = "a wait with a stopped token did not throw";
            }
            if (child.cleanup == Cleanup::WaitsDeaf || child.cleanup == Cleanup::NeverGivesUp) {
                child.waitsDeaf = true;
                co_await sleepFor(milliseconds(child.cleanup == Cleanup::WaitsDeaf ? 3 : 0));
                child.waitsDeaf = false;
            }
            child.failed = child.cleanup == Cleanup::Fails;
        } else {
            child.failed = child.fails;
        }
        child.ended = true;
        if (child.failed)
            throw std::runtime_error("child");
        if (stopped)
            throw Cancelled();
    }

    /// Destroys the scope; what has not ended then waits without its token and has been reported, each once.
    void end(bool stopsFirst)
    {
        if (stopsFirst)
            m_scope->stop();
        const qsizetype before = m_reported.texts().size();
        std::vector<bool> wereFailed;
        for (const Child &child : m_children)
            wereFailed.push_back(child.failed);
        const auto ready = beReady();
        m_inDestructor = true;
        m_scope.reset();
        m_inDestructor = false;
        qsizetype expected = 0;
        for (std::size_t i = 0; i < m_children.size(); ++i) {
            const Child &child = m_children[i];
            if (!child.ended && !child.waitsDeaf)
                m_problem = "child " + std::to_string(i) + " still runs, though it waited with its token";
            m_left += !child.ended;
            expected += !child.ended + (child.failed && !wereFailed[i]);
        }
        if (m_grandchildren != 0)
            m_problem = "a grandchild still runs";
        if (m_problem.empty() && m_reported.texts().size() - before != expected)
            m_problem = std::to_string(m_reported.texts().size() - before) + " were reported by the destructor, not " + std::to_string(expected);
    }

    Luck m_luck;
    VirtualClock m_clock;
    Semaphore m_slots;
    support::ReportedErrors m_reported;
    std::vector<Child> m_children;
    std::chrono::nanoseconds m_endAt{};
    int m_left = 0, m_grandchildren = 0, m_grandchildrenFailed = 0;
    bool m_inDestructor = false;
    std::string m_problem;
    std::optional<TaskScope> m_scope;
};

} // namespace

class TaskScopePropertyTest : public QObject {
    Q_OBJECT

private slots:
    void nothingOutlivesItsScopeAndNoErrorIsLost()
    {
        QCOMPARE(QString::fromStdString(support::firstProblem([](std::uint64_t seed) { return History(seed).run(); })), QString());
    }
};

QTEST_GUILESS_MAIN(TaskScopePropertyTest)
#include "task_scope_property_test.moc"
