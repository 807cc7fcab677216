// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QObject>

class QAction;

namespace playground {

class WindowActions;
struct PlaybackState;

/// What the window can be asked to do while a run goes on in real time: the rest is off, and its tool tip says why.
class WallClockControls : public QObject {
    Q_OBJECT

public:
    WallClockControls(WindowActions *actions, QObject *parent);

    /// To be told of each state.
    void show(const PlaybackState &state);
    /// There is a comparison: real time shows one run.
    void setComparing(bool compares);

private:
    void lock(QAction *action, const QString &reason);
    void unlockAll();
    void name(QAction *action, const QString &text, const QString &help);
    void showToggle();

    WindowActions *m_actions;
    struct Words {
        QString text, help;
    };
    QHash<QAction *, Words> m_usual; ///< Of actions that say something else now.
    QString m_toggleHelp;
    bool m_isOn = false, m_compares = false, m_records = false;
};

} // namespace playground
