// SPDX-License-Identifier: MIT
#include <asyncade/streams/stream.h>

#include <asyncade/sleep.h>
#include <asyncade/streams/streams.h>
#include <asyncade/virtual_clock.h>

#include "support/reported_errors.h"
#include "support/seeds.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::Luck;
using std::chrono::nanoseconds;

namespace {

/// At nobody else's instant.
nanoseconds moment(Luck &luck) { return nanoseconds(luck.between(1, 8'000'000)); }

/// What a source gives: after so long from when it was asked the next item; in the end nothing, or an error.
struct Plan {
    explicit Plan(Luck &luck) : fails(luck.onceIn(4))
    {
        for (int count = luck.below(9); count >= 0; --count) {
            delays.push_back(moment(luck));
            items.push_back(luck.below(1000));
        }
        items.pop_back(); // The last delay is that of the end.
    }
    std::vector<nanoseconds> delays;
    std::vector<int> items;
    bool fails;
};

/// How many sources there are, how often one has been asked, and how often one has failed.
struct Census {
    int alive = 0, asked = 0, failed = 0;
};

class PlannedSource {
public:
    PlannedSource(Plan plan, Census &census) : m_plan(std::move(plan)), m_census(&census) { ++m_census->alive; }
    PlannedSource(PlannedSource &&other) noexcept : m_plan(std::move(other.m_plan)), m_census(other.m_census) { ++m_census->alive; }
    PlannedSource &operator=(PlannedSource &&) = delete;
    ~PlannedSource() { --m_census->alive; }

