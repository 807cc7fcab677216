// SPDX-License-Identifier: MIT
#include "picture/counter_painter.h"

#include "model/number_text.h"
#include "model/run.h"
#include "picture/ghost_painter.h"
#include "picture/label_cache.h"
#include "picture/limit_steps.h"
#include "picture/span_texture.h"
#include "picture/time_text.h"
#include "picture/words.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace playground {
namespace {

constexpr double curvePen = 1.5;
/// Up to this many pieces a curve is drawn smoothly, beyond with plain rectangles.
constexpr size_t smoothPieces = 600;

const std::vector<Step> &stepsOf(const Run &run, Counter counter)
{
    switch (counter) {
    case Counter::InFlight:
        return run.timeline().inFlight();
    case Counter::Queued:
        return run.timeline().queued();
    case Counter::Done:
        break;
    }
    return run.timeline().done();
}

std::vector<Step> limitOf(const Run &run, Counter counter)
{
    return counter == Counter::InFlight ? limitSteps(run) : std::vector<Step>();
}

} // namespace

QString counterName(Counter counter)
{
    switch (counter) {
    case Counter::InFlight:
        return Words::tr("In flight");
    case Counter::Queued:
        return Words::tr("Queued");
    case Counter::Done:
        break;
    }
    return Words::tr("Done");
}

/// Which row a value has.
struct CounterPainter::Scale {
    QRect track;
    int base = 0;
    int height = 0; ///< In px, for `top`.
    qint32 top = 1;

    /// A limit keeps a third of the track above it free, so that breaking it would show.
    Scale(const QRect &counterTrack, qint32 most, qint32 limit)
        : track(counterTrack)
    {
        const bool small = track.height() <= Theme::size(Size::CounterSmall);
        base = track.bottom() - (small ? 4 : 8);
        height = base - track.top() - (small ? 10 : 15) - (limit > 0 && !small ? (track.height() - 32) / 4 : 0);
        top = std::max({limit, most, 1});
    }
    int y(qint32 value) const { return base - int(qint64(value) * height / top); }
};

CounterPainter::CounterPainter(const Theme &theme, LabelCache &labels)
    : m_theme(theme)
    , m_labels(labels)
{
}

void CounterPainter::update(const Run &run)
{
    for (const Counter counter : {Counter::InFlight, Counter::Queued, Counter::Done})
        m_indices[size_t(counter)].update(stepsOf(run, counter));
    m_held.update(run.timeline().held());
}

void CounterPainter::updateGhosts(const Ghosts &ghosts)
{
    for (const GhostKind kind : {GhostKind::Before, GhostKind::Ahead}) {
        const Run *run = kind == GhostKind::Before ? ghosts.before : ghosts.ahead;
        GhostCurves &curves = m_ghosts[size_t(kind)];
        // A run that grew keeps its index; another one may stand at the same place in memory.
        if (curves.run != run || (run && run->trace().size() < curves.events))
            curves = {};
        curves.run = run;
        if (!run)
            continue;
        curves.events = run->trace().size();
        for (const Counter counter : {Counter::InFlight, Counter::Queued, Counter::Done})
            curves.indices[size_t(counter)].update(stepsOf(*run, counter));
    }
}

