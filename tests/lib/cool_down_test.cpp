// SPDX-License-Identifier: MIT
#include <asyncade/cool_down.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>

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

} // namespace

class CoolDownTest : public QObject {
    Q_OBJECT

private slots:
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

QTEST_GUILESS_MAIN(CoolDownTest)
#include "cool_down_test.moc"
