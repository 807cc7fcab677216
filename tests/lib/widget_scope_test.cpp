// SPDX-License-Identifier: MIT
// A TaskScope as the last member of a widget: however the widget goes, its coroutines unwind while the members still live.
#include <asyncade/task_scope.h>

#include <asyncade/gather.h>
#include <asyncade/offload.h>
#include <asyncade/race.h>
#include <asyncade/retry.h>
#include <asyncade/semaphore.h>
#include <asyncade/signal.h>
#include <asyncade/sleep.h>
#include <asyncade/system_clock.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/outside_work.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <QVBoxLayout>

#include <memory>
#include <optional>
#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// Waits in every way at once. Each coroutine, when it ends, reads a member and a child widget, and says so in the log.
class Panel : public QWidget {
public:
    explicit Panel(QStringList &log, QWidget *parent = nullptr)
        : QWidget(parent), m_log(log), m_label(new QLabel("label", this)), m_button(new QPushButton("go", this)),
          m_held(m_gate.tryAcquire()), m_scope([&log](const ErrorReport &report) { log << "reported " + QString::fromStdString(report.name); })
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_label);
        column->addWidget(m_button);
    }

    /// The names of what `startAll` starts, sorted; `startAllAndOffload` starts "offload", too. A virtual clock waits for that, which
    /// ends only when it is told.
    static QStringList allAndOffload() { return QStringList{"offload"} + all(); }
    static QStringList all() { return {"gather", "race", "retry", "semaphore", "signal", "sleep", "timeout"}; }
    void startAll()
    {
        spawn("sleep", &Panel::sleeps);
        spawn("signal", &Panel::waitsForAClick);
        spawn("semaphore", &Panel::waitsForAPermit);
        spawn("gather", &Panel::gathers);
        spawn("timeout", &Panel::waitsWithADeadline);
        spawn("retry", &Panel::retries);
        spawn("race", &Panel::races);
    }
    void startAllAndOffload()
    {
        startAll();
        startOffload();
    }
    void startOffload()
    {
        spawn("offload", &Panel::offloads);
        m_begun.await();
    }
    void spawn(const char *name, QCoro::Task<> (Panel::*body)(std::stop_token))
    {
        m_scope.spawn(name, [this, name, body](std::stop_token token) { return noted(name, body, token); });
    }

    QCoro::Task<> sleeps(std::stop_token token) { co_await sleepFor(1h, token); }
    QCoro::Task<> waitsForAClick(std::stop_token token) { co_await awaitSignal(m_button, &QPushButton::clicked, token); }
    QCoro::Task<> waitsForAPermit(std::stop_token token) { const Permit permit = co_await m_gate.acquire(token); }
    QCoro::Task<> gathers(std::stop_token token)
    {
        const auto nap = [this](std::stop_token inner) { return sleeps(inner); };
        const auto click = [this](std::stop_token inner) { return waitsForAClick(inner); };
        const auto permit = [this](std::stop_token inner) { return waitsForAPermit(inner); };
        co_await gather(token, nap, click, permit);
    }
    QCoro::Task<> waitsWithADeadline(std::stop_token token)
    {
        const auto nested = [this](std::stop_token inner) { return gathers(inner); };
        co_await withTimeout(nested, 2h, token);
    }
    QCoro::Task<> retries(std::stop_token token)
    {
        const auto attempt = [this](std::stop_token inner) { return fails(inner); };
        const RetryOptions hourly{.attempts = 5, .base = 1h, .cap = 2h, .jitter = Jitter::none()};
        const RetryRules rules;
        co_await retry(attempt, hourly, rules, token);
    }
    QCoro::Task<> races(std::stop_token token)
    {
        const auto deadline = [this](std::stop_token inner) { return waitsWithADeadline(inner); };
        const auto back = [this](std::stop_token inner) { return retries(inner); };
        co_await race(token, deadline, back);
    }
    QCoro::Task<> offloads(std::stop_token token)
    {
        const auto scale = [this](std::stop_token told) {
            m_begun.reach();
            support::waitForStop(told);
            return m_text.size();
        };
        const auto limited = [&scale](std::stop_token inner) { return offload(scale, inner); };
        co_await withTimeout(limited, 1h, token);
    }
    QCoro::Task<> deletesItAfterASecond(std::stop_token token)
    {
        co_await sleepFor(1s, token);
        QStringList &log = m_log;
        delete this;
        // From here on an orphan: nothing of the widget may be touched, and the next wait with the token throws.
        log << "orphan";
        co_await sleepFor(1s, token);
        log << "not reached";
    }
    QCoro::Task<> closesItAfterASecond(std::stop_token token)
    {
        co_await sleepFor(1s, token);
        close();
        co_await sleepFor(1h, token);
    }
    QCoro::Task<> deletesTheWindowOnAClick(std::stop_token token)
    {
        co_await awaitSignal(m_button, &QPushButton::clicked, token);
        delete window();
    }

    QPushButton *button() const { return m_button; }
    TaskScope &scope() { return m_scope; }

