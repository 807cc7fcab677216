// SPDX-License-Identifier: MIT
#include <asyncade/pipeline.h>

#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>

#include <optional>
#include <random>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

/// A server whose answers are drawn from a seed by try and copy, so that they do not depend on who calls and how.
struct Server {
    std::uint64_t seed;
    int running = 0;

    static QCoro::Task<int> serve(Server *server, int request, std::stop_token token)
    {
        const Span span = currentSpan();
        std::mt19937_64 random(server->seed * 7919 + std::uint64_t(request) * 101 + span.tryNumber * 13u + span.copy);
        report::attempt(std::uint32_t(request));
        ++server->running;
        std::exception_ptr stopped;
        try {
            co_await sleepFor(std::chrono::milliseconds(random() % 400), token);
        } catch (...) {
            stopped = std::current_exception();
        }
        --server->running;
        report::attemptEnd(std::uint32_t(request), AttemptOutcome::Ok);
        if (stopped)
            std::rethrow_exception(stopped);
        if (random() % 3 == 0)
            throw std::runtime_error("503");
        co_return request * 10;
    }
};

/// One set of shared things, for a pipeline or for nesting by hand.
struct Shared {
    RateLimiter limiter{20, 1s, {.burst = 2}};
    Semaphore semaphore{1};
    CircuitBreaker breaker{{.failures = 3, .openFor = 300ms}};
};

constexpr RetryOptions tries{.attempts = 4, .base = 50ms, .seed = 5};
constexpr HedgeOptions copies{.delay = 150ms, .copies = 1};

/// The order of the documentation, written by hand.
template <class Operation>
QCoro::Task<int> nested(Shared *shared, Operation operation, std::stop_token token)
{
    const auto hedged = [&](std::stop_token t) { return hedge(operation, copies, t); };
    const auto guarded = [&](std::stop_token t) { return shared->breaker.run(hedged, t); };
    const auto limited = [&](std::stop_token t) -> QCoro::Task<int> {
        co_await shared->limiter.acquire(t);
        const Permit permit = co_await shared->semaphore.acquire(t);
        co_return co_await guarded(t);
    };
    const auto timed = [&](std::stop_token t) { return withTimeout(limited, 500ms, t); };
    const auto retried = [&](std::stop_token t) { return retry(timed, tries, {}, t); };
    co_return co_await withTimeout(retried, 1500ms, token);
}

struct Run {
    QByteArrayList trace;
    QByteArrayList results;
};

/// Two or three requests, 30 ms apart, of which some give up.
template <class CallOne>
Run runAll(std::uint64_t seed, CallOne callOne)
{
    VirtualClock clock;
    support::TraceLines trace;
    Server server{seed};
    Shared shared;
    clock.setObserver(&trace);
    Run run;
    const int requests = seed % 3 == 0 ? 3 : 2;
    std::vector<std::stop_source> stops(static_cast<std::size_t>(requests));
    const auto one = [&](int request) -> QCoro::Task<> {
        const auto operation = call(Server::serve, &server, request);
        QByteArray result = QByteArray::number(request) + ' ';
        try {
            result += QByteArray::number(co_await callOne(shared, operation, stops[std::size_t(request)].get_token()));
        } catch (...) {
            result += support::inWords(std::current_exception());
        }
        run.results << result + " at " + QByteArray::number(qlonglong(clock.now() / 1ns));
    };
    for (int request = 0; request < requests; ++request) {
        {
            const SpanScope scope({.request = std::uint32_t(request + 1)});
            one(request);
        }
        clock.advance(30ms);
        if ((seed + std::uint64_t(request)) % 5 == 0)
            stops[std::size_t(request)].request_stop();
    }
    clock.run();
    run.results << QByteArray::number(server.running) + " left";
    run.trace = trace.lines;
    return run;
}

} // namespace

class PipelineTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyPipelineJustRunsTheOperation();
    void describesItselfInAFixedOrder();
    void eachTryHasItsOwnTimeoutAndTheWholeATotal();
    void aBackoffHoldsNoSlot();
    void eachTryTakesAToken();
    void theBreakerTurnsTriesAway();
    void aServerThatHangsOpensTheBreakerThatCountsDeadlines();
    void aHedgeTakesOneTokenAndOneSlot();
    void stoppingTheTokenReachesEveryLayer_data();
    void stoppingTheTokenReachesEveryLayer();
    void changesCountFromTheNextCallOn();
    void refusesOptionsThatMakeNoSense();
    void nestingByHandGivesTheSameResultsAndTheSameTrace();
};

