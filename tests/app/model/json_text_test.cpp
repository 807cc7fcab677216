// SPDX-License-Identifier: MIT
#include "model/json_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace playground;

namespace {

JsonFault faultOf(const QByteArray &text)
{
    const auto result = parseJson(text);
    return std::holds_alternative<JsonFault>(result) ? std::get<JsonFault>(result)
                                                     : JsonFault{-1, {}, QStringLiteral("no fault")};
}

} // namespace

class JsonTextTest : public QObject {
    Q_OBJECT

private slots:
    void readsObjectsAndArrays()
    {
        QCOMPARE(std::get<QJsonValue>(parseJson("{\"a\": 1}")).toObject().value(QLatin1String("a")).toInt(), 1);
        QCOMPARE(std::get<QJsonValue>(parseJson(" [1, 2]\n")).toArray().size(), 2);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing") << QByteArray() << 0
                                 << "this is empty; a scenario is one JSON object, at least {\"version\": 1}";
        QTest::newRow("white space") << QByteArray(" \n\t ") << 0 << "this is empty";
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}") << 1
                                         << "byte order mark; save it as UTF-8 without one";
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << 1 << "this is UTF-16; save it as UTF-8";
        QTest::newRow("Latin-1") << QByteArray("{\n\"a\": 1,\n\"b\": \"\xe4\"}") << 3 << "not UTF-8";
        QTest::newRow("no comma") << QByteArray("{\n\"a\": 1\n\"b\": 2}") << 3 << "a comma";
        QTest::newRow("a comma too many") << QByteArray("{\"a\": 1,\n}") << 2 << "after a comma";
        QTest::newRow("no colon") << QByteArray("{\"a\" 1}") << 1 << "colon";
        QTest::newRow("no value") << QByteArray("{\"a\":\n\nx}") << 3 << "not JSON";
        QTest::newRow("single quotes") << QByteArray("{'a': 1}") << 1 << "double quotes";
        QTest::newRow("open text") << QByteArray("{\"a\": \"b") << 1 << "closing double quote";
        QTest::newRow("open array") << QByteArray("[1") << 1 << "closing ]";
        QTest::newRow("comment") << QByteArray("// hello\n{}") << 1 << "a value is expected";
        QTest::newRow("more behind the end") << QByteArray("{}\n{}") << 2 << "more text behind the end";
        QTest::newRow("1e999") << QByteArray("{\"a\":\n1e999}") << 2 << "not beyond 1.7e308";
        QTest::newRow("bad escape") << QByteArray("{\"a\": \"\\u12\"}") << 1 << "backslash";
        QTest::newRow("very deep") << QByteArray(100'000, '[') << 1 << "nested too deeply";
        QTest::newRow("very large") << QByteArray(17 * 1024 * 1024, ' ') << 0
                                    << "17 MB; a scenario may have at most 16 MiB";
        QTest::newRow("binary") << QByteArray("\x00\x01\x02{", 4) << 1 << "not JSON";
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, part);
        const JsonFault fault = faultOf(text);
        QVERIFY2(fault.message.contains(part), qPrintable(fault.message));
        QCOMPARE(fault.line, line);
    }

    void findsDoubledKeys_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        QTest::newRow("on top") << QByteArray("{\n\"a\": 1,\n\"b\": 2,\n\"a\": 3}") << 4
                                << "the key \"a\" is given twice, first in line 2; remove one of them";
        QTest::newRow("inside") << QByteArray("{\"a\": {\"b\": [{}, {\"c\": 1,\n \"c\": 1}]}}") << 2
                                << "the key \"a.b.1.c\" is given twice, first in line 1; remove one of them";
        QTest::newRow("written in two ways") << QByteArray("{\"a\": 1, \"\\u0061\": 2}") << 1
                                             << "the key \"a\" is given twice, first in line 1; remove one of them";
        QTest::newRow("behind a brace in a text")
            << QByteArray("{\"x\": \"}\\\"{,\", \"a\": 1, \"a\": 2}") << 1
            << "the key \"a\" is given twice, first in line 1; remove one of them";
    }

    void findsDoubledKeys()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, message);
        QCOMPARE(faultOf(text).message, message);
        QCOMPARE(faultOf(text).line, line);
    }

    void takesEqualKeysOfDifferentObjects()
    {
        QCOMPARE(faultOf("{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 2}]}").line, -1);
    }

    void findsTheLineOfAPath()
    {
        const QByteArray text = "{\n  \"source\": {\"kind\": \"count\",\n    \"count\": 8},\n  \"policies\": [\n    "
                                "{\"kind\": \"retry\"},\n    {\"kind\":\n \"timeout\"}\n  ],\n"
                                "  \"challenge\": {\n    \"latencyMs.p95\": \"<= 1\"}\n}";
        QCOMPARE(lineOfPath(text, QStringLiteral("source")), 2);
        QCOMPARE(lineOfPath(text, QStringLiteral("source.count")), 3);
        QCOMPARE(lineOfPath(text, QStringLiteral("policies.1.kind")), 6);
        QCOMPARE(lineOfPath(text, QStringLiteral("policies.1.after")), 6); // The policy is there, the key is not.
        QCOMPARE(lineOfPath(text, QStringLiteral("challenge.latencyMs.p95")), 10);
        QCOMPARE(lineOfPath(text, QStringLiteral("nothing")), 1);
        QCOMPARE(lineOfPath(text, QString()), 1);
    }

    void findsANumberAsItIsWritten()
    {
        const QByteArray text = "{\"a\": 1e99, \"b\\\"\": {\"c\": [ 2.50,-0, \"7\", [1E+2]]} , \"d\":true, \"e.f\" : 3 }";
        const auto at = [&](const char *path) { return numberAt(text, QString::fromUtf8(path)); };
        QCOMPARE(at("a"), "1e99");
        QCOMPARE(at("b\".c.0"), "2.50");
        QCOMPARE(at("b\".c.1"), "-0");
        QCOMPARE(at("b\".c.2"), ""); // A text.
        QCOMPARE(at("b\".c.3"), ""); // An array.
        QCOMPARE(at("b\".c.3.0"), "1E+2");
        QCOMPARE(at("b\".c.4"), "");
        QCOMPARE(at("d"), "");
        QCOMPARE(at("e.f"), "3");
        QCOMPARE(at("e"), "");
        QCOMPARE(at(""), "");
    }

    void isNotSlowedDownByALongPath()
    {
        // Building the path of each number would copy 400 GB.
        QByteArray text = "{\"" + QByteArray(4'000'000, 'k') + "\": [";
        for (int i = 0; i < 100'000; ++i)
            text += "1, ";
        text += "{\"a\": 1, \"a\": 2}]}";
        const JsonFault fault = faultOf(text);
        QCOMPARE(fault.line, 1);
        QVERIFY(fault.message.size() < 250);
    }

    void readsManyItemsInGoodTime()
    {
        QByteArray text = "{\"items\": [";
        for (int i = 0; i < 100'000; ++i)
            text += "{\"name\": \"n\", \"at\": \"1ms\"},\n";
        text += "{\"name\": \"last\"}]}";
        QCOMPARE(std::get<QJsonValue>(parseJson(text)).toObject().value(QLatin1String("items")).toArray().size(),
                 100'001);
        QCOMPARE(lineOfPath(text, QStringLiteral("items.100000.name")), 100'001);
    }
};

QTEST_GUILESS_MAIN(JsonTextTest)
#include "json_text_test.moc"
