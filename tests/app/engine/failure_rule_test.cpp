// SPDX-License-Identifier: MIT
#include "engine/failure_rule.h"

#include "app/engine/run_scenario.h"
#include "model/luck.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

FailureRule ruleOf(const QString &json, const std::vector<SourceItem> &items = {})
{
    return FailureRule(scenarioWith({{"backend.failure", json}}).backend.failure, items);
}

asyncade::Span attempt(quint32 request, quint16 tryNumber = 1) { return {.request = request, .tryNumber = tryNumber}; }

/// The requests from 1 to 12 whose try fails.
QList<int> failing(const FailureRule &rule, quint16 tryNumber = 1)
{
    QList<int> requests;
    for (quint32 request = 1; request <= 12; ++request) {
        if (rule.of(7, attempt(request, tryNumber)))
            requests << int(request);
    }
    return requests;
}

} // namespace

/// Which attempts fail.
class FailureRuleTest : public QObject {
    Q_OBJECT

private slots:
    void never();
    void byChanceFollowsTheLuckOfTheAttempt();
    void firstAttemptsOfEachRequest();
    void everyNthRequestByItsNumber();
    void namedByNumberAndByName();
    void saysHowAndWhen();
};

void FailureRuleTest::never() { QCOMPARE(failing(ruleOf("never")), QList<int>()); }

void FailureRuleTest::byChanceFollowsTheLuckOfTheAttempt()
{
    QCOMPARE(failing(ruleOf(R"({"kind":"probability","p":0})")), QList<int>());
    QCOMPARE(failing(ruleOf(R"({"kind":"probability","p":1})")).size(), 12);
    const FailureRule rule = ruleOf(R"({"kind":"probability","p":0.3})");
    for (quint32 request = 1; request <= 100; ++request)
        QCOMPARE(rule.of(7, attempt(request, 2)).has_value(), draw(7, LuckStream::Failure, request, 2, 0) < 0.3);
}

void FailureRuleTest::firstAttemptsOfEachRequest()
{
    const FailureRule rule = ruleOf(R"({"kind":"first","attempts":2})");
    QCOMPARE(failing(rule, 2).size(), 12);
    QCOMPARE(failing(rule, 3).size(), 0);
    QCOMPARE(failing(ruleOf(R"({"kind":"first","attempts":"always"})"), 100).size(), 12);
}

void FailureRuleTest::everyNthRequestByItsNumber()
{
    const FailureRule rule = ruleOf(R"({"kind":"every","n":5})");
    QCOMPARE(failing(rule), (QList<int>{5, 10}));
    QCOMPARE(failing(rule, 2), QList<int>());
    QCOMPARE(failing(ruleOf(R"({"kind":"every","n":5,"attempts":2})"), 2), (QList<int>{5, 10}));
}

void FailureRuleTest::namedByNumberAndByName()
{
    std::vector<SourceItem> items(3);
    items[0].name = "user";
    items[2].name = "posts";
    Scenario scenario = scenarioWith({{"source", R"({"kind":"list","items":[{"name":"user"},{"name":"ads"},{"name":"posts"}]})"},
                                      {"backend.failure", R"({"kind":"named","requests":[2,"posts"]})"}});
    const FailureRule rule(scenario.backend.failure, items);
    QCOMPARE(failing(rule), (QList<int>{2, 3}));
    QCOMPARE(failing(rule, 2), QList<int>());
}

void FailureRuleTest::saysHowAndWhen()
{
    const FailureRule plain = ruleOf(R"({"kind":"first"})");
    QCOMPARE(plain.of(1, attempt(1))->code, 503);
    QVERIFY(!plain.after());
    const FailureRule quick = ruleOf(R"({"kind":"first","error":429,"after":"5ms"})");
    QCOMPARE(quick.of(1, attempt(1))->code, 429);
    QCOMPARE(*quick.after(), 5ms);
    QCOMPARE(ruleOf(R"({"kind":"first","error":"offline"})").of(1, attempt(1))->code, codeOffline);
    QVERIFY(ruleOf(R"({"kind":"first","error":"hang"})").of(1, attempt(1))->hang);
}

QTEST_GUILESS_MAIN(FailureRuleTest)
#include "failure_rule_test.moc"
