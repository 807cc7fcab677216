// SPDX-License-Identifier: MIT
#include "view/value_scale.h"

#include <QTest>

using namespace playground;

namespace {

ValueScale scaleOf(const char *group, const char *kind, const char *key)
{
    return ValueScale(*findKind(QLatin1String(group), QLatin1String(kind))->parameter(QLatin1String(key)));
}

ValueScale backoff() { return scaleOf("policy", "retry", "base"); }
ValueScale limit() { return scaleOf("pattern", "parallel-map", "limit"); }
ValueScale jitter() { return scaleOf("policy", "retry", "jitter"); }
ValueScale factor() { return scaleOf("policy", "retry", "factor"); }
ValueScale within() { return scaleOf("policy", "retry", "within"); }
ValueScale chance() { return scaleOf("failure", "probability", "p"); }

} // namespace

class ValueScaleTest : public QObject {
    Q_OBJECT

private slots:
    void saysValuesWithTheirUnit()
    {
        QCOMPARE(backoff().text("300ms"), "300 ms");
        QCOMPARE(backoff().text("1180ms"), "1.18 s");
        QCOMPARE(backoff().text("0ms"), "0 ms");
        QCOMPARE(backoff().text("1500us"), "1.5 ms");
        QCOMPARE(limit().text(3), "3");
        QCOMPARE(factor().text(2), "× 2");
        QCOMPARE(jitter().text(0.2), "± 20 %");
        QCOMPARE(jitter().text("full"), "full");
        QCOMPARE(jitter().text("none"), "none");
        QCOMPARE(chance().text(0.1), "10 %");
        QCOMPARE(within().text(QJsonValue::Null), "none");
        QCOMPARE(scaleOf("source", "poisson", "rate").text(10), "10 / s");
    }

    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::newRow("without space") << "250ms"
                                       << "250ms";
        QTest::newRow("with space") << "250 ms"
                                    << "250ms";
        QTest::newRow("seconds") << "1.5s"
                                 << "1.5s";
        QTest::newRow("decimal comma") << "1,5 s"
                                       << "1.5s";
        QTest::newRow("bare number means ms") << "70"
                                              << "70ms";
        QTest::newRow("micro sign") << "5 µs"
                                    << "5us";
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, value);
        const auto parsed = backoff().parse(typed);
        QVERIFY(parsed);
        QCOMPARE(parsed->toString(), value);
    }

    void readsNumbersWithTheirDecoration()
    {
        QCOMPARE(*chance().parse("25 %"), QJsonValue(0.25));
        QCOMPARE(*chance().parse("25"), QJsonValue(0.25));
        QCOMPARE(*factor().parse("× 1.5"), QJsonValue(1.5));
        QCOMPARE(*jitter().parse("± 30 %"), QJsonValue(0.3));
        QCOMPARE(*jitter().parse("Full"), QJsonValue("full"));
        QCOMPARE(*jitter().parse("none"), QJsonValue("none"));
        QVERIFY(within().parse("")->isNull());
        QVERIFY(within().parse("none")->isNull());
    }

    void refusesWhatIsNoSuchValue()
    {
        QVERIFY(!limit().parse("0"));
        QVERIFY(!limit().parse("2.5"));
        QVERIFY(!limit().parse("many"));
        QVERIFY(!limit().parse(""));
        QVERIFY(!chance().parse("101 %"));
        QVERIFY(!chance().parse("nan"));
        QVERIFY(!backoff().parse("25h"));
        QVERIFY(!backoff().parse("-1ms"));
        QVERIFY(!backoff().parse("1 s and a half"));
    }

    void positionsRunFromEndToEnd()
    {
        QCOMPARE(limit().position(1), 0.0);
        QCOMPARE(limit().position(16), 1.0);
        QCOMPARE(limit().valueAt(0), QJsonValue(1));
        QCOMPARE(limit().valueAt(1), QJsonValue(16));
        QCOMPARE(backoff().valueAt(0), QJsonValue("0ms"));
        QCOMPARE(backoff().valueAt(1), QJsonValue("2s"));
        // Beyond the slider's range the handle stands at its end.
        QCOMPARE(limit().position(1000), 1.0);
    }

    void everyWholeNumberOfASmallRangeCanBeReached()
    {
        const ValueScale scale = limit();
        for (int value = 1; value <= 16; ++value)
            QCOMPARE(scale.valueAt(scale.position(value)), QJsonValue(value));
    }

    void dragsRoundDurations()
    {
        const ValueScale scale = backoff();
        QCOMPARE(scale.valueAt(scale.position("300ms")), QJsonValue("300ms"));
        QCOMPARE(scale.valueAt(0.5), QJsonValue("500ms"));
        QCOMPARE(scale.valueAt(0.51), QJsonValue("520ms"));
        QCOMPARE(scale.valueAt(0.01), QJsonValue("0ms"));
    }

    void aWordStandsAtTheRightEnd()
    {
        QCOMPARE(jitter().position("full"), 1.0);
        QCOMPARE(jitter().position("none"), 0.0);
        QVERIFY(jitter().position(1) < 0.95);
        QCOMPARE(jitter().valueAt(1), QJsonValue("full"));
        QCOMPARE(within().valueAt(1), QJsonValue(QJsonValue::Null));
    }

    void stepsSuitTheValue()
    {
        QCOMPARE(backoff().stepped("300ms", 1), QJsonValue("310ms"));
        QCOMPARE(backoff().stepped("100ms", -1), QJsonValue("99ms"));
        QCOMPARE(backoff().stepped("1s", 1), QJsonValue("1.1s"));
        QCOMPARE(backoff().stepped("0ms", -1), QJsonValue("0ms"));
        QCOMPARE(limit().stepped(3, 1), QJsonValue(4));
        QCOMPARE(limit().stepped(1, -1), QJsonValue(1));
        QCOMPARE(limit().stepped(3, 10), QJsonValue(13));
        QCOMPARE(factor().stepped(2, 1), QJsonValue(2.1));
        QCOMPARE(chance().stepped(0.1, -1), QJsonValue(0.09));
        QCOMPARE(jitter().stepped(1, 1), QJsonValue("full"));
        QCOMPARE(jitter().stepped("full", -1), QJsonValue(1));
    }

    void everyNumberOfTheTableKeepsItsDefault()
    {
        for (const Kind &kind : allKinds()) {
            for (const Parameter &parameter : kind.parameters) {
                if (!ValueScale::fits(parameter))
                    continue;
                const ValueScale scale(parameter);
                const auto parsed = scale.parse(scale.text(parameter.defaultValue));
                QVERIFY2(parsed && *parsed == parameter.defaultValue, qPrintable(kind.id + '.' + parameter.key));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ValueScaleTest)
#include "value_scale_test.moc"
