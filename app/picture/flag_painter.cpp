// SPDX-License-Identifier: MIT
#include "picture/flag_painter.h"

#include "model/number_text.h"
#include "model/run.h"
#include "picture/time_text.h"
#include "picture/words.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cstdlib>

namespace playground {
namespace {

constexpr int halfSign = 4;
constexpr size_t mostLines = 5;

size_t firstFrom(const std::vector<Flag> &flags, qint64 t)
{
    return size_t(std::ranges::lower_bound(flags, t, {}, &Flag::t) - flags.begin());
}

/// The first flag behind those that share a column with flag number `first`.
size_t behindColumn(const std::vector<Flag> &flags, size_t first, const TimelineGeometry &geometry)
{
    const int column = geometry.x(flags[first].t);
    return size_t(std::partition_point(flags.begin() + qsizetype(first), flags.end(),
                                       [&](const Flag &flag) { return geometry.x(flag.t) <= column; }) -
                  flags.begin());
}

/// Calls `visit(first, last)` for the flags of each visible column in turn.
template <typename Visit>
void forColumns(const Run &run, const TimelineGeometry &geometry, Visit visit)
{
    const std::vector<Flag> &flags = run.timeline().flags();
    for (size_t first = firstFrom(flags, geometry.range().begin);
         first < flags.size() && flags[first].t <= geometry.range().end;) {
        const size_t last = behindColumn(flags, first, geometry);
        visit(first, last);
        first = last;
    }
}

const Record &recordOf(const Run &run, size_t flag)
{
    return run.trace().records()[run.timeline().flags()[flag].record];
}

void paintDiamond(QPainter &painter, int x, int middle, const QColor &color)
{
    for (int dy = 1 - halfSign; dy < halfSign; ++dy) {
        const int reach = halfSign - 1 - std::abs(dy);
        painter.fillRect(x - reach, middle + dy, 2 * reach + 1, 1, color);
    }
}

void paintPennant(QPainter &painter, int x, int bottom, const QColor &color)
{
    constexpr int pole = 6, cloth = 5; // Low enough to stay below the ruler's labels.
    painter.fillRect(x, bottom - pole + 1, 1, pole, color);
    for (int dy = 0; dy < cloth; ++dy)
        painter.fillRect(x + 1, bottom - pole + 1 + dy, 2 * (cloth / 2 - std::abs(dy - cloth / 2)) + 1, 1, color);
}

QString lineOf(const Run &run, size_t flag)
{
    const Record &record = recordOf(run, flag);
    const QString at = instantText(record.t);
    if (record.kind == EventKind::Mark) {
        const QString text = run.trace().text(record.b);
        return text.isEmpty() ? Words::tr("Mark at %1").arg(at) : Words::tr("%1, marked at %2").arg(text, at);
    }
    const EditText edit = run.trace().edit(record);
    const Parameter *parameter = parameterAt(run.current(), edit.path);
    const QString name = parameter ? parameter->title : edit.path;
    return Words::tr("%1: %2 → %3, edited at %4").arg(name, edit.before, edit.after, at);
}

} // namespace

void paintFlags(const TimelineCanvas &canvas, const Run &run)
{
    const QRect ruler = canvas.geometry.ruler(), strip = canvas.geometry.strip();
    constexpr int dot = 2, space = 3;
    forColumns(run, canvas.geometry, [&](size_t first, size_t last) {
        const int x = canvas.geometry.x(run.timeline().flags()[first].t);
        for (int y = strip.top(); y <= strip.bottom(); y += dot + space)
            canvas.painter.fillRect(x, y, 1, std::min(dot, strip.bottom() + 1 - y),
                                    canvas.theme.color(Token::FieldBorder));
        bool marked = false;
        for (size_t flag = first; flag < last && !marked; ++flag)
            marked = recordOf(run, flag).kind == EventKind::Mark;
        if (marked)
            paintPennant(canvas.painter, x, ruler.bottom() - 1, canvas.theme.color(Token::AccentText));
        else
            paintDiamond(canvas.painter, x, ruler.bottom() - 1 - halfSign, canvas.theme.color(Token::Text2));
    });
}

std::optional<size_t> flagAt(const QPoint &point, const TimelineGeometry &geometry, const Run &run)
{
    if (!geometry.ruler().contains(point))
        return {};
    std::optional<size_t> nearest;
    int least = halfSign + 1;
    forColumns(run, geometry, [&](size_t first, size_t) {
        const int distance = std::abs(point.x() - geometry.x(run.timeline().flags()[first].t));
        if (distance < least) {
            least = distance;
            nearest = first;
        }
    });
    return nearest;
}

QString flagSummary(size_t flag, const TimelineGeometry &geometry, const Run &run)
{
    const size_t last = behindColumn(run.timeline().flags(), flag, geometry);
    QStringList lines;
    for (size_t i = flag; i < std::min(last, flag + mostLines); ++i)
        lines.append(lineOf(run, i));
    if (last - flag > mostLines)
        lines.append(Words::tr("and %1 more").arg(numberText(qint64(last - flag - mostLines))));
    return lines.join(u'\n');
}

} // namespace playground
