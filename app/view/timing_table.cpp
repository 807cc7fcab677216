// SPDX-License-Identifier: MIT
#include "view/timing_table.h"

#include "picture/label_cache.h"
#include "picture/span_painter.h"
#include "picture/theme.h"
#include "view/current_theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace playground {

namespace {

/// Of a row: the label's part unless it needs more, and the bar's and the number's even then.
constexpr int labelPart = 116, barPart = 117, leastBarPart = 40;
constexpr int gap = 4;
constexpr int workHeight = 16;

} // namespace

TimingTable::TimingTable(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timing"));
}

void TimingTable::setFacts(const RequestFacts &facts)
{
    if (m_rows == facts.timing && m_total == facts.total)
        return;
    const bool grows = m_rows.size() != facts.timing.size();
    m_rows = facts.timing;
    m_begin = facts.begin;
    m_end = facts.end;
    m_total = facts.total;
    QStringList words;
    for (const TimingRow &row : m_rows)
        words += row.label + QLatin1Char(' ') + row.length + (row.late.isEmpty() ? QString() : QLatin1Char(' ') + row.late);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    if (grows)
        updateGeometry();
    update();
}

void TimingTable::setSelected(quint32 span)
{
    m_selected = span;
    update();
}

QSize TimingTable::sizeHint() const { return {240, int(m_rows.size() + 1) * Theme::size(Size::TableRow)}; }

/// Where the bars stand: behind the longest label, as long as bars and numbers keep some room, and before the longest number.
TimingTable::Bars TimingTable::bars() const
{
    const QFontMetrics labels(Theme::font(Role::Body)), numbers(Theme::font(Role::Number)), captions(Theme::font(Role::Caption));
    int label = 0, number = 0;
    for (const TimingRow &row : m_rows) {
        label = qMax(label, labels.horizontalAdvance(row.label) + 2 * gap);
        number = qMax(number, qMax(numbers.horizontalAdvance(row.length), captions.horizontalAdvance(row.lateBy)) + 2 * gap);
    }
    const int left = qBound(labelPart, label, qMax(labelPart, width() - number - leastBarPart));
    return {left, qMax(leastBarPart, qMin(labelPart + barPart, width() - number) - left)};
}

void TimingTable::paintEvent(QPaintEvent *event)
{
    const Theme theme = currentTheme();
    const int pitch = Theme::size(Size::TableRow);
    LabelCache labels;
    SpanPainter spans(theme, labels);
    QPainter painter(this);
    const int last = qMin(int(m_rows.size()) - 1, event->rect().bottom() / pitch);
    for (int row = qMax(0, event->rect().top() / pitch); row <= last; ++row)
        drawRow(painter, theme, spans, row);
    const QRect total(0, int(m_rows.size()) * pitch, width(), pitch);
    painter.setPen(theme.color(Token::Text));
    painter.setFont(Theme::font(Role::BodyStrong));
    painter.drawText(total, Qt::AlignLeft | Qt::AlignVCenter, tr("Total"));
    painter.setFont(Theme::font(Role::NumberStrong));
    painter.drawText(total, Qt::AlignRight | Qt::AlignVCenter, m_total);
}

void TimingTable::drawRow(QPainter &painter, const Theme &theme, SpanPainter &spans, int row) const
{
    const TimingRow &entry = m_rows[size_t(row)];
    const int pitch = Theme::size(Size::TableRow);
    const QRect place(0, row * pitch, width(), pitch);
    if (entry.span == m_selected || row == m_hovered)
        painter.fillRect(place.adjusted(0, 0, 0, -1),
                         theme.color(entry.span == m_selected ? Token::Soft : Token::Hair));
    painter.fillRect(0, place.bottom(), width(), 1, theme.color(Token::Hair));
    painter.setPen(theme.color(Token::Text));
    const QFont body = Theme::font(Role::Body);
    painter.setFont(body);
    const auto [barsAt, length] = bars();
    painter.drawText(place.adjusted(0, 0, barsAt - width() - gap, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(body).elidedText(entry.label, Qt::ElideRight, barsAt - gap));
    painter.setFont(Theme::font(Role::Number));
    if (entry.late.isEmpty()) {
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, entry.length);
    } else {
        painter.drawText(place.adjusted(0, 0, 0, -pitch / 2 + 2), Qt::AlignRight | Qt::AlignVCenter, entry.length);
        painter.setFont(Theme::font(Role::Caption));
        painter.setPen(theme.color(entry.span == m_selected ? Token::Text2 : Token::Text3));
        painter.drawText(place.adjusted(0, pitch / 2 - 3, 0, -1), Qt::AlignRight | Qt::AlignVCenter, entry.lateBy);
    }

    const double scale = m_end > m_begin ? double(length) / double(m_end - m_begin) : 0;
    const int left = barsAt + int(double(entry.begin - m_begin) * scale);
    const int right = barsAt + int(double(entry.end - m_begin) * scale);
    SpanLook look;
    look.state = entry.state;
    look.end = entry.isOpen ? SpanEnd::Live : SpanEnd::Closed;
    look.full = QRect(left, place.center().y() - workHeight / 2, qMax(2, right - left), workHeight);
    look.visibleLeft = left;
    look.visibleRight = right;
    spans.paint(painter, look);
    if (const int tick = barsAt + int(double(entry.planned - m_begin) * scale); entry.planned >= 0 && tick < right)
        painter.fillRect(tick, look.full.top() - 2, 1, look.full.height() + 4, theme.color(Token::Text));
}

int TimingTable::rowAt(int y) const
{
    const int row = y / Theme::size(Size::TableRow);
    return row >= 0 && row < int(m_rows.size()) ? row : -1;
}

void TimingTable::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(int(event->position().y()));
    if (row >= 0)
        emit spanChosen(m_rows[size_t(row)].span);
}

void TimingTable::mouseMoveEvent(QMouseEvent *event) { hoverRow(rowAt(int(event->position().y()))); }

void TimingTable::leaveEvent(QEvent *) { hoverRow(-1); }

void TimingTable::hoverRow(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    QStringList tip;
    if (row >= 0)
        tip = {m_rows[size_t(row)].label, m_rows[size_t(row)].late};
    tip.removeAll(QString());
    setToolTip(tip.join(QStringLiteral(", ")));
    emit spanHovered(row >= 0 ? m_rows[size_t(row)].span : noSpan);
    update();
}

} // namespace playground
