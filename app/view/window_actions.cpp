// SPDX-License-Identifier: MIT
#include "view/window_actions.h"

#include "view/key_name.h"

#include <QActionGroup>
#include <QWidget>

namespace playground {

namespace {

/// A key that types a character; which physical key that is depends on the layout.
QKeySequence character(const char *text) { return QKeySequence(QLatin1String(text)); }

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
    run = add(tr("Run"), tr("Runs, or pauses, the run"), {Qt::Key_Space});
    step = add(tr("Step"), tr("Goes to the next instant at which something changes"),
               {character("."), Qt::CTRL | Qt::Key_Right});
    stepBack = add(tr("Step back"), tr("Goes back to the instant before, at which something changed"),
                   {character(","), Qt::CTRL | Qt::Key_Left});
    toEnd = add(tr("To the end"), tr("Runs to the end as fast as possible"), {Qt::CTRL | Qt::Key_End});
    goToTime = add(tr("Go to a time"), tr("Puts the keys into the time: type one to see that instant"), {Qt::CTRL | Qt::Key_G});
    reset =
        add(tr("Back to the start"), tr("Goes back to t = 0; edits made during the run are taken back"), {Qt::Key_R});
    newSeed = add(tr("New seed"), tr("Draws a new seed: the same scenario with other luck"), {Qt::SHIFT | Qt::Key_R});
    lockSeed = add(tr("Lock the seed"),
                   tr("Locked, each start repeats the same luck; unlocked, each start draws a new seed"), {});
    slower = add(tr("Slower"), tr("Makes the run slower"), {character("["), Qt::ALT | Qt::Key_Minus});
    faster = add(tr("Faster"), tr("Makes the run faster"),
                 {character("]"), Qt::ALT | Qt::Key_Plus, Qt::ALT | Qt::Key_Equal});
    usualSpeed = add(tr("Real time"), tr("Runs at 1×"), {character("\\"), Qt::ALT | Qt::Key_0});
    wallClock = add(tr("&Wall clock"),
                    tr("Runs in real time on the Qt event loop, instead of the virtual clock: shows how late real timers are"), {Qt::Key_F7});
    wallClock->setCheckable(true);
    record = add(tr("Record"),
                 tr("Begins a new tape: what you put in while it runs becomes the source; again: ends it"),
                 {Qt::SHIFT | Qt::Key_T});
    record->setCheckable(true);
    tap = add(tr("Tap"), tr("Puts in a click now; the first one begins a recording"), {Qt::Key_T});
    newScenario = add(tr("&New"), tr("Starts a scenario of your own from the default one"), {QKeySequence::New});
    open = add(tr("&Open…"), tr("Opens a scenario file"), {QKeySequence::Open});
    save = add(tr("&Save"), tr("Saves the scenario"), {QKeySequence::Save});
    saveAs = add(tr("Save &as…"), tr("Saves the scenario in another file"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    undo = add(tr("&Undo"), tr("Takes the last edit back"), {QKeySequence(Qt::CTRL | Qt::Key_Z)});
    redo = add(tr("&Redo"), tr("Does it again"),
               {QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    palette = add(tr("Gallery an&d commands…"), tr("Searches scenarios and everything the window can do"), {Qt::CTRL | Qt::Key_K});
    find = add(tr("&Find…"), tr("Finds in the timeline: #7, failed, attempt>2, wait>300ms, reason:token"),
               {QKeySequence(Qt::CTRL | Qt::Key_F), character("/")});
    findNext = add(tr("Next match"), tr("Goes to the next match"), {Qt::Key_F3});
    findPrevious = add(tr("Previous match"), tr("Goes to the match before"), {Qt::SHIFT | Qt::Key_F3});
    compare = add(tr("Com&pare…"), tr("Compares with another pattern or other policies: the same requests and the same luck"),
                  {Qt::Key_C, Qt::Key_F8});
    keepGhost = add(tr("Keep the run before as a strip"),
                    tr("Compares with the run before the last change, whose outlines are shown"), {Qt::SHIFT | Qt::Key_C});
    nextStrip = add(tr("Next strip"), tr("Chooses the next strip of a comparison"), {Qt::ALT | Qt::Key_Down});
    previousStrip = add(tr("Previous strip"), tr("Chooses the strip before"), {Qt::ALT | Qt::Key_Up});
    renameStrip = add(tr("Rename the strip"), tr("Gives the chosen strip another name"), {Qt::Key_F2});
    makeBaseline = add(tr("Make it the baseline"), tr("Makes the chosen strip the baseline, with which the others are compared"),
                       {Qt::CTRL | Qt::Key_B});
    removeStrip = add(tr("Remove the strip"), tr("Removes the chosen strip from the comparison"), {Qt::CTRL | Qt::Key_Delete});
    details = add(tr("Details"), tr("Shows or hides the details of what is selected"), {Qt::Key_F4});
    nextRegion = add(tr("Next region"), tr("Puts the keys into the next part of the window"), {Qt::Key_F6});
    toTimeline = add(tr("To the timeline"), tr("Gives the keys back to the timeline"), {Qt::Key_Escape});
    ghosts = add(tr("Outl&ines of other runs"),
                 tr("Outlines the run before the last change and, while a number is dragged, how the run goes on"), {Qt::Key_G});
    packRows = add(tr("R&equests share rows"),
                   tr("Lets requests share rows, each in the first that is free; more than 500 do so by themselves"), {Qt::Key_P});
    fullScreen = add(tr("Fu&ll screen"), tr("Shows the window on the whole screen"), {Qt::Key_F11});
    keys = add(tr("&Help and keys…"), tr("Lists all keys, and says what numbers and states mean"), {Qt::Key_F1, character("?")});
    themeSystem = add(tr("As the &system"), tr("Light or dark, as the system is"), {});
    themeLight = add(tr("&Light"), tr("Light colours"), {});
    themeDark = add(tr("&Dark"), tr("Dark colours"), {});
    quit = add(tr("&Quit"), tr("Closes the window"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    auto *themes = new QActionGroup(this);
    for (QAction *theme : {themeSystem, themeLight, themeDark}) {
        theme->setCheckable(true);
        themes->addAction(theme);
    }
    lockSeed->setCheckable(true);
    details->setCheckable(true);
    fullScreen->setCheckable(true);
    packRows->setCheckable(true);
    ghosts->setCheckable(true);
    ghosts->setChecked(true);
}

QAction *WindowActions::add(const QString &text, const QString &help, const QList<QKeySequence> &sequences)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(sequences);
    action->setToolTip(help);
    action->setShortcutContext(Qt::WindowShortcut);
    m_window->addAction(action);
    m_all += action;
    return action;
}

QString tipOf(const QAction *action)
{
    const QString name = QString(action->text()).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    const QString key = keyName(action->shortcut());
    return key.isEmpty() ? action->toolTip() : WindowActions::tr("%1 (%2): %3").arg(name, key, action->toolTip());
}

} // namespace playground
