// SPDX-License-Identifier: MIT
#pragma once

#include "picture/level_curve.h"
#include "picture/timeline_canvas.h"

#include <optional>

namespace playground {

class Run;

/// The levels that have a track below the counters, as indices into Timeline::levels(), in order of their first report:
/// tokens, the server in service and queue, breaker, collected. A limit is drawn with its counter, a timer in its box.
std::vector<size_t> trackLevels(const Run &run);
/// The timer of a pattern that has a policy box: debounce and throttle.
std::optional<size_t> boxLevel(const Run &run);
/// "Tokens at 1.200 s: 3.4 of 10", "Breaker at 1.200 s: half-open", "Silence so far at 1.200 s: 120 ms of 300 ms"; empty
/// before the level's first report.
QString levelSummary(const Run &run, size_t level, qint64 t);
/// What stands in the gutter, whole: whose level it is, and its name.
QString levelTitle(const Run &run, size_t level);
/// Whether the run's pattern has a policy box, from its beginning.
bool hasPolicyBox(const Run &run);

/// Draws levels: an area along their slopes, with the limit as a dashed line; a breaker as bands, filled while it is
/// open and hatched while it is half-open; a timer as the saw-tooth of the time that has passed, in a policy box.
class LevelPainter {
public:
    explicit LevelPainter(const Theme &theme)
        : m_theme(theme)
    {
    }

    /// Catches up with the run; `clear` first when it is another one.
    void update(const Run &run);
    void clear() { m_known.clear(); }

    void paint(const TimelineCanvas &canvas, const Run &run);

private:
    /// What of a track is known so far, so that each step is looked at once.
    struct Known {
        size_t steps = 0;
        double most = 0;
        std::vector<LevelTrack::At> limits; ///< The steps that changed the limit.
    };
    struct Scale;
    void paintTrack(const TimelineCanvas &canvas, const Run &run, size_t level, const QRect &rect);
    void paintBox(const TimelineCanvas &canvas, const Run &run);
    void paintMoments(const TimelineCanvas &canvas, const Run &run, const QRect &box, int limitY);
    void paintArea(const TimelineCanvas &canvas, const std::vector<LevelPoint> &curve, const Scale &scale,
                   const QColor &color) const;
    void paintBands(const TimelineCanvas &canvas, const std::vector<LevelPoint> &curve, const Scale &scale) const;
    /// `text`: whether each limit says what it is.
    void paintLimits(const TimelineCanvas &canvas, const Known &known, const Scale &scale, bool text) const;
    void paintGutter(const TimelineCanvas &canvas, const Run &run, const LevelTrack &track, const QRect &rect) const;

    Theme m_theme;
    std::vector<Known> m_known; // By level.
};

} // namespace playground
