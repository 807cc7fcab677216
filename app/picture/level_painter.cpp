// SPDX-License-Identifier: MIT
#include "picture/level_painter.h"

#include "model/duration.h"
#include "model/number_text.h"
#include "model/run.h"
#include "picture/time_text.h"
#include "picture/words.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace playground {
namespace {

constexpr double curvePen = 1.5;
/// More moments than these in view are not drawn as lines of their own.
constexpr qsizetype mostMoments = 200;
const QString timerName = QStringLiteral("timer"), limitName = QStringLiteral("limit"),
              breakerName = QStringLiteral("breaker");

/// The server's tokens have a name of their own: beside them stand those of a limit that the client keeps.
QString levelName(const Run &run, const LevelTrack &track)
{
    const QString &name = track.name;
    if (name.startsWith(QLatin1String("tokens"))) {
        const PartInfo *part = run.trace().part(track.part);
        const bool isServer = part && part->kind == partkind::server;
        return (isServer ? Words::tr("Budget", "of a server, in tokens") : Words::tr("Tokens")) + name.mid(6);
    }
    if (name == QLatin1String("service"))
        return Words::tr("In service");
    if (name == QLatin1String("queue"))
        return Words::tr("In queue");
    if (name == breakerName)
        return Words::tr("Breaker");
    return name == QLatin1String("collected") ? Words::tr("Collected") : name;
}

QString breakerText(double value)
{
    return value >= 2 ? Words::tr("open") : value >= 1 ? Words::tr("half-open") : Words::tr("closed");
}

QString valueText(double value)
{
    const double rounded = std::round(value * 10) / 10;
    return rounded == std::floor(rounded) ? numberText(qint64(rounded)) : QString::number(rounded, 'f', 1);
}

QColor colorOf(const Theme &theme, const QString &name)
{
    if (name.startsWith(QLatin1String("tokens")))
        return theme.state(SpanState::Token).outline;
    if (name == QLatin1String("queue") || name == QLatin1String("collected"))
        return theme.state(SpanState::Queued).outline;
    return theme.color(Token::Accent);
}

std::pair<std::vector<Marble>::const_iterator, std::vector<Marble>::const_iterator>
inView(const std::vector<Marble> &marbles, const TimelineGeometry &geometry)
{
    return {std::ranges::lower_bound(marbles, geometry.range().begin, {}, &Marble::t),
            std::ranges::upper_bound(marbles, geometry.range().end, {}, &Marble::t)};
}

} // namespace

std::vector<size_t> trackLevels(const Run &run)
{
    std::vector<size_t> levels;
    const auto &all = run.timeline().levels();
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].name != timerName && all[i].name != limitName)
            levels.push_back(i);
    }
    return levels;
}

QString levelSummary(const Run &run, size_t level, qint64 t)
{
    const LevelTrack &track = run.timeline().levels()[level];
    const auto after = std::ranges::upper_bound(track.steps, t, {}, &LevelTrack::At::t);
    if (after == track.steps.begin())
        return {};
    const LevelTrack::At &step = *std::prev(after);
    const double value = levelAt(step, t);
    const QString at = instantText(t);
    if (track.name == breakerName)
        return Words::tr("%1 at %2: %3").arg(levelName(run, track), at, breakerText(value));
    if (track.name == timerName) {
        const LevelTrack elapsed = elapsedTrack({track.part, track.name, {step}});
        const auto duration = [](double seconds) { return displayDuration(qint64(std::llround(seconds * 1e9))); };
        const QString name =
            run.scenario().pattern.id() == partkind::debounce ? Words::tr("Silence so far") : Words::tr("Window so far");
        const double passed = levelAt(elapsed.steps.front(), t);
        return step.limit ? Words::tr("%1 at %2: %3 of %4").arg(name, at, duration(passed), duration(*step.limit))
                          : Words::tr("%1 at %2: %3").arg(name, at, duration(passed));
    }
    return step.limit ? Words::tr("%1 at %2: %3 of %4").arg(levelName(run, track), at, valueText(value), valueText(*step.limit))
                      : Words::tr("%1 at %2: %3").arg(levelName(run, track), at, valueText(value));
}

QString levelTitle(const Run &run, size_t level)
{
    const LevelTrack &track = run.timeline().levels()[level];
    const PartInfo *part = run.trace().part(track.part);
    return part && !part->name.isEmpty() ? Words::tr("%1: %2", "whose level: its name").arg(part->name, levelName(run, track))
                                         : levelName(run, track);
}

bool hasPolicyBox(const Run &run)
{
    const QString pattern = run.scenario().pattern.id();
    return pattern == partkind::debounce || pattern == partkind::throttle;
}

std::optional<size_t> boxLevel(const Run &run)
{
    const auto &all = run.timeline().levels();
    for (size_t i = 0; i < all.size(); ++i) {
        const PartInfo *part = run.trace().part(all[i].part);
        if (all[i].name == timerName && part && part->path == QLatin1String("pattern"))
            return i;
    }
    return std::nullopt;
}

