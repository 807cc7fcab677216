// SPDX-License-Identifier: MIT
// The ground the library stands on: what GCC 12 and QCoro 0.8 do to temporaries in an expression with `co_await`, and the shapes
// that keep clear of it.
#include <asyncade/asyncade.h>

#include "support/reported_errors.h"

#include <QString>
#include <QTest>

#include <algorithm>
#include <stdexcept>
#include <type_traits>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// What a user writes behind `co_await`: a class with constructors that can be copied, with an awaiter that nobody moves.
template <typename Awaitable>
constexpr bool isSafeToAwait = std::is_class_v<Awaitable> && !std::is_aggregate_v<Awaitable> && std::is_copy_constructible_v<Awaitable> &&
                               std::is_nothrow_move_constructible_v<Awaitable>;

template <typename Awaitable>
constexpr bool awaiterStays = !std::is_move_constructible_v<decltype(std::declval<const Awaitable &>().operator co_await())>;

static_assert(isSafeToAwait<Sleep> && awaiterStays<Sleep>);
static_assert(isSafeToAwait<BareSleep> && awaiterStays<BareSleep>);
static_assert(isSafeToAwait<Event::Waiting> && awaiterStays<Event::Waiting>);
static_assert(isSafeToAwait<Semaphore::Acquire> && awaiterStays<Semaphore::Acquire>);
static_assert(isSafeToAwait<RateLimiter::Acquire> && awaiterStays<RateLimiter::Acquire>);
static_assert(isSafeToAwait<KeyedRateLimiter<QString>::Acquire> && awaiterStays<KeyedRateLimiter<QString>::Acquire>);
static_assert(isSafeToAwait<CoolDown::Acquire> && awaiterStays<CoolDown::Acquire>);
static_assert(isSafeToAwait<Channel<QString>::Receiving> && awaiterStays<Channel<QString>::Receiving>);

/// Set by name inside an expression with `co_await`, and a default argument.
template <typename Options>
constexpr bool isSafeAsOptions = std::is_aggregate_v<Options> && std::is_trivially_destructible_v<Options>;

static_assert(isSafeAsOptions<ParallelMapOptions> && isSafeAsOptions<BatchOptions> && isSafeAsOptions<BatcherOptions>);
static_assert(isSafeAsOptions<RateLimitedOptions> && isSafeAsOptions<RateLimiterOptions> && isSafeAsOptions<RateLimit>);
static_assert(isSafeAsOptions<DebounceOptions> && isSafeAsOptions<SignalStreamOptions> && isSafeAsOptions<OffloadMapOptions>);
static_assert(isSafeAsOptions<CircuitBreakerOptions> && isSafeAsOptions<HedgeOptions>);
static_assert(isSafeAsOptions<RetryOptions> && isSafeAsOptions<BackoffOptions>);

std::chrono::nanoseconds takesOptionsByDefault(RetryOptions retry = {}, ParallelMapOptions = {}, HedgeOptions = {}, DebounceOptions = {})
{
    return retry.base;
}

/// Counts how many of it live, so that one destroyed twice shows.
class Counted {
public:
    Counted() = default;
    explicit Counted(int &alive) : m_alive(&alive) { count(+1); }
    Counted(const Counted &other) : m_alive(other.m_alive) { count(+1); }
    ~Counted() { count(-1); }
    Counted &operator=(const Counted &other)
    {
        count(-1);
        m_alive = other.m_alive;
        count(+1);
        return *this;
    }
    int allAlive() const { return *m_alive; }

private:
    void count(int change) const
    {
        if (m_alive)
            *m_alive += change;
    }

    int *m_alive = nullptr;
};

} // namespace

class GroundTest : public QObject {
    Q_OBJECT

private slots:
    void optionsCanBeDefaultArguments() { QCOMPARE(takesOptionsByDefault(), RetryOptions().base); }

    void temporariesInACoAwaitExpressionAreDestroyedOnce()
    {
        VirtualClock clock;
        int alive = 0, most = 0;
        const auto fetch = [&](const Counted &value, std::stop_token token) -> QCoro::Task<QString> {
            most = std::max(most, value.allAlive());
            co_await sleepFor(10ms, token);
            co_return QStringLiteral("fetched");
        };
        QString all;
        clock.run([&]() -> QCoro::Task<> {
            const auto [first, second] = co_await gather(call(fetch, Counted(alive)), call(fetch, Counted(alive)));
            all = first + second;
            all += co_await withTimeout(call(fetch, Counted(alive)), 1s);
            all += co_await retry(call(fetch, Counted(alive)), {.attempts = 2, .base = 1ms});
        });
        QCOMPARE(all, QStringLiteral("fetched").repeated(4));
        QVERIFY(most >= 2);
        QCOMPARE(alive, 0);
    }

