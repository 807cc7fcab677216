// SPDX-License-Identifier: MIT
// What the pointer does on the timeline.
#include "view/timeline_view_parts.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace playground {
namespace {

/// A step of the wheel makes the visible time shorter by this factor, or pans by this part of the axis.
constexpr double wheelFactor = 0.8;
constexpr double wheelPanPart = 0.1;
/// Wheel steps come faster than frames; they are joined to one zoom a frame.
constexpr int frameMs = 16;
/// Wheel steps closer than this are one gesture: one step to go back to.
constexpr int gestureMs = 400;

} // namespace

TimelineHit TimelineView::hitAt(const QPoint &point) const
{
    const size_t strip = m_parts->stripAt(point.y(), size());
    if (m_parts->strips->headerAt(point, size(), m_parts->state))
        return {TimelineHit::Kind::Header};
    return m_parts->strips->painter(strip).hit(point, m_parts->strips->geometry(strip, size(), m_parts->state), m_parts->state);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    using HitKind = TimelineHit::Kind;
    using Drag = Parts::Drag;
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const QPoint point = event->position().toPoint();
    const TimelineGeometry geometry = m_parts->strips->geometry(m_parts->stripAt(point.y(), size()), size(), m_parts->state);
    m_parts->pressed = point;
    m_parts->pressedRange = m_parts->zoom.range();
    m_parts->pressedScroll = m_parts->state.scroll;
    if (event->modifiers() == Qt::NoModifier && takesInputAt(point)) {
        m_parts->input->setFocus(Qt::MouseFocusReason);
        emit tapped(event->timestamp());
        return;
    }
    const TimelineHit hit = hitAt(point);
    const bool onAxis = point.x() >= geometry.axisLeft() && point.x() <= geometry.axisRight();
    if (event->modifiers() & Qt::ShiftModifier && onAxis &&
        (geometry.ruler().contains(point) || geometry.strip().contains(point))) {
        m_parts->drag = Drag::MaybeMeasure;
        m_parts->measuredBefore = measured();
        m_parts->measuredFrom = m_parts->painter->snapped(point, geometry, m_parts->state);
        return;
    }
    const bool onScrollBar =
        geometry.maxScroll() > 0 && geometry.lanes().contains(point) && point.x() > geometry.axisRight();
    switch (hit.kind) {
    case HitKind::ZoomMenu:
        return openZoomMenu(m_parts->painter->zoomMenu(geometry, m_parts->state).bottomLeft());
    case HitKind::CounterChip:
        return openCounterMenu(geometry.counter(hit.counter).topLeft());
    case HitKind::OverviewStart:
        m_parts->drag = Drag::WindowStart;
        break;
    case HitKind::OverviewEnd:
        m_parts->drag = Drag::WindowEnd;
        break;
    case HitKind::OverviewPlayhead:
    case HitKind::Ruler:
        m_parts->drag = hit.kind == HitKind::Ruler ? Drag::Ruler : Drag::OverviewPlayhead;
        m_parts->requested = -1;
        if (m_parts->zoom.mode() == TimelineZoom::Mode::Live)
            changeZoom([&] { m_parts->zoom.setEnds(m_parts->pressedRange); }); // The axis must not run from the hand.
        return dragTo(point);
    case HitKind::Flag:
        m_parts->requested = -1;
        return requestInstant(m_parts->run->timeline().flags()[hit.flag].t);
    case HitKind::Overview:
        m_parts->drag = Drag::Window;
        pressOverview(geometry.timeIn(m_parts->zoom.whole(), point.x()));
        break;
    default:
        m_parts->drag = onScrollBar ? Drag::ScrollBar : Drag::Maybe;
    }
}

/// A press beside the window in the overview brings the window there; on it, it is only taken hold of.
void TimelineView::pressOverview(qint64 t)
{
    const TimeRange range = m_parts->zoom.range();
    if (t < range.begin || t > range.end)
        changeZoom([&] { m_parts->zoom.pan(t - (range.begin + range.end) / 2); });
    m_parts->pressedRange = m_parts->zoom.range();
}

