// SPDX-License-Identifier: MIT
#include "picture/level_painter.h"

#include "app/picture/trace_builder.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// An axis of 1000 px for 1000 ms, from column 72 on.
const TimelineGeometry axis({{1092, 764}, 1, {0, 1000 * ms}, 0, Counter::InFlight});

using Points = std::vector<LevelPoint>;

struct Picture {
    Run run;
    TimelinePainter painter{Theme::light()};
    TimelineState state;
    TimelineGeometry geometry;
    QImage image{1092, 900, QImage::Format_RGB32};

    Picture(const Scenario &scenario, const Trace &trace, qint64 now)
        : run(scenario)
    {
        run.append(trace, now);
        painter.setRun(&run);
        painter.update();
        state.whole = state.range = {0, 1000 * ms};
        geometry = painter.geometry(image.size(), state);
        QPainter p(&image);
        painter.paintContents(p, geometry, state);
    }
};

Scenario debounce()
{
    Scenario scenario = parallelMap(2, 1);
    scenario.pattern = Section(findKind(QStringLiteral("pattern"), QStringLiteral("debounce")), {});
    return scenario;
}

} // namespace

class LevelPainterTest : public QObject {
    Q_OBJECT

private slots:
    void followsTheSlopeToTheLimit();
    void keepsTheExtremesOfAColumn();
    void turnsATimerAround();
    void drawsTokensBelowTheirLimit();
    void drawsAnOpenBreakerFilledAndAHalfOpenOneHatched();
    void drawsThePolicyBoxOfADebounce();
    void saysWhatALevelIsWhereThePointerIs();
    void callsTheServersTokensItsBudget();
};

void LevelPainterTest::followsTheSlopeToTheLimit()
{
    // Two tokens at first, one taken at 100 ms; 5 a second fill the bucket 200 ms later.
    const LevelTrack track{1, QStringLiteral("tokens"), {{0, 2, 0, 2}, {100 * ms, 1, 5, 2}}};
    QCOMPARE(levelCurve(track, axis, 900 * ms), (Points{{72, 2}, {172, 2}, {172, 1}, {372, 2}, {972, 2}}));
    QCOMPARE(levelCurve(track, axis, 200 * ms), (Points{{72, 2}, {172, 2}, {172, 1}, {272, 1.5}}));
    QVERIFY(levelCurve({1, QStringLiteral("tokens"), {}}, axis, 900 * ms).empty());
    QCOMPARE(levelAt(track.steps[1], 150 * ms), 1.25);
    QCOMPARE(levelAt({0, 0.3, -1, {}}, 500 * ms), 0.0);
}

