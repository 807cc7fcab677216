// SPDX-License-Identifier: MIT
#include "picture/strip_painter.h"

#include "model/duration.h"
#include "model/number_text.h"
#include "model/scenario.h"
#include "picture/timeline_state.h"
#include "picture/words.h"

#include <QPainter>

namespace playground {
namespace {

constexpr int badge = 20;
constexpr int chevronWidth = 8;

QString zoomLabel() { return Words::tr("Zoom"); }

void paintChevron(QPainter &painter, const QPointF &centre, const QColor &color)
{
    const QPointF chevron[]{centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(chevron, 3);
    painter.restore();
}

void paintZoomMenu(const TimelineCanvas &canvas, const TimelineState &state)
{
    const QRect rect = zoomMenuRect(canvas.geometry, canvas.labels, state);
    if (rect.isEmpty())
        return;
    const int gap = Theme::size(Size::InnerGap);
    const double middle = rect.top() + rect.height() / 2.0;
    if (state.zoomFocused)
        canvas.painter.fillRect(rect, canvas.theme.color(Token::Hair));
    int x = rect.left() + gap;
    if (canvas.geometry.isComparing()) { // In the gutter there is no room for more.
        canvas.labels.draw(canvas.painter, Role::Caption, x, middle, state.zoomName, canvas.theme.color(Token::Text2));
        paintChevron(canvas.painter, QPointF(rect.right() - chevronWidth / 2 + 1, middle), canvas.theme.color(Token::Text2));
        return;
    }
    canvas.labels.draw(canvas.painter, Role::Body, x, middle, zoomLabel(), canvas.theme.color(Token::Text3));
    x += canvas.labels.width(Role::Body, zoomLabel()) + gap;
    canvas.labels.draw(canvas.painter, Role::Body, x, middle, state.zoomName, canvas.theme.color(Token::Text));
    paintChevron(canvas.painter, QPointF(rect.right() - gap - chevronWidth / 2 + 1, middle),
                 canvas.theme.color(Token::Text2));
}

void paintGround(const TimelineCanvas &canvas)
{
    const QRect header = canvas.geometry.header();
    canvas.painter.fillRect(header, canvas.theme.color(Token::Panel));
    canvas.painter.fillRect(QRect(header.left(), header.top(), header.width(), 1), canvas.theme.color(Token::Border));
    canvas.painter.fillRect(QRect(header.left(), header.bottom(), header.width(), 1), canvas.theme.color(Token::Hair));
}

/// How a label shares its header.
struct LabelPlaces {
    int left = 0;       ///< Of the name.
    int nameRoom = 0;   ///< Px for name, badge and pattern.
    size_t figures = 0; ///< So many of the figures have room.
};

int figureWidth(const StripLabel::Column &column)
{
    const int gap = Theme::size(Size::InnerGap);
    return 2 * gap + column.caption + Theme::size(Size::Grid) + column.value + (column.delta > 0 ? Theme::size(Size::Grid) + column.delta : 0);
}

QString baselineWord() { return Words::tr("baseline"); }

int badgeWidth(LabelCache &labels) { return labels.width(Role::Caption, baselineWord()) + 2 * Theme::size(Size::InnerGap); }

/// The name keeps enough to be known by; figures come next, then the rest of the name and the pattern.
LabelPlaces placesOf(const TimelineGeometry &geometry, LabelCache &labels, const StripLabel &label)
{
    const int gap = Theme::size(Size::InnerGap);
    LabelPlaces places{.left = Theme::size(Size::CardPaddingH) + badge + gap};
    const int right = geometry.header().right() + 1 - Theme::size(Size::CardPaddingH);
    const int badgeRoom = label.baseline ? gap + badgeWidth(labels) : 0;
    const int kept = std::min(labels.width(Role::BodyStrong, label.name) + badgeRoom, (right - places.left) * 2 / 5);
    int end = right;
    while (places.figures < label.columns.size() && end - figureWidth(label.columns[places.figures]) - places.left >= kept)
        end -= figureWidth(label.columns[places.figures++]);
    places.nameRoom = end - places.left;
    return places;
}

/// The letter in a box, filled when its strip is the chosen one.
void paintLetter(const TimelineCanvas &canvas, const StripLabel &label, double middle)
{
    const QRect box(Theme::size(Size::CardPaddingH), int(middle) - badge / 2, badge, badge);
    canvas.painter.fillRect(box, canvas.theme.color(label.chosen ? Token::Accent : Token::FieldBorder));
    if (!label.chosen)
        canvas.painter.fillRect(box.adjusted(1, 1, -1, -1), canvas.theme.color(Token::Raised));
    canvas.labels.drawCentred(canvas.painter, Role::BodyStrong, box.left() + badge / 2.0, middle, QString(label.letter),
                              canvas.theme.color(label.chosen ? Token::OnAccent : Token::Text2));
}

void paintBadge(const TimelineCanvas &canvas, int left, double middle)
{
    const int height = Theme::grid(4);
    const QRect box(left, int(middle) - height / 2, badgeWidth(canvas.labels), height);
    canvas.painter.fillRect(box, canvas.theme.color(Token::FieldBorder));
    canvas.painter.fillRect(box.adjusted(1, 1, -1, -1), canvas.theme.color(Token::Panel));
    canvas.labels.drawCentred(canvas.painter, Role::Caption, box.left() + box.width() / 2.0, middle, baselineWord(),
                              canvas.theme.color(Token::Text2));
}

/// The first figure stands at the right, each under that of the strip above.
void paintFigures(const TimelineCanvas &canvas, const StripLabel &label, size_t count, double middle)
{
    const int small = Theme::size(Size::Grid);
    int right = canvas.geometry.header().right() + 1 - Theme::size(Size::CardPaddingH);
    for (size_t i = 0; i < count; ++i) {
        const StripLabel::Column &column = label.columns[i];
        const Figure &figure = label.figures[i];
        int x = right - figureWidth(column) + 2 * Theme::size(Size::InnerGap);
        canvas.labels.draw(canvas.painter, Role::Caption, x, middle, figure.name, canvas.theme.color(Token::Text3));
        x += column.caption + small;
        canvas.labels.drawRight(canvas.painter, Role::CounterValue, x + column.value, middle, figure.value, canvas.theme.color(Token::Text));
        x += column.value + small;
        // What is better is told in words: a colour would praise a strip that is faster because it failed.
        canvas.labels.draw(canvas.painter, Role::Caption, x, middle, figure.delta, canvas.theme.color(Token::Text2));
        right -= figureWidth(column);
    }
}

} // namespace

void paintStripLabel(const TimelineCanvas &canvas, const StripLabel &label)
{
    const QRect header = canvas.geometry.header();
    const double middle = header.top() + header.height() / 2.0;
    const int gap = Theme::size(Size::InnerGap);
    paintLetter(canvas, label, middle);
    const LabelPlaces places = placesOf(canvas.geometry, canvas.labels, label);
    int room = places.nameRoom - (label.baseline ? gap + badgeWidth(canvas.labels) : 0);
    const QString name = canvas.labels.elided(Role::BodyStrong, label.name, room);
    canvas.labels.draw(canvas.painter, Role::BodyStrong, places.left, middle, name, canvas.theme.color(Token::Text));
    int x = places.left + canvas.labels.width(Role::BodyStrong, name) + gap;
    if (label.baseline) {
        paintBadge(canvas, x, middle);
        x += badgeWidth(canvas.labels) + gap;
    }
    room = places.left + places.nameRoom - x;
    const QString pattern = canvas.labels.elided(Role::Caption, label.pattern, room);
    if (pattern == label.pattern || room > Theme::grid(12))
        canvas.labels.draw(canvas.painter, Role::Caption, x, middle, pattern, canvas.theme.color(Token::Text3));
    paintFigures(canvas, label, places.figures, middle);
}

bool showsWholeLabel(const TimelineGeometry &geometry, LabelCache &labels, const StripLabel &label)
{
    const int gap = Theme::size(Size::InnerGap);
    const int wanted = labels.width(Role::BodyStrong, label.name) + (label.baseline ? gap + badgeWidth(labels) : 0) +
                       (label.pattern.isEmpty() ? 0 : gap + labels.width(Role::Caption, label.pattern));
    return wanted <= placesOf(geometry, labels, label).nameRoom;
}

/// The pattern with its first number.
QString stripTitle(const Scenario &scenario)
{
    const Section &pattern = scenario.pattern;
    const QString title = pattern.kind().title;
    for (const Parameter &parameter : pattern.kind().parameters) {
        const QString &key = parameter.key;
        if (pattern.isNull(key))
            continue;
        switch (parameter.type) {
        case ParameterType::Integer:
            return (key == QLatin1String("limit") ? Words::tr("%1, %2 at a time") : Words::tr("%1 of %2", "Batches of 4"))
                .arg(title, numberText(pattern.integer(key)));
        case ParameterType::Duration: return Words::tr("%1, %2", "Debounce, 300 ms").arg(title, displayDuration(pattern.duration(key)));
        case ParameterType::Rate: return Words::tr("%1, %2 / s", "Rate limit, 5 / s").arg(title, QString::number(pattern.number(key)));
        default: break;
        }
    }
    return title;
}

QString stripWords(const Scenario &scenario)
{
    QStringList words{stripTitle(scenario)};
    for (const Policy &policy : scenario.policies) {
        if (policy.enabled)
            words.append(policy.section.kind().title);
    }
    return words.join(QStringLiteral(" · "));
}

QRect zoomMenuRect(const TimelineGeometry &geometry, LabelCache &labels, const TimelineState &state)
{
    const QRect header = geometry.header();
    if (state.zoomName.isEmpty() || header.isEmpty())
        return {};
    const int gap = Theme::size(Size::InnerGap), height = Theme::size(Size::SmallButton);
    if (geometry.isComparing()) {
        const QRect ruler = geometry.ruler();
        const int width = labels.width(Role::Caption, state.zoomName) + chevronWidth + 2 * gap;
        return QRect(Theme::size(Size::Grid), ruler.top() + 1, std::min(width, geometry.axisLeft() - 2 * Theme::size(Size::Grid)),
                     ruler.height() - 2);
    }
    const int width =
        labels.width(Role::Body, zoomLabel()) + labels.width(Role::Body, state.zoomName) + chevronWidth + 4 * gap;
    return QRect(header.right() + 1 - gap - width, header.top() + (header.height() - height) / 2, width, height);
}

void paintStripHeader(const TimelineCanvas &canvas, const Scenario *scenario, const TimelineState &state)
{
    const QRect header = canvas.geometry.header();
    const Theme &theme = canvas.theme;
    QPainter &painter = canvas.painter;
    paintGround(canvas);
    if (canvas.geometry.isFirst())
        paintZoomMenu(canvas, state);
    if (state.label)
        return paintStripLabel(canvas, *state.label);
    if (!scenario)
        return;
    const double middle = header.top() + header.height() / 2.0;
    const QRect letter(Theme::size(Size::CardPaddingH), int(middle) - badge / 2, badge, badge);
    painter.fillRect(letter, theme.color(Token::Accent));
    canvas.labels.drawCentred(painter, Role::BodyStrong, letter.left() + badge / 2.0, middle, QStringLiteral("A"),
                              theme.color(Token::OnAccent));
    const int left = letter.right() + 1 + Theme::size(Size::InnerGap);
    const QRect menu = zoomMenuRect(canvas.geometry, canvas.labels, state);
    const int room =
        (menu.isEmpty() ? header.right() : menu.left() - state.headerRoom) - Theme::size(Size::InnerGap) - left;
    const QString title = canvas.labels.elided(Role::BodyStrong, stripTitle(*scenario), room);
    canvas.labels.draw(painter, Role::BodyStrong, left, middle, title, theme.color(Token::Text));
}

} // namespace playground
