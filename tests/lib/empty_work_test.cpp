// SPDX-License-Identifier: MIT
// A task that was default-made or moved from, and a function that is none: QCoro and the standard library would crash, or throw later
// and somewhere else. Every helper refuses them at the call, by name, and starts nothing.
#include <asyncade/asyncade.h>

#include "support/reported_errors.h"
#include "support/thrown.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::ReportedErrors;
using support::thrownBy;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;
using Function = std::function<int(int)>;
using Task = QCoro::Task<int>;

const Operation noOperation;
const Function noFunction;
constexpr Task (*noPointer)(std::stop_token) = nullptr;

int started = 0;
Task one(std::stop_token = {})
{
    ++started;
    co_return 1;
}

/// What is said of an empty task, or of an empty function.
QByteArray emptyTask(const QByteArray &helper, const QByteArray &where = {})
{
    return "invalid_argument: " + helper + ": expected something to run, got an empty QCoro::Task (default-made, or moved from)" + where;
}
QByteArray emptyFunction(const QByteArray &helper, const QByteArray &where = {})
{
    return "invalid_argument: " + helper + ": expected something to run, got an empty function" + where;
}

template <class T>
std::vector<T> two(T first, T second)
{
    std::vector<T> both;
    both.push_back(std::move(first));
    both.push_back(std::move(second));
    return both;
}

} // namespace

class EmptyWorkTest : public QObject {
    Q_OBJECT

private slots:
    void init() { started = 0; }
    void anEndedTaskIsNotAnEmptyOne();
    void anEmptyTaskIsRefused();
    void anEmptyTaskOfVoidIsRefused();
    void aTaskThatWasMovedFromIsRefused();
    void anEmptyTaskAmongSeveralIsRefusedWithItsIndexAndNothingIsStarted();
    void theTasksBesideAnEmptyOneGoOn();
    void anEmptyFunctionIsRefused();
    void anEmptyFunctionForItemsIsRefused();
    void aNullPointerIsRefused();
    void workThatHasBeenUsedUpIsRefused();
    void whatWasMovedFromGivesNothingMore();
    void anOperationThatGivesAnEmptyTaskFails();
    void emptyHooksAndRulesAreNone();
};

void EmptyWorkTest::anEndedTaskIsNotAnEmptyOne()
{
    VirtualClock clock;
    Task task = one();
    QVERIFY(task.isReady());
    QCOMPARE(runBlocking(std::move(task)), 1);
    QCOMPARE(runBlocking(gather(one(), one())), (std::tuple(1, 1)));
}

void EmptyWorkTest::anEmptyTaskIsRefused()
{
    VirtualClock clock;
    std::stop_source stop;
    QCOMPARE(thrownBy([] { (void)gather(Task()); }), emptyTask("gather", " at index 0"));
    QCOMPARE(thrownBy([] { (void)gatherSafe(Task()); }), emptyTask("gatherSafe", " at index 0"));
    QCOMPARE(thrownBy([] { (void)gatherNamed(named<"user">(Task())); }), emptyTask("named"));
    QCOMPARE(thrownBy([] { (void)withTimeout(abandonable(Task()), 1s); }), emptyTask("abandonable"));
    QCOMPARE(thrownBy([&] { (void)stoppable(Task(), stop.get_token()); }), emptyTask("stoppable"));
    QCOMPARE(thrownBy([] { (void)tracked(Task()); }), emptyTask("tracked"));
    QCOMPARE(thrownBy([] { runBlocking(Task()); }), emptyTask("runBlocking"));
    TaskScope scope;
    QCOMPARE(thrownBy([&] { scope.spawn(Task()); }), emptyTask("TaskScope"));
    QCOMPARE(thrownBy([&] { (void)scope.trySpawn("load", Task()); }), emptyTask("TaskScope"));
    QCOMPARE(scope.size(), std::size_t(0));
}

