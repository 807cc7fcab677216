// SPDX-License-Identifier: MIT
#include "model/find_query.h"

#include <QTest>

using namespace playground;

namespace {

using Kind = FindTerm::Kind;
using Compare = FindTerm::Compare;

std::vector<FindTerm> terms(const QString &text)
{
    const auto parsed = parseFindQuery(text);
    const auto *query = std::get_if<FindQuery>(&parsed);
    return query ? query->terms : std::vector<FindTerm>{FindTerm{.kind = Kind::Code, .value = -1}};
}

QString problem(const QString &text)
{
    const auto parsed = parseFindQuery(text);
    const auto *wrong = std::get_if<FindProblem>(&parsed);
    return wrong ? wrong->sentence : QString();
}

constexpr quint32 mask(auto value) { return quint32(1) << quint32(value); }

} // namespace

class FindQueryTest : public QObject {
    Q_OBJECT

private slots:
    void aBlankTextAsksForNothing();
    void readsRequests();
    void readsStatesAndEnds();
    void readsReasons();
    void readsNumbersAndLengths();
    void readsSeveralConditions();
    void aWrongQuerySaysWhatCanBeWritten();
    void everyWordOfTheHelpCanBeRead();
    void comparesNumbers();
};

void FindQueryTest::aBlankTextAsksForNothing()
{
    QVERIFY(terms(QString()).empty());
    QVERIFY(terms(QStringLiteral("  \t ")).empty());
}

void FindQueryTest::readsRequests()
{
    QCOMPARE(terms(QStringLiteral("#7")), (std::vector<FindTerm>{{.kind = Kind::Request, .value = 7, .most = 7}}));
    QCOMPARE(terms(QStringLiteral("#7..12")), (std::vector<FindTerm>{{.kind = Kind::Request, .value = 7, .most = 12}}));
}

void FindQueryTest::readsStatesAndEnds()
{
    const auto state = [](quint32 states) { return std::vector<FindTerm>{{.kind = Kind::State, .mask = states}}; };
    QCOMPARE(terms(QStringLiteral("failed")), state(mask(SpanState::Failed)));
    QCOMPARE(terms(QStringLiteral("FAILED")), state(mask(SpanState::Failed)));
    QCOMPARE(terms(QStringLiteral("backoff")), terms(QStringLiteral("back-off")));
    QCOMPARE(terms(QStringLiteral("timeout")), state(mask(SpanState::TimedOut)));
    QCOMPARE(terms(QStringLiteral("waiting")),
             state(mask(SpanState::Queued) | mask(SpanState::Token) | mask(SpanState::Backoff)));
    QCOMPARE(terms(QStringLiteral("dropped")),
             (std::vector<FindTerm>{{.kind = Kind::Outcome, .mask = mask(RequestOutcome::Dropped)}}));
}

void FindQueryTest::readsReasons()
{
    QCOMPARE(terms(QStringLiteral("reason:token")),
             (std::vector<FindTerm>{{.kind = Kind::Reason, .mask = mask(WaitReason::Token)}}));
    QCOMPARE(terms(QStringLiteral("reason=server")),
             (std::vector<FindTerm>{{.kind = Kind::Reason, .mask = mask(WaitReason::Server)}}));
}

