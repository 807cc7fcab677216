// SPDX-License-Identifier: MIT
// Measuring and marks on the timeline, and what was found in it.
#include "model/span_edges.h"
#include "view/mark_step.h"
#include "view/timeline_view_parts.h"

#include <QKeyEvent>

#include <algorithm>

namespace playground {
namespace {

/// So many columns from a mark M means that mark.
constexpr int markReach = 4;
constexpr int editorWidth = 160;

} // namespace

void TimelineView::setFound(const FindResult *found)
{
    m_parts->state.found = found;
    ++m_parts->state.foundVersion;
    m_parts->contentsOld = true;
    update();
}

const std::optional<TimeRange> &TimelineView::measured() const { return m_parts->state.measured; }

void TimelineView::measure(const std::optional<TimeRange> &piece)
{
    m_parts->measuredLast = piece.has_value();
    if (m_parts->state.measured == piece)
        return;
    m_parts->state.measured = piece;
    update();
    emit measuredChanged();
}

void TimelineView::measureSelection()
{
    if (!m_parts->run)
        return;
    if (const auto piece = selectedPiece())
        return measure(piece);
    const TimeRange &range = m_parts->zoom.range();
    const qint64 end = std::clamp(m_parts->run->now(), range.begin, range.end);
    measure(TimeRange{range.begin, end});
}

/// The pointer pulls one end; the other stays where the drag began.
void TimelineView::measureTo(const QPoint &point)
{
    const qint64 t = m_parts->painter->snapped(point, m_parts->geometry(size()), m_parts->state);
    measure(TimeRange{std::min(t, m_parts->measuredFrom), std::max(t, m_parts->measuredFrom)});
}

void TimelineView::moveMeasuredEnd(bool forward)
{
    if (!measured())
        return measureSelection();
    const TimeRange piece = *measured();
    const TimelineGeometry geometry = m_parts->geometry(size());
    const Timeline &timeline = m_parts->run->timeline();
    std::optional<qint64> next =
        selectedRequest() > 0 ? edgeBeside(timeline, selectedRequest() - 1, selectedRequest(), piece.end, forward)
                              : m_parts->painter->rows().edgeBeside(piece.end, forward, *m_parts->run, geometry);
    const auto consider = [&](qint64 t) {
        const bool beyond = forward ? t > piece.end : t < piece.end;
        if (beyond && (!next || (forward ? t < *next : t > *next)))
            next = t;
    };
    for (const Mark &mark : m_parts->marks.all())
        consider(mark.t);
    consider(m_parts->run->now());
    if (!next || *next < piece.begin)
        return;
    measure(TimeRange{piece.begin, *next});
    reveal(*next);
}

const Marks &TimelineView::marks() const { return m_parts->marks; }

void TimelineView::setMark()
{
    if (!m_parts->run)
        return;
    const TimelineGeometry geometry = m_parts->geometry(size());
    const auto &pointer = m_parts->pointer;
    const bool onAxis = pointer && pointer->x() >= geometry.axisLeft() && pointer->x() <= geometry.axisRight() &&
                        (geometry.ruler().contains(*pointer) || geometry.strip().contains(*pointer));
    setMarkAt(onAxis ? m_parts->painter->snapped(*pointer, geometry, m_parts->state) : m_parts->run->now());
}

void TimelineView::setMarkAt(qint64 t)
{
    const TimelineGeometry geometry = m_parts->geometry(size());
    const qint64 reach = geometry.timeAt(geometry.axisLeft() + markReach) - geometry.timeAt(geometry.axisLeft());
    if (const auto there = m_parts->marks.near(t, reach))
        return editMark(*there);
    changeMarks([t](Marks &marks) { marks.add(t); });
    reveal(t);
}

void TimelineView::setUndoStack(QUndoStack *stack) { m_parts->undo = stack; }

void TimelineView::changeMarks(const std::function<void(Marks &)> &change)
{
    Marks after = m_parts->marks;
    change(after);
    if (after == m_parts->marks)
        return;
    if (!m_parts->undo)
        return takeMarks(after);
    m_parts->undo->push(new MarkStep(markStepName(m_parts->marks, after), m_parts->marks, after,
                                     [this](const Marks &marks) { takeMarks(marks); }));
}

void TimelineView::takeMarks(const Marks &marks)
{
    closeMarkEditor(); // Its mark may be gone.
    m_parts->marks = marks;
    update();
}

void TimelineView::editMark(size_t index)
{
    closeMarkEditor();
    const Mark mark = m_parts->marks.all()[index];
    reveal(mark.t);
    const TimelineGeometry geometry = m_parts->geometry(size());
    auto *editor = new QLineEdit(mark.name, this);
    editor->setAccessibleName(tr("Name of the mark"));
    editor->setFont(Theme::font(Role::Body));
    const QRect ruler = geometry.ruler();
    const int left = std::clamp(geometry.x(mark.t), 0, std::max(0, width() - editorWidth));
    editor->setGeometry(left, ruler.top(), editorWidth, ruler.height());
    editor->installEventFilter(this);
    m_parts->markEditor = editor;
    const auto keep = [this, editor, t = mark.t] {
        if (m_parts->markEditor != editor)
            return;
        const QString name = editor->text();
        closeMarkEditor();
        if (const auto there = m_parts->marks.near(t, 0))
            changeMarks([&](Marks &marks) { marks.rename(*there, name); });
    };
    connect(editor, &QLineEdit::editingFinished, this, keep);
    editor->show();
    editor->setFocus(Qt::OtherFocusReason);
    editor->selectAll();
}

void TimelineView::closeMarkEditor()
{
    QLineEdit *editor = m_parts->markEditor;
    if (!editor)
        return;
    m_parts->markEditor = nullptr;
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->deleteLater();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    update();
}

/// Esc in the field of a mark's name leaves the name as it was.
bool TimelineView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_parts->markEditor || !isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        closeMarkEditor();
    return true;
}

void TimelineView::removeMark(size_t index)
{
    changeMarks([index](Marks &marks) { marks.remove(index); });
}

void TimelineView::removeMarks()
{
    changeMarks([](Marks &marks) { marks.clear(); });
}

void TimelineView::reveal(qint64 t)
{
    changeZoom([&] { m_parts->zoom.reveal({t, t}); });
}

/// What Esc takes away first: what is being measured, what was measured, the selection.
void TimelineView::clearOne()
{
    using Drag = Parts::Drag;
    if (m_parts->drag == Drag::Measure || m_parts->drag == Drag::MaybeMeasure) {
        m_parts->drag = Drag::None;
        unsetCursor();
        return measure(m_parts->measuredBefore);
    }
    if (measured())
        return measure(std::nullopt);
    if (selectedRequest() > 0)
        return setSelection(0, noSpan);
    emit nothingToClear();
}

} // namespace playground
