// SPDX-License-Identifier: MIT
#include "picture/counter_painter.h"

#include "app/picture/trace_builder.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// The eight fetches up to `now`, on an axis that ends at `end`.
struct Picture {
    Run run{parallelMap(8, 3)};
    TimelineGeometry geometry;
    QImage image{1092, 764, QImage::Format_RGB32};

    Picture(qint64 now, qint64 end)
    {
        const Trace whole = eightFetches();
        run.append(whole.piece(0, whole.countUpTo(now)), now);
        TimelinePainter painter(Theme::light());
        painter.setRun(&run);
        painter.update();
        TimelineState state;
        state.whole = state.range = {0, end};
        geometry = painter.geometry(image.size(), state);
        QPainter p(&image);
        painter.paintContents(p, geometry, state);
    }
    /// Whether there is something as dark as text in these columns, from three rows below the limit on.
    bool hasText(int from, int to) const
    {
        const QRect track = geometry.counter(Counter::InFlight);
        int limit = track.top();
        while (limit < track.bottom() && !isDashed(limit))
            ++limit;
        for (int y = limit + 3; y < track.bottom() - 1; ++y) {
            for (int x = from; x < to; ++x) {
                if (qGray(image.pixel(x, y)) < 150)
                    return true;
            }
        }
        return false;
    }

private:
    bool isDashed(int y) const
    {
        int dashes = 0;
        for (int x = geometry.axisRight() - 60; x < geometry.axisRight(); ++x)
            dashes += image.pixel(x, y) == Theme::light().color(Token::Text2).rgb();
        return dashes > 20;
    }
};

} // namespace

class CounterPainterTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhoseBackOffKeepsASlot()
    {
        const Picture picture(2200 * ms, 2400 * ms);
        QVERIFY(picture.hasText(picture.geometry.x(700 * ms), picture.geometry.x(1300 * ms)));
    }

    void noTextCrossesThePresent()
    {
        // The back-off ended just now, and the text is longer than it.
        const Picture picture(1180 * ms, 6000 * ms);
        const int present = picture.geometry.x(1180 * ms);
        QVERIFY(picture.hasText(picture.geometry.axisLeft() + 2, present - 2));
        QVERIFY(!picture.hasText(present + 2, picture.geometry.axisRight()));
    }

    void whereThereIsNoRoomNothingIsSaid()
    {
        const Picture picture(1180 * ms, 30'000 * ms);
        QVERIFY(!picture.hasText(picture.geometry.x(1180 * ms) + 2, picture.geometry.axisRight()));
    }
};

QTEST_MAIN(CounterPainterTest)
#include "counter_painter_test.moc"