void FindQueryTest::readsNumbersAndLengths()
{
    QCOMPARE(terms(QStringLiteral("attempt>2")),
             (std::vector<FindTerm>{{.kind = Kind::Attempt, .compare = Compare::Greater, .value = 2}}));
    QCOMPARE(terms(QStringLiteral("wait>=1.5s")),
             (std::vector<FindTerm>{{.kind = Kind::Wait, .compare = Compare::GreaterOrEqual, .value = 1'500'000'000}}));
    QCOMPARE(terms(QStringLiteral("work<5ms")),
             (std::vector<FindTerm>{{.kind = Kind::Work, .compare = Compare::Less, .value = 5'000'000}}));
    QCOMPARE(terms(QStringLiteral("code:503")), (std::vector<FindTerm>{{.kind = Kind::Code, .value = 503}}));
    QCOMPARE(terms(QStringLiteral("code:offline")), (std::vector<FindTerm>{{.kind = Kind::Code, .value = codeOffline}}));
    QCOMPARE(terms(QStringLiteral("try=0")), (std::vector<FindTerm>{{.kind = Kind::Try}}));
}

void FindQueryTest::readsSeveralConditions()
{
    const std::vector<FindTerm> all = terms(QStringLiteral(" #3  failed attempt>1 "));
    QCOMPARE(all.size(), size_t(3));
    QCOMPARE(all[0].kind, Kind::Request);
    QCOMPARE(all[1].kind, Kind::State);
    QCOMPARE(all[2].kind, Kind::Attempt);
}

void FindQueryTest::aWrongQuerySaysWhatCanBeWritten()
{
    const auto saysOf = [](const char *text) { return problem(QString::fromLatin1(text)); };
    QCOMPARE(saysOf("faild"), QStringLiteral("\"faild\" is not known; did you mean \"failed\"?"));
    QCOMPARE(saysOf("x"), QStringLiteral("\"x\" is not known. Write #7, failed, attempt>2, wait>300ms or reason:token, "
                                         "or several of them."));
    QCOMPARE(saysOf("failed #x"), QStringLiteral("\"#x\" is no request: write #7, or #7..12 for several."));
    QCOMPARE(saysOf("#0"),
             QStringLiteral("\"#0\" finds nothing: requests count from #1, and the larger number comes last."));
    QVERIFY(saysOf("#9..3").contains(QStringLiteral("the larger number comes last")));
    QVERIFY(saysOf("#99999999999999999999").contains(QStringLiteral("is no request")));
    QCOMPARE(saysOf("attempt"),
             QStringLiteral("\"attempt\" is not complete: write attempt>2, with one of > >= < <= =."));
    QCOMPARE(saysOf("wait>"), QStringLiteral("\"wait>\" is not complete: write wait>300ms, with one of > >= < <= =."));
    QCOMPARE(saysOf("wait>>3ms"),
             QStringLiteral("\"wait>>3ms\" is not complete: write wait>300ms, with one of > >= < <= =."));
    QCOMPARE(saysOf("wait>300"), QStringLiteral("\"300\" is no length of time: write a unit: \"300ms\"."));
    QCOMPARE(saysOf("wait>long"), QStringLiteral("\"long\" is no length of time: write wait>300ms."));
    QCOMPARE(saysOf("attempt>two"), QStringLiteral("\"two\" is no whole number: write attempt>2."));
    QCOMPARE(saysOf("reason:tokn"), QStringLiteral("Nobody waits for \"tokn\"; did you mean \"token\"?"));
    QVERIFY(saysOf("reason").startsWith(QStringLiteral("\"reason\" lacks the reason: write \"slot\", \"token\"")));
    QVERIFY(saysOf(QByteArray(5000, 'x').constData()).size() < 250);
}

void FindQueryTest::everyWordOfTheHelpCanBeRead()
{
    QVERIFY(findWords().size() > 20);
    for (const QString &word : findWords())
        QVERIFY2(problem(word).isEmpty(), qPrintable(word + QStringLiteral(": ") + problem(word)));
}

void FindQueryTest::comparesNumbers()
{
    const auto holds = [](Compare compare) {
        const FindTerm term{.kind = Kind::Attempt, .compare = compare, .value = 2};
        return std::array{term.compares(1), term.compares(2), term.compares(3)};
    };
    QCOMPARE(holds(Compare::Less), (std::array{true, false, false}));
    QCOMPARE(holds(Compare::LessOrEqual), (std::array{true, true, false}));
    QCOMPARE(holds(Compare::Equal), (std::array{false, true, false}));
    QCOMPARE(holds(Compare::GreaterOrEqual), (std::array{false, true, true}));
    QCOMPARE(holds(Compare::Greater), (std::array{false, false, true}));
}

QTEST_GUILESS_MAIN(FindQueryTest)
#include "find_query_test.moc"
