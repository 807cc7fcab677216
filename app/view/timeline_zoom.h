// SPDX-License-Identifier: MIT
#pragma once

#include "picture/ruler_ticks.h"

#include <vector>

namespace playground {

/// Which piece of time the timeline shows: the whole run, a piece that follows the live edge, or a piece that stays.
/// Plain data with a stack of earlier pieces; knows no window.
class TimelineZoom {
public:
    enum class Mode { Whole, Live, Free };

    Mode mode() const { return m_mode; }
    /// All the time there is to show: what the run took so far and some room behind.
    const TimeRange &whole() const { return m_whole; }
    const TimeRange &range() const { return m_range; }

    /// A new run begins. `alike`: much like the one before, so that the same room will do until it grows out of it. One that begins
    /// out of sight is followed.
    void begin(bool alike);
    /// The run has come to `now`. While it goes on the whole grows in steps of about half, not with every frame.
    void advance(qint64 now, bool ended);
    /// Another run that is shown beside it reaches so far: the whole does, too. 0: there is none.
    void setReach(qint64 end) { m_reach = end; }

    /// The whole run.
    void fit();
    /// A piece that keeps the live edge in view, as long as the one shown now.
    void follow();
    /// That piece, kept within the whole and no shorter than the least.
    void show(const TimeRange &range);
    /// The same without a step to go back to: for dragging.
    void setEnds(const TimeRange &range);
    /// Shorter by `factor` < 1, or longer; what is at `t` stays where it is. `goesOn`: part of the gesture before, no
    /// new step to go back to.
    void zoomAt(qint64 t, double factor, bool goesOn = false);
    /// Moves by that much time; no step to go back to.
    void pan(qint64 by);
    /// Pans as little as needed to show the piece, its beginning first.
    void reveal(const TimeRange &piece);
    /// The piece shown before the last step; the whole run when there is none.
    void back();

    static constexpr qint64 leastLength = 1000;

private:
    struct View {
        Mode mode;
        TimeRange range;
    };
    void remember();
    void place(qint64 begin, qint64 length);
    void followEdge();

    Mode m_mode = Mode::Whole;
    TimeRange m_whole{0, 1'000'000'000};
    TimeRange m_range = m_whole;
    std::vector<View> m_earlier;
    bool m_begins = false; ///< Its present has not been told yet.
    qint64 m_now = 0;
    qint64 m_reach = 0;
};

} // namespace playground
