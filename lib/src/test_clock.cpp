// SPDX-License-Identifier: MIT
#include <asyncade/testing/test_clock.h>

#include <QCoreApplication>
#include <QEvent>
#include <QThread>

#include <limits>
#include <stdexcept>
#include <utility>

namespace asyncade {

using std::chrono::nanoseconds;

namespace {

const QEvent::Type turnEvent = QEvent::Type(QEvent::registerEventType());

} // namespace

/// Gets an event of the lowest priority in each turn of the event loop, behind all that was posted before, and sees, as a filter of the
/// application, whether anything else was delivered between two of them. The dispatcher's own signals would not do: aboutToBlock
/// comes with posted events still pending on the glib dispatcher, and never where the loop does not block (QTRY_COMPARE).
class TestClock::Driver : public QObject {
public:
    explicit Driver(TestClock *clock) : m_clock(clock) { QCoreApplication::instance()->installEventFilter(this); }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != turnEvent)
            return QObject::event(event);
        m_clock->m_posted = false;
        m_clock->turn();
        return true;
    }
    bool eventFilter(QObject *receiver, QEvent *) override
    {
        if (receiver != this)
            m_clock->m_quiet = false;
        return false;
    }

private:
    TestClock *m_clock;
};

TestClock::TestClock()
{
    QCoreApplication *application = QCoreApplication::instance();
    if (!application)
        throw std::logic_error("asyncade: a TestClock moves with the event loop: make a QCoreApplication first, or use a VirtualClock");
    if (application->thread() != QThread::currentThread())
        throw std::logic_error("asyncade: a TestClock belongs to the application's thread: use a VirtualClock on others");
    m_driver = std::make_unique<Driver>(this);
}

TestClock::~TestClock()
{
    shutDown(); // While stop requests from other threads still find the driver.
}

void TestClock::post() noexcept
{
    if (!m_posted.exchange(true))
        QCoreApplication::postEvent(m_driver.get(), new QEvent(turnEvent), std::numeric_limits<int>::min());
}

void TestClock::wake() noexcept
{
    m_quiet = false; // Whoever begins something here may have set off more, which gets a whole turn too.
    post();
}

void TestClock::wakeFromOutside() noexcept
{
    VirtualClock::wakeFromOutside();
    post();
}

void TestClock::turn()
{
    const detail::LoopLevelGuard level;
    if (m_hasStopped)
        takeStopped();
    if (!m_ready.empty()) {
        wake(); // Before resuming: whoever is resumed may run an event loop, and the others must go on meanwhile.
        resumeNext();
        return;
    }
    // Outside work wakes the clock when it has news, and the clock goes on from there.
    if (m_timers.empty() || handle()->outsideWork > 0) {
        m_quiet = false;
        return;
    }
    post();
    // From one of these to the next a whole round of the dispatcher goes by, in whatever order it serves posted events, timers and sockets.
    if (!std::exchange(m_quiet, true))
        return;
    m_quiet = false;
    advanceOnce(nanoseconds::max());
}

} // namespace asyncade
