// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QWidget>

namespace playground {

/// A short text in a frame, with a square in a state's colour.
class StateChip : public QWidget {
    Q_OBJECT

public:
    explicit StateChip(QWidget *parent = nullptr);

    /// `help` explains it; left out, the state explains itself.
    void setState(SpanState state, const QString &text, const QString &help = {});
    QString text() const { return m_text; }
    SpanState state() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SpanState m_state = SpanState::Running;
    QString m_text;
};

} // namespace playground
