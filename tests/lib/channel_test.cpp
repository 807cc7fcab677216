// SPDX-License-Identifier: MIT
#include <asyncade/channel.h>

#include <asyncade/parallel_map.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/stack_watch.h"
#include "support/thrown.h"
#include "support/trace_lines.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>
#include <thread>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

using Log = std::vector<int>;

constexpr int end = 0, cancelled = -1, closed = -2;

/// Notes the item that it receives, or `end`, or `cancelled`.
QCoro::Task<> receive(Channel<int> &channel, Log &log, std::stop_token token = {})
{
    int got = cancelled;
    try {
        got = (co_await channel.next(token)).value_or(end);
    } catch (const Cancelled &) {
    }
    log.push_back(got);
}

/// Notes `value` when it was sent, or `cancelled`, or `closed`.
QCoro::Task<> send(Channel<int> &channel, int value, Log &log, std::stop_token token = {})
{
    int sent = value;
    try {
        co_await channel.send(value, token);
    } catch (const Cancelled &) {
        sent = cancelled;
    } catch (const ChannelClosed &) {
        sent = closed;
    }
    log.push_back(sent);
}

QCoro::Task<> receiveAll(Channel<int> &channel, Log &log)
{
    while (const auto item = co_await channel.next())
        log.push_back(*item);
}

Log drained(Channel<int> &channel)
{
    Log log;
    while (const auto item = channel.tryNext())
        log.push_back(*item);
    return log;
}

} // namespace

static_assert(AsyncSource<Channel<int>>);
static_assert(std::is_same_v<ItemOf<Channel<int>>, int>);

class ChannelTest : public QObject {
    Q_OBJECT

private slots:
    void startsEmptyAndOpen();
    void givesItemsInTheOrderInWhichTheyWereSent();
    void aSenderWaitsWhileItIsFull();
    void aReceiverWaitsWhileItIsEmpty();
    void anUnboundedChannelNeverMakesASenderWait();
    void aRendezvousSenderWaitsForItsReceiver();
    void aRendezvousReceiverLetsTheSenderPassAtOnce();
    void sendersGoOnInOrderOfArrival();
    void receiversGoOnInOrderOfArrival();
    void aNewcomerDoesNotOvertakeWaitingSenders();
    void aNewcomerTakesNothingThatIsClaimed();
    void nothingHappensBeforeItIsAwaited();
    void carriesWhatCanOnlyBeMoved();
    void trySendLeavesTheValueAloneWhenItIsFull();
    void tryNextTakesWhatNobodyWasWokenFor();
    void closingEndsThoseWhoWait();
    void closingLeavesWhatIsInItAndWhatWaitsToBeSent();
    void sendingIntoAClosedChannelThrows();
    void closingTwiceIsTheSameAsOnce();
    void aNegativeCapacityIsRefused();
    void aHigherCapacityLetsSendersGoOn();
    void aLowerCapacityTakesNothingAway();
    void aTokenStoppedBeforehandSendsAndTakesNothing();
    void aStopRequestCancelsAtItsInstant();
    void aCancelledSenderHasSentNothing_data();
    void aCancelledSenderHasSentNothing();
    void aSenderThatWasLetGoIsNotCancelledAnyMore();
    void aReceiverThatWasWokenAndThenCancelledLeavesItsItemToTheNext();
    void whatACancelledReceiverLeavesComesAheadOfLaterItems();
    void aReceiverCancelledAfterCloseLeavesItsItemToOneThatWaits();
    void aReceiverThatWasToldOfTheEndIsNotCancelledAnyMore();
    void destroyedWhileSomebodyWaitsCancelsAll();
    void oneThatWasWokenKeepsTheItemOfADeadChannel();
    void theEndOfTheClockCancels();
    void aStopRequestMayComeFromAnotherThread();
    void stalledNamesIt();
    void mapParallelTakesItAsASource();
    void anObserverSeesTheWaitsAndTheItems();
    void letsManyGoWithoutGrowingTheStack();
};

void ChannelTest::startsEmptyAndOpen()
{
    Channel<int> channel(3);
    QCOMPARE(channel.size(), std::size_t(0));
    QCOMPARE(channel.capacity(), std::size_t(3));
    QCOMPARE(channel.sending(), std::size_t(0));
    QCOMPARE(channel.receiving(), std::size_t(0));
    QVERIFY(!channel.isClosed());
    QVERIFY(!channel.tryNext());
}

