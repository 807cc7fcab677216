// SPDX-License-Identifier: MIT
// What the window's widgets paint is read back text by text: each lies within its widget, none lies upon another, and of what was cut
// a tool tip tells the whole.
#include "painted_texts.h"

#include "connect_parts.h"
#include "model/catalogue.h"
#include "model/language.h"
#include "picture/counter_painter.h"
#include "picture/label_cache.h"
#include "view/command_palette.h"
#include "view/keys_dialog.h"
#include "view/more_button.h"
#include "view/panel_tabs.h"
#include "view/timeline_view.h"
#include "view/value_field.h"
#include "view/window_actions.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace playground;
using Phase = PlaybackState::Phase;

namespace {

/// What people type scrolls in its field, but for numbers; and lines of a list or a text in their view.
bool scrolls(const QWidget &widget)
{
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        return !qobject_cast<const ValueField *>(edit);
    return qobject_cast<const QAbstractScrollArea *>(&widget) ||
           qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
}

QString toolTipAt(QWidget &widget, const QPoint &at)
{
    QToolTip::hideText();
    QHelpEvent asks(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &asks);
    return QToolTip::text().remove(QRegularExpression("<[^>]*>"));
}

/// Whether a text was shortened, and nothing tells the whole.
bool isCutWithoutTip(QWidget &widget, const PaintedText &text)
{
    const QChar dots(0x2026);
    if (!text.text.contains(dots) || widget.property("text").toString().contains(dots))
        return false;
    const QString begin = text.text.section(dots, 0, 0).trimmed();
    const QString tip = toolTipAt(widget, text.place.center().toPoint());
    return !tip.contains(begin) || tip.contains(begin + dots);
}

QStringList faultsOf(QWidget &widget)
{
    QStringList faults;
    const auto say = [&](const char *what, const PaintedText &text) {
        faults += QStringLiteral("%1 %2: “%3” at %4, %5 to %6, %7 of %8x%9")
                      .arg(QLatin1String(widget.metaObject()->className()), QLatin1String(what), text.text)
                      .arg(text.place.left())
                      .arg(text.place.top())
                      .arg(text.place.right())
                      .arg(text.place.bottom())
                      .arg(widget.width())
                      .arg(widget.height());
    };
    const std::vector<PaintedText> texts = textsPaintedBy(widget);
    for (size_t i = 0; i < texts.size(); ++i) {
        const PaintedText &text = texts[i];
        if (text.clip.isEmpty() || !text.clip.intersects(text.place))
            continue; // Out of sight altogether: a line above those that are shown.
        const auto isAgain = [&](const PaintedText &earlier) {
            return earlier.text == text.text && QLineF(earlier.place.center(), text.place.center()).length() < 1;
        };
        if (std::any_of(texts.begin(), texts.begin() + std::ptrdiff_t(i), isAgain))
            continue; // Emphasised: painted once more in its place.
        if (text.place.left() < text.clip.left() - 1 || text.place.right() > text.clip.right() + 1)
            say("clips", text);
        if (isCutWithoutTip(widget, text))
            say("cuts", text);
        for (size_t j = 0; j < i; ++j) {
            const QRectF common = text.place & texts[j].place;
            if (common.width() > 1 && common.height() > text.place.height() / 2)
                say(qPrintable("paints over “" + texts[j].text + "”"), text);
        }
    }
    return faults;
}

/// Of all that is visible in a window or a dialog.
QStringList faultsWithin(QWidget &window)
{
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    QStringList all;
    for (QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && !scrolls(*widget))
            all += faultsOf(*widget);
    return all;
}

constexpr qint64 mostRun = 10'000;

/// A window with a playback behind it, and all that can be open is.
struct Playground {
    Playback playback; // Before the window, which shows its run to the last.
    MainWindow window;

    Playground(const Scenario &scenario, const QSize &size)
    {
        connectParts(window, playback);
        window.resize(size);
        window.openScenario(scenario);
        window.show();
        if (requestCount(scenario) > mostRun)
            return; // Its numbers matter, not its run.
        playback.toEnd();
        while (playback.state().phase != Phase::Ended)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    QStringList faultsOnEveryPage()
    {
        QStringList all;
        for (MoreButton *button : window.findChildren<MoreButton *>())
            button->setChecked(true);
        window.findChild<WindowActions *>()->find->trigger();
        auto *timeline = window.findChild<TimelineView *>();
        for (const quint32 request : {0, 4}) {
            timeline->select(request);
            all += faultsWithin(window);
        }
        for (PanelTabs *tabs : window.findChildren<PanelTabs *>()) {
            for (int page = 1; page < tabs->bar()->count(); ++page) { // The first one is there already.
                tabs->setCurrent(page);
                all += faultsWithin(window);
            }
            tabs->setCurrent(0);
        }
        all.removeDuplicates();
        return all;
    }
};

Scenario with(const Scenario &base, const Settings &settings) { return std::get<Scenario>(withSettings(base, settings)); }

} // namespace

class PaintedTextsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("painted-texts");
        QVERIFY(m_settings.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QVERIFY(speak(nearestLanguage()));
    }

