// SPDX-License-Identifier: MIT
// One body, built as a program without a GUI and as one with widgets, each run on the glib and on the unix dispatcher.
#include <asyncade/testing/test_clock.h>

#include <asyncade/event.h>
#include <asyncade/offload.h>
#include <asyncade/signal.h>
#include <asyncade/sleep.h>
#include <asyncade/task_scope.h>
#include <asyncade/timeout.h>

#include "support/chrono_compare.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>
#ifdef QT_WIDGETS_LIB
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>
#endif

#include <semaphore>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

QCoro::Task<> sleepThenSet(std::chrono::nanoseconds duration, bool &done)
{
    co_await sleepFor(duration);
    done = true;
}

/// Turns of the event loop that do not block.
void turnTheLoop(int turns)
{
    for (int i = 0; i < turns; ++i)
        QCoreApplication::processEvents();
}

/// Calls itself through the event loop, again and again, and notes when.
void queueAgain(QObject *context, int times, const Clock &clock, QStringList &log)
{
    if (times == 0)
        return;
    const auto next = [=, &clock, &log] {
        log << QString("queued at %1 s").arg(clock.now() / 1s);
        queueAgain(context, times - 1, clock, log);
    };
    QMetaObject::invokeMethod(context, next, Qt::QueuedConnection);
}

/// Counts what the application delivers.
class Counter : public QObject {
public:
    Counter() { QCoreApplication::instance()->installEventFilter(this); }
    int delivered = 0;

protected:
    bool eventFilter(QObject *, QEvent *) override
    {
        ++delivered;
        return false;
    }
};

} // namespace

class TestClockTest : public QObject {
    Q_OBJECT

private slots:
    void runsOnTheDispatcherThatWasAskedFor();
    void aVirtualClockNeedsNoEventLoopAndTakesNoNoticeOfOne();
    void itJumpsUnderQtryCompare();
    void itJumpsUnderSignalSpyWaitAndNoFurtherThanTheSignal();
    void itJumpsUnderAnEventLoopThatBlocks();
    void aThousandJumpsKeepTheirOrder();
    void queuedCallsAreDeliveredBeforeItJumps();
    void expiredQtTimersFireBeforeItJumps();
    void whatBeginsBetweenTwoWaitsGetsAWholeTurnOfTheLoop();
    void inputFromASocketIsReadBeforeItJumps();
    void itDoesNotJumpWhileOutsideWorkIsOutstanding();
    void aStopFromAnotherThreadWakesTheEventLoop();
    void othersGoOnDuringANestedEventLoop();
    void endingAtTheInstantOfTheDeadlineIsInTime();
    void anIdleClockLetsTheEventLoopSleep();
    void runAndAdvanceNeedNoEventLoop();
    void runThatWaitsForTheEventLoopStalls();
    void itIsTheClockOfTheThreadOnlyWhileItLives();
    void whoWaitsAtItsEndIsCancelled();
    void onAnotherThreadItIsRefused();
#ifdef QT_WIDGETS_LIB
    void typingAndClickingOnAWidget();
#endif
};

void TestClockTest::runsOnTheDispatcherThatWasAskedFor()
{
    const QByteArray name = QAbstractEventDispatcher::instance()->metaObject()->className();
    QVERIFY2(!qEnvironmentVariableIsSet("QT_NO_GLIB") || !name.contains("Glib"), name);
}

void TestClockTest::aVirtualClockNeedsNoEventLoopAndTakesNoNoticeOfOne()
{
    VirtualClock clock;
    bool done = false;
    const auto sleeping = sleepThenSet(24h, done);
    turnTheLoop(20);
    QCOMPARE(clock.now(), 0s);
    QVERIFY(!done);
    clock.advance(24h);
    QVERIFY(done);
}

void TestClockTest::itJumpsUnderQtryCompare()
{
    TestClock clock;
    bool done = false;
    const auto sleeping = sleepThenSet(24h, done);
    QCOMPARE(clock.now(), 0s);
    QTRY_COMPARE(done, true);
    QCOMPARE(clock.now(), 24h);
}

