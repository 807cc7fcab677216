// SPDX-License-Identifier: MIT
#include <asyncade/task_scope.h>

#include <asyncade/event.h>
#include <asyncade/gather.h>
#include <asyncade/offload.h>
#include <asyncade/semaphore.h>
#include <asyncade/sleep.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/outside_work.h"
#include "support/thrown.h"

#include <QEventLoop>
#include <QScopeGuard>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::Signpost;
using support::waitForStop;

namespace {

/// A foreign wait: nothing of the library can end it. The awaiter only points here, as GCC 12 may copy it.
struct Foreign {
    std::coroutine_handle<> waiting;
    struct Awaiter {
        std::coroutine_handle<> *waiting;
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> handle) { *waiting = handle; }
        void await_resume() const {}
    };
    Awaiter operator co_await() { return {&waiting}; }
};

/// Has work done on the pool that ends only when it is told, and then still reads a member.
class Importer {
public:
    explicit Importer(QStringList &log)
        : m_log(log), m_scope([&log](const ErrorReport &report) { log << "reported " + QString::fromStdString(report.name); })
    {
    }
    ~Importer() { m_log << "goes"; }
    TaskScope &scope() { return m_scope; }
    void awaitBegin() { m_begun.await(); }

    QCoro::Task<> imports(std::stop_token token)
    {
        const auto note = qScopeGuard([this] { m_log << "unwound, " + m_text; });
        const auto work = [this](std::stop_token told) { return import(told); };
        m_log << "imported " + co_await offload(work, token);
    }
    QCoro::Task<> importsMany(std::stop_token token)
    {
        const auto note = qScopeGuard([this] { m_log << "unwound, " + m_text; });
        const std::vector files{1, 2, 3};
        const auto work = [this](int, std::stop_token told) { return import(told); };
        co_await offloadMap(files, work, token);
    }
    QCoro::Task<> importsUntold(std::stop_token)
    {
        const auto note = qScopeGuard([this] { m_log << "unwound, " + m_text; });
        const auto work = [this] { return import(m_scope.token()); };
        m_log << "imported " + co_await offload(work);
    }

private:
    QString import(const std::stop_token &told)
    {
        m_begun.reach();
        waitForStop(told);
        return m_text;
    }

    QStringList &m_log;
    QString m_text = QString::fromLatin1("a member on the heap"); // So that a sanitizer sees a read that comes too late.
    Signpost m_begun;
    TaskScope m_scope; // Last: destroyed first.
};

} // namespace

class TaskScopeTest : public QObject {
    Q_OBJECT

private slots:
    void runsItsChildrenAtOnce();
    void joinWaitsForAll();
    void joinOfAnEmptyScopeEndsAtOnce();
    void joinObeysItsToken();
    void aChildThatJoinsItsOwnScopeIsToldSo();
    void anErrorTellsTheChildsPlaceInItsScope();
    void destructionWaitsForWorkThatAnotherChildBringsToItsEnd_data();
    void destructionWaitsForWorkThatAnotherChildBringsToItsEnd();
    void aChildInAnEventLoopOfItsOwnIsReported_data();
    void aChildInAnEventLoopOfItsOwnIsReported();
    void stopCancelsChildrenAndForbidsMore();
    void trySpawnSaysThatTheScopeIsStopped();
    void aChildThatSpawnsWhileItsScopeGoesIsToldSo();
    void destructionUnwindsWhileMembersLive();
    void destructionUnwindsNestedHelpers();
    void destructionUnwindsAChildThatIsReadyAlready();
    void destructionResumesNobodyElse();
    void destructionResumesWhatTheStopMadeReady();
    void destructionOfAScopeInsideAChild();
    void aChildThatDeletesItsOwnerGoesOnAsAnOrphan();
    void aChildInAForeignWaitIsReportedByName();
    void aChildThatWaitsWithoutItsTokenIsReportedByName();
    void aChildThatYieldsForeverWithoutItsTokenDoesNotHangTheDestructor();
    void aChildsErrorReachesTheHook();
    void anErrorBeforeTheFirstSuspensionReachesTheHook();
    void cancelledIsNoError();
    void takesOverARunningTask();
    void aChildMayOutliveTheClock();
    void unwindsAThousandChildren();
    void othersThatYieldForeverDoNotHangTheDestructor();
    void destructionWaitsForAChildInOffload_data();
    void destructionWaitsForAChildInOffload();
    void destructionWaitsForOffloadMap();
    void destructionWaitsForWorkThatIsNotTold();
    void destructionWaitsForTheWorkOfATaskThatHasItsToken();
    void destructionDoesNotWaitForWorkThatBeginsAfterTheStopWithoutTheToken();
    void whileItWaitsForWorkItResumesNobodyElse();
};

