// SPDX-License-Identifier: MIT
#pragma once

#include "app/window/album.h"
#include "app/window/playground.h"
#include "model/catalogue.h"
#include "model/scenario_json.h"
#include "view/inspector.h"

#include <functional>
#include <utility>

namespace playground {

/// Takes a picture of a window that shows this scenario, after somebody has done something with it.
inline QImage shot(const Scenario &scenario, bool dark, const QSize &size, const std::function<void(Playground &)> &act)
{
    chooseTheme(dark);
    Playground shown(scenario, size);
    act(shown);
    return shown.picture();
}

/// A picture for the album: `act` makes what is to be seen.
inline AlbumPicture page(QString name, QString shows, Scenario scenario, bool dark, QSize size, std::function<void(Playground &)> act)
{
    return {std::move(name), std::move(shows),
            [scenario = std::move(scenario), dark, size, act = std::move(act)] { return shot(scenario, dark, size, act); }};
}

inline Scenario shipped(const QString &name)
{
    const ScenarioOrProblem result = shippedScenario(name);
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

/// A scenario with settings as the command line writes them.
inline Scenario changed(const Scenario &base, const Settings &settings)
{
    const ScenarioOrProblem result = withSettings(base, settings);
    if (const auto *problem = std::get_if<Problem>(&result))
        qFatal("%s", qPrintable(problem->text()));
    return std::get<Scenario>(result);
}

/// Selects the longest wait there is, so that its sentence and its arrow are seen; without one, the first request.
void selectLongestWait(Playground &shown);
/// Selects the first wait of a request.
void selectWaitOf(Playground &shown, quint32 request);
void toEndAndSelectFour(Playground &shown);
/// Runs to the end, then goes back to 0.7 s.
void rewind(Playground &shown);
/// The same, and five at a time from there on.
void branch(Playground &shown);
void showInspectorPage(Playground &shown, Inspector::Page page);
/// Opens the find bar and types.
void find(Playground &shown, const QString &text);
/// A mark at 1 s, and the middle third of the timeline measured.
void measure(Playground &shown);
/// The scenario as text; broken: with a word in it that does not belong there.
void showText(Playground &shown, bool broken);
/// The list of all keys.
QImage takeKeys();

inline constexpr QSize usualWindow{1280, 760}, largeWindow{1440, 900}, smallWindow{960, 600};
inline constexpr qint64 msInNs = 1'000'000;

} // namespace playground
