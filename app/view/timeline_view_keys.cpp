// SPDX-License-Identifier: MIT
// Keys, menus and help of the timeline.
#include "model/words.h"
#include "picture/flag_painter.h"
#include "picture/span_text.h"
#include "picture/strip_painter.h"
#include "picture/time_text.h"
#include "picture/wall_clock_marks.h"
#include "view/marks_menu.h"
#include "view/timeline_keys.h"
#include "view/timeline_view_parts.h"
#include "view/timeline_walk.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace playground {
namespace {

constexpr double keyFactor = 0.7;
constexpr int keyPanParts = 10; // A key pans by this part of the axis.

QString spanHelp(const Run &run, const Span &span)
{
    const QString summary = spanSummary(span, run.trace(), run.now()), late = latenessText(run, span);
    return late.isEmpty() ? summary : TimelineView::tr("%1; its end was %2").arg(summary, late);
}

} // namespace

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        timelineCommand(*static_cast<QKeyEvent *>(event)) != TimelineCommand::None) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = helpAt(help->pos());
        text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        openContextMenu(static_cast<QContextMenuEvent *>(event)->pos());
        return true;
    }
    return QWidget::event(event);
}

QString TimelineView::helpAt(const QPoint &point) const
{
    using HitKind = TimelineHit::Kind;
    if (!m_parts->run)
        return {};
    if (takesInputAt(point))
        return InputRow::help();
    const size_t strip = m_parts->stripAt(point.y(), size());
    const Run &run = *m_parts->runOf(strip);
    const TimelineHit hit = hitAt(point);
    const TimelineGeometry geometry = m_parts->strips->geometry(strip, size(), m_parts->state);
    switch (hit.kind) {
    case HitKind::Header:
        return headerHelp(strip);
    case HitKind::Legend:
        return tr("%1: %2").arg(stateTerm(hit.state).name, stateTerm(hit.state).help);
    case HitKind::Span:
        return spanHelp(run, *m_parts->spanOf(strip, hit.span));
    case HitKind::Mark: {
        const Mark &mark = m_parts->marks.all()[hit.flag];
        return tr("%1, at %2. Click to rename it, the menu removes it.").arg(mark.name, instantText(mark.t));
    }
    case HitKind::Ruler:
        return tr("Click or drag to see that instant");
    case HitKind::OverviewPlayhead:
        return tr("The instant that is shown: drag it into the past");
    case HitKind::Flag:
        return flagSummary(hit.flag, geometry, run);
    case HitKind::Counter:
        if (point.x() < geometry.axisLeft())
            return CounterPainter::summary(run, hit.counter, run.now());
        if (point.x() >= geometry.axisLeft() && geometry.timeAt(point.x()) <= run.now())
            return CounterPainter::summary(run, hit.counter, geometry.timeAt(point.x()));
        return {};
    case HitKind::Level:
        if (point.x() < geometry.axisLeft())
            return levelTitle(run, hit.level) + u'\n' + levelSummary(run, hit.level, run.now());
        if (point.x() >= geometry.axisLeft() && geometry.timeAt(point.x()) <= run.now())
            return levelSummary(run, hit.level, geometry.timeAt(point.x()));
        return {};
    case HitKind::Marble:
    case HitKind::Lane:
        if (const QString ghost = m_parts->painter->ghostSummary(point, geometry, m_parts->state); !ghost.isEmpty())
            return ghost;
        if (hit.request > 0 && hit.request <= run.timeline().lanes().size())
            return laneSummary(run.timeline().lanes()[hit.request - 1], run.trace());
        if (geometry.isPacked() && point.x() < geometry.axisLeft())
            return tr("Requests share this row, one after the other. P gives each its own.");
        return {};
    case HitKind::Nothing:
        if (geometry.header().contains(point))
            return stripTitle(run.current()); // It may have been cut.
        return m_parts->painter->ghostSummary(point, geometry, m_parts->state);
    default:
        return {};
    }
}

void TimelineView::openContextMenu(const QPoint &at)
{
    const TimelineHit hit = hitAt(at);
    if (hit.kind == TimelineHit::Kind::Header)
        return emit stripMenuRequested(qsizetype(m_parts->stripAt(at.y(), size())), mapToGlobal(at));
    if (hit.kind != TimelineHit::Kind::Mark)
        return openZoomMenu(at);
    QMenu menu(this);
    addMark(menu, *this, hit.flag);
    menu.exec(mapToGlobal(at));
}

