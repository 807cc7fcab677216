// SPDX-License-Identifier: MIT
#include <asyncade/signal.h>

#include <asyncade/race.h>
#include <asyncade/run_blocking.h>
#include <asyncade/streams/take.h>
#include <asyncade/system_clock.h>
#include <asyncade/task_scope.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/stream_tests.h"
#include "support/trace_lines.h"

#include <QTest>
#include <QThread>
#include <QTimer>

#include <string>
#include <thread>
#include <type_traits>
#include <vector>

using namespace support;

namespace {

class Button : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void emitHidden(int value) { emit hidden(value, QPrivateSignal()); }
    void noSignal() {}

signals:
    void clicked();
    void moved(int to);
    void named(const QString &name);
    void placed(int row, const QString &text);
    void hidden(int value, QPrivateSignal);
    void changed(int number);
    void changed(const QString &text);
};

using Log = QByteArrayList;

QByteArray text(int value) { return QByteArray::number(value); }
QByteArray text(const QString &value) { return value.toUtf8(); }
QByteArray text(const std::tuple<int, QString> &value) { return text(std::get<0>(value)) + ' ' + text(std::get<1>(value)); }

/// Notes what a wait gives, or its error in words.
template <class Waiting>
QCoro::Task<> note(Waiting waiting, Log &log)
{
    QByteArray result = "done";
    try {
        if constexpr (std::is_void_v<typename asyncade::detail::AwaitResult<Waiting>::type>)
            co_await waiting;
        else
            result = text(co_await waiting);
    } catch (...) {
        result = inWords(std::current_exception());
    }
    log << result;
}

const char *const gone = "Cancelled: cancelled: its owner, or what it waited on, was destroyed";

} // namespace

static_assert(std::is_same_v<ItemOf<decltype(signalStream(std::declval<Button *>(), &Button::moved))>, int>);
static_assert(std::is_same_v<ItemOf<decltype(signalStream(std::declval<Button *>(), &Button::clicked))>, std::monostate>);
static_assert(std::is_same_v<ItemOf<decltype(signalStream(std::declval<Button *>(), &Button::named))>, QString>);

class SignalTest : public QObject {
    Q_OBJECT

private slots:
    void givesNothingTheArgumentOrATuple();
    void leavesOutThePrivateArgument();
    void tellsOverloadsApart();
    void countsFromCoAwait();
    void aSignalThatFiresTwiceInOneTurnGivesItsFirstArguments();
    void nobodyIsResumedWithinTheEmission();
    void everyWaiterOfASignalGetsIt();
    void aStopRequestCancelsAndDisconnects();
    void aTokenStoppedBeforehandConnectsNothing();
    void aSignalThatCameBeforeTheStopCounts();
    void aStopThatCameBeforeTheSignalCounts();
    void aSenderDestroyedWhileWaitedForCancels();
    void aSenderDestroyedBeforeTheAwaitCancelsAtOnce();
    void aSignalFromTheDestructorOfTheSenderCounts();
    void destroyedItselfCanBeWaitedFor();
    void aSenderDestroyedByItsOwnSignalHasGivenIt();
    void theEndOfTheClockCancels();
    void theEndOfTheThreadCancels();
    void aScopeUnwindsIt();
    void worksWithATimeout();
    void worksInARace();
    void aSenderOnAnotherThreadIsHeardThroughTheEventLoop();
    void stalledNamesIt();
    void anObserverSeesTheWait();
    void wrongArgumentsAreRefused();
    void aStreamKeepsWhatCameBeforeItWasAsked();
    void aStreamEndsWithItsSenderBehindWhatIsThere();
    void aStreamEndsForOneWhoWaits();
    void aFullStreamDropsAsItWasTold_data();
    void aFullStreamDropsAsItWasTold();
    void aStreamGivesItemsAtTheirTime();
    void theTokenOfNextCancelsAndNothingIsLost();
    void aStreamDestroyedWhileSomebodyWaitsCancels();
    void aStreamDestroyedWithinTheEmissionIsLeftAlone();
    void wrongStreamOptionsAreRefused();
};

