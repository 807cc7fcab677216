// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

namespace playground {

class Run;
class TextLabel;
struct PlaybackState;

/// The line at the very bottom: time and speed, what comes next in words, and how hard the machine works. While a
/// control has the focus, its explanation stands in the place of what comes next.
class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setState(const PlaybackState &state, const Run *run);
    /// Empty: what comes next.
    void setExplanation(const QString &text);
    QString message() const;

private:
    void showMessage();

    QString m_next, m_explanation;
    TextLabel *m_time, *m_speed, *m_message, *m_spans, *m_events, *m_frame, *m_clock;
};

/// What comes next, or why nothing does, in words.
QString nextInWords(const PlaybackState &state, const Run *run);

} // namespace playground