void PipelineTest::anEmptyPipelineJustRunsTheOperation()
{
    VirtualClock clock;
    const Pipeline pipeline;
    QCOMPARE(pipeline.describe(), std::string("operation"));
    QCOMPARE(clock.run([&] { return pipeline.run(call(support::valueAfter, 10ms, 7)); }), 7);
    QCOMPARE(thrownBy([&] { clock.run([&] { return pipeline.run(call(support::failAfter, 10ms, "bad")); }); }), "runtime_error: bad");
    const auto nothing = [](std::stop_token) {};
    clock.run([&] { return pipeline.run(nothing); });
}

void PipelineTest::describesItselfInAFixedOrder()
{
    Shared shared;
    Pipeline pipeline;
    pipeline.hedge({.delay = 200ms}).breaker(shared.breaker).limit(shared.semaphore).limit(shared.limiter).timeout(2s).retry({.attempts = 4}).totalTimeout(1min);
    QCOMPARE(pipeline.describe(), std::string("total timeout (60 s) → retry (4 tries) → timeout (2 s) → rate limit → concurrency limit (1) → "
                                              "circuit breaker → hedge (200 ms) → operation"));
    QCOMPARE(Pipeline().timeout(1s).describe(), std::string("timeout (1 s) → operation"));
    QCOMPARE(Pipeline().retry({.attempts = 1}).describe(), std::string("retry (1 try) → operation"));
}

void PipelineTest::eachTryHasItsOwnTimeoutAndTheWholeATotal()
{
    VirtualClock clock;
    Pipeline pipeline;
    pipeline.retry({.attempts = 10, .base = 100ms, .factor = 1, .jitter = Jitter::none()}).timeout(300ms);
    QCOMPARE(thrownBy([&] { clock.run([&] { return pipeline.run(call(support::valueAfter, 1h, 7)); }); }), "TimeoutError: timed out after 300 ms");
    QCOMPARE(clock.now(), 3900ms); // 10 tries, 9 back-offs.
    pipeline.totalTimeout(1s);
    QCOMPARE(thrownBy([&] { clock.run([&] { return pipeline.run(call(support::valueAfter, 1h, 7)); }); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(clock.now(), 4900ms);
}

void PipelineTest::aBackoffHoldsNoSlot()
{
    VirtualClock clock;
    Semaphore semaphore(1);
    Pipeline pipeline;
    pipeline.retry({.attempts = 2, .base = 1s, .jitter = Jitter::none()}).limit(semaphore);
    const auto failing = pipeline.run(call(support::failAfter, 10ms, "bad"));
    clock.runUntil(500ms);
    QCOMPARE(semaphore.available(), 1);
    clock.runUntil(1015ms);
    QCOMPARE(semaphore.available(), 0);
    clock.run();
    QCOMPARE(semaphore.available(), 1);
}

void PipelineTest::eachTryTakesAToken()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1s};
    Pipeline pipeline;
    pipeline.retry({.attempts = 3, .base = 1ms, .jitter = Jitter::none()}).limit(limiter);
    thrownBy([&] { clock.run([&] { return pipeline.run(call(support::failAfter, 10ms, "bad")); }); });
    QCOMPARE(clock.now(), 2010ms);
}

void PipelineTest::theBreakerTurnsTriesAway()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2, .openFor = 1h});
    Pipeline pipeline;
    pipeline.retry({.attempts = 4, .base = 10ms, .factor = 1, .jitter = Jitter::none()}).breaker(breaker);
    QVERIFY(thrownBy([&] { clock.run([&] { return pipeline.run(call(support::failAfter, 10ms, "bad")); }); }).contains("circuit is open"));
    QCOMPARE(clock.now(), 50ms); // Two tries of 10 ms, three back-offs.
}

void PipelineTest::aHedgeTakesOneTokenAndOneSlot()
{
    VirtualClock clock;
    RateLimiter limiter{1, 1h, {.burst = 2}};
    Semaphore semaphore(2);
    Pipeline pipeline;
    pipeline.limit(limiter).limit(semaphore).hedge({.delay = 10ms, .copies = 3});
    const auto running = pipeline.run(call(support::valueAfter, 100ms, 7));
    clock.runUntil(50ms);
    QCOMPARE(limiter.available(), 1);
    QCOMPARE(semaphore.available(), 1);
    clock.run();
    QCOMPARE(clock.now(), 100ms);
    QCOMPARE(semaphore.available(), 2);
}

