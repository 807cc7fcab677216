// SPDX-License-Identifier: MIT
#include "view/timeline_walk.h"

#include "app/picture/trace_builder.h"

#include <QTest>

using namespace playground;

class TimelineWalkTest : public QObject {
    Q_OBJECT

private slots:
    void visitsEverySpanForwardAndBack();
    void startsAtEitherEnd();
    void entersASelectedLane();
    void staysWhereNothingIs();
};

void TimelineWalkTest::visitsEverySpanForwardAndBack()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * TraceBuilder::ms);
    const Timeline &timeline = run.timeline();
    std::vector<quint32> forward;
    quint32 span = spanBeside(timeline, 0, noSpan, true);
    while (forward.empty() || span != forward.back()) {
        forward.push_back(span);
        span = spanBeside(timeline, timeline.spans()[span].request, span, true);
    }
    QCOMPARE(forward.size(), timeline.spans().size());
    std::vector<quint32> back;
    while (back.empty() || span != back.back()) {
        back.push_back(span);
        span = spanBeside(timeline, timeline.spans()[span].request, span, false);
    }
    QVERIFY(std::ranges::equal(forward, std::vector<quint32>(back.rbegin(), back.rend())));
}

void TimelineWalkTest::startsAtEitherEnd()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * TraceBuilder::ms);
    QCOMPARE(run.timeline().spans()[spanBeside(run.timeline(), 0, noSpan, true)].request, quint32(1));
    QCOMPARE(run.timeline().spans()[spanBeside(run.timeline(), 0, noSpan, false)].request, quint32(8));
}

void TimelineWalkTest::entersASelectedLane()
{
    Run run(parallelMap(8, 3));
    run.append(eightFetches(), 2200 * TraceBuilder::ms);
    QCOMPARE(spanBeside(run.timeline(), 4, noSpan, true), run.timeline().lanes()[3].firstSpan);
}

void TimelineWalkTest::staysWhereNothingIs()
{
    const Run run(parallelMap(8, 3));
    QCOMPARE(spanBeside(run.timeline(), 0, noSpan, true), noSpan);
    QCOMPARE(spanBeside(run.timeline(), 4, noSpan, false), noSpan);
}

QTEST_GUILESS_MAIN(TimelineWalkTest)
#include "timeline_walk_test.moc"