private:
    QCoro::Task<> fails(std::stop_token) { throw std::runtime_error("503"); }
    QCoro::Task<> noted(const char *name, QCoro::Task<> (Panel::*body)(std::stop_token), std::stop_token token)
    {
        const std::weak_ptr<int> members = m_members;
        QStringList &log = m_log;
        const auto note = qScopeGuard([&] {
            if (!members.expired()) // The orphan of a deleted widget must touch nothing.
                log << QString("%1: %2 %3").arg(name, m_text, m_label->text());
        });
        co_await (this->*body)(token);
    }

    QStringList &m_log;
    QString m_text = QString::fromLatin1("a member on the heap");
    QLabel *m_label;
    QPushButton *m_button;
    Semaphore m_gate{1};
    std::optional<Permit> m_held; ///< So that nobody else gets one.
    support::Signpost m_begun; ///< The work on the pool.
    std::shared_ptr<int> m_members = std::make_shared<int>(); ///< Alive as long as the members are.
    TaskScope m_scope; ///< Last: destroyed first.
};

/// What is in the log when `names` have unwound while members and child widgets lived.
QStringList unwound(QStringList names)
{
    for (QString &name : names)
        name += ": a member on the heap label";
    return names;
}
QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

} // namespace

class WidgetScopeTest : public QObject {
    Q_OBJECT

private slots:
    void deletingTheWidgetUnwindsEveryKindOfWaitWhileItsMembersLive();
    void deletingItNeedsNoEventLoopOnTheSystemClock();
    void aParentThatDeletesTheWidgetUnwindsItToo();
    void closingAWidgetThatDeletesItselfUnwindsItWhenItGoes();
    void aCoroutineMayCloseAWidgetThatDeletesItself();
    void aCoroutineThatDeletesItsWidgetGoesOnAsAnOrphan();
    void aClickThatEndsAWaitMayDeleteTheWindowOfTheButton();
    void aClickHandlerWhoseCoroutineDeletesTheWidgetAtOnce();
    void aWidgetDeletedWithinTheCoroutineOfAnotherUnwindsOnlyItself();
    void nothingOfItIsLeftOnTheClock();
};

void WidgetScopeTest::deletingTheWidgetUnwindsEveryKindOfWaitWhileItsMembersLive()
{
    VirtualClock clock;
    QStringList log;
    auto panel = std::make_unique<Panel>(log);
    panel->show();
    panel->startAll();
    clock.advance(1s);
    panel->startOffload();
    QCOMPARE(panel->scope().size(), std::size_t(8));
    panel.reset();
    QCOMPARE(sorted(log), sorted(unwound(Panel::allAndOffload())));
    QCOMPARE(clock.now(), 1s);
}

void WidgetScopeTest::deletingItNeedsNoEventLoopOnTheSystemClock()
{
    QStringList log;
    auto panel = std::make_unique<Panel>(log);
    panel->startAllAndOffload();
    QCOMPARE(panel->scope().size(), std::size_t(8));
    panel.reset();
    QCOMPARE(sorted(log), sorted(unwound(Panel::allAndOffload())));
}

void WidgetScopeTest::aParentThatDeletesTheWidgetUnwindsItToo()
{
    VirtualClock clock;
    QStringList log;
    auto window = std::make_unique<QWidget>();
    auto *left = new Panel(log, window.get());
    auto *right = new Panel(log, left);
    window->show();
    left->startAll();
    right->startAll();
    clock.advance(1s);
    window.reset();
    QCOMPARE(sorted(log), sorted(unwound(Panel::all() + Panel::all())));
}