void TaskScopeTest::runsItsChildrenAtOnce()
{
    VirtualClock clock;
    TaskScope scope;
    bool began = false;
    scope.spawn([&](std::stop_token) -> QCoro::Task<> {
        began = true;
        co_return;
    });
    QVERIFY(began);
    QCOMPARE(scope.size(), std::size_t(0));
}

void TaskScopeTest::joinWaitsForAll()
{
    VirtualClock clock;
    TaskScope scope;
    auto sleeper = [](std::stop_token token) -> QCoro::Task<> { co_await sleepFor(2s, token); };
    auto spawnsLater = [&](std::stop_token token) -> QCoro::Task<> {
        co_await sleepFor(1s, token);
        scope.spawn(sleeper);
    };
    scope.spawn(spawnsLater);
    clock.run([&]() -> QCoro::Task<> { co_await scope.join(); });
    QCOMPARE(clock.now(), 3s); // Also for the one that was spawned at 1 s.
    QCOMPARE(scope.size(), std::size_t(0));
}

void TaskScopeTest::joinOfAnEmptyScopeEndsAtOnce()
{
    VirtualClock clock;
    TaskScope scope;
    clock.run([&]() -> QCoro::Task<> { co_await scope.join(); });
    QCOMPARE(clock.now(), 0s);
}

void TaskScopeTest::joinObeysItsToken()
{
    VirtualClock clock;
    TaskScope scope;
    scope.spawn([](std::stop_token token) -> QCoro::Task<> { co_await sleepFor(1h, token); });
    auto join = [&](std::stop_token token) -> QCoro::Task<> { co_await scope.join(token); };
    auto limited = [&]() -> QCoro::Task<> { co_await withTimeout(join, 1s); };
    QVERIFY_EXCEPTION_THROWN(clock.run(limited), TimeoutError);
    QCOMPARE(clock.now(), 1s);
    QCOMPARE(scope.size(), std::size_t(1));
}

void TaskScopeTest::stopCancelsChildrenAndForbidsMore()
{
    VirtualClock clock;
    TaskScope scope;
    bool cancelled = false;
    auto child = [&](std::stop_token token) -> QCoro::Task<> {
        const Sleep sleep = sleepFor(1h, token);
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            cancelled = true;
        }
    };
    scope.spawn(child);
    scope.stop();
    clock.run();
    QVERIFY(cancelled);
    QCOMPARE(clock.now(), 0s);
    QVERIFY(scope.isStopped());
    try {
        scope.spawn("more", child);
        QFAIL("it was spawned");
    } catch (const ScopeStopped &stopped) {
        QCOMPARE(stopped.what(), "TaskScope: expected a scope that runs, got one that has been stopped; not spawned: \"more\" "
                                 "(trySpawn says so without throwing)");
        QCOMPARE(stopped.cause().reason, StopReason::Requested);
    }
    QVERIFY_EXCEPTION_THROWN(scope.spawn(child), Cancelled); // It counts as no failure.
}

void TaskScopeTest::trySpawnSaysThatTheScopeIsStopped()
{
    VirtualClock clock;
    TaskScope scope;
    int ran = 0;
    std::function<void()> child = [&] { ++ran; };
    QVERIFY(scope.trySpawn("first", child));
    QCOMPARE(ran, 1);
    scope.stop();
    QVERIFY(!scope.trySpawn("second", std::move(child)));
    QVERIFY(!scope.trySpawn(std::move(child)));
    QCOMPARE(ran, 1);
    QVERIFY(child); // As it was.
}