void ChannelTest::givesItemsInTheOrderInWhichTheyWereSent()
{
    VirtualClock clock;
    Channel<int> channel(2);
    Log sent, received;
    const auto sending = [&]() -> QCoro::Task<> {
        for (int i = 1; i <= 5; ++i)
            co_await channel.send(i);
        channel.close();
    };
    const auto task = sending();
    clock.run([&] { return receiveAll(channel, received); });
    QCOMPARE(received, (Log{1, 2, 3, 4, 5}));
    QCOMPARE(clock.now(), 0ns);
}

void ChannelTest::aSenderWaitsWhileItIsFull()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log sent, received;
    const auto receiving = [&]() -> QCoro::Task<> {
        co_await sleepFor(100ms);
        co_await receive(channel, received);
    };
    const auto task = receiving();
    clock.run([&] { return send(channel, 1, sent); });
    QCOMPARE(clock.now(), 0ns);
    clock.run([&] { return send(channel, 2, sent); });
    QCOMPARE(clock.now(), 100ms);
    QCOMPARE(received, (Log{1}));
    QCOMPARE(drained(channel), (Log{2}));
}

void ChannelTest::aReceiverWaitsWhileItIsEmpty()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log sent, received;
    const auto sending = [&]() -> QCoro::Task<> {
        co_await sleepFor(100ms);
        co_await send(channel, 7, sent);
    };
    const auto task = sending();
    clock.run([&] { return receive(channel, received); });
    QCOMPARE(received, (Log{7}));
    QCOMPARE(clock.now(), 100ms);
}

void ChannelTest::anUnboundedChannelNeverMakesASenderWait()
{
    VirtualClock clock;
    Channel<int> channel(unbounded);
    Log sent;
    for (int i = 1; i <= 1000; ++i)
        send(channel, i, sent);
    QCOMPARE(sent.size(), std::size_t(1000));
    QCOMPARE(drained(channel), sent);
}

void ChannelTest::aRendezvousSenderWaitsForItsReceiver()
{
    VirtualClock clock;
    Channel<int> channel(0);
    Log sent, received;
    const auto sending = send(channel, 1, sent);
    clock.run();
    QCOMPARE(sent, Log{});
    QCOMPARE(channel.size(), std::size_t(0));
    const auto receiving = receive(channel, received);
    QCOMPARE(received, (Log{1}));
    clock.run();
    QCOMPARE(sent, (Log{1}));
}

void ChannelTest::aRendezvousReceiverLetsTheSenderPassAtOnce()
{
    VirtualClock clock;
    Channel<int> channel(0);
    Log sent, received;
    const auto receiving = receive(channel, received);
    const auto first = send(channel, 1, sent);
    const auto second = send(channel, 2, sent);
    QCOMPARE(sent, (Log{1}));
    clock.run();
    QCOMPARE(received, (Log{1}));
    QCOMPARE(sent, (Log{1}));
    QCOMPARE(channel.sending(), std::size_t(1));
    channel.close();
    QCOMPARE(drained(channel), (Log{2}));
    clock.run();
}

void ChannelTest::sendersGoOnInOrderOfArrival()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log sent;
    for (int i = 1; i <= 4; ++i)
        send(channel, i, sent);
    QCOMPARE(drained(channel), (Log{1, 2, 3, 4}));
    clock.run();
    QCOMPARE(sent, (Log{1, 2, 3, 4}));
}

void ChannelTest::receiversGoOnInOrderOfArrival()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log first, second;
    const auto one = receive(channel, first);
    const auto two = receive(channel, second);
    QCOMPARE(channel.receiving(), std::size_t(2));
    QVERIFY(channel.trySend(1));
    QVERIFY(channel.trySend(2));
    clock.run();
    QCOMPARE(first, (Log{1}));
    QCOMPARE(second, (Log{2}));
}

void ChannelTest::aNewcomerDoesNotOvertakeWaitingSenders()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log sent;
    const auto first = send(channel, 1, sent);
    const auto second = send(channel, 2, sent);
    QVERIFY(!channel.trySend(3));
    QCOMPARE(drained(channel), (Log{1, 2}));
    clock.run();
}

void ChannelTest::aNewcomerTakesNothingThatIsClaimed()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log received;
    const auto waiting = receive(channel, received);
    QVERIFY(channel.trySend(1));
    QVERIFY(!channel.tryNext());
    clock.run();
    QCOMPARE(received, (Log{1}));
}

void ChannelTest::nothingHappensBeforeItIsAwaited()
{
    VirtualClock clock;
    Channel<int> channel(1);
    auto sending = channel.send(1);
    const auto receiving = channel.next();
    QCOMPARE(channel.size(), std::size_t(0));
    QCOMPARE(channel.receiving(), std::size_t(0));
    std::optional<int> got;
    clock.run([&]() -> QCoro::Task<> {
        co_await sending;
        got = co_await receiving;
    });
    QCOMPARE(got, std::optional(1));
}