/// The run's own future behind the present, and up to there, or without such, the run before: dashed lines.
void CounterPainter::paintGhosts(QPainter &painter, Counter counter, const Run &run, const TimelineGeometry &geometry, const Scale &scale) const
{
    const int present = std::clamp(geometry.x(run.now()), geometry.axisLeft(), geometry.axisRight());
    for (const GhostKind kind : {GhostKind::Before, GhostKind::Ahead}) {
        const GhostCurves &ghost = m_ghosts[size_t(kind)];
        if (!ghost.run)
            continue;
        const bool ahead = kind == GhostKind::Ahead;
        const int from = ahead ? present + 2 : geometry.axisLeft();
        const int to = !ahead && m_ghosts[size_t(GhostKind::Ahead)].run ? present : geometry.axisRight();
        const GhostDashes dashes = ghostDashes(kind);
        const QColor color = m_theme.color(Token::Text2, dashes.strength);
        const int period = dashes.dash + dashes.space;
        const std::vector<CurvePiece> curve = counterCurve(stepsOf(*ghost.run, counter), ghost.indices[size_t(counter)], geometry, ghost.run->now());
        for (const CurvePiece &piece : curve) {
            if (piece.left >= from && piece.left <= to && piece.most > piece.least)
                painter.fillRect(piece.left, scale.y(piece.most), 1, scale.y(piece.least) - scale.y(piece.most), color);
            if (piece.value == 0)
                continue;
            const int left = std::max(piece.left, from), right = std::min(piece.right, to);
            for (int x = left - left % period; x < right; x += period) { // On one grid, so that nothing crawls.
                const int begin = std::max(x, left), end = std::min(x + dashes.dash, right);
                if (begin < end)
                    painter.fillRect(begin, scale.y(piece.value), end - begin, 1, color);
            }
        }
    }
}

void CounterPainter::clear()
{
    m_indices = {};
    m_held.clear();
}

QRect CounterPainter::chip(const TimelineGeometry &geometry, Counter counter)
{
    const QRect track = geometry.counter(counter);
    if (!geometry.isSmall() || track.isEmpty())
        return {};
    const int height = Theme::size(Size::SmallButton);
    return QRect(4, track.top() + (track.height() - height) / 2, geometry.axisLeft() - 12, height);
}

QString CounterPainter::summary(const Run &run, Counter counter, qint64 t)
{
    const qint32 value = Timeline::valueAt(stepsOf(run, counter), t);
    return Words::tr("%1 at %2: %3").arg(counterName(counter), instantText(t), numberText(value));
}

void CounterPainter::paint(QPainter &painter, Counter counter, const Run &run, const TimelineGeometry &geometry,
                           const SpanTextures &textures)
{
    const QRect track = geometry.counter(counter);
    if (track.isEmpty())
        return;
    const std::vector<Step> limit = limitOf(run, counter);
    const Scale scale = scaleOf(counter, run, geometry, limit);
    const std::vector<CurvePiece> curve = counterCurve(stepsOf(run, counter), index(counter), geometry, run.now());
    paintCurve(painter, curve, scale, colorOf(counter), {geometry.range().begin == 0, counter == Counter::Done});
    paintGhosts(painter, counter, run, geometry, scale);
    if (counter == Counter::InFlight)
        paintKeptSlots(painter, run, geometry, curve, scale, textures);
    paintLimit(painter, limit, geometry, scale);
    paintGutter(painter, counter, run, geometry);
}

CounterPainter::Scale CounterPainter::scaleOf(Counter counter, const Run &run, const TimelineGeometry &geometry,
                                              const std::vector<Step> &limit) const
{
    qint32 highestLimit = 0;
    for (const Step &step : limit)
        highestLimit = std::max(highestLimit, step.value);
    qint32 most = counter == Counter::Done
                            ? qint32(std::max<qint64>(requestCount(run.scenario()), index(counter).most()))
                            : index(counter).most();
    for (const GhostCurves &ghost : m_ghosts)
        most = std::max(most, ghost.indices[size_t(counter)].most());
    return Scale(geometry.counter(counter), most, highestLimit);
}

QColor CounterPainter::colorOf(Counter counter) const
{
    return counter == Counter::InFlight ? m_theme.color(Token::Accent)
           : counter == Counter::Queued ? m_theme.state(SpanState::Queued).outline
                                        : m_theme.state(SpanState::Succeeded).fill;
}

void CounterPainter::paintOverPlayhead(QPainter &painter, Counter counter, const Run &run,
                                       const TimelineGeometry &geometry)
{
    const std::vector<Step> &steps = stepsOf(run, counter);
    const int x = geometry.x(run.now());
    if (geometry.counter(counter).isEmpty() || steps.empty() || geometry.x(steps.back().t) != x ||
        x < geometry.axisLeft() || x > geometry.axisRight())
        return;
    const std::optional<CurvePiece> last = curveAt(steps, index(counter), geometry, x);
    if (!last)
        return;
    const Scale scale = scaleOf(counter, run, geometry, limitOf(run, counter));
    const int top = scale.y(last->most), bottom = scale.y(last->least);
    if (top < bottom)
        painter.fillRect(x - 1, top - 1, 3, bottom - top + 2, colorOf(counter));
}

