// SPDX-License-Identifier: MIT
#include <asyncade/debouncer.h>
#include <asyncade/throttler.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

/// A call of the function: the time, and which input's arguments it got.
struct Dispatch {
    nanoseconds time;
    int input;
    friend bool operator==(const Dispatch &, const Dispatch &) = default;
};
using Dispatches = std::vector<Dispatch>;
using Times = std::vector<nanoseconds>;

/// What debounce has to do, written down as plainly as possible: instant by instant, ends of periods before inputs.
Dispatches modelDebounce(const Times &inputs, const DebounceOptions &options)
{
    Dispatches result;
    bool active = false;
    std::optional<int> waiting;
    nanoseconds last{}, first{};
    std::size_t next = 0;
    for (nanoseconds now{}; now <= 400ms; now += 1ms) {
        const auto isEnd = [&] { return active && now >= last + options.delay; };
        const auto isLate = [&] { return waiting && options.maxWait.count() > 0 && now >= first + options.maxWait; };
        const auto endPeriods = [&] {
            if (isEnd() || isLate()) {
                if (waiting)
                    result.push_back({now, *waiting});
                waiting.reset();
            }
            if (isEnd())
                active = false;
        };
        endPeriods();
        for (; next < inputs.size() && inputs[next] == now; ++next) {
            endPeriods();
            const int input = int(next);
            if (!active && options.leading) {
                result.push_back({now, input});
            } else if (options.trailing) {
                if (!waiting)
                    first = now;
                waiting = input;
            }
            active = true;
            last = now;
        }
        endPeriods();
    }
    return result;
}

Dispatches modelDrop(const Times &inputs, nanoseconds delay, ThrottleEdges edges)
{
    Dispatches result;
    std::optional<nanoseconds> end;
    std::optional<int> latest;
    std::size_t next = 0;
    for (nanoseconds now{}; now <= 400ms; now += 1ms) {
        const auto endWindow = [&] {
            while (end && now >= *end) {
                if (latest && edges.trailing) {
                    result.push_back({now, *latest});
                    end = now + delay;
                } else {
                    end.reset();
                }
                latest.reset();
            }
        };
        endWindow();
        for (; next < inputs.size() && inputs[next] == now; ++next) {
            endWindow();
            const int input = int(next);
            if (end) {
                latest = input;
                continue;
            }
            end = now + delay;
            if (edges.leading)
                result.push_back({now, input});
            else
                latest = input;
        }
        endWindow();
    }
    return result;
}

Dispatches modelPace(const Times &inputs, nanoseconds delay)
{
    Dispatches result;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        result.push_back({i == 0 ? inputs[0] : std::max(inputs[i], result.back().time + delay), int(i)});
    return result;
}

class Draw {
public:
    explicit Draw(std::uint64_t seed) : m_random(seed) {}
    int below(int number) { return int(m_random() % std::uint64_t(number)); }
    bool heads() { return below(2) == 0; }
    /// Up to 14 times, not decreasing, often equal, often exactly a period apart.
    Times inputs()
    {
        Times times;
        nanoseconds time{};
        for (int i = below(15); i > 0; --i) {
            time += std::chrono::milliseconds(below(3) == 0 ? 10 : below(16));
            times.push_back(time);
        }
        return times;
    }

private:
    std::mt19937_64 m_random;
};

/// What the real one does, and how often each caller settled.
template <class Make>
Dispatches observe(const Times &inputs, std::vector<int> &results, Make make)
{
    VirtualClock clock;
    Dispatches dispatches;
    const auto note = [&](int input) {
        dispatches.push_back({clock.now(), input});
        return input;
    };
    auto callee = make(note);
    const auto await = [&](SharedCall<int> call, std::size_t caller) -> QCoro::Task<> { results[caller] += 1000 + co_await call; };
    const auto callAll = [&]() -> QCoro::Task<> {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            co_await sleepUntil(inputs[i]);
            await((*callee)(int(i)), i);
        }
    };
    const auto calling = callAll();
    clock.run();
    return dispatches;
}

/// Each caller got, once, the result of a run of its own input or of a later one; with leading edges alone, of an earlier one.
std::string checkResults(const std::vector<int> &results, const Dispatches &dispatches, bool latest)
{
    for (std::size_t caller = 0; caller < results.size(); ++caller) {
        int expected = -1;
        for (const Dispatch &dispatch : dispatches) {
            if (latest ? dispatch.input >= int(caller) && expected < 0 : dispatch.input <= int(caller))
                expected = dispatch.input;
        }
        if (results[caller] != 1000 + expected)
            return "caller " + std::to_string(caller) + " got " + std::to_string(results[caller] - 1000) + " instead of " + std::to_string(expected);
    }
    return {};
}

} // namespace

class DebouncerPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void debouncesAsItsModel();
    void dropsAsItsModel();
    void pacesAsItsModel();
};

void DebouncerPropertyTest::debouncesAsItsModel()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        Draw draw(seed);
        DebounceOptions options{.delay = std::chrono::milliseconds(draw.below(4) * 5), .leading = draw.heads(), .overlap = draw.heads()};
        options.trailing = !options.leading || draw.heads();
        if (draw.heads())
            options.maxWait = options.delay + std::chrono::milliseconds(draw.below(20));
        const Times inputs = draw.inputs();
        std::vector<int> results(inputs.size());
        const Dispatches dispatches = observe(inputs, results, [&](auto note) {
            return std::make_unique<Debouncer<decltype(note)>>(note, options);
        });
        QVERIFY2(dispatches == modelDebounce(inputs, options), ("seed " + std::to_string(seed)).c_str());
        const std::string problem = checkResults(results, dispatches, options.trailing);
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

void DebouncerPropertyTest::dropsAsItsModel()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        Draw draw(seed);
        const auto delay = std::chrono::milliseconds(draw.below(4) * 5);
        ThrottleEdges edges{.leading = draw.heads()};
        edges.trailing = !edges.leading || draw.heads();
        const Times inputs = draw.inputs();
        std::vector<int> results(inputs.size());
        const Dispatches dispatches = observe(inputs, results, [&](auto note) {
            return std::make_unique<Throttler<decltype(note)>>(note, ThrottlePolicy::dropping(delay, edges));
        });
        QVERIFY2(dispatches == modelDrop(inputs, delay, edges), ("seed " + std::to_string(seed)).c_str());
        const std::string problem = checkResults(results, dispatches, edges.trailing);
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

void DebouncerPropertyTest::pacesAsItsModel()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        Draw draw(seed);
        const auto delay = std::chrono::milliseconds(draw.below(4) * 5);
        const Times inputs = draw.inputs();
        std::vector<int> results(inputs.size());
        const Dispatches dispatches = observe(inputs, results, [&](auto note) {
            return std::make_unique<Throttler<decltype(note)>>(note, ThrottlePolicy::pacing(delay));
        });
        QVERIFY2(dispatches == modelPace(inputs, delay), ("seed " + std::to_string(seed)).c_str());
        const std::string problem = checkResults(results, dispatches, true);
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

QTEST_GUILESS_MAIN(DebouncerPropertyTest)
#include "debouncer_property_test.moc"
