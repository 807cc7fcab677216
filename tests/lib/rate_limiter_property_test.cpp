// SPDX-License-Identifier: MIT
#include <asyncade/rate_limiter.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include <QTest>

#include <algorithm>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

constexpr std::size_t tried = SIZE_MAX; ///< Passed by tryAcquire.

struct Passed {
    nanoseconds time;
    int count;
    std::size_t caller; ///< Or `tried`.
};

struct Caller {
    int count = 1;
    std::stop_source stop;
    int passed = 0, cancelled = 0;
};

/// A time in which the rules were the same: what passed in it must keep them.
struct Epoch {
    nanoseconds since;
    std::vector<RateLimit> rules;
    std::size_t passedBefore; ///< So many had passed when they began.
};

/// One random history of a limiter: callers come, give up and are resumed at random times, rates change, pauses begin, and in a third
/// of the histories the limiter dies before the end.
class History {
public:
    explicit History(std::uint64_t seed) : m_random(seed), m_callers(30) { m_limiter.emplace(drawRules()); }

    /// Empty, or what went wrong.
    std::string run()
    {
        for (int step = 0; step < 60; ++step) {
            doOne();
            if (m_limiter->waiting() > 0 && m_limiter->available() > 0)
                fail("tokens are offered past those who wait");
        }
        if (draw(3) == 0)
            m_limiter.reset();
        else
            m_limiter->resume();
        m_clock.run();
        checkSettled();
        checkOrder();
        checkRates();
        return m_problem;
    }

private:
    std::size_t draw(std::size_t below) { return std::size_t(m_random() % below); }

    RateLimit drawRule()
    {
        const nanoseconds per = std::vector<nanoseconds>{1s, 300ms, 7ns, 1min}[draw(4)];
        const bool strict = draw(2) == 0;
        return {.count = double(1 + draw(6)), .per = per, .burst = strict ? 1 : 1 + int(draw(5)), .strict = strict};
    }
    const std::vector<RateLimit> &drawRules()
    {
        std::vector<RateLimit> rules;
        for (std::size_t i = draw(3); i < 3; i += 2)
            rules.push_back(drawRule());
        if (rules.empty())
            rules.push_back(drawRule());
        m_epochs.push_back({0s, rules, 0});
        return m_epochs.back().rules;
    }

    QCoro::Task<> call(std::size_t id)
    {
        Caller &caller = m_callers[id];
        try {
            co_await m_limiter->acquire(caller.count, caller.stop.get_token());
            ++caller.passed;
            m_passed.push_back({m_clock.now(), caller.count, id});
        } catch (const Cancelled &) {
            ++caller.cancelled;
        }
    }

