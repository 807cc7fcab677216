// SPDX-License-Identifier: MIT
#include "view/timeline_access.h"

#include "model/event_words.h"
#include "model/run.h"
#include "model/words.h"
#include "picture/time_text.h"
#include "view/timeline_view_parts.h"

#include <QAccessible>
#include <QCoreApplication>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TimelineAccess)
};

/// What requests and spans have in common: a named thing with a place, that can be selected.
class Item : public QAccessibleInterface {
public:
    Item(const TimelineAccess *timeline, quint32 index)
        : m_timeline(timeline)
        , m_index(index)
    {
    }

    quint32 index() const { return m_index; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_timeline->window(); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    QRect rect() const override
    {
        const QRect place = placeInView();
        return place.isEmpty() ? QRect() : place.translated(m_timeline->view()->mapToGlobal(QPoint(0, 0)));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = isSelected();
        state.focused = state.selected && m_timeline->view()->hasFocus();
        state.offscreen = placeInView().isEmpty();
        return state;
    }

protected:
    virtual QRect placeInView() const = 0;
    virtual bool isSelected() const = 0;

    const TimelineAccess *m_timeline;
    quint32 m_index;
};

class SpanItem final : public Item {
public:
    using Item::Item;

    bool isValid() const override { return m_timeline->run() && m_index < m_timeline->run()->timeline().spans().size(); }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? spanName(*m_timeline->run(), m_index) : QString();
    }
    QAccessibleInterface *parent() const override { return m_timeline->request(span().request); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

protected:
    QRect placeInView() const override
    {
        return isValid() ? m_timeline->view()->placeOf(span().request, m_index) : QRect();
    }
    bool isSelected() const override { return m_timeline->view()->selectedSpan() == m_index; }

private:
    const Span &span() const { return m_timeline->run()->timeline().spans()[m_index]; }
};

class RequestItem final : public Item {
public:
    using Item::Item; // The index is the request's number.

    bool isValid() const override { return m_timeline->run() && m_index <= m_timeline->run()->timeline().lanes().size(); }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? requestName(*m_timeline->run(), m_index) : QString();
    }
    QAccessibleInterface *parent() const override { return const_cast<TimelineAccess *>(m_timeline); }
    int childCount() const override { return isValid() ? int(lane().spanCount) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (!isValid() || index < 0)
            return nullptr;
        const auto spans = m_timeline->run()->timeline().spansOf(lane());
        for (auto i = spans.begin(); i != spans.end(); ++i)
            if (index-- == 0)
                return m_timeline->span(i.index());
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *item = dynamic_cast<const SpanItem *>(child);
        if (!item || !isValid())
            return -1;
        int index = 0;
        const auto spans = m_timeline->run()->timeline().spansOf(lane());
        for (auto i = spans.begin(); i != spans.end(); ++i, ++index)
            if (i.index() == item->index())
                return index;
        return -1;
    }

protected:
    QRect placeInView() const override { return isValid() ? m_timeline->view()->placeOf(m_index, noSpan) : QRect(); }
    bool isSelected() const override
    {
        return m_timeline->view()->selectedRequest() == m_index && m_timeline->view()->selectedSpan() == noSpan;
    }

private:
    const Lane &lane() const { return m_timeline->run()->timeline().lanes()[m_index - 1]; }
};

QString attemptState(const Span &span)
{
    if (span.isOpen())
        return span.inServerQueue ? waitPhrase(WaitReason::Server) : Words::tr("running");
    const QString name = stateWord(span.state), code = codeText(span.code);
    return span.state == SpanState::Failed && !code.isEmpty() ? Words::tr("%1 with %2").arg(name, code) : name;
}

QAccessibleInterface *makeAccess(const QString &name, QObject *object)
{
    if (name != QLatin1String("playground::TimelineView"))
        return nullptr;
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new TimelineAccess(view) : nullptr;
}

} // namespace

QString spanName(const Run &run, quint32 index)
{
    const Span &span = run.timeline().spans()[index];
    const QString times = span.isOpen() ? Words::tr("since %1").arg(instantText(span.begin))
                                        : Words::tr("%1 to %2").arg(instantText(span.begin), instantText(span.end));
    if (span.isWait())
        return Words::tr("Request %1, %2, %3").arg(span.request).arg(waitPhrase(span.reason), times);
    return Words::tr("Request %1, attempt %2, %3, %4").arg(span.request).arg(span.number).arg(attemptState(span), times);
}