void TaskScopeTest::aChildThatSpawnsWhileItsScopeGoesIsToldSo()
{
    VirtualClock clock;
    QByteArray told;
    bool tried = true;
    {
        TaskScope scope;
        scope.spawn([&](std::stop_token token) -> QCoro::Task<> {
            const Sleep sleep = sleepFor(1h, token);
            try {
                co_await sleep;
            } catch (const Cancelled &) {
                tried = scope.trySpawn([] {});
                told = support::thrownBy([&] { scope.spawn([] {}); });
            }
        });
    }
    QVERIFY(!tried);
    QCOMPARE(told, "Cancelled: TaskScope: expected a scope that runs, got one that is being destroyed; not spawned: work without a name "
                   "(trySpawn says so without throwing)");
}

void TaskScopeTest::destructionUnwindsWhileMembersLive()
{
    struct Owner {
        explicit Owner(QString *out) : result(out) {}
        QCoro::Task<> work(std::stop_token token)
        {
            const auto last = qScopeGuard([this] { *result = text; });
            co_await sleepFor(1h, token);
        }
        QString text = QString::fromLatin1("a member on the heap"); // So that a sanitizer sees a read that comes too late.
        QString *result;
        TaskScope scope; // Last: destroyed first.
    };
    VirtualClock clock;
    QString result;
    auto owner = std::make_unique<Owner>(&result);
    owner->scope.spawn([o = owner.get()](std::stop_token token) { return o->work(token); });
    owner.reset();
    QCOMPARE(result, QString("a member on the heap"));
}

void TaskScopeTest::destructionUnwindsNestedHelpers()
{
    VirtualClock clock;
    int unwound = 0;
    Semaphore none(1);
    auto holder = [&]() -> QCoro::Task<Permit> { co_return co_await none.acquire(); };
    const Permit held = clock.run(holder);
    auto leaf = [&](std::stop_token token) -> QCoro::Task<> {
        const auto note = qScopeGuard([&] { ++unwound; });
        const Permit permit = co_await none.acquire(token);
    };
    auto branch = [&](std::stop_token token) -> QCoro::Task<> {
        const auto note = qScopeGuard([&] { ++unwound; });
        co_await gather(token, leaf, leaf);
    };
    {
        TaskScope scope;
        scope.spawn([&](std::stop_token token) -> QCoro::Task<> {
            const auto note = qScopeGuard([&] { ++unwound; });
            co_await withTimeout(branch, 1h, token);
        });
    }
    QCOMPARE(unwound, 4);
    QCOMPARE(none.waiting(), std::size_t(0));
    QVERIFY(!clock.next()); // The deadline is gone too.
}

void TaskScopeTest::destructionUnwindsAChildThatIsReadyAlready()
{
    VirtualClock clock;
    Event event;
    bool ended = false;
    {
        TaskScope scope;
        scope.spawn([&](std::stop_token token) -> QCoro::Task<> {
            co_await event.wait(token);
            ended = true;
        });
        event.set();
    }
    QVERIFY(ended);
}

void TaskScopeTest::destructionResumesNobodyElse()
{
    VirtualClock clock;
    Event event;
    bool strangerRan = false, childUnwound = false;
    auto stranger = [&]() -> QCoro::Task<> {
        co_await event.wait();
        strangerRan = true;
    };
    const auto running = stranger();
    {
        TaskScope scope;
        scope.spawn([&](std::stop_token token) -> QCoro::Task<> {
            const auto note = qScopeGuard([&] { childUnwound = true; });
            co_await sleepFor(1h, token);
        });
        event.set(); // The stranger is ready before the scope dies.
    }
    QVERIFY(childUnwound);
    QVERIFY(!strangerRan);
    clock.run();
    QVERIFY(strangerRan);
}

void TaskScopeTest::destructionResumesWhatTheStopMadeReady()
{
    // The child awaits a task that is not the scope's, and that ends because of the stop.
    VirtualClock clock;
    bool childEnded = false;
    auto stranger = [](std::stop_token token) -> QCoro::Task<> {
        const Sleep sleep = sleepFor(1h, token);
        try {
            co_await sleep;
        } catch (const Cancelled &) {
        }
    };
    {
        TaskScope scope;
        auto running = stranger(scope.token());
        auto child = [&](std::stop_token) -> QCoro::Task<> {
            co_await running;
            childEnded = true;
        };
        scope.spawn(child);
    }
    QVERIFY(childEnded);
}

