// SPDX-License-Identifier: MIT
#include <asyncade/observer.h>

#include <asyncade/asyncade.h>

#include "support/chrono_compare.h"
#include "support/work.h"

#include <QTest>

#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

#ifndef ASYNCADE_NO_OBSERVER
#error This test is of the library as it is built with ASYNCADE_OBSERVER=OFF.
#endif

/// The library as it is without its observer.
class NoObserverTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsToldAndEverythingElseIsAsItWas()
    {
        Recorder recorder;
        VirtualClock clock;
        clock.setObserver(&recorder);
        QCOMPARE(clock.observer(), nullptr);
        QVERIFY(!report::observed());
        const Part part = report::part("slots", "pages", "Pages");
        const auto fetch = [](int page, std::stop_token token) { return support::valueAfter(100ms, 10 * page, token); };
        const std::vector<int> ids{1, 2, 3};
        const auto all = [&]() -> QCoro::Task<std::vector<int>> {
            const SpanScope scope({.request = 7});
            report::arrive("pages");
            std::vector<int> pages = co_await mapParallel(ids, fetch, {.maxConcurrency = 2, .part = part});
            const auto failing = [](std::stop_token token) { return support::failAfter(10ms, "bad", token); };
            try {
                auto retrying = retry(failing, {.attempts = 2, .base = 50ms, .jitter = Jitter::none()});
                co_await retrying;
            } catch (const std::runtime_error &) {
                pages.push_back(int(currentSpan().request));
            }
            co_return pages;
        };
        QCOMPARE(clock.run(all), (std::vector{10, 20, 30, 7}));
        QCOMPARE(clock.now(), 270ms);
        QVERIFY(recorder.empty());
    }
    void aTraceThatIsWrittenByHandIsWritten()
    {
        Recorder recorder;
        TraceEvent event;
        event.time = 5ms;
        recorder.observe(event);
        QCOMPARE(recorder.size(), std::size_t(1));
        QCOMPARE(recorder[0].time, 5ms);
    }
};

QTEST_GUILESS_MAIN(NoObserverTest)
#include "no_observer_test.moc"
