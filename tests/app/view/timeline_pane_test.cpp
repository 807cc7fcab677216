// SPDX-License-Identifier: MIT
// Finding, marking and measuring as a person does it, in the whole window.
#include "view/timeline_pane.h"

#include "model/marks.h"
#include "model/scenario_json.h"
#include "sample_run.h"
#include "view/find_bar.h"
#include "view/inspector.h"
#include "view/main_window.h"
#include "view/numbers_page.h"
#include "view/timeline_view.h"

#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace playground;

class TimelinePaneTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("timeline-pane");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        m_run = sampleRun();
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 760);
        m_window->openScenario(sampleScenario());
        m_window->setRun(m_run.get());
        m_window->setPlaybackState({.phase = PlaybackState::Phase::Ended, .now = m_run->now()});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        view()->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void slashOpensTheBarAndEscapeClosesIt()
    {
        QTest::keyClick(view(), Qt::Key_Slash);
        QVERIFY(bar()->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), field());
        QTest::keyClicks(field(), "failed");
        QCOMPARE(bar()->countText(), "1 match");
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(bar()->isHidden());
        QTRY_COMPARE(QApplication::focusWidget(), view());
        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar()->isVisible());
        QCOMPARE(field()->selectedText(), "failed");
    }

    void whatIsTypedIsNoKeyOfTheWindow()
    {
        QTest::keyClick(view(), Qt::Key_Slash);
        QTest::keyClicks(field(), "#4 .m/r[");
        QCOMPARE(field()->text(), "#4 .m/r[");
        QVERIFY(view()->marks().empty());
    }

    void theTimelineKeepsItsLayoutUnderTheBar()
    {
        const auto overview = [this] { return view()->grab().toImage().pixelColor(3, 3); };
        const QColor before = overview();
        QTest::keyClick(view(), Qt::Key_Slash);
        QTRY_VERIFY(view()->y() > 0);
        QCOMPARE(overview(), before);
        QCOMPARE(view()->height() + bar()->height(), view()->parentWidget()->height());
    }

    void theTimelineKeepsItsLayoutUnderThePadAndUnderAProblem()
    {
        const auto overview = [this] { return view()->grab().toImage().pixelColor(3, 3); };
        m_window->resize(1280, 728); // Hardly high enough.
        const QColor before = overview();
        const int height = view()->height();
        m_window->showProblem(QStringLiteral("No."));
        QTRY_VERIFY(view()->height() < height);
        QCOMPARE(overview(), before);
        m_window->showProblem({});
        QTRY_COMPARE(view()->height(), height);
        m_window->openScenario(std::get<Scenario>(withSettings(sampleScenario(), {{"source.kind", "tape"}})));
        QTRY_VERIFY(view()->y() > 0);
        QCOMPARE(view()->height(), height - view()->y());
        QCOMPARE(overview(), before);
        // Where the window itself is low, it is low.
        m_window->resize(1280, 700);
        QTRY_COMPARE(view()->height(), height - 28 - view()->y());
        QVERIFY(overview() != before);
    }

    void enterShowsTheDetailsOfAMatchAndTypingTheNumbersOfAll()
    {
        auto *inspector = m_window->findChild<Inspector *>();
        QTest::keyClick(view(), Qt::Key_Slash);
        QTest::keyClicks(field(), "succeeded");
        QVERIFY(inspector->numbers()->isVisible());
        QCOMPARE(inspector->numbers()->lines().first(),
                 "All 4: min 100 ms, mean 221 ms, p50 200 ms, p95 300 ms, max 300 ms");
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(!inspector->numbers()->isVisible());
        QCOMPARE(inspector->request(), quint32(1));
        QTest::keyClick(field(), Qt::Key_F3);
        QCOMPARE(inspector->request(), quint32(2));
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(inspector->request(), quint32(1));
        QTest::keyClick(field(), Qt::Key_Escape);
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!inspector->numbers()->isVisible());
    }

    void measuringShowsTheNumbersUntilEscape()
    {
        auto *inspector = m_window->findChild<Inspector *>();
        QTest::keyClick(view(), Qt::Key_M, Qt::ShiftModifier);
        QVERIFY(inspector->numbers()->isVisible());
        QCOMPARE(inspector->numbers()->lines().first(),
                 "All 7: min 100 ms, mean 214 ms, p50 200 ms, p95 318 ms, max 318 ms");
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!inspector->numbers()->isVisible());
    }

    void marksAreSetFromAnywhere()
    {
        view()->clearFocus();
        QTest::keyClick(m_window.get(), Qt::Key_M);
        QCOMPARE(view()->marks().all().size(), size_t(1));
    }

private:
    TimelineView *view() { return m_window->findChild<TimelineView *>(); }
    FindBar *bar() { return m_window->findChild<FindBar *>(); }
    QLineEdit *field() { return bar()->findChild<QLineEdit *>(); }

    QTemporaryDir m_settings;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TimelinePaneTest)
#include "timeline_pane_test.moc"
