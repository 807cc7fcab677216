// SPDX-License-Identifier: MIT
#include "engine/fake_server.h"

#include "app/engine/run_scenario.h"
#include "model/latency_model.h"

#include <asyncade/errors.h>
#include <asyncade/virtual_clock.h>

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// A server on a clock of its own, and what it reports.
class Fixture {
public:
    explicit Fixture(const Settings &settings) : server(scenarioWith(settings)) { clock.setObserver(&recorder); }
    ~Fixture() { clock.setObserver(nullptr); }

    /// One attempt, as the given one.
    Answer attempt(const asyncade::Span &span, std::stop_token token = {})
    {
        return clock.run([&]() -> QCoro::Task<Answer> {
            const asyncade::SpanScope scope(span);
            auto running = server.attempt(1, token);
            co_return co_await running;
        });
    }

    asyncade::VirtualClock clock;
    Recorder recorder;
    FakeServer server;
};

} // namespace

/// What one attempt meets.
class FakeServerTest : public QObject {
    Q_OBJECT

private slots:
    void answersAfterItsLatency();
    void failsAfterItsLatencyOrItsOwnTime();
    void anItemsOwnWordsGoBeforeTheBackend();
    void everyLatencyKindIsTheModels_data();
    void everyLatencyKindIsTheModels();
    void aStoppedAttemptEndsAtOnce();
    void hangsUntilItIsStopped();
    void anotherBackendMeetsTheNextAttempt();
};

void FakeServerTest::answersAfterItsLatency()
{
    Fixture fixture(Settings{{"backend.latency", "250ms"}});
    const Answer answer = fixture.attempt({.request = 3});
    QCOMPARE(answer.attempt, 1u);
    QCOMPARE(fixture.clock.now(), 250ms);
    const Trace trace = fixture.recorder.takeBatch();
    QCOMPARE(trace.size(), 2);
    QCOMPARE(trace.records()[0].kind, EventKind::Attempt);
    QCOMPARE(trace.records()[0].request, 3u);
    QCOMPARE(trace.records()[1].attemptOutcome(), AttemptOutcome::Ok);
    QCOMPARE(trace.records()[1].code, 200);
    QCOMPARE(trace.records()[1].t, 250'000'000);
}

void FakeServerTest::failsAfterItsLatencyOrItsOwnTime()
{
    Fixture slow(Settings{{"backend.failure", R"({"kind":"first","error":500})"}});
    QVERIFY_EXCEPTION_THROWN(slow.attempt({.request = 1}), ServerError);
    QCOMPARE(slow.clock.now(), 100ms);
    Fixture quick(Settings{{"backend.failure", R"({"kind":"first","after":"7ms"})"}});
    QVERIFY_EXCEPTION_THROWN(quick.attempt({.request = 1}), ServerError);
    QCOMPARE(quick.clock.now(), 7ms);
    QCOMPARE(quick.recorder.takeBatch().records()[1].code, 503);
}

void FakeServerTest::anItemsOwnWordsGoBeforeTheBackend()
{
    Fixture fixture(Settings{{"source", R"({"kind":"list","items":[{"name":"a","latency":"5ms"},{"name":"b","fails":0},{"name":"c","fails":2,"error":404}]})"},
                     {"backend.failure", R"({"kind":"first","attempts":1,"after":"1ms"})"}});
    QVERIFY_EXCEPTION_THROWN(fixture.attempt({.request = 1}), ServerError); // The backend's rule, and its time.
    QCOMPARE(fixture.clock.now(), 1ms);
    fixture.attempt({.request = 1, .tryNumber = 2}); // Its own latency.
    QCOMPARE(fixture.clock.now(), 6ms);
    fixture.attempt({.request = 2}); // Never fails.
    QCOMPARE(fixture.clock.now(), 106ms);
    QVERIFY_EXCEPTION_THROWN(fixture.attempt({.request = 3, .tryNumber = 2}), ServerError); // Its own rule, after the backend's latency.
    QCOMPARE(fixture.clock.now(), 206ms);
}

void FakeServerTest::everyLatencyKindIsTheModels_data()
{
    QTest::addColumn<QString>("latency");
    for (const char *json : {R"({"kind":"constant","value":"1ms"})", R"({"kind":"uniform"})", R"({"kind":"normal"})", R"({"kind":"log-normal"})",
                             R"({"kind":"exponential"})", R"({"kind":"list"})"})
        QTest::newRow(json) << json;
}

void FakeServerTest::everyLatencyKindIsTheModels()
{
    QFETCH(QString, latency);
    Fixture fixture(Settings{{"backend.latency", latency}, {"seed", "42"}});
    const LatencyModel model(scenarioWith({{"backend.latency", latency}}).backend.latency);
    std::chrono::nanoseconds expected{};
    for (const asyncade::Span &span : {asyncade::Span{.request = 1}, asyncade::Span{.request = 9, .tryNumber = 3}}) {
        fixture.attempt(span);
        expected += model.of(42, span.request, span.tryNumber, span.copy);
        QCOMPARE(fixture.clock.now(), expected);
    }
}

void FakeServerTest::aStoppedAttemptEndsAtOnce()
{
    Fixture fixture(Settings{});
    std::stop_source stop;
    asyncade::requestStop(stop, {.reason = asyncade::StopReason::SiblingFailed, .request = 2});
    QVERIFY_EXCEPTION_THROWN(fixture.attempt({.request = 1}, stop.get_token()), asyncade::Cancelled);
    QCOMPARE(fixture.clock.now(), 0ms);
    QCOMPARE(fixture.recorder.takeBatch().records()[1].attemptOutcome(), AttemptOutcome::Cancelled);
}

void FakeServerTest::hangsUntilItIsStopped()
{
    Fixture fixture(Settings{{"backend.failure", R"({"kind":"first","error":"hang"})"}});
    QVERIFY_EXCEPTION_THROWN(fixture.attempt({.request = 1}), asyncade::Stalled);
}

void FakeServerTest::anotherBackendMeetsTheNextAttempt()
{
    Fixture fixture(Settings{{"backend.latency", "10ms"}});
    fixture.attempt({.request = 1});
    fixture.server.setBackend(scenarioWith({{"backend.latency", "25ms"}}).backend);
    fixture.attempt({.request = 2});
    QCOMPARE(fixture.clock.now(), 35ms);
}

QTEST_GUILESS_MAIN(FakeServerTest)
#include "fake_server_test.moc"
