// SPDX-License-Identifier: MIT
#include <asyncade/observer.h>

#include <asyncade/asyncade.h>

#include "support/counting_source.h"
#include "support/work.h"

#include <QTest>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// Notes what is waited for: the request, the part and the reason.
class Waits : public Observer {
public:
    struct Seen {
        std::uint32_t request;
        Part part;
        WaitReason reason;
        friend bool operator==(const Seen &, const Seen &) = default;
    };
    std::vector<Seen> seen;
    std::vector<Part> rejected;
    void observe(const TraceEvent &event) noexcept override
    {
        if (event.kind == TraceEventKind::Wait)
            seen.push_back({event.span.request, event.part, event.reason});
        if (event.kind == TraceEventKind::Go && event.how == GoHow::Rejected)
            rejected.push_back(event.part);
    }
};

using Task = QCoro::Task<>;

QCoro::Task<int> work(int, std::stop_token token) { return support::valueAfter(1h, 0, token); }
QCoro::Task<int> fail(std::stop_token token) { return support::failAfter(1ms, "bad", token); }
QCoro::Task<std::vector<int>> workAll(std::vector<int> items, std::stop_token token)
{
    co_await sleepFor(1h, token);
    co_return items;
}
const std::vector<int> items{1, 2, 3};

Task semaphore(Part part)
{
    Semaphore permits(1, {}, part);
    const auto held = permits.tryAcquire();
    const Permit permit = co_await permits.acquire();
}
Task rateLimiter(Part part)
{
    RateLimiter limiter{1, 1h, {.part = part}};
    limiter.tryAcquire();
    co_await limiter.acquire();
}
Task pausedRateLimiter(Part part)
{
    RateLimiter limiter{1, 1s, {.part = part}};
    limiter.pause(1h);
    co_await limiter.acquire();
}
Task keyedRateLimiter(Part part)
{
    KeyedRateLimiter<int> limiter(std::vector<RateLimit>{{1, 1h}}, part);
    co_await limiter.acquire(1);
    co_await limiter.acquire(1);
}
Task coolDown(Part part)
{
    CoolDown gate({}, part);
    gate.pause(1h);
    co_await gate.acquire();
}
Task rateLimited(Part part)
{
    auto source = rateLimit(items, work, {1000, 1s}, {.maxInFlight = 1, .pullAhead = true, .part = part});
    co_await source.next();
}
Task parallelMap(Part part)
{
    auto map = mapParallel(items, work, {.maxConcurrency = 1, .pullAhead = true, .part = part});
    co_await map;
}
Task batches(Part part)
{
    auto running = batchConcurrent(items, work, 1, {.pullAhead = true, .part = part});
    co_await running;
}
Task batcher(Part part)
{
    Batcher<int, int> batcher(workAll, {.size = 5, .delay = 1h, .part = part});
    co_await batcher.submit(1);
}
Task debouncer(Part part)
{
    Debouncer debouncer(work, DebounceOptions{.delay = 1h, .part = part});
    co_await debouncer(1);
}
Task throttler(Part part)
{
    Throttler throttler(work, ThrottlePolicy::pacing(1h, part));
    throttler(1);
    co_await throttler(2);
}
Task backoff(Part part)
{
    auto retrying = retry(fail, {.base = 1h, .part = part});
    co_await retrying;
}
Task send(Part part)
{
    Channel<int> channel(1, {}, part);
    co_await channel.send(1);
    co_await channel.send(2);
}
Task receive(Part part)
{
    Channel<int> channel(1, {}, part);
    co_await channel.next();
}
Task event(Part part)
{
    Event event({}, part);
    co_await event.wait();
}
Task signal(Part part)
{
    QTimer timer;
    co_await awaitSignal(&timer, &QTimer::timeout, std::stop_token(), part);
}
Task chunks(Part part)
{
    auto source = chunk(support::TimedSource(9, 300ms), 9, 2h, part);
    co_await source.next();
}
Task debounced(Part part)
{
    auto source = debounce(support::TimedSource(2, 1ms), DebounceOptions{.delay = 1h, .part = part});
    co_await source.next();
}
Task throttled(Part part)
{
    auto source = throttle(support::TimedSource(9, 1ms), ThrottlePolicy::pacing(1h, part));
    co_await source.next();
    co_await source.next();
}
Task buffered(Part part)
{
    auto source = buffer(support::TimedSource(9, 1ms), 1, Overflow::Wait, part);
    co_await source.next();
    co_await sleepFor(1h);
}

struct Row {
    const char *name;
    WaitReason reason;
    Task (*run)(Part);
};
const Row rows[] = {
    {"Semaphore", WaitReason::Slot, semaphore},
    {"RateLimiter", WaitReason::Token, rateLimiter},
    {"RateLimiter paused", WaitReason::Pause, pausedRateLimiter},
    {"KeyedRateLimiter", WaitReason::Token, keyedRateLimiter},
    {"CoolDown", WaitReason::Pause, coolDown},
    {"rateLimit", WaitReason::Slot, rateLimited},
    {"mapParallel", WaitReason::Slot, parallelMap},
    {"batchConcurrent", WaitReason::Batch, batches},
    {"Batcher", WaitReason::Collect, batcher},
    {"Debouncer", WaitReason::Quiet, debouncer},
    {"Throttler", WaitReason::Window, throttler},
    {"retry", WaitReason::Backoff, backoff},
    {"Channel, to send", WaitReason::Slot, send},
    {"Channel, to receive", WaitReason::Turn, receive},
    {"Event", WaitReason::Turn, event},
    {"awaitSignal", WaitReason::Turn, signal},
    {"chunk", WaitReason::Collect, chunks},
    {"debounce", WaitReason::Quiet, debounced},
    {"throttle", WaitReason::Window, throttled},
    {"buffer", WaitReason::Slot, buffered},
};

} // namespace

class ObserverWaitsTest : public QObject {
    Q_OBJECT

private slots:
    void everyHelperThatWaitsSaysWhyAndForWhom_data()
    {
        QTest::addColumn<int>("row");
        for (int row = 0; row < int(std::size(rows)); ++row)
            QTest::newRow(rows[row].name) << row;
    }
    void everyHelperThatWaitsSaysWhyAndForWhom()
    {
        QFETCH(const int, row);
        Waits waits;
        VirtualClock clock;
        clock.setObserver(&waits);
        const Part part{77};
        std::optional<Task> task;
        {
            const SpanScope scope({.request = 7});
            task.emplace(rows[row].run(part));
        }
        clock.runUntil(1s);
        QVERIFY(std::ranges::find(waits.seen, Waits::Seen{7, part, rows[row].reason}) != waits.seen.end());
    }
    void aBreakerSaysWhomItTurnsAway()
    {
        Waits waits;
        VirtualClock clock;
        clock.setObserver(&waits);
        CircuitBreaker breaker({.failures = 1, .part = {77}});
        for (int i = 0; i < 2; ++i)
            QVERIFY_THROWS_EXCEPTION(std::runtime_error, clock.run([&] { return breaker.run(fail); }));
        QCOMPARE(waits.rejected.size(), std::size_t(1));
        QCOMPARE(waits.rejected.front().id, Part{77}.id);
    }
};

QTEST_GUILESS_MAIN(ObserverWaitsTest)
#include "observer_waits_test.moc"