    QCoro::Task<std::optional<int>> next(std::stop_token token)
    {
        ++m_census->asked;
        if (m_next > m_plan.items.size())
            co_return std::nullopt;
        co_await sleepFor(m_plan.delays[m_next], token);
        const std::size_t index = m_next++;
        if (index < m_plan.items.size())
            co_return m_plan.items[index];
        if (m_plan.fails) {
            ++m_census->failed;
            throw std::runtime_error("planned");
        }
        co_return std::nullopt;
    }

private:
    Plan m_plan;
    Census *m_census;
    std::size_t m_next = 0;
};

/// Any source of numbers.
class Numbers {
public:
    template <class S>
    explicit Numbers(S source) : m_source(std::make_unique<Of<S>>(std::move(source)))
    {
    }
    QCoro::Task<std::optional<int>> next(std::stop_token token) { return m_source->next(std::move(token)); }

private:
    struct Source {
        virtual ~Source() = default;
        virtual QCoro::Task<std::optional<int>> next(std::stop_token token) = 0;
    };
    template <class S>
    struct Of final : Source {
        explicit Of(S given) : source(std::move(given)) {}
        QCoro::Task<std::optional<int>> next(std::stop_token token) override { return source.next(std::move(token)); }
        S source;
    };
    std::unique_ptr<Source> m_source;
};

/// What somebody who asked gets, and when: an item, the end, or an error.
struct Step {
    nanoseconds time;
    std::optional<int> item;
    bool fails = false;
};

/// The plain simulation of a source: what it gives whom it is asked by at some time, no earlier than it gave the last.
class Model {
public:
    virtual ~Model() = default;
    virtual Step next(nanoseconds asked) = 0;
};
using Simulated = std::unique_ptr<Model>;

class PlannedModel final : public Model {
public:
    explicit PlannedModel(Plan plan) : m_plan(std::move(plan)) {}
    Step next(nanoseconds asked) override
    {
        if (m_next > m_plan.items.size())
            return {asked, std::nullopt};
        const std::size_t index = m_next++;
        const nanoseconds time = asked + m_plan.delays[index];
        return index < m_plan.items.size() ? Step{time, m_plan.items[index]} : Step{time, std::nullopt, m_plan.fails};
    }

private:
    Plan m_plan;
    std::size_t m_next = 0;
};

/// Something is done with each item.
template <class F>
class EachModel final : public Model {
public:
    EachModel(Simulated source, F function) : m_source(std::move(source)), m_function(std::move(function)) {}
    Step next(nanoseconds asked) override { return m_function(*m_source, asked); }

private:
    Simulated m_source;
    F m_function;
};
template <class F>
Simulated each(Simulated source, F function)
{
    return std::make_unique<EachModel<F>>(std::move(source), std::move(function));
}

int folded(const std::vector<int> &items)
{
    int sum = int(items.size());
    for (const int item : items)
        sum = (31 * sum + item) % 1000;
    return sum;
}

class ChunkModel final : public Model {
public:
    ChunkModel(Simulated source, std::size_t size) : m_source(std::move(source)), m_size(size) {}
    Step next(nanoseconds asked) override
    {
        std::vector<int> items;
        Step step{asked, std::nullopt};
        while (!m_behind && items.size() < m_size) {
            step = m_source->next(step.time);
            if (step.item)
                items.push_back(*step.item);
            else
                m_behind = step;
        }
        if (!items.empty())
            return {step.time, folded(items)};
        return {step.time, std::nullopt, std::exchange(m_behind->fails, false)};
    }

private:
    Simulated m_source;
    std::size_t m_size;
    std::optional<Step> m_behind; ///< The end, or the error, which is told once.
};

class ZipModel final : public Model {
public:
    ZipModel(Simulated first, Simulated second) : m_first(std::move(first)), m_second(std::move(second)) {}
    Step next(nanoseconds asked) override
    {
        const Step first = m_first->next(asked);
        if (!first.item)
            return first;
        const Step second = m_second->next(first.time);
        if (!second.item)
            return second;
        return {second.time, (*first.item * 7 + *second.item) % 1000};
    }

private:
    Simulated m_first, m_second;
};

/// A producer that runs ahead of who takes, by so many items.
class AheadModel {
public:
    AheadModel(Simulated source, std::size_t capacity) : m_source(std::move(source)), m_capacity(capacity) {}
    /// What comes next, and when it can be taken.
    const Step &peek(nanoseconds now)
    {
        if (!m_next) {
            const Step got = m_source->next(m_asked.value_or(now));
            m_next = got;
            if (got.item) {
                if (m_taken.size() >= m_capacity)
                    m_next->time = std::max(got.time, m_taken[m_taken.size() - m_capacity]);
                m_asked = m_next->time;
            }
        }
        return *m_next;
    }
    void take(nanoseconds time)
    {
        m_taken.push_back(time);
        m_next.reset();
    }

private:
    Simulated m_source;
    std::size_t m_capacity;
    std::vector<nanoseconds> m_taken; ///< When each item was.
    std::optional<nanoseconds> m_asked;
    std::optional<Step> m_next;
};

class BufferModel final : public Model {
public:
    BufferModel(Simulated source, std::size_t capacity) : m_ahead(std::move(source), capacity) {}
    Step next(nanoseconds asked) override
    {
        Step step = m_ahead.peek(asked);
        step.time = std::max(step.time, asked);
        if (step.item)
            m_ahead.take(step.time);
        return step;
    }

private:
    AheadModel m_ahead;
};

class TimedChunkModel final : public Model {
public:
    TimedChunkModel(Simulated source, std::size_t size, nanoseconds within) : m_ahead(std::move(source), size), m_size(size), m_within(within) {}
    Step next(nanoseconds asked) override
    {
        nanoseconds now = asked, until{};
        std::vector<int> items;
        while (items.size() < m_size) {
            const Step step = m_ahead.peek(now);
            if (!items.empty() && step.time > std::max(now, until))
                return {std::max(now, until), folded(items)};
            now = std::max(now, step.time);
            if (!step.item) {
                const bool fails = items.empty() && step.fails;
                return {now, items.empty() ? std::nullopt : std::optional(folded(items)), fails};
            }
            if (items.empty())
                until = now + m_within;
            items.push_back(*step.item);
            m_ahead.take(now);
        }
        return {now, folded(items)};
    }

private:
    AheadModel m_ahead;
    std::size_t m_size;
    nanoseconds m_within;
};

class MergeModel final : public Model {
public:
    MergeModel(Simulated first, Simulated second) : m_producers{{std::move(first)}, {std::move(second)}} {}
    Step next(nanoseconds asked) override
    {
        Producer *earliest = nullptr;
        nanoseconds ended = asked;
        for (Producer &producer : m_producers) {
            if (!producer.got && !producer.isStopped)
                producer.got = producer.source->next(producer.askedAt.value_or(asked));
            if (!producer.got)
                continue;
            if (!producer.got->item && !producer.got->fails)
                ended = std::max(ended, producer.got->time);
            else if (!earliest || producer.got->time < earliest->got->time)
                earliest = &producer;
        }
        if (!earliest)
            return {ended, std::nullopt};
        Step step = *earliest->got;
        step.time = std::max(step.time, asked);
        if (step.fails)
            return step;
        earliest->got.reset();
        earliest->askedAt = step.time;
        for (const Producer &producer : m_producers) // One that has failed meanwhile stops it.
            earliest->isStopped = earliest->isStopped || (producer.got && producer.got->fails && producer.got->time <= step.time);
        return step;
    }

private:
    struct Producer {
        Simulated source;
        std::optional<Step> got{};
        std::optional<nanoseconds> askedAt{};
        bool isStopped = false;
    };
    Producer m_producers[2];
};

/// A random composition of operators over random sources, and its simulation.
struct Composed {
    Numbers real;
    Simulated model;
};

QCoro::Task<int> slowly(int item, std::stop_token token)
{
    co_await sleepFor(nanoseconds(1 + item * 4001), token);
    co_return (item + 1) % 1000;
}

/// Draws compositions. What depends on time, or loses an item that is stopped, is left out on demand.
class Composer {
public:
    Composer(Luck &luck, Census &census, bool timeless) : m_luck(luck), m_census(census), m_timeless(timeless) {}
    Composed draw(int depth)
    {
        if (depth == 0) {
            const Plan plan(m_luck);
            return {Numbers(PlannedSource(plan, m_census)), std::make_unique<PlannedModel>(plan)};
        }
        const int kind = m_luck.below(m_timeless ? 7 : 10);
        Composed inner = draw(depth - 1);
        switch (kind) {
        case 0: return mapped(std::move(inner));
        case 1: return filtered(std::move(inner));
        case 2: return taken(std::move(inner));
        case 3: return numbered(std::move(inner));
        case 4: return chunked(std::move(inner));
        case 5: return buffered(std::move(inner));
        case 6: return zipped(std::move(inner), draw(m_luck.below(depth)));
        case 7: return mappedSlowly(std::move(inner));
        case 8: return chunkedByTime(std::move(inner));
        default: return merged(std::move(inner), draw(m_luck.below(depth)));
        }
    }

private:
    static Composed mapped(Composed inner)
    {
        return {Numbers(map(std::move(inner.real), [](int item) { return item * 3 % 1000; })), each(std::move(inner.model), [](Model &source, nanoseconds asked) {
                    Step step = source.next(asked);
                    if (step.item)
                        step.item = *step.item * 3 % 1000;
                    return step;
                })};
    }
    static Composed mappedSlowly(Composed inner)
    {
        return {Numbers(map(std::move(inner.real), slowly)), each(std::move(inner.model), [](Model &source, nanoseconds asked) {
                    Step step = source.next(asked);
                    if (step.item)
                        step = {step.time + nanoseconds(1 + *step.item * 4001), (*step.item + 1) % 1000};
                    return step;
                })};
    }
    Composed delayed(Composed inner)
    {
        const nanoseconds delay = moment(m_luck);
        const auto wait = [delay](int item, std::stop_token token) -> QCoro::Task<int> {
            co_await sleepFor(delay, token);
            co_return item;
        };
        return {Numbers(map(std::move(inner.real), wait)), each(std::move(inner.model), [delay](Model &source, nanoseconds asked) {
                    Step step = source.next(asked);
                    step.time += step.item ? delay : nanoseconds(0);
                    return step;
                })};
    }
    static Composed filtered(Composed inner)
    {
        return {Numbers(filter(std::move(inner.real), [](int item) { return item % 3 != 0; })), each(std::move(inner.model), [](Model &source, nanoseconds asked) {
                    Step step = source.next(asked);
                    while (step.item && *step.item % 3 == 0)
                        step = source.next(step.time);
                    return step;
                })};
    }
    Composed taken(Composed inner)
    {
        const int count = m_luck.below(6);
        return {Numbers(take(std::move(inner.real), count)), each(std::move(inner.model), [left = count](Model &source, nanoseconds asked) mutable {
                    if (left == 0)
                        return Step{asked, std::nullopt};
                    const Step step = source.next(asked);
                    left = step.item ? left - 1 : 0;
                    return step;
                })};
    }
    static Composed numbered(Composed inner)
    {
        return {Numbers(map(enumerate(std::move(inner.real)), [](const auto &item) { return int(std::get<0>(item)) * 100 + std::get<1>(item) % 100; })),
                each(std::move(inner.model), [index = 0](Model &source, nanoseconds asked) mutable {
                    Step step = source.next(asked);
                    if (step.item)
                        step.item = index++ * 100 + *step.item % 100;
                    return step;
                })};
    }
    Composed chunked(Composed inner)
    {
        const int size = m_luck.between(1, 4);
        return {Numbers(map(chunk(std::move(inner.real), size), folded)), std::make_unique<ChunkModel>(std::move(inner.model), std::size_t(size))};
    }
    Composed chunkedByTime(Composed inner)
    {
        const int size = m_luck.between(1, 4);
        const nanoseconds within = m_luck.onceIn(4) ? nanoseconds(0) : moment(m_luck);
        return {Numbers(map(chunk(std::move(inner.real), size, within), folded)),
                std::make_unique<TimedChunkModel>(std::move(inner.model), std::size_t(size), within)};
    }
    Composed buffered(Composed inner)
    {
        const int capacity = m_luck.between(1, 3);
        return {Numbers(buffer(std::move(inner.real), capacity)), std::make_unique<BufferModel>(std::move(inner.model), std::size_t(capacity))};
    }
    static Composed zipped(Composed first, Composed second)
    {
        return {Numbers(map(zip(std::move(first.real), std::move(second.real)),
                            [](const std::tuple<int, int> &item) { return (std::get<0>(item) * 7 + std::get<1>(item)) % 1000; })),
                std::make_unique<ZipModel>(std::move(first.model), std::move(second.model))};
    }
    /// One after the other: of what comes at one instant from both sides the order is not the simulation's business.
    Composed merged(Composed first, Composed second)
    {
        first = delayed(std::move(first));
        second = delayed(std::move(second));
        return {Numbers(merge(std::move(first.real), std::move(second.real))), std::make_unique<MergeModel>(std::move(first.model), std::move(second.model))};
    }

