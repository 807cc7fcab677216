// SPDX-License-Identifier: MIT
#pragma once

#include "connect_parts.h"
#include "model/catalogue.h"
#include "view/number_control.h"
#include "view/parameter_form.h"
#include "view/parameter_row.h"
#include "view/pattern_card.h"
#include "view/scenario_panel.h"
#include "view/slider.h"
#include "view/source_card.h"
#include "view/status_line.h"
#include "view/timeline_view.h"
#include "view/value_field.h"
#include "view/window_actions.h"

#include <QCoreApplication>
#include <QDialog>
#include <QEventLoop>
#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QTest>

#include <limits>
#include <vector>

namespace playground {

/// The theme in which the next window comes; the person's own desktop plays no part.
inline void chooseTheme(bool dark) { QSettings().setValue(QStringLiteral("window/colors"), dark ? QStringLiteral("dark") : QStringLiteral("light")); }

/// The program's window with a playback behind it, connected as the program connects them, and hands that use it. Nothing here has a time
/// limit: what is waited for comes, or the program stands.
class Playground {
public:
    Playback playback; // Before the window, which shows its run to the last.
    MainWindow window;

    explicit Playground(const Scenario &scenario, const QSize &size = {1280, 760})
    {
        connectParts(window, playback);
        QObject::connect(&playback, &Playback::ghostsChanged, &window, [this](const Run *, const Run *ahead) { m_ahead = ahead; });
        std::vector<ScenarioInfo> list;
        for (const Scenario &one : shippedScenarios())
            list.push_back({one.name, one.title, one.group});
        window.setScenarioList(list);
        window.resize(size);
        window.openScenario(scenario);
        window.show();
        activate();
        // What a focused control is about goes after a while of the wall clock, which must not show.
        part<StatusLine>()->setReadingTime(std::numeric_limits<int>::max());
        timeline()->setFocus();
        settle();
    }

    /// Keys belong to the active window, which it is again behind a menu only where there is a desktop.
    void activate()
    {
        window.activateWindow();
        waitUntil([this] { return window.isActiveWindow(); });
    }

    template <typename Widget>
    Widget *part() const
    {
        return window.findChild<Widget *>();
    }
    TimelineView *timeline() const { return part<TimelineView>(); }
    WindowActions *actions() const { return part<WindowActions>(); }
    const Run &run() const { return playback.run(); }
    PlaybackState::Phase phase() const { return playback.state().phase; }

    /// The control of a number of the source or the pattern, or nullptr.
    NumberControl *number(const QString &path) const
    {
        const auto *panel = part<ScenarioPanel>();
        for (const ParameterForm *form : {panel->patternCard()->form(), panel->sourceCard()->form()}) {
            if (const ParameterRow *row = form->row(path))
                return qobject_cast<NumberControl *>(row->control());
        }
        return nullptr;
    }

    template <typename Condition>
    static void waitUntil(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    /// What was shown or hidden finds its place.
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    /// Stands still, at the end of all that was asked for.
    void rest()
    {
        waitUntil([this] { return phase() != PlaybackState::Phase::Running && playback.state().seeking < 0; });
        settle();
    }

    void key(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&window, Qt::Key(key), modifiers); }
    void toEnd()
    {
        key(Qt::Key_End, Qt::ControlModifier);
        waitUntil([this] { return phase() == PlaybackState::Phase::Ended; });
        settle();
    }
    void goTo(qint64 time)
    {
        playback.goTo(time);
        rest();
    }

    /// Types a value into a field and presses Enter.
    static void type(ValueField *field, const QString &text)
    {
        QTest::mouseClick(field, Qt::LeftButton);
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// Takes the handle of a slider and moves it by so many px, in two moves; letGo() ends the drag.
    void drag(Slider *slider, int by)
    {
        m_hand = {int(slider->position() * (slider->width() - 14)) + 7, slider->height() / 2};
        QTest::mousePress(slider, Qt::LeftButton, {}, m_hand);
        for (const int part : {by / 2, by - by / 2}) {
            m_hand += QPoint(part, 0);
            QTest::mouseMove(slider, m_hand);
        }
    }
    void letGo(Slider *slider) { QTest::mouseRelease(slider, Qt::LeftButton, {}, m_hand); }
    /// How the run goes on with what is being dragged is known to its end.
    void waitForTheFuture()
    {
        waitUntil([this] { return m_ahead && m_ahead->ended(); });
        rest();
    }

    /// The window, and above it the dialogs that are open.
    QImage picture()
    {
        settle();
        QImage image = window.grab().toImage();
        QPainter painter(&image);
        for (QDialog *dialog : window.findChildren<QDialog *>()) {
            if (dialog->isVisible())
                painter.drawPixmap(dialog->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), dialog->grab());
        }
        return image;
    }

private:
    const Run *m_ahead = nullptr;
    QPoint m_hand;
};

} // namespace playground
