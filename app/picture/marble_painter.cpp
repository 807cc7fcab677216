// SPDX-License-Identifier: MIT
#include "picture/marble_painter.h"

#include "model/duration.h"
#include "picture/label_cache.h"
#include "picture/number_text.h"
#include "picture/timeline_geometry.h"
#include "picture/words.h"

#include <QPainter>

#include <algorithm>

namespace playground {
namespace {

/// How far apart the centres of marbles of one instant lie: they overlap, but the numbers do not.
constexpr int overlap = 5;
/// So many of one instant are shown; a label says how many there are.
constexpr size_t mostSideBySide = 12;

size_t firstFrom(const std::vector<Marble> &marbles, qint64 t)
{
    return size_t(std::ranges::lower_bound(marbles, t, {}, &Marble::t) - marbles.begin());
}

size_t firstBehind(const std::vector<Marble> &marbles, qint64 t)
{
    return size_t(std::ranges::upper_bound(marbles, t, {}, &Marble::t) - marbles.begin());
}

} // namespace

MarblePainter::MarblePainter(const Theme &theme, LabelCache &labels)
    : m_theme(theme)
    , m_labels(labels)
{
}

int MarblePainter::widthOf(quint32 request)
{
    const int text = m_labels.width(Role::Caption, QString::number(request));
    return std::max(Theme::size(Size::Marble), text + 6);
}

bool MarblePainter::isDense(const std::vector<Marble> &marbles, const TimelineGeometry &geometry) const
{
    // Different instants closer than a third of a marble in the mean.
    size_t instants = 0;
    const size_t most = size_t(geometry.axisWidth() * 3 / Theme::size(Size::Marble));
    size_t i = firstFrom(marbles, geometry.range().begin);
    while (i < marbles.size() && marbles[i].t <= geometry.range().end) {
        if (++instants > most)
            return true;
        i = firstBehind(marbles, marbles[i].t);
    }
    return false;
}

std::vector<MarbleGroup> MarblePainter::groups(const std::vector<Marble> &marbles, const TimelineGeometry &geometry)
{
    std::vector<MarbleGroup> groups;
    const int half = Theme::size(Size::Marble) / 2;
    size_t i = firstFrom(marbles, geometry.range().begin);
    while (i < marbles.size() && marbles[i].t <= geometry.range().end) {
        const size_t last = firstBehind(marbles, marbles[i].t);
        const int next = last < marbles.size() && marbles[last].t <= geometry.range().end ? geometry.x(marbles[last].t)
                                                                                          : geometry.axisRight();
        MarbleGroup group{marbles[i].t, last - i, 0, {}};
        int centre = std::max(geometry.x(group.t), geometry.axisLeft() + half);
        for (; i < last && group.marbles.size() < mostSideBySide; ++i) {
            const int width = widthOf(marbles[i].request);
            if (!group.marbles.empty() && centre + width / 2 > next)
                break;
            group.marbles.push_back({centre, width, marbles[i].request});
            centre += width - overlap;
        }
        group.labelLeft = group.marbles.back().centre + group.marbles.back().width / 2 + 16;
        const bool labelled =
            group.count > 1 && group.labelLeft + m_labels.width(Role::Caption, QStringLiteral("0")) < next;
        if (!labelled)
            group.labelLeft = 0;
        groups.push_back(std::move(group));
        i = last;
    }
    return groups;
}

void MarblePainter::paint(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
                          const TimelineGeometry &geometry)
{
    if (isDense(marbles, geometry))
        return paintTicks(painter, marbles, line, geometry);
    const double centreY = line.top() + line.height() / 2.0;
    const std::vector<MarbleGroup> all = groups(marbles, geometry);
    for (size_t i = 0; i < all.size(); ++i) {
        for (const MarbleBox &box : all[i].marbles)
            paintMarble(painter, box, centreY);
        if (all[i].labelLeft == 0)
            continue;
        const QString time = all[i].t == 0 ? QStringLiteral("0") : displayDuration(all[i].t);
        const QString text = Words::tr("%1 at t = %2").arg(numberText(qint64(all[i].count)), time);
        const int end = all[i].labelLeft + m_labels.width(Role::Caption, text);
        const int next =
            i + 1 < all.size() ? all[i + 1].marbles.front().centre - Theme::size(Size::Marble) / 2 : line.right();
        if (end < next)
            m_labels.draw(painter, Role::Caption, all[i].labelLeft, centreY, text, m_theme.color(Token::Text3));
    }
}

void MarblePainter::paintSelected(QPainter &painter, quint32 request, const std::vector<Marble> &marbles,
                                  const QRect &line, const TimelineGeometry &geometry)
{
    if (line.isEmpty() || isDense(marbles, geometry))
        return;
    const double size = Theme::size(Size::Marble), centreY = line.top() + line.height() / 2.0;
    for (const MarbleGroup &group : groups(marbles, geometry)) {
        for (const MarbleBox &box : group.marbles) {
            if (box.request != request)
                continue;
            paintMarble(painter, box, centreY); // Whole, in front of its neighbours.
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(m_theme.color(Token::Text), Theme::size(Size::FocusLine)));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box.centre - box.width / 2.0, centreY - size / 2, box.width, size),
                                    size / 2, size / 2);
            painter.restore();
        }
    }
}

quint32 MarblePainter::at(const QPoint &point, const std::vector<Marble> &marbles, const QRect &line,
                          const TimelineGeometry &geometry)
{
    if (!line.contains(point) || isDense(marbles, geometry))
        return 0;
    const std::vector<MarbleGroup> all = groups(marbles, geometry);
    for (auto group = all.rbegin(); group != all.rend(); ++group) {
        for (auto box = group->marbles.rbegin(); box != group->marbles.rend(); ++box) {
            if (std::abs(point.x() - box->centre) <= box->width / 2)
                return box->request;
        }
    }
    return 0;
}

void MarblePainter::paintTicks(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
                               const TimelineGeometry &geometry) const
{
    const int height = std::min(Theme::size(Size::Marble), line.height() - 4);
    const int top = line.top() + (line.height() - height) / 2;
    size_t i = firstFrom(marbles, geometry.range().begin);
    while (i < marbles.size() && marbles[i].t <= geometry.range().end) {
        const int column = geometry.x(marbles[i].t);
        painter.fillRect(column, top, 1, height, m_theme.color(Token::MarbleOutline));
        i = size_t(std::ranges::partition_point(marbles.begin() + qsizetype(i), marbles.end(),
                                                [&](const Marble &marble) { return geometry.x(marble.t) <= column; }) -
                   marbles.begin());
    }
}

void MarblePainter::paintMarble(QPainter &painter, const MarbleBox &box, double centreY)
{
    const double size = Theme::size(Size::Marble);
    const QRectF shape(box.centre - box.width / 2.0 + 0.5, centreY - size / 2 + 0.5, box.width - 1, size - 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::MarbleOutline));
    painter.setBrush(m_theme.marble(box.request));
    painter.drawRoundedRect(shape, size / 2, size / 2);
    painter.restore();
    m_labels.drawCentred(painter, Role::Caption, box.centre, centreY, QString::number(box.request),
                         m_theme.color(Token::Text));
}

} // namespace playground