void TestClockTest::itJumpsUnderSignalSpyWaitAndNoFurtherThanTheSignal()
{
    TestClock clock;
    QObject object;
    bool later = false;
    const auto renames = [&]() -> QCoro::Task<> {
        co_await sleepFor(1h);
        object.setObjectName("renamed");
    };
    const auto renaming = renames();
    const auto sleeping = sleepThenSet(2h, later);
    QSignalSpy renamed(&object, &QObject::objectNameChanged);
    QVERIFY(renamed.wait());
    QCOMPARE(clock.now(), 1h);
    QVERIFY(!later);
    QTRY_VERIFY(later);
    QCOMPARE(clock.now(), 2h);
}

void TestClockTest::itJumpsUnderAnEventLoopThatBlocks()
{
    TestClock clock;
    QEventLoop loop;
    const auto quits = [&]() -> QCoro::Task<> {
        for (int i = 0; i < 10; ++i)
            co_await sleepFor(1h);
        loop.quit();
    };
    const auto quitting = quits();
    loop.exec();
    QCOMPARE(clock.now(), 10h);
}

void TestClockTest::aThousandJumpsKeepTheirOrder()
{
    TestClock clock;
    std::vector<int> order, expected;
    std::vector<QCoro::Task<>> tasks;
    const auto at = [&](int i) -> QCoro::Task<> {
        co_await sleepFor(std::chrono::milliseconds(i));
        order.push_back(int(clock.now() / 1ms));
    };
    for (int i = 0; i < 1000; ++i) {
        expected.push_back(i);
        tasks.push_back(at(i * 619 % 1000)); // Each number once.
    }
    QTRY_COMPARE(order.size(), std::size_t(1000));
    QCOMPARE(order, expected);
}

void TestClockTest::queuedCallsAreDeliveredBeforeItJumps()
{
    TestClock clock;
    QStringList log;
    bool done = false;
    const auto queues = [&]() -> QCoro::Task<> {
        co_await sleepFor(1s);
        queueAgain(this, 5, clock, log);
    };
    const auto queueing = queues();
    const auto sleeping = sleepThenSet(2s, done);
    QTRY_VERIFY(done);
    QCOMPARE(log, QStringList(5, "queued at 1 s"));
    QCOMPARE(clock.now(), 2s);
}

void TestClockTest::expiredQtTimersFireBeforeItJumps()
{
    TestClock clock;
    QStringList log;
    bool done = false;
    QTimer timer; // Of no length: expired as soon as it is started. It fires three times, each in a turn of its own.
    connect(&timer, &QTimer::timeout, this, [&] {
        log << QString("timer at %1 s").arg(clock.now() / 1s);
        if (log.size() == 3)
            timer.stop();
    });
    const auto starts = [&]() -> QCoro::Task<> {
        co_await sleepFor(1s);
        timer.start(0);
    };
    const auto starting = starts();
    const auto sleeping = sleepThenSet(2s, done);
    QEventLoop loop;
    const auto quits = [&]() -> QCoro::Task<> {
        co_await sleepFor(3s);
        loop.quit();
    };
    const auto quitting = quits();
    loop.exec(); // The glib dispatcher gives timers a low priority here.
    QVERIFY(done);
    QCOMPARE(log, QStringList(3, "timer at 1 s"));
}

void TestClockTest::whatBeginsBetweenTwoWaitsGetsAWholeTurnOfTheLoop()
{
    TestClock clock;
    QStringList log;
    bool late = false, soon = false;
    const auto sleepingLong = sleepThenSet(10h, late);
    turnTheLoop(1); // One more quiet turn and it would jump.
    QCOMPARE(clock.now(), 0s);
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, this, [&] { log << QString("timer at %1 s").arg(clock.now() / 1s); });
    timer.start(0);
    const auto sleeping = sleepThenSet(1h, soon);
    QTRY_VERIFY(late);
    QVERIFY(soon);
    QCOMPARE(log, QStringList{"timer at 0 s"});
}

