// SPDX-License-Identifier: MIT
#include <asyncade/observer.h>

#include <asyncade/asyncade.h>
#include <asyncade/testing/marbles.h>

#include "support/counting_source.h"
#include "support/public_names.h"
#include "support/work.h"

#include <QCoroAsyncGenerator>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include <compare>
#include <map>
#include <optional>
#include <semaphore>
#include <tuple>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// So often a wait for work has been seen: what runs on the pool goes on then.
std::counting_semaphore<> workAwaited(0);

/// Notes what is waited for, by request, part and reason, and how each wait ends.
class Waits : public Observer {
public:
    struct Seen {
        std::uint32_t request;
        Part part;
        WaitReason reason;
        friend auto operator<=>(const Seen &a, const Seen &b)
        {
            return std::tuple(a.request, a.part.id, a.reason) <=> std::tuple(b.request, b.part.id, b.reason);
        }
        friend bool operator==(const Seen &, const Seen &) = default;
    };
    std::map<Seen, int> begun, ended;
    std::vector<Part> rejected;
    void observe(const TraceEvent &event) noexcept override
    {
        const Seen seen{event.span.request, event.part, event.reason};
        if (event.kind == TraceEventKind::Wait) {
            ++begun[seen];
            if (event.reason == WaitReason::Work)
                workAwaited.release();
        }
        if (event.kind == TraceEventKind::Go && begun[seen] > ended[seen])
            ++ended[seen];
        if (event.kind == TraceEventKind::Go && event.how == GoHow::Rejected)
            rejected.push_back(event.part);
    }
};

using Task = QCoro::Task<>;

QCoro::Task<int> work(int, std::stop_token token) { return support::valueAfter(1h, 0, token); }
QCoro::Task<int> operation(std::stop_token token) { return support::valueAfter(1h, 0, token); }
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
    std::ignore = limiter.tryAcquire();
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
/// The pool has one thread, and that is taken until `release`.
class TakenPool {
public:
    TakenPool() : m_before(QThreadPool::globalInstance()->maxThreadCount())
    {
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([this] { m_goOn.acquire(); });
    }
    ~TakenPool() { QThreadPool::globalInstance()->setMaxThreadCount(m_before); }
    void release() { m_goOn.release(); }

private:
    int m_before;
    std::binary_semaphore m_goOn{0};
};
Task offloaded(Part)
{
    while (workAwaited.try_acquire()) {
    }
    TakenPool pool;
    auto running = offload([] { workAwaited.acquire(); });
    pool.release();
    co_await running;
}
Task offloadedMap(Part part)
{
    while (workAwaited.try_acquire()) {
    }
    const auto work = [](int) { workAwaited.acquire(); };
    auto map = offloadMap(items, work, {.maxConcurrency = 1, .part = part});
    co_await map;
}
template <class S>
Task pulled(S source)
{
    co_await source.next();
}
support::TimedSource slow() { return support::TimedSource(9, 1h); }
QCoro::AsyncGenerator<int> generator()
{
    co_await sleepFor(1h);
    co_yield 1;
}
bool always(int) { return true; }
int same(int item) { return item; }
QCoro::Task<> joined(Part)
{
    TaskScope scope;
    scope.spawn("child", operation);
    co_await scope.join();
}