/// Which row a value has.
struct LevelPainter::Scale {
    QRect rect;
    int base = 0;
    int height = 1;
    double top = 1;

    Scale(const QRect &track, double most)
        : rect(track)
    {
        const bool small = track.height() <= Theme::size(Size::CounterSmall);
        base = track.bottom() - (small ? 4 : 8);
        height = base - track.top() - (small ? 10 : 15);
        top = most > 0 ? most : 1;
    }
    double y(double value) const { return base - std::max(0.0, value) * height / top; }
};

void LevelPainter::update(const Run &run)
{
    const auto &levels = run.timeline().levels();
    m_known.resize(levels.size());
    for (size_t i = 0; i < levels.size(); ++i) {
        Known &known = m_known[i];
        for (; known.steps < levels[i].steps.size(); ++known.steps) {
            const LevelTrack::At &step = levels[i].steps[known.steps];
            known.most = std::max({known.most, step.value, step.limit.value_or(0)});
            if (known.limits.empty() || known.limits.back().limit != step.limit)
                known.limits.push_back(step);
        }
    }
}

void LevelPainter::paint(const TimelineCanvas &canvas, const Run &run)
{
    const std::vector<size_t> levels = trackLevels(run);
    for (size_t i = 0; i < levels.size(); ++i) {
        if (const QRect rect = canvas.geometry.level(i); !rect.isEmpty())
            paintTrack(canvas, run, levels[i], rect);
    }
    if (!canvas.geometry.policyBox().isEmpty())
        paintBox(canvas, run);
}

void LevelPainter::paintTrack(const TimelineCanvas &canvas, const Run &run, size_t level, const QRect &rect)
{
    const LevelTrack &track = run.timeline().levels()[level];
    const Known &known = m_known[level];
    const Scale scale(rect, known.most);
    const std::vector<LevelPoint> curve = levelCurve(track, canvas.geometry, run.now());
    if (track.name == breakerName) {
        paintBands(canvas, curve, scale);
    } else {
        paintArea(canvas, curve, scale, colorOf(m_theme, track.name));
        paintLimits(canvas, known, scale, true);
    }
    paintGutter(canvas, run, track, rect);
}

