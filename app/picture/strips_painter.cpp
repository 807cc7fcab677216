// SPDX-License-Identifier: MIT
#include "picture/strips_painter.h"

#include "model/run.h"
#include "model/strips.h"
#include "picture/strip_painter.h"

#include <algorithm>

namespace playground {
namespace {

constexpr size_t none = size_t(-1);

StripLabel::Column widest(const StripLabel::Column &a, const StripLabel::Column &b)
{
    return {std::max(a.caption, b.caption), std::max(a.value, b.value), std::max(a.delta, b.delta)};
}

} // namespace

StripsPainter::StripsPainter(const Theme &theme)
    : m_theme(theme)
{
    setRuns({});
}

void StripsPainter::setRuns(const std::vector<const Run *> &runs)
{
    std::vector<std::unique_ptr<TimelinePainter>> before = std::exchange(m_painters, {});
    for (size_t strip = 0; strip < std::max<size_t>(runs.size(), 1); ++strip) {
        const Run *run = runs.empty() ? nullptr : runs[strip];
        const auto known = std::ranges::find(m_runs, run);
        const size_t at = size_t(known - m_runs.begin());
        if (run && known != m_runs.end() && at < before.size() && before[at]) {
            m_painters.push_back(std::move(before[at]));
            continue;
        }
        m_painters.push_back(std::make_unique<TimelinePainter>(m_theme));
        m_painters.back()->setRun(run);
    }
    m_runs = runs;
    m_known.assign(m_painters.size(), {});
}

void StripsPainter::update()
{
    for (const auto &painter : m_painters) {
        painter->setTogether(count() > 1 ? std::optional(now()) : std::nullopt);
        painter->update();
    }
}

qint64 StripsPainter::now() const
{
    qint64 latest = 0;
    for (const Run *run : m_runs)
        latest = std::max(latest, run->now());
    return latest;
}

bool StripsPainter::ended() const { return !m_runs.empty() && std::ranges::all_of(m_runs, &Run::ended); }

std::vector<TimelineGeometry> StripsPainter::geometries(const QSize &size, const TimelineState &state) const
{
    TimelineState own = state;
    if (own.rows == RowMode::Usual) // All alike.
        own.rows = std::ranges::any_of(m_painters, [&](const auto &painter) { return painter->isPacked(state); }) ? RowMode::Packed
                                                                                                                  : RowMode::ByRequest;
    std::vector<TimelineLayout> layouts;
    for (const auto &painter : m_painters)
        layouts.push_back(painter->layout(size, own));
    int lanes = 0;
    if (count() > 1) {
        // Packed, strips differ in how many rows they need; rows are as high in all.
        const qint64 rows = std::ranges::max(layouts, {}, &TimelineLayout::lanes).lanes;
        for (TimelineLayout &layout : layouts)
            layout.lanes = layout.packed ? rows : layout.lanes;
        for (size_t strip = 0; strip < count(); ++strip) {
            layouts[strip].strip = int(strip);
            layouts[strip].strips = int(count());
            const int room = TimelineGeometry(layouts[strip]).lanesRoom();
            lanes = strip == 0 ? room : std::min(lanes, room);
        }
    }
    std::vector<TimelineGeometry> all;
    for (TimelineLayout &layout : layouts) {
        layout.lanesHeight = lanes;
        all.emplace_back(layout);
    }
    return all;
}

TimelineGeometry StripsPainter::geometry(size_t strip, const QSize &size, const TimelineState &state) const
{
    return geometries(size, state)[strip];
}

TimelineState StripsPainter::stateOf(size_t strip, const TimelineState &state, size_t chosen, size_t hovered) const
{
    if (count() == 1)
        return state;
    TimelineState own = state;
    own.playhead = now();
    if (strip != chosen) {
        own.selectedSpan = noSpan;
        own.found = nullptr; // It tells of spans of the chosen strip's run.
    }
    if (strip != hovered)
        own.hoveredSpan = noSpan;
    return own;
}

void StripsPainter::paintContents(QPainter &painter, const QSize &size, const TimelineState &state, size_t chosen)
{
    const std::vector<TimelineGeometry> all = geometries(size, state);
    const std::vector<StripLabel> names = count() > 1 ? labels(chosen) : std::vector<StripLabel>();
    for (size_t strip = 0; strip < count(); ++strip) {
        TimelineState own = stateOf(strip, state, chosen, none);
        if (!names.empty())
            own.label = names[strip];
        m_painters[strip]->paintContents(painter, all[strip], own);
    }
}

void StripsPainter::paintOverlay(QPainter &painter, const QSize &size, const TimelineState &state, size_t chosen, size_t hovered)
{
    const std::vector<TimelineGeometry> all = geometries(size, state);
    for (size_t strip = 0; strip < count(); ++strip)
        m_painters[strip]->paintOverlay(painter, all[strip], stateOf(strip, state, chosen, hovered));
}

std::optional<size_t> StripsPainter::stripAt(int y, const QSize &size, const TimelineState &state) const
{
    const std::vector<TimelineGeometry> all = geometries(size, state);
    for (size_t strip = 0; strip < count(); ++strip) {
        if (y >= all[strip].header().top() && y <= all[strip].strip().bottom())
            return strip;
    }
    return std::nullopt;
}

std::optional<size_t> StripsPainter::headerAt(const QPoint &point, const QSize &size, const TimelineState &state) const
{
    if (count() == 1)
        return std::nullopt;
    const std::vector<TimelineGeometry> all = geometries(size, state);
    const auto found = std::ranges::find_if(all, [&](const TimelineGeometry &geometry) { return geometry.header().contains(point); });
    return found == all.end() ? std::nullopt : std::optional(size_t(found - all.begin()));
}

const Metrics::Values &StripsPainter::valuesOf(size_t strip)
{
    const Run &run = *m_runs[strip];
    Known &known = m_known[strip];
    if (known.events != run.trace().size() || known.now != run.now())
        known = {run.metrics().values(run.now()), run.trace().size(), run.now()};
    return known.values;
}

std::vector<StripLabel> StripsPainter::labels(size_t chosen)
{
    std::vector<StripLabel> all;
    std::vector<StripLabel::Column> columns;
    for (size_t strip = 0; strip < count(); ++strip) {
        const QString words = stripWords(m_runs[strip]->current());
        const QString name = qsizetype(strip) < stripCount(m_runs[0]->current()) ? stripName(m_runs[0]->current(), qsizetype(strip)) : QString();
        StripLabel label{.letter = stripLetter(qsizetype(strip)),
                         .name = name.isEmpty() ? words : name,
                         .pattern = name.isEmpty() ? QString() : words,
                         .baseline = strip == 0,
                         .chosen = strip == chosen,
                         .figures = {},
                         .columns = {}};
        for (const QString &key : comparedKeys())
            label.figures.push_back(figureOf(key, valuesOf(strip), strip == 0 ? nullptr : &valuesOf(0)));
        columns.resize(label.figures.size());
        for (size_t i = 0; i < columns.size(); ++i) {
            const Figure &figure = label.figures[i];
            columns[i] = widest(columns[i], {m_labels.width(Role::Caption, figure.name), m_labels.width(Role::CounterValue, figure.value),
                                             m_labels.width(Role::Caption, figure.delta)});
        }
        all.push_back(std::move(label));
    }
    for (StripLabel &label : all)
        label.columns = columns;
    return all;
}

StripLabel StripsPainter::label(size_t strip, size_t chosen) { return labels(chosen)[strip]; }

bool StripsPainter::showsWholeLabel(size_t strip, const QSize &size, const TimelineState &state, size_t chosen)
{
    return playground::showsWholeLabel(geometry(strip, size, state), m_labels, label(strip, chosen));
}

} // namespace playground