    void doOne()
    {
        switch (draw(12)) {
        case 0:
        case 1:
        case 2:
        case 3:
            if (m_started < m_callers.size()) {
                m_callers[m_started].count = 1 + int(draw(std::size_t(m_limiter->most())));
                call(m_started++);
            }
            break;
        case 4:
            if (m_started > 0)
                m_callers[draw(m_started)].stop.request_stop();
            break;
        case 5:
            m_clock.advanceOnce(nanoseconds::max()); // Somebody may stand between its token and its resumption now.
            break;
        case 6:
            if (draw(4) == 0)
                changeRule();
            break;
        case 7:
            if (draw(4) == 0)
                m_limiter->pause(drawTime());
            break;
        case 8:
            if (const int count = 1 + int(draw(std::size_t(m_limiter->most()))); m_limiter->tryAcquire(count))
                m_passed.push_back({m_clock.now(), count, tried});
            break;
        default:
            m_clock.advance(drawTime());
        }
    }
    nanoseconds drawTime() { return nanoseconds(draw(2'000'000'000) >> draw(31)); }

    /// The rate of a rule, not its burst: so what a caller wants stays possible. A strict rule does not get fewer, but its window may
    /// become longer or shorter.
    void changeRule()
    {
        std::vector<RateLimit> rules = m_epochs.back().rules;
        const std::size_t rule = draw(rules.size());
        rules[rule].count += double(draw(3));
        rules[rule].per = nanoseconds(1 + std::int64_t(draw(2'000'000'000)));
        m_clock.runUntil(m_clock.now()); // Those who have passed by now did so by the old rules.
        m_limiter->setRate(rules[rule].count, rules[rule].per, rule);
        m_epochs.push_back({m_clock.now(), rules, m_passed.size()});
    }

    void checkSettled()
    {
        for (std::size_t id = 0; id < m_started; ++id) {
            if (m_callers[id].passed + m_callers[id].cancelled != 1)
                fail("caller " + std::to_string(id) + " did not settle exactly once");
        }
    }

    /// Whoever came later passes later, or at the same instant: then a newcomer goes on at once, and one who waited when it is resumed.
    void checkOrder()
    {
        std::vector<Passed> byCaller = m_passed;
        std::erase_if(byCaller, [](const Passed &passed) { return passed.caller == tried; });
        std::ranges::sort(byCaller, {}, &Passed::caller);
        if (!std::ranges::is_sorted(byCaller, {}, &Passed::time))
            fail("somebody overtook somebody");
    }

    /// Every window of what passed, within each time in which the rules were the same.
    void checkRates()
    {
        for (std::size_t i = 0; i < m_epochs.size(); ++i) {
            const nanoseconds end = i + 1 < m_epochs.size() ? m_epochs[i + 1].since : nanoseconds::max();
            std::vector<Passed> passed;
            std::ranges::copy_if(m_passed, std::back_inserter(passed), [&](const Passed &p) { return p.time >= m_epochs[i].since && p.time < end; });
            for (const RateLimit &rule : m_epochs[i].rules) {
                if (rule.strict)
                    checkWindows(rule, m_epochs[i].passedBefore, i + 1 < m_epochs.size() ? m_epochs[i + 1].passedBefore : m_passed.size());
                else
                    checkRule(rule, passed);
            }
        }
    }
    /// Every window that ends with one of those who passed under this rule: it counts whoever passed before, too.
    void checkWindows(const RateLimit &rule, std::size_t from, std::size_t to)
    {
        for (std::size_t last = from; last < to; ++last) {
            int count = 0;
            for (std::size_t first = last + 1; first-- > 0 && m_passed[last].time - m_passed[first].time < rule.per;)
                count += m_passed[first].count;
            if (count > rule.count)
                fail("a window holds " + std::to_string(count));
        }
    }
    void checkRule(const RateLimit &rule, const std::vector<Passed> &passed)
    {
        for (std::size_t first = 0; first < passed.size(); ++first) {
            int count = 0;
            for (std::size_t last = first; last < passed.size(); ++last) {
                count += passed[last].count;
                const nanoseconds time = passed[last].time - passed[first].time;
                if (count > rule.burst + rule.count * double(time.count()) / double(rule.per.count()) + 1e-9)
                    fail("a span holds more than burst and rate: " + std::to_string(count));
            }
        }
    }

    void fail(const std::string &problem)
    {
        if (m_problem.empty())
            m_problem = problem;
    }

    VirtualClock m_clock;
    std::mt19937_64 m_random;
    std::deque<Epoch> m_epochs;
    std::optional<RateLimiter> m_limiter;
    std::vector<Caller> m_callers;
    std::vector<Passed> m_passed;
    std::size_t m_started = 0;
    std::string m_problem;
};

/// A long history of a strict limiter, whose rule becomes longer, shorter, larger and smaller: beside it all that has ever passed.
class StrictHistory {
public:
    explicit StrictHistory(std::uint64_t seed) : m_random(seed), m_rule(drawRule()), m_limiter(m_rule.count, m_rule.per, {.strict = true}) {}

    /// Empty, or what went wrong.
    std::string run()
    {
        for (int step = 0; step < 4000; ++step) {
            if (draw(200) == 0) {
                m_rule = drawRule();
                m_limiter.setRate(m_rule.count, m_rule.per);
            }
            m_clock.advance(std::chrono::milliseconds(draw(4)));
            const int truly = std::max(0, int(m_rule.count) - inWindow());
            const int available = m_limiter.available();
            if (available > truly || (available < truly && isRemembered()))
                return "step " + std::to_string(step) + ": expected " + std::to_string(truly) + " available, got " + std::to_string(available);
            const int count = 1 + int(draw(std::size_t(std::min(4, m_limiter.most()))));
            if (m_limiter.tryAcquire(count) != (count <= available))
                return "step " + std::to_string(step) + ": not as available";
            if (count <= available)
                pass(count);
        }
        return {};
    }

private:
    std::size_t draw(std::size_t below) { return m_random() % below; }
    RateLimit drawRule() { return {.count = double(1 + (draw(10'000) >> draw(14))), .per = nanoseconds(1ms) * (1 << draw(14)), .strict = true}; }
    void pass(int count)
    {
        if (m_instants.empty() || m_instants.back() != m_clock.now()) {
            m_instants.push_back(m_clock.now());
            m_sums.push_back(m_sums.back());
        }
        m_sums.back() += count;
    }
    int inWindow() const
    {
        const auto first = std::ranges::upper_bound(m_instants, m_clock.now() - nanoseconds(m_rule.per));
        return m_sums.back() - m_sums[std::size_t(first - m_instants.begin())];
    }
    /// Whether the window holds nothing but the last thousand instants.
    bool isRemembered() const
    {
        return m_instants.size() <= 1000 || m_clock.now() - m_instants[m_instants.size() - 1001] >= nanoseconds(m_rule.per);
    }

    VirtualClock m_clock;
    std::mt19937_64 m_random;
    RateLimit m_rule;
    RateLimiter m_limiter;
    std::vector<nanoseconds> m_instants; ///< At which something passed,
    std::vector<int> m_sums{0};          ///< and how many before each, and in all.
};

/// What the bound of a token bucket means: never a token's time earlier than this.
nanoseconds earliest(std::size_t position, int burst, nanoseconds interval)
{
    return position < std::size_t(burst) ? 0ns : interval * std::int64_t(position + 1 - std::size_t(burst));
}

} // namespace

class RateLimiterPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void keepsItsRulesInRandomHistories();
    void neverWastesATokenWhileSomebodyWaits();
    void aStrictRuleRemembersAThousandInstantsBeforeItsWindow();
};

void RateLimiterPropertyTest::keepsItsRulesInRandomHistories()
{
    for (std::uint64_t seed = 1; seed <= 12'000; ++seed) {
        const std::string problem = History(seed).run();
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

/// The other side of the bound: callers that come together pass at the earliest instants that it allows, also when some give up.
void RateLimiterPropertyTest::neverWastesATokenWhileSomebodyWaits()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        std::mt19937_64 random(seed);
        VirtualClock clock;
        const int burst = 1 + int(random() % 4);
        const nanoseconds interval(1 + std::int64_t(random() % 1'000'000));
        RateLimiter limiter(1, interval, {.burst = burst});
        std::vector<std::stop_source> stops(20);
        std::vector<nanoseconds> times;
        const auto call = [&](std::stop_token token) -> QCoro::Task<> {
            try {
                co_await limiter.acquire(token);
                times.push_back(clock.now());
            } catch (const Cancelled &) {
            }
        };
        for (const std::stop_source &stop : stops)
            call(stop.get_token());
        for (std::size_t i = 0; i < 8; ++i) {
            for (std::size_t steps = random() % 3; steps > 0; --steps)
                clock.advanceOnce(nanoseconds::max());
            stops[random() % stops.size()].request_stop();
        }
        clock.run();
        for (std::size_t i = 0; i < times.size(); ++i)
            QVERIFY2(times[i] == earliest(i, burst, interval), ("seed " + std::to_string(seed)).c_str());
    }
}

/// Never too many in a window, whatever the rules were before; and never too few, as long as the window reaches back no farther than that.
void RateLimiterPropertyTest::aStrictRuleRemembersAThousandInstantsBeforeItsWindow()
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const std::string problem = StrictHistory(seed).run();
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

QTEST_GUILESS_MAIN(RateLimiterPropertyTest)
#include "rate_limiter_property_test.moc"
