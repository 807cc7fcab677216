// SPDX-License-Identifier: MIT
#include "model/language.h"
#include "sample_run.h"
#include "view/main_window.h"
#include "view/metric_cell.h"
#include "view/more_button.h"
#include "view/panel_section.h"
#include "view/panel_tabs.h"
#include "view/state_chip.h"
#include "view/text_label.h"
#include "view/timeline_view.h"
#include "view/transport_bar.h"
#include "view/window_actions.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace playground;

namespace {

QString nameOf(const QWidget *widget)
{
    QString text = widget->property("text").toString();
    return QStringLiteral("%1 \"%2\" %3x%4, needs %5x%6, in %7")
        .arg(QLatin1String(widget->metaObject()->className()), text.left(40))
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->minimumSizeHint().width())
        .arg(widget->minimumSizeHint().height())
        .arg(QLatin1String(widget->parentWidget() ? widget->parentWidget()->metaObject()->className() : "nothing"));
}

/// Whether a widget that shows text has less room than its text needs.
bool isClipped(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height();
        return label->minimumSizeHint().width() > label->width() || label->minimumSizeHint().height() > label->height();
    }
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->fontMetrics().horizontalAdvance(box->currentText()) > box->width() - 28;
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return !edit->hasFocus() && edit->fontMetrics().horizontalAdvance(edit->text()) > edit->width();
    if (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const StateChip *>(widget))
        return widget->minimumSizeHint().width() > widget->width() ||
               widget->minimumSizeHint().height() > widget->height();
    return false;
}

/// Whether it sticks out of its parent.
bool sticksOut(const QWidget *widget)
{
    return !widget->isWindow() && widget->parentWidget() &&
           !widget->parentWidget()->rect().contains(widget->geometry());
}

QStringList faultsOf(const QWidget *window)
{
    QStringList faults;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (isClipped(widget))
            faults += "clipped: " + nameOf(widget);
        // What lies in a scroll area may be higher than it, but not wider.
        const bool scrolls = widget->parentWidget()->objectName() == "qt_scrollarea_viewport";
        if (sticksOut(widget) && !(scrolls && widget->width() <= widget->parentWidget()->width()))
            faults += "sticks out: " + nameOf(widget);
    }
    return faults;
}

} // namespace

class ClippingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("clipping");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QVERIFY(speak(nearestLanguage()));
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("more");
        for (const QSize size :
             {QSize(960, 600), QSize(1099, 719), QSize(1100, 760), QSize(1200, 720), QSize(1280, 760), QSize(1440, 900)})
            for (const bool dark : {false, true})
                for (const bool more : {false, true})
                    QTest::addRow("%dx%d%s%s", size.width(), size.height(), dark ? " dark" : " light",
                                  more ? " all open" : "")
                        << size << dark << more;
    }
    void nothingIsClipped()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(bool, more);
        QSettings().clear();
        const auto run = sampleRun();
        MainWindow window;
        window.openScenario(sampleScenario());
        window.setRun(run.get());
        PlaybackState state;
        state.phase = PlaybackState::Phase::Paused;
        state.now = 123'456'000'000;
        state.next = "at 123.500 s: #4 starts try 2 after a back-off of 300 ms, and #5 gets the slot that #4 had";
        window.setPlaybackState(state);
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *actions = window.findChild<WindowActions *>();
        (dark ? actions->themeDark : actions->themeLight)->trigger();
        window.findChild<TimelineView *>()->select(4);
        if (more)
            for (MoreButton *button : window.findChildren<MoreButton *>())
                button->setChecked(true);
        window.showProblem("A rather long sentence that says what could not be done, why it could not be done, and "
                           "what to do about it; "
                           "long enough to need more than one line in a narrow window.");
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QStringList faults = faultsOf(&window);
        for (PanelTabs *tabs : window.findChildren<PanelTabs *>()) {
            for (int page = 1; page < tabs->bar()->count(); ++page) {
                tabs->setCurrent(page);
                QCoreApplication::processEvents();
                faults += faultsOf(&window);
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
    }

    void aLongNameWidensNoPanel_data()
    {
        QTest::addColumn<QString>("kind");
        for (const Kind &kind : allKinds())
            if (kind.group == "source")
                QTest::newRow(qPrintable(kind.id)) << kind.id;
    }
    void aLongNameWidensNoPanel()
    {
        QFETCH(QString, kind);
        QJsonObject source{{"kind", kind}};
        if (kind == "list")
            source["items"] = QJsonArray{QJsonObject{{"name", QString(120, u'W')}}};
        else
            source["label"] = "GET /" + QString(120, u'w') + "s/{n}";
        Scenario scenario = sampleScenario();
        scenario.source = Section(findKind("source", kind), source);
        MainWindow window;
        window.openScenario(scenario);
        window.resize(960, 600);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.findChild<QSplitter *>()->setSizes({1, 800, 1}); // As narrow as the panels can be.
        QCoreApplication::processEvents();
        const QStringList faults = faultsOf(&window);
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
    }

    void theTransportsPartsStandSideBySide()
    {
        MainWindow window;
        window.openScenario(sampleScenario());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto *bar = window.findChild<TransportBar *>();
        for (int width = 960; width <= 1300; width += 10) {
            window.resize(width, 760);
            QCoreApplication::processEvents();
            QCOMPARE(bar->width(), width);
            QWidgetList parts = bar->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
            erase_if(parts, [](const QWidget *part) { return !part->isVisible(); });
            std::ranges::sort(parts, {}, &QWidget::x);
            for (qsizetype i = 1; i < parts.size(); ++i)
                QVERIFY2(parts[i - 1]->geometry().right() < parts[i]->x(),
                         qPrintable(QStringLiteral("at %1: %2").arg(width).arg(nameOf(parts[i - 1]))));
        }
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(ClippingTest)
#include "clipping_test.moc"