void EmptyWorkTest::anEmptyTaskOfVoidIsRefused()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)gather(QCoro::Task<>()); }), emptyTask("gather", " at index 0"));
    QCOMPARE(thrownBy([] { runBlocking(QCoro::Task<>()); }), emptyTask("runBlocking"));
}

void EmptyWorkTest::aTaskThatWasMovedFromIsRefused()
{
    VirtualClock clock;
    Task task = one();
    const Task elsewhere = std::move(task);
    QCOMPARE(thrownBy([&] { (void)gather(std::move(task)); }), emptyTask("gather", " at index 0"));
    QCOMPARE(thrownBy([&] { runBlocking(std::move(task)); }), emptyTask("runBlocking"));
}

void EmptyWorkTest::anEmptyTaskAmongSeveralIsRefusedWithItsIndexAndNothingIsStarted()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)gather(one, Task()); }), emptyTask("gather", " at index 1"));
    QCOMPARE(thrownBy([] { (void)gather(two(Operation(one), noOperation)); }), emptyFunction("gather", " at index 1"));
    QCOMPARE(thrownBy([] { (void)gatherSafe(two(Operation(one), noOperation)); }), emptyFunction("gatherSafe", " at index 1"));
    QCOMPARE(thrownBy([] { (void)race(one, noOperation); }), emptyFunction("race", " at index 1"));
    QCOMPARE(thrownBy([] { (void)race(two(Operation(one), noOperation)); }), emptyFunction("race", " at index 1"));
    QCOMPARE(thrownBy([] { (void)anyOf(one, noOperation); }), emptyFunction("anyOf", " at index 1"));
    QCOMPARE(thrownBy([] { (void)anyOf(two(Operation(one), noOperation)); }), emptyFunction("anyOf", " at index 1"));
    QCOMPARE(thrownBy([] { (void)asCompleted(one, noOperation); }), emptyFunction("asCompleted", " at index 1"));
    QCOMPARE(thrownBy([] { (void)asCompleted(two(Operation(one), noOperation)); }), emptyFunction("asCompleted", " at index 1"));
    QCOMPARE(thrownBy([] { (void)batchExecute(two(Operation(one), noOperation), 2); }), emptyFunction("batchExecute", " at index 1"));
    std::vector<std::pair<QString, Operation>> byName{{"first", one}, {"second", {}}};
    QCOMPARE(thrownBy([&] { (void)gatherNamed(byName); }), emptyFunction("gatherNamed", " at index 1"));
    clock.run();
    QCOMPARE(started, 0);
}

void EmptyWorkTest::theTasksBesideAnEmptyOneGoOn()
{
    VirtualClock clock;
    int ended = 0;
    const auto slow = [&]() -> Task {
        co_await sleepFor(1s);
        co_return ++ended;
    };
    std::vector<Task> tasks = two(slow(), Task());
    QCOMPARE(thrownBy([&] { (void)gather(std::move(tasks)); }), emptyTask("gather", " at index 1"));
    clock.run();
    QCOMPARE(ended, 1);
}