void CounterPainter::paintGutter(QPainter &painter, Counter counter, const Run &run, const TimelineGeometry &geometry)
{
    const QRect track = geometry.counter(counter);
    const int left = Theme::size(Size::CardPaddingH);
    if (const QRect box = chip(geometry, counter); !box.isEmpty()) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.color(Token::FieldBorder));
        painter.setBrush(m_theme.color(Token::Raised));
        const double radius = Theme::size(Size::RadiusField);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.restore();
        m_labels.drawCentred(painter, Role::Caption, box.center().x() + 0.5, box.top() + box.height() / 2.0,
                             counterName(counter), m_theme.color(Token::Text2));
        return;
    }
    const int line = Theme::lineHeight(Role::Caption);
    const int first = track.top() + (track.height() <= Theme::size(Size::CounterSmall) ? 12 : line);
    const int room = geometry.axisLeft() - 4 - left, gap = 6;
    m_labels.draw(painter, Role::Caption, left, first, m_labels.elided(Role::Caption, counterName(counter), room), m_theme.color(Token::Text2));
    const bool isDone = counter == Counter::Done;
    const qint32 value = isDone ? Timeline::valueAt(run.timeline().done(), run.now()) : index(counter).most();
    const QString number = numberText(value);
    const QString unit = isDone ? Words::tr("of %1").arg(numberText(requestCount(run.scenario()))) : Words::tr("max");
    const double second = first + line + 1;
    // A million needs smaller digits.
    Role role = Role::CounterValue;
    for (const Role smaller : {Role::NumberStrong, Role::CaptionNumber})
        role = m_labels.width(role, number) > room ? smaller : role;
    m_labels.draw(painter, role, left, second, number, m_theme.color(Token::Text));
    const int width = m_labels.width(role, number);
    if (width + gap + m_labels.width(Role::Caption, unit) <= room)
        m_labels.draw(painter, Role::Caption, left + width + gap, second + 1, unit, m_theme.color(Token::Text3));
    else if (track.height() >= 4 * line - 4)
        m_labels.draw(painter, Role::Caption, left, second + line, unit, m_theme.color(Token::Text3));
}

