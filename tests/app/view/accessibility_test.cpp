// SPDX-License-Identifier: MIT
// The window as a whole, for those who use it without a mouse or without seeing it.
#include "model/catalogue.h"
#include "model/language.h"
#include "sample_run.h"
#include "view/add_button.h"
#include "view/focus_guide.h"
#include "view/grip.h"
#include "view/icon_button.h"
#include "view/inspector.h"
#include "view/main_window.h"
#include "view/metrics_bar.h"
#include "view/panel_tabs.h"
#include "view/policy_card.h"
#include "view/policy_list.h"
#include "view/problem_bar.h"
#include "view/scenario_panel.h"
#include "view/switch.h"
#include "view/timeline_view.h"
#include "view/transport_bar.h"
#include "view/window_actions.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QProxyStyle>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace playground;

namespace {

QString described(const QWidget *widget)
{
    return QStringLiteral("%1 “%2” in %3")
        .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName(),
             QLatin1String(widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : "nothing"));
}

/// A style of somebody who wants nothing to move.
class StillStyle : public QProxyStyle {
public:
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

class AccessibilityTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("accessibility");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QVERIFY(speak(nearestLanguage()));
    }
    void init()
    {
        QSettings().clear();
        m_run = sampleRun();
        m_window = std::make_unique<MainWindow>();
        m_window->openScenario(sampleScenario());
        m_window->setRun(m_run.get());
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void cleanup() { m_window.reset(); }

    void whatTakesTheKeysHasANameAndAnExplanation_data()
    {
        QTest::addColumn<QString>("scenario");
        for (const Scenario &scenario : shippedScenarios())
            QTest::newRow(qPrintable(scenario.name)) << scenario.name;
    }
    void whatTakesTheKeysHasANameAndAnExplanation()
    {
        QFETCH(QString, scenario);
        m_window->openScenario(std::get<Scenario>(shippedScenario(scenario)));
        QStringList nameless, unexplained;
        forEveryPage([&] {
            for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
                const bool takesKeys = widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy();
                if (!takesKeys || !widget->isVisible() || isInside(widget))
                    continue;
                QAccessibleInterface *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                if (!access || access->text(QAccessible::Name).trimmed().isEmpty())
                    nameless += described(widget);
                // The timeline says what is selected in it, a row of tabs what its pages are.
                if (!qobject_cast<const TimelineView *>(widget) && !qobject_cast<const QTabBar *>(widget) &&
                    explanationOf(widget, m_window.get()).isEmpty())
                    unexplained += described(widget);
            }
        });
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
        QVERIFY2(unexplained.isEmpty(), qPrintable(unexplained.join('\n')));
    }

    void noMnemonicIsThereTwice()
    {
        m_window->findChild<ProblemBar *>()->offer("Offered", MainWindow::tr("R&estore"), MainWindow::tr("Disc&ard it"));
        forEveryPage([&] {
            QHash<QString, QString> owners;
            const auto claim = [&](const QString &text, const QString &owner) {
                const QString key = QKeySequence::mnemonic(text).toString();
                if (key.isEmpty())
                    return;
                QVERIFY2(!owners.contains(key), qPrintable(key + ": " + owners.value(key) + " and " + owner));
                owners.insert(key, owner);
            };
            for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
                if (!widget->isVisible())
                    continue;
                if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                    claim(button->text(), described(button));
                else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
                    claim(label->text(), described(label));
                else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
                    for (int i = 0; i < tabs->count(); ++i)
                        claim(tabs->tabText(i), tabs->tabText(i));
            }
            QVERIFY(owners.size() >= 8);
        });
    }

    void noMnemonicOfAMenuIsThereTwice()
    {
        int menus = 0;
        for (QMenu *menu : m_window->findChildren<QMenu *>()) {
            QHash<QString, QString> owners;
            for (const QAction *action : menu->actions()) {
                const QString key = QKeySequence::mnemonic(action->text()).toString();
                if (action->isSeparator() || key.isEmpty())
                    continue;
                QVERIFY2(!owners.contains(key), qPrintable(key + ": " + owners.value(key) + " and " + action->text()));
                owners.insert(key, action->text());
            }
            menus += owners.size() > 1;
        }
        QVERIFY(menus >= 2);
    }

    void theTabKeyGoesThroughEachRegionAsItStands_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("large") << QSize(1440, 900);
        QTest::newRow("small") << QSize(960, 600);
    }
    void theTabKeyGoesThroughEachRegionAsItStands()
    {
        QFETCH(QSize, size);
        m_window->resize(size);
        const QList<QWidget *> regions{m_window->findChild<TransportBar *>(), m_window->findChild<ScenarioPanel *>(),
                                       m_window->findChild<TimelineView *>(), m_window->findChild<Inspector *>(),
                                       m_window->findChild<MetricsBar *>()};
        const auto regionOf = [&](const QWidget *widget) {
            for (int i = 0; i < regions.size(); ++i)
                if (regions[i] == widget || regions[i]->isAncestorOf(widget))
                    return i;
            return -1;
        };
        // The first control of the window, and from there all around.
        regions[2]->setFocus();
        QList<int> seen;
        QWidget *before = nullptr;
        QSet<QWidget *> visited;
        while (!visited.contains(QApplication::focusWidget())) {
            QWidget *now = QApplication::focusWidget();
            visited.insert(now);
            const int region = regionOf(now);
            QVERIFY2(region >= 0, qPrintable(described(now)));
            if (seen.isEmpty() || seen.last() != region)
                seen += region;
            else if (region == 0)
                QVERIFY2(leftOf(now) >= leftOf(before), qPrintable(described(before) + " before " + described(now)));
            else if (region == 1)
                QVERIFY2(topOf(now) >= topOf(before) - 8, qPrintable(described(before) + " before " + described(now)));
            before = now;
            // A text with several links takes the key once for each of them.
            for (int links = 0; links < 10 && QApplication::focusWidget() == now; ++links)
                QTest::keyClick(now, Qt::Key_Tab);
        }
        QCOMPARE(seen, regions[3]->isVisible() ? QList<int>({2, 3, 4, 0, 1}) : QList<int>({2, 4, 0, 1}));
        QVERIFY(visited.size() > 20);
    }

    void nothingMovesByItselfWhereThatIsNotWanted()
    {
        QSignalSpy runs(m_window.get(), &MainWindow::runRequested);
        QApplication::setStyle(new StillStyle);
        m_window->begin();
        QCOMPARE(runs.count(), 0);
        QApplication::setStyle("fusion");
        m_window->begin();
        QCOMPARE(runs.count(), 1);
    }

    void policiesAreAddedMovedSwitchedAndRemovedByKeysAlone()
    {
        const auto policies = [this] { return m_window->scenario().policies; };
        const auto ids = [&] {
            QStringList all;
            for (const Policy &policy : policies())
                all += policy.section.id();
            return all;
        };
        QCOMPARE(ids(), QStringList({"retry"}));
        auto *list = m_window->findChild<PolicyList *>();
        const auto cardOf = [list](const char *kind) {
            return *std::ranges::find_if(list->cards(), [kind](const PolicyCard *card) { return card->kind().id == QLatin1String(kind); });
        };
        QVERIFY(goTo(list->findChild<AddButton *>()));
        QTimer::singleShot(0, m_window.get(), [] {
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        });
        press(Qt::Key_Return); // The menu opens, and the timer chooses its first entry.
        QCOMPARE(ids(), QStringList({"retry", "timeout"}));
        m_window->activateWindow(); // The menu had the keys.
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(goTo(cardOf("timeout")->grip()));
        press(Qt::Key_Up);
        QCOMPARE(ids(), QStringList({"timeout", "retry"}));
        QVERIFY(goTo(cardOf("timeout")->findChild<Switch *>()));
        press(Qt::Key_Space);
        QVERIFY(!policies().front().enabled);
        press(Qt::Key_Return); // As Space does.
        QVERIFY(policies().front().enabled);
        QVERIFY(goTo(cardOf("timeout")->findChild<IconButton *>()));
        press(Qt::Key_Space);
        QCOMPARE(ids(), QStringList({"retry"}));
        QVERIFY(m_window->focusWidget() && m_window->focusWidget()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(ids(), QStringList({"timeout", "retry"}));
    }

    void everyPageIsReachedByKeys()
    {
        auto *inspector = m_window->findChild<Inspector *>();
        QTabBar *tabs = inspector->findChild<PanelTabs *>()->bar();
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(inspector->page(), Inspector::Page::Log);
        QTest::keyClick(tabs, Qt::Key_Right);
        QCOMPARE(inspector->page(), Inspector::Page::Table);
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::AltModifier);
        QCOMPARE(inspector->page(), Inspector::Page::Details);
    }

private:
    void press(Qt::Key key) const { QTest::keyClick(m_window->focusWidget(), key); }

    /// Presses Tab until a control has the keys. False: it is never reached.
    bool goTo(const QWidget *control) const
    {
        for (int i = 0; i < 300 && m_window->focusWidget() != control; ++i)
            press(Qt::Key_Tab);
        return control && m_window->focusWidget() == control;
    }

    /// Widgets that are a part of another one, which has the name.
    static bool isInside(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        return parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QAbstractItemView") ||
                          parent->inherits("QComboBox"));
    }

    int leftOf(const QWidget *widget) const { return widget->mapTo(m_window.get(), QPoint(0, 0)).x(); }
    int topOf(const QWidget *widget) const { return widget->mapTo(m_window.get(), QPoint(0, 0)).y(); }

    void forEveryPage(const std::function<void()> &check) const
    {
        for (PanelTabs *tabs : m_window->findChildren<PanelTabs *>()) {
            for (int page = 0; page < tabs->bar()->count(); ++page) {
                tabs->setCurrent(page);
                QCoreApplication::processEvents();
                check();
            }
            tabs->setCurrent(0);
        }
    }

    QTemporaryDir m_settings;
    std::unique_ptr<Run> m_run;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
