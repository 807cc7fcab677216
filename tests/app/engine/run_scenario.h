// SPDX-License-Identifier: MIT
#pragma once

#include "engine/runner.h"
#include "model/run.h"
#include "model/scenario_json.h"

#include <QtTest>

#include <memory>

namespace playground {

/// `base` with settings as the command line writes them; fails the program when they are wrong.
inline Scenario with(const Scenario &base, const Settings &settings)
{
    const ScenarioOrProblem result = withSettings(base, settings);
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

/// The scenario with nothing but defaults and these settings.
inline Scenario scenarioWith(const Settings &settings) { return with(Scenario(), settings); }

/// The whole run of a scenario.
inline std::unique_ptr<Run> runOf(const Scenario &scenario)
{
    Runner runner(scenario);
    runner.runToEnd();
    auto run = std::make_unique<Run>(scenario);
    run->append(runner.takeBatch(), runner.now().count());
    return run;
}

inline Metrics::Values valuesOf(const Scenario &scenario)
{
    const auto run = runOf(scenario);
    return run->metrics().values(run->now());
}

} // namespace playground
