// SPDX-License-Identifier: MIT
#include "model/words.h"

#include <QSet>
#include <QTest>

using namespace playground;

namespace {

bool isComplete(const Term &term)
{
    return !term.name.isEmpty() && !term.name.endsWith(u'.') && term.help.endsWith(u'.') && !term.help.contains(u'\n');
}

} // namespace

class WordsTest : public QObject {
    Q_OBJECT

private slots:
    void existForEachState()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(SpanState::Cancelled); ++i) {
            QVERIFY(isComplete(stateTerm(SpanState(i))));
            names.insert(stateTerm(SpanState(i)).name);
        }
        QCOMPARE(names.size(), 8);
        QCOMPARE(stateTerm(SpanState::Token).name, QStringLiteral("Waits for token"));
    }

    void existForEachOutcome()
    {
        for (int i = 0; i <= int(RequestOutcome::Pending); ++i)
            QVERIFY(isComplete(outcomeTerm(RequestOutcome(i))));
    }

    void existForEachReason()
    {
        QVERIFY(reasonTerm(WaitReason::None).name.isEmpty());
        for (int i = 1; i <= int(WaitReason::Server); ++i)
            QVERIFY(isComplete(reasonTerm(WaitReason(i))));
    }

    void standWithinASentence()
    {
        for (int i = 0; i <= int(SpanState::Cancelled); ++i)
            QCOMPARE(stateWord(SpanState(i)), stateTerm(SpanState(i)).name.toLower());
        for (int i = 0; i <= int(RequestOutcome::Pending); ++i)
            QCOMPARE(outcomeWord(RequestOutcome(i)), outcomeTerm(RequestOutcome(i)).name.toLower());
    }

    void existForEachNumber()
    {
        for (const QString &key : metricKeys())
            QVERIFY2(isComplete(metricTerm(key)), qPrintable(key));
        QVERIFY(metricTerm(QStringLiteral("nothing")).name.isEmpty());
        QCOMPARE(metricTerm(QStringLiteral("virtualTimeMs")).name, QStringLiteral("Total time"));
    }

    void existForEachCode()
    {
        QCOMPARE(codeText(503), QStringLiteral("503"));
        QCOMPARE(codeText(codeOffline), QStringLiteral("offline"));
        QCOMPARE(codeText(codeNone), QString());
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