void CounterPainter::paintCurve(QPainter &painter, const std::vector<CurvePiece> &curve, const Scale &scale,
                                const QColor &color, const CurveStyle &style) const
{
    if (curve.empty())
        return;
    QColor area = color;
    area.setAlphaF(float(m_theme.counterOpacity()));
    for (const CurvePiece &piece : curve) {
        if (piece.value > 0)
            painter.fillRect(
                QRect(piece.left, scale.y(piece.value), piece.right - piece.left, scale.base - scale.y(piece.value)),
                area);
    }
    if (curve.size() > smoothPieces) {
        for (const CurvePiece &piece : curve) {
            painter.fillRect(piece.left, scale.y(piece.most) - 1, 1, scale.y(piece.least) - scale.y(piece.most) + 2,
                             color);
            if (piece.value > 0 || style.zeroLine)
                painter.fillRect(piece.left, scale.y(piece.value) - 1, piece.right - piece.left, 2, color);
        }
        return;
    }
    QPainterPath path(QPointF(curve.front().left + 0.5, style.risesAtLeft ? scale.base : scale.y(curve.front().value)));
    for (const CurvePiece &piece : curve) {
        path.lineTo(piece.left + 0.5, scale.y(piece.value));
        if (piece.value > 0 || style.zeroLine)
            path.lineTo(piece.right + 0.5, scale.y(piece.value));
        else
            path.moveTo(piece.right + 0.5, scale.base);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, curvePen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

void CounterPainter::paintKeptSlots(QPainter &painter, const Run &run, const TimelineGeometry &geometry,
                                    const std::vector<CurvePiece> &inFlight, const Scale &scale,
                                    const SpanTextures &textures)
{
    const std::vector<CurvePiece> held = counterCurve(run.timeline().held(), m_held, geometry, run.now());
    const std::vector<CurvePiece> gaps = curveGap(held, inFlight);
    for (const CurvePiece &gap : gaps) {
        const QRect area(gap.left + 1, scale.y(gap.most), gap.right - gap.left - 1,
                         scale.y(gap.least) - scale.y(gap.most));
        painter.setBrushOrigin(area.topLeft());
        painter.fillRect(area, textures.keptSlot());
    }
    if (gaps.size() == 1)
        labelKeptSlot(painter, run, geometry, inFlight, scale, gaps[0]);
}

/// Below the gap, where the curve leaves room for it: no text crosses the curve or the present.
void CounterPainter::labelKeptSlot(QPainter &painter, const Run &run, const TimelineGeometry &geometry,
                                   const std::vector<CurvePiece> &inFlight, const Scale &scale, const CurvePiece &gap)
{
    // The back-off begins at the instant at which the gap does: look for it among the spans that begin there.
    const auto &spans = run.timeline().spans();
    const qint64 from = geometry.timeAt(gap.left - 1);
    for (auto i = std::ranges::lower_bound(spans, from, {}, &Span::begin);
         i != spans.end() && geometry.x(i->begin) <= gap.left; ++i) {
        if (i->reason != WaitReason::Backoff)
            continue;
        const QString text = Words::tr("slot kept by the back-off of #%1").arg(i->request);
        constexpr int below = 11, space = 4;
        const auto dips = [&](const CurvePiece &piece) { return piece.least < gap.least; };
        const auto here = std::ranges::find_if(inFlight, [&](const CurvePiece &piece) { return piece.right > gap.left; });
        const auto before = std::find_if(std::make_reverse_iterator(here), inFlight.rend(), dips);
        const auto behind = std::find_if(here, inFlight.end(), dips);
        const int leftEnd = before == inFlight.rend()        ? inFlight.front().left
                            : before->value < gap.least ? before->right
                                                        : before->left;
        const int rightEnd = behind == inFlight.end() ? inFlight.back().right : behind->left;
        const int half = m_labels.width(Role::Caption, text) / 2 + 1;
        if (rightEnd - leftEnd < 2 * (half + space))
            return;
        const int centre = std::clamp((gap.left + gap.right) / 2, leftEnd + half + space, rightEnd - half - space);
        m_labels.drawCentred(painter, Role::Caption, centre, scale.y(gap.least) + below, text, m_theme.color(Token::Text2));
        return;
    }
}

void CounterPainter::paintLimit(QPainter &painter, const std::vector<Step> &limit, const TimelineGeometry &geometry,
                                const Scale &scale)
{
    constexpr int dash = 6, space = 4;
    const QColor color = m_theme.color(Token::Text2);
    for (size_t i = 0; i < limit.size(); ++i) {
        if (limit[i].value <= 0)
            continue;
        const int left = std::max(geometry.axisLeft(), geometry.x(limit[i].t));
        const int right =
            i + 1 < limit.size() ? std::min(geometry.axisRight(), geometry.x(limit[i + 1].t)) : geometry.axisRight();
        const int y = scale.y(limit[i].value);
        // Dashes lie on a fixed grid, so that they stay where they are while the run grows.
        for (int x = geometry.axisLeft(); x < right; x += dash + space) {
            if (x + dash > left)
                painter.fillRect(QRect(QPoint(std::max(x, left), y), QPoint(std::min(x + dash, right) - 1, y)), color);
        }
        const bool roomAbove = y - Theme::lineHeight(Role::Caption) >= scale.track.top();
        const QString text = Words::tr("limit %1").arg(numberText(limit[i].value));
        if (right - left > m_labels.width(Role::Caption, text) + 8)
            m_labels.drawRight(painter, Role::Caption, right - 4, roomAbove ? y - 9 : y + 9, text,
                               m_theme.color(Token::Text3));
    }
}

} // namespace playground
