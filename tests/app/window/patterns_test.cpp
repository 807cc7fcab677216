// SPDX-License-Identifier: MIT
#include "app/window/playground.h"
#include "app/window/stored_picture.h"
#include "cli/command_line.h"
#include "cli/console.h"
#include "engine/run_to_end.h"
#include "model/event_words.h"
#include "model/scenario_json.h"
#include "picture/time_text.h"
#include "view/icon_button.h"
#include "view/inspector.h"
#include "view/kind_button.h"
#include "view/log_model.h"
#include "view/time_field.h"
#include "view/transport_bar.h"

#include <QBuffer>
#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <iterator>
#include <set>

using namespace playground;
using Phase = PlaybackState::Phase;

namespace {

constexpr qint64 ms = 1'000'000;

/// Three bursts of four requests, luck and a retry: each pattern makes something else of them.
Scenario startFor(const QString &pattern)
{
    const QString other = pattern == u"parallel-map" ? QStringLiteral("gather") : QStringLiteral("parallel-map");
    return std::get<Scenario>(withSettings(defaultScenario(), {{"source", R"({"kind":"bursts","count":12,"size":4,"every":"900ms","spacing":"120ms"})"},
                                                               {"pattern.kind", other}}));
}

/// What a person types into the first number of a pattern, and what it means.
struct Typed {
    QString text;
    QJsonValue value;
};
Typed typedFor(const Parameter &parameter)
{
    switch (parameter.type) {
    case ParameterType::Duration: return {"200 ms", "200ms"};
    case ParameterType::Rate: return {"5", 5};
    default: return parameter.key == u"count" ? Typed{"16", 16} : Typed{"4", 4};
    }
}

/// What the command line makes of a scenario.
QByteArray commandLine(const Scenario &scenario, const QString &report)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("mine.json"));
    QBuffer out, error;
    if (!file.open(QIODevice::WriteOnly) || file.write(writeScenario(scenario)) < 0 || !out.open(QIODevice::WriteOnly) || !error.open(QIODevice::WriteOnly))
        qFatal("no file for the command line");
    file.close();
    Console console(out, error, {});
    runCommandLine({"run", file.fileName(), "--report", report}, console);
    return error.data().isEmpty() ? out.data() : error.data();
}

/// The lines of a log whose time is not behind `now`.
QStringList linesUpTo(const QByteArray &log, const Run &whole, qint64 now)
{
    QStringList lines = QString::fromUtf8(log).split(u'\n', Qt::SkipEmptyParts);
    qsizetype count = 0;
    for (const Record &record : whole.trace().records()) {
        if (record.t <= now && hasWords(whole.trace(), record))
            ++count;
    }
    return lines.mid(0, count);
}

} // namespace

/// The window as a person uses it, by mouse and by keyboard, with each pattern there is: what it shows is what the command line makes of the
/// same scenario, at every instant.
class PatternsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("patterns");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QApplication::setCursorFlashTime(0);
    }

    void isUsedAsAPersonUsesIt_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const Kind *kind : kindsOf("pattern"))
            QTest::newRow(qPrintable(kind->id)) << kind->id;
    }
    void isUsedAsAPersonUsesIt()
    {
        QFETCH(QString, pattern);
        m_pattern = findKind("pattern", pattern);
        m_start = startFor(pattern);
        QSettings().clear();
        chooseTheme(false);
        m_shown = std::make_unique<Playground>(m_start);
        using Step = void (PatternsTest::*)();
        for (const Step step : {&PatternsTest::chooseIt, &PatternsTest::typeItsFirstNumber, &PatternsTest::dragItsFirstNumber, &PatternsTest::runAndPause,
                                &PatternsTest::stepOnAndBack, &PatternsTest::runToTheEnd, &PatternsTest::rewind, &PatternsTest::lookAtThePicture,
                                &PatternsTest::branchAndComeBack, &PatternsTest::undoAll}) {
            (this->*step)();
            if (QTest::currentTestFailed())
                break;
        }
        m_shown.reset();
    }

