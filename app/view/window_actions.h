// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QWidget;

namespace playground {

/// Everything the window can be asked to do, with its keys. Each has a key that works on every keyboard layout; single
/// characters come in addition. The window connects them; menus, buttons and the list of keys show them.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    QAction *run, *step, *stepBack, *toEnd, *goToTime, *ghosts, *packRows, *reset, *newSeed, *lockSeed;
    QAction *slower, *faster, *usualSpeed, *wallClock;
    QAction *record, *tap;
    QAction *newScenario, *open, *save, *saveAs, *undo, *redo;
    QAction *palette, *find, *findNext, *findPrevious;
    QAction *compare, *keepGhost, *nextStrip, *previousStrip, *renameStrip, *makeBaseline, *removeStrip;
    QAction *details, *nextRegion, *toTimeline, *fullScreen, *keys, *quit;
    QAction *themeSystem, *themeLight, *themeDark;

    /// In the order of the list of keys.
    const QList<QAction *> &all() const { return m_all; }

private:
    QAction *add(const QString &text, const QString &help, const QList<QKeySequence> &keys);

    QWidget *m_window;
    QList<QAction *> m_all;
};

/// The action's name and first key as a tool tip: "Step (.)".
QString tipOf(const QAction *action);

} // namespace playground
