// SPDX-License-Identifier: MIT
#include "engine/live_input.h"

#include "app/engine/run_scenario.h"
#include "support/reported_errors.h"
#include "support/seeds.h"

using namespace playground;
using namespace std::chrono_literals;
using support::Luck;

namespace {

QStringList timesOf(const TapeRecording &tape)
{
    QStringList times;
    for (const QJsonValue &event : tape.source().value(QStringLiteral("events")).toArray())
        times << event.toObject().value(QLatin1String("at")).toString();
    return times;
}

Section noSource() { return Scenario().source; }

/// What has happened in a run of a tape that is still open, up to a time.
Trace openedUpTo(Scenario scenario, const TapeRecording &tape, std::chrono::nanoseconds time, bool &ended)
{
    scenario.source = tape.openSource();
    Runner runner(scenario);
    runner.advanceTo(time);
    ended = runner.ended();
    return runner.takeBatch();
}

bool isBeginning(const Trace &beginning, const Trace &whole)
{
    for (qsizetype i = 0; i < beginning.size(); ++i)
        if (i >= whole.size() || !(beginning.records()[size_t(i)] == whole.records()[size_t(i)]))
            return false;
    return true;
}

} // namespace

class LiveInputTest : public QObject {
    Q_OBJECT

private slots:
    void anInputComesAtTheNextWholeMillisecond()
    {
        LiveInput input(noSource());
        input.add({QStringLiteral("a"), QStringLiteral("a")}, 12'300'001ns, 0ns);
        QCOMPARE(timesOf(input.tape()), QStringList{"13ms"});
    }

    void whatWasShownAlreadyStaysAsItIs()
    {
        LiveInput input(noSource());
        input.add(PadInput::click(), 5ms, 20ms);
        QCOMPARE(timesOf(input.tape()), QStringList{"21ms"});
    }

    void aGeneratorTapsAtEqualDistances()
    {
        LiveInput input(noSource());
        input.generate(100ms, 7ms);
        QVERIFY(input.catchUp(8ms));
        QVERIFY(!input.catchUp(107ms));
        QVERIFY(input.catchUp(350ms));
        QCOMPARE(timesOf(input.tape()), (QStringList{"8ms", "108ms", "208ms", "308ms"}));
        input.generate(0ms, 350ms);
        QVERIFY(!input.catchUp(10s));
    }

    void whatDecidesAboutInputsStillToComeCannotBeRecorded()
    {
        QVERIFY(LiveInput::cannotRecord(scenarioWith({{"pattern.kind", "race"}})).has_value());
        QVERIFY(LiveInput::cannotRecord(scenarioWith({{"pattern.kind", "any"}})).has_value());
        QVERIFY(LiveInput::cannotRecord(scenarioWith({{"pattern.kind", "race"}, {"pattern.size", "3"}})).has_value());
        QVERIFY(!LiveInput::cannotRecord(scenarioWith({{"pattern.kind", "debounce"}})));
    }

    /// Which is what lets a recording go on: each input makes the tape longer, and the run that has been shown stays.
    void aRunOfAnOpenTapeIsTheBeginningOfTheWhole()
    {
        const support::ReportedErrors late; // Of hedges and races; they are no matter here.
        for (const Kind *pattern : kindsOf(QStringLiteral("pattern")))
            for (const Kind *policy : kindsOf(QStringLiteral("policy")))
                for (std::uint64_t seed = 1; seed <= 30; ++seed)
                    checkOpenTape(pattern->id, policy->id, seed);
    }

private:
    static void checkOpenTape(const QString &pattern, const QString &policy, std::uint64_t seed)
    {
        Luck luck(seed);
        const Scenario base = scenarioWith({{"seed", QString::number(seed)},
                                            {"pattern.kind", pattern},
                                            {"policies", QStringLiteral(R"([{"kind":"%1"}])").arg(policy)},
                                            {"backend", R"({"latency": {"kind": "uniform", "min": "1ms", "max": "300ms"},
                                              "failure": {"kind": "probability", "p": 0.2}, "capacity": 2})"}});
        if (LiveInput::cannotRecord(base))
            return;
        std::vector<std::chrono::nanoseconds> times;
        for (std::chrono::nanoseconds at{}; times.size() < 6;) {
            at += std::chrono::milliseconds(luck.between(0, 400));
            times.push_back(at);
        }
        TapeRecording whole(base.source);
        for (const auto at : times)
            whole.add(PadInput::click(), at);
        Scenario final = base;
        final.source = whole.openSource();
        final.until = 10s;
        const Trace all = runOf(final)->trace();

        TapeRecording tape(base.source);
        for (size_t known = 0; known < times.size(); ++known) {
            bool ended = false;
            const Trace seen = openedUpTo(base, tape, times[known] - 1ns, ended);
            if (ended)
                return; // A failure or a winner has stopped the pattern, and that ends the recording.
            QVERIFY2(isBeginning(seen, all),
                     qPrintable(QStringLiteral("%1, %2, seed %3, after %4 inputs").arg(pattern, policy).arg(seed).arg(known)));
            tape.add(PadInput::click(), times[known]);
        }
    }
};

QTEST_GUILESS_MAIN(LiveInputTest)
#include "live_input_test.moc"
