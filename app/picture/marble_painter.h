// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/theme.h"

#include <QRect>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace playground {

class FindResult;
class LabelCache;
class TimelineGeometry;

/// A marble as it lies on its line; or a pill, "+7", that stands for several of one instant.
struct MarbleBox {
    int centre = 0;
    int width = 0;
    int textWidth = 0;
    quint32 request = 0;   ///< A pill: the first of those that it stands for.
    size_t pillCount = 0;  ///< 0: a marble.
    bool hasText = true;   ///< Not where one of the two would cover the other's text.

    QString text() const;
};

/// Marbles of one instant: side by side as far as there is room, the rest in a pill, and how many there are in all.
struct MarbleGroup {
    size_t first = 0; ///< Index of the first one; the others follow.
    size_t count = 0;
    int place = 0;     ///< The column of the first one before neighbours asked for room.
    int labelLeft = 0; ///< Where the label stands.
    QString label;     ///< "8 at t = 0"; empty: no room, or nothing to say.
    std::vector<MarbleBox> boxes;
};

/// Draws the marbles of IN and OUT. Those of one instant lie side by side, "8 at t = 0", as far as the next instant and
/// `now` allow: nothing but a marble's own half lies where no time has passed yet. A pill stands for those without a
/// place. Marbles too near to each other for their numbers keep the numbers that have room; where they are too many
/// to tell apart each column that has some gets a tick.
class MarblePainter {
public:
    MarblePainter(const Theme &theme, LabelCache &labels);

    /// In real time no two things happen at one instant: what shares a column is shown like one instant, "8 about t = 0.1 ms".
    void groupByColumn(bool wanted) { m_byColumn = wanted; }

    /// `found`: marbles of requests that it lacks are dimmed; nullptr: none are.
    void paint(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
               const TimelineGeometry &geometry, qint64 now, const FindResult *found = nullptr);
    /// Draws a short text below each marble; one that would touch the one before is left out.
    void paintBelow(QPainter &painter, const std::vector<Marble> &marbles, const QRect &row,
                    const TimelineGeometry &geometry, qint64 now, const std::function<QString(quint32 request)> &textOf);
    /// Draws a ring around the marble of a request; one without a place shows in that of its pill.
    void paintSelected(QPainter &painter, quint32 request, const std::vector<Marble> &marbles, const QRect &line,
                       const TimelineGeometry &geometry, qint64 now);
    /// The request of the marble at a point (of a pill: the first it stands for), 0 = none.
    quint32 at(const QPoint &point, const std::vector<Marble> &marbles, const QRect &line,
               const TimelineGeometry &geometry, qint64 now);

private:
    size_t behindGroup(const std::vector<Marble> &marbles, size_t first, const TimelineGeometry &geometry) const;
    bool isDense(const std::vector<Marble> &marbles, const TimelineGeometry &geometry) const;
    std::vector<MarbleGroup> groups(const std::vector<Marble> &marbles, const TimelineGeometry &geometry, qint64 now);
    void placeBoxes(MarbleGroup &group, const std::vector<Marble> &marbles, const TimelineGeometry &geometry, int end);
    static void spreadSingles(std::vector<MarbleGroup> &groups, int edge, const TimelineGeometry &geometry);
    void placeLabel(MarbleGroup &group, const std::vector<Marble> &marbles, int begin, int end);
    MarbleBox marble(quint32 request);
    MarbleBox pill(quint32 request, size_t count);
    void paintTicks(QPainter &painter, const std::vector<Marble> &marbles, const QRect &line,
                    const TimelineGeometry &geometry) const;
    void paintBox(QPainter &painter, const MarbleBox &box, double centreY);

    Theme m_theme;
    LabelCache &m_labels;
    bool m_byColumn = false;
};

} // namespace playground
