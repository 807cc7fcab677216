// SPDX-License-Identifier: MIT
#include <asyncade/cool_down.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/planned_work.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

QCoro::Task<> pass(CoolDown &gate, const char *name, QByteArrayList &log, std::stop_token token = {})
{
    QByteArray result = name;
    try {
        co_await gate.acquire(token);
        result += " at ";
    } catch (const Cancelled &) {
        result += " cancelled at ";
    }
    log << result + QByteArray::number(qlonglong(Clock::current().now() / 1ms));
}

/// Notes "id at t", or "-id at t" when it is cancelled.
QCoro::Task<> passThenNote(CoolDown &gate, int id, std::string &log, std::stop_token token)
{
    try {
        co_await gate.acquire(token);
    } catch (const Cancelled &) {
        id = -id;
    }
    log += std::to_string(id) + support::at(Clock::current().now()) + ", ";
}

/// What a gate must do: those who wait go on together at the end of the longest pause, or when it is ended.
class GateModel {
public:
    explicit GateModel(std::string &log) : m_log(log) {}
    void pause(std::chrono::nanoseconds duration) { m_until = std::max(m_until, m_now + duration); }
    void resume()
    {
        m_until = {};
        for (const int id : std::exchange(m_waiting, {}))
            m_woken.push_back(id);
    }
    void come(int id, bool isStopped)
    {
        if (isStopped || m_until <= m_now)
            note(isStopped ? -id : id, m_now);
        else
            m_waiting.push_back(id);
    }
    void stop(int id)
    {
        if (std::erase(m_waiting, id) > 0)
            m_woken.push_back(-id);
    }
    void advance(std::chrono::nanoseconds time)
    {
        for (const int id : std::exchange(m_woken, {}))
            note(id, m_now);
        m_now += time;
        if (m_until > m_now)
            return;
        for (const int id : std::exchange(m_waiting, {}))
            note(id, m_until);
    }
    void die()
    {
        for (const int id : std::exchange(m_waiting, {}))
            m_woken.push_back(-id);
    }
    std::size_t waiting() const { return m_waiting.size(); }
    std::chrono::nanoseconds remaining() const { return std::max(m_until - m_now, std::chrono::nanoseconds(0)); }

private:
    void note(int id, std::chrono::nanoseconds time) { m_log += std::to_string(id) + support::at(time) + ", "; }

    std::string &m_log;
    std::chrono::nanoseconds m_now{}, m_until{};
    std::vector<int> m_waiting, m_woken;
};

} // namespace

class CoolDownTest : public QObject {
    Q_OBJECT

private slots:
    void aPauseForEverDoesNotOverflow();
    void isOpenAtFirst();
    void onePausesAll();
    void whoeverComesDuringThePauseWaitsForItsEnd();
    void aShorterPauseDoesNotShortenALongerOne();
    void aLongerPauseHoldsThoseWhoWait();
    void aPauseCanBeEnded();
    void zeroOrLessIsNoPause();
    void stoppingTheTokenCancels();
    void aTokenStoppedBeforehandCancelsEvenWhenOpen();
    void theFirstIsCancelledAndTheOthersStillGoOn();
    void destroyedWhileSomebodyWaitsCancelsAll();
    void theEndOfTheClockCancels();
    void stalledNamesIt();
    void tellsWhoWaitsForThePause();
    void everyCallerSettlesOnceAsItsModelInRandomHistories();
};

void CoolDownTest::isOpenAtFirst()
{
    VirtualClock clock;
    CoolDown gate;
    QVERIFY(!gate.isPaused());
    QCOMPARE(gate.remaining(), 0ms);
    clock.run([&] { return gate.acquire(); });
    QCOMPARE(clock.now(), 0ms);
}

void CoolDownTest::onePausesAll()
{
    VirtualClock clock;
    CoolDown gate;
    QByteArrayList log;
    gate.pause(2s);
    for (const char *name : {"a", "b", "c"})
        pass(gate, name, log);
    QCOMPARE(gate.waiting(), std::size_t(3));
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a at 2000", "b at 2000", "c at 2000"}));
    QVERIFY(!gate.isPaused());
}

void CoolDownTest::whoeverComesDuringThePauseWaitsForItsEnd()
{
    VirtualClock clock;
    CoolDown gate;
    QByteArrayList log;
    gate.pause(2s);
    clock.runUntil(1999ms);
    QCOMPARE(gate.remaining(), 1ms);
    pass(gate, "a", log);
    clock.runUntil(2s);
    pass(gate, "b", log); // At the end there is no pause any more.
    QCOMPARE(log, (QByteArrayList{"a at 2000", "b at 2000"}));
}

void CoolDownTest::aShorterPauseDoesNotShortenALongerOne()
{
    VirtualClock clock;
    CoolDown gate;
    gate.pause(2s);
    gate.pause(1s);
    QCOMPARE(gate.remaining(), 2s);
}

void CoolDownTest::aLongerPauseHoldsThoseWhoWait()
{
    VirtualClock clock;
    CoolDown gate;
    QByteArrayList log;
    gate.pause(1s);
    pass(gate, "a", log);
    clock.runUntil(900ms);
    gate.pause(1s);
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a at 1900"}));
}

void CoolDownTest::aPauseCanBeEnded()
{
    VirtualClock clock;
    CoolDown gate;
    QByteArrayList log;
    gate.pause(1h);
    pass(gate, "a", log);
    clock.runUntil(10ms);
    gate.resume();
    QVERIFY(log.isEmpty()); // It is resumed by its clock.
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a at 10"}));
    QCOMPARE(clock.now(), 10ms);
}

