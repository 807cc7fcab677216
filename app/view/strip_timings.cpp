// SPDX-License-Identifier: MIT
#include "view/strip_timings.h"

#include "model/duration.h"
#include "model/request_timing.h"
#include "model/run.h"
#include "model/strips.h"
#include "model/words.h"
#include "picture/label_cache.h"
#include "picture/span_painter.h"
#include "picture/theme.h"
#include "view/current_theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <limits>
#include <optional>

namespace playground {

namespace {

/// As in the table of one request's times, above it: the label's part unless it needs more, and the bar's even then.
constexpr int labelPart = 116, barPart = 117, leastBarPart = 40;
constexpr int gap = 4;
constexpr int workHeight = 16;

QString lengthText(const std::optional<qint64> &length) { return length ? displayDuration(*length) : QStringLiteral("–"); }

StripTiming timingIn(const Run &run, quint32 request, QChar letter)
{
    const RequestTiming facts = requestTiming(run, request);
    StripTiming timing;
    const QString outcome = facts.ended || run.ended() ? outcomeTerm(facts.outcome).name : StripTimings::tr("Under way");
    timing.label = StripTimings::tr("%1 %2").arg(QString(letter), facts.arrived || facts.ended ? outcome : StripTimings::tr("Not come yet"));
    const qint64 end = facts.ended.value_or(run.now());
    if (facts.arrived)
        timing.length = lengthText(end - *facts.arrived);
    else
        timing.length = lengthText({});
    timing.words = StripTimings::tr("%1, %2").arg(timing.label, timing.length);
    if (!facts.arrived)
        return timing;
    timing.begin = *facts.arrived;
    timing.end = end;
    timing.words += StripTimings::tr(": waited %1, %n attempts", nullptr, int(facts.attempts)).arg(displayDuration(facts.waited));
    const Timeline &timeline = run.timeline();
    for (const Span &span : timeline.spansOf(timeline.lanes()[request - 1])) {
        if (span.reason != WaitReason::Server) // That is drawn inside its attempt.
            timing.pieces.push_back({span.begin, span.begin + span.lengthAt(run.now()), span.state, span.isOpen()});
    }
    return timing;
}

} // namespace

std::vector<StripTiming> stripTimings(const std::vector<const Run *> &strips, quint32 request, size_t chosen)
{
    std::vector<StripTiming> timings;
    for (size_t strip = 0; strip < strips.size(); ++strip) {
        timings.push_back(timingIn(*strips[strip], request, stripLetter(qsizetype(strip))));
        timings.back().chosen = strip == chosen;
    }
    return timings;
}

StripTimings::StripTimings(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("In every strip"));
    setCursor(Qt::PointingHandCursor);
}

void StripTimings::setTimings(const std::vector<StripTiming> &timings)
{
    if (timings == m_timings)
        return;
    const bool grows = m_timings.size() != timings.size();
    m_timings = timings;
    m_begin = std::numeric_limits<qint64>::max();
    m_end = 0;
    QStringList words;
    for (const StripTiming &timing : m_timings) {
        words += timing.words;
        if (timing.length == lengthText({}))
            continue;
        m_begin = std::min(m_begin, timing.begin);
        m_end = std::max(m_end, timing.end);
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    if (grows)
        updateGeometry();
    update();
}

QSize StripTimings::sizeHint() const { return {240, int(m_timings.size()) * Theme::size(Size::TableRow)}; }

int StripTimings::numberWidth() const
{
    const QFontMetrics numbers(Theme::font(Role::NumberStrong));
    int widest = 0;
    for (const StripTiming &timing : m_timings)
        widest = std::max(widest, numbers.horizontalAdvance(timing.length));
    return widest;
}

/// Behind the longest label, as long as bars and numbers keep some room.
int StripTimings::barLeft() const
{
    const QFontMetrics labels(Theme::font(Role::BodyStrong));
    int widest = labelPart - gap;
    for (const StripTiming &timing : m_timings)
        widest = std::max(widest, labels.horizontalAdvance(timing.label));
    return std::min(widest + gap, width() - numberWidth() - gap - leastBarPart);
}

void StripTimings::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    LabelCache labels;
    SpanPainter spans(theme, labels);
    QPainter painter(this);
    for (int row = 0; row < int(m_timings.size()); ++row)
        drawRow(painter, theme, spans, row);
}

void StripTimings::drawRow(QPainter &painter, const Theme &theme, SpanPainter &spans, int row) const
{
    const StripTiming &timing = m_timings[size_t(row)];
    const int pitch = Theme::size(Size::TableRow);
    const QRect place(0, row * pitch, width(), pitch);
    if (timing.chosen)
        painter.fillRect(place.adjusted(0, 0, 0, -1), theme.color(Token::Soft));
    painter.fillRect(0, place.bottom(), width(), 1, theme.color(Token::Hair));
    painter.setPen(theme.color(Token::Text));
    const QFont font = Theme::font(timing.chosen ? Role::BodyStrong : Role::Body);
    painter.setFont(font);
    const int barLeft = this->barLeft();
    painter.drawText(place.adjusted(0, 0, barLeft - width() - gap, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(timing.label, Qt::ElideRight, barLeft - gap));
    painter.setFont(Theme::font(timing.chosen ? Role::NumberStrong : Role::Number));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, timing.length);
    const int bar = std::min(barPart, width() - barLeft - numberWidth() - gap);
    const double scale = m_end > m_begin ? double(bar) / double(m_end - m_begin) : 0;
    for (const StripTiming::Piece &piece : timing.pieces) {
        const int left = barLeft + int(double(piece.begin - m_begin) * scale);
        const int right = barLeft + int(double(piece.end - m_begin) * scale);
        SpanLook look;
        look.state = piece.state;
        look.end = piece.isOpen ? SpanEnd::Live : SpanEnd::Closed;
        look.full = QRect(left, place.center().y() - workHeight / 2, qMax(2, right - left), workHeight);
        look.visibleLeft = left;
        look.visibleRight = right;
        spans.paint(painter, look);
    }
}

int StripTimings::rowAt(int y) const
{
    const int row = y / Theme::size(Size::TableRow);
    return y >= 0 && row < int(m_timings.size()) ? row : -1;
}

void StripTimings::mousePressEvent(QMouseEvent *event)
{
    if (const int row = rowAt(int(event->position().y())); row >= 0)
        emit stripChosen(row);
}

bool StripTimings::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->y());
    QToolTip::showText(help->globalPos(), row < 0 ? QString() : m_timings[size_t(row)].words, this);
    return true;
}

} // namespace playground
