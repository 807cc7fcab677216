// SPDX-License-Identifier: MIT
#include "view/command_palette.h"

#include "model/catalogue.h"
#include "model/scenario_json.h"
#include "sample_run.h"
#include "view/gallery_button.h"
#include "view/main_window.h"
#include "view/timeline_view.h"
#include "view/transport_bar.h"
#include "view/window_actions.h"

#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace playground;

namespace {

PaletteEntry entry(const QString &group, const QString &title, const QString &help = {}, const QString &key = {})
{
    return {.group = group, .title = title, .help = help, .key = key, .run = {}, .runAsStrip = {}};
}

QStringList titles(const std::vector<PaletteEntry> &entries, const QString &query)
{
    QStringList found;
    for (const size_t index : searchPalette(entries, query))
        found << entries[index].title;
    return found;
}

} // namespace

class CommandPaletteTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("command-palette");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        std::vector<ScenarioInfo> list;
        for (const Scenario &scenario : shippedScenarios())
            list.push_back({scenario.name, scenario.title, scenario.group});
        m_window->setScenarioList(list);
        m_window->openScenario(defaultScenario());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->findChild<TimelineView *>()->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void findsEachWordAnywhere()
    {
        const std::vector<PaletteEntry> entries{entry("Run", "Step", "Goes on", "."),
                                                entry("Run", "Step back", "Goes back"),
                                                entry("Files", "Save as…", "Saves in another file")};
        QCOMPARE(titles(entries, ""), QStringList({"Step", "Step back", "Save as…"}));
        QCOMPARE(titles(entries, "BACK step"), QStringList({"Step back"}));
        QCOMPARE(titles(entries, "goes"), QStringList({"Step", "Step back"}));
        QCOMPARE(titles(entries, "  files  another "), QStringList({"Save as…"}));
        QCOMPARE(titles(entries, "."), QStringList({"Step"}));
        QCOMPARE(titles(entries, "nowhere"), QStringList());
        QCOMPARE(titles({}, "step"), QStringList());
    }

    void whatBeginsWithTheQueryComesFirstInItsGroup()
    {
        const std::vector<PaletteEntry> entries{entry("A", "Unmarked", "mark"), entry("A", "Set a mark"),
                                                entry("A", "Mark it"), entry("B", "Remark"), entry("B", "Marks")};
        QCOMPARE(titles(entries, "mark"), QStringList({"Mark it", "Set a mark", "Unmarked", "Marks", "Remark"}));
    }

    void opensByKeyAndByTheGallerysButton()
    {
        CommandPalette *palette = open();
        QVERIFY(palette);
        QCOMPARE(palette->chosen()->title, defaultScenario().title); // The one that is open.
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<CommandPalette *>());
        QTest::mouseClick(m_window->findChild<TransportBar *>()->gallery(), Qt::LeftButton);
        QVERIFY(m_window->findChild<CommandPalette *>());
    }

    void upAndDownGoOverCaptionsAndStayAtTheEnds()
    {
        CommandPalette *palette = open();
        QSet<QString> groups;
        for (int i = 0; i < palette->list()->count() + 2; ++i) {
            press(Qt::Key_Down);
            QVERIFY(palette->chosen() && palette->chosen()->enabled);
            groups.insert(palette->chosen()->group);
        }
        QVERIFY(groups.contains("Commands") && groups.contains("Timeline"));
        const QString last = palette->chosen()->title;
        press(Qt::Key_Down);
        QCOMPARE(palette->chosen()->title, last);
        for (int i = 0; i < palette->list()->count() + 2; ++i)
            press(Qt::Key_Up);
        QCOMPARE(palette->chosen()->title, shippedScenarios().front().title);
        QCOMPARE(palette->field()->accessibleDescription().section(". ", 0, 0), palette->chosen()->title);
    }

    void enterOpensAScenario()
    {
        QSignalSpy chosen(m_window.get(), &MainWindow::galleryChosen);
        open();
        type("search-box");
        press(Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), "search-box");
        QTRY_VERIFY(!m_window->findChild<CommandPalette *>());
    }

    void controlAndEnterOpenItAsAStrip()
    {
        open();
        type("batches");
        QTest::keyClick(m_window->findChild<CommandPalette *>()->field(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_window->scenario().name, defaultScenario().name);
        QCOMPARE(m_window->scenario().compare.size(), 1);
    }

    void aClickOpensIt()
    {
        QSignalSpy chosen(m_window.get(), &MainWindow::galleryChosen);
        CommandPalette *palette = open();
        type("hedged");
        const QRect place = palette->list()->visualItemRect(palette->list()->currentItem());
        QTest::mouseClick(palette->list()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), "hedged-requests");
    }

    void doesWhatTheWindowCanDo()
    {
        QSignalSpy run(m_window.get(), &MainWindow::runRequested);
        open();
        type("runs, or");
        press(Qt::Key_Return);
        QCOMPARE(run.count(), 1);
    }

    void doesWhatTheTimelineCanDo()
    {
        const auto shown = sampleRun();
        m_window->setRun(shown.get());
        auto *timeline = m_window->findChild<TimelineView *>();
        open();
        type("next span");
        press(Qt::Key_Enter);
        QCOMPARE(timeline->selectedRequest(), 1U);
        QTRY_VERIFY(timeline->hasFocus());
        m_window->setRun(nullptr);
    }

    void offersTheRecentFiles()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("my own.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeScenario(defaultScenario()));
        file.close();
        QVERIFY(m_window->openFile(path));
        m_window->openScenario(std::get<Scenario>(shippedScenario("batches")));
        open();
        type("my own");
        press(Qt::Key_Return);
        QCOMPARE(m_window->scenario().name, defaultScenario().name);
        QCOMPARE(m_window->windowFilePath(), path);
    }

    void offersEveryCommandWithItsKey()
    {
        CommandPalette *palette = open();
        const auto *actions = m_window->findChild<WindowActions *>();
        QStringList offered;
        for (int row = 0; row < palette->list()->count(); ++row)
            offered << palette->list()->item(row)->toolTip();
        for (const QAction *action : actions->all())
            if (action != actions->palette && action != actions->toTimeline)
                QVERIFY2(offered.contains(action->toolTip()), qPrintable(action->text()));
    }

    void whatCannotBeDoneIsNotChosen()
    {
        CommandPalette *palette = open();
        type("undo"); // Nothing to undo.
        QVERIFY(!palette->chosen() || palette->chosen()->enabled);
        press(Qt::Key_Return);
        QVERIFY(palette->chosen() == nullptr || palette->chosen()->enabled);
    }

    void saysThatNothingWasFound()
    {
        CommandPalette *palette = open();
        type("no such thing");
        QCOMPARE(palette->list()->count(), 1);
        QCOMPARE(palette->list()->item(0)->text(), QStringLiteral("Nothing has “no such thing”."));
        QVERIFY(!palette->chosen());
        press(Qt::Key_Return); // Nothing to do.
        press(Qt::Key_Down);
        QVERIFY(palette->isVisible());
    }

private:
    CommandPalette *open()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = m_window->findChild<CommandPalette *>();
        if (!palette || !QTest::qWaitForWindowExposed(palette))
            return nullptr;
        return palette;
    }
    void press(Qt::Key key) const { QTest::keyClick(m_window->findChild<CommandPalette *>()->field(), key); }
    void type(const char *text) const { QTest::keyClicks(m_window->findChild<CommandPalette *>()->field(), text); }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(CommandPaletteTest)
#include "command_palette_test.moc"