    /// QCoro gives the value of a task to the first who awaits it, and what is left of it to the second.
    void whatSeveralWaitForIsGivenWholeToEach()
    {
        VirtualClock clock;
        const auto fetch = [](std::stop_token token) -> QCoro::Task<QString> {
            co_await sleepFor(10ms, token);
            co_return QStringLiteral("fetched");
        };
        SingleFlight<int, QString> flights;
        Debouncer debouncer([](QString text) { return text; }, {.delay = 10ms});
        QStringList got;
        clock.run([&]() -> QCoro::Task<> {
            const auto [first, second] = co_await gather(flights.run(1, fetch), flights.run(1, fetch));
            got << first << second;
            const SharedCall<QString> shared = debouncer(QStringLiteral("saved"));
            got << co_await shared;
            got << co_await shared;
        });
        QCOMPARE(got, QStringList({"fetched", "fetched", "saved", "saved"}));
    }

    /// QCoro swallows the error of a task that is dropped, and says nothing.
    void theErrorOfADroppedTaskIsLostButNotThatOfASpawnedOne()
    {
        VirtualClock clock;
        support::ReportedErrors reported;
        const auto failing = []() -> QCoro::Task<> {
            co_await sleepFor(10ms);
            throw std::runtime_error("late");
        };
        static_cast<void>(failing());
        clock.run();
        QCOMPARE(reported.texts(), QByteArrayList());
        TaskScope scope;
        scope.spawn("save", failing);
        scope.spawn("load", failing()); // A task that runs already, too.
        clock.run();
        QCOMPARE(reported.texts().size(), 2);
        QVERIFY(reported.texts().first().endsWith(" save: runtime_error: late"));
        QVERIFY(reported.texts().last().endsWith(" load: runtime_error: late"));
    }

    /// A coroutine lives on what its lambda has captured; the lambda here is a temporary that is gone before the coroutine is resumed.
    void aHelperKeepsItsOperationUntilTheCoroutineHasEnded()
    {
        VirtualClock clock;
        std::vector<int> seen;
        const auto note = [&seen](int value) {
            return [value, &seen](std::stop_token token) -> QCoro::Task<int> {
                co_await sleepFor(10ms, token);
                seen.push_back(value);
                co_return value;
            };
        };
        TaskScope scope;
        scope.spawn(note(1));
        std::vector<QCoro::Task<int>> tasks;
        tasks.push_back(withTimeout(note(2), 1s));
        tasks.push_back(retry(note(3)));
        tasks.push_back(hedge(note(4)));
        KeepLatest latest;
        tasks.push_back(latest.run(note(5)));
        auto gathering = gather(note(6), note(7));
        auto racing = race(note(8), abandonable(note(9)));
        const std::vector<int> values = clock.run([&] { return gather(std::move(tasks)); });
        QCOMPARE(values, (std::vector{2, 3, 4, 5}));
        clock.run();
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        QVERIFY(std::ranges::includes(seen, std::vector{1, 2, 3, 4, 5, 6, 7, 8}));
    }

    /// The compiler refuses to wait within a handler (see compile_fail/guard): the error is taken out first, and is whole afterwards.
    void anErrorIsTakenOutOfItsHandlerBeforeTheNextWait()
    {
        VirtualClock clock;
        QByteArray said;
        clock.run([&]() -> QCoro::Task<> {
            std::exception_ptr error;
            try {
                co_await sleepFor(1ms);
                throw std::runtime_error("refused");
            } catch (...) {
                error = std::current_exception();
            }
            co_await sleepFor(1ms);
            said = support::inWords(error);
        });
        QCOMPARE(said, "runtime_error: refused");
        QCOMPARE(clock.now(), std::chrono::nanoseconds(2ms));
    }

    void aTokenMayStandInsideTheExpression()
    {
        VirtualClock clock;
        std::stop_source stop;
        clock.run([&]() -> QCoro::Task<> {
            co_await sleepFor(1ms, stop.get_token());
            Semaphore permits(1);
            const Permit permit = co_await permits.acquire(stop.get_token());
            co_await sleepFor(1ms, std::stop_source(stop).get_token());
        });
        QCOMPARE(clock.now(), std::chrono::nanoseconds(2ms));
    }
};

QTEST_GUILESS_MAIN(GroundTest)
#include "ground_test.moc"