void LevelPainter::paintArea(const TimelineCanvas &canvas, const std::vector<LevelPoint> &curve, const Scale &scale,
                             const QColor &color) const
{
    if (curve.empty())
        return;
    QPolygonF line;
    for (const LevelPoint &point : curve)
        line << QPointF(point.column + 0.5, scale.y(point.value));
    QPolygonF area = line;
    area << QPointF(line.back().x(), scale.base) << QPointF(line.front().x(), scale.base);
    QColor fill = color;
    fill.setAlphaF(float(m_theme.counterOpacity()));
    QPainter &painter = canvas.painter;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
    painter.setPen(QPen(color, curvePen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawPolyline(line);
    painter.restore();
}

/// Open: filled. Half-open: hatched. Closed: a line at the foot.
void LevelPainter::paintBands(const TimelineCanvas &canvas, const std::vector<LevelPoint> &curve,
                              const Scale &scale) const
{
    QPainter &painter = canvas.painter;
    const QColor color = m_theme.state(SpanState::Failed).fill;
    const int top = int(scale.y(scale.top));
    for (size_t i = 0; i < curve.size(); ++i) {
        const double value = curve[i].value;
        const int left = curve[i].column;
        while (i + 1 < curve.size() && curve[i + 1].value == value)
            ++i;
        const QRect band(QPoint(left, top), QPoint(std::max(left, curve[i].column - 1), scale.base - 1));
        if (value >= 2) {
            painter.fillRect(band, color);
        } else if (value >= 1) {
            painter.setBrushOrigin(band.topLeft());
            painter.fillRect(band, QBrush(color, Qt::BDiagPattern));
            painter.fillRect(QRect(band.left(), band.top(), band.width(), 1), color);
        }
        painter.fillRect(QRect(band.left(), scale.base, band.width(), 1), value >= 1 ? color : m_theme.color(Token::Text2));
        const QString text = breakerText(value);
        if (value >= 2 && canvas.labels.width(Role::Caption, text) + 8 <= band.width())
            canvas.labels.draw(painter, Role::Caption, band.left() + 4, band.top() + band.height() / 2.0, text,
                               m_theme.state(SpanState::Failed).text);
    }
}

void LevelPainter::paintLimits(const TimelineCanvas &canvas, const Known &known, const Scale &scale, bool text) const
{
    constexpr int dash = 6, space = 4;
    const TimelineGeometry &geometry = canvas.geometry;
    for (size_t i = 0; i < known.limits.size(); ++i) {
        if (!known.limits[i].limit)
            continue;
        const int left = std::max(geometry.axisLeft(), geometry.x(known.limits[i].t));
        const int right = i + 1 < known.limits.size() ? std::min(geometry.axisRight(), geometry.x(known.limits[i + 1].t))
                                                      : geometry.axisRight();
        const int y = int(scale.y(*known.limits[i].limit));
        // Dashes lie on a fixed grid, so that they stay where they are while the run grows.
        for (int x = geometry.axisLeft(); x < right; x += dash + space) {
            if (x + dash > left)
                canvas.painter.fillRect(QRect(QPoint(std::max(x, left), y), QPoint(std::min(x + dash, right) - 1, y)),
                                        m_theme.color(Token::Text2));
        }
        const QString label = Words::tr("limit %1").arg(valueText(*known.limits[i].limit));
        if (text && right - left > canvas.labels.width(Role::Caption, label) + 8)
            canvas.labels.drawRight(canvas.painter, Role::Caption, right - 4, y + 9, label, m_theme.color(Token::Text3));
    }
}

void LevelPainter::paintGutter(const TimelineCanvas &canvas, const Run &run, const LevelTrack &track,
                               const QRect &rect) const
{
    const int left = Theme::size(Size::CardPaddingH), line = Theme::lineHeight(Role::Caption);
    const int room = canvas.geometry.axisLeft() - Theme::size(Size::Grid) - left;
    const int first = rect.top() + (rect.height() < 3 * line ? 12 : line);
    const auto note = [&](Role role, int y, const QString &text, Token token) {
        canvas.labels.draw(canvas.painter, role, left, y, canvas.labels.elided(role, text, room), m_theme.color(token));
    };
    note(Role::Caption, first, levelName(run, track), Token::Text2);
    const double value = track.steps.empty() ? 0 : levelAt(track.steps.back(), run.now());
    const bool isBreaker = track.name == breakerName;
    if (isBreaker)
        note(Role::Caption, first + line, breakerText(value), Token::Text);
    else
        note(Role::NumberStrong, first + line, valueText(value), Token::Text);
    const PartInfo *part = run.trace().part(track.part);
    if (part && rect.height() >= 4 * line - 4)
        note(Role::Caption, first + 2 * line, part->name, Token::Text3);
}

void LevelPainter::paintBox(const TimelineCanvas &canvas, const Run &run)
{
    const TimelineGeometry &geometry = canvas.geometry;
    QPainter &painter = canvas.painter;
    const QRect row = geometry.policyBox();
    const QRect box(QPoint(geometry.axisLeft(), row.top() + 8), QPoint(geometry.axisRight(), row.bottom() - 4));
    painter.fillRect(box, m_theme.color(Token::Panel));
    for (const int y : {box.top(), box.bottom()})
        painter.fillRect(QRect(box.left(), y, box.width(), 1), m_theme.color(Token::Border));

    const bool isDebounce = run.scenario().pattern.id() == partkind::debounce;
    const int left = Theme::size(Size::CardPaddingH), line = Theme::lineHeight(Role::Caption);
    const int room = geometry.axisLeft() - Theme::size(Size::Grid) - left;
    const auto note = [&](int number, Role role, const QString &text, Token token) {
        canvas.labels.draw(painter, role, left, box.top() + number * line, canvas.labels.elided(role, text, room), m_theme.color(token));
    };
    note(1, Role::CaptionStrong, run.scenario().pattern.kind().title, Token::Text);
    note(2, Role::Caption, isDebounce ? Words::tr("silence") : Words::tr("window"), Token::Text3);
    note(3, Role::Caption, Words::tr("so far"), Token::Text3);

    const std::optional<size_t> level = boxLevel(run);
    if (!level)
        return;
    const LevelTrack &timer = run.timeline().levels()[*level];
    const Scale scale(box, m_known[*level].most);
    if (const auto limit = timer.steps.back().limit)
        note(4, Role::Caption, QStringLiteral("0–%1").arg(displayDuration(qint64(std::llround(*limit * 1e9)))), Token::Text3);
    paintMoments(canvas, run, box, int(scale.y(timer.steps.back().limit.value_or(0))));
    paintArea(canvas, levelCurve(elapsedTrack(timer), geometry, run.now()), scale, m_theme.color(Token::Accent));
    paintLimits(canvas, m_known[*level], scale, false);
}

/// What goes in and what comes out: a thin line in the marble's colour, and one from the limit down to OUT.
void LevelPainter::paintMoments(const TimelineCanvas &canvas, const Run &run, const QRect &box, int limitY)
{
    const TimelineGeometry &geometry = canvas.geometry;
    const auto [in, inEnd] = inView(run.timeline().in(), geometry);
    for (auto marble = in; inEnd - in <= mostMoments && marble != inEnd; ++marble)
        canvas.painter.fillRect(geometry.x(marble->t), box.top() + 1, 1, box.height() - 2, m_theme.marble(marble->request));
    const auto [out, outEnd] = inView(run.timeline().out(), geometry);
    const int foot = geometry.out().isEmpty() ? box.bottom() : geometry.out().center().y();
    for (auto marble = out; outEnd - out <= mostMoments && marble != outEnd; ++marble)
        canvas.painter.fillRect(geometry.x(marble->t), limitY, 1, foot - limitY, m_theme.color(Token::Text2));
}

} // namespace playground