void EmptyWorkTest::anEmptyFunctionIsRefused()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)gather(noOperation); }), emptyFunction("gather", " at index 0"));
    QCOMPARE(thrownBy([] { (void)gatherNamed(named<"user">(noOperation)); }), emptyFunction("named"));
    QCOMPARE(thrownBy([] { (void)call(noFunction, 1); }), emptyFunction("call"));
    QCOMPARE(thrownBy([] { (void)abandonable(noOperation); }), emptyFunction("abandonable"));
    QCOMPARE(thrownBy([] { (void)withTimeout(noOperation, 1s); }), emptyFunction("withTimeout"));
    QCOMPARE(thrownBy([] { (void)withTimeoutDefault(noOperation, 1s, 0); }), emptyFunction("withTimeoutDefault"));
    QCOMPARE(thrownBy([] { (void)retry(noOperation); }), emptyFunction("retry"));
    const RetryOptions options;
    QCOMPARE(thrownBy([&] { (void)retry(noOperation, std::cref(options)); }), emptyFunction("retry"));
    QCOMPARE(thrownBy([] { (void)retryWhile(noOperation, [](int) { return false; }); }), emptyFunction("retryWhile"));
    QCOMPARE(thrownBy([] { (void)retryWhile(one, std::function<bool(int)>()); }), emptyFunction("retryWhile"));
    QCOMPARE(thrownBy([] { (void)hedge(noOperation); }), emptyFunction("hedge"));
    QCOMPARE(thrownBy([] { (void)offload(std::function<int()>()); }), emptyFunction("offload"));
    QCOMPARE(thrownBy([] { (void)offload(std::function<int()>(), [](auto, auto) {}); }), emptyFunction("offload"));
    QCOMPARE(thrownBy([] { runBlocking(noOperation); }), emptyFunction("runBlocking"));
    QCOMPARE(thrownBy([&] { clock.run(noOperation); }), emptyFunction("VirtualClock"));
    TaskScope scope;
    QCOMPARE(thrownBy([&] { scope.spawn(noOperation); }), emptyFunction("TaskScope"));
    KeepLatest latest;
    QCOMPARE(thrownBy([&] { (void)latest.run(noOperation); }), emptyFunction("KeepLatest"));
    CircuitBreaker breaker;
    QCOMPARE(thrownBy([&] { (void)breaker.run(noOperation); }), emptyFunction("CircuitBreaker"));
    SingleFlight<int, int> flights;
    QCOMPARE(thrownBy([&] { (void)flights.run(1, noOperation); }), emptyFunction("SingleFlight"));
    QCOMPARE(flights.size(), std::size_t(0));
    QCOMPARE(thrownBy([&] { (void)Pipeline().run(noOperation); }), emptyFunction("Pipeline"));
}

void EmptyWorkTest::anEmptyFunctionForItemsIsRefused()
{
    VirtualClock clock;
    const std::vector items{1, 2};
    QCOMPARE(thrownBy([&] { (void)mapParallel(items, noFunction); }), emptyFunction("mapParallel"));
    QCOMPARE(thrownBy([&] { (void)offloadMap(items, noFunction); }), emptyFunction("offloadMap"));
    QCOMPARE(thrownBy([&] { (void)batchConcurrent(items, noFunction, 1); }), emptyFunction("batchConcurrent"));
    QCOMPARE(thrownBy([&] { (void)batchConcurrentSafe(items, noFunction, 1); }), emptyFunction("batchConcurrentSafe"));
    QCOMPARE(thrownBy([&] { (void)rateLimit(items, noFunction, {10, 1s}); }), emptyFunction("rateLimit"));
    QCOMPARE(thrownBy([&] { (void)map(fromRange(items), noFunction); }), emptyFunction("map"));
    QCOMPARE(thrownBy([&] { (void)map(noFunction); }), emptyFunction("map"));
    QCOMPARE(thrownBy([&] { (void)filter(fromRange(items), std::function<bool(int)>()); }), emptyFunction("filter"));
    QCOMPARE(thrownBy([&] { (void)filter(std::function<bool(int)>()); }), emptyFunction("filter"));
    QCOMPARE(thrownBy([] { Debouncer debouncer(noFunction); }), emptyFunction("Debouncer"));
    QCOMPARE(thrownBy([] { Throttler throttler(noFunction, ThrottlePolicy::pacing(1s)); }), emptyFunction("Throttler"));
    QCOMPARE(thrownBy([] { Batcher<int> batcher{std::function<void(std::vector<int>)>()}; }), emptyFunction("Batcher"));
}

void EmptyWorkTest::aNullPointerIsRefused()
{
    const QByteArray text = "invalid_argument: retry: expected something to run, got a null pointer to a function";
    QCOMPARE(thrownBy([] { (void)retry(noPointer); }), text);
    int (std::string::*const noMember)() const = nullptr;
    QCOMPARE(thrownBy([&] { (void)call(noMember, std::string()); }), QByteArray(text).replace("retry", "call"));
}

