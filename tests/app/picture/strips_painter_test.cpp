// SPDX-License-Identifier: MIT
#include "picture/strips_painter.h"

#include "app/picture/trace_builder.h"
#include "picture/strip_painter.h"

#include <QImage>
#include <QJsonArray>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

QJsonObject stripEntry(const QString &name, int limit)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("set"), QJsonObject{{QStringLiteral("pattern.limit"), limit}}}};
}

/// So many strips of eight fetches; the last one has come less far than the others.
struct Strips {
    explicit Strips(size_t count, QSize wanted = {824, 764}, const Theme &theme = Theme::light(), const QString &name = QStringLiteral("Twice as many"))
        : size(wanted)
        , painter(theme)
    {
        Scenario scenario = parallelMap(8, 3);
        for (size_t strip = 1; strip < count; ++strip)
            scenario.compare.append(stripEntry(name, int(strip) + 3));
        std::vector<const Run *> shown;
        for (size_t strip = 0; strip < count; ++strip) {
            Scenario own = scenario;
            own.pattern.set(QStringLiteral("limit"), int(strip) + 3);
            runs.push_back(std::make_unique<Run>(strip == 0 ? scenario : own));
            runs.back()->append(eightFetches(), 2200 * ms);
            shown.push_back(runs.back().get());
        }
        painter.setRuns(shown);
        painter.update();
        state.whole = state.range = wholeRun(painter.now());
    }
    QImage paint(size_t chosen = 0, size_t hovered = 0)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter p(&image);
        painter.paintContents(p, size, state, chosen);
        painter.paintOverlay(p, size, state, chosen, hovered);
        return image;
    }
    std::vector<TimelineGeometry> geometries() const { return painter.geometries(size, state); }

    std::vector<std::unique_ptr<Run>> runs;
    QSize size;
    StripsPainter painter;
    TimelineState state;
};

bool differ(const QImage &a, const QImage &b, const QRect &where) { return a.copy(where) != b.copy(where); }

} // namespace

/// Several strips one below the other.
class StripsPainterTest : public QObject {
    Q_OBJECT

private slots:
    void theTitleHasThePatternsFirstNumber()
    {
        const auto title = [](const char *pattern, const QJsonObject &given = {}) {
            Scenario scenario;
            scenario.pattern = Section(findKind(QStringLiteral("pattern"), QLatin1String(pattern)), given);
            return stripTitle(scenario);
        };
        QCOMPARE(title("gather"), "Gather");
        QCOMPARE(title("parallel-map", {{"limit", 3}}), "Parallel map, 3 at a time");
        QCOMPARE(title("batch", {{"size", 4}}), "Batches of 4");
        QCOMPARE(title("race"), "Race");
        QCOMPARE(title("race", {{"size", 3}}), "Race of 3");
        QCOMPARE(title("debounce"), "Debounce, 300 ms");
        QCOMPARE(title("rate-limit", {{"rate", 2.5}, {"limit", 3}}), "Rate limit, 2.5 / s");
    }

    void oneStripIsPaintedAsEver();
    void paintsEveryPixel_data();
    void paintsEveryPixel();
    void stripsShareTheAxisAndFillTheHeight();
    void lanesOfAllStripsAreAlike();
    void fourStripsAreReadableInTheSmallestWindow();
    void theSelectedRequestIsTintedInEveryStrip();
    void thePointersRequestIsFramedInTheOtherStrips();
    void theChosenStripsLetterIsFilled();
    void headersSayHowEachStripDiffers();
    void aLongNameIsElided();
    void thePlayheadIsThatOfAllAndAnEndIsDotted();
    void theInputLooksAlikeWhereAStripHasEnded();
    void thePlayheadLeavesTheZoomMenuFree();
    void findsTheStripUnderThePointer();
    void runsThatStayKeepTheirCaches();
    void rowsArePackedInAllStripsAlike();
};

void StripsPainterTest::oneStripIsPaintedAsEver()
{
    Strips one(1);
    TimelinePainter alone(Theme::light());
    alone.setRun(one.runs[0].get());
    alone.update();
    QImage image(one.size, QImage::Format_RGB32);
    QPainter p(&image);
    alone.paintContents(p, alone.geometry(one.size, one.state), one.state);
    alone.paintOverlay(p, alone.geometry(one.size, one.state), one.state);
    p.end();
    QCOMPARE(one.paint(), image);
}