/// One wait of a helper: the names in the public headers that it stands for, why it waits, whether for its part or for nothing in
/// particular.
struct Row {
    const char *name;
    const char *covers;
    WaitReason reason;
    bool hasPart;
    Task (*run)(Part);
};
using enum WaitReason;
const Row rows[] = {
    {"sleepFor", "sleepFor Sleep BareSleep", WaitReason::Sleep, false, [](Part) -> Task { co_await sleepFor(1h); }},
    {"sleepUntil", "sleepUntil", WaitReason::Sleep, false, [](Part) -> Task { co_await sleepUntil(1h); }},
    {"yield", "yield", WaitReason::Sleep, false, [](Part) -> Task { co_await yield(); }},
    {"Semaphore", "Semaphore Permit", Slot, true, semaphore},
    {"Event", "Event", Turn, true, event},
    {"Channel, to send", "Channel", Slot, true, send},
    {"Channel, to receive", "Channel", Turn, true, receive},
    {"awaitSignal", "awaitSignal SignalOperation SignalWaiting", Turn, true, signal},
    {"signalStream", "signalStream", Turn, true,
     [](Part part) -> Task {
         QTimer timer;
         auto source = signalStream(&timer, &QTimer::timeout, {.part = part});
         co_await source.next();
     }},
    {"TaskScope, to join", "TaskScope", Work, false, joined},
    {"tracked", "tracked", Work, false, [](Part) -> Task { co_await tracked(operation({})); }},
    {"stoppable", "stoppable", Work, false, [](Part) -> Task { co_await stoppable(operation({}), std::stop_token()); }},
    {"abandonable", "abandonable Abandonable", Work, false, [](Part) -> Task { co_await withTimeout(abandonable(operation), 2h); }},
    {"offload, for a thread", "offload", Slot, false, offloaded},
    {"offload, for its end", "offload", Work, false, offloaded},
    {"offloadMap", "offloadMap", Slot, true, offloadedMap},

    {"gather", "gather", Work, false, [](Part) -> Task { co_await gather(operation, operation); }},
    {"gatherNamed", "gatherNamed", Work, false, [](Part) -> Task { co_await gatherNamed(named<"a">(operation), named<"b">(operation)); }},
    {"gatherSafe", "gatherSafe", Work, false, [](Part) -> Task { co_await gatherSafe(operation, operation); }},
    {"race", "race", Work, false, [](Part) -> Task { co_await race(operation, operation); }},
    {"anyOf", "anyOf", Work, false, [](Part) -> Task { co_await anyOf(operation, operation); }},
    {"asCompleted", "asCompleted Completions", Work, false,
     [](Part) -> Task {
         auto results = asCompleted(operation, operation);
         co_await results.next();
     }},
    {"mapParallel, for a slot", "mapParallel", Slot, true, parallelMap},
    {"mapParallel, for its end", "mapParallel", Work, false, parallelMap},
    {"batchExecute", "batchExecute", Work, false, 
     [](Part) -> Task {
         const std::vector<QCoro::Task<int> (*)(std::stop_token)> operations(2, operation);
         co_await batchExecute(operations, 1);
     }},
    {"batchConcurrent, behind another batch", "batchConcurrent", Batch, true, batches},
    {"batchConcurrent, for more", "batchConcurrent", Collect, true,
     [](Part part) -> Task {
         auto running = batchConcurrent(support::TimedSource(9, 300ms), work, 9, {.pullAhead = true, .part = part});
         co_await running;
     }},
    {"batchConcurrentSafe", "batchConcurrentSafe", Batch, true,
     [](Part part) -> Task {
         auto running = batchConcurrentSafe(items, work, 1, {.pullAhead = true, .part = part});
         co_await running;
     }},
    {"Batcher, for more", "Batcher", Collect, true, batcher},
    {"Batcher, for its call", "Batcher", Work, false,
     [](Part part) -> Task {
         Batcher<int, int> batcher(workAll, {.size = 1, .delay = 1h, .part = part});
         co_await batcher.submit(1);
     }},

    {"RateLimiter", "RateLimiter", Token, true, rateLimiter},
    {"RateLimiter, paused", "RateLimiter", Pause, true, pausedRateLimiter},
    {"KeyedRateLimiter", "KeyedRateLimiter", Token, true, keyedRateLimiter},
    {"CoolDown", "CoolDown", Pause, true, coolDown},
    {"rateLimit, for a slot", "rateLimit RateLimited", Slot, true, rateLimited},
    {"rateLimit, for a token", "rateLimit", Token, false,
     [](Part) -> Task {
         auto source = rateLimit(items, work, {1, 1h}, {.pullAhead = true});
         co_await source.next();
     }},
    {"rateLimit, for a result", "rateLimit RateLimited", Work, false, rateLimited},
    {"Debouncer", "Debouncer", Quiet, true, debouncer},
    {"Debouncer, behind another run", "Debouncer", Turn, true,
     [](Part part) -> Task {
         Debouncer debouncer(work, DebounceOptions{.delay = 1ms, .part = part});
         debouncer(1);
         co_await sleepFor(2ms);
         co_await debouncer(2);
     }},
    {"Debouncer, for its run", "Debouncer SharedCall", Work, false, debouncer},
    {"Throttler", "Throttler", Window, true, throttler},

    {"retry", "retry", Backoff, true, backoff},
    {"retryWhile", "retryWhile", Backoff, true,
     [](Part part) -> Task {
         const auto zero = [](std::stop_token token) { return support::valueAfter(1ms, 0, token); };
         auto retrying = retryWhile(zero, [](int) { return true; }, {.base = 1h, .part = part});
         co_await retrying;
     }},
    {"hedge, for another copy", "hedge", WaitReason::Hedge, true, [](Part part) -> Task { co_await hedge(operation, {.delay = 1h, .part = part}); }},
    {"hedge, for its copies", "hedge", Work, false, [](Part) -> Task { co_await hedge(operation, {.delay = 1ms}); }},
    {"SingleFlight, who began", "SingleFlight", Work, false,
     [](Part) -> Task {
         SingleFlight<int, int> flights;
         co_await flights.run(1, operation);
     }},
    {"SingleFlight, who came later", "SingleFlight", Turn, false,
     [](Part) -> Task {
         SingleFlight<int, int> flights;
         auto first = flights.run(1, operation);
         co_await flights.run(1, operation);
     }},
    // These do not wait by themselves: what they are given to do reports its own waits, in the name of who called.
    {"withTimeout", "withTimeout", WaitReason::Sleep, false, [](Part) -> Task { co_await withTimeout(operation, 2h); }},
    {"withTimeoutDefault", "withTimeoutDefault", WaitReason::Sleep, false, [](Part) -> Task { co_await withTimeoutDefault(operation, 2h, 0); }},
    {"KeepLatest", "KeepLatest", WaitReason::Sleep, false,
     [](Part) -> Task {
         KeepLatest latest;
         co_await latest.run(operation);
     }},
    {"CircuitBreaker", "CircuitBreaker", WaitReason::Sleep, false,
     [](Part) -> Task {
         CircuitBreaker breaker;
         co_await breaker.run(operation);
     }},
    {"Pipeline", "Pipeline", WaitReason::Sleep, false, [](Part) -> Task { co_await Pipeline().timeout(2h).run(operation); }},

    {"chunk", "chunk", Collect, true, chunks},
    {"debounce", "debounce", Quiet, true, debounced},
    {"throttle", "throttle", Window, true, throttled},
    {"debounce, for an item", "debounce", Turn, false, [](Part) -> Task { return pulled(debounce(slow(), 1ms)); }},
    {"throttle, for an item", "throttle", Turn, false, [](Part) -> Task { return pulled(throttle(slow(), 1ms)); }},
    {"buffer, for room", "buffer", Slot, true, buffered},
    {"buffer, for an item", "buffer", Turn, true, [](Part part) -> Task { return pulled(buffer(slow(), 1, Overflow::Wait, part)); }},
    {"merge", "merge", Turn, false, [](Part) -> Task { return pulled(merge(slow(), slow())); }},
    {"fromGenerator", "fromGenerator", Turn, false, [](Part) -> Task { return pulled(fromGenerator(generator())); }},
    // Again these wait for what they are given alone.
    {"zip", "zip Stream", WaitReason::Sleep, false, [](Part) -> Task { return pulled(zip(slow(), slow())); }},
    {"map", "map", WaitReason::Sleep, false, [](Part) -> Task { return pulled(map(slow(), same)); }},
    {"filter", "filter", WaitReason::Sleep, false, [](Part) -> Task { return pulled(filter(slow(), always)); }},
    {"take", "take", WaitReason::Sleep, false, [](Part) -> Task { return pulled(take(slow(), 1)); }},
    {"enumerate", "enumerate", WaitReason::Sleep, false, [](Part) -> Task { return pulled(enumerate(slow())); }},
    {"marbles", "marbles MarbleSource", WaitReason::Sleep, false, [](Part) -> Task { return pulled(marbles("---a|")); }},
    {"collect", "collect", WaitReason::Sleep, false, [](Part) -> Task { co_await collect(slow()); }},
};

