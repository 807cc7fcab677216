// SPDX-License-Identifier: MIT
#include <asyncade/single_flight.h>

#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::failAfter;
using support::thrownBy;

namespace {

using Flights = SingleFlight<std::string, int>;

/// Counts the calls that really are made.
struct Server {
    int calls = 0, stopped = 0, running = 0;
    static QCoro::Task<int> serve(Server *server, std::stop_token token)
    {
        const int number = ++server->calls;
        ++server->running;
        try {
            co_await sleepFor(100ms, token);
        } catch (...) {
            ++server->stopped;
            --server->running;
            throw;
        }
        --server->running;
        co_return number;
    }
};

QCoro::Task<> ask(Flights &flights, std::string key, Server &server, QByteArrayList &log, std::stop_token token = {})
{
    const auto operation = call(Server::serve, &server);
    QByteArray result = QByteArray::fromStdString(key) + ' ';
    try {
        result += QByteArray::number(co_await flights.run(key, operation, token));
    } catch (...) {
        result += support::inWords(std::current_exception());
    }
    log << result + " at " + QByteArray::number(qlonglong(Clock::current().now() / 1ms));
}

} // namespace

class SingleFlightTest : public QObject {
    Q_OBJECT

private slots:
    void callersOfOneKeyShareOneCall();
    void keysDoNotShare();
    void itIsNoCache();
    void everybodyGetsTheError();
    void oneWhoGivesUpDoesNotDisturbTheOthers_data();
    void oneWhoGivesUpDoesNotDisturbTheOthers();
    void theLastOneToGiveUpStopsTheCallAndWaitsForIt();
    void theCallLearnsWhyTheLastOneGaveUp();
    void afterItWasStoppedTheNextBeginsANewCall();
    void aTokenStoppedBeforehandStartsNothing();
    void aCallThatEndsAtOnceIsNotShared();
    void voidOperations();
    void destroyedWhileCallsAreUnderWay();
    void theEndOfTheClockUnwindsIt();
    void tellsWhoTravelsInWhoseCall();
    void everyCallerSettlesOnceInRandomHistories();
};

void SingleFlightTest::callersOfOneKeyShareOneCall()
{
    VirtualClock clock;
    Flights flights;
    Server server;
    QByteArrayList log;
    ask(flights, "a", server, log);
    clock.runUntil(60ms);
    ask(flights, "a", server, log);
    QCOMPARE(flights.size(), std::size_t(1));
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a 1 at 100", "a 1 at 100"}));
    QCOMPARE(flights.size(), std::size_t(0));
}

void SingleFlightTest::keysDoNotShare()
{
    VirtualClock clock;
    Flights flights;
    Server server;
    QByteArrayList log;
    for (const char *key : {"a", "b", "a"})
        ask(flights, key, server, log);
    clock.run();
    QCOMPARE(server.calls, 2);
    QCOMPARE(log.size(), 3);
}

void SingleFlightTest::itIsNoCache()
{
    VirtualClock clock;
    Flights flights;
    Server server;
    QByteArrayList log;
    ask(flights, "a", server, log);
    clock.run();
    ask(flights, "a", server, log);
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a 1 at 100", "a 2 at 200"}));
}

void SingleFlightTest::everybodyGetsTheError()
{
    VirtualClock clock;
    Flights flights;
    QByteArrayList log;
    const auto failing = [&]() -> QCoro::Task<> {
        const auto operation = call(failAfter, 10ms, "bad");
        try {
            co_await flights.run("a", operation);
        } catch (...) {
            log << support::inWords(std::current_exception());
        }
    };
    failing();
    failing();
    clock.run();
    QCOMPARE(log, (QByteArrayList{"runtime_error: bad", "runtime_error: bad"}));
}

void SingleFlightTest::oneWhoGivesUpDoesNotDisturbTheOthers_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the one who began it") << 0;
    QTest::newRow("one in the middle") << 1;
    QTest::newRow("the last") << 2;
}

