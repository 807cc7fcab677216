// SPDX-License-Identifier: MIT
#include "view/timeline_view.h"

#include "picture/span_text.h"
#include "view/timeline_access.h"
#include "view/timeline_view_parts.h"

#include <QFocusEvent>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace playground {
namespace {

bool isSame(const Span &a, const Span &b) { return a.begin == b.begin && a.request == b.request && a.record == b.record; }

/// Whether what is painted is kept as lines and letters, as in a PDF; then letters shall not come as pixels.
bool takesLetters(const QPaintEngine &engine)
{
    const QPaintEngine::Type type = engine.type();
    return type == QPaintEngine::Picture || type == QPaintEngine::SVG || type == QPaintEngine::Pdf || type >= QPaintEngine::User;
}

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(Theme::matching(palette())))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    TimelineAccess::install();
    setAccessibleName(tr("Timeline"));
    m_parts->wheelFrame.setSingleShot(true);
    m_parts->wheelGesture.setSingleShot(true);
    connect(&m_parts->wheelFrame, &QTimer::timeout, this, &TimelineView::useWheel);
    setUpFollowButton();
    m_parts->input = new InputRow(this);
    m_parts->takeZoom();
}

TimelineView::~TimelineView() = default;

quint32 TimelineView::selectedRequest() const { return m_parts->state.selectedRequest; }

quint32 TimelineView::selectedSpan() const { return m_parts->state.selectedSpan; }

bool TimelineView::isFollowing() const { return m_parts->zoom.mode() != TimelineZoom::Mode::Free; }

/// The button stands in the strip header while the run goes on and the visible piece does not follow it.
void TimelineView::setUpFollowButton()
{
    m_parts->follow = new QToolButton(this);
    m_parts->follow->setProperty("kind", QStringLiteral("chip"));
    m_parts->follow->setText(tr("&Follow live edge"));
    m_parts->follow->setFont(Theme::font(Role::Body));
    m_parts->follow->hide();
    connect(m_parts->follow, &QToolButton::clicked, this, &TimelineView::follow);
}

void TimelineView::placeFollowButton()
{
    QToolButton &button = *m_parts->follow;
    const bool wanted = m_parts->run && !m_parts->strips->ended() && m_parts->strips->now() > 0 && !isFollowing();
    const int room = wanted ? button.sizeHint().width() + Theme::size(Size::InnerGap) : 0;
    if (m_parts->state.headerRoom != room) {
        m_parts->state.headerRoom = room;
        m_parts->contentsOld = true;
    }
    button.setVisible(wanted);
    if (!wanted)
        return;
    const TimelineGeometry geometry = m_parts->geometry(size());
    if (geometry.isComparing()) { // Headers are full of numbers.
        const QRect ruler = geometry.ruler().adjusted(0, 1, 0, -1);
        return button.setGeometry(ruler.right() - room, ruler.top(), button.sizeHint().width(), ruler.height());
    }
    const QRect menu = m_parts->painter->zoomMenu(geometry, m_parts->state);
    button.setGeometry(menu.left() - room, menu.top(), button.sizeHint().width(), menu.height());
}

void TimelineView::setInput(PadField *field, bool recording)
{
    m_parts->recording = recording;
    m_parts->input->setField(field);
    placeInputRow();
}

void TimelineView::placeInputRow()
{
    InputRow &row = *m_parts->input;
    const TimelineGeometry geometry = m_parts->geometry(size());
    row.place(row.takesInput() && m_parts->run ? geometry.in().united(geometry.keys()) : QRect());
    row.setInviting(m_parts->run && !m_parts->recording && requestCount(m_parts->run->scenario()) == 0,
                    geometry.axisLeft() + Theme::size(Size::BlockGap));
}

bool TimelineView::takesInputAt(const QPoint &point) const
{
    if (!m_parts->input->takesInput() || !m_parts->run)
        return false;
    const TimelineGeometry geometry = m_parts->strips->geometry(m_parts->stripAt(point.y(), size()), size(), m_parts->state);
    const bool onLine = geometry.in().united(geometry.keys()).contains(point) && point.x() >= geometry.axisLeft() &&
                        point.x() <= geometry.axisRight();
    return onLine && (m_parts->recording || hitAt(point).kind != TimelineHit::Kind::Marble);
}

QSize TimelineView::minimumSizeHint() const { return {360, 240}; }

QSize TimelineView::sizeHint() const { return {824, 764}; }

void TimelineView::setRun(const Run *run) { setRuns(run ? std::vector{run} : std::vector<const Run *>()); }