void SignalTest::givesNothingTheArgumentOrATuple()
{
    VirtualClock clock;
    Button button;
    Log log;
    note(awaitSignal(&button, &Button::clicked), log);
    note(awaitSignal(&button, &Button::moved), log);
    note(awaitSignal(&button, &Button::placed), log);
    emit button.placed(3, "three");
    emit button.clicked();
    emit button.moved(7);
    clock.run();
    QCOMPARE(log, (Log{"3 three", "done", "7"}));
}

void SignalTest::leavesOutThePrivateArgument()
{
    VirtualClock clock;
    Button button;
    Log log;
    note(awaitSignal(&button, &Button::hidden), log);
    button.emitHidden(5);
    clock.run();
    QCOMPARE(log, (Log{"5"}));
    static_assert(std::is_void_v<asyncade::detail::AwaitResult<SignalOperation<decltype(&QTimer::timeout)>>::type>);
}

void SignalTest::tellsOverloadsApart()
{
    VirtualClock clock;
    Button button;
    Log log;
    note(awaitSignal(&button, qOverload<int>(&Button::changed)), log);
    note(awaitSignal(&button, qOverload<const QString &>(&Button::changed)), log);
    emit button.changed("text");
    emit button.changed(1);
    clock.run();
    QCOMPARE(log, (Log{"text", "1"}));
}

void SignalTest::countsFromCoAwait()
{
    VirtualClock clock;
    Button button;
    Log log;
    const auto waiting = awaitSignal(&button, &Button::moved);
    emit button.moved(1);
    note(waiting, log);
    clock.run();
    QCOMPARE(log, Log{});
    emit button.moved(2);
    clock.run();
    note(waiting, log); // Awaited again: the next one.
    emit button.moved(3);
    clock.run();
    QCOMPARE(log, (Log{"2", "3"}));
}

void SignalTest::aSignalThatFiresTwiceInOneTurnGivesItsFirstArguments()
{
    VirtualClock clock;
    Button button;
    Log log;
    note(awaitSignal(&button, &Button::named), log);
    emit button.named("first");
    emit button.named("second");
    clock.run();
    emit button.named("third");
    clock.run();
    QCOMPARE(log, (Log{"first"}));
}

void SignalTest::nobodyIsResumedWithinTheEmission()
{
    VirtualClock clock;
    Button button;
    Log log;
    note(awaitSignal(&button, &Button::clicked), log);
    emit button.clicked();
    QCOMPARE(log, Log{});
    clock.run();
    QCOMPARE(log, (Log{"done"}));
}

void SignalTest::everyWaiterOfASignalGetsIt()
{
    VirtualClock clock;
    Button button;
    Log log;
    for (int i = 0; i < 3; ++i)
        note(awaitSignal(&button, &Button::moved), log);
    emit button.moved(4);
    clock.run();
    QCOMPARE(log, (Log{"4", "4", "4"}));
}

void SignalTest::aStopRequestCancelsAndDisconnects()
{
    VirtualClock clock;
    Button button;
    std::stop_source stop;
    Log log;
    const auto stopping = stopAfter(40ms, stop);
    note(awaitSignal(&button, &Button::clicked, stop.get_token()), log);
    clock.run();
    emit button.clicked();
    clock.run();
    QCOMPARE(log, (Log{"Cancelled: cancelled"}));
    QCOMPARE(clock.now(), 40ms);
}

void SignalTest::aTokenStoppedBeforehandConnectsNothing()
{
    VirtualClock clock;
    Button button;
    std::stop_source stop;
    stop.request_stop();
    Log log;
    note(awaitSignal(&button, &Button::clicked, stop.get_token()), log);
    QCOMPARE(log, (Log{"Cancelled: cancelled"}));
}

void SignalTest::aSignalThatCameBeforeTheStopCounts()
{
    VirtualClock clock;
    Button button;
    std::stop_source stop;
    Log log;
    note(awaitSignal(&button, &Button::moved, stop.get_token()), log);
    emit button.moved(1);
    stop.request_stop();
    clock.run();
    QCOMPARE(log, (Log{"1"}));
}

