// SPDX-License-Identifier: MIT
#include <asyncade/observer.h>

#include <asyncade/event.h>
#include <asyncade/gather.h>
#include <asyncade/gather_safe.h>
#include <asyncade/parallel_map.h>
#include <asyncade/retry.h>
#include <asyncade/semaphore.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"

#include <QStringList>
#include <QTest>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

QString text(WaitReason reason)
{
    return reason == WaitReason::Slot ? "slot" : reason == WaitReason::Backoff ? "backoff" : reason == WaitReason::Sleep ? "sleep" : "other";
}
QString text(GoHow how)
{
    return how == GoHow::Granted ? "granted" : how == GoHow::Elapsed ? "elapsed" : how == GoHow::Cancelled ? "cancelled" : "rejected";
}

/// Writes each event as a line: "1000 #2 go granted from #1 part 1". Sleeps, and waits for work to end, if it is asked to.
class Lines : public Observer {
public:
    QStringList lines;
    bool everything = false;
    void observe(const TraceEvent &event) noexcept override
    {
        if (!everything && (event.reason == WaitReason::Sleep || event.reason == WaitReason::Work))
            return;
        QString line = QString("%1 #%2").arg(event.time / 1ms).arg(event.span.request);
        if (event.span.tryNumber != 1)
            line += QString(" try %1").arg(event.span.tryNumber);
        switch (event.kind) {
        case TraceEventKind::Wait: line += " wait " + text(event.reason) + QString(" ahead %1").arg(event.count); break;
        case TraceEventKind::Go: line += " go " + text(event.how) + (event.from ? QString(" from #%1").arg(event.from) : QString()); break;
        case TraceEventKind::Free: line += " free"; break;
        case TraceEventKind::Attempt: line += " attempt"; break;
        case TraceEventKind::Mark: line += " mark " + QString::fromUtf8(event.texts[0].data(), qsizetype(event.texts[0].size())); break;
        default: line += " other"; break;
        }
        lines << line;
    }
};

/// An item with an owner.
struct Request {
    std::uint32_t number;
    Span span() const { return {.request = number}; }
};

/// A piece of work with an owner, that checks who is current after each of its waits.
struct Work {
    std::uint32_t number;
    int waits;
    int *wrong;
    Span span() const { return {.request = number}; }
    QCoro::Task<> operator()(std::stop_token token) const { return run(number, waits, wrong, token); }
    static QCoro::Task<> run(std::uint32_t number, int waits, int *wrong, std::stop_token token)
    {
        for (int i = 0; i < waits; ++i) {
            *wrong += currentSpan().request != number;
            co_await sleepFor(std::chrono::milliseconds(number + std::uint32_t(i)), token);
        }
        *wrong += currentSpan().request != number;
    }
};

} // namespace

class ObserverTest : public QObject {
    Q_OBJECT

private slots:
    void nobodyObservesByDefault();
    void belongsToItsClockAlone();
    void aMapTellsWhoWaitsAndWhoHandedOver();
    void aSemaphoreTellsOfACancelledWait();
    void retryTellsItsBackoffWithTheComingTry();
    void theSpanIsThereAfterEveryWait();
    void theCallersSpanIsBackAfterTheCall();
    void aSpanSetInsideWorkDoesNotLeak();
    void eventsOfAnOutsideStopGoToTheWaitersClock();
};

void ObserverTest::nobodyObservesByDefault()
{
    VirtualClock clock;
    QVERIFY(!report::observed());
    report::mark("unheard");
    Lines lines;
    clock.setObserver(&lines);
    QVERIFY(report::observed());
    report::mark("heard");
    QCOMPARE(lines.lines, QStringList{"0 #0 mark heard"});
}

void ObserverTest::belongsToItsClockAlone()
{
    VirtualClock one, two;
    Lines ofOne, ofTwo;
    ofOne.everything = ofTwo.everything = true;
    one.setObserver(&ofOne);
    two.setObserver(&ofTwo);
    one.run([]() -> QCoro::Task<> {
        report::mark("one");
        co_await sleepFor(1s);
        report::mark("later");
    });
    QCOMPARE(ofOne.lines, (QStringList{"0 #0 mark one", "0 #0 wait sleep ahead 0", "1000 #0 go elapsed", "1000 #0 mark later"}));
    QVERIFY(ofTwo.lines.isEmpty());
}

void ObserverTest::aMapTellsWhoWaitsAndWhoHandedOver()
{
    VirtualClock clock;
    Lines lines;
    clock.setObserver(&lines);
    const std::vector<Request> requests{{1}, {2}, {3}, {4}};
    auto fetch = [](Request request) -> QCoro::Task<> {
        report::attempt(1);
        co_await sleepFor(std::chrono::milliseconds(100 * request.number));
    };
    auto map = [&]() -> QCoro::Task<> { co_await mapParallel(requests, fetch, {.maxConcurrency = 2, .pullAhead = true}); };
    clock.run(map);
    QCOMPARE(lines.lines, (QStringList{"0 #1 go granted", "0 #1 attempt", "0 #2 go granted", "0 #2 attempt", "0 #3 wait slot ahead 0",
                                       "0 #4 wait slot ahead 1", "100 #1 free", "100 #3 go granted from #1", "100 #3 attempt",
                                       "200 #2 free", "200 #4 go granted from #2", "200 #4 attempt", "400 #3 free", "600 #4 free"}));
}

