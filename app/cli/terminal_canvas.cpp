// SPDX-License-Identifier: MIT
#include "cli/terminal_canvas.h"

#include "cli/console.h"

#include <array>

namespace playground {

namespace {

constexpr int minTickColumns = 11; // A label and a little room.

/// The smallest 1, 2 or 5 times a power of ten that keeps ticks far enough apart for their labels.
qint64 tickStep(const TerminalScale &scale)
{
    const qint64 least = (scale.length() * minTickColumns + scale.columns() - 1) / scale.columns();
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 step : {power, 2 * power, 5 * power}) {
            if (step >= least)
                return step;
        }
    }
}

/// A round time, as short as it can be: "500 ms", "1.5 s".
QString tickLabel(qint64 nanoseconds)
{
    struct Unit {
        qint64 length;
        const char *name;
    };
    for (const Unit unit : {Unit{3'600'000'000'000, "h"}, {60'000'000'000, "min"}, {1'000'000'000, "s"}, {1'000'000, "ms"}, {1'000, "us"}}) {
        if (nanoseconds >= unit.length)
            return QStringLiteral("%1 %2").arg(QString::number(double(nanoseconds) / double(unit.length), 'g', 4),
                                               QLatin1String(unit.name));
    }
    return nanoseconds == 0 ? QStringLiteral("0") : QStringLiteral("%1 ns").arg(nanoseconds);
}

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
    const qint64 step = tickStep(scale);
    for (qint64 t = 0; t <= scale.length(); t += step) {
        const QString label = QLatin1Char('|') + tickLabel(t);
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