void LevelPainterTest::keepsTheExtremesOfAColumn()
{
    LevelTrack track{1, QStringLiteral("tokens"), {}};
    for (int i = 0; i < 100'000; ++i)
        track.steps.push_back({i * 10'000, i == 50'000 ? 9.0 : i % 2, 0, {}});
    const Points curve = levelCurve(track, axis, 1000 * ms);
    QVERIFY(curve.size() <= 6 * 1001);
    const auto peak = std::ranges::find(curve, 9.0, &LevelPoint::value);
    QVERIFY(peak != curve.end());
    QCOMPARE(peak->column, 72 + 500);
}

void LevelPainterTest::turnsATimerAround()
{
    // An input at 100 ms, another at 200 ms; silence until 500 ms.
    const LevelTrack timer{1, QStringLiteral("timer"), {{100 * ms, 0.3, -1, 0.3}, {200 * ms, 0.3, -1, 0.3}, {500 * ms, 0, 0, 0.3}}};
    const Points curve = levelCurve(elapsedTrack(timer), axis, 600 * ms);
    QCOMPARE(curve.size(), size_t(6));
    const std::array<int, 6> columns{172, 272, 272, 572, 572, 672};
    const std::array<double, 6> values{0, 0.1, 0, 0.3, 0, 0};
    for (size_t i = 0; i < 6; ++i) {
        QCOMPARE(curve[i].column, columns[i]);
        QVERIFY(std::abs(curve[i].value - values[i]) < 1e-12);
    }
}

void LevelPainterTest::drawsTokensBelowTheirLimit()
{
    Trace trace = TraceBuilder().part(1, partkind::tokens, QStringLiteral("policies.0")).arrive(0, 1).trace();
    trace.appendLevel(0, 1, {QStringLiteral("tokens"), 4, 0, 4});
    trace.appendLevel(500 * ms, 1, {QStringLiteral("tokens"), 0, 0, 4});
    trace.appendLevel(500 * ms, 1, {QStringLiteral("limit"), 3, 0, {}}); // Has no track.
    const Picture picture(parallelMap(1, 1), trace, 1000 * ms);
    const QRect track = picture.geometry.level(0);
    QCOMPARE(track.height(), 60);
    QVERIFY(picture.geometry.level(1).isEmpty());
    QVERIFY(picture.image.pixelColor(300, track.center().y()) != QColor(Qt::white));
    QCOMPARE(picture.image.pixelColor(800, track.center().y() + 6), QColor(Qt::white));
    int dashes = 0;
    for (int x = 600; x < 900; ++x)
        dashes += picture.image.pixelColor(x, track.top() + 15) == Theme::light().color(Token::Text2);
    QCOMPARE(dashes, 180); // 6 of 10 px.
}

void LevelPainterTest::drawsAnOpenBreakerFilledAndAHalfOpenOneHatched()
{
    Trace trace = TraceBuilder().part(1, partkind::breaker, QStringLiteral("policies.0")).arrive(0, 1).trace();
    const QString name = QStringLiteral("breaker");
    trace.appendLevel(0, 1, {name, 0, 0, 2});
    trace.appendLevel(200 * ms, 1, {name, 2, 0, 2});
    trace.appendLevel(600 * ms, 1, {name, 1, 0, 2});
    trace.appendLevel(900 * ms, 1, {name, 0, 0, 2});
    const Picture picture(parallelMap(1, 1), trace, 1000 * ms);
    const QRect track = picture.geometry.level(0);
    const QColor color = Theme::light().state(SpanState::Failed).fill;
    const auto filled = [&](int from) {
        int count = 0;
        for (int x = from; x < from + 80; ++x) {
            for (int y = track.center().y(); y < track.center().y() + 8; ++y)
                count += picture.image.pixelColor(x, y) == color;
        }
        return count;
    };
    QCOMPARE(filled(100), 0);
    QCOMPARE(filled(500), 640);
    QVERIFY(filled(750) > 40 && filled(750) < 320);
    QCOMPARE(filled(982), 0);
}

void LevelPainterTest::drawsThePolicyBoxOfADebounce()
{
    TraceBuilder b;
    b.part(1, partkind::debounce, QStringLiteral("pattern")).arrive(100, 1);
    Trace trace = b.trace();
    trace.appendLevel(100 * ms, 1, {QStringLiteral("timer"), 0.3, -1, 0.3});
    trace.appendLevel(400 * ms, 1, {QStringLiteral("timer"), 0, 0, 0.3});
    Record dispatch;
    dispatch.t = 400 * ms;
    dispatch.kind = EventKind::Dispatch;
    dispatch.request = 1;
    trace.append(dispatch);
    const Picture picture(debounce(), trace, 900 * ms);
    const QRect box = picture.geometry.policyBox();
    QCOMPARE(box.height(), 104);
    QVERIFY(picture.geometry.level(0).isEmpty()); // The timer has no track of its own.
    // Under the tooth near its end, and nothing but the box before and behind.
    const int y = box.top() + 60;
    const QColor ground = Theme::light().color(Token::Panel);
    QVERIFY(picture.image.pixelColor(72 + 390, y) != ground);
    QCOMPARE(picture.image.pixelColor(72 + 120, y), ground);
    QCOMPARE(picture.image.pixelColor(72 + 600, y), ground);
    // What came out hangs from the dashed line.
    QCOMPARE(picture.image.pixelColor(72 + 400, box.bottom() + 4), Theme::light().color(Token::Text2));
}

void LevelPainterTest::saysWhatALevelIsWhereThePointerIs()
{
    Trace trace;
    trace.appendPart(0, {1, partkind::tokens, QStringLiteral("policies.0"), QStringLiteral("Rate limit")});
    trace.appendPart(0, {2, partkind::breaker, QStringLiteral("policies.1"), QStringLiteral("Breaker")});
    trace.appendPart(0, {3, partkind::debounce, QStringLiteral("pattern"), QStringLiteral("Debounce")});
    trace.appendLevel(100 * ms, 1, {QStringLiteral("tokens"), 1, 5, 2});
    trace.appendLevel(200 * ms, 2, {QStringLiteral("breaker"), 1, 0, {}});
    trace.appendLevel(300 * ms, 3, {QStringLiteral("timer"), 0.3, -1, 0.3});
    Picture picture(debounce(), trace, 900 * ms);
    QCOMPARE(levelSummary(picture.run, 0, 50 * ms), QString());
    QCOMPARE(levelSummary(picture.run, 0, 200 * ms), QStringLiteral("Tokens at 0.200 s: 1.5 of 2"));
    QCOMPARE(levelSummary(picture.run, 1, 250 * ms), QStringLiteral("Breaker at 0.250 s: half-open"));
    QCOMPARE(levelSummary(picture.run, 2, 420 * ms), QStringLiteral("Silence so far at 0.420 s: 120 ms of 300 ms"));
    const auto hit = [&](const QRect &rect) { return picture.painter.hit(rect.center(), picture.geometry, picture.state); };
    QCOMPARE(hit(picture.geometry.level(1)).kind, TimelineHit::Kind::Level);
    QCOMPARE(hit(picture.geometry.level(1)).level, size_t(1));
    QCOMPARE(hit(picture.geometry.policyBox()).level, size_t(2));
}

void LevelPainterTest::callsTheServersTokensItsBudget()
{
    Trace trace;
    trace.appendPart(0, {1, partkind::tokens, QStringLiteral("policies.0"), QStringLiteral("Rate limit")});
    trace.appendPart(0, {2, partkind::server, QStringLiteral("backend"), QStringLiteral("Server")});
    for (const quint16 part : {quint16(1), quint16(2)})
        trace.appendLevel(0, part, {QStringLiteral("tokens"), 2, 0, 2});
    Run run(parallelMap(2, 1));
    run.append(trace, 900 * ms);
    QCOMPARE(levelTitle(run, 0), "Rate limit: Tokens");
    QCOMPARE(levelTitle(run, 1), "Server: Budget");
    QCOMPARE(levelSummary(run, 1, 100 * ms), "Budget at 0.100 s: 2 of 2");
}

QTEST_MAIN(LevelPainterTest)
#include "level_painter_test.moc"
