// SPDX-License-Identifier: MIT
#include <asyncade/semaphore.h>

#include <asyncade/virtual_clock.h>

#include <QTest>

#include <algorithm>
#include <deque>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace asyncade;

namespace {

/// What a semaphore has to do, written down as plainly as possible.
class Model {
public:
    explicit Model(int limit) : m_limit(limit) {}

    void acquire(std::size_t id)
    {
        m_waiting.push_back(id);
        handOut();
        m_handedOver.erase(id); // What was free at once needs no handing over.
    }
    void release(std::size_t id)
    {
        m_holding.erase(id);
        handOut();
    }
    /// One that has its permit but has not been resumed passes it on; one that has been resumed keeps it.
    void stop(std::size_t id)
    {
        if (std::erase(m_waiting, id) > 0) {
            m_cancelled.insert(id);
        } else if (m_handedOver.erase(id) > 0) {
            m_cancelled.insert(id);
            release(id);
        }
    }
    void setLimit(int limit)
    {
        m_limit = limit;
        handOut();
    }
    void resumeAll() { m_handedOver.clear(); }

    int available() const { return std::max(0, m_limit - int(m_holding.size())); }
    const std::deque<std::size_t> &waiting() const { return m_waiting; }
    const std::set<std::size_t> &holding() const { return m_holding; }
    const std::set<std::size_t> &cancelled() const { return m_cancelled; }
    bool neverGrantedTooMany() const { return !m_grantedTooMany; }

private:
    void handOut()
    {
        while (!m_waiting.empty() && int(m_holding.size()) < m_limit) {
            m_holding.insert(m_waiting.front());
            m_handedOver.insert(m_waiting.front());
            m_waiting.pop_front();
            m_grantedTooMany |= int(m_holding.size()) > m_limit;
        }
    }

    int m_limit;
    std::deque<std::size_t> m_waiting;
    std::set<std::size_t> m_holding, m_handedOver, m_cancelled;
    bool m_grantedTooMany = false;
};

struct Waiter {
    std::stop_source stop;
    std::optional<Permit> permit;
    int granted = 0, cancelled = 0;
};

QCoro::Task<> acquire(Semaphore &semaphore, Waiter &waiter)
{
    try {
        waiter.permit = co_await semaphore.acquire(waiter.stop.get_token());
        ++waiter.granted;
    } catch (const Cancelled &) {
        ++waiter.cancelled;
    }
}

/// One random history of a semaphore beside its model. The generator is the standard's, and numbers are drawn from it without a
/// distribution, so that a seed means the same everywhere.
class History {
public:
    explicit History(std::uint64_t seed) : m_random(seed), m_model(limitDrawn())
    {
        m_semaphore.emplace(m_limit);
        m_waiters.resize(40); // Their addresses must not change.
    }

    /// Empty, or what went wrong.
    std::string run()
    {
        for (int step = 0; step < 80 && m_problem.empty(); ++step) {
            doOne();
            compare("step " + std::to_string(step));
        }
        if (m_problem.empty())
            finish(draw(3) == 0);
        return m_problem;
    }

private:
    std::size_t draw(std::size_t below) { return std::size_t(m_random() % below); }
    int limitDrawn() { return m_limit = 1 + int(draw(4)); }

    void doOne()
    {
        switch (draw(8)) {
        case 0:
        case 1:
        case 2:
            if (m_started < m_waiters.size()) {
                m_model.acquire(m_started);
                acquire(*m_semaphore, m_waiters[m_started++]);
            }
            break;
        case 3:
        case 4:
            releaseOne();
            break;
        case 5:
            if (m_started > 0) {
                const std::size_t id = draw(m_started);
                m_model.stop(id);
                m_waiters[id].stop.request_stop();
            }
            break;
        case 6:
            m_model.setLimit(limitDrawn());
            m_semaphore->setLimit(m_limit);
            break;
        default:
            resumeAll();
        }
    }

    void releaseOne()
    {
        std::vector<std::size_t> holders; // Those who know of their permit: only they can give it back.
        for (std::size_t id = 0; id < m_started; ++id) {
            if (m_waiters[id].permit)
                holders.push_back(id);
        }
        if (holders.empty())
            return;
        const std::size_t id = holders[draw(holders.size())];
        m_model.release(id);
        m_waiters[id].permit.reset();
    }

    void resumeAll()
    {
        m_clock.run();
        m_model.resumeAll();
        for (std::size_t id = 0; id < m_started; ++id) {
            const Waiter &waiter = m_waiters[id];
            if (waiter.permit.has_value() != m_model.holding().contains(id))
                fail("waiter " + std::to_string(id) + " has the wrong idea of its permit");
            if (waiter.cancelled != int(m_model.cancelled().contains(id)))
                fail("waiter " + std::to_string(id) + " was cancelled " + std::to_string(waiter.cancelled) + " times");
        }
    }

    void compare(const std::string &when)
    {
        if (m_semaphore->available() != m_model.available())
            fail(when + ": " + std::to_string(m_semaphore->available()) + " are free, not " + std::to_string(m_model.available()));
        if (m_semaphore->waiting() != m_model.waiting().size())
            fail(when + ": " + std::to_string(m_semaphore->waiting()) + " wait, not " + std::to_string(m_model.waiting().size()));
        if (!m_model.neverGrantedTooMany())
            fail(when + ": more permits than the limit");
    }

    /// Either the semaphore dies while some wait, or everybody gives back what they get until nobody waits.
    void finish(bool bySemaphoresDeath)
    {
        if (bySemaphoresDeath) {
            const std::deque<std::size_t> waiting = m_model.waiting();
            for (const std::size_t id : waiting)
                m_model.stop(id);
            m_semaphore.reset();
            resumeAll();
        } else {
            resumeAll();
            while (!m_model.holding().empty()) {
                releaseOne();
                resumeAll();
            }
            if (m_semaphore->available() != m_limit || m_semaphore->waiting() != 0)
                fail("in the end not all permits are back");
        }
        for (std::size_t id = 0; id < m_started; ++id) {
            if (m_waiters[id].granted + m_waiters[id].cancelled != 1)
                fail("waiter " + std::to_string(id) + " did not settle exactly once");
        }
    }

    void fail(const std::string &problem)
    {
        if (m_problem.empty())
            m_problem = problem;
    }

    VirtualClock m_clock;
    std::mt19937_64 m_random;
    int m_limit = 0;
    Model m_model;
    std::optional<Semaphore> m_semaphore;
    std::vector<Waiter> m_waiters;
    std::size_t m_started = 0;
    std::string m_problem;
};

} // namespace

class SemaphorePropertyTest : public QObject {
    Q_OBJECT

private slots:
    void behavesAsItsModelInRandomHistories();
};

void SemaphorePropertyTest::behavesAsItsModelInRandomHistories()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        const std::string problem = History(seed).run();
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

QTEST_GUILESS_MAIN(SemaphorePropertyTest)
#include "semaphore_property_test.moc"
