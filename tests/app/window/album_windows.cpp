// SPDX-License-Identifier: MIT
#include "app/window/album_page.h"

#include "view/input_pad.h"
#include "view/pad_field.h"

namespace playground {

namespace {

/// A server that takes five requests a second, and three ways to live with it.
Scenario fivePerSecond()
{
    return changed(Scenario(), {{"title", "Server allows 5 per second"},
                                {"name", "five-per-second"},
                                {"seed", "42"},
                                {"source", R"({"kind":"count","count":12})"},
                                {"pattern", R"({"kind":"gather"})"},
                                {"policies", R"([{"kind":"retry","attempts":6,"base":"250ms","jitter":0.2}])"},
                                {"backend", R"({"latency":{"kind":"uniform","min":"380ms","max":"700ms"},"rate":5,"burst":5,"refuseAfter":"60ms"})"},
                                {"compare", R"([{"name":"Batches of 5","set":{"pattern":{"kind":"batch","size":5}}},)"
                                            R"({"name":"Rate limit 5 / s","set":{"pattern":{"kind":"rate-limit","rate":5,"burst":5}}}])"}});
}

/// Somebody types "qt async gather": a debounce, and a throttle beside it.
Scenario typing()
{
    const std::vector<std::pair<int, QChar>> keys{{200, 'q'}, {330, 't'}, {520, ' '}, {1060, 'a'}, {1170, 's'}, {1290, 'y'}, {1460, 'n'}, {1560, 'c'},
                                                  {2380, ' '}, {2500, 'g'}, {2640, 'a'}, {3180, 't'}, {3300, 'h'}, {3420, 'e'}, {3540, 'r'}};
    QStringList events;
    for (const auto &[ms, key] : keys)
        events << QStringLiteral(R"({"at":"%1ms","key":"%2"})").arg(ms).arg(key);
    return changed(Scenario(), {{"title", "Search box: debounce or throttle"},
                                {"name", "typing"},
                                {"source", QStringLiteral(R"({"kind":"tape","events":[%1],"end":"4s"})").arg(events.join(u','))},
                                {"pattern", R"({"kind":"debounce","delay":"300ms"})"},
                                {"policies", R"([{"kind":"keep-latest"}])"},
                                {"backend.latency", "350ms"},
                                {"compare", R"([{"name":"Throttle 300 ms, first and last","set":{"pattern":{"kind":"throttle","delay":"300ms"}}}])"}});
}

void addComparisons(Album &album)
{
    album.push_back(page("compare-three-strips-dark", "Three ways to live with a server that takes five a second; #9 in the third selected", fivePerSecond(), true,
                         largeWindow, [](Playground &shown) {
                             shown.toEnd();
                             shown.key(Qt::Key_Up, Qt::AltModifier);
                             shown.timeline()->select(9);
                         }));
    album.push_back(page("compare-three-strips-light", "The shipped comparison, paused in the midst", shipped("three-ways"), false, usualWindow,
                         [](Playground &shown) { shown.goTo(900 * msInNs); }));
    album.push_back(page("compare-debounce-and-throttle-light", "The same typing under debounce and throttle", typing(), false, largeWindow, [](Playground &shown) {
        shown.goTo(3700 * msInNs);
        shown.timeline()->select(8);
    }));
}

void addPast(Album &album)
{
    album.push_back(page("past-rewound", "An instant of the past: the run stands at 0.7 s", defaultScenario(), false, usualWindow, rewind));
    album.push_back(page("past-branched", "Branched there with two more at a time; the run before as outlines", defaultScenario(), false, usualWindow,
                         [](Playground &shown) {
                             branch(shown);
                             shown.toEnd();
                         }));
    album.push_back(page("past-branched-there-dark", "The instant of the branch, before it goes on", defaultScenario(), true, usualWindow, branch));
    album.push_back(page("ghost-while-dragging", "The slider is being dragged: how the run would go on, outlined", defaultScenario(), false, usualWindow,
                         [](Playground &shown) {
                             rewind(shown);
                             shown.drag(shown.number("pattern.limit")->slider(), 12);
                             shown.waitForTheFuture();
                         }));
    album.push_back(page("ghost-while-dragging-dark", "The same in dark, from an unfinished run", defaultScenario(), true, usualWindow, [](Playground &shown) {
        shown.goTo(700 * msInNs);
        shown.drag(shown.number("pattern.limit")->slider(), 12);
        shown.waitForTheFuture();
    }));
}

void addPanels(Album &album)
{
    const auto add = [&](const QString &name, const QString &shows, const std::function<void(Playground &)> &act, const Scenario &scenario = defaultScenario(), bool dark = false) {
        album.push_back(page(name, shows, scenario, dark, usualWindow, act));
    };
    add("panel-log", "The run as text, a line an event", [](Playground &shown) { showInspectorPage(shown, Inspector::Page::Log); });
    add("panel-table", "The requests as a table", [](Playground &shown) { showInspectorPage(shown, Inspector::Page::Table); });
    add("panel-json", "The scenario as text", [](Playground &shown) { showText(shown, false); });
    add("panel-json-wrong-dark", "The scenario as text with an error on its line", [](Playground &shown) { showText(shown, true); }, defaultScenario(), true);
    add("panel-find", "What was found, and what was not, dimmed", [](Playground &shown) { find(shown, "wait>300ms"); });
    add("panel-find-failed-dark", "The one failure, found", [](Playground &shown) { find(shown, "failed"); }, defaultScenario(), true);
    add("panel-measured", "A piece of time measured, its statistics, and a mark", measure);
    add("panel-search", "Everything that can be done or opened: Ctrl+K", [](Playground &shown) {
        shown.toEnd();
        shown.key(Qt::Key_K, Qt::ControlModifier);
    });
    add("panel-problem", "A file that cannot be opened", [](Playground &shown) {
        shown.toEnd();
        shown.window.openFile("no-such-file.json");
    });
    add("panel-pad", "The pad for keys and clicks", [](Playground &shown) {
        shown.goTo(900 * msInNs);
        shown.part<InputPad>()->field()->setFocus();
    }, shipped("search-box"));
}

} // namespace

void addWindows(Album &album)
{
    const QString run = "The default scenario at its end; why #4 waited";
    album.push_back(page("playground-light", run, defaultScenario(), false, usualWindow, toEndAndSelectFour));
    album.push_back(page("playground-dark", run, defaultScenario(), true, usualWindow, toEndAndSelectFour));
    album.push_back(page("large-light", run + ", 1440 × 900", defaultScenario(), false, largeWindow, toEndAndSelectFour));
    album.push_back(page("first-seconds", "The first seconds: it runs, and a hint points at the slider", defaultScenario(), false, usualWindow, [](Playground &shown) {
        shown.window.begin();
        shown.goTo(1200 * msInNs);
    }));
    addComparisons(album);
    addPast(album);
    addPanels(album);
}

} // namespace playground
