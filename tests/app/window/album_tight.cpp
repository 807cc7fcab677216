// SPDX-License-Identifier: MIT
#include "app/window/album_page.h"

#include "model/strips.h"

namespace playground {

/// The same in every language, so that they can be laid side by side.
void addTightOnes(Album &album, const QString &language)
{
    const auto add = [&](const QString &name, const QString &shows, const QSize &size, const Scenario &scenario, bool dark, const std::function<void(Playground &)> &act) {
        album.push_back(page(name, shows + QStringLiteral(", in ") + language, scenario, dark, size, act));
    };
    const auto small = [&](const QString &what) { return QStringLiteral("small-%1%2").arg(language, what); };
    const QString at = QStringLiteral("960 × 600");
    add(small({}), at, smallWindow, defaultScenario(), false, [](Playground &shown) { shown.goTo(1200 * msInNs); });
    add(small("-details-dark"), at + ", the details open", smallWindow, defaultScenario(), true, toEndAndSelectFour);
    add(small("-compare"), at + ", four strips", smallWindow, withStripAdded(shipped("three-ways"), shipped("batches"), "In batches"), false,
        [](Playground &shown) { shown.toEnd(); });
    add(small("-policies"), at + ", many policies and a server that pushes back", smallWindow,
        changed(shipped("overloaded-server"),
                {{"policies", R"([{"kind":"retry"},{"kind":"timeout"},{"kind":"rate-limit"},{"kind":"concurrency-limit"},{"kind":"circuit-breaker"},{"kind":"hedge"}])"}}),
        false, [](Playground &shown) { shown.toEnd(); });
    add(small("-pad-dark"), at + ", the pad and a policy box", smallWindow, shipped("search-box"), true, [](Playground &shown) {
        shown.toEnd();
        selectLongestWait(shown);
    });
    add(small("-search-dark"), at + ", everything that can be done", smallWindow, defaultScenario(), true, [](Playground &shown) {
        shown.toEnd();
        shown.key(Qt::Key_K, Qt::ControlModifier);
    });
    add(small("-find"), at + ", the find bar", smallWindow, defaultScenario(), false, [](Playground &shown) { find(shown, "wait>300ms"); });
    add(small("-log-dark"), at + ", the log", smallWindow, defaultScenario(), true, [](Playground &shown) { showInspectorPage(shown, Inspector::Page::Log); });
    add(small("-table"), at + ", the table", smallWindow, defaultScenario(), false, [](Playground &shown) { showInspectorPage(shown, Inspector::Page::Table); });
    add(QStringLiteral("usual-%1-timeouts").arg(language), "A server that is too slow", usualWindow, shipped("slow-server-timeout"), false, [](Playground &shown) {
        shown.toEnd();
        selectLongestWait(shown);
    });
    add(QStringLiteral("usual-%1-compare-dark").arg(language), "Three ways", usualWindow, shipped("three-ways"), true, [](Playground &shown) {
        shown.toEnd();
        shown.key(Qt::Key_Down, Qt::AltModifier);
        shown.timeline()->select(9);
    });
    add(QStringLiteral("usual-%1-measured").arg(language), "A piece of time measured", usualWindow, defaultScenario(), false, measure);
    album.push_back({QStringLiteral("keys-%1").arg(language), QStringLiteral("All keys, in ") + language, takeKeys});
}

} // namespace playground