void EmptyWorkTest::workThatHasBeenUsedUpIsRefused()
{
    VirtualClock clock;
    auto once = abandonable(one());
    QCOMPARE(clock.run([&] { return withTimeout(std::move(once), 1s); }), 1);
    QCOMPARE(thrownBy([&] { (void)withTimeout(std::move(once), 1s); }), emptyTask("withTimeout"));
    auto user = named<"user">(one());
    const auto elsewhere = std::move(user);
    QCOMPARE(thrownBy([&] { (void)gatherNamed(std::move(user)); }), emptyTask("gatherNamed", " at index 0"));
    auto abandoned = abandonable(one());
    (void)clock.run([&] { return abandoned(std::stop_token()); });
    QCOMPARE(thrownBy([&] { clock.run([&] { return abandoned(std::stop_token()); }); }), emptyTask("a task to be awaited"));
}

void EmptyWorkTest::whatWasMovedFromGivesNothingMore()
{
    VirtualClock clock;
    const std::vector items{1};
    const auto refusal = [](const char *what) { return QByteArray("logic_error: ") + what + ": expected one that is in use, got one that was moved from"; };
    auto stream = fromRange(items) | take(1);
    const auto stream2 = std::move(stream);
    QCOMPARE(thrownBy([&] { (void)stream.next(); }), refusal("Stream"));
    auto results = asCompleted(one);
    const auto results2 = std::move(results);
    QCOMPARE(thrownBy([&] { (void)results.next(); }), refusal("Completions"));
    QCOMPARE(results.remaining(), std::size_t(0));
    auto pages = rateLimit(items, [](int item) { return item; }, {10, 1s});
    const auto pages2 = std::move(pages);
    QCOMPARE(thrownBy([&] { (void)pages.next(); }), refusal("RateLimited"));
    QCOMPARE(thrownBy([&] { pages.setMaxInFlight(1); }), refusal("RateLimited"));
}

void EmptyWorkTest::anOperationThatGivesAnEmptyTaskFails()
{
    VirtualClock clock;
    ReportedErrors reported;
    const auto gives = [](std::stop_token) { return Task(); };
    const QByteArray failure = emptyTask("the task of an operation");
    QCOMPARE(thrownBy([&] { clock.run([&] { return gather(one, gives); }); }), failure);
    QCOMPARE(thrownBy([&] { clock.run([&] { return retry(gives, {.attempts = 2, .base = 1s, .jitter = Jitter::none()}); }); }), failure);
    QCOMPARE(clock.now(), std::chrono::nanoseconds(1s)); // As any other failure: it was tried again.
    QCOMPARE(thrownBy([&] { clock.run([&] { return withTimeout(gives, 1s); }); }), failure);
    QCOMPARE(thrownBy([&] { clock.run([&] { return mapParallel(std::vector{1}, [](int) { return Task(); }); }); }), failure);
    TaskScope scope;
    scope.spawn("load", gives);
    QCOMPARE(reported.texts().size(), 1);
}

void EmptyWorkTest::emptyHooksAndRulesAreNone()
{
    VirtualClock clock;
    std::stop_source stop;
    RetryRules rules;
    rules.onError(RetryRules::OnError()).atLeast(RetryRules::Hint()).draw(RetryRules::Draw());
    QCOMPARE(clock.run([&] { return retry(one, {}, rules); }), 1);
    QCOMPARE(clock.run([&] { return stoppable(one(), stop.get_token(), std::function<void()>()); }), 1);
    QCOMPARE(clock.run([&] { return withTimeout(abandonable(one(), std::function<void()>()), 1s); }), 1);
    CircuitBreaker breaker;
    breaker.countOnly(std::function<bool(const std::exception_ptr &)>());
    QCOMPARE(clock.run([&] { return breaker.run(one); }), 1);
}

QTEST_GUILESS_MAIN(EmptyWorkTest)
#include "empty_work_test.moc"