/// What nobody waits in: clocks, values, and what blocks the thread. A new name in a public header has its row above, or its
/// place here.
const char waitsForNothing[] = "BatchLimits Call ChromeTraceWriter Clock ClockScope Duration Named NamedValues Observer Progress Recorder RetryRules "
                               "SpanScope SystemClock TaskResult TestClock ThrottlePolicy VirtualClock backoffDelay call checkBackoff currentSpan drawn "
                               "fromRange named requestStop runBlocking setErrorHook statusOf";

QStringList words(const char *text) { return QString::fromLatin1(text).split(' '); }

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
        std::optional<VirtualClock> clock(std::in_place);
        clock->setObserver(&waits);
        const Part part{77};
        const Waits::Seen seen{7, rows[row].hasPart ? part : Part{}, rows[row].reason};
        std::optional<Task> task;
        {
            const SpanScope scope({.request = 7});
            task.emplace(rows[row].run(part));
        }
        clock->runUntil(1s);
        QVERIFY(waits.begun[seen] > 0);
        clock.reset(); // Cancels whoever still waits.
        QCOMPARE(waits.ended, waits.begun);
    }
    void everyNameInThePublicHeadersHasItsRow()
    {
        QStringList covered = words(waitsForNothing);
        for (const Row &row : rows)
            covered << words(row.covers);
        const QString folder = QFINDTESTDATA("../../lib/include/asyncade");
        QStringList names, uncovered;
        for (const QString &header : support::publicHeaders(folder)) {
            for (const QString &name : support::publicNames(header)) {
                names << name;
                if (!covered.contains(name))
                    uncovered << name + " in " + header.mid(folder.size() + 1);
            }
        }
        QVERIFY2(uncovered.isEmpty(), qPrintable("no row shows what an observer is told of the waits of " + uncovered.join(", ")));
        covered.removeIf([&](const QString &name) { return names.contains(name); });
        QVERIFY2(covered.isEmpty(), qPrintable("in no public header: " + covered.join(", ")));
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