void StripsPainterTest::paintsEveryPixel_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<size_t>("count");
    for (const size_t count : {2, 3, 4}) {
        for (const QSize &size : {QSize(824, 764), QSize(671, 464), QSize(1600, 800), QSize(200, 120)})
            QTest::addRow("%d strips, %dx%d", int(count), size.width(), size.height()) << size << count;
    }
}

void StripsPainterTest::paintsEveryPixel()
{
    QFETCH(QSize, size);
    QFETCH(size_t, count);
    const QImage image = Strips(count, size).paint();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY(image.pixelColor(x, y) != QColor(Qt::magenta));
    }
}

void StripsPainterTest::stripsShareTheAxisAndFillTheHeight()
{
    const auto all = Strips(3).geometries();
    QCOMPARE(all.size(), size_t(3));
    for (const TimelineGeometry &geometry : all) {
        QCOMPARE(geometry.axisLeft(), 96);
        QCOMPARE(geometry.x(1000 * ms), all[0].x(1000 * ms));
        QCOMPARE(geometry.ruler(), all[0].ruler());
        QCOMPARE(geometry.legend(), all[0].legend());
        QCOMPARE(geometry.header().height(), 32);
    }
    QCOMPARE(all[0].header().top(), 64); // Below overview and ruler.
    for (size_t strip = 1; strip < 3; ++strip)
        QCOMPARE(all[strip].header().top(), all[strip - 1].strip().bottom() + 1);
    QCOMPARE(all[2].strip().bottom() + 1, all[2].legend().top());
    QCOMPARE(all[0].overviewRow().top(), all[0].overviewPlot().top());
    QCOMPARE(all[2].overviewRow().bottom(), all[0].overviewPlot().bottom());
}

void StripsPainterTest::lanesOfAllStripsAreAlike()
{
    for (const size_t count : {2, 3, 4}) {
        Strips strips(count);
        // One of them has a level, which takes room from its lanes.
        Run limited(strips.runs[1]->scenario());
        Trace levels = eightFetches();
        levels.appendLevel(2200 * ms, 1, {QStringLiteral("tokens"), 3, 0, 5.0});
        limited.append(levels, 2200 * ms);
        std::vector<const Run *> shown = strips.painter.runs();
        shown[1] = &limited;
        strips.painter.setRuns(shown);
        const auto all = strips.geometries();
        for (const TimelineGeometry &geometry : all) {
            QCOMPARE(geometry.pitch(), all[0].pitch());
            QCOMPARE(geometry.lanes().height(), all[0].lanes().height());
            QCOMPARE(geometry.maxScroll(), all[0].maxScroll());
        }
    }
}

/// 960x600 leaves 464 px for the timeline: each strip has one line of header and at least six rows.
void StripsPainterTest::fourStripsAreReadableInTheSmallestWindow()
{
    Strips strips(4, {671, 464});
    for (const TimelineGeometry &geometry : strips.geometries()) {
        QCOMPARE(geometry.header().height(), 24);
        QVERIFY(geometry.lanes().height() >= 6 * 12);
        QVERIFY(geometry.lanes().bottom() <= geometry.strip().bottom());
    }
    const StripLabel label = strips.painter.label(1, 0);
    QVERIFY(!label.figures.empty());
    QVERIFY(strips.painter.showsWholeLabel(0, strips.size, strips.state, 0));
}

void StripsPainterTest::theSelectedRequestIsTintedInEveryStrip()
{
    Strips strips(3);
    strips.state.selectedRequest = 4;
    const QImage image = strips.paint();
    for (const TimelineGeometry &geometry : strips.geometries()) {
        const QRect lane = geometry.lane(3);
        QCOMPARE(image.pixelColor(5, lane.top() + 1), Theme::light().color(Token::Soft));
        QVERIFY(image.pixelColor(5, geometry.lane(4).top() + 1) != Theme::light().color(Token::Soft));
    }
}

void StripsPainterTest::thePointersRequestIsFramedInTheOtherStrips()
{
    Strips strips(2);
    const QImage before = strips.paint();
    strips.state.hoveredRequest = 6;
    const QImage after = strips.paint();
    for (const TimelineGeometry &geometry : strips.geometries()) {
        QVERIFY(differ(before, after, geometry.lane(5)));
        QVERIFY(!differ(before, after, geometry.lane(4)));
        QVERIFY(!differ(before, after, geometry.header()));
    }
}

void StripsPainterTest::theChosenStripsLetterIsFilled()
{
    Strips strips(3);
    for (const size_t chosen : {0, 2}) {
        const QImage image = strips.paint(chosen);
        const auto all = strips.geometries();
        for (size_t strip = 0; strip < 3; ++strip) {
            const QColor ground = image.pixelColor(14, all[strip].header().center().y() - 6);
            QCOMPARE(ground == Theme::light().color(Token::Accent), strip == chosen);
        }
    }
}