void SignalTest::aStopThatCameBeforeTheSignalCounts()
{
    VirtualClock clock;
    Button button;
    std::stop_source stop;
    Log log;
    note(awaitSignal(&button, &Button::moved, stop.get_token()), log);
    stop.request_stop();
    emit button.moved(1);
    clock.run();
    QCOMPARE(log, (Log{"Cancelled: cancelled"}));
}

void SignalTest::aSenderDestroyedWhileWaitedForCancels()
{
    VirtualClock clock;
    auto button = std::make_unique<Button>();
    Log log;
    note(awaitSignal(button.get(), &Button::clicked), log);
    button.reset();
    QCOMPARE(log, Log{});
    clock.run();
    QCOMPARE(log, (Log{gone}));
}

void SignalTest::aSenderDestroyedBeforeTheAwaitCancelsAtOnce()
{
    VirtualClock clock;
    auto button = std::make_unique<Button>();
    Log log;
    const auto waiting = awaitSignal(button.get(), &Button::moved);
    button.reset();
    note(waiting, log);
    QCOMPARE(log, (Log{gone}));
}

void SignalTest::aSignalFromTheDestructorOfTheSenderCounts()
{
    struct LastWords : Button {
        ~LastWords() override { emit moved(9); }
    };
    VirtualClock clock;
    auto button = std::make_unique<LastWords>();
    Log log;
    note(awaitSignal(button.get(), &Button::moved), log);
    button.reset();
    clock.run();
    QCOMPARE(log, (Log{"9"}));
}

void SignalTest::destroyedItselfCanBeWaitedFor()
{
    VirtualClock clock;
    auto button = std::make_unique<Button>();
    QObject *address = nullptr;
    const auto waits = [&]() -> QCoro::Task<> { address = co_await awaitSignal(button.get(), &QObject::destroyed); };
    const auto waiting = waits();
    const QObject *before = button.get();
    button.reset();
    clock.run();
    QCOMPARE(static_cast<const QObject *>(address), before);
}

void SignalTest::aSenderDestroyedByItsOwnSignalHasGivenIt()
{
    VirtualClock clock;
    auto *button = new Button;
    Log log;
    connect(button, &Button::moved, this, [&] { delete button; });
    note(awaitSignal(button, &Button::moved), log);
    emit button->moved(1); // The slot that deletes it comes first.
    clock.run();
    QCOMPARE(log, (Log{gone}));
    button = new Button;
    log.clear();
    note(awaitSignal(button, &Button::moved), log);
    connect(button, &Button::moved, this, [&] { delete button; });
    emit button->moved(1);
    clock.run();
    QCOMPARE(log, (Log{"1"}));
}

void SignalTest::theEndOfTheClockCancels()
{
    Button button;
    Log log;
    {
        VirtualClock clock;
        note(awaitSignal(&button, &Button::clicked), log);
    }
    emit button.clicked();
    QCOMPARE(log.size(), 1);
    QVERIFY2(log[0].startsWith("Cancelled"), log[0].constData());
}

void SignalTest::theEndOfTheThreadCancels()
{
    Log log;
    std::jthread([&] {
        Button button;
        note(awaitSignal(&button, &Button::clicked), log);
        QCOMPARE(log, Log{});
    }).join();
    QCOMPARE(log, (Log{gone}));
    Button outside;
    log.clear();
    std::unique_ptr<QThread> thread(QThread::create([&] { note(awaitSignal(&outside, &Button::clicked), log); }));
    thread->start();
    thread->wait();
    emit outside.clicked();
    QCOMPARE(log.size(), 1);
    QVERIFY2(log[0].startsWith("Cancelled"), log[0].constData());
}

void SignalTest::aScopeUnwindsIt()
{
    VirtualClock clock;
    Button button;
    Log log;
    {
        TaskScope scope;
        scope.spawn([&](std::stop_token token) { return note(awaitSignal(&button, &Button::clicked, token), log); });
    }
    QCOMPARE(log, (Log{gone}));
}

