// SPDX-License-Identifier: MIT
#include "picture/key_caps.h"

#include "app/picture/trace_builder.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

/// Somebody types; each is an input at 0, 100, 200 ms…
Run typed(const QStringList &keys)
{
    QJsonArray events;
    Trace trace;
    for (const QString &key : keys) {
        const qint64 at = 100 * events.size();
        QJsonObject event{{QStringLiteral("at"), QStringLiteral("%1ms").arg(at)}};
        key.isEmpty() ? event.insert(QStringLiteral("click"), true) : event.insert(QStringLiteral("key"), key);
        events.append(event);
        trace.append(TraceBuilder().arrive(at, quint32(events.size())).trace());
    }
    Scenario scenario = parallelMap(keys.size(), 3);
    scenario.source = Section(findKind(QStringLiteral("source"), QStringLiteral("tape")), {{QStringLiteral("events"), events}});
    Run run(scenario);
    run.append(trace, 1000 * ms);
    return run;
}

} // namespace

class KeyCapsTest : public QObject {
    Q_OBJECT

private slots:
    void keysHaveCapsAndClicksHaveNone();
    void theKeysStandBelowTheirMarbles();
    void otherSourcesKeepTheirHeight();
};

void KeyCapsTest::keysHaveCapsAndClicksHaveNone()
{
    const Run run = typed({QStringLiteral("q"), QStringLiteral(" "), QStringLiteral("Enter"), QString()});
    QVERIFY(hasKeyCaps(run));
    QCOMPARE(keyCap(run, 1), QStringLiteral("q"));
    QCOMPARE(keyCap(run, 2), QString(QChar(0x2423)));
    QCOMPARE(keyCap(run, 3), QString(QChar(0x21B5)));
    QVERIFY(keyCap(run, 4).isEmpty());
    QVERIFY(keyCap(run, 5).isEmpty());
    QVERIFY(!hasKeyCaps(typed({QString()})));
    QVERIFY(!hasKeyCaps(typed({})));
    QVERIFY(!hasKeyCaps(Run(parallelMap(3, 1))));
}

void KeyCapsTest::theKeysStandBelowTheirMarbles()
{
    const Run run = typed({QStringLiteral("W"), QString(), QStringLiteral("W")});
    TimelinePainter painter(Theme::light());
    painter.setRun(&run);
    painter.update();
    TimelineState state;
    state.whole = state.range = {0, 1000 * ms};
    const TimelineGeometry geometry = painter.geometry({824, 764}, state);
    QCOMPARE(geometry.in().height() + geometry.keys().height(), 56);
    QCOMPARE(geometry.keys().top(), geometry.in().bottom() + 1);
    QCOMPARE(geometry.lanes().top(), geometry.keys().bottom() + 1);
    QImage image(824, 764, QImage::Format_RGB32);
    QPainter p(&image);
    painter.paintContents(p, geometry, state);
    // So many pixels of ink below a time; the grid lies elsewhere.
    const auto ink = [&](qint64 t) {
        int count = 0;
        for (int x = geometry.x(t) - 5; x <= geometry.x(t) + 5; ++x)
            for (int y = geometry.keys().top(); y <= geometry.keys().bottom(); ++y)
                count += image.pixelColor(x, y).lightness() < 160;
        return count;
    };
    QVERIFY(ink(200 * ms) > 5);
    QCOMPARE(ink(100 * ms), 0);
}

void KeyCapsTest::otherSourcesKeepTheirHeight()
{
    QVERIFY(TimelineGeometry({.size = {824, 764}, .lanes = 8, .range = {0, 1000}}).keys().isEmpty());
    const TimelineGeometry small({.size = {671, 464}, .lanes = 8, .range = {0, 1000}, .keyCaps = true});
    QVERIFY(small.keys().isEmpty());
    QCOMPARE(small.in().height(), 24);
}

QTEST_MAIN(KeyCapsTest)
#include "key_caps_test.moc"