    Luck &m_luck;
    Census &m_census;
    bool m_timeless;
};

std::string inWords(const std::optional<int> &item, bool fails) { return fails ? "error" : item ? std::to_string(*item) : "end"; }
std::string inWords(const Step &step) { return inWords(step.item, step.fails) + " at " + std::to_string(step.time.count()) + ", "; }

/// Asks until the end or the error, and says what came of it, and when; stopped, it asks again.
QCoro::Task<> pullAll(Numbers &source, std::vector<nanoseconds> pauses, std::vector<std::stop_source> &stops, bool withTimes, std::string &got)
{
    std::size_t stop = 0;
    for (std::size_t pull = 0;; ++pull) {
        if (pull < pauses.size())
            co_await sleepFor(pauses[pull]);
        Step step{};
        bool cancelled = false;
        try {
            auto pulling = source.next(stop < stops.size() ? stops[stop].get_token() : std::stop_token());
            step.item = co_await pulling;
        } catch (const Cancelled &) {
            cancelled = true;
            ++stop;
        } catch (const std::runtime_error &) {
            step.fails = true;
        }
        if (cancelled)
            continue;
        step.time = Clock::current().now();
        got += withTimes ? inWords(step) : inWords(step.item, step.fails) + ", ";
        if (!step.item)
            co_return;
    }
}

} // namespace

