// SPDX-License-Identifier: MIT
#include "model/trace.h"

#include "app/model/trace_builder.h"

#include <QTest>

using namespace playground;
using namespace std::chrono_literals;

class TraceTest : public QObject {
    Q_OBJECT

private slots:
    void keepsTextsOfAnyKind()
    {
        Trace trace;
        QCOMPARE(trace.addText(QStringLiteral("GET /pages/1")), 0);
        QCOMPARE(trace.addText(QString()), 1);
        QCOMPARE(trace.addText(QStringLiteral("Grüße, 日本")), 2);
        QCOMPARE(trace.text(0), QStringLiteral("GET /pages/1"));
        QCOMPARE(trace.text(1), QString());
        QCOMPARE(trace.text(2), QStringLiteral("Grüße, 日本"));
        QCOMPARE(trace.text(-1), QString());
        QCOMPARE(trace.text(3), QString());
    }

    void findsParts()
    {
        Trace trace;
        trace.appendPart(0, {3, partkind::slots_, QStringLiteral("pattern"), QStringLiteral("Parallel map")});
        QCOMPARE(trace.part(3)->name, QStringLiteral("Parallel map"));
        QVERIFY(!trace.part(0));
        QCOMPARE(trace.records()[0].kind, EventKind::Part);
        QCOMPARE(trace.records()[0].part, quint16(3));
    }

    void keepsLevels()
    {
        Trace trace;
        const Level tokens{QStringLiteral("tokens"), 2.5, 10, 5};
        const Level breaker{QStringLiteral("breaker"), 1, 0, {}};
        trace.appendLevel(7, 2, tokens);
        trace.appendLevel(8, 3, breaker);
        trace.appendLevel(9, 2, {QStringLiteral("tokens"), -0.125, -1.5, 0});
        QCOMPARE(trace.level(trace.records()[0]), tokens);
        QCOMPARE(trace.level(trace.records()[1]), breaker);
        QCOMPARE(trace.level(trace.records()[2]), (Level{QStringLiteral("tokens"), -0.125, -1.5, 0}));
        QCOMPARE(trace.records()[0].t, 7);
        QCOMPARE(trace.records()[0].part, quint16(2));
    }

    void keepsEveryLimitToItsLastBit()
    {
        const std::vector<double> limits{0.3, 0, 1e-9, 4294967295.0, 1e300, 5e-324, 0.1 + 0.2};
        Trace trace;
        for (const double limit : limits)
            trace.appendLevel(1, 2, {QStringLiteral("timer"), 0.15, -1, limit});
        for (size_t i = 0; i < limits.size(); ++i)
            QVERIFY(trace.level(trace.records()[i]) == (Level{QStringLiteral("timer"), 0.15, -1, limits[i]}));
        Trace joined;
        joined.append(trace.piece(0, 2));
        joined.append(trace.piece(2, 5));
        QVERIFY(joined == trace);
    }

    void keepsEditsAndMarks()
    {
        Trace trace;
        const EditText edit{QStringLiteral("pattern.limit"), QStringLiteral("3"), QStringLiteral("8")};
        trace.appendEdit(5, edit);
        trace.appendMark(6, QStringLiteral("here"));
        QCOMPARE(trace.edit(trace.records()[0]), edit);
        QCOMPARE(trace.text(trace.records()[1].b), QStringLiteral("here"));
    }

    void appendsABatchWithItsTables()
    {
        Trace first;
        first.appendPart(0, {1, partkind::slots_, QStringLiteral("pattern"), QStringLiteral("A")});
        first.appendLevel(0, 1, {QStringLiteral("limit"), 3, 0, {}});
        first.appendMark(1, QStringLiteral("one"));
        Trace second;
        second.appendPart(2, {2, partkind::retry, QStringLiteral("policies.0"), QStringLiteral("B")});
        second.appendLevel(2, 2, {QStringLiteral("tokens"), 1, 0, {}});
        second.appendLevel(2, 1, {QStringLiteral("limit"), 8, 0, {}});
        second.appendMark(3, QStringLiteral("two"));
        Record arrival;
        arrival.kind = EventKind::Arrive;
        arrival.request = 1;
        arrival.b = -1;
        second.append(arrival);

        Trace whole = first;
        whole.append(second);
        QCOMPARE(whole.size(), 8);
        QCOMPARE(whole.parts().size(), std::size_t(2));
        QCOMPARE(whole.parts()[size_t(whole.records()[3].b)].name, QStringLiteral("B"));
        QCOMPARE(whole.level(whole.records()[4]).name, QStringLiteral("tokens"));
        QCOMPARE(whole.level(whole.records()[5]).name, QStringLiteral("limit"));
        QCOMPARE(whole.text(whole.records()[6].b), QStringLiteral("two"));
        QCOMPARE(whole.records()[7].b, -1);
    }

    void isTheSameWhetherItCameInOnePieceOrInMany()
    {
        TraceBuilder whole;
        whole.part(1, partkind::slots_).arrive(1, QStringLiteral("a")).at(1ms).arrive(2, QStringLiteral("b")).end();
        Trace pieces;
        TraceBuilder one, two;
        one.part(1, partkind::slots_).arrive(1, QStringLiteral("a"));
        two.at(1ms).arrive(2, QStringLiteral("b")).end();
        pieces.append(one);
        pieces.append(two);
        QVERIFY(pieces == whole.trace());
    }

    void aPieceBringsItsTables()
    {
        Trace trace;
        trace.appendPart(0, {1, "slots", "pattern", "Parallel map"});
        trace.appendLevel(5, 1, {"limit", 3, 0, 3});
        trace.appendMark(7, "first");
        trace.appendEdit(9, {"pattern.limit", "3", "4"});
        Trace joined = trace.piece(0, 2);
        QCOMPARE(joined.size(), 2);
        joined.append(trace.piece(2, 2));
        QVERIFY(joined == trace);
        QCOMPARE(trace.piece(2, 1).text(trace.piece(2, 1).records()[0].b), "first");
        QCOMPARE(trace.piece(3, 0).size(), 0);
    }

    void isEmptyWhenCleared()
    {
        Trace trace;
        trace.appendMark(0, QStringLiteral("x"));
        trace.clear();
        QVERIFY(trace == Trace());
    }
};

QTEST_GUILESS_MAIN(TraceTest)
#include "trace_test.moc"