void ChannelTest::carriesWhatCanOnlyBeMoved()
{
    VirtualClock clock;
    Channel<std::unique_ptr<int>> channel(1);
    QCOMPARE(thrownBy([&] {
                 clock.run([&]() -> QCoro::Task<> {
                     co_await channel.send(std::make_unique<int>(7));
                     const auto got = co_await channel.next();
                     if (**got != 7)
                         throw std::runtime_error("something else");
                 });
             }),
             "nothing");
}

void ChannelTest::trySendLeavesTheValueAloneWhenItIsFull()
{
    Channel<std::unique_ptr<int>> channel(0);
    auto value = std::make_unique<int>(1);
    QVERIFY(!channel.trySend(std::move(value)));
    QVERIFY(value);
}

void ChannelTest::tryNextTakesWhatNobodyWasWokenFor()
{
    VirtualClock clock;
    Channel<int> channel(4);
    Log received;
    const auto waiting = receive(channel, received);
    QVERIFY(channel.trySend(1));
    QVERIFY(channel.trySend(2));
    QCOMPARE(channel.tryNext(), std::optional(1)); // In order: the one that was woken takes what is first when it is resumed.
    QVERIFY(!channel.tryNext());
    clock.run();
    QCOMPARE(received, (Log{2}));
}

void ChannelTest::closingEndsThoseWhoWait()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log received;
    const auto first = receive(channel, received);
    const auto second = receive(channel, received);
    channel.close();
    QVERIFY(channel.isClosed());
    QVERIFY(received.empty());
    clock.run();
    const auto third = receive(channel, received);
    QCOMPARE(received, (Log{end, end, end}));
}

void ChannelTest::closingLeavesWhatIsInItAndWhatWaitsToBeSent()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log sent, received;
    const auto first = send(channel, 1, sent);
    const auto second = send(channel, 2, sent);
    channel.close();
    clock.run([&] { return receiveAll(channel, received); });
    clock.run();
    QCOMPARE(received, (Log{1, 2}));
    QCOMPARE(sent, (Log{1, 2}));
}

void ChannelTest::sendingIntoAClosedChannelThrows()
{
    VirtualClock clock;
    Channel<int> channel(1, "pages");
    channel.close();
    QVERIFY(!channel.trySend(1));
    const auto sending = [&]() -> QCoro::Task<> { co_await channel.send(1); };
    QCOMPARE(thrownBy([&] { clock.run(sending); }), "runtime_error: sent into \"pages\", which is closed");
}

void ChannelTest::closingTwiceIsTheSameAsOnce()
{
    Channel<int> channel(1);
    QVERIFY(channel.trySend(1));
    channel.close();
    channel.close();
    QCOMPARE(drained(channel), (Log{1}));
}

void ChannelTest::aNegativeCapacityIsRefused()
{
    const QByteArray refusal = "invalid_argument: Channel: expected a capacity of at least 0, or asyncade::unbounded, got -1";
    QCOMPARE(thrownBy([] { Channel<int> channel(-1); }), refusal);
    Channel<int> channel(std::int64_t(2));
    QCOMPARE(thrownBy([&] { channel.setCapacity(-1); }), refusal);
    QCOMPARE(channel.capacity(), std::size_t(2));
}

void ChannelTest::aHigherCapacityLetsSendersGoOn()
{
    VirtualClock clock;
    Channel<int> channel(1);
    Log sent;
    for (int i = 1; i <= 4; ++i)
        send(channel, i, sent);
    channel.setCapacity(3);
    clock.run();
    QCOMPARE(sent, (Log{1, 2, 3}));
    channel.setCapacity(unbounded);
    clock.run();
    QCOMPARE(sent, (Log{1, 2, 3, 4}));
}

void ChannelTest::aLowerCapacityTakesNothingAway()
{
    VirtualClock clock;
    Channel<int> channel(3);
    Log sent;
    for (int i = 1; i <= 3; ++i)
        send(channel, i, sent);
    channel.setCapacity(1);
    const auto fourth = send(channel, 4, sent);
    QCOMPARE(channel.tryNext(), std::optional(1));
    QCOMPARE(channel.tryNext(), std::optional(2));
    QCOMPARE(channel.sending(), std::size_t(1));
    QCOMPARE(channel.tryNext(), std::optional(3));
    QCOMPARE(channel.sending(), std::size_t(0));
    clock.run();
    QCOMPARE(drained(channel), (Log{4}));
}