QString requestName(const Run &run, quint32 request)
{
    const Lane &lane = run.timeline().lanes()[request - 1];
    const QString text = run.trace().text(lane.text);
    const QString name = text.isEmpty() ? Words::tr("Request %1").arg(request)
                                        : Words::tr("Request %1, %2").arg(request).arg(text);
    if (lane.settled >= 0)
        return Words::tr("%1, %2 at %3").arg(name, outcomeWord(lane.outcome), instantText(lane.settled));
    return lane.arrived < 0 ? Words::tr("%1, not arrived").arg(name)
                            : Words::tr("%1, under way since %2").arg(name, instantText(lane.arrived));
}

TimelineAccess::TimelineAccess(TimelineView *view)
    : QAccessibleWidget(view, QAccessible::List, view->accessibleName())
{
}

TimelineAccess::~TimelineAccess() { forget(); }

TimelineView *TimelineAccess::view() const { return static_cast<TimelineView *>(object()); }

const Run *TimelineAccess::run() const
{
    const Run *now = view() ? view()->run() : nullptr;
    if (now != m_run) {
        forget();
        m_run = now;
    }
    return now;
}

void TimelineAccess::forget() const
{
    for (const auto *items : {&m_requests, &m_spans})
        for (const QAccessible::Id id : *items)
            QAccessible::deleteAccessibleInterface(id);
    m_requests.clear();
    m_spans.clear();
}

QAccessibleInterface *TimelineAccess::request(quint32 request) const
{
    if (!run() || request == 0 || request > m_run->timeline().lanes().size())
        return nullptr;
    QAccessible::Id &id = m_requests[request];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new RequestItem(this, request));
    return QAccessible::accessibleInterface(id);
}

QAccessibleInterface *TimelineAccess::span(quint32 span) const
{
    if (!run() || span >= m_run->timeline().spans().size())
        return nullptr;
    QAccessible::Id &id = m_spans[span];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new SpanItem(this, span));
    return QAccessible::accessibleInterface(id);
}

int TimelineAccess::childCount() const
{
    return QAccessibleWidget::childCount() + (run() ? int(m_run->timeline().lanes().size()) : 0);
}

QAccessibleInterface *TimelineAccess::child(int index) const
{
    // The widgets in it come first: there are few.
    const int widgets = QAccessibleWidget::childCount();
    return index < widgets ? QAccessibleWidget::child(index) : request(quint32(index - widgets) + 1);
}

int TimelineAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const RequestItem *>(child);
    return item ? QAccessibleWidget::childCount() + int(item->index()) - 1 : QAccessibleWidget::indexOfChild(child);
}

QAccessibleInterface *TimelineAccess::childAt(int x, int y) const
{
    const QPoint point = view()->mapFromGlobal(QPoint(x, y));
    if (QWidget *widget = view()->childAt(point))
        return QAccessible::queryAccessibleInterface(widget);
    const TimelineHit hit = view()->hitAt(point);
    return hit.kind == TimelineHit::Kind::Span ? span(hit.span) : request(hit.request);
}

QAccessibleInterface *TimelineAccess::focusChild() const
{
    if (!view()->hasFocus())
        return QAccessibleWidget::focusChild();
    QAccessibleInterface *selected = span(view()->selectedSpan());
    return selected ? selected : request(view()->selectedRequest());
}

void TimelineAccess::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(installed)
}

void TimelineAccess::tellSelection(TimelineView *view)
{
    auto *access = dynamic_cast<TimelineAccess *>(QAccessible::queryAccessibleInterface(view));
    if (!access || !view->hasFocus())
        return;
    QAccessibleInterface *now = access->focusChild();
    QAccessibleEvent told(now ? now : access, QAccessible::Focus);
    QAccessible::updateAccessibility(&told);
}

// The view's own part of it.

const Run *TimelineView::run() const { return m_parts->run; }

QRect TimelineView::placeOf(quint32 request, quint32 index) const
{
    const TimelineGeometry geometry = m_parts->geometry(size());
    const bool known = m_parts->run && request > 0 && request <= m_parts->run->timeline().lanes().size();
    QRect place = (known ? m_parts->painter->rows().extentOf(request, *m_parts->run, geometry) : m_parts->painter->rows().rectOf(request, geometry))
                      .intersected(geometry.lanes());
    if (const Span *span = m_parts->span(index)) {
        const qint64 end = span->begin + span->lengthAt(m_parts->run->now());
        const QRect reach(QPoint(geometry.x(span->begin), place.top()), QPoint(geometry.x(end), place.bottom()));
        place = reach.intersected(QRect(QPoint(geometry.axisLeft(), place.top()), QPoint(geometry.axisRight(), place.bottom())));
    }
    return place;
}

} // namespace playground
