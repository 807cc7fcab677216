// SPDX-License-Identifier: MIT
#include "cli/json_writer.h"

#include <QJsonArray>
#include <QtTest>

#include <limits>

using namespace playground;

/// JSON in the order in which it is told.
class JsonWriterTest : public QObject {
    Q_OBJECT

private slots:
    void keepsTheOrderOfKeys();
    void separatesWhatFollowsSomethingOnly();
    void beginsLines();
    void writesNumbersThatReadBackTheSame();
    void escapesText();
    void givesWhatIsNewPieceByPiece();
};

void JsonWriterTest::keepsTheOrderOfKeys()
{
    JsonWriter json;
    json.beginObject().key("z").value(1).key("a").value(true).key("m").null().end();
    QCOMPARE(json.bytes(), R"({"z":1,"a":true,"m":null})");
}

void JsonWriterTest::separatesWhatFollowsSomethingOnly()
{
    JsonWriter json;
    json.beginArray().beginObject().end().beginArray().end().value(1).value("x").end();
    QCOMPARE(json.bytes(), R"([{},[],1,"x"])");
}

void JsonWriterTest::beginsLines()
{
    JsonWriter json;
    json.beginArray().newLine().value(1).newLine().value(2).end();
    QCOMPARE(json.bytes(), "[\n1,\n2]");
}

void JsonWriterTest::writesNumbersThatReadBackTheSame()
{
    JsonWriter json;
    json.beginArray().value(0.1).value(1e300).value(qint64(1) << 62).value(std::numeric_limits<double>::infinity()).end();
    QCOMPARE(json.bytes(), "[0.1,1e+300,4611686018427387904,null]");
}

void JsonWriterTest::escapesText()
{
    JsonWriter json;
    json.beginArray().value(QStringLiteral("a\"b\n→")).value(QJsonValue(QJsonArray{1, "x"})).end();
    QCOMPARE(json.bytes(), QByteArray("[\"a\\\"b\\n→\",[1,\"x\"]]"));
}

void JsonWriterTest::givesWhatIsNewPieceByPiece()
{
    JsonWriter json;
    json.beginArray().value(1);
    QCOMPARE(json.take(), "[1");
    json.value(2).end();
    QCOMPARE(json.take(), ",2]");
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "json_writer_test.moc"