void ChannelTest::aTokenStoppedBeforehandSendsAndTakesNothing()
{
    VirtualClock clock;
    Channel<int> channel(1);
    std::stop_source stop;
    stop.request_stop();
    Log log;
    const auto sending = send(channel, 1, log, stop.get_token());
    QCOMPARE(channel.size(), std::size_t(0));
    QVERIFY(channel.trySend(2));
    const auto receiving = receive(channel, log, stop.get_token());
    QCOMPARE(log, (Log{cancelled, cancelled}));
    QCOMPARE(channel.size(), std::size_t(1));
}

void ChannelTest::aStopRequestCancelsAtItsInstant()
{
    VirtualClock clock;
    Channel<int> channel(0);
    std::stop_source stop;
    Log log;
    const auto stopping = support::stopAfter(40ms, stop);
    clock.run([&] { return send(channel, 1, log, stop.get_token()); });
    QCOMPARE(clock.now(), 40ms);
    QCOMPARE(log, (Log{cancelled}));
    QCOMPARE(channel.sending(), std::size_t(0));
}

void ChannelTest::aCancelledSenderHasSentNothing_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 1;
    QTest::newRow("one in the middle") << 2;
    QTest::newRow("the last") << 3;
}

void ChannelTest::aCancelledSenderHasSentNothing()
{
    QFETCH(const int, which);
    VirtualClock clock;
    Channel<int> channel(0);
    std::vector<std::stop_source> stops(4);
    Log sent, received, expected;
    for (int id = 1; id <= 3; ++id) {
        send(channel, id, sent, stops[std::size_t(id)].get_token());
        if (id != which)
            expected.push_back(id);
    }
    stops[std::size_t(which)].request_stop();
    QCOMPARE(drained(channel), expected);
    clock.run();
    expected.insert(expected.begin(), cancelled);
    QCOMPARE(sent, expected);
}

void ChannelTest::aSenderThatWasLetGoIsNotCancelledAnyMore()
{
    VirtualClock clock;
    Channel<int> channel(0);
    std::stop_source stop;
    Log sent;
    const auto sending = send(channel, 1, sent, stop.get_token());
    QCOMPARE(channel.tryNext(), std::optional(1));
    stop.request_stop();
    clock.run();
    QCOMPARE(sent, (Log{1}));
}

void ChannelTest::aReceiverThatWasWokenAndThenCancelledLeavesItsItemToTheNext()
{
    VirtualClock clock;
    Channel<int> channel(1);
    std::stop_source stop;
    Log received;
    const auto first = receive(channel, received, stop.get_token());
    const auto second = receive(channel, received);
    QVERIFY(channel.trySend(1));
    stop.request_stop();
    QCOMPARE(channel.receiving(), std::size_t(0)); // The second has been woken already.
    clock.run();
    QCOMPARE(received, (Log{cancelled, 1}));
}

void ChannelTest::whatACancelledReceiverLeavesComesAheadOfLaterItems()
{
    VirtualClock clock;
    Channel<int> channel(4);
    std::stop_source stop;
    Log received;
    const auto first = receive(channel, received, stop.get_token());
    const auto second = receive(channel, received);
    for (int i = 1; i <= 3; ++i)
        QVERIFY(channel.trySend(i));
    stop.request_stop();
    clock.run();
    QCOMPARE(received, (Log{cancelled, 1}));
    QCOMPARE(drained(channel), (Log{2, 3}));
}

void ChannelTest::aReceiverCancelledAfterCloseLeavesItsItemToOneThatWaits()
{
    VirtualClock clock;
    Channel<int> channel(1);
    std::stop_source stop;
    Log received;
    const auto first = receive(channel, received, stop.get_token());
    const auto second = receive(channel, received);
    const auto third = receive(channel, received);
    QVERIFY(channel.trySend(1));
    channel.close();
    stop.request_stop();
    clock.run();
    QCOMPARE(received, (Log{cancelled, 1, end}));
}

void ChannelTest::aReceiverThatWasToldOfTheEndIsNotCancelledAnyMore()
{
    VirtualClock clock;
    Channel<int> channel(1);
    std::stop_source stop;
    Log received;
    const auto waiting = receive(channel, received, stop.get_token());
    channel.close();
    stop.request_stop();
    clock.run();
    QCOMPARE(received, (Log{end}));
}

void ChannelTest::destroyedWhileSomebodyWaitsCancelsAll()
{
    VirtualClock clock;
    Log log;
    {
        Channel<int> receiving(1), sending(0);
        receive(receiving, log);
        receive(receiving, log);
        send(sending, 1, log);
    }
    QVERIFY(log.empty()); // Not from within the destructor.
    clock.run();
    QCOMPARE(log, (Log{cancelled, cancelled, cancelled}));
}