void TimelineView::setRuns(const std::vector<const Run *> &runs)
{
    const Run *before = m_parts->runOf(0), *run = runs.empty() ? nullptr : runs[0];
    const bool alike = before && run && before->scenario().name == run->scenario().name &&
                       requestCount(before->scenario()) == requestCount(run->scenario());
    const size_t chosen = std::min(m_parts->chosen, std::max<size_t>(runs.size(), 1) - 1);
    // Another instant of the same run has the same spans, as far as they have begun.
    const Run *shown = runs.empty() ? nullptr : runs[chosen];
    const Span *spanBefore = m_parts->span(selectedSpan());
    const quint32 selected = spanBefore && shown && selectedSpan() < shown->timeline().spans().size() &&
                                     isSame(*spanBefore, shown->timeline().spans()[selectedSpan()])
                                 ? selectedSpan()
                                 : noSpan;
    m_parts->strips->setRuns(runs);
    m_parts->giveGhosts();
    m_parts->takeStrip(chosen);
    if (run != before)
        m_parts->zoom.begin(alike);
    if (!alike) {
        m_parts->state.scroll = 0;
        m_parts->state.rows = RowMode::Usual;
    }
    closeNameField();
    m_parts->hoveredStrip = chosen;
    m_parts->state.hoveredSpan = noSpan;
    m_parts->state.hoveredRequest = 0;
    m_parts->state.found = nullptr; // It belongs to the run before.
    if (!alike) {
        const QString key = run ? QStringLiteral("%1/%2").arg(run->scenario().name).arg(requestCount(run->scenario())) : QString();
        m_parts->otherMarks[std::exchange(m_parts->markedScenario, key)] = m_parts->marks;
        takeMarks(m_parts->otherMarks[key]);
        measure(std::nullopt);
    }
    const bool gone = m_parts->state.selectedRequest > m_parts->painter->laneCount();
    setSelection(gone ? 0 : m_parts->state.selectedRequest, gone ? noSpan : selected);
    runAdvanced();
}

void TimelineView::runAdvanced()
{
    if (m_parts->run)
        changeZoom([this] { m_parts->zoom.advance(m_parts->strips->now(), m_parts->strips->ended()); });
    placeInputRow();
    m_parts->contentsOld = true;
    tellPacked();
    update();
}

bool TimelineView::arePacked() const { return m_parts->geometry(size()).isPacked(); }

void TimelineView::setPacked(bool packed)
{
    if (packed == arePacked() && m_parts->state.rows != RowMode::Usual)
        return;
    m_parts->state.rows = packed ? RowMode::Packed : RowMode::ByRequest;
    m_parts->state.scroll = std::min(m_parts->state.scroll, m_parts->geometry(size()).maxScroll());
    scrollToRequest(selectedRequest());
    hover(noSpan);
    m_parts->contentsOld = true;
    tellPacked();
    update();
}

void TimelineView::tellPacked()
{
    if (const bool packed = arePacked(); packed != std::exchange(m_parts->packedTold, packed))
        emit packedChanged(packed);
}

void TimelineView::setGhosts(const Ghosts &ghosts)
{
    m_parts->ghosts.resize(std::max<size_t>(m_parts->ghosts.size(), 1));
    m_parts->ghosts[0] = ghosts;
    takeGhosts();
}

void TimelineView::setGhostsBeside(const std::vector<Ghosts> &ghosts)
{
    m_parts->ghosts.resize(1);
    m_parts->ghosts.insert(m_parts->ghosts.end(), ghosts.begin(), ghosts.end());
    takeGhosts();
}

void TimelineView::takeGhosts()
{
    qint64 reach = 0;
    for (const Ghosts &ghosts : m_parts->ghosts) {
        for (const Run *run : {ghosts.before, ghosts.ahead})
            reach = std::max(reach, run ? run->now() : 0);
    }
    m_parts->giveGhosts();
    m_parts->zoom.setReach(reach);
    runAdvanced();
}

void TimelineView::setTheme(const Theme &theme)
{
    if (theme == m_parts->strips->theme())
        return;
    const std::vector<const Run *> runs = m_parts->strips->runs();
    m_parts->strips = std::make_unique<StripsPainter>(theme);
    m_parts->strips->setRuns(runs);
    m_parts->giveGhosts();
    m_parts->takeStrip(m_parts->chosen);
    m_parts->contentsOld = true;
    update();
}

void TimelineView::setLentHeight(int height)
{
    m_parts->state.lentHeight = height;
    m_parts->contentsOld = true;
    placeInputRow();
    update();
}

void TimelineView::changeZoom(const std::function<void()> &change)
{
    const bool followed = isFollowing();
    change();
    m_parts->takeZoom();
    placeFollowButton();
    update();
    if (isFollowing() != followed)
        emit followingChanged(!followed);
}

void TimelineView::zoomToFit()
{
    changeZoom([this] { m_parts->zoom.fit(); });
}

void TimelineView::zoomBack()
{
    changeZoom([this] { m_parts->zoom.back(); });
}

void TimelineView::follow()
{
    changeZoom([this] { m_parts->zoom.follow(); });
}