void SignalTest::worksWithATimeout()
{
    VirtualClock clock;
    Button button;
    const auto waits = [&]() -> QCoro::Task<int> { co_return co_await withTimeout(awaitSignal(&button, &Button::moved), 1s); };
    QCOMPARE(thrownBy([&] { clock.run(waits); }), "TimeoutError: timed out after 1 s");
    QCOMPARE(clock.now(), 1s);
    const auto moves = [&]() -> QCoro::Task<> {
        co_await sleepFor(1s); // At the instant of the deadline: in time.
        emit button.moved(6);
    };
    const auto moving = moves();
    QCOMPARE(clock.run(waits), 6);
    QCOMPARE(clock.now(), 2s);
}

void SignalTest::worksInARace()
{
    VirtualClock clock;
    Button first, second;
    int won = 0;
    const auto races = [&]() -> QCoro::Task<> {
        const auto [index, to] = co_await race(awaitSignal(&first, &Button::moved), awaitSignal(&second, &Button::moved));
        won = int(index) * 10 + to;
    };
    const auto racing = races();
    emit second.moved(1);
    clock.run();
    QCOMPARE(won, 11);
}

void SignalTest::aSenderOnAnotherThreadIsHeardThroughTheEventLoop()
{
    QThread thread;
    Button button;
    button.moveToThread(&thread);
    thread.start();
    const auto waits = [&]() -> QCoro::Task<QString> {
        QMetaObject::invokeMethod(&button, [&] { emit button.named("from there"); emit button.named("again"); });
        co_return co_await awaitSignal(&button, &Button::named);
    };
    // The emission may come before the wait: it goes on until one is heard.
    QTimer again;
    connect(&again, &QTimer::timeout, &button, [&] { emit button.named("from there"); });
    again.start(1);
    QVERIFY(!runBlocking(waits).isEmpty());
    again.stop();
    thread.quit();
    thread.wait();
}

void SignalTest::stalledNamesIt()
{
    VirtualClock clock;
    Button button;
    button.setObjectName("ok");
    QVERIFY2(thrownBy([&] { clock.run(awaitSignal(&button, &Button::clicked)); }).contains("the signal clicked of "), "not named");
    QVERIFY2(thrownBy([&] { clock.run(awaitSignal(&button, &Button::clicked)); }).contains("Button \"ok\""), "not named");
}

void SignalTest::anObserverSeesTheWait()
{
    VirtualClock clock;
    TraceLines trace;
    clock.setObserver(&trace);
    Button button;
    std::stop_source stop;
    Log log;
    {
        const SpanScope span({.request = 2});
        note(awaitSignal(&button, &Button::moved), log);
        note(awaitSignal(&button, &Button::clicked, stop.get_token()), log);
    }
    clock.advance(30ms);
    emit button.moved(1);
    stop.request_stop();
    clock.run();
    QCOMPARE(trace.lines, (Log{"0 #2 wait turn", "0 #2 wait turn", "30 #2 go granted", "30 #2 go cancelled"}));
    clock.setObserver(nullptr);
}

void SignalTest::wrongArgumentsAreRefused()
{
    Button button;
    Button *none = nullptr;
    QCOMPARE(thrownBy([&] { static_cast<void>(awaitSignal(none, &Button::clicked)); }),
             "invalid_argument: awaitSignal: expected a sender, got a null pointer");
    const QByteArray error = thrownBy([&] { static_cast<void>(awaitSignal(&button, &Button::noSignal)); });
    QVERIFY2(error.startsWith("invalid_argument: awaitSignal: expected a signal of "), error.constData());
    QVERIFY2(error.endsWith("Button, got a function that is none"), error.constData());
}

void SignalTest::aStreamKeepsWhatCameBeforeItWasAsked()
{
    VirtualClock clock;
    Button button;
    auto stream = signalStream(&button, &Button::moved) | take(3);
    for (int i = 1; i <= 5; ++i)
        emit button.moved(i);
    QCOMPARE(drawn(stream), "(123|)");
}