void TaskScopeTest::destructionOfAScopeInsideAChild()
{
    VirtualClock clock;
    std::vector<int> log;
    {
        TaskScope outer;
        outer.spawn([&](std::stop_token token) -> QCoro::Task<> {
            const auto note = qScopeGuard([&] { log.push_back(2); });
            TaskScope inner;
            inner.spawn([&](std::stop_token innerToken) -> QCoro::Task<> {
                const auto innerNote = qScopeGuard([&] { log.push_back(1); });
                co_await sleepFor(1h, innerToken);
            });
            co_await inner.join(token);
        });
    }
    QCOMPARE(log, (std::vector<int>{1, 2}));
}

void TaskScopeTest::aChildThatDeletesItsOwnerGoesOnAsAnOrphan()
{
    VirtualClock clock;
    auto scope = std::make_unique<TaskScope>();
    bool wentOn = false, nextWaitThrew = false, siblingUnwound = false;
    scope->spawn([&](std::stop_token token) -> QCoro::Task<> {
        co_await sleepFor(1s, token);
        scope.reset();
        wentOn = true;
        const Sleep sleep = sleepFor(1s, token);
        try {
            co_await sleep;
        } catch (const Cancelled &) {
            nextWaitThrew = true;
        }
    });
    scope->spawn([&](std::stop_token token) -> QCoro::Task<> {
        const auto note = qScopeGuard([&] { siblingUnwound = true; });
        co_await sleepFor(1h, token);
    });
    clock.run();
    QVERIFY(wentOn);
    QVERIFY(nextWaitThrew);
    QVERIFY(siblingUnwound);
    QCOMPARE(clock.now(), 1s);
}

void TaskScopeTest::aChildInAForeignWaitIsReportedByName()
{
    VirtualClock clock;
    Foreign foreign;
    QStringList reported;
    bool ended = false;
    {
        TaskScope scope([&](const ErrorReport &report) { reported << QString::fromStdString(report.name); });
        scope.spawn("download", [&](std::stop_token) -> QCoro::Task<> {
            co_await foreign;
            ended = true;
        });
    }
    QCOMPARE(reported, QStringList{"download"});
    foreign.waiting.resume(); // It ends by itself, after its scope.
    QVERIFY(ended);
    QCOMPARE(reported.size(), 1);
}

void TaskScopeTest::aChildThatWaitsWithoutItsTokenIsReportedByName()
{
    VirtualClock clock;
    QStringList reported;
    {
        TaskScope scope([&](const ErrorReport &report) { reported << QString::fromStdString(report.name); });
        scope.spawn("stubborn", [&](std::stop_token) -> QCoro::Task<> { co_await sleepFor(1s); });
    }
    QCOMPARE(reported, QStringList{"stubborn"});
    clock.run();
    QCOMPARE(clock.now(), 1s);
}

void TaskScopeTest::aChildThatYieldsForeverWithoutItsTokenDoesNotHangTheDestructor()
{
    VirtualClock clock;
    bool stop = false;
    QStringList reported;
    {
        TaskScope scope([&](const ErrorReport &report) { reported << QString::fromStdString(report.name); });
        scope.spawn("busy", [&](std::stop_token) -> QCoro::Task<> {
            while (!stop)
                co_await yield();
        });
    }
    QCOMPARE(reported, QStringList{"busy"});
    stop = true;
    clock.run();
}

void TaskScopeTest::aChildsErrorReachesTheHook()
{
    VirtualClock clock;
    QStringList reported;
    TaskScope scope([&](const ErrorReport &report) {
        reported << QString::fromStdString(report.name + ": " + detail::errorText(report.error));
    });
    scope.spawn("fetch", [](std::stop_token token) -> QCoro::Task<> {
        co_await sleepFor(1s, token);
        throw std::runtime_error("no route");
    });
    clock.run();
    QCOMPARE(reported, QStringList{"fetch: no route"});
}

