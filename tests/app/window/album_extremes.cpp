// SPDX-License-Identifier: MIT
#include "app/window/album_page.h"

#include "engine/run_to_end.h"

namespace playground {

namespace {

/// Half a million requests: each waits for a slot and is answered, a million spans. One of them fails.
Scenario million()
{
    return changed(Scenario(), {{"name", "a-million"},
                                {"title", "500 000 fetches, 64 at a time"},
                                {"source.count", "500000"},
                                {"pattern", R"({"kind":"parallel-map","limit":64,"onError":"collect"})"},
                                {"backend", R"({"latency":{"kind":"log-normal","median":"30ms","p95":"90ms"},"failure":{"kind":"named","requests":[250001]}})"}});
}

Scenario longNames()
{
    const QString name = QStringLiteral("Recommendations for a person whose name is much longer than anybody who drew this window thought it could be");
    QStringList items;
    for (int i = 1; i <= 6; ++i)
        items << QStringLiteral(R"({"name":"%1, part %2 of the whole page","latency":"%3ms"%4})").arg(name).arg(i).arg(150 * i).arg(i == 3 ? R"(,"fails":1)" : "");
    return changed(defaultScenario(), {{"name", "a-scenario-with-a-name-that-does-not-fit-anywhere-at-all-neither-here-nor-there"},
                                       {"title", name + ", and everybody else"},
                                       {"source", QStringLiteral(R"({"kind":"list","items":[%1]})").arg(items.join(u','))},
                                       {"compare", "[]"}});
}

Scenario longStripNames()
{
    Scenario scenario = longNames();
    return changed(scenario, {{"compare", R"([{"name":"One request after the other, as somebody would write it who has never heard of anything else",)"
                                          R"("set":{"pattern.kind":"sequential"}}])"}});
}

} // namespace

void addExtremes(Album &album)
{
    album.push_back(page("empty-run", "A run of no requests", changed(defaultScenario(), {{"source.count", "0"}}), false, usualWindow,
                         [](Playground &shown) { shown.toEnd(); }));
    album.push_back(page("before-the-start-dark", "Before the first instant: ready", defaultScenario(), true, usualWindow, [](Playground &) {}));
    album.push_back(page("failed-run", "Every try fails, and so does the run: the first failure cancels the others",
                         changed(defaultScenario(), {{"backend.failure", R"({"kind":"first","attempts":"always"})"}}), false, usualWindow, [](Playground &shown) {
                             shown.toEnd();
                             selectLongestWait(shown);
                         }));
    album.push_back(page("failed-run-dark", "All fail or are timed out, each by itself",
                         changed(defaultScenario(), {{"pattern", R"({"kind":"gather-safe"})"},
                                                     {"backend.failure", R"({"kind":"probability","p":0.5})"},
                                                     {"policies", R"([{"kind":"timeout","after":"600ms"}])"}}),
                         true, usualWindow, [](Playground &shown) { shown.toEnd(); }));
    album.push_back(page("never-answered", "The server hangs: two requests are never answered",
                         changed(defaultScenario(), {{"policies", "[]"},
                                                     {"pattern.onError", "collect"},
                                                     {"backend.failure", R"({"kind":"named","requests":[2,5],"error":"hang"})"}}),
                         false, usualWindow, [](Playground &shown) {
                             shown.toEnd();
                             selectLongestWait(shown);
                         }));
    album.push_back(page("long-names", "Long names", longNames(), false, usualWindow, [](Playground &shown) {
        shown.toEnd();
        selectLongestWait(shown);
    }));
    album.push_back(page("long-names-small-dark", "Long names at 960 × 600", longNames(), true, smallWindow, [](Playground &shown) {
        shown.toEnd();
        shown.timeline()->select(3);
    }));
    album.push_back(page("long-names-compare", "Long names of strips", longStripNames(), false, usualWindow, [](Playground &shown) { shown.toEnd(); }));
    album.push_back(page("million-spans-fitted", "A million spans, all of them in view; the one failure stays visible", million(), false, usualWindow,
                         [](Playground &shown) { shown.toEnd(); }));
    album.push_back(page("million-spans-zoomed", "The same, zoomed to the failure", million(), false, usualWindow, [](Playground &shown) {
        shown.toEnd();
        const Timeline &timeline = shown.run().timeline();
        shown.timeline()->selectSpan(timeline.lanes()[250000].lastSpan);
        shown.timeline()->zoomToSelection();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(shown.timeline(), Qt::Key_Down, Qt::ControlModifier);
    }));
}

} // namespace playground
