// SPDX-License-Identifier: MIT
#include "model/json_syntax.h"

#include <QTest>

using namespace playground;

/// What QJsonDocument lets pass, or names wrongly. json_text_test.cpp tests the other faults.
class JsonSyntaxTest : public QObject {
    Q_OBJECT

private slots:
    void readsAValueThatStandsAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("null") << QByteArray("null") << QJsonValue(QJsonValue::Null);
        QTest::newRow("true") << QByteArray("true\n") << QJsonValue(true);
        QTest::newRow("number") << QByteArray(" 5 ") << QJsonValue(5);
        QTest::newRow("text") << QByteArray("\"x\"") << QJsonValue(QStringLiteral("x"));
    }

    void readsAValueThatStandsAlone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QJsonValue, value);
        const auto result = parseStrictly(text);
        QVERIFY(std::holds_alternative<QJsonValue>(result));
        QCOMPARE(std::get<QJsonValue>(result), value);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        const QString escape = QStringLiteral("this is not JSON: after a backslash in a text only \" \\ / b f n r t or u with "
                                              "four digits may follow (column %1)");
        const QString lineBreak = QStringLiteral("a text goes on behind the end of the line; close it with a double quote, or "
                                                 "write \\n for a line break in it (column %1)");
        const QString noNumber =
            QStringLiteral("this is not JSON, which knows no NaN and no infinity; write a number, or null for none");
        const QString noValue =
            QStringLiteral("this is not JSON: here a value is expected, such as \"text\", 5, true, null, [ ] or { }");
        QTest::newRow("escape") << QByteArray("{\n\"ä\": \"\\q\"}") << 2 << escape.arg(7);
        QTest::newRow("escape in a key") << QByteArray("{\"\\x\": 1}") << 1 << escape.arg(3);
        QTest::newRow("line break") << QByteArray("{\"a\":\n\"b\n\"}") << 2 << lineBreak.arg(3);
        QTest::newRow("a quote is missing") << QByteArray("{\"a\": \"b,\n\"c\": 1}") << 1 << lineBreak.arg(10);
        QTest::newRow("tab") << QByteArray("[\"a\tb\"]") << 1
                             << "a text holds a raw control character; write it as \\u0009 (column 4)";
        QTest::newRow("NaN") << QByteArray("{\"a\":\nNaN}") << 2 << noNumber;
        QTest::newRow("-Infinity") << QByteArray("[1, -Infinity]") << 1 << noNumber;
        QTest::newRow("a word") << QByteArray("{\"a\": yes}") << 1 << noValue;
        QTest::newRow("two values") << QByteArray("1, 2") << 1 << noValue;
        QTest::newRow("too large") << QByteArray("[1e999]") << 1
                                   << "this is not JSON: here a number is expected that is not beyond 1.7e308";
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, message);
        const auto result = parseStrictly(text);
        QVERIFY(std::holds_alternative<JsonFault>(result));
        QCOMPARE(std::get<JsonFault>(result).message, message);
        QCOMPARE(std::get<JsonFault>(result).line, line);
    }

    void takesEveryEscape()
    {
        const auto result = parseStrictly("\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00e4\"");
        QCOMPARE(std::get<QJsonValue>(result).toString(), QStringLiteral("\" \\ / \b \f \n \r \t ä"));
    }

    void namesTheFaultThatComesFirst()
    {
        const auto result = parseStrictly("// a \"quoted\ncomment\"\n{}");
        QVERIFY(std::get<JsonFault>(result).message.contains(QStringLiteral("here a value is expected")));
    }
};

QTEST_GUILESS_MAIN(JsonSyntaxTest)
#include "json_syntax_test.moc"
