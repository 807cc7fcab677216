// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include "app/engine/run_scenario.h"
#include "support/reported_errors.h"
#include "support/seeds.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace playground;
using support::Luck;

namespace {

constexpr qint64 ms = 1'000'000;

QString pick(Luck &luck, const QStringList &words) { return words[luck.below(int(words.size()))]; }

QString time(int milliseconds) { return QStringLiteral("\"%1ms\"").arg(milliseconds); }

QString object(const QString &kind, const QString &keys) { return QStringLiteral(R"({"kind":"%1"%2})").arg(kind, keys); }

/// A scenario of a seed's luck: any pattern that runs, a stack of policies, a server with or without limits. All latencies are of the
/// kind `list`, so that a test knows them, and refusals come at once, so that each attempt shows whether it was let in.
struct Drawn {
    explicit Drawn(std::uint64_t seed) : luck(seed)
    {
        for (int i = luck.between(1, 3); i > 0; --i)
            latencies.push_back(luck.onceIn(6) ? 0 : luck.between(1, 60) * ms);
        drawPolicies();
        text = QStringLiteral(R"({"version":1,"seed":%1,"source":%2,"pattern":%3,"policies":[%4],"backend":%5})")
                   .arg(seed)
                   .arg(source(), pattern(), policies.join(u','), backend());
    }

    QString source()
    {
        const QString count = QStringLiteral(R"(,"count":%1)").arg(luck.below(13));
        const QString every = QStringLiteral(R"(,"every":)") + time(luck.between(1, 40));
        switch (luck.below(4)) {
        case 0: return object(QStringLiteral("count"), count);
        case 1: return object(QStringLiteral("interval"), count + every);
        case 2: return object(QStringLiteral("bursts"), count + every + QStringLiteral(R"(,"size":3)"));
        default: return object(QStringLiteral("poisson"), count + QStringLiteral(R"(,"rate":50)"));
        }
    }

    QString pattern()
    {
        QStringList kinds;
        for (const Kind *kind : kindsOf(QStringLiteral("pattern")))
            kinds << kind->id;
        const QString id = pick(luck, kinds);
        QString keys;
        for (const Parameter &parameter : findKind(QStringLiteral("pattern"), id)->parameters) {
            if (parameter.key == u"size" || parameter.key == u"limit")
                keys += QStringLiteral(R"(,"%1":%2)").arg(parameter.key).arg(luck.between(1, 4));
            else if (parameter.key == u"delay")
                keys += QStringLiteral(R"(,"delay":)") + time(luck.between(1, 30));
            else if (parameter.key == u"rate")
                keys += QStringLiteral(R"(,"rate":%1)").arg(luck.between(1, 100));
        }
        return object(id, keys);
    }

    void drawPolicies()
    {
        QStringList kinds;
        for (const Kind *kind : kindsOf(QStringLiteral("policy")))
            kinds << kind->id;
        for (int i = luck.below(5); i > 0; --i) {
            const QString id = pick(luck, kinds);
            if (findKind(QStringLiteral("policy"), id)->once && used.contains(id))
                continue;
            used.insert(id);
            policies << object(id, keysOf(id) + (luck.onceIn(8) ? QStringLiteral(R"(,"enabled":false)") : QString()));
        }
    }

    QString keysOf(const QString &id)
    {
        if (id == u"timeout")
            return QStringLiteral(R"(,"after":%1,"result":"%2")").arg(time(luck.between(0, 150)), pick(luck, {"throw", "throw", "default"}));
        if (id == u"retry")
            return QStringLiteral(R"(,"attempts":%1,"base":%2,"jitter":%3,"within":%4)")
                .arg(luck.between(1, 4))
                .arg(time(luck.between(0, 30)), pick(luck, {"\"none\"", "\"full\"", "0.3"}), luck.onceIn(4) ? time(luck.between(0, 100)) : "null");
        if (id == u"rate-limit")
            return luck.onceIn(2)
                ? QStringLiteral(R"(,"rate":%1,"window":"200ms","pauseOn429":%2)").arg(luck.between(1, 8) * 5).arg(pick(luck, {"true", "false"}))
                : QStringLiteral(R"(,"rate":%1,"burst":%2,"pauseOn429":%3)")
                      .arg(pick(luck, {"5", "10", "25", "50", "100"}))
                      .arg(luck.between(1, 4))
                      .arg(pick(luck, {"true", "false"}));
        if (id == u"concurrency-limit")
            return QStringLiteral(R"(,"limit":%1)").arg(luck.between(1, 4));
        if (id == u"circuit-breaker")
            return QStringLiteral(R"(,"failures":%1,"openFor":%2,"probes":%3)").arg(luck.between(1, 4)).arg(time(luck.between(1, 80))).arg(luck.between(1, 3));
        if (id == u"hedge")
            return QStringLiteral(R"(,"after":%1,"copies":%2)").arg(time(luck.between(0, 60))).arg(luck.between(1, 3));
        return {};
    }

