// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include "cli/bad_input.h"

#include <QtTest>

using namespace playground;

namespace {

const std::vector<Option> options{{"--set", "KEY=VALUE", "", true}, {"--seed", "N", ""}, {"--json", "", ""}};

QString complaint(const QStringList &words)
{
    try {
        const Arguments arguments(words, options, 1);
    } catch (const BadInput &problem) {
        return problem.sentence();
    }
    return {};
}

} // namespace

/// How the words behind a command are read.
class ArgumentsTest : public QObject {
    Q_OBJECT

private slots:
    void readsValuesBehindAndWithAnEqualsSign();
    void keepsTheOrderOfARepeatedOption();
    void readsFlagsAndOperandsInAnyOrder();
    void takesEverythingBehindTwoDashesAsOperand();
    void takesASingleDashAsValueAndOperand();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void ArgumentsTest::readsValuesBehindAndWithAnEqualsSign()
{
    QCOMPARE(Arguments({"--seed", "7"}, options, 1).value("--seed"), "7");
    QCOMPARE(Arguments({"--seed=7"}, options, 1).value("--seed"), "7");
    QCOMPARE(Arguments({"--seed=--json"}, options, 1).value("--seed"), "--json");
    QCOMPARE(Arguments({"--set", "a=b=c"}, options, 1).value("--set"), "a=b=c");
    QCOMPARE(Arguments({}, options, 1).value("--seed", "none"), "none");
}

void ArgumentsTest::keepsTheOrderOfARepeatedOption()
{
    QCOMPARE(Arguments({"--set", "a=1", "--set=b=2", "--set", "a=3"}, options, 1).values("--set"), (QStringList{"a=1", "b=2", "a=3"}));
}

void ArgumentsTest::readsFlagsAndOperandsInAnyOrder()
{
    const Arguments arguments({"--json", "eight-fetches", "--seed", "-1"}, options, 1);
    QVERIFY(arguments.has("--json"));
    QVERIFY(!arguments.has("--set"));
    QCOMPARE(arguments.operands(), QStringList{"eight-fetches"});
    QCOMPARE(arguments.value("--seed"), "-1");
}

void ArgumentsTest::takesEverythingBehindTwoDashesAsOperand()
{
    QCOMPARE(Arguments({"--", "--seed"}, options, 1).operands(), QStringList{"--seed"});
}

void ArgumentsTest::takesASingleDashAsValueAndOperand()
{
    QCOMPARE(Arguments({"--seed", "-"}, options, 1).value("--seed"), "-");
    QCOMPARE(Arguments({"-"}, options, 1).operands(), QStringList{"-"});
}

void ArgumentsTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown, near") << QStringList{"--sede", "1"} << R"(--sede is not an option here; did you mean "--seed"?)";
    QTest::newRow("unknown, far") << QStringList{"--colour"} << R"(--colour is not an option here; known: "--set", "--seed" and "--json")";
    QTest::newRow("doubled") << QStringList{"--seed", "1", "--seed=2"} << "--seed was given twice; give it once";
    QTest::newRow("no value") << QStringList{"--seed"} << "--seed needs a value: --seed N";
    QTest::newRow("an option for a value") << QStringList{"--seed", "--json"} << R"(--seed needs a value before "--json": --seed N)";
    QTest::newRow("an option with a value for a value")
        << QStringList{"--set", "--seed=3"} << R"(--set needs a value before "--seed=3": --set KEY=VALUE)";
    QTest::newRow("the end of options for a value") << QStringList{"--seed", "--", "a"} << R"(--seed needs a value before "--": --seed N)";
    QTest::newRow("value of a flag") << QStringList{"--json=yes"} << R"(--json takes no value; write it without "=yes")";
    QTest::newRow("too many operands") << QStringList{"a", "b"} << R"("b" is one word too many; remove it)";
}

void ArgumentsTest::saysWhatIsWrong()
{
    QFETCH(QStringList, words);
    QFETCH(QString, sentence);
    QCOMPARE(complaint(words), sentence);
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "arguments_test.moc"
