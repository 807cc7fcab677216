// SPDX-License-Identifier: MIT
#include "engine/recorder.h"

#include <asyncade/virtual_clock.h>

#include <QtTest>

#include <functional>

using namespace playground;
using namespace std::chrono_literals;

namespace report = asyncade::report;

namespace {

/// What is recorded of `say`, which reports at 5 ms in the span of try 2, copy 1 of request 7.
Trace recorded(const std::function<void()> &say)
{
    Recorder recorder;
    asyncade::VirtualClock clock;
    clock.setObserver(&recorder);
    clock.advance(5ms);
    const asyncade::ClockScope scope(clock);
    const asyncade::SpanScope span({.request = 7, .tryNumber = 2, .copy = 1});
    say();
    clock.setObserver(nullptr);
    return recorder.takeBatch();
}

Record recordOf(EventKind kind)
{
    Record record;
    record.t = 5'000'000;
    record.kind = kind;
    record.request = 7;
    return record;
}

Record recordOfTry(EventKind kind)
{
    Record record = recordOf(kind);
    record.tryNumber = 2;
    record.copy = 1;
    return record;
}

/// The only record of a trace.
Record onlyOf(const Trace &trace)
{
    if (trace.size() != 1)
        qFatal("expected one record, got %lld", qlonglong(trace.size()));
    return trace.records().front();
}

} // namespace

/// Each of the library's reports becomes the record that the table in model/trace.h describes.
class RecorderTest : public QObject {
    Q_OBJECT

private slots:
    void recordsParts();
    void recordsTheWayOfARequest();
    void recordsWaits();
    void leavesOutHowARunIsMade();
    void recordsAttempts();
    void recordsHowARequestSettled();
    void recordsLevelsEditsAndMarks();
    void theEndIsNobodys();
    void handsOverPieceByPieceAndCountsThemAll();
};

void RecorderTest::recordsParts()
{
    const Trace trace = recorded([] { report::part("slots", "pattern", "Parallel map"); });
    const PartInfo expected{1, "slots", "pattern", "Parallel map"};
    QCOMPARE(trace.parts().size(), size_t(1));
    QVERIFY(trace.parts()[0] == expected);
    QCOMPARE(onlyOf(trace).kind, EventKind::Part);
    QCOMPARE(onlyOf(trace).t, 5'000'000);
}

void RecorderTest::recordsTheWayOfARequest()
{
    const Trace named = recorded([] { report::arrive("GET /pages/7"); });
    QCOMPARE(named.text(onlyOf(named).b), "GET /pages/7");
    Record expected = recordOf(EventKind::Arrive);
    expected.b = -1;
    QVERIFY(onlyOf(recorded([] { report::arrive({}); })) == expected);

    expected = recordOf(EventKind::Join);
    expected.a = 3;
    QVERIFY(onlyOf(recorded([] { report::join(3); })) == expected);
    QVERIFY(onlyOf(recorded([] { report::dispatch(); })) == recordOf(EventKind::Dispatch));
}

void RecorderTest::recordsWaits()
{
    const asyncade::Part part{4};
    Record expected = recordOfTry(EventKind::Wait);
    expected.part = 4;
    expected.detail = quint8(WaitReason::Backoff);
    expected.a = 2;
    expected.b = 9'000'000;
    QVERIFY(onlyOf(recorded([&] { report::wait(part, asyncade::WaitReason::Backoff, 9ms, 2); })) == expected);
    expected.b = -1;
    QVERIFY(onlyOf(recorded([&] { report::wait(part, asyncade::WaitReason::Backoff, {}, 2); })) == expected);

    expected = recordOfTry(EventKind::Go);
    expected.part = 4;
    expected.detail = quint8(GoHow::Elapsed);
    expected.a = 6;
    QVERIFY(onlyOf(recorded([&] { report::go(part, asyncade::GoHow::Elapsed, 6); })) == expected);

    expected = recordOf(EventKind::Free);
    expected.part = 4;
    QVERIFY(onlyOf(recorded([&] { report::free(part); })) == expected);
}