void TestClockTest::inputFromASocketIsReadBeforeItJumps()
{
    TestClock clock;
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const auto closes = qScopeGuard([&] {
        ::close(ends[0]);
        ::close(ends[1]);
    });
    QStringList log;
    bool done = false;
    QSocketNotifier notifier(ends[0], QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        char byte = 0;
        if (::read(ends[0], &byte, 1) == 1)
            log << QString("%1 at %2 s").arg(QChar::fromLatin1(byte)).arg(clock.now() / 1s);
    });
    const auto writes = [&]() -> QCoro::Task<> {
        co_await sleepFor(1s);
        if (::write(ends[1], "abc", 3) != 3)
            log << "cannot write";
    };
    const auto writing = writes();
    const auto sleeping = sleepThenSet(2s, done);
    QTRY_VERIFY(done);
    QCOMPARE(log, (QStringList{"a at 1 s", "b at 1 s", "c at 1 s"}));
}

void TestClockTest::itDoesNotJumpWhileOutsideWorkIsOutstanding()
{
    TestClock clock;
    std::binary_semaphore gate(0);
    std::chrono::nanoseconds workEnded{-1};
    bool done = false;
    const auto works = [&]() -> QCoro::Task<> {
        const auto blocks = [&gate] { gate.acquire(); };
        co_await offload(blocks);
        workEnded = clock.now();
    };
    const auto working = works();
    const auto sleeping = sleepThenSet(1h, done);
    turnTheLoop(100);
    QCOMPARE(clock.now(), 0s);
    QVERIFY(!done);
    gate.release();
    QTRY_VERIFY(done);
    QCOMPARE(workEnded, 0s);
    QCOMPARE(clock.now(), 1h);
}

void TestClockTest::aStopFromAnotherThreadWakesTheEventLoop()
{
    TestClock clock;
    Event never;
    std::stop_source stop;
    QEventLoop loop;
    const auto waits = [&](std::stop_token token) -> QCoro::Task<> {
        const auto quits = qScopeGuard([&] { loop.quit(); });
        co_await never.wait(token);
    };
    const auto waiting = waits(stop.get_token());
    std::thread other([&] { stop.request_stop(); });
    loop.exec();
    other.join();
    QCOMPARE(never.waiting(), std::size_t(0));
    QCOMPARE(clock.now(), 0s);
}

void TestClockTest::othersGoOnDuringANestedEventLoop()
{
    TestClock clock;
    QStringList log;
    QEventLoop dialog;
    bool done = false;
    const auto asks = [&]() -> QCoro::Task<> {
        co_await sleepFor(1s);
        dialog.exec();
        log << QString("closed at %1 s").arg(clock.now() / 1s);
        co_await sleepFor(1s);
        done = true;
    };
    const auto closes = [&]() -> QCoro::Task<> {
        co_await sleepFor(5s);
        dialog.quit();
    };
    const auto asking = asks();
    const auto closing = closes();
    QTRY_VERIFY(done);
    QCOMPARE(log, QStringList{"closed at 5 s"});
    QCOMPARE(clock.now(), 6s);
}

void TestClockTest::endingAtTheInstantOfTheDeadlineIsInTime()
{
    TestClock clock;
    int result = 0;
    const auto answers = [](std::stop_token token) -> QCoro::Task<int> {
        co_await sleepFor(1s, token);
        co_return 7;
    };
    const auto asks = [&]() -> QCoro::Task<> { result = co_await withTimeout(answers, 1s); };
    const auto asking = asks();
    QTRY_COMPARE(result, 7);
    QCOMPARE(clock.now(), 1s);
}