void TaskScopeTest::anErrorBeforeTheFirstSuspensionReachesTheHook()
{
    VirtualClock clock;
    QStringList reported;
    TaskScope scope([&](const ErrorReport &report) { reported << QString::fromStdString(detail::errorText(report.error)); });
    scope.spawn([](std::stop_token) -> QCoro::Task<> {
        throw std::runtime_error("at once");
        co_return;
    });
    scope.spawn([](std::stop_token) -> QCoro::Task<> { throw std::runtime_error("not even a coroutine"); });
    QCOMPARE(reported, (QStringList{"at once", "not even a coroutine"}));
}

void TaskScopeTest::cancelledIsNoError()
{
    VirtualClock clock;
    int reports = 0;
    {
        TaskScope scope([&](const ErrorReport &) { ++reports; });
        scope.spawn([](std::stop_token token) -> QCoro::Task<> { co_await sleepFor(1h, token); });
    }
    QCOMPARE(reports, 0);
}

void TaskScopeTest::takesOverARunningTask()
{
    VirtualClock clock;
    int reports = 0;
    TaskScope scope([&](const ErrorReport &) { ++reports; });
    auto running = []() -> QCoro::Task<> {
        co_await sleepFor(1s);
        throw std::runtime_error("late");
    };
    scope.spawn(running());
    clock.run([&]() -> QCoro::Task<> { co_await scope.join(); });
    QCOMPARE(clock.now(), 1s);
    QCOMPARE(reports, 1);
}

void TaskScopeTest::aChildMayOutliveTheClock()
{
    TaskScope scope;
    Foreign foreign;
    {
        VirtualClock clock;
        scope.spawn([&](std::stop_token) -> QCoro::Task<> { co_await foreign; });
    }
    QCOMPARE(scope.size(), std::size_t(1));
    foreign.waiting.resume();
    QCOMPARE(scope.size(), std::size_t(0));
}

void TaskScopeTest::unwindsAThousandChildren()
{
    VirtualClock clock;
    int unwound = 0;
    Semaphore gate(1);
    auto child = [&](std::stop_token token) -> QCoro::Task<> {
        const auto note = qScopeGuard([&] { ++unwound; });
        const Permit permit = co_await gate.acquire(token);
        co_await sleepFor(1h, token);
    };
    {
        TaskScope scope;
        for (int i = 0; i < 1000; ++i)
            scope.spawn(child);
        clock.advance(1s);
    }
    QCOMPARE(unwound, 1000);
    QCOMPARE(gate.available(), 1);
}

void TaskScopeTest::othersThatYieldForeverDoNotHangTheDestructor()
{
    VirtualClock clock;
    Event never;
    Semaphore semaphore(1);
    bool stop = false;
    QStringList reported;
    const auto other = [&]() -> QCoro::Task<> {
        const Permit permit = co_await semaphore.acquire();
        while (!stop)
            co_await yield();
    };
    QCoro::Task<> busy;
    {
        TaskScope scope([&](const ErrorReport &report) { reported << QString::fromStdString(report.name); });
        scope.spawn("holder", [&](std::stop_token token) -> QCoro::Task<> {
            const Permit permit = co_await semaphore.acquire(token);
            co_await sleepFor(1h, token);
        });
        scope.spawn("deaf", [&](std::stop_token) -> QCoro::Task<> { co_await never.wait(); });
        busy = other(); // Gets the permit while the scope unwinds, and is ready ever after.
    }
    QCOMPARE(reported, QStringList{"deaf"});
    stop = true;
    never.set();
    clock.run();
}

void TaskScopeTest::destructionWaitsForAChildInOffload_data()
{
    QTest::addColumn<bool>("isVirtual");
    QTest::newRow("system clock") << false;
    QTest::newRow("virtual clock") << true;
}

void TaskScopeTest::destructionWaitsForAChildInOffload()
{
    QFETCH(bool, isVirtual);
    std::optional<VirtualClock> clock;
    if (isVirtual)
        clock.emplace();
    QStringList log;
    {
        Importer importer(log);
        importer.scope().spawn("import", call(&Importer::imports, &importer));
        importer.awaitBegin();
    }
    QCOMPARE(log, (QStringList{"goes", "imported a member on the heap", "unwound, a member on the heap"}));
    if (clock) {
        QCOMPARE(clock->now(), 0s);
        QVERIFY(!clock->next()); // Nothing of it is left.
    }
}

