// SPDX-License-Identifier: MIT
#include "view/wall_clock_controls.h"

#include "model/run.h"
#include "view/window_actions.h"

namespace playground {

WallClockControls::WallClockControls(WindowActions *actions, QObject *parent)
    : QObject(parent), m_actions(actions), m_toggleHelp(actions->wallClock->toolTip())
{
}

void WallClockControls::show(const PlaybackState &state)
{
    WindowActions &a = *m_actions;
    m_records = state.recording;
    if (state.wallClock && !m_isOn) {
        const QString pace = tr("Off on the wall clock: real time always runs at 1×");
        for (QAction *action : {a.slower, a.faster, a.usualSpeed})
            lock(action, pace);
        name(a.step, {}, tr("Off on the wall clock: real time cannot be halted between two instants"));
        name(a.stepBack, {}, tr("Off on the wall clock: drag along the ruler to look at the past"));
        lock(a.ghosts, tr("Off on the wall clock: no run comes out twice alike, so none can be foretold"));
        lock(a.compare, tr("Off on the wall clock: it shows one run"));
        name(a.run, {}, tr("Runs in real time; again: ends the run. Real time cannot be paused"));
        name(a.toEnd, tr("To the present"), tr("Shows the present of the run again"));
    }
    if (!state.wallClock && m_isOn)
        unlockAll();
    m_isOn = state.wallClock;
    a.wallClock->setChecked(m_isOn);
    showToggle();
}

void WallClockControls::setComparing(bool compares)
{
    m_compares = compares;
    showToggle();
}

void WallClockControls::showToggle()
{
    QString reason;
    if (m_compares && !m_isOn)
        reason = tr("Off while strips are compared: real time shows one run");
    else if (m_records)
        reason = tr("Off while input is recorded");
    m_actions->wallClock->setEnabled(reason.isEmpty());
    m_actions->wallClock->setToolTip(reason.isEmpty() ? m_toggleHelp : reason);
}

void WallClockControls::lock(QAction *action, const QString &reason)
{
    name(action, {}, reason);
    action->setEnabled(false);
}

void WallClockControls::name(QAction *action, const QString &text, const QString &help)
{
    m_usual.insert(action, {action->text(), action->toolTip()});
    if (!text.isEmpty())
        action->setText(text);
    action->setToolTip(help);
}

void WallClockControls::unlockAll()
{
    for (auto usual = m_usual.cbegin(); usual != m_usual.cend(); ++usual) {
        if (usual.key() != m_actions->run) // Named by what it does next.
            usual.key()->setText(usual->text);
        usual.key()->setToolTip(usual->help);
    }
    m_usual.clear();
    for (QAction *action : {m_actions->slower, m_actions->faster, m_actions->usualSpeed, m_actions->ghosts, m_actions->compare})
        action->setEnabled(true);
}

} // namespace playground