void TimelineView::openZoomMenu(const QPoint &at)
{
    const bool isOne = m_parts->run && m_parts->geometry(size()).isSmall();
    runZoomMenu(*this, mapToGlobal(at), m_parts->zoom, selectedRequest() > 0 || measured(),
                isOne ? std::optional(m_parts->state.chosen) : std::nullopt);
}

void TimelineView::openCounterMenu(const QPoint &at)
{
    QMenu menu(this);
    addCounters(menu, *this, m_parts->state.chosen);
    menu.exec(mapToGlobal(at));
}

void TimelineView::showCounter(Counter counter)
{
    m_parts->state.chosen = counter;
    m_parts->contentsOld = true;
    update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const TimelineCommand command = timelineCommand(*event);
    if (command == TimelineCommand::None || !m_parts->run)
        return QWidget::keyPressEvent(event);
    obey(command);
}

/// As the hand does it with a handle of the overview's window. Steps are parts of the whole, so that one takes another back.
void TimelineView::pullEnd(TimelineCommand command)
{
    const TimeRange whole = m_parts->zoom.whole();
    TimeRange range = m_parts->zoom.range();
    const qint64 step = std::max<qint64>(whole.length() / (2 * keyPanParts), 1);
    const bool later = command == TimelineCommand::StartLater || command == TimelineCommand::EndLater;
    if (command == TimelineCommand::StartEarlier || command == TimelineCommand::StartLater)
        range.begin = std::clamp<qint64>(range.begin + (later ? step : -step), whole.begin, std::max(whole.begin, range.end - TimelineZoom::leastLength));
    else
        range.end = std::clamp<qint64>(range.end + (later ? step : -step), std::min(whole.end, range.begin + TimelineZoom::leastLength), whole.end);
    changeZoom([&] { m_parts->zoom.setEnds(range); });
}

void TimelineView::obey(TimelineCommand command)
{
    if (!m_parts->run)
        return;
    const TimelineGeometry geometry = m_parts->geometry(size());
    TimelineZoom &zoom = m_parts->zoom;
    const qint64 step = zoom.range().length() / keyPanParts, middle = (zoom.range().begin + zoom.range().end) / 2;
    switch (command) {
    case TimelineCommand::ZoomIn:
        return changeZoom([&] { zoom.zoomAt(middle, keyFactor); });
    case TimelineCommand::ZoomOut:
        return changeZoom([&] { zoom.zoomAt(middle, 1 / keyFactor); });
    case TimelineCommand::PanLeft:
        return changeZoom([&] { zoom.pan(-step); });
    case TimelineCommand::PanRight:
        return changeZoom([&] { zoom.pan(step); });
    case TimelineCommand::StartEarlier:
    case TimelineCommand::StartLater:
    case TimelineCommand::EndEarlier:
    case TimelineCommand::EndLater:
        return pullEnd(command);
    case TimelineCommand::ToStart:
        changeZoom([&] { zoom.pan(-zoom.range().begin); });
        emit instantRequested(0);
        return;
    case TimelineCommand::ToEnd:
        changeZoom([&] { zoom.pan(zoom.whole().end); });
        emit instantRequested(std::numeric_limits<qint64>::max());
        return;
    case TimelineCommand::ScrollUp:
        return scrollTo(geometry.scroll() - geometry.pitch());
    case TimelineCommand::ScrollDown:
        return scrollTo(geometry.scroll() + geometry.pitch());
    case TimelineCommand::PageUp:
        return scrollTo(geometry.scroll() - geometry.lanes().height());
    case TimelineCommand::PageDown:
        return scrollTo(geometry.scroll() + geometry.lanes().height());
    case TimelineCommand::Fit:
        return zoomToFit();
    case TimelineCommand::ZoomToSelection:
        return zoomToSelection();
    case TimelineCommand::ZoomBack:
        return zoomBack();
    case TimelineCommand::NextSpan:
        return selectSpan(spanBeside(m_parts->run->timeline(), selectedRequest(), selectedSpan(), true));
    case TimelineCommand::PreviousSpan:
        return selectSpan(spanBeside(m_parts->run->timeline(), selectedRequest(), selectedSpan(), false));
    case TimelineCommand::SetMark:
        return setMark();
    case TimelineCommand::Measure:
        return measureSelection();
    case TimelineCommand::MeasureShorter:
        return moveMeasuredEnd(false);
    case TimelineCommand::MeasureLonger:
        return moveMeasuredEnd(true);
    case TimelineCommand::ClearSelection:
        return clearOne();
    case TimelineCommand::None:
        return;
    }
}

} // namespace playground
