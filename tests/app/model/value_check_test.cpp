// SPDX-License-Identifier: MIT
#include "model/value_check.h"

#include "model/list_check.h"
#include "model/parameter_builder.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace playground;

namespace {

bool isValid(const Parameter &parameter, const QJsonValue &value)
{
    return !checkValue(parameter, value, QStringLiteral("x"));
}

} // namespace

class ValueCheckTest : public QObject {
    Q_OBJECT

private slots:
    void includesTheBounds()
    {
        const Parameter limit = table::integer("limit", 1);
        QVERIFY(isValid(limit, 1));
        QVERIFY(isValid(limit, 1'000'000));
        QVERIFY(isValid(limit, 2.0));
        QVERIFY(!isValid(limit, 0));
        QVERIFY(!isValid(limit, 1'000'001));
        QVERIFY(!isValid(limit, 1.5));
        const Parameter rate = table::rate("rate", 1);
        QVERIFY(isValid(rate, 0.001));
        QVERIFY(!isValid(rate, 0.0009));
        const Parameter delay = table::duration("delay", "1s");
        QVERIFY(isValid(delay, QStringLiteral("0ns")));
        QVERIFY(isValid(delay, QStringLiteral("1440min")));
        QVERIFY(!isValid(delay, QStringLiteral("86400.000000001s")));
        const Parameter p = table::probability("p", 0);
        QVERIFY(isValid(p, 1));
        QVERIFY(!isValid(p, -0.1));
    }

    void takesNullOnlyWhereItMeansNone()
    {
        QVERIFY(isValid(table::optionalDuration("x"), QJsonValue::Null));
        QVERIFY(isValid(table::optionalInteger("x"), QJsonValue::Null));
        QVERIFY(!isValid(table::duration("x", "1s"), QJsonValue::Null));
        QVERIFY(!isValid(table::flag("x", true), QJsonValue::Null));
        QVERIFY(!isValid(table::text("x", QString()), QJsonValue::Null));
        QVERIFY(!isValid(table::flag("x", true), QJsonValue::Undefined));
    }

    void tellsTypesApart()
    {
        QVERIFY(!isValid(table::integer("x", 1), true));
        QVERIFY(!isValid(table::integer("x", 1), QStringLiteral("1")));
        QVERIFY(!isValid(table::flag("x", true), 1));
        QVERIFY(!isValid(table::text("x", QString()), 1));
        QVERIFY(!isValid(table::duration("x", "1s"), QJsonArray()));
        QVERIFY(!isValid(table::list("x", ListItems::Durations, QJsonArray()), QJsonObject()));
    }

    void showsValues()
    {
        QCOMPARE(shownValue(QJsonValue::Null), QStringLiteral("null"));
        QCOMPARE(shownValue(true), QStringLiteral("true"));
        QCOMPARE(shownValue(0.1), QStringLiteral("0.1"));
        QCOMPARE(shownValue(10'000'001), QStringLiteral("10000001"));
        QCOMPARE(shownValue(1e300), QStringLiteral("1e+300"));
        QCOMPARE(shownValue(QStringLiteral("a")), QStringLiteral("\"a\""));
        QCOMPARE(shownValue(QString(100, u'y')), QStringLiteral("\"%1…\"").arg(QString(40, u'y')));
        QCOMPARE(shownValue(QJsonArray()), QStringLiteral("an array"));
        QCOMPARE(shownValue(QJsonObject()), QStringLiteral("an object"));
        QCOMPARE(shownValue(QJsonValue::Undefined), QStringLiteral("nothing"));
    }

    void knowsTheKeysOfItems()
    {
        QStringList keys;
        for (const ListItems items : {ListItems::SourceItems, ListItems::TapeEvents}) {
            for (const Parameter &parameter : itemKind(items).parameters)
                keys.append(parameter.key);
        }
        QCOMPARE(keys.join(u' '), QStringLiteral("name at latency fails error at key click text"));
    }
};

QTEST_GUILESS_MAIN(ValueCheckTest)
#include "value_check_test.moc"
