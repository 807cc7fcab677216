// SPDX-License-Identifier: MIT
#pragma once

#include "model/span_statistics.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace playground {

class StateChip;
class TextLabel;

/// How long the waits and attempts took that were measured or found: all together, and by state.
class NumbersPage : public QWidget {
    Q_OBJECT

public:
    explicit NumbersPage(QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &subtitle, const QString &note);
    void setNumbers(const SpanNumbers &numbers);
    /// They are still being worked out.
    void setCounting();

    /// For each line what it says: "Succeeded 7: min 476 ms …".
    QStringList lines() const;

private:
    struct Line {
        QWidget *widget;
        StateChip *state; ///< nullptr: the line of all.
        TextLabel *count, *lengths;
    };
    Line addLine(QVBoxLayout *layout, bool hasState);
    void showLine(const Line &line, const SpanLengths &lengths);

    TextLabel *m_title, *m_subtitle, *m_note;
    Line m_all;
    std::vector<Line> m_states; ///< By SpanState, then the server's queue.
};

/// "min 12 ms, mean 300 ms, p50 280 ms, p95 900 ms, max 1.2 s"; empty for none.
QString lengthsText(const SpanLengths &lengths);

} // namespace playground
