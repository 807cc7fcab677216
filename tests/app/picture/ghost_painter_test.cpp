// SPDX-License-Identifier: MIT
#include "picture/ghost_painter.h"

#include "app/picture/trace_builder.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// The first `time` of the run of eight fetches.
std::unique_ptr<Run> fetches(qint64 time)
{
    Run whole(parallelMap(8, 3));
    whole.append(eightFetches(), 2200 * ms);
    auto run = std::make_unique<Run>(parallelMap(8, 3));
    run->repeat(whole, whole.trace().countUpTo(time), time);
    return run;
}

/// A run that stands at 600 ms, with room for one of 2.2 s.
struct Picture {
    std::unique_ptr<Run> run = fetches(600 * ms), other = fetches(2200 * ms);
    TimelinePainter painter{Theme::light()};
    TimelineState state;
    QSize size{824, 764};

    explicit Picture(bool before, bool ahead)
    {
        painter.setRun(run.get());
        painter.setGhosts({before ? other.get() : nullptr, ahead ? other.get() : nullptr});
        painter.update();
        state.whole = state.range = wholeRun(2200 * ms);
    }
    TimelineGeometry geometry() const { return painter.geometry(size, state); }
    QImage paint()
    {
        QImage image(size, QImage::Format_RGB32);
        QPainter p(&image);
        painter.paintContents(p, geometry(), state);
        painter.paintOverlay(p, geometry(), state);
        return image;
    }
    QPoint at(qint64 t, qint64 lane) const { return {geometry().x(t), geometry().lane(lane).center().y()}; }
};

/// The columns within the lanes in which two pictures differ: the first and the last one; -1 for none.
std::pair<int, int> difference(const QImage &a, const QImage &b, const QRect &within)
{
    std::pair<int, int> columns{-1, -1};
    for (int x = within.left(); x <= within.right(); ++x) {
        for (int y = within.top(); y <= within.bottom(); ++y) {
            if (a.pixel(x, y) == b.pixel(x, y))
                continue;
            columns = {columns.first < 0 ? x : columns.first, x};
            break;
        }
    }
    return columns;
}

} // namespace

class GhostPainterTest : public QObject {
    Q_OBJECT

private slots:
    void theRunBeforeGoesOnBehindThePresent()
    {
        Picture without(false, false), with(true, false);
        const TimelineGeometry geometry = with.geometry();
        const auto [first, last] = difference(without.paint(), with.paint(), geometry.lanes());
        QVERIFY(first >= geometry.axisLeft());
        QVERIFY(last > geometry.x(2000 * ms) && last <= geometry.x(2200 * ms));
    }

    void anOutlineStaysUnderTheRunsOwnSpans()
    {
        // Of the same run, all that has passed lies under the very same spans.
        Picture without(false, false), with(true, false);
        const TimelineGeometry geometry = with.geometry();
        QRect past = geometry.lanes();
        past.setRight(geometry.x(540 * ms));
        QCOMPARE(difference(without.paint(), with.paint(), past).first, -1);
    }

    void whatIsAheadBeginsBehindThePresent()
    {
        Picture without(false, false), with(false, true);
        const TimelineGeometry geometry = with.geometry();
        const auto [first, last] = difference(without.paint(), with.paint(), geometry.lanes());
        QVERIFY(first > geometry.x(600 * ms));
        QVERIFY(last > geometry.x(2000 * ms));
    }

    void outlinesAreTold()
    {
        Picture with(true, false), ahead(false, true);
        const TimelineGeometry geometry = with.geometry();
        QVERIFY(with.painter.ghostSummary(with.at(1200 * ms, 0), geometry, with.state).isEmpty()); // #1 ended before.
        const QString before = with.painter.ghostSummary(with.at(1700 * ms, 3), geometry, with.state);
        QVERIFY2(before.startsWith("The run before"), qPrintable(before));
        QVERIFY2(before.contains("4"), qPrintable(before));
        QVERIFY(ahead.painter.ghostSummary(with.at(1700 * ms, 3), geometry, with.state).startsWith("How it will go on"));
        QVERIFY(ahead.painter.ghostSummary(with.at(300 * ms, 3), geometry, with.state).isEmpty());
    }

    void theFutureTakesThePlaceOfTheRunBefore()
    {
        Picture ahead(false, true), both(true, true);
        const TimelineGeometry geometry = both.geometry();
        QRect future = geometry.lanes();
        future.setLeft(geometry.x(600 * ms) + 1);
        QCOMPARE(difference(ahead.paint(), both.paint(), future).first, -1);
    }

    void theCountersGoOnAsDashes()
    {
        Picture without(false, false), with(false, true), both(true, true);
        const TimelineGeometry geometry = with.geometry();
        QRect track = geometry.counter(Counter::InFlight).adjusted(0, 12, 0, 0); // Below the name of the limit.
        track.setLeft(geometry.axisLeft());
        const auto [first, last] = difference(without.paint(), with.paint(), track);
        QVERIFY(first > geometry.x(600 * ms));
        QVERIFY(last > geometry.x(2100 * ms) && last <= geometry.x(2200 * ms));
        QCOMPARE(difference(with.paint(), both.paint(), track.adjusted(geometry.x(600 * ms) + 1 - track.left(), 0, 0, 0)).first, -1);
    }

    void marblesToComeAreOutlined()
    {
        Picture without(false, false), with(false, true);
        const TimelineGeometry geometry = with.geometry();
        const auto [first, last] = difference(without.paint(), with.paint(), geometry.out());
        QVERIFY(std::abs(first - (geometry.x(684 * ms) - 9)) <= 1); // #1 is the next to end.
        QVERIFY(std::abs(last - (geometry.x(2200 * ms) + 9)) <= 1);
        QCOMPARE(difference(without.paint(), with.paint(), geometry.in()).first, -1);
    }

    void theHeaderNamesThem()
    {
        Picture without(false, false), with(true, false);
        const QRect header = with.geometry().header();
        const auto [first, last] = difference(without.paint(), with.paint(), header);
        QVERIFY(first >= 0);
        const QPoint key((first + last) / 2, header.center().y());
        QVERIFY(with.painter.ghostSummary(key, with.geometry(), with.state).contains("the run before"));
        QVERIFY(without.painter.ghostSummary(key, with.geometry(), with.state).isEmpty());
        without.size.setWidth(240); // No room: no half words.
        with.size.setWidth(240);
        QCOMPARE(difference(without.paint(), with.paint(), with.geometry().header()).first, -1);
    }
};

QTEST_MAIN(GhostPainterTest)
#include "ghost_painter_test.moc"