    QString backend()
    {
        QStringList values;
        for (const qint64 latency : latencies)
            values << time(int(latency / ms));
        QStringList keys{QStringLiteral(R"("latency":{"kind":"list","values":[%1]},"refuseAfter":"0ms")").arg(values.join(u','))};
        if (!luck.onceIn(3))
            keys << QStringLiteral(R"("failure":{"kind":"probability","p":%1,"error":%2})").arg(pick(luck, {"0.2", "0.5", "1"}), pick(luck, {"503", "404", "429", "\"offline\""}));
        if (luck.onceIn(2))
            keys << QStringLiteral(R"("capacity":%1,"queue":%2)").arg(luck.between(1, 4)).arg(luck.onceIn(2) ? "null" : QString::number(luck.below(4)));
        if (luck.onceIn(3))
            keys << QStringLiteral(R"("rate":%1,"burst":%2)").arg(pick(luck, {"5", "10", "25", "50", "100"})).arg(luck.between(1, 4));
        if (luck.onceIn(2))
            keys << QStringLiteral(R"("onCancel":"finish")");
        return u'{' + keys.join(u',') + u'}';
    }

    Luck luck;
    std::vector<qint64> latencies;
    std::set<QString> used;
    QStringList policies;
    QString text;
};

Scenario read(const QString &text)
{
    const auto result = readScenario(text.toUtf8(), QStringLiteral("drawn.json"));
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s in %s", qPrintable(problem->text()), qPrintable(text));
    return std::get<Scenario>(result);
}

/// From begin on, until just before end.
using Interval = std::pair<qint64, qint64>;

int mostAtOnce(const std::vector<Interval> &intervals)
{
    std::vector<std::pair<qint64, int>> steps; // At one instant the ends come first.
    for (const auto &[begin, end] : intervals) {
        if (begin < end)
            steps.insert(steps.end(), {{begin, +1}, {end, -1}});
    }
    std::ranges::sort(steps);
    int now = 0, most = 0;
    for (const auto &step : steps)
        most = std::max(most, now += step.second);
    return most;
}

/// What became of one attempt.
struct Tried {
    quint8 tryNumber = 0, copy = 0;
    qint64 begin = 0, end = -1, served = 0; ///< `served`: when its service began; -1 while it is in line.
    AttemptOutcome outcome = AttemptOutcome::Ok;
};

/// Holds the trace of a run against what must be true of it, whatever the policies do.
class Judge {
public:
    Judge(const Drawn &drawn, const Scenario &scenario, const Run &run) : m_drawn(drawn), m_scenario(scenario), m_run(run)
    {
        for (size_t i = 0; i < scenario.policies.size(); ++i) {
            if (!scenario.policies[i].enabled)
                continue;
            m_outermost = m_stack.empty() ? &scenario.policies[i].section : m_outermost;
            m_innermost = &scenario.policies[i].section;
            m_stack.push_back(i);
        }
    }

    /// Empty, or the first thing that is wrong. An edited run has had several limits, so they are not looked at.
    std::string problem(bool edited)
    {
        const auto &records = m_run.trace().records();
        for (size_t i = 0; i < records.size() && m_problem.empty(); ++i)
            follow(records[i]);
        judgeSettlements();
        if (!edited) {
            judgeAttempts();
            judgeServer();
            judgeRateLimit();
        }
        return m_problem;
    }

private:
    void fail(const std::string &what)
    {
        if (m_problem.empty())
            m_problem = what;
    }
    static std::string numbered(quint32 request) { return "#" + std::to_string(request); }

