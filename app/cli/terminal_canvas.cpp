// SPDX-License-Identifier: MIT
#include "cli/terminal_canvas.h"

#include "cli/console.h"
#include "picture/ruler_ticks.h"
#include "picture/time_text.h"

#include <array>

namespace playground {

namespace {

constexpr int minTickColumns = 14; // A label and a little room.

} // namespace

const TerminalLook &lookOf(SpanState state)
{
    // In the order of SpanState.
    static constexpr std::array<TerminalLook, 8> looks{{
        {"░", '.', 90, 1}, // queued
        {"╱", '/', 36, 2}, // waits for a token
        {"·", '~', 33, 3}, // back-off
        {"▒", '=', 34, 5}, // running
        {"█", '#', 32, 4}, // succeeded
        {"▓", 'x', 31, 8}, // failed
        {"▌", '|', 35, 7}, // timed out
        {"╳", '%', 37, 6}, // cancelled
    }};
    return looks[size_t(state)];
}

QString signOf(SpanState state, const TerminalStyle &style)
{
    const TerminalLook &look = lookOf(state);
    return style.unicode ? QString::fromUtf8(look.unicode) : QString(QLatin1Char(look.ascii));
}

QString coloured(const QString &text, int colour, const TerminalStyle &style)
{
    return style.colour && !text.isEmpty() ? QStringLiteral("\033[%1m%2\033[0m").arg(colour).arg(text) : text;
}

void TerminalRow::add(const Span &span, qint64 now, const TerminalScale &scale)
{
    const int first = scale.column(span.begin);
    const int last = qMax(first, scale.boundary(span.begin + span.lengthAt(now)) - 1);
    for (int i = first; i <= last; ++i) {
        std::optional<SpanState> &cell = m_cells[size_t(i)];
        if (!cell || lookOf(span.state).weight > lookOf(*cell).weight)
            cell = span.state;
    }
}

QString TerminalRow::text(const TerminalStyle &style) const
{
    QString line;
    for (size_t i = 0; i < m_cells.size();) {
        size_t end = i + 1;
        while (end < m_cells.size() && m_cells[end] == m_cells[i])
            ++end;
        const QString sign = m_cells[i] ? signOf(*m_cells[i], style) : QStringLiteral(" ");
        line += coloured(sign.repeated(qsizetype(end - i)), m_cells[i] ? lookOf(*m_cells[i]).colour : 0, style);
        i = end;
    }
    return line;
}

QString rulerText(const TerminalScale &scale)
{
    QString line(scale.columns(), u' ');
    const TimeRange range{0, scale.length()};
    const qint64 step = RulerTicks::fitting(range, scale.columns(), minTickColumns).step;
    for (const qint64 t : RulerTicks::within(range, step)) {
        const QString label = QLatin1Char('|') + tickText(t, step, range.end).replace(QStringLiteral("µ"), QStringLiteral("u"));
        const int column = scale.column(t);
        if (column + label.size() <= line.size())
            line.replace(column, label.size(), label);
    }
    return line;
}

QString counterText(const std::vector<int> &values, int max, const TerminalStyle &style)
{
    static const QString steps = QStringLiteral("▁▂▃▄▅▆▇█");
    QString line;
    for (const int value : values) {
        if (value == 0)
            line += u' ';
        else if (style.unicode)
            line += steps[(value * steps.size() + max - 1) / max - 1];
        else
            line += QChar(u'0' + (max <= 9 ? value : (value * 9 + max - 1) / max));
    }
    return line;
}

} // namespace playground
