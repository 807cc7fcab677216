// SPDX-License-Identifier: MIT
// A co_await that was forgotten: the compiler says so (here as an error), for nobody would be told what became of the work.
#include <asyncade/asyncade.h>
#include <asyncade/testing/marbles.h>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> fetch(std::stop_token) { co_return 1; }
QCoro::Task<int> fetchItem(int item) { co_return item; }
QCoro::Task<int> running() { co_return 1; }
int compute() { return 1; }

class Button : public QObject {
    Q_OBJECT
signals:
    void clicked();
};

QCoro::Task<> rightUses(std::vector<int> items, std::vector<QCoro::Task<int>> tasks, std::stop_token token)
{
    co_await gather(fetch, fetch);
    co_await gather(std::move(tasks));
    const auto kept = withTimeout(fetch, 1s);
    TaskScope scope;
    scope.spawn(mapParallel(items, fetchItem));
    auto results = asCompleted(fetch, fetch);
    co_await results.next(token);
    co_await sleepFor(1ms);
    Debouncer save([] {}, {.delay = 1ms});
    save(); // Calls act at once: awaiting them is optional.
}

#ifdef REFUSED
void dropped(std::vector<int> items, std::stop_token token)
{
    gather(fetch, fetch); // refused: await it: a dropped task loses its error
    gather(token, fetch, fetch); // refused: await it: a dropped task loses its error
    gather(std::vector{fetch}); // refused: await it: a dropped task loses its error
    gatherNamed(named<"user">(fetch)); // refused: await it: a dropped task loses its error
    gatherSafe(fetch); // refused: await it: a dropped task loses its error
    race(fetch, fetch); // refused: await it: a dropped task loses its error
    anyOf(fetch, fetch); // refused: await it: a dropped task loses its error
    asCompleted(fetch, fetch); // refused: keep it: destroyed, it stops the operations
    withTimeout(fetch, 1s); // refused: await it: a dropped task loses its error
    withTimeoutDefault(fetch, 1s, 0); // refused: await it: a dropped task loses its error
    retry(fetch); // refused: await it: a dropped task loses its error
    retryWhile(fetch, [](int value) { return value > 0; }); // refused: await it: a dropped task loses its error
    hedge(fetch); // refused: await it: a dropped task loses its error
    mapParallel(items, fetchItem); // refused: await it: a dropped task loses its error
    batchExecute(std::vector{fetch}, 2); // refused: await it: a dropped task loses its error
    batchConcurrent(items, fetchItem, 2); // refused: await it: a dropped task loses its error
    batchConcurrentSafe(items, fetchItem, 2); // refused: await it: a dropped task loses its error
    offload(compute); // refused: await it: a dropped task loses its error
    offloadMap(items, fetchItem); // refused: await it: a dropped task loses its error
    rateLimit(items, fetchItem, {10, 1s}); // refused: take from it: nothing starts before
    stoppable(running(), token); // refused: await it: a dropped task loses its error
    tracked(running()); // refused: await it: a dropped task loses its error
    call(fetch); // refused: give it to a helper: it starts nothing by itself
    abandonable(running()); // refused: give it to a helper: it starts nothing by itself
    call(fetch)(token); // refused: await it: a dropped task loses its error
    collect(fromRange(items)); // refused: await it: a dropped task loses its error
    fromRange(items) | take(1); // refused: take from it: nothing is pulled before
    marbles("-a|").next(); // refused: await it: a dropped task loses its error
}

void droppedOnObjects(Button &button, Channel<int> &channel, Event &event, Semaphore &semaphore, RateLimiter &limiter, std::stop_token token)
{
    KeepLatest latest;
    latest.run(fetch); // refused: await it: a dropped task loses its error
    CircuitBreaker breaker;
    breaker.run(fetch); // refused: await it: a dropped task loses its error
    SingleFlight<int, int> flights;
    flights.run(1, fetch); // refused: await it: a dropped task loses its error
    Pipeline().run(fetch); // refused: await it: a dropped task loses its error
    Batcher<int> batcher([](std::vector<int>) {});
    batcher.submit(1); // refused: await it: nothing happens before co_await
    channel.send(1, token); // refused: await it: nothing happens before co_await
    channel.trySend(1); // refused: look at it: false, and nothing was sent
    channel.tryNext(); // refused: keep it: it has been taken out
    semaphore.tryAcquire(); // refused: keep it: destroyed, it gives the permit back
    limiter.tryAcquire(); // refused: look at it: false, and nothing may pass
    KeyedRateLimiter<int> keyed(10, 1s);
    keyed.tryAcquire(1); // refused: look at it: false, and nothing may pass
    channel.next(); // refused: await it: nothing happens before co_await
    event.wait(); // refused: await it: nothing happens before co_await
    semaphore.acquire(); // refused: await it: nothing happens before co_await
    limiter.acquire(); // refused: await it: nothing happens before co_await
    CoolDown gate;
    gate.acquire(); // refused: await it: nothing happens before co_await
    sleepFor(1s, token); // refused: await it: nothing happens before co_await
    yield(); // refused: await it: nothing happens before co_await
    awaitSignal(&button, &Button::clicked); // refused: await it: nothing happens before co_await
    awaitSignal(&button, &Button::clicked, token); // refused: await it: nothing happens before co_await
    signalStream(&button, &Button::clicked); // refused: take from it: nothing is pulled before
    TaskScope scope;
    scope.join(); // refused: await it: nothing happens before co_await
}
#endif
