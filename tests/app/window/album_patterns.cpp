// SPDX-License-Identifier: MIT
#include "app/window/album_page.h"

#include "engine/run_to_end.h"
#include "model/strips.h"

#include <set>

namespace playground {

namespace {

/// The first shipped scenario that shows this pattern and nothing beside it; without one, the default requests under it.
Scenario scenarioFor(const Kind &pattern)
{
    for (const Scenario &scenario : shippedScenarios()) {
        if (scenario.pattern.id() == pattern.id && stripCount(scenario) == 1)
            return scenario;
    }
    return changed(defaultScenario(), {{QStringLiteral("pattern.kind"), pattern.id}});
}

} // namespace

/// Light: at the end, with the longest wait explained. Dark: in the midst of it.
void addPatterns(Album &album)
{
    std::set<QString> taken;
    for (const Kind *pattern : kindsOf(QStringLiteral("pattern"))) {
        const Scenario scenario = scenarioFor(*pattern);
        taken.insert(scenario.name);
        const QString name = QStringLiteral("pattern-") + pattern->id;
        album.push_back(page(name + QStringLiteral("-light"), QStringLiteral("%1: \"%2\" at its end, the longest wait selected").arg(pattern->title, scenario.title),
                             scenario, false, usualWindow, [](Playground &shown) {
                                 shown.toEnd();
                                 selectLongestWait(shown);
                             }));
        album.push_back(page(name + QStringLiteral("-dark"), QStringLiteral("%1: \"%2\" paused in the midst").arg(pattern->title, scenario.title), scenario, true,
                             usualWindow, [scenario](Playground &shown) { shown.goTo(runToEnd(scenario)->now() / 2); }));
    }
    for (const Scenario &scenario : shippedScenarios()) {
        if (taken.contains(scenario.name))
            continue;
        album.push_back(page(QStringLiteral("scenario-") + scenario.name, QStringLiteral("\"%1\" at its end").arg(scenario.title), scenario, false, usualWindow,
                             [](Playground &shown) {
                                 shown.toEnd();
                                 selectLongestWait(shown);
                             }));
    }
}

} // namespace playground