void TestClockTest::anIdleClockLetsTheEventLoopSleep()
{
    TestClock clock;
    Event event;
    bool done = false;
    const auto waits = [&]() -> QCoro::Task<> {
        co_await event.wait();
        done = true;
    };
    const auto waiting = waits();
    turnTheLoop(10);
    const Counter counter;
    turnTheLoop(10);
    QCOMPARE(counter.delivered, 0);
    event.set();
    QTRY_VERIFY(done);
    QCOMPARE(clock.now(), 0s);
}

void TestClockTest::runAndAdvanceNeedNoEventLoop()
{
    TestClock clock;
    bool done = false;
    const auto work = []() -> QCoro::Task<int> {
        co_await sleepFor(1h);
        co_return 7;
    };
    QCOMPARE(clock.run(work), 7);
    const auto sleeping = sleepThenSet(1h, done);
    clock.advance(59min);
    QVERIFY(!done);
    clock.advance(1min);
    QVERIFY(done);
    QCOMPARE(clock.now(), 2h);
    turnTheLoop(10); // What was posted meanwhile finds nothing left to do.
    QCOMPARE(clock.now(), 2h);
}

void TestClockTest::runThatWaitsForTheEventLoopStalls()
{
    TestClock clock;
    QTimer timer;
    timer.start(0);
    const auto work = [&](std::stop_token token) -> QCoro::Task<> { co_await awaitSignal(&timer, &QTimer::timeout, token); };
    QVERIFY_EXCEPTION_THROWN(clock.run(work), Stalled);
}

void TestClockTest::itIsTheClockOfTheThreadOnlyWhileItLives()
{
    Clock &before = Clock::current();
    {
        TestClock clock;
        QCOMPARE(&Clock::current(), static_cast<Clock *>(&clock));
    }
    QCOMPARE(&Clock::current(), &before);
}

void TestClockTest::whoWaitsAtItsEndIsCancelled()
{
    bool cancelled = false;
    const auto sleeps = [&]() -> QCoro::Task<> {
        const Sleep sleep = sleepFor(1h);
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            cancelled = true;
        }
    };
    {
        TestClock clock;
        const auto sleeping = sleeps();
        turnTheLoop(1);
        QCOMPARE(clock.now(), 0s);
    }
    QVERIFY(cancelled);
    turnTheLoop(10); // Nothing of it is left in the event loop.
}

void TestClockTest::onAnotherThreadItIsRefused()
{
    std::string error;
    std::thread other([&] {
        try {
            const TestClock clock;
        } catch (const std::logic_error &e) {
            error = e.what();
        }
    });
    other.join();
    QCOMPARE(error, std::string("asyncade: a TestClock belongs to the application's thread: use a VirtualClock on others"));
}

#ifdef QT_WIDGETS_LIB
void TestClockTest::typingAndClickingOnAWidget()
{
    TestClock clock;
    QWidget window;
    QVBoxLayout column(&window);
    QLineEdit edit;
    QPushButton button;
    QLabel label;
    column.addWidget(&edit);
    column.addWidget(&button);
    column.addWidget(&label);
    TaskScope scope;
    const auto shows = [&](std::stop_token token) -> QCoro::Task<> {
        for (;;) {
            co_await awaitSignal(&button, &QPushButton::clicked, token);
            co_await sleepFor(2s, token);
            label.setText(edit.text() + " found");
        }
    };
    scope.spawn("shows", shows);
    window.show();
    QTest::keyClicks(&edit, "qt");
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(label.text(), QString());
    QTRY_COMPARE(label.text(), QString("qt found"));
    QCOMPARE(clock.now(), 2s);
    QTest::keyClicks(&edit, "6");
    QTest::mouseClick(&button, Qt::LeftButton);
    QTRY_COMPARE(label.text(), QString("qt6 found"));
    QCOMPARE(clock.now(), 4s);
}
#endif

#ifdef QT_WIDGETS_LIB
QTEST_MAIN(TestClockTest)
#else
QTEST_GUILESS_MAIN(TestClockTest)
#endif
#include "test_clock_test.moc"
