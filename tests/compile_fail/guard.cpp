// SPDX-License-Identifier: MIT
// GCC 12 destroys some temporaries of an expression with co_await twice: those that own something and have no constructor.
#include <asyncade/batcher.h>
#include <asyncade/gather.h>
#include <asyncade/keyed_rate_limiter.h>
#include <asyncade/parallel_map.h>
#include <asyncade/retry.h>
#include <asyncade/single_flight.h>
#include <asyncade/stoppable.h>
#include <asyncade/timeout.h>

#include <QString>

#include <functional>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

struct Query {
    QString text;
    int page = 0;
};

/// Each row has a type of its own, because the compiler tells of each only once.
template <int>
struct Key {
    QString host;
    int port = 0;
    friend bool operator==(const Key &, const Key &) = default;
};
struct KeyHash {
    template <int N>
    std::size_t operator()(const Key<N> &key) const { return qHash(key.host); }
};
template <int N>
using Queries = Batcher<Key<N>, int>;
template <int N>
using Limits = KeyedRateLimiter<Key<N>, KeyHash>;
template <int N>
using Flights = SingleFlight<Key<N>, int, KeyHash>;

int fetch(const Query &query) { return query.page; }
QCoro::Task<int> download() { co_return 1; }
QCoro::Task<Query> query(std::stop_token) { co_return Query(); }

QCoro::Task<> rightUses(QString text, std::vector<int> numbers, std::stop_token token)
{
    const auto length = [text] { return text.size(); };
    const auto longer = [text](int number) { return number + text.size(); };
    const auto isKnown = [text](const std::exception_ptr &) { return text.isEmpty(); };
    const auto abort = [text] { qWarning("%s", qPrintable(text)); };
    const Query named{.text = text};
    co_await gather(length, [&] { return text.size(); }, call(&QString::size, text), call(fetch, named));
    co_await retry(length, {.attempts = 1}, RetryRules().onError(isKnown));
    co_await mapParallel(numbers, longer, {.maxConcurrency = 3});
    co_await withTimeout(abandonable(download(), abort), 1s);
    co_await stoppable(download(), token, abort);
    co_await withTimeoutDefault(query, 1s, named);
}

QCoro::Task<> rightKeys(Queries<0> &queries, Limits<0> &limits, Flights<0> &flights, SingleFlight<QString, int> &byName, QString text)
{
    const Key<0> key{.host = text};
    const auto length = [text] { return int(text.size()); };
    co_await queries.submit(key);
    co_await limits.acquire(key);
    co_await limits.acquire(key, 2);
    co_await flights.run(key, length);
    co_await byName.run(text + text, length); // Its class has constructors.
}

#ifdef REFUSED
QCoro::Task<> submitted(Queries<1> &queries, QString text)
{
    co_await queries.submit(Key<1>{.host = text}); // refused: GCC 12 may destroy this aggregate or closure twice
}

QCoro::Task<> submittedInBraces(Queries<2> &queries, QString text)
{
    co_await queries.submit({text, 1}); // refused: GCC 12 may destroy this aggregate or closure twice
}

QCoro::Task<> acquired(Limits<3> &limits, QString text)
{
    co_await limits.acquire(Key<3>{.host = text}); // refused: GCC 12 may destroy this aggregate or closure twice
}

QCoro::Task<> acquiredMany(Limits<4> &limits, QString text)
{
    co_await limits.acquire({text, 1}, 2); // refused: GCC 12 may destroy this aggregate or closure twice
}

QCoro::Task<> shared(Flights<5> &flights, QString text)
{
    const auto once = [] { return 1; };
    co_await flights.run(Key<5>{.host = text}, once); // refused: GCC 12 may destroy this aggregate or closure twice
}

QCoro::Task<> sharedInBraces(Flights<6> &flights, QString text)
{
    const auto once = [] { return 1; };
    co_await flights.run({text, 1}, once); // refused: GCC 12 may destroy this aggregate or closure twice
}

QCoro::Task<> gathered(QString text)
{
    co_await gather([text] { return text.size(); }); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> retried(QString text)
{
    co_await retry([text] { return text.size(); }); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> mapped(QString text, std::vector<int> numbers)
{
    co_await mapParallel(numbers, [text](int n) { return n + text.size(); }); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> timed(QString text)
{
    co_await withTimeout([text](std::stop_token) {}, 1s); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> called(QString text)
{
    // The call owns a copy, but the temporary is there too.
    co_await gather(call([text] { return text.size(); })); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> abandoned(QString text)
{
    co_await withTimeout(abandonable(download(), [text] {}), 1s); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> stoppedTask(QString text, std::stop_token token)
{
    co_await stoppable(download(), token, [text] {}); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> ruled(QString text)
{
    const auto once = [] { return 1; };
    co_await retry(once, {}, RetryRules().onError([text](auto) { return true; })); // refused: GCC 12 may destroy this callable twice
}

QCoro::Task<> argument(QString text)
{
    co_await gather(call(fetch, Query{.text = text})); // refused: GCC 12 may destroy this aggregate or closure twice
}

int apply(const std::function<int()> &function, std::stop_token) { return function(); }

QCoro::Task<> closureAsArgument(QString text)
{
    co_await withTimeout(call(apply, [text] { return int(text.size()); }), 1s); // refused: GCC 12 may destroy this aggregate or closure twice
}

QCoro::Task<> waitsInAHandler(std::stop_token token)
{
    try {
        co_await stoppable(download(), token);
    } catch (const Cancelled &) {
        co_await stoppable(download(), {}); // refused: await expressions are not permitted in handlers
    }
}

struct Other {
    QString text;
};
QCoro::Task<Other> other(std::stop_token) { co_return Other(); }

QCoro::Task<> aDefault()
{
    co_await withTimeoutDefault(other, 1s, Other{}); // refused: GCC 12 may destroy this aggregate or closure twice
}
#endif