void PipelineTest::stoppingTheTokenReachesEveryLayer_data()
{
    QTest::addColumn<int>("at");
    QTest::newRow("while it waits for a token") << 10;
    QTest::newRow("while it waits for a slot") << 150;
    QTest::newRow("while the operation runs") << 350;
    QTest::newRow("while its hedged copies run") << 450;
    QTest::newRow("during the back-off") << 650;
}

void PipelineTest::stoppingTheTokenReachesEveryLayer()
{
    QFETCH(const int, at);
    VirtualClock clock;
    RateLimiter limiter{10, 1s};
    Semaphore semaphore(1);
    CircuitBreaker breaker;
    QVERIFY(limiter.tryAcquire());
    std::optional<Permit> permit = semaphore.tryAcquire();
    const auto releasing = [](std::optional<Permit> &held) -> QCoro::Task<> {
        co_await sleepFor(300ms);
        held.reset();
    }(permit);
    Pipeline pipeline;
    pipeline.totalTimeout(1h).retry({.base = 1min, .jitter = Jitter::none()}).timeout(1min).limit(limiter).limit(semaphore).breaker(breaker).hedge({.delay = 100ms});
    std::stop_source stop;
    const auto stopping = support::stopAfter(std::chrono::milliseconds(at), stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return pipeline.run(call(support::failAfter, 200ms, "bad"), stop.get_token()); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), std::chrono::milliseconds(at));
    clock.run();
    QCOMPARE(semaphore.available(), 1);
    QCOMPARE(limiter.waiting(), std::size_t(0));
    QVERIFY(clock.now() <= 650ms); // Nothing was left behind.
}

void PipelineTest::changesCountFromTheNextCallOn()
{
    VirtualClock clock;
    Pipeline pipeline;
    pipeline.timeout(1s);
    const auto running = pipeline.run(call(support::valueAfter, 900ms, 7));
    pipeline.timeout(100ms);
    QCOMPARE(thrownBy([&] { clock.run([&] { return pipeline.run(call(support::valueAfter, 900ms, 7)); }); }),
             "TimeoutError: timed out after 100 ms");
    clock.run();
    QCOMPARE(clock.now(), 900ms);
}

void PipelineTest::refusesOptionsThatMakeNoSense()
{
    Pipeline pipeline;
    QVERIFY(thrownBy([&] { pipeline.retry({.attempts = 0}); }).contains("at least 1 attempt, got 0"));
    QVERIFY(thrownBy([&] { pipeline.hedge({.copies = 0}); }).contains("at least 1 copy, got 0"));
    QCOMPARE(pipeline.describe(), std::string("operation"));
}

void PipelineTest::nestingByHandGivesTheSameResultsAndTheSameTrace()
{
    const auto byHand = [](Shared &shared, const auto &operation, std::stop_token token) { return nested(&shared, operation, token); };
    const auto byPipeline = [](Shared &shared, const auto &operation, std::stop_token token) {
        Pipeline pipeline;
        pipeline.hedge(copies).limit(shared.limiter).breaker(shared.breaker).limit(shared.semaphore).retry(tries).timeout(500ms).totalTimeout(1500ms);
        return pipeline.run(operation, token);
    };
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        const Run expected = runAll(seed, byHand), actual = runAll(seed, byPipeline);
        QVERIFY2(actual.results == expected.results && actual.trace == expected.trace && expected.trace.size() > 4,
                 ("seed " + std::to_string(seed)).c_str());
    }
}

void PipelineTest::aServerThatHangsOpensTheBreakerThatCountsDeadlines()
{
    VirtualClock clock;
    CircuitBreaker breaker({.failures = 2, .openFor = 1h, .countDeadlines = true});
    Pipeline pipeline;
    pipeline.retry({.attempts = 4, .base = 10ms, .factor = 1, .jitter = Jitter::none()}).timeout(1s).breaker(breaker);
    QVERIFY(thrownBy([&] { clock.run([&] { return pipeline.run(call(support::valueAfter, 1h, 7)); }); }).contains("circuit is open"));
    QCOMPARE(clock.now(), 2030ms); // Two tries of 1 s, three back-offs; two are turned away at once.
}

QTEST_GUILESS_MAIN(PipelineTest)
#include "pipeline_test.moc"
