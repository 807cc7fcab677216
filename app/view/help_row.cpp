// SPDX-License-Identifier: MIT
#include "view/help_row.h"

#include "model/words.h"
#include "view/key_name.h"
#include "view/timeline_keys.h"
#include "view/window_actions.h"

#include <QCoreApplication>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QStringList names(const QList<QKeySequence> &keys)
{
    QStringList names;
    for (const QKeySequence &key : keys)
        names += keyName(key);
    return names;
}

/// The actions up to the last one that is about the run, or those behind it, as far as they have keys.
QList<HelpRow> rowsOf(const WindowActions &actions, bool ofRun)
{
    QList<HelpRow> rows;
    const qsizetype end = actions.all().indexOf(actions.tap) + 1;
    for (qsizetype i = ofRun ? 0 : end; i < (ofRun ? end : actions.all().size()); ++i)
        if (const QAction *action = actions.all()[i]; !action->shortcuts().isEmpty())
            rows.append({names(action->shortcuts()), {}, action->toolTip()});
    return rows;
}

HelpRow row(const QStringList &keys, const QString &help) { return {keys, {}, help}; }

HelpRow row(const Term &term) { return {{}, term.name, term.help}; }

} // namespace

HelpBlock runKeys(const WindowActions &actions) { return {Words::tr("Run"), rowsOf(actions, true)}; }

HelpBlock windowKeys(const WindowActions &actions) { return {Words::tr("Window"), rowsOf(actions, false)}; }

HelpBlock timelineKeysHelp()
{
    HelpBlock block{Words::tr("Timeline"), {}};
    for (const TimelineKey &key : timelineKeys())
        block.rows.append({names(key.keys), {}, key.help});
    return block;
}

HelpBlock mouseHelp()
{
    const QString wheel = Words::tr("Wheel"), drag = Words::tr("Drag"), shift = modifierName(Qt::SHIFT).chopped(1),
                  ctrl = modifierName(Qt::CTRL).chopped(1);
    return {Words::tr("Mouse on the timeline"),
            {row({wheel}, Words::tr("Zooms at the pointer")), row({shift, wheel}, Words::tr("Moves the visible time")),
             row({ctrl, wheel}, Words::tr("Scrolls the rows")),
             row({drag}, Words::tr("Moves what is visible; on the ruler: shows that instant")),
             row({shift, drag}, Words::tr("Measures from edge to edge")),
             row({Words::tr("Double click")}, Words::tr("Zooms to a span"))}};
}

HelpBlock controlKeys()
{
    return {
        Words::tr("In single controls"),
        {row({keyName(Qt::Key_Tab), keyName(Qt::SHIFT | Qt::Key_Tab)},
             Words::tr("To the next control, to the one before")),
         row({keyName(Qt::Key_Left), keyName(Qt::Key_Right)}, Words::tr("Slider, latency: less, more")),
         row({keyName(Qt::Key_PageUp), keyName(Qt::Key_PageDown)}, Words::tr("Slider: ten steps")),
         row({keyName(Qt::Key_Up), keyName(Qt::Key_Down)},
             Words::tr("Number: a step; latency: another handle; grip of a policy: moves it")),
         row({keyName(Qt::CTRL | Qt::Key_Enter)}, Words::tr("List of items: takes it over; gallery: opens as a strip")),
         row({keyName(Qt::ALT | Qt::Key_Left), keyName(Qt::ALT | Qt::Key_Right)}, Words::tr("Timeline: moves the start of what is visible")),
         row({keyName(Qt::ALT | Qt::SHIFT | Qt::Key_Left), keyName(Qt::ALT | Qt::SHIFT | Qt::Key_Right)}, Words::tr("Timeline: moves its end")),
         row({QStringLiteral("S")}, Words::tr("Table: sorts by the current column, then the other way")),
         row({keyName(Qt::CTRL | Qt::Key_C)}, Words::tr("Log, table: copies the selected lines"))}};
}

HelpBlock numbersHelp()
{
    HelpBlock block{Words::tr("Numbers"), {}};
    for (const QString &key : metricKeys())
        block.rows.append(row(metricTerm(key)));
    return block;
}

HelpBlock statesHelp()
{
    HelpBlock block{Words::tr("States"), {}};
    for (const SpanState state : {SpanState::Queued, SpanState::Token, SpanState::Backoff, SpanState::Running,
                                  SpanState::Succeeded, SpanState::Failed, SpanState::TimedOut, SpanState::Cancelled})
        block.rows.append(row(stateTerm(state)));
    return block;
}

HelpBlock waitsHelp()
{
    HelpBlock block{Words::tr("Waits"), {}};
    for (int reason = int(WaitReason::Slot); reason <= int(WaitReason::Server); ++reason)
        block.rows.append(row(reasonTerm(WaitReason(reason))));
    return block;
}

} // namespace playground