void StripsPainterTest::headersSayHowEachStripDiffers()
{
    Strips strips(2);
    Run slower(strips.runs[1]->scenario());
    TraceBuilder trace;
    for (quint32 request = 1; request <= 8; ++request)
        trace.arrive(0, request);
    slower.append(trace.trace(), 0);
    strips.painter.setRuns({strips.runs[0].get(), &slower});
    const StripLabel a = strips.painter.label(0, 1), b = strips.painter.label(1, 1);
    QCOMPARE(a.letter, QChar(u'A'));
    QVERIFY(a.baseline && !a.chosen);
    QCOMPARE(a.name, QStringLiteral("Parallel map, 3 at a time"));
    QCOMPARE(a.figures[0].name, QStringLiteral("Total time"));
    QCOMPARE(a.figures[0].delta, QString());
    QVERIFY(!b.baseline && b.chosen);
    QCOMPARE(b.name, QStringLiteral("Twice as many"));
    QCOMPARE(b.pattern, QStringLiteral("Parallel map, 4 at a time"));
    QCOMPARE(b.figures[1].key, QStringLiteral("succeeded"));
    QCOMPARE(b.figures[1].delta, QStringLiteral("−8 · fewer"));
    QCOMPARE(b.figures[1].judgement, Judgement::Worse);
    QCOMPARE(a.columns[1].value, b.columns[1].value);
}

void StripsPainterTest::aLongNameIsElided()
{
    const QString name = QStringLiteral("A name that somebody wrote who had a lot to say about what this strip does and why");
    Strips strips(3, {824, 764}, Theme::light(), name);
    QVERIFY(!strips.painter.showsWholeLabel(1, strips.size, strips.state, 0));
    QCOMPARE(strips.painter.label(1, 0).name, name);
    Strips brief(3, {1600, 764});
    QVERIFY(brief.painter.showsWholeLabel(1, brief.size, brief.state, 0));
}

void StripsPainterTest::thePlayheadIsThatOfAllAndAnEndIsDotted()
{
    Strips strips(2);
    TraceBuilder brief;
    brief.arrive(0, 1).attempt(0, 1).attemptEnd(500, 1, AttemptOutcome::Ok).settle(500, 1).end(500);
    Run early(strips.runs[1]->scenario());
    early.append(brief.trace(), 500 * ms);
    strips.painter.setRuns({strips.runs[0].get(), &early});
    strips.painter.update();
    QCOMPARE(strips.painter.now(), 2200 * ms);
    const QImage image = strips.paint();
    const auto all = strips.geometries();
    const QColor accent = Theme::light().color(Token::Accent);
    for (const TimelineGeometry &geometry : all) {
        QCOMPARE(image.pixelColor(geometry.x(2200 * ms), geometry.strip().bottom() - 1), accent);
        QVERIFY(image.pixelColor(geometry.x(2200 * ms), geometry.header().center().y()) != accent);
    }
    const int end = all[1].x(500 * ms);
    QCOMPARE(image.pixelColor(end, all[1].strip().top()), Theme::light().color(Token::Text3));
    QVERIFY(image.pixelColor(end, all[1].strip().top() + 3) != Theme::light().color(Token::Text3));
}

void StripsPainterTest::theInputLooksAlikeWhereAStripHasEnded()
{
    Strips strips(2);
    const Scenario scenario = parallelMap(20, 20);
    TraceBuilder brief, slow;
    for (quint32 request = 1; request <= 20; ++request) {
        brief.arrive(0, request);
        slow.arrive(0, request);
    }
    brief.end(20);
    Run early(scenario), late(scenario);
    early.append(brief.trace(), 20 * ms);
    late.append(slow.trace(), 2200 * ms);
    strips.painter.setRuns({&late, &early});
    strips.painter.update();
    const QImage image = strips.paint();
    const auto all = strips.geometries();
    const int behindEnd = all[1].x(20 * ms) + 1;
    const auto in = [&](size_t strip) { return image.copy(QRect(behindEnd, all[strip].in().top(), all[strip].axisRight() - behindEnd, all[strip].in().height())); };
    QCOMPARE(in(0), in(1));
    for (int x = all[1].axisLeft(); x < all[1].axisRight(); ++x) {
        const auto requestAt = [&](size_t strip) { return strips.painter.painter(strip).hit({x, all[strip].in().center().y()}, all[strip], strips.state).request; };
        QCOMPARE(requestAt(1), requestAt(0));
    }
}

