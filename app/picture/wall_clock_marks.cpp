// SPDX-License-Identifier: MIT
#include "picture/wall_clock_marks.h"

#include "model/duration.h"
#include "model/run.h"
#include "picture/words.h"

#include <QPainter>

namespace playground {

namespace {

constexpr int padding = 8, badgeHeight = 20;
/// How far the tick stands out of its span, above and below.
constexpr int overhang = 2;

} // namespace

QString wallClockBadge() { return Words::tr("Wall clock · not reproducible"); }

void paintWallClockBadge(const TimelineCanvas &canvas, const QRect &room)
{
    for (const QString &text : {wallClockBadge(), Words::tr("Wall clock")}) {
        const int width = canvas.labels.width(Role::CaptionStrong, text) + 2 * padding;
        if (width > room.width())
            continue;
        const QRect badge(room.right() + 1 - width, room.top() + (room.height() - badgeHeight) / 2, width, badgeHeight);
        canvas.painter.fillRect(badge, canvas.theme.color(Token::Text2));
        canvas.painter.fillRect(badge.adjusted(1, 1, -1, -1), canvas.theme.color(Token::Raised));
        canvas.labels.drawCentred(canvas.painter, Role::CaptionStrong, badge.left() + badge.width() / 2.0, badge.top() + badge.height() / 2.0,
                                  text, canvas.theme.color(Token::Text));
        return;
    }
}

QString latenessText(const Run &run, const Span &span)
{
    const auto planned = run.plannedEnd(span);
    return planned ? Words::tr("%1 late").arg(displayDuration(span.end - *planned)) : QString();
}

void paintPlannedEnd(const TimelineCanvas &canvas, const Run &run, const Span &span, const QRect &body)
{
    const auto planned = run.plannedEnd(span);
    if (!planned || *planned < canvas.geometry.range().begin)
        return;
    const int x = canvas.geometry.x(*planned);
    if (x >= canvas.geometry.x(span.end) || x < body.left())
        return;
    canvas.painter.fillRect(x, body.top() - overhang, 1, body.height() + 2 * overhang, canvas.theme.color(Token::Text));
    canvas.painter.fillRect(x, body.top(), 1, body.height(), canvas.theme.state(span.state).text);
}

} // namespace playground