void ChannelTest::oneThatWasWokenKeepsTheItemOfADeadChannel()
{
    VirtualClock clock;
    Log log;
    std::stop_source stop;
    {
        Channel<int> channel(2);
        receive(channel, log);
        receive(channel, log, stop.get_token());
        QVERIFY(channel.trySend(1));
        QVERIFY(channel.trySend(2));
    }
    stop.request_stop(); // Too late.
    clock.run();
    QCOMPARE(log, (Log{1, 2}));
}

void ChannelTest::theEndOfTheClockCancels()
{
    auto clock = std::make_unique<VirtualClock>();
    Channel<int> channel(0), other(0);
    Log log;
    const auto sending = send(channel, 1, log);
    const auto receiving = receive(other, log);
    clock.reset();
    QCOMPARE(log, (Log{cancelled, cancelled}));
    QCOMPARE(channel.sending(), std::size_t(0));
    QCOMPARE(other.receiving(), std::size_t(0));
}

void ChannelTest::aStopRequestMayComeFromAnotherThread()
{
    VirtualClock clock;
    Channel<int> channel(0);
    std::stop_source stop;
    const Clock::OutsideWork outside(clock);
    Log log;
    const auto receiving = receive(channel, log, stop.get_token());
    {
        const std::jthread stopper([&] { stop.request_stop(); });
    }
    while (log.empty())
        clock.advanceOnce(0ns);
    QCOMPARE(log, (Log{cancelled}));
}

void ChannelTest::stalledNamesIt()
{
    VirtualClock clock;
    Channel<int> named(0, "pages"), nameless(0);
    const auto sending = [&](std::stop_token token) -> QCoro::Task<> { co_await named.send(1, token); };
    const auto receiving = [&](std::stop_token token) -> QCoro::Task<> { co_await nameless.next(token); };
    const QByteArray stalled = "Stalled: nothing can happen any more and the operation has not ended; it waits for ";
    QCOMPARE(thrownBy([&] { clock.run(sending); }), stalled + "room in \"pages\"");
    QCOMPARE(thrownBy([&] { clock.run(receiving); }), stalled + "an item of a channel");
}

void ChannelTest::mapParallelTakesItAsASource()
{
    VirtualClock clock;
    Channel<int> channel(4);
    for (int i = 1; i <= 4; ++i)
        QVERIFY(channel.trySend(i * 100));
    channel.close();
    const auto wait = [](int time, std::stop_token token) { return support::valueAfter(std::chrono::milliseconds(time), time, token); };
    const auto results = clock.run([&] { return mapParallel(channel, wait, {.maxConcurrency = 4}); });
    QCOMPARE(results, (std::vector{100, 200, 300, 400}));
    QCOMPARE(clock.now(), 400ms);
}

void ChannelTest::anObserverSeesTheWaitsAndTheItems()
{
    VirtualClock clock;
    support::TraceLines trace;
    clock.setObserver(&trace);
    const Part part = report::part("channel", "pattern", "pages");
    Channel<int> channel(1, "pages", part);
    Log log;
    const auto as = [](std::uint32_t request, auto &&start) {
        const SpanScope scope({.request = request});
        start();
    };
    as(1, [&] { send(channel, 1, log); });
    as(2, [&] { send(channel, 2, log); });
    as(3, [&] { receive(channel, log); });
    as(4, [&] { receive(channel, log); });
    as(5, [&] { receive(channel, log); });
    as(6, [&] { send(channel, 3, log); });
    clock.run();
    QCOMPARE(trace.lines, (QByteArrayList{
                              "0 #1 items 1 of 1",
                              "0 #2 wait slot",
                              "0 #3 items 0 of 1",
                              "0 #3 items 1 of 1",
                              "0 #2 go granted from #3",
                              "0 #4 items 0 of 1",
                              "0 #5 wait turn",
                              "0 #6 items 1 of 1",
                              "0 #5 go granted from #6",
                              "0 #5 items 0 of 1",
                          }));
}

void ChannelTest::letsManyGoWithoutGrowingTheStack()
{
    VirtualClock clock;
    Channel<int> channel(unbounded);
    support::StackWatch stack;
    const auto receiving = [&]() -> QCoro::Task<> {
        co_await channel.next();
        stack.look();
    };
    for (int i = 0; i < 100'000; ++i)
        receiving();
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(channel.trySend(i));
    clock.run();
    QCOMPARE(stack.looks(), std::size_t(100'000));
    QCOMPARE(stack.depth(), std::size_t(0));
}

QTEST_GUILESS_MAIN(ChannelTest)
#include "channel_test.moc"