void WidgetScopeTest::closingAWidgetThatDeletesItselfUnwindsItWhenItGoes()
{
    VirtualClock clock;
    QStringList log;
    QPointer<Panel> panel = new Panel(log);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    panel->show();
    panel->startAll();
    panel->close();
    QVERIFY(panel); // It is deleted later; until then its coroutines go on.
    QCOMPARE(panel->scope().size(), std::size_t(7));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!panel);
    QCOMPARE(sorted(log), unwound(Panel::all()));
}

void WidgetScopeTest::aCoroutineMayCloseAWidgetThatDeletesItself()
{
    VirtualClock clock;
    QStringList log;
    QPointer<Panel> panel = new Panel(log);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    panel->show();
    panel->startAll();
    panel->spawn("closer", &Panel::closesItAfterASecond);
    clock.advance(1s);
    QVERIFY(panel);
    QVERIFY(panel->isHidden());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!panel);
    QCOMPARE(sorted(log), sorted(unwound(Panel::all() + QStringList{"closer"})));
}

void WidgetScopeTest::aCoroutineThatDeletesItsWidgetGoesOnAsAnOrphan()
{
    VirtualClock clock;
    QStringList log;
    QPointer<Panel> panel = new Panel(log);
    panel->show();
    panel->startAll();
    panel->spawn("deleter", &Panel::deletesItAfterASecond);
    clock.run();
    QVERIFY(!panel);
    QCOMPARE(log.takeLast(), QString("orphan"));
    QCOMPARE(sorted(log), unwound(Panel::all()));
    QCOMPARE(clock.now(), 1s); // Its next wait threw at once.
}

void WidgetScopeTest::aClickThatEndsAWaitMayDeleteTheWindowOfTheButton()
{
    VirtualClock clock;
    QStringList log;
    QPointer<QWidget> window = new QWidget;
    auto *panel = new Panel(log, window);
    window->show();
    panel->spawn("sleep", &Panel::sleeps);
    panel->spawn("retry", &Panel::retries);
    panel->spawn("click", &Panel::deletesTheWindowOnAClick);
    QTest::mouseClick(panel->button(), Qt::LeftButton);
    QVERIFY(window); // Nobody is resumed from within the click.
    clock.advance(0s);
    QVERIFY(!window);
    QCOMPARE(sorted(log), unwound({"retry", "sleep"}));
}

void WidgetScopeTest::aClickHandlerWhoseCoroutineDeletesTheWidgetAtOnce()
{
    VirtualClock clock;
    QStringList log;
    QPointer<Panel> panel = new Panel(log);
    panel->show();
    panel->startAll();
    QObject::connect(panel->button(), &QPushButton::clicked, panel.data(), [panel] {
        Panel *owner = panel;
        owner->scope().spawn("click", [owner](std::stop_token) -> QCoro::Task<> {
            delete owner; // Before its first wait: within the signal of a button of the widget.
            co_return;
        });
    });
    panel->button()->click();
    QVERIFY(!panel);
    QCOMPARE(sorted(log), unwound(Panel::all()));
}

void WidgetScopeTest::aWidgetDeletedWithinTheCoroutineOfAnotherUnwindsOnlyItself()
{
    VirtualClock clock;
    QStringList log, otherLog;
    Panel other(otherLog);
    auto panel = std::make_unique<Panel>(log);
    panel->startAll();
    other.startAll();
    other.scope().spawn("deleter", [&](std::stop_token token) -> QCoro::Task<> {
        co_await sleepFor(1s, token);
        panel.reset();
        co_await sleepFor(1s, token);
        otherLog << "goes on";
    });
    clock.advance(2s);
    QVERIFY(!panel);
    QCOMPARE(sorted(log), unwound(Panel::all()));
    QCOMPARE(otherLog, QStringList{"goes on"});
    QCOMPARE(other.scope().size(), std::size_t(7));
}

void WidgetScopeTest::nothingOfItIsLeftOnTheClock()
{
    VirtualClock clock;
    QStringList log;
    {
        Panel panel(log);
        panel.startAll();
        clock.advance(1s);
        QVERIFY(clock.next());
    }
    QVERIFY(!clock.next()); // No sleep, no back-off, no deadline.
}

QTEST_MAIN(WidgetScopeTest)
#include "widget_scope_test.moc"
