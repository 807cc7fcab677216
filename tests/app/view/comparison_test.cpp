// SPDX-License-Identifier: MIT
#include "view/comparison.h"

#include "app/model/trace_builder.h"
#include "connect_parts.h"
#include "model/catalogue.h"
#include "model/duration.h"
#include "model/request_timing.h"
#include "model/strips.h"
#include "view/chip.h"
#include "view/inspector.h"
#include "view/metric_cell.h"
#include "view/metrics_bar.h"
#include "view/name_field.h"
#include "view/number_control.h"
#include "view/parameter_form.h"
#include "view/parameter_row.h"
#include "view/pattern_card.h"
#include "view/problem_bar.h"
#include "view/scenario_panel.h"
#include "picture/theme.h"
#include "view/strip_chips.h"
#include "view/strip_timings.h"
#include "view/timeline_view.h"
#include "view/value_field.h"
#include "view/window_actions.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace playground;
using Phase = PlaybackState::Phase;

namespace {

/// The window with a playback behind it, and three strips in it.
struct Playground {
    Playback playback; // Before the window, which shows its run to the last.
    MainWindow window;

    explicit Playground(const QString &name = QStringLiteral("three-ways"), const QSize &size = {1440, 900})
    {
        connectParts(window, playback);
        window.resize(size);
        window.openScenario(std::get<Scenario>(shippedScenario(name)));
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) // Shortcuts belong to the active window.
            qFatal("the window does not become active");
    }
    template <typename Widget>
    Widget *part() const
    {
        return window.findChild<Widget *>();
    }
    Comparison *comparison() const { return part<Comparison>(); }
    TimelineView *timeline() const { return part<TimelineView>(); }
    const QList<Chip *> &chips() const { return part<ScenarioPanel>()->stripChips()->chips(); }
    QString strip() const { return QString(stripLetter(timeline()->chosenStrip())); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&window, key, modifiers); }
    /// The chosen strip's, into the form.
    void typeLimit(const char *limit)
    {
        auto *row = part<ScenarioPanel>()->patternCard()->form()->row("pattern.limit");
        ValueField *field = static_cast<NumberControl *>(row->control())->field();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, limit);
        QTest::keyClick(field, Qt::Key_Return);
        timeline()->setFocus();
    }
    void toEnd()
    {
        playback.toEnd();
        QTRY_COMPARE_WITH_TIMEOUT(playback.state().phase, Phase::Ended, 20000);
    }
};

} // namespace

