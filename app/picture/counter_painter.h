// SPDX-License-Identifier: MIT
#pragma once

#include "picture/counter_curve.h"
#include "picture/step_index.h"
#include "picture/theme.h"
#include "picture/timeline_geometry.h"

#include <QString>

#include <array>
#include <optional>

class QPainter;
class QRect;

namespace playground {

class LabelCache;
class Run;
struct Ghosts;
class SpanTextures;

/// The counter's name in its gutter: "In flight".
QString counterName(Counter counter);

/// Draws the counters: a step area each, the limit as a dashed line over it, and dots where a back-off keeps a slot.
class CounterPainter {
public:
    CounterPainter(const Theme &theme, LabelCache &labels);

    /// Catches up with the run; `clear` first when it is another one.
    void update(const Run &run);
    void clear();
    /// Other runs, whose curves are dashed lines: as far as they have come by now. Not owned.
    void updateGhosts(const Ghosts &ghosts);

    void paint(QPainter &painter, Counter counter, const Run &run, const TimelineGeometry &geometry,
               const SpanTextures &textures);
    /// A step at the present lies under the playhead: draws it once more, wider, to go over that.
    void paintOverPlayhead(QPainter &painter, Counter counter, const Run &run, const TimelineGeometry &geometry);
    /// The chip with the counter's name, where only one counter is shown.
    static QRect chip(const TimelineGeometry &geometry, Counter counter);
    /// "In flight at 1.200 s: 3".
    static QString summary(const Run &run, Counter counter, qint64 t);

private:
    struct Scale;
    struct CurveStyle {
        bool risesAtLeft = true; ///< The run begins at the left end of the axis, and does not go on there.
        bool zeroLine = false;   ///< A line also where the value is 0.
    };
    Scale scaleOf(Counter counter, const Run &run, const TimelineGeometry &geometry,
                  const std::vector<Step> &limit) const;
    QColor colorOf(Counter counter) const;
    void paintGhosts(QPainter &painter, Counter counter, const Run &run, const TimelineGeometry &geometry, const Scale &scale) const;
    void paintGutter(QPainter &painter, Counter counter, const Run &run, const TimelineGeometry &geometry);
    void paintCurve(QPainter &painter, const std::vector<CurvePiece> &curve, const Scale &scale, const QColor &color,
                    const CurveStyle &style) const;
    void paintKeptSlots(QPainter &painter, const Run &run, const TimelineGeometry &geometry,
                        const std::vector<CurvePiece> &inFlight, const Scale &scale, const SpanTextures &textures);
    void labelKeptSlot(QPainter &painter, const Run &run, const TimelineGeometry &geometry,
                       const std::vector<CurvePiece> &inFlight, const Scale &scale, const CurvePiece &gap);
    void paintLimit(QPainter &painter, const std::vector<Step> &limit, const TimelineGeometry &geometry,
                    const Scale &scale);
    const StepIndex &index(Counter counter) const { return m_indices[size_t(counter)]; }

    Theme m_theme;
    LabelCache &m_labels;
    std::array<StepIndex, 3> m_indices;
    StepIndex m_held;

    /// By GhostKind.
    struct GhostCurves {
        const Run *run = nullptr;
        qsizetype events = 0;
        std::array<StepIndex, 3> indices;
    };
    std::array<GhostCurves, 2> m_ghosts;
};

} // namespace playground
