// SPDX-License-Identifier: MIT
#include "model/named_requests.h"

#include "model/scenario_json.h"
#include "model/scenario_writer.h"

#include <QTest>

using namespace playground;

namespace {

const QString users = R"({"kind":"list","items":[{"name":"user"},{"name":"posts"},{"name":"user"}]})";

Scenario failingFor(const QString &requests)
{
    return std::get<Scenario>(withSettings(Scenario(), {{"source", users}, {"backend.failure", R"({"kind":"named","requests":)" + requests + "}"}}));
}

} // namespace

class NamedRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void knowsTheNamesOfTheSource()
    {
        QVERIFY(!checkNamedRequests(Scenario()));
        QVERIFY(!checkNamedRequests(failingFor("[]")));
        QVERIFY(!checkNamedRequests(failingFor(R"([9, "user", "posts"])")));
    }

    void findsTheFirstThatIsUnknown()
    {
        Scenario scenario = failingFor(R"([9, "user", "posts"])");
        scenario.source = Scenario().source;
        const auto fault = checkNamedRequests(scenario);
        QVERIFY(fault);
        QCOMPARE(fault->path, "backend.failure.requests.1");
    }

    void takesAwayNamesThatAreForeign()
    {
        QJsonObject json = scenarioToJson(failingFor(R"([9, "user", "posts"])"));
        const auto none = [](const QString &) { return false; };
        QCOMPARE(withoutForeignNames(json, none), json);
        json.insert("source", QJsonObject{{"kind", "count"}});
        const auto requests = [](const QJsonObject &scenario) {
            return scenario.value("backend").toObject().value("failure").toObject().value("requests").toArray();
        };
        QCOMPARE(requests(withoutForeignNames(json, none)), QJsonArray{9});
        const auto last = [](const QString &path) { return path == "backend.failure.requests.2"; };
        QCOMPARE(requests(withoutForeignNames(json, last)), (QJsonArray{9, "posts"}));
        QCOMPARE(withoutForeignNames({{"backend", "flaky"}}, none), (QJsonObject{{"backend", "flaky"}}));
    }
};

QTEST_GUILESS_MAIN(NamedRequestsTest)
#include "named_requests_test.moc"
