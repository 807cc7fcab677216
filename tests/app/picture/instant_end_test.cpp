// SPDX-License-Identifier: MIT
#include "picture/instant_end.h"

#include "app/picture/trace_builder.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

Lane settled(RequestOutcome outcome)
{
    Lane lane;
    lane.arrived = lane.settled = 500 * ms;
    lane.outcome = outcome;
    return lane;
}

} // namespace

class InstantEndTest : public QObject {
    Q_OBJECT

private slots:
    void isTheStateOfWhatEndedAtOnce()
    {
        QCOMPARE(instantEnd(settled(RequestOutcome::Failed)), std::optional(SpanState::Failed));
        QCOMPARE(instantEnd(settled(RequestOutcome::TimedOut)), std::optional(SpanState::TimedOut));
        QCOMPARE(instantEnd(settled(RequestOutcome::Cancelled)), std::optional(SpanState::Cancelled));
        QCOMPARE(instantEnd(settled(RequestOutcome::Dropped)), std::optional(SpanState::Cancelled));
        QCOMPARE(instantEnd(settled(RequestOutcome::Succeeded)), std::optional(SpanState::Succeeded));
    }

    void isNothingForOthers()
    {
        QCOMPARE(instantEnd(Lane()), std::nullopt);
        Lane lane = settled(RequestOutcome::Failed);
        lane.firstSpan = 3; // Its spans show how it ended.
        QCOMPARE(instantEnd(lane), std::nullopt);
        lane = settled(RequestOutcome::Succeeded);
        lane.lead = 1; // The call of another.
        QCOMPARE(instantEnd(lane), std::nullopt);
        lane = settled(RequestOutcome::Cancelled);
        lane.arrived = -1;
        QCOMPARE(instantEnd(lane), std::nullopt);
        lane = settled(RequestOutcome::Pending);
        lane.settled = -1;
        QCOMPARE(instantEnd(lane), std::nullopt);
    }

    void drawsAGlyphFromTheInstantOn()
    {
        Run run(parallelMap(3, 3));
        run.append(TraceBuilder().arrive(0, 1).arrive(600, 2).settle(600, 2, RequestOutcome::Failed).trace(), 600 * ms);
        TimelinePainter painter(Theme::light());
        painter.setRun(&run);
        painter.update();
        TimelineState state;
        state.whole = state.range = {0, 2400 * ms};
        const TimelineGeometry geometry = painter.geometry({824, 764}, state);
        QImage image(824, 764, QImage::Format_RGB32);
        QPainter p(&image);
        painter.paintContents(p, geometry, state);
        const int x = geometry.x(600 * ms);
        const auto inkedColumns = [&](qint64 lane) {
            std::pair columns(-1, -1);
            const QRect row = geometry.lane(lane);
            for (int column = x - 20; column < x + 40; ++column)
                for (int y = row.top(); y <= row.bottom(); ++y)
                    if (image.pixelColor(column, y) == Theme::light().state(SpanState::Failed).fill)
                        columns = {columns.first < 0 ? column - x : columns.first, column - x};
            return columns;
        };
        QCOMPARE(inkedColumns(0), std::pair(-1, -1));
        const auto [first, last] = inkedColumns(1);
        QVERIFY2(first >= 0 && last < 12 && last - first >= 4, qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
    }
};

QTEST_MAIN(InstantEndTest)
#include "instant_end_test.moc"