    void noticesFaults_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tip");
        QTest::addColumn<int>("faults");
        QTest::newRow("fits") << "Run" << "" << 0;
        QTest::newRow("does not fit") << "A text that is longer than its widget" << "" << 1;
        QTest::newRow("cut") << "A text…" << "" << 1;
        QTest::newRow("cut, and told") << "A text…" << "A text that is longer" << 0;
        QTest::newRow("cut, and told cut") << "A text…" << "A text…" << 1;
        QTest::newRow("one upon another") << "Run\nPause" << "" << 1;
        QTest::newRow("once more") << "Run\nRun" << "" << 0;
    }
    void noticesFaults()
    {
        QFETCH(QString, text);
        QFETCH(QString, tip);
        class Painting : public QWidget {
        public:
            QStringList texts;

        protected:
            void paintEvent(QPaintEvent *) override
            {
                QPainter painter(this);
                for (const QString &one : texts)
                    painter.drawText(4, 20, one);
            }
        } widget;
        widget.texts = text.split('\n');
        widget.resize(100, 30);
        widget.setToolTip(tip);
        widget.show();
        QTEST(int(faultsOf(widget).size()), "faults");
    }

    void theGutterHasRoomForTheCountersNames()
    {
        LabelCache labels;
        for (const Counter counter : {Counter::InFlight, Counter::Queued, Counter::Done}) {
            const int width = labels.width(Role::Caption, counterName(counter));
            QVERIFY2(width <= Theme::size(Size::Gutter) - Theme::size(Size::Grid) - Theme::size(Size::CardPaddingH), qPrintable(counterName(counter)));
        }
    }

    void everyTextFits_data()
    {
        QTest::addColumn<Scenario>("scenario");
        QTest::addColumn<QSize>("size");
        const auto add = [](const QString &name, const Scenario &scenario, const QSize &size = {960, 600}) {
            QTest::addRow("%s, %dx%d", qPrintable(name), size.width(), size.height()) << scenario << size;
        };
        for (const Scenario &scenario : shippedScenarios())
            add(scenario.name, scenario);
        for (const Kind *kind : kindsOf("pattern"))
            add("pattern " + kind->id, with(defaultScenario(), {{"pattern", "{\"kind\":\"" + kind->id + "\"}"}, {"policies", "[]"}}));
        for (const Kind *kind : kindsOf("policy"))
            add("policy " + kind->id, with(defaultScenario(), {{"policies", "[{\"kind\":\"" + kind->id + "\"}]"}}));
        for (const Kind *kind : kindsOf("latency"))
            if (kind->id != "list")
                add("latency " + kind->id, with(defaultScenario(), {{"backend.latency", "{\"kind\":\"" + kind->id + "\"}"}}));
        for (const QString source : {"interval", "poisson", "bursts", "tape", "list"})
            add("source " + source, with(defaultScenario(), {{"source", "{\"kind\":\"" + source + "\"}"}}));
        const Scenario longNames =
            with(defaultScenario(), {{"title", QString(80, u'W')}, {"source.label", "GET /" + QString(120, u'w') + "s/{n}"}});
        const Scenario many = with(defaultScenario(), {{"source.count", "1000"}, {"pattern.limit", "1000"}, {"seed", "9007199254740991"}});
        const Scenario large = with(defaultScenario(), {{"source.count", "10000000"},
                                                        {"pattern.limit", "1000000"},
                                                        {"backend", R"({"capacity":1000000,"queue":1000000,"rate":1000000,"burst":1000000})"},
                                                        {"policies", R"([{"kind":"retry","attempts":100,"base":"9999.999ms","cap":"86399.5s"}])"}});
        for (const QSize size : {QSize(960, 600), QSize(1100, 720), QSize(1280, 760)}) {
            add("long names", longNames, size);
            add("many", many, size);
            add("large numbers", large, size);
            if (size.width() > 960)
                for (const QString name : {"eight-fetches", "three-ways", "search-box", "circuit-breaker", "overloaded-server"})
                    add(name, std::get<Scenario>(shippedScenario(name)), size);
        }
    }
    void everyTextFits()
    {
        QFETCH(Scenario, scenario);
        QFETCH(QSize, size);
        QSettings().clear();
        Playground shown(scenario, size);
        const QStringList faults = shown.faultsOnEveryPage();
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
    }

    void dialogsFitToo()
    {
        QSettings().clear();
        MainWindow window;
        window.resize(960, 600);
        window.show();
        auto *actions = window.findChild<WindowActions *>();
        KeysDialog help(*actions, &window);
        help.show();
        QVERIFY2(help.width() <= window.width(), qPrintable(QString::number(help.width())));
        auto *pages = help.findChild<QTabWidget *>();
        QStringList faults;
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            faults += faultsWithin(help);
        }
        help.hide();
        actions->palette->trigger();
        auto *palette = window.findChild<CommandPalette *>();
        QVERIFY(palette && palette->isVisible());
        faults += faultsWithin(*palette);
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(PaintedTextsTest)
#include "painted_texts_test.moc"
