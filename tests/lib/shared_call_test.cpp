// SPDX-License-Identifier: MIT
#include <asyncade/shared_call.h>

#include <asyncade/debouncer.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"

#include <QTest>

#include <stdexcept>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

class SharedCallTest : public QObject {
    Q_OBJECT

private slots:
    void copiesGiveTheSameResultAnyNumberOfTimes();
    void isSettledWhenTheRunHasEnded();
    void aStoppedTokenEndsTheWaitAndNotTheCall();
    void eachWhoAsksGetsTheError();
};

namespace {

int doubled(int number) { return 2 * number; }
int failing(int) { throw std::runtime_error("no"); }

} // namespace

void SharedCallTest::copiesGiveTheSameResultAnyNumberOfTimes()
{
    VirtualClock clock;
    Debouncer debounced(doubled, {.delay = 100ms});
    const SharedCall<int> call = debounced(4), copy = call;
    std::vector<int> results;
    clock.run([&]() -> QCoro::Task<> {
        results.push_back(co_await call);
        results.push_back(co_await copy);
        results.push_back(co_await call);
    });
    QCOMPARE(results, (std::vector{8, 8, 8}));
    QCOMPARE(clock.now(), 100ms);
}

void SharedCallTest::isSettledWhenTheRunHasEnded()
{
    VirtualClock clock;
    Debouncer debounced(doubled, {.delay = 100ms});
    const SharedCall<int> call = debounced(4);
    clock.runUntil(99ms);
    QVERIFY(!call.isSettled());
    clock.runUntil(100ms);
    QVERIFY(call.isSettled());
}

void SharedCallTest::aStoppedTokenEndsTheWaitAndNotTheCall()
{
    VirtualClock clock;
    Debouncer debounced(doubled, {.delay = 100ms});
    std::stop_source stop;
    const SharedCall<int> call = debounced(4, stop.get_token());
    const SharedCall<int> patient = debounced(4);
    QByteArray ended;
    const auto waits = [&]() -> QCoro::Task<> {
        try {
            co_await call;
        } catch (...) {
            ended = support::inWords(std::current_exception());
        }
    };
    auto waiting = waits();
    clock.runUntil(50ms);
    stop.request_stop();
    clock.runUntil(50ms);
    QCOMPARE(ended, QByteArray("Cancelled: cancelled"));
    QCOMPARE(clock.run([&]() -> QCoro::Task<int> { co_return co_await patient; }), 8);
    QCOMPARE(clock.now(), 100ms);
}

void SharedCallTest::eachWhoAsksGetsTheError()
{
    VirtualClock clock;
    Debouncer debounced(failing, {.delay = 100ms});
    const SharedCall<int> call = debounced(4);
    const auto asks = [&]() -> QCoro::Task<> { co_await call; };
    QCOMPARE(thrownBy([&] { clock.run(asks); }), QByteArray("runtime_error: no"));
    QCOMPARE(thrownBy([&] { clock.run(asks); }), QByteArray("runtime_error: no"));
}

QTEST_GUILESS_MAIN(SharedCallTest)
#include "shared_call_test.moc"
