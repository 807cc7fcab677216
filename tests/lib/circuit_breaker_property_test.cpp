// SPDX-License-Identifier: MIT
#include <asyncade/circuit_breaker.h>

#include <asyncade/virtual_clock.h>

#include "support/planned_work.h"
#include "support/reported_errors.h"
#include "support/work.h"

#include <QTest>

#include <set>
#include <tuple>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::Ending;
using support::Luck;
using support::never;
using support::PlannedWork;

namespace {

/// A breaker as its documentation describes it: it looks at the whole log of what has ended since its last change.
class BreakerModel {
public:
    explicit BreakerModel(const CircuitBreakerOptions &options) : m_options(options) {}
    enum State { Closed, Open, Probing };

    /// The period in which the call begins; 0: it is turned away.
    int enter(nanoseconds now)
    {
        if (m_state == Open && now >= m_openUntil)
            change(Probing, now);
        if (m_state == Open || (m_state == Probing && m_probes == m_options.probes))
            return 0;
        m_probes += m_state == Probing;
        return m_period;
    }
    void leave(int period, Ending::How how, nanoseconds now)
    {
        if (period != m_period)
            return;
        if (how == Ending::Cancelled) {
            m_probes -= m_state == Probing;
            return;
        }
        const bool failed = how == Ending::Error;
        m_log.push_back({now, failed});
        if (m_state == Probing) {
            if (failed)
                change(Open, now);
            else if (int(m_log.size()) == m_options.probes)
                change(Closed, now);
        } else if (failed && isTooMuch(now)) {
            change(Open, now);
        }
    }
    nanoseconds retryAfter(nanoseconds now) const { return m_state == Open ? std::max(0ns, m_openUntil - now) : 0ns; }

private:
    struct Ended {
        nanoseconds time;
        bool failed;
    };
    bool isTooMuch(nanoseconds now) const
    {
        int failures = 0, calls = 0;
        for (const Ended &ended : m_log) {
            if (m_options.window.count() == 0)
                failures = ended.failed ? failures + 1 : 0;
            else if (ended.time > now - m_options.window)
                ++calls, failures += ended.failed;
        }
        return failures >= m_options.failures && failures >= m_options.rate * calls;
    }
    void change(State state, nanoseconds now)
    {
        m_state = state;
        ++m_period;
        m_log.clear();
        m_probes = 0;
        m_openUntil = now + m_options.openFor;
    }

    CircuitBreakerOptions m_options;
    State m_state = Closed;
    int m_period = 1, m_probes = 0;
    nanoseconds m_openUntil{};
    std::vector<Ended> m_log;
};

/// Calls that overlap, some of which fail or are stopped: who passes, who is turned away and until when.
std::string history(std::uint64_t seed)
{
    Luck luck(seed);
    PlannedWork work(luck, luck.between(1, 14));
    const std::size_t count = work.plans.size();
    const int failing = luck.between(1, 4);
    std::vector<nanoseconds> begins, stops;
    for (std::size_t i = 0; i < count; ++i) {
        begins.push_back(support::moment(luck, 30));
        stops.push_back(luck.onceIn(4) ? support::moment(luck, 30) : never);
        work.plans[i].fails = luck.onceIn(failing);
    }
    CircuitBreakerOptions options{.failures = luck.between(1, 3), .openFor = support::moment(luck, 8), .probes = luck.between(1, 3)};
    if (luck.onceIn(2)) {
        options.window = support::moment(luck, 10);
        options.rate = luck.onceIn(2) ? 0.5 : 0;
    }
    VirtualClock clock;
    const support::ReportedErrors reported;
    CircuitBreaker breaker(options);
    std::vector<std::stop_source> sources(count);
    std::vector<std::string> got(count);
    const auto callOne = [&](std::size_t i) -> QCoro::Task<> {
        co_await sleepUntil(begins[i]);
        const auto operate = [&, i](std::stop_token token) { return work.run(i, token); };
        const auto start = [&]() -> QCoro::Task<int> {
            nanoseconds retryAfter{};
            try {
                auto running = breaker.run(operate, sources[i].get_token());
                co_return co_await running;
            } catch (const BrokenCircuit &broken) {
                retryAfter = broken.retryAfter();
            }
            throw std::runtime_error("turned away for " + std::to_string(retryAfter.count()));
        };
        auto noting = support::noteOutcome(start, got[i]);
        co_await noting;
    };
    std::vector<QCoro::Task<>> tasks;
    for (std::size_t i = 0; i < count; ++i) {
        tasks.push_back(callOne(i));
        tasks.push_back(support::stopAfter(stops[i], sources[i]));
    }
    clock.run();

    BreakerModel model(options);
    std::set<std::tuple<nanoseconds, std::size_t, int>> events; // When, which call, and its period when it ends.
    for (std::size_t i = 0; i < count; ++i)
        events.insert({begins[i], i, 0});
    while (!events.empty()) {
        const auto [now, i, period] = *events.begin();
        events.erase(events.begin());
        const Ending ending = support::endingOf(work.plans[i], i, begins[i], stops[i]);
        std::string expected = support::endingText(ending);
        if (period > 0) {
            model.leave(period, ending.how, now);
        } else if (stops[i] < begins[i]) {
            expected = "cancelled" + support::at(now); // Stopped before the call: the breaker does not notice.
        } else if (const int entered = model.enter(now)) {
            events.insert({ending.time, i, entered});
        } else {
            expected = "error turned away for " + std::to_string(model.retryAfter(now).count()) + support::at(now);
        }
        const bool passed = expected == support::endingText(ending) && stops[i] > begins[i];
        if ((work.started[i] != never) != passed)
            return "call " + std::to_string(i) + (passed ? " was not started" : " was started");
        const std::string problem = support::difference(expected, got[i]);
        if (!problem.empty())
            return "call " + std::to_string(i) + ": " + problem;
    }
    return reported.texts().isEmpty() ? std::string() : "an error was reported";
}

} // namespace

class CircuitBreakerPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void letsPassAndTurnsAwayAsItsModel() { QCOMPARE(QString::fromStdString(support::firstProblem(history)), QString()); }
};

QTEST_GUILESS_MAIN(CircuitBreakerPropertyTest)
#include "circuit_breaker_property_test.moc"