void TaskScopeTest::destructionWaitsForOffloadMap()
{
    VirtualClock clock;
    QStringList log;
    {
        Importer importer(log);
        importer.scope().spawn("import", call(&Importer::importsMany, &importer));
        importer.awaitBegin();
    }
    QCOMPARE(log, (QStringList{"goes", "unwound, a member on the heap"}));
    QVERIFY(!clock.next());
}

void TaskScopeTest::destructionWaitsForWorkThatIsNotTold()
{
    VirtualClock clock;
    QStringList log;
    {
        Importer importer(log);
        importer.scope().spawn("import", call(&Importer::importsUntold, &importer));
        importer.awaitBegin();
    }
    QCOMPARE(log, (QStringList{"goes", "imported a member on the heap", "unwound, a member on the heap"}));
}

void TaskScopeTest::destructionWaitsForTheWorkOfATaskThatHasItsToken()
{
    VirtualClock clock;
    QStringList log;
    {
        Importer importer(log);
        auto running = importer.imports(importer.scope().token()); // Began before it became a child.
        importer.scope().spawn("import", std::move(running));
        importer.awaitBegin();
    }
    QCOMPARE(log, (QStringList{"goes", "imported a member on the heap", "unwound, a member on the heap"}));
}

void TaskScopeTest::destructionDoesNotWaitForWorkThatBeginsAfterTheStopWithoutTheToken()
{
    VirtualClock clock;
    QStringList log;
    Signpost checked;
    {
        TaskScope scope([&](const ErrorReport &report) { log << "reported " + QString::fromStdString(report.name); });
        scope.spawn("deaf", [&](std::stop_token token) -> QCoro::Task<> {
            const auto first = [token] { waitForStop(token); };
            co_await offload(first);
            log << "first";
            co_await offload([&] { checked.await(); });
            log << "second"; // There might be a third, and so on for ever.
        });
    }
    const QStringList before = log;
    checked.reach();
    QCOMPARE(before, (QStringList{"first", "reported deaf"}));
    clock.run();
    QCOMPARE(log.last(), QString("second"));
}

void TaskScopeTest::whileItWaitsForWorkItResumesNobodyElse()
{
    VirtualClock clock;
    Signpost suspended, ended;
    bool strangerRan = false;
    const auto stranger = [&]() -> QCoro::Task<> {
        const auto work = [&] {
            suspended.await();
            ended.reach();
        };
        co_await offload(work);
        strangerRan = true;
    };
    const auto running = stranger();
    suspended.reach();
    ended.await();
    QStringList log;
    {
        Importer importer(log);
        importer.scope().spawn("import", call(&Importer::imports, &importer));
        importer.awaitBegin();
    }
    QCOMPARE(log.size(), 3);
    QVERIFY(!strangerRan);
    clock.run();
    QVERIFY(strangerRan);
}

void TaskScopeTest::aChildThatJoinsItsOwnScopeIsToldSo()
{
    VirtualClock clock;
    TaskScope scope, other;
    QByteArrayList thrown;
    const auto joins = [&](std::stop_token token) -> QCoro::Task<> {
        co_await sleepFor(10ms, token);
        co_await other.join(token); // Of another scope it may.
        try {
            co_await scope.join(token);
        } catch (...) {
            thrown << support::inWords(std::current_exception());
        }
    };
    scope.spawn("closing", joins);
    scope.spawn(joins);
    clock.run([&] { return scope.join(); });
    QCOMPARE(thrown.value(0), "logic_error: TaskScope: expected to be joined from outside, got a join inside its own child \"closing\", "
                              "or in what that has started: it would wait for its own end. Let the one who owns the scope join it");
    QVERIFY(thrown.value(1).contains("its own child (which has no name), or in"));
    QCOMPARE(clock.now(), 10ms);
}

