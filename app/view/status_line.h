// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QTimer>

namespace playground {

class Run;
class TextLabel;
struct PlaybackState;

/// The line at the very bottom: time and speed, what comes next in words, and how hard the machine works. When a
/// control gets the focus, its explanation stands in the place of what comes next for some seconds; what the user has
/// to know, e.g. why an input was refused, comes before both.
class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setState(const PlaybackState &state, const Run *run);
    /// Empty: none.
    void setExplanation(const QString &text);
    void setNotice(const QString &text);
    QString message() const;
    QString timeText() const;
    /// How hard the machine works, as far as it is shown: "1200 events/s, 0.3 ms a frame".
    QString workText() const;
    /// How late the timers of a run in real time were; empty where there is nothing to say.
    QString latenessText() const;
    QString clockText() const;
    /// How long explanations and notices stay, in ms.
    void setReadingTime(int ms);

private:
    void showMessage();
    void showClock(bool wallClock);
    void showLateness(const Run *run);

    /// A text that goes after some seconds.
    struct Passing {
        QString text;
        QTimer time;
    };
    void pass(Passing &passing, const QString &text);

    QString m_next, m_lastExplanation;
    Passing m_explanation, m_notice;
    TextLabel *m_time, *m_speed, *m_message, *m_spans, *m_events, *m_frame, *m_late, *m_clock;
};

/// What comes next, or why nothing does, in words.
QString nextInWords(const PlaybackState &state, const Run *run);

} // namespace playground
