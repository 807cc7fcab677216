// SPDX-License-Identifier: MIT
#include "model/figure.h"

#include <QtTest>

using namespace playground;

namespace {

Metrics::Values values(qint64 timeMs)
{
    Metrics::Values result;
    result.virtualTime = timeMs * 1'000'000;
    result.requests = result.succeeded = 8;
    return result;
}

} // namespace

class FigureTest : public QObject {
    Q_OBJECT

private slots:
    void saysHowATimeDiffers_data();
    void saysHowATimeDiffers();
    void whatGaveUpIsOverSoonerNotFaster();
    void countsDifferByTheirNumber();
    void judgesByWhatIsBetter();
    void nothingIsComparedWithNothing();
    void everyComparedKeyHasAName();
};

void FigureTest::saysHowATimeDiffers_data()
{
    QTest::addColumn<qint64>("own");
    QTest::addColumn<qint64>("base");
    QTest::addColumn<QString>("delta");
    QTest::newRow("a tenth") << qint64(1000) << qint64(10000) << QStringLiteral("−90 % · faster");
    QTest::newRow("ten times") << qint64(10000) << qint64(1000) << QStringLiteral("+900 % · slower");
    QTest::newRow("alike") << qint64(1000) << qint64(1000) << QStringLiteral("same");
    QTest::newRow("a little") << qint64(1045) << qint64(1000) << QStringLiteral("+4.5 % · slower");
    QTest::newRow("whole percents") << qint64(1040) << qint64(1000) << QStringLiteral("+4 % · slower");
    QTest::newRow("almost nothing") << qint64(99999) << qint64(100000) << QStringLiteral("< 0.1 % · faster");
    QTest::newRow("beside nothing") << qint64(120) << qint64(0) << QStringLiteral("+120 ms · slower");
    QTest::newRow("down to nothing") << qint64(0) << qint64(120) << QStringLiteral("−100 % · faster");
}

void FigureTest::saysHowATimeDiffers()
{
    QFETCH(qint64, own);
    QFETCH(qint64, base);
    QFETCH(QString, delta);
    const Metrics::Values baseline = values(base);
    QCOMPARE(figureOf(QStringLiteral("virtualTimeMs"), values(own), &baseline).delta, delta);
}

void FigureTest::whatGaveUpIsOverSoonerNotFaster()
{
    const auto figure = [](qint64 own, qint64 ownTime, qint64 base, qint64 baseTime) {
        Metrics::Values a = values(ownTime), b = values(baseTime);
        a.succeeded = own;
        b.succeeded = base;
        return figureOf(QStringLiteral("virtualTimeMs"), a, &b);
    };
    QCOMPARE(figure(0, 100, 8, 1000).delta, QStringLiteral("−90 % · over sooner"));
    QCOMPARE(figure(0, 100, 8, 1000).judgement, Judgement::Neither);
    QCOMPARE(figure(7, 100, 8, 1000).delta, QStringLiteral("−90 % · over sooner"));
    QCOMPARE(figure(8, 1000, 7, 100).delta, QStringLiteral("+900 % · over later"));
    QCOMPARE(figure(8, 1000, 7, 100).judgement, Judgement::Neither);
    QCOMPARE(figure(0, 100, 0, 1000).delta, QStringLiteral("−90 % · over sooner")); // Two failures: none is the faster one.
    QCOMPARE(figure(0, 1000, 0, 100).delta, QStringLiteral("+900 % · over later"));
    QCOMPARE(figure(0, 1000, 8, 100).delta, QStringLiteral("+900 % · slower")); // And for nothing.
    QCOMPARE(figure(0, 1000, 8, 100).judgement, Judgement::Worse);
    QCOMPARE(figure(8, 100, 7, 1000).delta, QStringLiteral("−90 % · faster"));
    QCOMPARE(figure(0, 100, 0, 100).delta, QStringLiteral("same"));
}

void FigureTest::countsDifferByTheirNumber()
{
    Metrics::Values own, base;
    own.attempts = 12;
    base.attempts = 28;
    const Figure figure = figureOf(QStringLiteral("attempts"), own, &base);
    QCOMPARE(figure.value, QStringLiteral("12"));
    QCOMPARE(figure.delta, QStringLiteral("−16 · fewer"));
    QCOMPARE(figureOf(QStringLiteral("attempts"), base, &own).delta, QStringLiteral("+16 · more"));
    own.attempts = 52064;
    const Figure large = figureOf(QStringLiteral("attempts"), own, &base);
    QCOMPARE(large.value, QStringLiteral("52\u202F064"));
    QCOMPARE(large.delta, QStringLiteral("+52\u202F036 · more"));
}

void FigureTest::judgesByWhatIsBetter()
{
    Metrics::Values own = values(100), base = values(200);
    QCOMPARE(figureOf(QStringLiteral("virtualTimeMs"), own, &base).judgement, Judgement::Better);
    own.succeeded = 7;
    base.succeeded = 8;
    own.maxInFlight = 100;
    base.maxInFlight = 3;
    QCOMPARE(figureOf(QStringLiteral("succeeded"), own, &base).judgement, Judgement::Worse);
    QCOMPARE(figureOf(QStringLiteral("maxInFlight"), own, &base).judgement, Judgement::Neither);
    QCOMPARE(figureOf(QStringLiteral("attempts"), own, &base).judgement, Judgement::Same);
}

void FigureTest::nothingIsComparedWithNothing()
{
    const Metrics::Values own = values(100), base = values(200);
    QCOMPARE(figureOf(QStringLiteral("virtualTimeMs"), own, nullptr).delta, QString());
    const Figure none = figureOf(QStringLiteral("latencyMs.p95"), own, &base); // Nothing succeeded in either.
    QCOMPARE(none.value, QStringLiteral("–"));
    QCOMPARE(none.delta, QString());
}

void FigureTest::everyComparedKeyHasAName()
{
    for (const QString &key : comparedKeys()) {
        const Figure figure = figureOf(key, values(1), nullptr);
        QVERIFY2(!figure.name.isEmpty() && !figure.value.isEmpty(), qPrintable(key));
    }
}

QTEST_GUILESS_MAIN(FigureTest)
#include "figure_test.moc"
