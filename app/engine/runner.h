// SPDX-License-Identifier: MIT
#pragma once

#include "engine/execution.h"
#include "engine/recorder.h"
#include "model/scenario.h"

#include <asyncade/virtual_clock.h>

#include <chrono>
#include <deque>
#include <optional>

namespace playground {

/// One run of a scenario on a virtual clock of its own. It does nothing by itself: it is advanced, piece by piece, by whoever decides how fast time goes. The pieces make no difference to what happens: a
/// run is a function of its scenario and its edits.
///
/// Belongs to the thread on which it was made.
class Runner {
public:
    /// Nothing happens before the first advance.
    explicit Runner(const Scenario &scenario);
    ~Runner();
    Runner(const Runner &) = delete;
    Runner &operator=(const Runner &) = delete;

    /// The scenario with the edits so far.
    const Scenario &current() const { return m_execution.current(); }
    std::chrono::nanoseconds now() const { return m_clock.now(); }
    bool ended() const { return m_execution.ended(); }
    /// When something happens next; nothing once the run has ended.
    std::optional<std::chrono::nanoseconds> next() const;

    /// Does the next single thing not later than `limit`. False: there is none.
    bool advanceOnce(std::chrono::nanoseconds limit);
    /// Does everything up to and including `time`, then shows `time`, unless the run ends before.
    void advanceTo(std::chrono::nanoseconds time);
    /// Shows a later time at which nothing happens: everything up to it must have been done.
    void showTime(std::chrono::nanoseconds time);
    void runToEnd();

    /// Changes a *now* parameter at the present instant, after all else that happens at it. The value must be valid for the path.
    void edit(const QString &path, const QJsonValue &value);

    /// What has happened since the last call.
    Trace takeBatch() { return m_recorder.takeBatch(); }
    /// How many events there are so far, those already taken included.
    qint64 eventCount() const { return m_recorder.count(); }

private:
    std::optional<std::chrono::nanoseconds> nextControl() const;
    void control();
    void finishWhenDone();

    std::optional<std::chrono::nanoseconds> m_until;
    std::deque<Edit> m_edits; ///< Still to come.
    Recorder m_recorder;
    Execution m_execution;
    asyncade::VirtualClock m_clock; ///< Last, so that it goes first: whoever waits on it unwinds while the rest still lives.
};

} // namespace playground