void CoolDownTest::zeroOrLessIsNoPause()
{
    VirtualClock clock;
    CoolDown gate;
    gate.pause(0s);
    gate.pause(-1s);
    QVERIFY(!gate.isPaused());
    gate.pause(std::chrono::nanoseconds::max());
    clock.runUntil(1s);
    QVERIFY(gate.isPaused());
}

void CoolDownTest::stoppingTheTokenCancels()
{
    VirtualClock clock;
    CoolDown gate;
    std::stop_source stop;
    gate.pause(1s);
    const auto stopping = support::stopAfter(300ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return gate.acquire(stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 300ms);
    QCOMPARE(gate.waiting(), std::size_t(0));
    QVERIFY(!clock.next()); // No timer is left.
}

void CoolDownTest::aTokenStoppedBeforehandCancelsEvenWhenOpen()
{
    VirtualClock clock;
    CoolDown gate;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(thrownBy([&] { clock.run([&] { return gate.acquire(stop.get_token()); }); }), "Cancelled: cancelled");
}

void CoolDownTest::theFirstIsCancelledAndTheOthersStillGoOn()
{
    VirtualClock clock;
    CoolDown gate;
    std::stop_source stop;
    QByteArrayList log;
    gate.pause(1s);
    pass(gate, "a", log, stop.get_token());
    pass(gate, "b", log);
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a cancelled at 0", "b at 1000"}));
}

void CoolDownTest::destroyedWhileSomebodyWaitsCancelsAll()
{
    VirtualClock clock;
    std::optional<CoolDown> gate(std::in_place);
    QByteArrayList log;
    gate->pause(1s);
    pass(*gate, "a", log);
    pass(*gate, "b", log);
    gate.reset();
    QVERIFY(log.isEmpty());
    clock.run();
    QCOMPARE(log, (QByteArrayList{"a cancelled at 0", "b cancelled at 0"}));
    QCOMPARE(clock.now(), 0ms);
}

void CoolDownTest::theEndOfTheClockCancels()
{
    CoolDown gate;
    QByteArray thrown;
    const auto wait = [&]() -> QCoro::Task<> {
        try {
            co_await gate.acquire();
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    auto clock = std::make_unique<VirtualClock>();
    gate.pause(1s);
    wait();
    wait();
    clock.reset();
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
    QCOMPARE(gate.waiting(), std::size_t(0));
}

void CoolDownTest::stalledNamesIt()
{
    VirtualClock outer;
    CoolDown gate("api");
    QByteArrayList log;
    gate.pause(1s);
    pass(gate, "a", log); // On the outer clock, where the timer is.
    VirtualClock clock(VirtualClock::Use::OnlyInside);
    QCOMPARE(thrownBy([&] { clock.run([&](std::stop_token token) { return gate.acquire(token); }); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for the end of the pause of \"api\"");
    outer.run();
    QCOMPARE(log, (QByteArrayList{"a at 1000"}));
}

void CoolDownTest::tellsWhoWaitsForThePause()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    CoolDown gate;
    QByteArrayList log;
    std::stop_source stop;
    gate.pause(1s);
    for (std::uint32_t request = 1; request <= 2; ++request) {
        const SpanScope scope({.request = request});
        pass(gate, "a", log, request == 1 ? stop.get_token() : std::stop_token());
    }
    stop.request_stop();
    clock.run();
    QCOMPARE(trace.lines, (QByteArrayList{"0 #1 wait pause until 1000", "0 #2 wait pause until 1000 ahead 1", "0 #1 go cancelled",
                                          "1000 #2 go elapsed"}));
}

void CoolDownTest::everyCallerSettlesOnceAsItsModelInRandomHistories()
{
    const std::string problem = support::firstProblem([](std::uint64_t seed) {
        support::Luck luck(seed);
        std::string got, expected; // First: whoever is cancelled when the rest goes writes into them.
        VirtualClock clock;
        std::optional<CoolDown> gate(std::in_place);
        GateModel model(expected);
        std::vector<std::stop_source> stops;
        for (int step = 0; step < 40; ++step) {
            switch (luck.below(8)) {
            case 0:
            case 1:
            case 2: {
                const bool isStopped = luck.onceIn(8);
                if (stops.emplace_back(); isStopped)
                    stops.back().request_stop();
                passThenNote(*gate, int(stops.size()), got, stops.back().get_token());
                model.come(int(stops.size()), isStopped);
                break;
            }
            case 3: {
                const auto duration = luck.onceIn(6) ? -support::moment(luck, 8) : support::moment(luck, 8);
                gate->pause(duration);
                model.pause(duration);
                break;
            }
            case 4:
                if (luck.onceIn(3)) {
                    gate->resume();
                    model.resume();
                }
                break;
            case 5:
                if (!stops.empty()) {
                    const int id = luck.between(1, int(stops.size()));
                    stops[std::size_t(id - 1)].request_stop();
                    model.stop(id);
                }
                break;
            default: {
                const auto time = support::moment(luck, 8);
                clock.advance(time);
                model.advance(time);
                break;
            }
            }
            if (gate->waiting() != model.waiting() || gate->remaining() != model.remaining())
                return std::string("it shows another state than its model");
        }
        gate.reset();
        model.die();
        clock.run();
        model.advance({});
        return support::difference(expected, got);
    });
    QVERIFY2(problem.empty(), problem.c_str());
}

void CoolDownTest::aPauseForEverDoesNotOverflow()
{
    VirtualClock clock;
    clock.advance(1s);
    CoolDown gate;
    gate.pause(std::chrono::seconds::max());
    clock.advance(1000h);
    QVERIFY(gate.isPaused());
    gate.resume();
    QVERIFY(!gate.isPaused());
}

QTEST_GUILESS_MAIN(CoolDownTest)
#include "cool_down_test.moc"