void SingleFlightTest::oneWhoGivesUpDoesNotDisturbTheOthers()
{
    QFETCH(const int, which);
    VirtualClock clock;
    Flights flights;
    Server server;
    QByteArrayList log;
    std::vector<std::stop_source> stops(3);
    for (const std::stop_source &stop : stops)
        ask(flights, "a", server, log, stop.get_token());
    clock.runUntil(50ms);
    stops[std::size_t(which)].request_stop();
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a Cancelled: cancelled at 50", "a 1 at 100", "a 1 at 100"}));
    QCOMPARE(server.stopped, 0);
}

void SingleFlightTest::theLastOneToGiveUpStopsTheCallAndWaitsForIt()
{
    VirtualClock clock;
    const support::ReportedErrors reported;
    SingleFlight<int, int> flights;
    std::stop_source stop;
    const auto slow = [](std::stop_token token) -> QCoro::Task<int> {
        std::exception_ptr stopped;
        try {
            co_await sleepFor(1h, token);
        } catch (...) {
            stopped = std::current_exception();
        }
        co_await sleepFor(30ms); // Takes its time to stop, and then fails.
        throw std::runtime_error("too late");
    };
    const auto stopping = support::stopAfter(50ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return flights.run(1, slow, stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 80ms);
    QCOMPARE(flights.size(), std::size_t(0));
    QCOMPARE(reported.texts(), (QByteArrayList{"SingleFlight 0: runtime_error: too late"}));
}

void SingleFlightTest::theCallLearnsWhyTheLastOneGaveUp()
{
    VirtualClock clock;
    SingleFlight<int, int> flights;
    StopCause cause;
    const auto watch = [&](std::stop_token token) -> QCoro::Task<int> {
        try {
            co_await sleepFor(1h, token);
        } catch (const Cancelled &cancelled) {
            cause = cancelled.cause();
        }
        co_return 1;
    };
    const auto stopsWith = [&](StopReason reason) {
        std::stop_source first, last;
        const SpanScope scope({.request = 7});
        const auto one = flights.run(1, watch, first.get_token());
        const auto other = flights.run(1, watch, last.get_token());
        requestStop(first, {.reason = StopReason::SiblingWon, .request = 3});
        clock.advance(1s);
        requestStop(last, {.reason = reason});
        clock.advance(1s);
    };
    stopsWith(StopReason::Deadline);
    QVERIFY(cause.reason == StopReason::Deadline);
    QCOMPARE(cause.request, 7u); // Nobody else is named: the caller who gave up.
    stopsWith(StopReason::Requested);
    QVERIFY(cause.reason == StopReason::Requested);
    QCOMPARE(cause.request, 7u);
}

void SingleFlightTest::afterItWasStoppedTheNextBeginsANewCall()
{
    VirtualClock clock;
    Flights flights;
    Server server;
    QByteArrayList log;
    std::stop_source stop;
    ask(flights, "a", server, log, stop.get_token());
    clock.runUntil(50ms);
    stop.request_stop();
    clock.runUntil(50ms);
    ask(flights, "a", server, log);
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a Cancelled: cancelled at 50", "a 2 at 150"}));
    QCOMPARE(server.stopped, 1);
}

void SingleFlightTest::aTokenStoppedBeforehandStartsNothing()
{
    VirtualClock clock;
    Flights flights;
    Server server;
    QByteArrayList log;
    std::stop_source stop;
    stop.request_stop();
    ask(flights, "a", server, log, stop.get_token());
    QCOMPARE(log, (QByteArrayList{"a Cancelled: cancelled at 0"}));
    QCOMPARE(server.calls, 0);
}

void SingleFlightTest::aCallThatEndsAtOnceIsNotShared()
{
    VirtualClock clock;
    SingleFlight<int, int> flights;
    int calls = 0;
    const auto immediate = [&] { return ++calls; };
    QCOMPARE(clock.run([&] { return flights.run(1, immediate); }), 1);
    QCOMPARE(clock.run([&] { return flights.run(1, immediate); }), 2);
    QCOMPARE(flights.size(), std::size_t(0));
}

void SingleFlightTest::voidOperations()
{
    VirtualClock clock;
    SingleFlight<int, void> flights;
    int calls = 0;
    const auto work = [&](std::stop_token token) -> QCoro::Task<> {
        ++calls;
        co_await sleepFor(10ms, token);
    };
    const auto first = flights.run(1, work), second = flights.run(1, work);
    clock.run();
    QVERIFY(first.isReady() && second.isReady());
    QCOMPARE(calls, 1);
}

void SingleFlightTest::destroyedWhileCallsAreUnderWay()
{
    VirtualClock clock;
    std::optional<Flights> flights(std::in_place);
    Server server;
    QByteArrayList log;
    for (const char *key : {"a", "a", "b"})
        ask(*flights, key, server, log);
    flights.reset();
    clock.run();
    QCOMPARE(server.stopped, 2);
    QCOMPARE(clock.now(), 0ms);
    QCOMPARE(log.size(), 3);
    for (const QByteArray &line : log)
        QVERIFY(line.contains("Cancelled: cancelled: its owner, or what it waited on, was destroyed at 0"));
}

void SingleFlightTest::theEndOfTheClockUnwindsIt()
{
    Flights flights;
    Server server;
    auto clock = std::make_unique<VirtualClock>();
    std::vector<QByteArray> thrown;
    const auto watch = [&]() -> QCoro::Task<> {
        const auto operation = call(Server::serve, &server);
        try {
            co_await flights.run("a", operation);
        } catch (...) {
            thrown.push_back(support::inWords(std::current_exception()));
        }
    };
    watch();
    watch();
    clock.reset();
    QCOMPARE(thrown.size(), std::size_t(2));
    QCOMPARE(server.running, 0);
    QCOMPARE(flights.size(), std::size_t(0));
}

void SingleFlightTest::tellsWhoTravelsInWhoseCall()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    Flights flights;
    Server server;
    QByteArrayList log;
    for (std::uint32_t request = 1; request <= 3; ++request) {
        const SpanScope scope({.request = request});
        ask(flights, "a", server, log);
    }
    clock.run();
    QCOMPARE(trace.lines, (QByteArrayList{"0 #2 join #1", "0 #2 wait turn", "0 #3 join #1", "0 #3 wait turn", "100 #2 go granted from #1",
                                          "100 #3 go granted from #1"}));
}

void SingleFlightTest::everyCallerSettlesOnceInRandomHistories()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        std::mt19937_64 random(seed);
        VirtualClock clock;
        std::optional<Flights> flights(std::in_place);
        Server server;
        QByteArrayList log;
        std::vector<std::stop_source> stops;
        for (int step = 0; step < 30; ++step) {
            switch (random() % 5) {
            case 0:
            case 1:
                ask(*flights, std::string(1, char('a' + random() % 2)), server, log, stops.emplace_back().get_token());
                break;
            case 2:
                if (!stops.empty())
                    stops[random() % stops.size()].request_stop();
                break;
            case 3: clock.advance(std::chrono::milliseconds(random() % 60)); break;
            default: clock.advanceOnce(1h); break;
            }
            QVERIFY2(flights->size() <= 2 && server.running <= 2 + int(stops.size()), ("seed " + std::to_string(seed)).c_str());
        }
        if (random() % 2 == 0)
            flights.reset();
        clock.run();
        QVERIFY2(log.size() == qsizetype(stops.size()) && server.running == 0, ("seed " + std::to_string(seed)).c_str());
    }
}

QTEST_GUILESS_MAIN(SingleFlightTest)
#include "single_flight_test.moc"