void ObserverTest::aSemaphoreTellsOfACancelledWait()
{
    VirtualClock clock;
    Lines lines;
    clock.setObserver(&lines);
    Semaphore one(1);
    const Permit held = *one.tryAcquire();
    auto acquire = [&](std::stop_token token) -> QCoro::Task<> {
        const SpanScope scope({.request = 5});
        const Permit permit = co_await one.acquire(token);
    };
    auto limited = [&]() -> QCoro::Task<> { co_await withTimeout(acquire, 10ms); };
    QVERIFY_EXCEPTION_THROWN(clock.run(limited), TimeoutError);
    QCOMPARE(lines.lines, (QStringList{"0 #0 go granted", "0 #5 wait slot ahead 0", "10 #5 go cancelled"}));
}

void ObserverTest::retryTellsItsBackoffWithTheComingTry()
{
    VirtualClock clock;
    Lines lines;
    clock.setObserver(&lines);
    auto fails = []() -> QCoro::Task<> {
        report::attempt(1);
        throw std::runtime_error("no");
        co_return;
    };
    auto tries = [&]() -> QCoro::Task<> {
        const SpanScope scope({.request = 3});
        co_await retry(fails, {.attempts = 2, .base = 50ms, .jitter = Jitter::none()});
    };
    QVERIFY_EXCEPTION_THROWN(clock.run(tries), std::runtime_error);
    QCOMPARE(lines.lines, (QStringList{"0 #3 attempt", "0 #3 try 2 wait backoff ahead 0", "50 #3 try 2 go elapsed", "50 #3 try 2 attempt"}));
}

void ObserverTest::theSpanIsThereAfterEveryWait()
{
    // Many interleaved pieces of work, directly and through helpers: each must always find itself.
    VirtualClock clock;
    int wrong = 0;
    std::vector<Work> works;
    for (std::uint32_t n = 1; n <= 40; ++n)
        works.push_back({n, 5, &wrong});
    auto all = [&]() -> QCoro::Task<> {
        auto gathered = gather(works);
        wrong += currentSpan().request != 0;
        auto safe = gatherSafe(works);
        wrong += currentSpan().request != 0;
        auto wrapped = [&](Request request, std::stop_token token) -> QCoro::Task<> {
            const Work work{request.number, 3, &wrong};
            co_await retry([&](std::stop_token inner) { return work(inner); }, {}, {}, token);
            wrong += currentSpan().request != request.number;
            co_await withTimeout([&](std::stop_token inner) { return work(inner); }, 1h, token);
            wrong += currentSpan().request != request.number;
        };
        std::vector<Request> requests;
        for (std::uint32_t n = 1; n <= 40; ++n)
            requests.push_back({n});
        co_await mapParallel(requests, wrapped, {.maxConcurrency = 7});
        wrong += currentSpan().request != 0;
        co_await gathered;
        co_await safe;
    };
    clock.run(all);
    QCOMPARE(wrong, 0);
}

void ObserverTest::theCallersSpanIsBackAfterTheCall()
{
    VirtualClock clock;
    int wrong = 0;
    const SpanScope scope({.request = 9});
    const Work work{1, 2, &wrong};
    const auto a = gather(work, work);
    QCOMPARE(currentSpan().request, 9u);
    const auto b = withTimeout(work, 1s);
    QCOMPARE(currentSpan().request, 9u);
    const auto c = retry(work);
    QCOMPARE(currentSpan().request, 9u);
    clock.run();
    QCOMPARE(currentSpan().request, 9u);
}

void ObserverTest::aSpanSetInsideWorkDoesNotLeak()
{
    VirtualClock clock;
    auto careless = []() -> QCoro::Task<> {
        const SpanScope scope({.request = 77});
        co_await sleepFor(1s);
    };
    std::vector<std::uint32_t> seen;
    auto test = [&]() -> QCoro::Task<> {
        const SpanScope scope({.request = 5});
        auto running = gather(careless, careless);
        seen.push_back(currentSpan().request);
        co_await running;
        seen.push_back(currentSpan().request);
    };
    clock.run(test);
    QCOMPARE(seen, (std::vector<std::uint32_t>{5, 5}));
}

void ObserverTest::eventsOfAnOutsideStopGoToTheWaitersClock()
{
    VirtualClock inside(VirtualClock::Use::OnlyInside);
    Lines lines;
    inside.setObserver(&lines);
    Semaphore one(1);
    const Permit held = *one.tryAcquire();
    std::stop_source stop;
    auto waits = [&]() -> QCoro::Task<> { const Permit permit = co_await one.acquire(stop.get_token()); };
    {
        const ClockScope scope(inside);
        const auto waiting = waits();
    }
    stop.request_stop(); // From where another clock is current, or none.
    QCOMPARE(lines.lines, (QStringList{"0 #0 wait slot ahead 0", "0 #0 go cancelled"}));
}

QTEST_GUILESS_MAIN(ObserverTest)
#include "observer_test.moc"