    bool innermostIs(const char *id) const { return m_innermost && m_innermost->id() == QLatin1String(id); }
    const Section *policy(const char *id) const
    {
        for (const size_t i : m_stack) {
            if (m_scenario.policies[i].section.id() == QLatin1String(id))
                return &m_scenario.policies[i].section;
        }
        return nullptr;
    }

    void follow(const Record &record)
    {
        const std::tuple key(record.request, record.tryNumber, record.copy);
        switch (record.kind) {
        case EventKind::Join: m_lead[record.request] = record.a; break;
        case EventKind::Dispatch: m_dispatched[record.request] = record.t; break;
        case EventKind::Attempt: begin(record); break;
        case EventKind::AttemptEnd: end(record); break;
        case EventKind::Settle:
            if (!m_settled.emplace(record.request, record.t).second)
                fail(numbered(record.request) + " settles twice");
            break;
        case EventKind::Wait:
            if (record.reason() == WaitReason::Server) {
                m_line[key] = record.t;
                m_tries[m_open[key]].served = -1;
            }
            break;
        case EventKind::Go: go(record); break;
        case EventKind::Free: --m_held[record.part]; break;
        case EventKind::Level:
            if (m_run.trace().level(record).name == u"breaker" && m_run.trace().level(record).value == 2)
                m_brokenUntil = record.t + policy("circuit-breaker")->duration(QStringLiteral("openFor")).count();
            break;
        case EventKind::End: m_end = record.endReason(); break;
        default: break;
        }
    }

    void begin(const Record &record)
    {
        const std::pair id(record.request, record.a);
        if (!m_tries.emplace(id, Tried{record.tryNumber, record.copy, record.t, -1, record.t}).second)
            fail(numbered(record.request) + " begins an attempt twice");
        if (m_settled.contains(record.request))
            fail(numbered(record.request) + " begins an attempt when it has settled");
        m_open[{record.request, record.tryNumber, record.copy}] = id;
        m_mostInFlight = std::max(m_mostInFlight, ++m_inFlight);
        if (innermostIs("circuit-breaker") && record.t < m_brokenUntil)
            m_passedBreaker = true;
    }

    void end(const Record &record)
    {
        const auto found = m_tries.find({record.request, record.a});
        if (found == m_tries.end() || found->second.end >= 0)
            return fail(numbered(record.request) + " ends an attempt that is not under way");
        found->second.end = record.t;
        found->second.outcome = record.attemptOutcome();
        --m_inFlight;
    }

    void go(const Record &record)
    {
        const PartInfo *part = m_run.trace().part(record.part);
        const std::tuple key(record.request, record.tryNumber, record.copy);
        if (part->kind == partkind::server && m_line.contains(key)) {
            m_inLine.emplace_back(m_line[key], record.t);
            m_line.erase(key);
            if (record.how() == GoHow::Granted)
                m_tries[m_open[key]].served = record.t;
        } else if (part->kind == partkind::slots_ && record.how() == GoHow::Granted) {
            m_mostHeld[record.part] = std::max(m_mostHeld[record.part], ++m_held[record.part]);
        } else if (part->kind == partkind::breaker && record.how() == GoHow::Rejected) {
            ++m_rejected;
        }
    }

    void judgeSettlements()
    {
        const Metrics::Values values = m_run.metrics().values(m_run.now());
        const qint64 count = requestCount(m_scenario);
        if (m_end != EndReason::Done)
            fail("it does not end with everything done");
        if (qint64(m_settled.size()) != count)
            fail(std::to_string(m_settled.size()) + " of " + std::to_string(count) + " requests settle");
        if (values.requests != count || values.settled() != count || values.pending != 0)
            fail("the outcomes do not add up");
        if (values.attempts != qint64(m_tries.size()) || values.rejected != m_rejected)
            fail("attempts or rejections are miscounted");
        for (const auto &[part, held] : m_held) {
            if (held != 0)
                fail("a permit is kept");
        }
    }