/// Operators in random compositions, against a plain simulation of each.
class StreamTest : public QObject {
    Q_OBJECT

private slots:
    void compositionsGiveWhatTheirSimulationGivesAndWhen()
    {
        const std::string problem = support::firstProblem([](std::uint64_t seed) {
            Luck luck(seed);
            Census census;
            const support::ReportedErrors reported;
            std::string expected, got;
            bool failed = false;
            {
                VirtualClock clock;
                Composed composed = Composer(luck, census, false).draw(luck.between(1, 4));
                std::vector<nanoseconds> pauses;
                for (int pull = 0; pull < 12; ++pull)
                    pauses.push_back(luck.onceIn(2) ? nanoseconds(0) : moment(luck));
                Step step{};
                for (std::size_t pull = 0; pull == 0 || step.item; ++pull) {
                    step = composed.model->next(step.time + (pull < pauses.size() ? pauses[pull] : nanoseconds(0)));
                    expected += inWords(step);
                }
                failed = step.fails;
                std::vector<std::stop_source> none;
                clock.run([&] { return pullAll(composed.real, pauses, none, true, got); });
            }
            if (census.alive != 0)
                return std::string("a source outlives its stream");
            if (census.failed != int(reported.texts().size()) + failed)
                return std::string("an error was lost");
            return support::difference(expected, got);
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }
    void pullsThatAreStoppedLoseNothing()
    {
        const std::string problem = support::firstProblem([](std::uint64_t seed) {
            Luck luck(seed);
            Census census;
            const support::ReportedErrors reported;
            std::string expected, got;
            VirtualClock clock;
            Composed composed = Composer(luck, census, true).draw(luck.between(1, 4));
            Step step{};
            for (bool first = true; first || step.item; first = false) {
                step = composed.model->next(step.time);
                expected += inWords(step.item, step.fails) + ", ";
            }
            std::vector<std::stop_source> stops(std::size_t(luck.between(1, 6)));
            const auto pulling = pullAll(composed.real, {}, stops, false, got);
            for (std::stop_source &stop : stops) {
                clock.advance(moment(luck));
                stop.request_stop();
            }
            clock.run();
            return support::difference(expected, got);
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }
    void destroyedAtAnyTimeNothingGoesOn()
    {
        const std::string problem = support::firstProblem([](std::uint64_t seed) -> std::string {
            Luck luck(seed);
            Census census;
            const support::ReportedErrors reported;
            VirtualClock clock;
            std::optional<Composed> composed(Composer(luck, census, false).draw(luck.between(1, 4)));
            bool cancelled = false, failed = false;
            const auto pull = [&]() -> QCoro::Task<> {
                try {
                    while (true) {
                        auto pulling = composed->real.next({});
                        const auto item = co_await pulling;
                        if (!item)
                            break;
                    }
                } catch (const Cancelled &) {
                    cancelled = true;
                } catch (const std::runtime_error &) {
                    failed = true;
                }
            };
            const auto pulling = pull();
            clock.advance(moment(luck));
            const bool wasPulling = !pulling.isReady();
            composed.reset();
            const int asked = census.asked;
            const nanoseconds destroyed = clock.now();
            clock.run();
            if (wasPulling != cancelled)
                return "who waited was not cancelled";
            if (census.asked != asked)
                return "a source was asked once more";
            if (census.alive != 0)
                return "a source was kept";
            if (census.failed != int(reported.texts().size()) + failed)
                return "an error was lost";
            return clock.now() == destroyed ? "" : "something waited on";
        });
        QVERIFY2(problem.empty(), problem.c_str());
    }
};

QTEST_GUILESS_MAIN(StreamTest)
#include "stream_test.moc"
