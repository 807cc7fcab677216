// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/theme.h"

#include <QRect>

#include <vector>

class QPainter;

namespace playground {

class LabelCache;
class TimelineGeometry;

/// A marble, or a crowd of them, as it lies on its line.
struct MarbleBox {
    int centre = 0;
    int width = 0;
    quint32 request = 0;
};

/// Marbles of one instant: the first ones side by side, then how many there are in all.
struct MarbleGroup {
    qint64 t = 0;
    size_t count = 0;
    int labelLeft = 0; ///< Where "8 at t = 0" may stand.
    std::vector<MarbleBox> marbles;
};

/// Draws the marbles of IN and OUT. Those of one instant lie side by side, "8 at t = 0"; where they are too many to
/// tell apart each column that has some gets a tick.
class MarblePainter {
public:
    MarblePainter(const Theme &theme, LabelCache &labels);

    void paint(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
               const TimelineGeometry &geometry);
    /// Draws a ring around the marble of a request, where it is shown.
    void paintSelected(QPainter &painter, quint32 request, const std::vector<Marble> &marbles, const QRect &line,
                       const TimelineGeometry &geometry);
    /// The request of the marble at a point, 0 = none.
    quint32 at(const QPoint &point, const std::vector<Marble> &marbles, const QRect &line,
               const TimelineGeometry &geometry);

private:
    bool isDense(const std::vector<Marble> &marbles, const TimelineGeometry &geometry) const;
    std::vector<MarbleGroup> groups(const std::vector<Marble> &marbles, const TimelineGeometry &geometry);
    int widthOf(quint32 request);
    void paintTicks(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
                    const TimelineGeometry &geometry) const;
    void paintMarble(QPainter &painter, const MarbleBox &box, double centreY);

    Theme m_theme;
    LabelCache &m_labels;
};

} // namespace playground