void StripsPainterTest::thePlayheadLeavesTheZoomMenuFree()
{
    Strips strips(2);
    strips.state.zoomName = QStringLiteral("Whole run");
    for (const auto &run : strips.runs)
        QVERIFY(run->now() > 0);
    Run a(strips.runs[0]->scenario()), b(strips.runs[1]->scenario());
    TraceBuilder begun;
    begun.arrive(0, 1);
    a.append(begun.trace(), 0);
    b.append(begun.trace(), 0);
    strips.painter.setRuns({&a, &b});
    strips.painter.update();
    const QImage image = strips.paint();
    const TimelineGeometry geometry = strips.geometries()[0];
    const QRect menu = strips.painter.painter(0).zoomMenu(geometry, strips.state);
    QVERIFY(!menu.isEmpty());
    for (int x = menu.left(); x <= menu.right(); ++x)
        QVERIFY2(image.pixelColor(x, menu.center().y()) != Theme::light().color(Token::Accent), qPrintable(QString::number(x)));
}

void StripsPainterTest::findsTheStripUnderThePointer()
{
    Strips strips(3);
    const auto all = strips.geometries();
    const auto stripAt = [&](int y) { return strips.painter.stripAt(y, strips.size, strips.state); };
    QVERIFY(!stripAt(all[0].ruler().center().y()));
    QVERIFY(!stripAt(all[0].legend().center().y()));
    for (size_t strip = 0; strip < 3; ++strip) {
        QCOMPARE(stripAt(all[strip].header().top()), std::optional(strip));
        QCOMPARE(stripAt(all[strip].strip().bottom()), std::optional(strip));
        QCOMPARE(strips.painter.headerAt(all[strip].header().center(), strips.size, strips.state), std::optional(strip));
        QVERIFY(!strips.painter.headerAt(all[strip].lanes().center(), strips.size, strips.state));
    }
    QVERIFY(!Strips(1).painter.headerAt({20, 80}, {824, 764}, strips.state));
}

void StripsPainterTest::runsThatStayKeepTheirCaches()
{
    Strips strips(3);
    const TimelinePainter *second = &strips.painter.painter(1), *third = &strips.painter.painter(2);
    strips.painter.setRuns({strips.runs[0].get(), strips.runs[2].get()});
    QCOMPARE(&strips.painter.painter(1), third);
    QVERIFY(&strips.painter.painter(1) != second);
    strips.painter.setRuns({});
    QCOMPARE(strips.painter.count(), size_t(1));
    QVERIFY(!strips.painter.ended());
    strips.paint(); // The place of one, which says that nothing is there.
}

void StripsPainterTest::rowsArePackedInAllStripsAlike()
{
    // One by one in A, three at a time in B.
    Strips strips(0);
    std::vector<const Run *> shown;
    for (const int length : {5, 25}) {
        TraceBuilder b;
        for (quint32 request = 1; request <= 60; ++request) {
            if (length > 10 && request > 3)
                b.attemptEnd(10 * request - 5, request - 3, AttemptOutcome::Ok).settle(10 * request - 5, request - 3);
            b.arrive(10 * request, request).attempt(10 * request, request);
            if (length < 10)
                b.attemptEnd(10 * request + 5, request, AttemptOutcome::Ok).settle(10 * request + 5, request);
        }
        strips.runs.push_back(std::make_unique<Run>(parallelMap(60, 3)));
        strips.runs.back()->append(b.trace(), 605 * ms);
        shown.push_back(strips.runs.back().get());
    }
    strips.painter.setRuns(shown);
    strips.state.whole = strips.state.range = wholeRun(605 * ms);
    strips.state.rows = RowMode::Packed;
    const auto all = strips.geometries();
    for (const TimelineGeometry &geometry : all) {
        QVERIFY(geometry.isPacked());
        QCOMPARE(geometry.laneCount(), qint64(3));
        QCOMPARE(geometry.pitch(), all[0].pitch());
    }
    strips.state.selectedRequest = 20;
    const QImage image = strips.paint(0, 1);
    const QColor soft = Theme::light().color(Token::Soft);
    for (size_t strip = 0; strip < 2; ++strip) {
        const QRect row = strips.painter.painter(strip).rows().rectOf(20, all[strip]);
        QCOMPARE(image.pixelColor(4, row.top() + 2), soft);
        QCOMPARE(row.top() - all[strip].lanes().top(), strip == 0 ? 0 : all[1].pitch());
    }
}

QTEST_MAIN(StripsPainterTest)
#include "strips_painter_test.moc"