void SignalTest::aStreamEndsWithItsSenderBehindWhatIsThere()
{
    VirtualClock clock;
    auto button = std::make_unique<Button>();
    auto stream = signalStream(button.get(), &Button::moved);
    emit button->moved(1);
    button.reset();
    QCOMPARE(drawn(stream), "(1|)");
    QCOMPARE(drawn(stream), "|");
}

void SignalTest::aStreamEndsForOneWhoWaits()
{
    VirtualClock clock;
    auto button = std::make_unique<Button>();
    auto stream = signalStream(button.get(), &Button::moved);
    QByteArray result;
    noteNext(stream, result);
    button.reset();
    clock.run();
    QCOMPARE(result, "|");
}

void SignalTest::aFullStreamDropsAsItWasTold_data()
{
    QTest::addColumn<int>("overflow");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the oldest") << int(Overflow::DropOldest) << QByteArray("(45|)");
    QTest::newRow("the newest") << int(Overflow::DropNewest) << QByteArray("(12|)");
}

void SignalTest::aFullStreamDropsAsItWasTold()
{
    QFETCH(const int, overflow);
    QFETCH(const QByteArray, expected);
    VirtualClock clock;
    auto button = std::make_unique<Button>();
    auto stream = signalStream(button.get(), &Button::moved, {.capacity = 2, .overflow = Overflow(overflow)});
    for (int i = 1; i <= 5; ++i)
        emit button->moved(i);
    button.reset();
    QCOMPARE(drawn(stream), expected);
}

void SignalTest::aStreamGivesItemsAtTheirTime()
{
    VirtualClock clock;
    Button button;
    const auto emits = [&]() -> QCoro::Task<> {
        co_await sleepFor(10ms);
        emit button.moved(1);
        emit button.moved(2);
        co_await sleepFor(20ms);
        emit button.moved(3);
    };
    const auto emitting = emits();
    auto stream = signalStream(&button, &Button::moved) | take(3);
    QCOMPARE(drawn(stream), "-(12)-(3|)");
}

void SignalTest::theTokenOfNextCancelsAndNothingIsLost()
{
    VirtualClock clock;
    Button button;
    auto stream = signalStream(&button, &Button::moved);
    std::stop_source stop;
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    stop.request_stop();
    emit button.moved(1);
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled");
    noteNext(stream, result, stop.get_token()); // Although there is one.
    QCOMPARE(result, "Cancelled: cancelled");
    noteNext(stream, result);
    QCOMPARE(result, "1");
}

void SignalTest::aStreamDestroyedWhileSomebodyWaitsCancels()
{
    VirtualClock clock;
    Button button;
    QByteArray result;
    {
        auto stream = signalStream(&button, &Button::moved);
        noteNext(stream, result);
    }
    emit button.moved(1);
    clock.run();
    QCOMPARE(result, gone);
}

void SignalTest::aStreamDestroyedWithinTheEmissionIsLeftAlone()
{
    VirtualClock clock;
    Button button;
    std::optional<decltype(signalStream(&button, &Button::moved))> stream;
    connect(&button, &Button::moved, this, [&] { stream.reset(); });
    stream.emplace(signalStream(&button, &Button::moved));
    emit button.moved(1);
    QVERIFY(!stream);
}

void SignalTest::wrongStreamOptionsAreRefused()
{
    Button button;
    QCOMPARE(thrownBy([&] { static_cast<void>(signalStream(&button, &Button::moved, {.capacity = -1})); }),
             "invalid_argument: signalStream: expected a capacity of at least 1, or 0 for no bound, got -1");
    QCOMPARE(thrownBy([&] { static_cast<void>(signalStream(&button, &Button::moved, {.overflow = Overflow::Wait})); }),
             "invalid_argument: signalStream: expected Overflow::DropOldest or DropNewest, got Wait; whoever emits a signal cannot wait");
    Button *none = nullptr;
    QCOMPARE(thrownBy([&] { static_cast<void>(signalStream(none, &Button::moved)); }),
             "invalid_argument: signalStream: expected a sender, got a null pointer");
}

QTEST_GUILESS_MAIN(SignalTest)
#include "signal_test.moc"
