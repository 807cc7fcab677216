// SPDX-License-Identifier: MIT
#include <asyncade/recorder.h>

#include <asyncade/parallel_map.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/every_event.h"

#include <QTest>

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

static_assert(std::random_access_iterator<Recorder::Iterator>);

namespace {

bool equal(const TraceEvent &a, const TraceEvent &b)
{
    return a.kind == b.kind && a.time == b.time && a.span == b.span && a.part == b.part && a.reason == b.reason && int(a.requestOutcome) == int(b.requestOutcome)
        && a.defaulted == b.defaulted && a.code == b.code && a.from == b.from && a.number == b.number && a.count == b.count
        && a.until == b.until && a.retryAfter == b.retryAfter && a.value == b.value && a.slope == b.slope && a.limit == b.limit
        && std::ranges::equal(a.texts, b.texts);
}

} // namespace

class RecorderTest : public QObject {
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void givesBackEveryFieldOfEveryKind();
    void ownsItsTexts();
    void keepsTheOrder();
    void anAttemptThatEndsWellNeedsNothingBeside();
    void canBeCleared();
    void recordsARun();
};

void RecorderTest::isEmptyAtFirst()
{
    const Recorder recorder;
    QVERIFY(recorder.empty());
    QVERIFY(recorder.begin() == recorder.end());
}

void RecorderTest::givesBackEveryFieldOfEveryKind()
{
    Recorder recorder;
    const std::vector<TraceEvent> events = support::everyEvent();
    QCOMPARE(events.size(), std::size_t(TraceEventKind::End) + 1);
    for (const TraceEvent &event : events)
        recorder.observe(event);
    QCOMPARE(recorder.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        QVERIFY2(equal(recorder[i], events[i]), ("event " + std::to_string(i)).c_str());
    QVERIFY(std::ranges::equal(recorder, events, equal));
}

void RecorderTest::ownsItsTexts()
{
    Recorder recorder;
    {
        std::string text(100, 'a');
        TraceEvent event;
        event.texts[0] = text;
        recorder.observe(event);
        text.assign(100, 'b');
    }
    for (int i = 0; i < 1000; ++i) { // Many more, so that the tables grow.
        const std::string other = "text " + std::to_string(i);
        TraceEvent event;
        event.texts[0] = other;
        recorder.observe(event);
    }
    QCOMPARE(recorder[0].texts[0], std::string_view(std::string(100, 'a')));
    QCOMPARE(recorder[1000].texts[0], std::string_view("text 999"));
}

void RecorderTest::keepsTheOrder()
{
    Recorder recorder;
    for (std::uint32_t i = 0; i < 10; ++i) {
        TraceEvent event;
        event.kind = TraceEventKind::Free;
        event.span.request = i;
        recorder.observe(event);
    }
    std::uint32_t next = 0;
    for (const TraceEvent event : recorder)
        QCOMPARE(event.span.request, next++);
    for (const TraceEvent event : recorder | std::views::reverse)
        QCOMPARE(event.span.request, --next);
    QCOMPARE((recorder.begin() + 3)[2].span.request, 5u);
    QCOMPARE(recorder.end() - recorder.begin(), 10);
}

void RecorderTest::anAttemptThatEndsWellNeedsNothingBeside()
{
    Recorder recorder;
    TraceEvent event;
    event.kind = TraceEventKind::AttemptEnd;
    event.attemptOutcome = AttemptOutcome::Ok;
    event.number = 1;
    recorder.observe(event);
    QVERIFY(equal(recorder[0], event));
}

void RecorderTest::canBeCleared()
{
    Recorder recorder;
    for (const TraceEvent &event : support::everyEvent())
        recorder.observe(event);
    recorder.clear();
    QVERIFY(recorder.empty());
    for (const TraceEvent &event : support::everyEvent())
        recorder.observe(event);
    QVERIFY(equal(recorder[0], support::everyEvent()[0]));
}

void RecorderTest::recordsARun()
{
    VirtualClock clock;
    Recorder recorder;
    clock.setObserver(&recorder);
    const auto fetch = [](int, std::stop_token token) { return sleepFor(100ms, token); };
    clock.run([&] { return mapParallel(std::vector{1, 2, 3}, fetch, {.maxConcurrency = 1, .pullAhead = true}); });
    const auto waits = [&](WaitReason reason) {
        return std::ranges::count_if(recorder, [=](const TraceEvent &event) { return event.kind == TraceEventKind::Wait && event.reason == reason; });
    };
    QCOMPARE(waits(WaitReason::Slot), 2);
    QCOMPARE(waits(WaitReason::Sleep), 3);
    QCOMPARE(waits(WaitReason::Work), 1);
    QCOMPARE(recorder[recorder.size() - 1].time, 300ms);
}

QTEST_GUILESS_MAIN(RecorderTest)
#include "recorder_test.moc"