void TimelineView::requestInstant(qint64 time)
{
    if (time != std::exchange(m_parts->requested, time))
        emit instantRequested(time);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_parts->pointer = point;
    using Drag = Parts::Drag;
    if (m_parts->drag == Drag::None)
        return pointAt(point);
    if (m_parts->drag == Drag::MaybeMeasure) {
        if (std::abs(point.x() - m_parts->pressed.x()) < QGuiApplication::styleHints()->startDragDistance())
            return;
        m_parts->drag = Drag::Measure;
        setCursor(Qt::SizeHorCursor);
        hover(noSpan);
    }
    if (m_parts->drag == Drag::Maybe) {
        if ((point - m_parts->pressed).manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
            return;
        m_parts->drag = Drag::Pan;
        setCursor(Qt::ClosedHandCursor);
        hover(noSpan);
    }
    dragTo(point);
}

/// The pointer moves with no button held.
void TimelineView::pointAt(const QPoint &point)
{
    using HitKind = TimelineHit::Kind;
    const TimelineHit hit = hitAt(point);
    hoverIn(m_parts->stripAt(point.y(), size()), hit.request, hit.kind == HitKind::Span ? hit.span : noSpan);
    const bool onMenu = hit.kind == HitKind::ZoomMenu;
    if (m_parts->state.zoomFocused != onMenu) {
        m_parts->state.zoomFocused = onMenu;
        m_parts->contentsOld = true;
        update();
    }
    if (hit.kind == HitKind::OverviewStart || hit.kind == HitKind::OverviewEnd || hit.kind == HitKind::OverviewPlayhead)
        setCursor(Qt::SizeHorCursor);
    else if (onMenu || takesInputAt(point) || hit.kind == HitKind::Ruler || hit.kind == HitKind::Flag || hit.kind == HitKind::CounterChip ||
             hit.kind == HitKind::Mark || hit.kind == HitKind::Marble || hit.kind == HitKind::Span || hit.kind == HitKind::Header)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void TimelineView::dragTo(const QPoint &point)
{
    using Drag = Parts::Drag;
    const TimelineGeometry geometry = m_parts->geometry(size());
    const TimeRange whole = m_parts->zoom.whole(), from = m_parts->pressedRange;
    const qint64 at = geometry.timeIn(whole, point.x());
    const double moved = point.x() - m_parts->pressed.x();
    TimelineZoom &zoom = m_parts->zoom;
    switch (m_parts->drag) {
    case Drag::Pan:
        changeZoom([&] {
            zoom.pan(from.begin - qint64(moved / geometry.axisWidth() * double(from.length())) - zoom.range().begin);
        });
        return scrollTo(m_parts->pressedScroll - (point.y() - m_parts->pressed.y()));
    case Drag::Window:
        return changeZoom([&] {
            zoom.pan(from.begin + qint64(moved / geometry.axisWidth() * double(whole.length())) - zoom.range().begin);
        });
    case Drag::WindowStart:
        return changeZoom([&] { zoom.setEnds({std::min(at, from.end - TimelineZoom::leastLength), from.end}); });
    case Drag::WindowEnd:
        return changeZoom([&] { zoom.setEnds({from.begin, std::max(at, from.begin + TimelineZoom::leastLength)}); });
    case Drag::ScrollBar: {
        const double total = double(geometry.maxScroll() + geometry.lanes().height());
        return scrollTo(m_parts->pressedScroll +
                        qint64((point.y() - m_parts->pressed.y()) / double(geometry.lanes().height()) * total));
    }
    case Drag::Measure:
        return measureTo(point);
    case Drag::Ruler:
        return requestInstant(geometry.timeAt(std::clamp(point.x(), geometry.axisLeft(), geometry.axisRight())));
    case Drag::OverviewPlayhead:
        return requestInstant(std::clamp<qint64>(at, 0, whole.end));
    case Drag::None:
    case Drag::Maybe:
    case Drag::MaybeMeasure:
        return;
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const bool clicked = m_parts->drag == Parts::Drag::Maybe || m_parts->drag == Parts::Drag::MaybeMeasure;
    m_parts->drag = Parts::Drag::None;
    unsetCursor();
    if (!clicked)
        return;
    const TimelineHit hit = hitAt(m_parts->pressed);
    chooseStrip(qsizetype(m_parts->stripAt(m_parts->pressed.y(), size())));
    if (hit.kind == TimelineHit::Kind::Header)
        return;
    if (hit.kind == TimelineHit::Kind::Mark)
        return editMark(hit.flag);
    if (hit.kind == TimelineHit::Kind::Marble)
        return select(hit.request);
    setSelection(hit.request, hit.span);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const TimelineHit hit = hitAt(point);
    if (event->button() == Qt::LeftButton && hit.kind == TimelineHit::Kind::Span)
        zoomToSelection();
    else if (event->button() == Qt::LeftButton && hit.kind == TimelineHit::Kind::Header)
        editStripName(qsizetype(m_parts->stripAt(point.y(), size())));
    else
        mousePressEvent(event);
}

void TimelineView::leaveEvent(QEvent *)
{
    m_parts->pointer.reset();
    hover(noSpan);
    if (m_parts->state.zoomFocused) {
        m_parts->state.zoomFocused = false;
        m_parts->contentsOld = true;
        update();
    }
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPointF angle = event->angleDelta();
    const bool turned = event->modifiers() & Qt::ShiftModifier;
    m_parts->wheel += turned ? QPointF(angle.x() + angle.y(), 0) : angle;
    m_parts->wheelAt = event->position().toPoint();
    const bool overGutter = m_parts->wheelAt.x() < m_parts->geometry(size()).axisLeft();
    if (!turned && (overGutter || event->modifiers() & Qt::ControlModifier)) {
        m_parts->wheel = {};
        scrollTo(m_parts->state.scroll - qint64(angle.y()) * 3 * m_parts->geometry(size()).pitch() / 120);
    } else if (!m_parts->wheelFrame.isActive()) {
        useWheel();
    }
    event->accept();
}

/// Uses the steps that came since the last frame, and waits a frame before it does so again.
void TimelineView::useWheel()
{
    const QPointF wheel = std::exchange(m_parts->wheel, {});
    if (wheel.isNull())
        return;
    m_parts->wheelFrame.start(frameMs);
    const TimelineGeometry geometry = m_parts->geometry(size());
    changeZoom([&] {
        if (wheel.x() != 0)
            m_parts->zoom.pan(-qint64(wheel.x() / 120 * double(m_parts->zoom.range().length()) * wheelPanPart));
        if (wheel.y() != 0) {
            const qint64 at =
                geometry.timeAt(std::clamp(m_parts->wheelAt.x(), geometry.axisLeft(), geometry.axisRight()));
            m_parts->zoom.zoomAt(at, std::pow(wheelFactor, wheel.y() / 120), m_parts->wheelGesture.isActive());
            m_parts->wheelGesture.start(gestureMs);
        }
    });
    pointAt(m_parts->wheelAt);
}

} // namespace playground