    void judgeAttempts()
    {
        const Section *retry = policy("retry"), *hedge = policy("hedge");
        const qint64 tries = retry ? retry->integer(QStringLiteral("attempts")) : 1;
        const qint64 copies = hedge ? hedge->integer(QStringLiteral("copies")) : 0;
        for (const auto &[id, tried] : m_tries) {
            if (tried.end < 0)
                fail(numbered(id.first) + " never ends an attempt");
            if (tried.tryNumber > tries || tried.copy > copies || id.second > tries * (copies + 1))
                fail(numbered(id.first) + " is tried too often");
        }
        if (m_passedBreaker)
            fail("an attempt passes an open breaker");
        if (innermostIs("concurrency-limit") && m_mostInFlight > m_innermost->integer(QStringLiteral("limit")))
            fail(std::to_string(m_mostInFlight) + " are in flight");
        for (const size_t i : m_stack) {
            const Section &card = m_scenario.policies[i].section;
            for (const PartInfo &part : m_run.trace().parts()) {
                if (card.id() == u"concurrency-limit" && part.path == QStringLiteral("policies.%1").arg(i) && m_mostHeld[part.id] > card.integer(QStringLiteral("limit")))
                    fail("too many permits are held");
            }
        }
        if (m_outermost && m_outermost->id() == u"timeout")
            judgeDeadline(m_outermost->duration(QStringLiteral("after")).count());
    }

    void judgeDeadline(qint64 after)
    {
        for (const auto &[request, settled] : m_settled) {
            const auto lead = m_lead.find(request);
            const auto dispatched = m_dispatched.find(lead == m_lead.end() ? request : lead->second);
            if (dispatched != m_dispatched.end() && settled - dispatched->second > after)
                fail(numbered(request) + " settles after its deadline");
        }
    }

    void judgeServer()
    {
        const Section &server = m_scenario.backend.settings;
        if (const auto capacity = server.optionalInteger(QStringLiteral("capacity"))) {
            if (const int most = mostAtOnce(services()); most > *capacity)
                fail(std::to_string(most) + " are in service");
            const auto queue = server.optionalInteger(QStringLiteral("queue"));
            if (const int most = mostAtOnce(m_inLine); queue && most > *queue)
                fail(std::to_string(most) + " are in line");
        } else if (!m_inLine.empty()) {
            fail("somebody waits for a server of any capacity");
        }
        if (const auto rate = server.optionalNumber(QStringLiteral("rate"))) {
            std::vector<qint64> accepted;
            for (const auto &[id, tried] : m_tries) {
                // Cut at the instant of its begin an attempt shows not whether it was let in.
                if (tried.outcome != AttemptOutcome::Refused && (tried.begin < tried.end || tried.outcome <= AttemptOutcome::Failed))
                    accepted.push_back(tried.begin);
            }
            judgeBucket("the server", std::move(accepted), *rate, server.integer(QStringLiteral("burst")));
        }
    }

    /// When each attempt that came to service was in it, one that was given up for as long as it would have taken.
    std::vector<Interval> services() const
    {
        std::vector<Interval> services;
        for (const auto &[id, tried] : m_tries) {
            if (tried.outcome == AttemptOutcome::Refused || tried.served < 0)
                continue;
            const qint64 latency = m_drawn.latencies[(id.first + tried.tryNumber + tried.copy - 2) % m_drawn.latencies.size()];
            services.emplace_back(tried.served, tried.outcome == AttemptOutcome::Abandoned ? tried.served + latency : tried.end);
        }
        return services;
    }

    void judgeRateLimit()
    {
        if (!innermostIs("rate-limit"))
            return;
        std::vector<qint64> starts;
        for (const auto &[id, tried] : m_tries)
            starts.push_back(tried.begin);
        const double rate = m_innermost->number(QStringLiteral("rate"));
        const auto window = m_innermost->optionalDuration(QStringLiteral("window"));
        if (!window)
            return judgeBucket("the limiter", std::move(starts), rate, m_innermost->integer(QStringLiteral("burst")));
        std::ranges::sort(starts);
        const auto most = size_t(qRound64(rate * double(window->count()) / 1e9));
        for (size_t i = most; i < starts.size(); ++i) {
            if (starts[i] - starts[i - most] < window->count())
                fail("more start in a window than may");
        }
    }

