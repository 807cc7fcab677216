// SPDX-License-Identifier: MIT
#include "picture/label_cache.h"

#include <algorithm>
#include <cmath>

namespace playground {
namespace {

/// A run that grows makes new texts all the time; a screen shows some 300 of them.
constexpr qsizetype mostLabels = 2000;

} // namespace

const LabelCache::Face &LabelCache::face(Role role)
{
    std::optional<Face> &face = m_faces[size_t(role)];
    if (!face) {
        const QFont font = Theme::font(role);
        const QFontMetricsF metrics(font);
        face = Face{font, metrics.ascent(), metrics.capHeight()};
    }
    return *face;
}

const LabelCache::Label &LabelCache::label(Role role, const QString &text)
{
    const std::pair key(int(role), text);
    if (const auto found = m_labels.constFind(key); found != m_labels.cend())
        return *found;
    if (m_labels.size() >= mostLabels)
        m_labels.clear();
    Label label;
    label.text.setTextFormat(Qt::PlainText);
    label.text.setPerformanceHint(QStaticText::AggressiveCaching);
    label.text.setText(text);
    label.text.prepare({}, face(role).font);
    label.width = int(std::ceil(label.text.size().width()));
    return *m_labels.insert(key, label);
}

const QFont &LabelCache::font(Role role) { return face(role).font; }

int LabelCache::width(Role role, const QString &text) { return label(role, text).width; }

double LabelCache::capHeight(Role role) { return face(role).capHeight; }

QString LabelCache::elided(Role role, const QString &text, int room)
{
    return width(role, text) <= room ? text : QFontMetrics(font(role)).elidedText(text, Qt::ElideRight, std::max(0, room));
}

void LabelCache::draw(QPainter &painter, Role role, int x, double centreY, const QString &text, const QColor &color)
{
    const Face &used = face(role);
    const int baseline = int(std::lround(centreY + used.capHeight / 2.0));
    painter.setFont(used.font);
    painter.setPen(color);
    painter.drawStaticText(QPointF(x, baseline - used.ascent), label(role, text).text);
}

void LabelCache::drawRight(QPainter &painter, Role role, int right, double centreY, const QString &text,
                           const QColor &color)
{
    draw(painter, role, right - width(role, text), centreY, text, color);
}

void LabelCache::drawCentred(QPainter &painter, Role role, double centreX, double centreY, const QString &text,
                             const QColor &color)
{
    draw(painter, role, int(std::lround(centreX - width(role, text) / 2.0)), centreY, text, color);
}

} // namespace playground
