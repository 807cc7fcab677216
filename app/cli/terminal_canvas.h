// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QString>

#include <optional>
#include <vector>

namespace playground {

struct TerminalStyle;

/// How a terminal shows a state: a sign of its own in Unicode and in ASCII, and a colour of the terminal's own palette.
struct TerminalLook {
    const char *unicode;
    char ascii;
    int colour;         ///< SGR parameter.
    int weight;         ///< Where several share a cell, the greater wins: a failure is never hidden by successes.
};
const TerminalLook &lookOf(SpanState state);
QString signOf(SpanState state, const TerminalStyle &style);

/// `text` in a colour, where the terminal has colours.
QString coloured(const QString &text, int colour, const TerminalStyle &style);

/// Maps times of a run onto the columns of the drawing.
class TerminalScale {
public:
    TerminalScale(qint64 length, int columns) : m_length(qMax<qint64>(length, 1)), m_columns(columns) {}
    int columns() const { return m_columns; }
    qint64 length() const { return m_length; }
    /// The column boundary nearest to `t`: 0 … columns().
    int boundary(qint64 t) const { return int((2 * qBound<qint64>(0, t, m_length) * m_columns + m_length) / (2 * m_length)); }
    /// The column that shows `t`.
    int column(qint64 t) const { return qMin(boundary(t), m_columns - 1); }
    qint64 timeOf(int column) const { return m_length / m_columns * column + m_length % m_columns * column / m_columns; }

private:
    qint64 m_length;
    int m_columns;
};

/// One row of spans, a cell a column.
class TerminalRow {
public:
    explicit TerminalRow(int columns) : m_cells(size_t(columns)) {}
    /// A span takes the cells between its ends, at least one.
    void add(const Span &span, qint64 now, const TerminalScale &scale);
    QString text(const TerminalStyle &style) const;

private:
    std::vector<std::optional<SpanState>> m_cells;
};

/// The time axis: ticks at round times with their labels.
QString rulerText(const TerminalScale &scale);
/// A counter as little columns, each as high as the greatest value within its cell; digits without Unicode.
QString counterText(const std::vector<int> &values, int max, const TerminalStyle &style);

} // namespace playground