void TimelineView::zoomToSelection()
{
    const auto piece = measured() && (m_parts->measuredLast || selectedRequest() == 0) ? measured() : selectedPiece();
    if (!piece)
        return;
    const qint64 room = std::max<qint64>(piece->length() / 8, TimelineZoom::leastLength);
    changeZoom([&] { m_parts->zoom.show({piece->begin - room, piece->end + room}); });
}

/// From the begin to the end of the selected span, or of the selected request.
std::optional<TimeRange> TimelineView::selectedPiece() const
{
    if (const Span *span = m_parts->span(selectedSpan()))
        return TimeRange{span->begin, span->begin + span->lengthAt(m_parts->run->now())};
    const quint32 request = selectedRequest();
    if (request == 0 || !m_parts->run || request > m_parts->run->timeline().lanes().size())
        return std::nullopt;
    const Lane &lane = m_parts->run->timeline().lanes()[request - 1];
    return TimeRange{std::max<qint64>(lane.arrived, 0), lane.settled < 0 ? m_parts->run->now() : lane.settled};
}

void TimelineView::select(quint32 request)
{
    if (request > m_parts->painter->laneCount())
        request = 0;
    setSelection(request, noSpan);
    scrollToRequest(request);
}

void TimelineView::selectSpan(quint32 index)
{
    const Span *span = m_parts->span(index);
    setSelection(span ? span->request : 0, span ? index : noSpan);
    if (!span)
        return;
    scrollToRequest(span->request);
    const qint64 end = span->begin + span->lengthAt(m_parts->run->now());
    changeZoom([&] { m_parts->zoom.reveal({span->begin, end}); });
}

void TimelineView::setSelection(quint32 request, quint32 span)
{
    TimelineState &state = m_parts->state;
    if (state.selectedRequest == request && state.selectedSpan == span)
        return;
    state.selectedRequest = request;
    state.selectedSpan = span;
    m_parts->measuredLast = false;
    const Span *selected = m_parts->span(span);
    setAccessibleDescription(selected      ? spanSummary(*selected, m_parts->run->trace(), m_parts->run->now())
                             : request > 0 ? tr("Request %1").arg(request)
                                           : QString());
    update();
    TimelineAccess::tellSelection(this);
    emit selectionChanged(request, span);
}

void TimelineView::hover(quint32 index)
{
    const Span *span = m_parts->span(index);
    hoverIn(m_parts->chosen, span ? span->request : 0, span ? index : noSpan);
}

void TimelineView::scrollTo(qint64 scroll)
{
    const qint64 kept = std::clamp<qint64>(scroll, 0, m_parts->geometry(size()).maxScroll());
    if (kept == m_parts->state.scroll)
        return;
    m_parts->state.scroll = kept;
    m_parts->contentsOld = true;
    update();
}

/// Brings its row into view, if it has one.
void TimelineView::scrollToRequest(quint32 request)
{
    const TimelineGeometry geometry = m_parts->geometry(size());
    const qint64 row = request > 0 ? m_parts->painter->rows().rowOf(request, geometry) : -1;
    if (row >= 0)
        scrollTo(geometry.scrollToShow(row));
}

void TimelineView::paintEvent(QPaintEvent *)
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = size() * ratio;
    if (m_parts->contents.size() != pixels) {
        m_parts->contents = QPixmap(pixels);
        m_parts->contentsOld = true;
    }
    m_parts->contents.setDevicePixelRatio(ratio);
    if (m_parts->contentsOld) {
        m_parts->strips->update();
        QPainter painter(&m_parts->contents);
        m_parts->strips->paintContents(painter, size(), m_parts->state, m_parts->chosen);
        m_parts->contentsOld = false;
    }
    QPainter painter(this);
    if (takesLetters(*painter.paintEngine())) {
        m_parts->strips->update();
        m_parts->strips->paintContents(painter, size(), m_parts->state, m_parts->chosen);
    } else {
        painter.drawPixmap(0, 0, m_parts->contents);
    }
    m_parts->strips->paintOverlay(painter, size(), m_parts->state, m_parts->chosen, m_parts->hoveredStrip);
    if (m_parts->focusShown) {
        const int width = Theme::size(Size::FocusLine);
        painter.setPen(QPen(m_parts->strips->theme().color(Token::Accent), width));
        painter.drawRect(QRectF(rect()).adjusted(width / 2.0, width / 2.0, -width / 2.0, -width / 2.0));
    }
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    m_parts->contentsOld = true;
    m_parts->state.scroll = std::min(m_parts->state.scroll, m_parts->geometry(size()).maxScroll());
    placeFollowButton();
    placeInputRow();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setTheme(Theme::matching(palette()));
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        m_parts->takeZoom();
        update();
    }
    QWidget::changeEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    // A click shows by itself where the focus is, and so does a window that comes up.
    const Qt::FocusReason reason = event->reason();
    m_parts->focusShown =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    update();
}

void TimelineView::focusOutEvent(QFocusEvent *)
{
    m_parts->focusShown = false;
    update();
}

} // namespace playground
