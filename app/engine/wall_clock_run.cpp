// SPDX-License-Identifier: MIT
#include "engine/wall_clock_run.h"

#include "engine/execution.h"
#include "engine/recorder.h"

#include <asyncade/errors.h>
#include <asyncade/sleep.h>
#include <asyncade/system_clock.h>

#include <QAbstractEventDispatcher>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace playground {

using asyncade::SystemClock;
using std::chrono::nanoseconds;

namespace {

/// What has happened and not been taken. Written by the run's thread, taken by another; its times are those of the run.
class Journal final : public asyncade::Observer {
public:
    void begin(nanoseconds origin)
    {
        const std::scoped_lock lock(m_mutex);
        m_origin = origin;
        m_begun = true;
    }

    void observe(const asyncade::TraceEvent &event) noexcept override
    {
        const std::scoped_lock lock(m_mutex);
        asyncade::TraceEvent ours = event;
        ours.time = onRun(event.time);
        if (event.until)
            ours.until = *event.until - m_origin;
        m_recorder.observe(ours);
        m_last = ours.time;
        m_ended = m_ended || event.kind == asyncade::TraceEventKind::End;
        if (m_ended)
            m_end.notify_one();
    }

    void wokeUp(nanoseconds due, nanoseconds now)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_ended)
            m_wakeUps.add((due - m_origin).count(), onRun(now).count());
    }

    void interrupted(nanoseconds now)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_ended)
            m_wakeUps.interrupt(onRun(now).count());
    }

    void edited(nanoseconds now)
    {
        const std::scoped_lock lock(m_mutex);
        m_edits.push_back(onRun(now));
    }

    WallClockRun::Piece take()
    {
        const std::scoped_lock lock(m_mutex);
        return takeLocked();
    }

    WallClockRun::Piece waitAndTake(std::chrono::milliseconds most)
    {
        std::unique_lock lock(m_mutex);
        m_end.wait_for(lock, most, [this] { return m_ended; });
        return takeLocked();
    }

    nanoseconds now() const
    {
        const std::scoped_lock lock(m_mutex);
        return present();
    }

private:
    /// What was being told while the present was taken belongs behind it.
    nanoseconds onRun(nanoseconds clock) const { return std::max(clock - m_origin, m_taken); }

    nanoseconds present() const
    {
        if (!m_begun || m_ended)
            return m_last;
        return std::max(nanoseconds(std::chrono::steady_clock::now().time_since_epoch()) - m_origin, m_taken);
    }

    WallClockRun::Piece takeLocked()
    {
        m_taken = present();
        return {.trace = m_recorder.takeBatch(),
                .wakeUps = std::exchange(m_wakeUps, {}),
                .now = m_taken,
                .edits = std::exchange(m_edits, {}),
                .ended = m_ended};
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_end;
    Recorder m_recorder;
    WakeUps m_wakeUps;
    std::vector<nanoseconds> m_edits;
    nanoseconds m_origin{};
    nanoseconds m_last{};  ///< Of the last event.
    nanoseconds m_taken{}; ///< The present when somebody took last.
    bool m_begun = false;
    bool m_ended = false;
};

} // namespace

/// The run's thread, with its event loop and its clock.
class WallClockRun::Thread final : public QThread {
public:
    Thread(const Scenario &scenario, Source source) : m_scenario(scenario), m_source(source) { m_inside.moveToThread(this); }

    /// Does it on the thread, between two things that the event loop does.
    template <typename Action>
    void post(Action action)
    {
        QMetaObject::invokeMethod(
            &m_inside,
            [this, action = std::move(action)] {
                if (m_execution->ended())
                    return;
                m_journal.interrupted(m_clock->now());
                action();
            },
            Qt::QueuedConnection);
    }

    void edit(const std::vector<Edit> &edits)
    {
        post([this, edits] {
            for (const Edit &edit : edits)
                m_execution->apply(edit);
            m_journal.edited(m_clock->now());
        });
    }

    void growSource(const Section &source, Source state)
    {
        post([this, source, state] {
            m_source = state;
            m_execution->growSource(source, state == Source::Open);
        });
    }

    void stop() { post([this] { finish(asyncade::EndReason::Stopped); }); }

    Journal &journal() { return m_journal; }

protected:
    void run() override
    {
        m_clock = &SystemClock::instance();
        // Behind the clock's own end, in which all who wait unwind.
        connect(this, &QThread::finished, this, [this] { m_execution.reset(); }, Qt::DirectConnection);
        m_clock->setObserver(&m_journal);
        m_clock->setWakeUpHook([this](nanoseconds due, nanoseconds now) { m_journal.wokeUp(due, now); });
        const nanoseconds origin = m_clock->now();
        m_journal.begin(origin);
        m_execution = std::make_unique<Execution>(m_scenario, *m_clock, origin);
        m_execution->whenPatternDone([this] { finish(asyncade::EndReason::Done); });
        if (m_source == Source::Open)
            m_execution->growSource(m_scenario.source, true);
        m_control = control(origin);
        m_execution->start();
        QObject watch;
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &watch, [this] { finishWhenIdle(); });
        finishWhenIdle();
        exec();
        // What unwinds now is no part of the run.
        m_clock->setObserver(nullptr);
    }

private:
    /// Does what the scenario itself demands at its times: edits, and the end.
    QCoro::Task<> control(nanoseconds origin)
    {
        for (const Edit &edit : m_scenario.edits) {
            if (m_scenario.until && edit.at > *m_scenario.until)
                break;
            co_await asyncade::sleepUntil(origin + edit.at);
            if (m_execution->ended())
                co_return;
            m_execution->apply(edit);
        }
        if (!m_scenario.until)
            co_return;
        co_await asyncade::sleepUntil(origin + *m_scenario.until);
        finish(asyncade::EndReason::Until);
    }

    void finish(asyncade::EndReason reason)
    {
        if (!m_execution->ended())
            m_execution->finish(reason);
    }

    void finishWhenIdle()
    {
        if (m_source == Source::Complete && !m_clock->next())
            finish(asyncade::EndReason::Idle);
    }

    Scenario m_scenario;
    Source m_source;
    Journal m_journal;
    QObject m_inside; ///< Where others leave what is to be done.
    SystemClock *m_clock = nullptr;
    std::unique_ptr<Execution> m_execution;
    QCoro::Task<> m_control;
};

WallClockRun::WallClockRun(const Scenario &scenario, QThreadPool &pool, Source source)
    : m_thread(std::make_shared<Thread>(scenario, source)), m_pool(pool)
{
    m_thread->start();
}

WallClockRun::~WallClockRun()
{
    m_thread->quit();
    m_pool.start([thread = std::move(m_thread)] { thread->wait(); });
}

WallClockRun::Piece WallClockRun::take() { return m_thread->journal().take(); }

WallClockRun::Piece WallClockRun::waitAndTake(std::chrono::milliseconds most) { return m_thread->journal().waitAndTake(most); }

nanoseconds WallClockRun::now() const { return m_thread->journal().now(); }

void WallClockRun::edit(const std::vector<Edit> &edits) { m_thread->edit(edits); }

void WallClockRun::growSource(const Section &source, Source state) { m_thread->growSource(source, state); }

void WallClockRun::stop() { m_thread->stop(); }

} // namespace playground