/// Strips in the window, by mouse and by keyboard.
class ComparisonTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("comparison");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void choosesAStripByKeyHeaderAndChip()
    {
        Playground shown;
        QCOMPARE(shown.strip(), "A");
        QCOMPARE(shown.chips().size(), 3);
        shown.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(shown.strip(), "B");
        QVERIFY(shown.chips()[1]->isChecked());
        shown.key(Qt::Key_Up, Qt::AltModifier);
        shown.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.strip(), "C");
        QTest::mouseClick(shown.chips()[0], Qt::LeftButton);
        QCOMPARE(shown.strip(), "A");
        QTest::mouseClick(shown.timeline(), Qt::LeftButton, {}, {200, shown.timeline()->height() / 2});
        QCOMPARE(shown.strip(), "B");
    }

    void keepsTheRunBeforeTheLastChangeAsAStrip()
    {
        Playground shown(QStringLiteral("eight-fetches"));
        QAction *keep = shown.part<WindowActions>()->keepGhost;
        QVERIFY(!keep->isEnabled()); // There is none yet.
        shown.toEnd();
        shown.typeLimit("7");
        QVERIFY(keep->isEnabled());
        shown.timeline()->setFocus();
        shown.key(Qt::Key_C, Qt::ShiftModifier);
        const Scenario &scenario = shown.window.scenario();
        QCOMPARE(stripCount(scenario), 2);
        QCOMPARE(stripOf(scenario, 0).pattern.integer("limit"), 7);
        QCOMPARE(stripOf(scenario, 1).pattern.integer("limit"), 3);
        QCOMPARE(stripName(scenario, 1), "Before");
        shown.part<WindowActions>()->undo->trigger();
        QCOMPARE(stripCount(shown.window.scenario()), 1);
        QCOMPARE(shown.window.scenario().pattern.integer("limit"), 7);
    }

    void aRunOfAnotherServerCannotBeKeptAsAStrip()
    {
        Playground shown(QStringLiteral("eight-fetches"));
        shown.toEnd();
        shown.part<WindowActions>()->newSeed->trigger();
        QVERIFY(shown.part<WindowActions>()->keepGhost->isEnabled());
        shown.part<WindowActions>()->keepGhost->trigger();
        QCOMPARE(stripCount(shown.window.scenario()), 1);
        QVERIFY2(shown.part<ProblemBar>()->text().contains("strips share"), qPrintable(shown.part<ProblemBar>()->text()));
    }

    void thePanelEditsTheChosenStripAlone()
    {
        Playground shown;
        shown.key(Qt::Key_Down, Qt::AltModifier);
        shown.typeLimit("7");
        const Scenario &scenario = shown.window.scenario();
        QCOMPARE(stripOf(scenario, 1).pattern.integer("limit"), 7);
        QCOMPARE(scenario.pattern.id(), "sequential");
        QCOMPARE(stripOf(scenario, 2).pattern.id(), "gather");
        QVERIFY2(shown.part<WindowActions>()->undo->text().contains("in B"), qPrintable(shown.part<WindowActions>()->undo->text()));
        shown.part<WindowActions>()->undo->trigger();
        QCOMPARE(stripOf(shown.window.scenario(), 1).pattern.integer("limit"), 5);
    }

    void addsRemovesRenamesAndExchangesStrips()
    {
        Playground shown(QStringLiteral("one-by-one"));
        const Scenario before = shown.window.scenario();
        QMenu menu;
        shown.comparison()->fillMenu(menu);
        menu.actions().first()->trigger();
        QCOMPARE(stripCount(shown.window.scenario()), 2);
        QCOMPARE(shown.strip(), "B");
        QCOMPARE(shown.playback.strips().size(), size_t(1));
        shown.comparison()->addPattern("gather");
        shown.comparison()->addShipped("batches");
        QCOMPARE(stripCount(shown.window.scenario()), 4);
        QCOMPARE(stripOf(shown.window.scenario(), 2).pattern.id(), "gather");
        shown.comparison()->addCopy(); // There is no room for a fifth.
        QCOMPARE(stripCount(shown.window.scenario()), 4);

        shown.key(Qt::Key_F2);
        auto *field = shown.timeline()->findChild<NameField *>();
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, "In batches");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(stripName(shown.window.scenario(), 3), "In batches");

        const Scenario named = shown.window.scenario();
        shown.key(Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(shown.window.scenario().pattern.id(), "batch");
        QCOMPARE(shown.strip(), "A");
        QVERIFY(shown.part<WindowActions>()->undo->text().contains("baseline"));
        shown.part<WindowActions>()->undo->trigger();
        QVERIFY(shown.window.scenario() == named);

        shown.key(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(stripCount(shown.window.scenario()), 3);
        shown.comparison()->end();
        QCOMPARE(stripCount(shown.window.scenario()), 1);
        QVERIFY(shown.chips().isEmpty());
        while (shown.part<WindowActions>()->undo->isEnabled() && shown.window.scenario() != before)
            shown.part<WindowActions>()->undo->trigger();
        QVERIFY(shown.window.scenario() == before);
    }

    void escLeavesANameAsItWas()
    {
        Playground shown;
        shown.key(Qt::Key_Down, Qt::AltModifier);
        shown.key(Qt::Key_F2);
        auto *field = shown.timeline()->findChild<NameField *>();
        QVERIFY(field);
        QTest::keyClicks(field, "Something else");
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(stripName(shown.window.scenario(), 1), "Five at a time");
    }

    void thePanelsAreAboutTheChosenStrip()
    {
        Playground shown;
        shown.toEnd();
        const auto time = [&] { return shown.part<MetricsBar>()->cells().first(); };
        const QString a = time()->value();
        QCOMPARE(time()->remark().contains("same") || time()->remark().contains("·"), false);
        shown.key(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(time()->value() != a);
        QVERIFY2(time()->remark().contains("faster"), qPrintable(time()->remark()));
        shown.timeline()->select(4);
        QCOMPARE(shown.part<Inspector>()->request(), quint32(4));
        shown.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(shown.timeline()->selectedRequest(), quint32(4)); // The same request in every strip.
    }

    void theDetailsShowARequestInEveryStrip()
    {
        Playground shown;
        shown.toEnd();
        auto *table = shown.part<StripTimings>();
        QVERIFY(!table->isVisible()); // Nothing is selected.
        shown.timeline()->select(4);
        QVERIFY(table->isVisible());
        std::vector<const Run *> runs{&shown.playback.run()};
        for (const Run *strip : shown.playback.strips())
            runs.push_back(strip);
        QStringList words;
        for (size_t strip = 0; strip < runs.size(); ++strip) {
            const RequestTiming timing = requestTiming(*runs[strip], 4);
            words << QStringLiteral("%1 Succeeded, %2: waited %3, ")
                         .arg(QString(stripLetter(qsizetype(strip))), displayDuration(*timing.latency()), displayDuration(timing.waited));
        }
        const QStringList said = table->accessibleDescription().split(QStringLiteral("; "));
        QCOMPARE(said.size(), 3);
        for (qsizetype i = 0; i < 3; ++i)
            QVERIFY2(said[i].startsWith(words[i]), qPrintable(said[i] + " / " + words[i]));
        QTest::mouseClick(table, Qt::LeftButton, {}, QPoint(40, Theme::size(Size::TableRow) * 3 / 2));
        QCOMPARE(shown.strip(), "B");
        QVERIFY(table->isVisible());
        shown.playback.rewindTo(0); // #4 has come, and not ended in any strip; what the past shows is told as such.
        QTRY_VERIFY(!table->accessibleDescription().contains(QStringLiteral("Succeeded")));
        shown.comparison()->end();
        QVERIFY(!table->isVisible());
    }

    void aStripWithoutTheRequestSaysSo()
    {
        TraceBuilder trace;
        trace.arrive(1, QString()).attempt(1, 1).at(std::chrono::milliseconds(30)).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1);
        Run come(defaultScenario()), empty(defaultScenario());
        come.append(trace, 50'000'000);
        const std::vector<StripTiming> timings = stripTimings({&come, &empty}, 1, 1);
        QCOMPARE(timings[0].label, "A Succeeded");
        QCOMPARE(timings[0].length, "30 ms");
        QCOMPARE(timings[0].pieces, (std::vector<StripTiming::Piece>{{0, 30'000'000, SpanState::Succeeded, false}}));
        QVERIFY(!timings[0].chosen && timings[1].chosen);
        QCOMPARE(timings[1].label, "B Not come yet");
        QCOMPARE(timings[1].length, QString::fromUtf8("–"));
        QVERIFY(timings[1].pieces.empty());
    }

    void undoTakesTheEditOfAStripBackInThatStrip()
    {
        Playground shown;
        Scenario scenario = std::get<Scenario>(withValue(shown.window.scenario(), "compare", QJsonArray()));
        scenario = std::get<Scenario>(withValue(scenario, "pattern", QJsonObject{{"kind", "parallel-map"}, {"limit", 3}}));
        shown.window.openScenario(withStripAdded(scenario, std::get<Scenario>(withValue(scenario, "pattern.limit", 2)), "Bee"));
        const auto limits = [&] {
            const Scenario &now = shown.window.scenario();
            return QList<qint64>{now.pattern.integer("limit"), stripOf(now, 1).pattern.integer("limit")};
        };
        const auto standAt = [&](qint64 ms) {
            shown.playback.goTo(ms * 1'000'000);
            QTRY_COMPARE(shown.playback.state().phase, Phase::Paused);
            QTRY_COMPARE(shown.playback.state().now, ms * 1'000'000);
        };
        standAt(100);
        shown.typeLimit("4");
        standAt(200);
        shown.key(Qt::Key_Down, Qt::AltModifier);
        shown.typeLimit("6");
        QCOMPARE(limits(), (QList<qint64>{4, 6}));
        standAt(50);
        QCOMPARE(limits(), (QList<qint64>{3, 2}));
        shown.part<WindowActions>()->undo->trigger();
        QCOMPARE(limits(), (QList<qint64>{3, 2})); // It has not come yet.
        QVERIFY(shown.playback.state().rewound);
        shown.part<WindowActions>()->redo->trigger();
        QCOMPARE(limits(), (QList<qint64>{3, 6}));
        QTRY_VERIFY(!shown.playback.state().rewound); // A branch,
        shown.part<WindowActions>()->undo->trigger();
        QTRY_VERIFY(shown.playback.state().rewound); // which is undone.
        QCOMPARE(limits(), (QList<qint64>{3, 2}));
    }

    void stripsCanBeAddedToAScenarioWithEdits()
    {
        Playground shown(QStringLiteral("one-by-one"));
        Scenario edited = shown.window.scenario();
        edited = std::get<Scenario>(withValue(edited, "pattern", QJsonObject{{"kind", "parallel-map"}, {"limit", 3}}));
        edited = std::get<Scenario>(withValue(edited, "edits", QJsonArray{QJsonObject{{"at", "5ms"}, {"set", QJsonObject{{"pattern.limit", 6}}}}}));
        shown.window.openScenario(edited);
        shown.comparison()->addPattern("gather");
        QCOMPARE(stripCount(shown.window.scenario()), 2);
        QCOMPARE(stripOf(shown.window.scenario(), 1).pattern.id(), "gather");
    }

    void namesOfStripsHaveTheRoomThatThereIs()
    {
        Playground shown;
        const auto *chips = shown.part<ScenarioPanel>()->stripChips();
        const int lines = chips->height();
        int widest = 0;
        for (const Chip *chip : chips->chips()) {
            QVERIFY2(chip->geometry().right() < chips->width(), qPrintable(chip->text()));
            widest = std::max(widest, chip->geometry().right());
        }
        const bool cut = std::ranges::any_of(chips->chips(), [](const Chip *chip) { return chip->text().contains(u'…'); });
        QVERIFY(!cut || widest > chips->width() - 30);
        QVERIFY(lines > 0);
    }

    void fourStripsFitIntoTheSmallestWindow()
    {
        Playground shown(QStringLiteral("three-ways"), {960, 600});
        shown.comparison()->addShipped("batches");
        shown.toEnd();
        QCOMPARE(shown.playback.strips().size(), size_t(3));
        QVERIFY(!shown.window.grab().isNull());
        shown.key(Qt::Key_Down, Qt::AltModifier); // From D round to A.
        QCOMPARE(shown.strip(), "A");
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(ComparisonTest)
#include "comparison_test.moc"