private:
    /// By mouse, back, then by keyboard.
    void chooseIt()
    {
        KindButton *kinds = m_shown->part<ScenarioPanel>()->patternCard()->kinds();
        inMenu([this](QMenu *menu) { QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(actionIn(menu)).center()); });
        QTest::mouseClick(kinds, Qt::LeftButton, {}, {20, kinds->height() / 2});
        m_shown->activate();
        QCOMPARE(m_shown->window.scenario().pattern.id(), m_pattern->id);
        QCOMPARE(kinds->text(), m_pattern->title);
        m_shown->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_shown->window.scenario() == m_start);

        inMenu([this](QMenu *menu) {
            for (const qsizetype rows = menu->actions().indexOf(actionIn(menu)) - menu->actions().indexOf(menu->activeAction()); menu->activeAction() != actionIn(menu);)
                QTest::keyClick(menu, rows > 0 ? Qt::Key_Down : Qt::Key_Up);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        kinds->setFocus();
        QTest::keyClick(kinds, Qt::Key_Down);
        m_shown->activate();
        QCOMPARE(m_shown->window.scenario().pattern.id(), m_pattern->id);
        QCOMPARE(m_shown->phase(), Phase::Ready);
        QCOMPARE(m_shown->run().scenario().pattern.id(), m_pattern->id);
    }

    void typeItsFirstNumber()
    {
        m_path = firstNumber();
        const Typed typed = typedFor(*parameterAt(m_shown->window.scenario(), m_path));
        m_shown->type(number()->field(), typed.text);
        QCOMPARE(valueAt(m_shown->window.scenario(), m_path), typed.value);
        QCOMPARE(valueAt(m_shown->run().scenario(), m_path), typed.value);
    }

    /// One gesture, that is taken back again.
    void dragItsFirstNumber()
    {
        const QJsonValue before = valueAt(m_shown->window.scenario(), m_path);
        Slider *slider = number()->slider();
        m_shown->drag(slider, slider->width() / 4);
        m_shown->letGo(slider);
        const QJsonValue after = valueAt(m_shown->window.scenario(), m_path);
        QVERIFY(after != before);
        QCOMPARE(number()->field()->value(), after);
        QCOMPARE(valueAt(m_shown->run().scenario(), m_path), after);
        m_shown->timeline()->setFocus();
        m_shown->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(valueAt(m_shown->window.scenario(), m_path), before);
        QCOMPARE(number()->field()->value(), before);
        m_shown->key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(valueAt(m_shown->window.scenario(), m_path), after);
        m_shown->key(Qt::Key_Z, Qt::ControlModifier);

        m_whole = runToEnd(m_shown->window.scenario());
        m_instants.clear();
        for (const Record &record : m_whole->trace().records())
            m_instants.push_back(record.t);
        m_log = commandLine(m_shown->window.scenario(), "log");
        m_shown->part<Inspector>()->showPage(Inspector::Page::Log);
    }

    void runAndPause()
    {
        m_shown->key(Qt::Key_Space);
        QCOMPARE(m_shown->phase(), Phase::Running);
        QCOMPARE(m_shown->part<TransportBar>()->runButton()->text(), "Pause");
        m_shown->waitUntil([this] { return m_shown->run().now() > 0; });
        m_shown->key(Qt::Key_Space);
        QCOMPARE(m_shown->phase(), Phase::Paused);
        // What has begun at this instant is completed.
        QTRY_COMPARE(m_shown->run().trace().size(), m_whole->trace().countUpTo(m_shown->run().now()));
        QCOMPARE(m_shown->part<TransportBar>()->runButton()->text(), "Run");
        standsAt(m_shown->run().now());
    }

    void stepOnAndBack()
    {
        const qint64 paused = m_shown->run().now();
        m_shown->key(Qt::Key_Period);
        const qint64 next = *std::ranges::upper_bound(m_instants, paused);
        QTRY_COMPARE(m_shown->run().now(), next);
        standsAt(next);
        m_shown->key(Qt::Key_Comma);
        standsAt(instantBefore(next));
        QVERIFY(m_shown->playback.state().rewound);
        m_shown->key(Qt::Key_Right, Qt::ControlModifier);
        standsAt(next);
    }

    void runToTheEnd()
    {
        m_shown->toEnd();
        standsAt(m_whole->now());
        QVERIFY(m_shown->run().trace() == m_whole->trace());
        const Scenario &scenario = m_shown->window.scenario();
        QCOMPARE(reportJson(scenario, m_shown->run().metrics().values(m_shown->run().now())), commandLine(scenario, "json"));
        std::vector<Marble> out;
        const bool atDispatch = m_pattern->id == u"debounce" || m_pattern->id == u"throttle";
        std::set<quint32> arrived;
        for (const Record &record : m_whole->trace().records()) {
            if (record.kind == EventKind::Arrive)
                arrived.insert(record.request);
            if (record.kind == (atDispatch ? EventKind::Dispatch : EventKind::Settle) && arrived.contains(record.request))
                out.push_back({record.t, record.request});
        }
        QVERIFY(!out.empty());
        QVERIFY(m_shown->run().timeline().out() == out);
    }

    /// By keyboard, with the mouse on the ruler, and by typing a time.
    void rewind()
    {
        m_shown->key(Qt::Key_Left, Qt::ControlModifier);
        standsAt(instantBefore(m_whole->now()));
        QTest::mouseClick(m_shown->timeline(), Qt::LeftButton, {}, {m_shown->timeline()->width() / 2, 52}); // Below the overview of 40 px.
        const qint64 clicked = m_shown->run().now();
        QVERIFY(clicked > 0 && clicked < m_whole->now());
        standsAt(clicked);
        QTest::keyClick(m_shown->timeline(), Qt::Key_Home);
        standsAt(0);
        m_shown->key(Qt::Key_G, Qt::ControlModifier);
        QTest::keyClicks(m_shown->part<TimeField>(), "0.7");
        QTest::keyClick(m_shown->part<TimeField>(), Qt::Key_Return);
        m_shown->rest();
        standsAt(700 * ms);
        QVERIFY(m_shown->timeline()->hasFocus());
    }

    /// At 0.7 s; a few of them in the dark, too.
    void lookAtThePicture()
    {
        if (!hasTheTypefaces())
            QSKIP("The pictures are stored with Inter and JetBrains Mono: install fonts-inter and fonts-jetbrains-mono to compare them.");
        comparePicture("light");
        if (!QStringList{"parallel-map", "rate-limit", "debounce"}.contains(m_pattern->id))
            return;
        m_shown->actions()->themeDark->trigger();
        comparePicture("dark");
        m_shown->actions()->themeLight->trigger();
    }
    void comparePicture(const QString &theme)
    {
        m_shown->settle();
        const QByteArray difference = differenceFromStored(m_shown->timeline()->grab().toImage(), ASYNCADE_STORED_PICTURES, m_pattern->id + u'-' + theme);
        QVERIFY2(difference.isEmpty(), difference);
    }

    /// An edit in the past begins a branch, or, where the number belongs to the start, another run; undo brings the run before back.
    void branchAndComeBack()
    {
        Scenario expected = m_shown->window.scenario();
        const bool now = parameterAt(expected, m_path)->applies == Applies::Now;
        number()->field()->setFocus();
        QTest::keyClick(number()->field(), Qt::Key_Up);
        const QJsonValue value = number()->field()->value();
        if (now)
            expected.edits.push_back({std::chrono::nanoseconds(700 * ms), m_path, value});
        else
            expected = m_shown->window.scenario();
        QTRY_COMPARE(m_shown->run().timeline().flags().size(), now ? 1U : 0U);
        m_shown->timeline()->setFocus();
        m_shown->toEnd();
        QCOMPARE(m_shown->run().timeline().flags().size(), now ? 1U : 0U);
        QVERIFY(m_shown->run().trace() == runToEnd(expected)->trace());
        m_shown->key(Qt::Key_Z, Qt::ControlModifier);
        m_shown->rest();
        QVERIFY(m_shown->playback.whole().trace() == m_whole->trace());
        standsAt(700 * ms);
    }

    void undoAll()
    {
        while (m_shown->actions()->undo->isEnabled())
            m_shown->key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_shown->window.scenario() == m_start);
        m_shown->rest();
        m_shown->toEnd();
        QVERIFY(m_shown->run().trace() == runToEnd(m_start)->trace());
    }

    /// The window shows this instant, as a run that has come no further, in all of its parts.
    void standsAt(qint64 now)
    {
        QCOMPARE(m_shown->run().now(), now);
        Run expected(m_whole->scenario());
        expected.repeat(*m_whole, m_whole->trace().countUpTo(now), now);
        QVERIFY(m_shown->run().trace() == expected.trace());
        QCOMPARE(m_shown->part<TransportBar>()->timeText(), instantText(now));
        QCOMPARE(m_shown->timeline()->run(), &m_shown->run());
        QCOMPARE(logShown(), linesUpTo(m_log, *m_whole, now));
    }
    QStringList logShown() const
    {
        const auto *model = m_shown->part<LogModel>();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row)
            lines << model->index(row, LogModel::Time).data().toString() + "  " + model->index(row, LogModel::What).data().toString();
        return lines;
    }

    QString firstNumber() const
    {
        for (const ParameterRow *row : m_shown->part<ScenarioPanel>()->patternCard()->form()->rows()) {
            if (qobject_cast<const NumberControl *>(row->control()))
                return row->path();
        }
        return "source.count"; // It has no numbers.
    }
    NumberControl *number() const { return m_shown->number(m_path); }

    /// When the next menu has opened, `act` chooses in it.
    static void inMenu(const std::function<void(QMenu *)> &act)
    {
        QTimer::singleShot(0, qApp, [act] { act(qobject_cast<QMenu *>(QApplication::activePopupWidget())); });
    }
    QAction *actionIn(const QMenu *menu) const
    {
        for (QAction *action : menu->actions()) {
            if (action->data().toString() == m_pattern->id)
                return action;
        }
        return nullptr;
    }

    qint64 instantBefore(qint64 time) const
    {
        const auto at = std::ranges::lower_bound(m_instants, time);
        return at == m_instants.begin() ? 0 : *std::prev(at);
    }

    QTemporaryDir m_settings;
    const Kind *m_pattern = nullptr;
    Scenario m_start;
    std::unique_ptr<Playground> m_shown;
    std::unique_ptr<Run> m_whole;   ///< What the command line runs.
    std::vector<qint64> m_instants; ///< When something happens in it.
    QByteArray m_log;               ///< It as text.
    QString m_path;
};

QTEST_MAIN(PatternsTest)
#include "patterns_test.moc"