    /// From any start to any later one: at most the burst and what has come in meanwhile.
    void judgeBucket(const std::string &whose, std::vector<qint64> starts, double rate, qint64 burst)
    {
        const qint64 every = qRound64(1e9 / rate); // The rates that are drawn divide a second.
        std::ranges::sort(starts);
        for (size_t i = 0; i < starts.size(); ++i) {
            for (size_t j = i; j < starts.size(); ++j) {
                if ((qint64(j - i) + 1 - burst) * every > starts[j] - starts[i])
                    fail("more start than the tokens of " + whose + " allow");
            }
        }
    }

    const Drawn &m_drawn;
    const Scenario &m_scenario;
    const Run &m_run;
    std::vector<size_t> m_stack; ///< The cards that are switched on, outermost first.
    const Section *m_outermost = nullptr, *m_innermost = nullptr;

    std::map<quint32, qint64> m_settled, m_dispatched;
    std::map<quint32, quint32> m_lead;
    std::map<std::pair<quint32, quint32>, Tried> m_tries;
    std::map<std::tuple<quint32, quint8, quint8>, std::pair<quint32, quint32>> m_open;
    std::map<std::tuple<quint32, quint8, quint8>, qint64> m_line;
    std::vector<Interval> m_inLine;
    std::map<quint16, int> m_held, m_mostHeld;
    int m_inFlight = 0, m_mostInFlight = 0, m_rejected = 0;
    qint64 m_brokenUntil = -1;
    bool m_passedBreaker = false;
    EndReason m_end = EndReason::Stopped;
    std::string m_problem;
};

/// Numbers of the policies and of the server that change while the run goes on.
std::vector<Edit> drawEdits(Luck &luck, const Scenario &scenario)
{
    std::vector<Edit> edits;
    for (size_t i = 0; i < scenario.policies.size(); ++i) {
        const QString id = scenario.policies[i].section.id();
        const std::chrono::milliseconds at(luck.below(100));
        const QString path = QStringLiteral("policies.%1.").arg(i);
        if (id == u"timeout" || id == u"hedge")
            edits.push_back({at, path + QStringLiteral("after"), QStringLiteral("%1ms").arg(luck.below(60))});
        else if (id == u"retry")
            edits.push_back({at, path + QStringLiteral("within"), luck.onceIn(2) ? QJsonValue() : QJsonValue(QStringLiteral("%1ms").arg(luck.below(60)))});
        else if (id == u"rate-limit")
            edits.push_back({at, path + QStringLiteral("rate"), 5 * luck.between(1, 8)});
        else if (id == u"concurrency-limit")
            edits.push_back({at, path + QStringLiteral("limit"), luck.between(1, 6)});
        else if (id == u"circuit-breaker")
            edits.push_back({at, path + QStringLiteral("probes"), luck.between(1, 4)});
    }
    edits.push_back({std::chrono::milliseconds(luck.below(100)), QStringLiteral("backend.capacity"), luck.onceIn(3) ? QJsonValue() : QJsonValue(luck.between(1, 5))});
    std::ranges::stable_sort(edits, {}, &Edit::at);
    return edits;
}

/// What is wrong with the run of a seed's scenario; empty: nothing.
std::string problemOf(std::uint64_t seed)
{
    Drawn drawn(seed);
    Scenario scenario = read(drawn.text);
    const bool edited = drawn.luck.onceIn(4);
    if (edited)
        scenario.edits = drawEdits(drawn.luck, scenario);
    const auto run = runOf(scenario);
    std::string problem = Judge(drawn, scenario, *run).problem(edited);
    if (problem.empty() && runOf(scenario)->trace() != run->trace())
        problem = "another run of it gives another trace";
    return problem.empty() ? problem : problem + " in " + drawn.text.toStdString();
}

} // namespace

/// What holds for all policies together, in any order, with any pattern and server.
class PoliciesPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void everyStackKeepsItsPromises()
    {
        const support::ReportedErrors unheard; // Copies and members that fail when the answer is there.
        QCOMPARE(support::firstProblem(problemOf), std::string());
    }
};

QTEST_GUILESS_MAIN(PoliciesPropertyTest)
#include "policies_property_test.moc"
