// SPDX-License-Identifier: MIT
#include "picture/strip_painter.h"

#include "model/scenario.h"
#include "picture/number_text.h"
#include "picture/timeline_state.h"
#include "picture/words.h"

#include <QFontMetrics>
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
    canvas.labels.draw(canvas.painter, Role::Body, x, middle, zoomLabel(), canvas.theme.color(Token::Text3));
    x += canvas.labels.width(Role::Body, zoomLabel()) + gap;
    canvas.labels.draw(canvas.painter, Role::Body, x, middle, state.zoomName, canvas.theme.color(Token::Text));
    paintChevron(canvas.painter, QPointF(rect.right() - gap - chevronWidth / 2 + 1, middle),
                 canvas.theme.color(Token::Text2));
}

} // namespace

QString stripTitle(const Scenario &scenario)
{
    const Section &pattern = scenario.pattern;
    const QString key = QStringLiteral("limit");
    if (!pattern.kind().parameter(key) || pattern.isNull(key))
        return pattern.kind().title;
    return Words::tr("%1, %2 at a time").arg(pattern.kind().title, numberText(pattern.integer(key)));
}

QRect zoomMenuRect(const TimelineGeometry &geometry, LabelCache &labels, const TimelineState &state)
{
    const QRect header = geometry.header();
    if (state.zoomName.isEmpty() || header.isEmpty())
        return {};
    const int gap = Theme::size(Size::InnerGap), height = Theme::size(Size::SmallButton);
    const int width =
        labels.width(Role::Body, zoomLabel()) + labels.width(Role::Body, state.zoomName) + chevronWidth + 4 * gap;
    return QRect(header.right() + 1 - gap - width, header.top() + (header.height() - height) / 2, width, height);
}

void paintStripHeader(const TimelineCanvas &canvas, const Scenario *scenario, const TimelineState &state)
{
    const QRect header = canvas.geometry.header();
    const Theme &theme = canvas.theme;
    QPainter &painter = canvas.painter;
    painter.fillRect(header, theme.color(Token::Panel));
    painter.fillRect(QRect(header.left(), header.top(), header.width(), 1), theme.color(Token::Border));
    painter.fillRect(QRect(header.left(), header.bottom(), header.width(), 1), theme.color(Token::Hair));
    paintZoomMenu(canvas, state);
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
    QString title = stripTitle(*scenario);
    if (canvas.labels.width(Role::BodyStrong, title) > room)
        title = QFontMetrics(canvas.labels.font(Role::BodyStrong)).elidedText(title, Qt::ElideRight, room);
    canvas.labels.draw(painter, Role::BodyStrong, left, middle, title, theme.color(Token::Text));
}

} // namespace playground
