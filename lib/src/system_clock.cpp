// SPDX-License-Identifier: MIT
#include <asyncade/system_clock.h>

#include <asyncade/detail/saturating.h>
#include <asyncade/errors.h>

#include <QBasicTimer>
#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QThread>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace asyncade {

using std::chrono::nanoseconds;
using namespace std::chrono_literals;

namespace {

constexpr nanoseconds sliceLength = 4ms;

const QEvent::Type wakeEvent = QEvent::Type(QEvent::registerEventType());

/// Owns the thread's clock and ends it with the thread.
struct ThreadClock {
    std::unique_ptr<SystemClock> clock;
    ~ThreadClock();
};

// Trivially destructible, so it can be asked while the thread's other variables are being destroyed.
thread_local bool threadHasEnded = false;
thread_local ThreadClock threadClock;

void endClockOfApplication() { threadClock.clock.reset(); }

void endClockOfThread()
{
    threadHasEnded = true;
    threadClock.clock.reset();
}

// The end of a thread that Qt did not start.
ThreadClock::~ThreadClock() { endClockOfThread(); }

/// How long until somebody should look at the clock again. Reading it costs as much as several resumptions, a single resumption can
/// take long: so the interval grows while resumptions are short and falls back to 1.
class SliceWatch {
public:
    explicit SliceWatch(nanoseconds start) : m_start(start), m_last(start) {}
    bool over(const SystemClock &clock)
    {
        if (++m_count < m_interval)
            return false;
        const nanoseconds now = clock.now();
        m_interval = now - m_last < 20us ? std::min(m_interval * 2, 8) : 1;
        m_last = now;
        m_count = 0;
        return now - m_start >= sliceLength;
    }

private:
    nanoseconds m_start, m_last;
    int m_interval = 1;
    int m_count = 0;
};

} // namespace

class SystemClock::Driver : public QObject {
public:
    explicit Driver(SystemClock *clock) : m_clock(clock) {}

    void arm(nanoseconds due, nanoseconds now)
    {
        if (m_timer.isActive() && m_armedFor == due)
            return;
        // Rounded up: a sleeper never wakes early. Longer than Qt can count: it is set again when it fires.
        const auto milliseconds = std::max<std::int64_t>(0, detail::plus(due - now, 999'999ns) / 1ms);
        m_armedFor = due;
        m_timer.start(int(std::min<std::int64_t>(milliseconds, std::numeric_limits<int>::max())), Qt::PreciseTimer, this);
    }
    void disarm() { m_timer.stop(); }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == wakeEvent) {
            m_clock->m_posted = false;
            m_clock->drain();
            return true;
        }
        if (event->type() == QEvent::Timer) {
            m_timer.stop();
            m_clock->drain();
            return true;
        }
        return QObject::event(event);
    }

private:
    SystemClock *m_clock;
    QBasicTimer m_timer;
    nanoseconds m_armedFor{};
};

SystemClock &SystemClock::instance()
{
    if (SystemClock *clock = threadHasEnded ? nullptr : threadClock.clock.get())
        return *clock;
    if (threadHasEnded || (!QCoreApplication::instance() && QCoreApplication::closingDown()))
        throw Cancelled({.reason = StopReason::ClockEnded});
    if (!QCoreApplication::instance())
        throw std::logic_error("asyncade: there is no clock to wait on: make a QCoreApplication or a VirtualClock first");
    threadClock.clock.reset(new SystemClock);
    if (QCoreApplication::instance()->thread() == QThread::currentThread()) {
        qAddPostRoutine(endClockOfApplication);
    } else {
        // Before QThread::wait returns: those who unwind may use what the waiting thread destroys next.
        QObject::connect(QThread::currentThread(), &QThread::finished, threadClock.clock->m_driver.get(), endClockOfThread,
                         Qt::DirectConnection);
    }
    return *threadClock.clock;
}

SystemClock::SystemClock() : m_driver(std::make_unique<Driver>(this)) { becomeFallback(true); }

SystemClock::~SystemClock() { shutDown(); }

nanoseconds SystemClock::now() const noexcept { return std::chrono::steady_clock::now().time_since_epoch(); }

std::optional<nanoseconds> SystemClock::next() const
{
    if (!m_ready.empty() || m_hasStopped)
        return now();
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.nextDue());
}

void SystemClock::post() noexcept
{
    // Looked at first: mostly it is posted already, and an exchange takes as long as a resumption.
    if (!m_posted && !m_posted.exchange(true))
        QCoreApplication::postEvent(m_driver.get(), new QEvent(wakeEvent));
}

void SystemClock::drain()
{
    const detail::LoopLevelGuard level;
    nanoseconds time = now();
    SliceWatch slice(time);
    for (;;) {
        if (m_hasStopped)
            takeStopped();
        if (!m_ready.empty()) {
            // Posted before resuming: whoever is resumed may run an event loop, and the others must go on meanwhile.
            post();
            resumeNext();
            if (slice.over(*this))
                return;
            continue;
        }
        if (m_timers.empty())
            break;
        if (m_timers.nextDue() > time && m_timers.nextDue() > (time = now()))
            break;
        if (m_wakeUpHook) [[unlikely]]
            m_wakeUpHook(m_timers.nextDue(), now());
        const detail::RunningGuard running(*this, {});
        m_timers.fireNext();
    }
    arm();
}

void SystemClock::arm()
{
    if (m_timers.empty())
        m_driver->disarm();
    else
        m_driver->arm(m_timers.nextDue(), now());
}

void SystemClock::runUntilDone(detail::Completion &completion)
{
    QEventLoop loop;
    completion.notify = [&loop] { loop.quit(); };
    if (!completion.done)
        loop.exec();
    // When the application is told to quit the loop ends early; the operation is still waited for, as its caller's locals are in use.
    while (!completion.done)
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    completion.notify = nullptr;
}

} // namespace asyncade
