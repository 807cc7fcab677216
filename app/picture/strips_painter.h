// SPDX-License-Identifier: MIT
#pragma once

#include "picture/timeline_painter.h"

#include <memory>
#include <vector>

namespace playground {

/// Paints one run, or several strips of a comparison one below the other: each with a TimelinePainter of its own, all with the same
/// axis, zoom, scroll offset and present. Overview, ruler and legend are shared.
class StripsPainter {
public:
    explicit StripsPainter(const Theme &theme);

    const Theme &theme() const { return m_theme; }
    /// The runs, A first, which must outlive their use here. A run that is shown already keeps its caches. Without any, the place of
    /// one stays empty.
    void setRuns(const std::vector<const Run *> &runs);
    const std::vector<const Run *> &runs() const { return m_runs; }
    /// 1 or more.
    size_t count() const { return m_painters.size(); }
    TimelinePainter &painter(size_t strip) const { return *m_painters[strip]; }
    /// Catches up with the runs; call it before painting.
    void update();

    /// The present of all: that of the run which has come furthest. 0 without a run.
    qint64 now() const;
    /// Whether all runs have ended; false without any.
    bool ended() const;

    /// One for each strip.
    std::vector<TimelineGeometry> geometries(const QSize &size, const TimelineState &state) const;
    TimelineGeometry geometry(size_t strip, const QSize &size, const TimelineState &state) const;
    /// `chosen`: the strip that selectedSpan speaks of; `hovered`: the one that hoveredSpan does.
    void paintContents(QPainter &painter, const QSize &size, const TimelineState &state, size_t chosen);
    void paintOverlay(QPainter &painter, const QSize &size, const TimelineState &state, size_t chosen, size_t hovered);

    /// The strip whose header or lanes lie at that height; nothing for what all share.
    std::optional<size_t> stripAt(int y, const QSize &size, const TimelineState &state) const;
    /// Of several strips, the one whose header lies there.
    std::optional<size_t> headerAt(const QPoint &point, const QSize &size, const TimelineState &state) const;
    /// What the header of a strip says, all of it.
    StripLabel label(size_t strip, size_t chosen);
    /// Whether all of the name and the pattern can be read there.
    bool showsWholeLabel(size_t strip, const QSize &size, const TimelineState &state, size_t chosen);

private:
    struct Known {
        Metrics::Values values;
        qsizetype events = -1;
        qint64 now = -1;
    };
    const Metrics::Values &valuesOf(size_t strip);
    std::vector<StripLabel> labels(size_t chosen);
    TimelineState stateOf(size_t strip, const TimelineState &state, size_t chosen, size_t hovered) const;

    Theme m_theme;
    LabelCache m_labels;
    std::vector<const Run *> m_runs;
    std::vector<std::unique_ptr<TimelinePainter>> m_painters;
    std::vector<Known> m_known; // The numbers of each run, worked out once a frame.
};

} // namespace playground