void TaskScopeTest::anErrorTellsTheChildsPlaceInItsScope()
{
    VirtualClock clock;
    QList<std::size_t> places;
    const auto note = [&](const ErrorReport &report) { places << report.index; };
    const auto fails = []() { throw std::runtime_error("bad"); };
    TaskScope first(note), second(note);
    first.spawn(fails);
    first.spawn([] {});
    second.spawn(fails);
    first.spawn(fails);
    second.spawn(fails);
    QCOMPARE(places, (QList<std::size_t>{0, 0, 2, 1}));
}

void TaskScopeTest::destructionWaitsForWorkThatAnotherChildBringsToItsEnd_data()
{
    QTest::addColumn<bool>("needyFirst");
    QTest::newRow("the one that needs the other came first") << true;
    QTest::newRow("the one that needs the other came last") << false;
}

void TaskScopeTest::destructionWaitsForWorkThatAnotherChildBringsToItsEnd()
{
    QFETCH(const bool, needyFirst);
    auto *pool = QThreadPool::globalInstance();
    pool->setMaxThreadCount(std::max(2, pool->maxThreadCount()));
    VirtualClock clock;
    QStringList log;
    Signpost begun, released, unwound;
    {
        TaskScope scope;
        const auto needy = [&](std::stop_token token) -> QCoro::Task<> {
            const auto work = [&] {
                begun.reach();
                released.await(); // It does not look at its token.
            };
            co_await offload(work, token);
            log << "what was needed came";
        };
        const auto releases = [&](std::stop_token token) -> QCoro::Task<> {
            const auto release = qScopeGuard([&] { released.reach(); });
            const auto work = [&](std::stop_token told) {
                begun.reach();
                waitForStop(told);
                unwound.await(); // All have been told by then, and both wait for their work again:
                unwound.await(); // one that unwinds comes before them, one behind them.
            };
            co_await offload(work, token);
        };
        const auto sleeps = [&](std::stop_token token) -> QCoro::Task<> {
            const auto note = qScopeGuard([&] { unwound.reach(); });
            co_await sleepFor(1h, token);
        };
        scope.spawn(sleeps);
        if (needyFirst)
            scope.spawn("needy", needy);
        scope.spawn("releases", releases);
        if (!needyFirst)
            scope.spawn("needy", needy);
        scope.spawn(sleeps);
        begun.await();
        begun.await();
    }
    QCOMPARE(log, QStringList{"what was needed came"});
}

void TaskScopeTest::aChildInAnEventLoopOfItsOwnIsReported_data()
{
    QTest::addColumn<bool>("resumed");
    QTest::addColumn<bool>("nested");
    QTest::newRow("at the call") << false << true;
    QTest::newRow("resumed by the clock") << true << true;
    QTest::newRow("at the call, without a loop") << false << false;
    QTest::newRow("resumed by the clock, without a loop") << true << false;
}

void TaskScopeTest::aChildInAnEventLoopOfItsOwnIsReported()
{
    QFETCH(const bool, resumed);
    QFETCH(const bool, nested);
    QStringList log;
    QEventLoop outer;
    std::optional<TaskScope> scope(std::in_place, [&](const ErrorReport &report) {
        log << QString::fromStdString(report.name) + QLatin1String(": ") + QString::fromUtf8(support::inWords(report.error));
    });
    const auto dialog = [&](std::stop_token token) -> QCoro::Task<> {
        if (resumed)
            co_await yield(token);
        if (nested) { // Somebody else deletes the owner meanwhile.
            QEventLoop inner;
            QTimer::singleShot(0, &inner, [&] {
                scope.reset();
                inner.quit();
            });
            inner.exec();
        } else {
            scope.reset();
        }
        log << "goes on";
        outer.quit();
    };
    QTimer::singleShot(0, &outer, [&] { scope->spawn("dialog", dialog); });
    outer.exec();
    if (nested) {
        QCOMPARE(log.takeFirst(), "dialog: runtime_error: its scope was destroyed while it ran an event loop of its own: when that returns, the "
                                  "child goes on without its owner and must not touch it");
    }
    QCOMPARE(log, QStringList{"goes on"});
}

QTEST_GUILESS_MAIN(TaskScopeTest)
#include "task_scope_test.moc"
