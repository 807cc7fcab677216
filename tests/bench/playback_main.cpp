// SPDX-License-Identifier: MIT
// asyncade_playback_bench [--smoke] [--rounds N]: what a hand at the window waits for, in ms of wall time, median of N (5) rounds, beside
// the goals: how a run goes on, as outlines, while a number is dragged; and a step back in a large run, beside running it from its start.
#include "engine/playback.h"
#include "engine/run_to_end.h"
#include "model/scenario_json.h"
#include "model/settings.h"
#include "measure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace playground;

namespace {

Scenario scenarioOf(qint64 requests, int limit)
{
    Settings settings{{QStringLiteral("source.kind"), QStringLiteral("count")},
                      {QStringLiteral("source.count"), QString::number(requests)},
                      {QStringLiteral("pattern.limit"), QString::number(limit)}};
    return std::get<Scenario>(withSettings(defaultScenario(), settings));
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void print(const QString &row, double value, double goal)
{
    if (goal > 0)
        std::printf("  %-58s %9.1f ms    goal %6.1f  %s\n", qPrintable(row), value, goal, value <= goal ? "met" : "MISSED");
    else
        std::printf("  %-58s %9.1f ms\n", qPrintable(row), value);
    std::fflush(stdout);
}

/// Lets events be handled until `done`.
void wait(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // The playback's timers wake it.
}

/// A run of so many requests, paused at about a third of it.
class Paused {
public:
    explicit Paused(qint64 requests)
        : m_requests(requests)
    {
        QObject::connect(&playback, &Playback::ghostsChanged, &playback, [this](const Run *, const Run *next) { ahead = next; });
        QObject::connect(&playback, &Playback::stateChanged, &playback, [this](const PlaybackState &now) { state = now; });
        playback.reset(scenarioOf(requests, 40));
        playback.toEnd();
        wait([this] { return state.phase == PlaybackState::Phase::Ended; });
        end = state.now;
    }
    void goTo(qint64 time)
    {
        playback.goTo(time);
        wait([&] { return state.seeking < 0 && state.now == time && state.phase == PlaybackState::Phase::Paused; });
    }
    /// Drags the limit a little; how long until all of what comes is known.
    double drag(int limit)
    {
        QElapsedTimer clock;
        clock.start();
        playback.change(scenarioOf(m_requests, limit), 1);
        wait([this] { return ahead && ahead->ended(); });
        return double(clock.nsecsElapsed()) / 1e6;
    }
    double stepBack()
    {
        QElapsedTimer clock;
        clock.start();
        const qint64 from = state.now;
        playback.stepBack();
        wait([&] { return state.seeking < 0 && state.now < from; });
        return double(clock.nsecsElapsed()) / 1e6;
    }

    Playback playback;
    PlaybackState state;
    const Run *ahead = nullptr;
    qint64 end = 0;

private:
    qint64 m_requests;
};

double runToEndMs(qint64 requests)
{
    QElapsedTimer clock;
    clock.start();
    runToEnd(scenarioOf(requests, 40));
    return double(clock.nsecsElapsed()) / 1e6;
}

void measureGhost(qint64 requests, int rounds, double goal)
{
    Paused run(requests);
    run.goTo(run.end / 3);
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(run.drag(41 + round));
    print(QStringLiteral("how a run of %1 goes on, complete").arg(requests), median(times), goal);
    print(QStringLiteral("  to compare: that run by itself, from start to end"), runToEndMs(requests), 0);
}

void measureStepBack(qint64 requests, int rounds)
{
    Paused run(requests);
    print(QStringLiteral("the first step back from the end of %1").arg(requests), run.stepBack(), 0);
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round)
        times.push_back(run.stepBack());
    print(QStringLiteral("  each further one"), median(times), 0);
    print(QStringLiteral("  to compare: that run by itself, from start to end"), runToEndMs(requests), 0);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList wanted = app.arguments().mid(1);
    const bool smoke = wanted.contains(QStringLiteral("--smoke"));
    const auto at = wanted.indexOf(QStringLiteral("--rounds"));
    const int rounds = smoke ? 1 : at >= 0 && at + 1 < wanted.size() ? std::max(1, wanted[at + 1].toInt()) : 5;
    for (const qint64 requests : smoke ? std::vector<qint64>{100} : std::vector<qint64>{1000, 10'000, 100'000})
        measureGhost(requests, rounds, requests <= 10'000 ? 100 : 0);
    for (const qint64 requests : smoke ? std::vector<qint64>{100} : std::vector<qint64>{100'000, 1'000'000})
        measureStepBack(requests, rounds);
}
