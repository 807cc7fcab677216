// SPDX-License-Identifier: MIT
#include "app/engine/run_scenario.h"
#include "model/packed_rows.h"
#include "support/seeds.h"

#include <asyncade/error_hook.h>

using namespace playground;
using support::Luck;

namespace {

QString word(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }

/// Some of few times, so that many things happen at the same instant.
QString time(Luck &luck, int leastTens, int mostTens) { return QStringLiteral("\"%1ms\"").arg(10 * luck.between(leastTens, mostTens)); }

QString listOf(int count, const std::function<QString(int at)> &item, Luck &luck)
{
    QStringList items;
    int at = 0;
    for (int i = 0; i < count; ++i) {
        items << item(at);
        at += 10 * luck.below(12);
    }
    return items.join(u',');
}

QString sourceOf(int kind, Luck &luck)
{
    const int count = luck.below(13);
    switch (kind) {
    case 0: return QStringLiteral(R"({"kind":"count","count":%1})").arg(count);
    case 1: {
        const auto item = [&](int at) {
            const QString fails = luck.onceIn(4) ? QStringLiteral(R"(,"fails":%1)").arg(luck.between(1, 2)) : QString();
            return QStringLiteral(R"({"name":"x","at":"%1ms","latency":%2%3})").arg(at).arg(time(luck, 0, 15), fails);
        };
        return QStringLiteral(R"({"kind":"list","items":[%1]})").arg(listOf(count, item, luck));
    }
    case 2: return QStringLiteral(R"({"kind":"interval","count":%1,"every":%2})").arg(count).arg(time(luck, 1, 10));
    case 3: return QStringLiteral(R"({"kind":"poisson","count":%1,"rate":%2})").arg(count).arg(luck.between(5, 50));
    case 4:
        return QStringLiteral(R"({"kind":"bursts","count":%1,"size":%2,"every":%3,"spacing":%4})")
            .arg(count)
            .arg(luck.between(1, 5))
            .arg(time(luck, 1, 20), time(luck, 0, 5));
    default: {
        const QString events = listOf(count, [](int at) { return QStringLiteral(R"({"at":"%1ms","key":"k"})").arg(at); }, luck);
        return QStringLiteral(R"({"kind":"tape","events":[%1],"end":"%2ms"})").arg(events).arg(2000 * luck.below(2) + 120 * count);
    }
    }
}
constexpr int sourceKinds = 6;

/// A pattern, and edits of it that are right whatever has been edited before.
struct PatternText {
    QString json;
    QStringList edits;
};

PatternText patternOf(int kind, Luck &luck)
{
    const QString onError = luck.onceIn(2) ? QStringLiteral("stop") : QStringLiteral("collect");
    const QString size = luck.onceIn(3) ? QStringLiteral("null") : QString::number(luck.between(1, 5));
    const auto edit = [](const char *key, const QString &value) { return QStringLiteral(R"("pattern.%1":%2)").arg(QLatin1String(key), value); };
    switch (kind) {
    case 0: return {QStringLiteral(R"({"kind":"sequential","onError":"%1"})").arg(onError), {}};
    case 1: return {R"({"kind":"gather"})", {}};
    case 2: return {R"({"kind":"gather-safe"})", {}};
    case 3:
        return {QStringLiteral(R"({"kind":"batch","size":%1,"delay":%2,"pace":"%3","onError":"%4"})")
                    .arg(luck.between(1, 5))
                    .arg(time(luck, 0, 20), luck.onceIn(2) ? QStringLiteral("after-end") : QStringLiteral("start-to-start"), onError),
                {edit("size", QString::number(luck.between(1, 6))), edit("delay", time(luck, 0, 30))}};
    case 4:
        return {QStringLiteral(R"({"kind":"parallel-map","limit":%1,"onError":"%2"})").arg(luck.between(1, 5)).arg(onError),
                {edit("limit", QString::number(luck.between(1, 6)))}};
    case 5: {
        const QString budget = luck.onceIn(2) ? QStringLiteral(R"("window":"1s")") : QStringLiteral(R"("burst":%1)").arg(luck.between(1, 4));
        return {QStringLiteral(R"({"kind":"rate-limit","rate":%1,%2,"limit":%3,"onError":"%4"})").arg(luck.between(2, 20)).arg(budget, size, onError),
                {edit("rate", QString::number(luck.between(2, 20))), edit("limit", QString::number(luck.between(1, 6)))}};
    }
    case 6: {
        const bool trailing = !luck.onceIn(3);
        const QString maxWait = luck.onceIn(2) ? QStringLiteral("null") : time(luck, 10, 30);
        return {QStringLiteral(R"({"kind":"debounce","delay":%1,"leading":%2,"trailing":%3,"maxWait":%4,"overlap":%5})")
                    .arg(time(luck, 0, 10), word(!trailing || luck.onceIn(2)), word(trailing), maxWait, word(luck.onceIn(2))),
                {edit("delay", time(luck, 0, 10)), edit("maxWait", luck.onceIn(3) ? QStringLiteral("null") : time(luck, 10, 20))}};
    }
    case 7: {
        const bool trailing = !luck.onceIn(3);
        return {QStringLiteral(R"({"kind":"throttle","delay":%1,"mode":"%2","leading":%3,"trailing":%4})")
                    .arg(time(luck, 0, 15), luck.onceIn(3) ? QStringLiteral("pace") : QStringLiteral("drop"), word(!trailing || luck.onceIn(2)), word(trailing)),
                {edit("delay", time(luck, 0, 15))}};
    }
    case 8: return {QStringLiteral(R"({"kind":"race","size":%1})").arg(size), {}};
    case 9: return {QStringLiteral(R"({"kind":"any","size":%1})").arg(size), {}};
    default:
        return {QStringLiteral(R"({"kind":"batcher","size":%1,"delay":%2})").arg(luck.between(1, 5)).arg(time(luck, 0, 20)),
                {edit("size", QString::number(luck.between(1, 6))), edit("delay", time(luck, 0, 20))}};
    }
}
constexpr int patternKinds = 11;

QString policiesOf(Luck &luck)
{
    switch (luck.below(5)) {
    case 0: return R"({"kind":"retry","attempts":3,"base":"20ms"})";
    case 1: return R"({"kind":"timeout","after":"90ms"},{"kind":"retry","attempts":2,"base":"10ms","jitter":"none"})";
    case 2: return R"({"kind":"keep-latest"})";
    default: return {};
    }
}

/// Every source under every pattern in turn, with luck in everything else.
Scenario scenarioOf(std::uint64_t seed)
{
    Luck luck(seed);
    const QString source = sourceOf(int(seed % sourceKinds), luck);
    const PatternText pattern = patternOf(int(seed / sourceKinds % patternKinds), luck);
    const QString failure = luck.onceIn(2) ? QStringLiteral(R"("never")") : QStringLiteral(R"({"kind":"probability","p":0.3})");
    QStringList edits;
    int at = 0;
    for (const QString &edit : pattern.edits) {
        at += 10 * luck.below(30);
        if (!luck.onceIn(3))
            edits << QStringLiteral(R"({"at":"%1ms","set":{%2}})").arg(at).arg(edit);
    }
    const QString until = luck.onceIn(4) ? time(luck, 1, 60) : QStringLiteral("null");
    const QString json =
        QStringLiteral(R"({"version":1,"seed":%1,"source":%2,"pattern":%3,"policies":[%4],"edits":[%5],"until":%6,"backend":{"latency":%7,"failure":%8}})")
            .arg(seed)
            .arg(source, pattern.json, policiesOf(luck), edits.join(u','), until, time(luck, 0, 15), failure);
    const ScenarioOrProblem result = readScenario(json.toUtf8(), QStringLiteral("random.json"));
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("seed %llu: %s\n%s", static_cast<unsigned long long>(seed), qPrintable(problem->text()), qPrintable(json));
    return std::get<Scenario>(result);
}

/// Whether something in the scenario cancels requests: a first failure, a winner or a newer call.
bool cancels(const Scenario &scenario)
{
    const QString pattern = scenario.pattern.id();
    if (pattern == u"gather" || pattern == u"race" || pattern == u"any" || scenario.pattern.text("onError") == u"stop")
        return true;
    return std::ranges::any_of(scenario.policies, [](const Policy &policy) { return policy.section.id() == u"keep-latest"; });
}

/// Where requests share rows, nobody's spans lie over another's.
std::string problemOfRows(const Run &run)
{
    PackedRows rows;
    rows.update(run.trace());
    const Timeline &timeline = run.timeline();
    for (const Span &span : timeline.spans()) {
        const Lane &lane = timeline.lanes()[span.request - 1];
        if (span.begin < lane.arrived || (lane.settled >= 0 && (span.isOpen() || span.end > lane.settled)))
            return '#' + std::to_string(span.request) + " waits or works before it arrives or when it is settled";
    }
    for (size_t row = 0; row < rows.count(); ++row) {
        const Lane *before = nullptr;
        for (const quint32 request : rows.requestsOf(row)) {
            const Lane &lane = timeline.lanes()[request - 1];
            if (before && (before->settled < 0 || before->settled > lane.arrived))
                return '#' + std::to_string(request) + " has the row of one that is still there";
            before = &lane;
        }
    }
    return {};
}

std::string problemOf(const Scenario &scenario, const Run &run)
{
    const auto requests = size_t(requestCount(scenario));
    std::vector<int> arrived(requests), settled(requests);
    std::array<qint64, 5> outcomes{};
    qint64 last = 0;
    for (const Record &record : run.trace().records()) {
        if (record.t < last)
            return "time goes back at " + std::to_string(record.t);
        last = record.t;
        const auto place = size_t(record.request) - 1;
        if (record.kind == EventKind::Arrive && ++arrived.at(place) != 1)
            return '#' + std::to_string(record.request) + " arrives twice";
        if (record.kind != EventKind::Settle)
            continue;
        if (++settled.at(place) != 1)
            return '#' + std::to_string(record.request) + " settles twice";
        if (!arrived.at(place) && record.requestOutcome() != RequestOutcome::Cancelled)
            return '#' + std::to_string(record.request) + " settles though it never arrived";
        ++outcomes.at(size_t(record.requestOutcome()));
    }
    const auto v = run.metrics().values(run.now());
    if (std::array{v.succeeded, v.failed, v.timedOut, v.cancelled, v.dropped} != outcomes)
        return "the metrics count other outcomes than the trace holds";
    if (v.succeeded + v.failed + v.timedOut + v.cancelled + v.dropped + v.pending != qint64(requests) || v.requests != qint64(requests))
        return "the outcomes are not all requests";
    const EndReason end = endOf(run).first;
    if (v.pending > 0 && end != EndReason::Until)
        return std::to_string(v.pending) + " never settle";
    if (!scenario.until && end != EndReason::Done)
        return "it ends without being done";
    const bool drops = scenario.pattern.id() == u"debounce" || (scenario.pattern.id() == u"throttle" && scenario.pattern.text("mode") == u"drop");
    if (v.dropped > 0 && !drops)
        return "requests are dropped";
    if (v.cancelled > 0 && !cancels(scenario))
        return "requests are cancelled, and nothing could have";
    if (v.rejected > 0)
        return "calls are rejected without a breaker";
    for (const Span &span : run.timeline().spans()) {
        if (end == EndReason::Done && span.isOpen())
            return '#' + std::to_string(span.request) + " waits or works when all is done";
    }
    return problemOfRows(run);
}

} // namespace

/// Whatever the scenario: what must hold of every run.
class RunnerPropertyTest : public QObject {
    Q_OBJECT

private slots:
    // What a cut run still holds when it goes has been told by its requests.
    void initTestCase() { asyncade::setErrorHook([](const asyncade::ErrorReport &) {}); }
    void cleanupTestCase() { asyncade::setErrorHook({}); }
    void everyRequestSettlesOnceAndTheSameScenarioGivesTheSameBytes()
    {
        const std::string problem = support::firstProblem([](std::uint64_t seed) -> std::string {
            const Scenario scenario = scenarioOf(seed);
            const auto run = runOf(scenario);
            if (const std::string wrong = problemOf(scenario, *run); !wrong.empty())
                return wrong;
            const auto again = runOf(scenario);
            if (!(again->trace() == run->trace()))
                return "the same scenario gives another trace";
            const auto report = [&](const Run &of) { return reportJson(of.current(), of.metrics().values(of.now())); };
            return report(*again) == report(*run) ? std::string() : "the same scenario gives another report";
        });
        QCOMPARE(problem, std::string());
    }
};

QTEST_GUILESS_MAIN(RunnerPropertyTest)
#include "runner_property_test.moc"
