// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QWidget>

#include <vector>

namespace playground {

class Run;

/// How a request fares in one strip of a comparison.
struct StripTiming {
    struct Piece {
        qint64 begin = 0, end = 0;
        SpanState state = SpanState::Queued;
        bool isOpen = false;
        friend bool operator==(const Piece &, const Piece &) = default;
    };
    QString label;  ///< "A Succeeded".
    QString length; ///< "1.766 s"; "–" where it has not come.
    QString words;  ///< Both, and where the time went, for whoever cannot see the bar.
    std::vector<Piece> pieces;
    qint64 begin = 0, end = 0; ///< From its arrival to its end, or the present.
    bool chosen = false;
    friend bool operator==(const StripTiming &, const StripTiming &) = default;
};

/// A request in every strip, A first.
std::vector<StripTiming> stripTimings(const std::vector<const Run *> &strips, quint32 request, size_t chosen);

/// One request in every strip of a comparison: its waits and attempts as a bar for each strip, all on one axis, and how long it took.
/// A click chooses the strip.
class StripTimings : public QWidget {
    Q_OBJECT

public:
    explicit StripTimings(QWidget *parent = nullptr);

    void setTimings(const std::vector<StripTiming> &timings);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void stripChosen(qsizetype strip);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowAt(int y) const;
    int numberWidth() const;
    int barLeft() const;
    void drawRow(class QPainter &painter, const class Theme &theme, class SpanPainter &spans, int row) const;

    std::vector<StripTiming> m_timings;
    qint64 m_begin = 0, m_end = 0;
};

} // namespace playground