void RecorderTest::leavesOutHowARunIsMade()
{
    using asyncade::WaitReason;
    const asyncade::Part part{4};
    const auto count = [](auto say) { return int(recorded(say).size()); };
    QCOMPARE(count([&] { report::wait(part, WaitReason::Hedge); }), 0);
    QCOMPARE(count([&] { report::go(part, asyncade::GoHow::Elapsed, 0, WaitReason::Hedge); }), 0);
    QCOMPARE(count([] { report::wait({}, WaitReason::Sleep); }), 0);
    QCOMPARE(count([] { report::go({}, asyncade::GoHow::Granted, 0, WaitReason::Slot); }), 0);
    QCOMPARE(count([&] { report::go(part, asyncade::GoHow::Granted, 0, WaitReason::Slot); }), 1);
}

void RecorderTest::recordsAttempts()
{
    Record expected = recordOfTry(EventKind::Attempt);
    expected.a = 3;
    QVERIFY(onlyOf(recorded([] { report::attempt(3); })) == expected);

    expected = recordOfTry(EventKind::AttemptEnd);
    expected.a = 3;
    expected.detail = quint8(AttemptOutcome::TimedOut);
    expected.code = 503;
    expected.b = 2'000'000'000;
    expected.part = 4;
    QVERIFY(onlyOf(recorded([] { report::attemptEnd(3, asyncade::AttemptOutcome::TimedOut, 503, 2s, asyncade::Part{4}); })) == expected);
    expected = recordOfTry(EventKind::AttemptEnd);
    expected.a = 3;
    expected.b = -1;
    QVERIFY(onlyOf(recorded([] { report::attemptEnd(3, asyncade::AttemptOutcome::Ok); })) == expected);
}

void RecorderTest::recordsHowARequestSettled()
{
    Record expected = recordOf(EventKind::Settle);
    expected.detail = quint8(RequestOutcome::Cancelled);
    expected.a = 2;
    expected.b = 5;
    expected.code = 429;
    expected.part = 4;
    expected.copy = 1;
    QVERIFY(onlyOf(recorded([] { report::settle(asyncade::RequestOutcome::Cancelled, 2, 429, true, 5, asyncade::Part{4}); })) == expected);
}

void RecorderTest::recordsLevelsEditsAndMarks()
{
    const Trace limited = recorded([] { report::level(asyncade::Part{4}, "tokens", 2.5, 10, 20); });
    QVERIFY(limited.level(onlyOf(limited)) == (Level{"tokens", 2.5, 10, 20}));
    QCOMPARE(onlyOf(limited).part, quint16(4));
    const Trace timer = recorded([] { report::level(asyncade::Part{4}, "timer", 0.3, -1, 0.3); });
    QVERIFY(timer.level(onlyOf(timer)) == (Level{"timer", 0.3, -1, 0.3}));
    const Trace unlimited = recorded([] { report::level(asyncade::Part{4}, "queue", 2); });
    QVERIFY(unlimited.level(onlyOf(unlimited)) == (Level{"queue", 2, 0, {}}));

    const Trace edited = recorded([] { report::edit("pattern.limit", "3", "8"); });
    QVERIFY(edited.edit(onlyOf(edited)) == (EditText{"pattern.limit", "3", "8"}));
    const Trace marked = recorded([] { report::mark("here"); });
    QCOMPARE(marked.text(onlyOf(marked).b), "here");
}

void RecorderTest::theEndIsNobodys()
{
    Record expected = recordOf(EventKind::End);
    expected.request = 0;
    expected.detail = quint8(EndReason::Until);
    QVERIFY(onlyOf(recorded([] { report::end(asyncade::EndReason::Until); })) == expected);
}

void RecorderTest::handsOverPieceByPieceAndCountsThemAll()
{
    Recorder recorder;
    asyncade::VirtualClock clock;
    clock.setObserver(&recorder);
    const asyncade::ClockScope scope(clock);
    report::dispatch();
    report::dispatch();
    QCOMPARE(recorder.takeBatch().size(), 2);
    QCOMPARE(recorder.takeBatch().size(), 0);
    report::dispatch();
    QCOMPARE(recorder.count(), 3);
    QCOMPARE(recorder.takeBatch().size(), 1);
    QCOMPARE(recorder.count(), 3);
}

QTEST_GUILESS_MAIN(RecorderTest)
#include "recorder_test.moc"
