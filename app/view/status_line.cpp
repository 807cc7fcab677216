// SPDX-License-Identifier: MIT
#include "view/status_line.h"

#include "model/duration.h"
#include "model/number_text.h"
#include "model/run.h"
#include "picture/theme.h"
#include "picture/time_text.h"
#include "picture/wall_clock_marks.h"
#include "view/speed_scale.h"
#include "view/text_label.h"

#include <QHBoxLayout>

namespace playground {

namespace {

/// Long enough for a sentence.
constexpr int readingTime = 6000;

QString spansText(qint64 count)
{
    return count == 1 ? StatusLine::tr("1 span") : StatusLine::tr("%1 spans").arg(numberText(count));
}

} // namespace

QString nextInWords(const PlaybackState &state, const Run *run)
{
    if (state.seeking >= 0)
        return StatusLine::tr("Going to %1 …").arg(instantText(state.seeking));
    switch (state.phase) {
    case PlaybackState::Phase::Ready:
        return StatusLine::tr("Ready. Space runs it.");
    case PlaybackState::Phase::Running:
        if (state.wallClock && state.rewound)
            return StatusLine::tr("The run goes on meanwhile. Ctrl+End shows its present.");
        [[fallthrough]];
    case PlaybackState::Phase::Paused:
        return state.next.isEmpty() ? QString() : StatusLine::tr("Next: %1").arg(state.next);
    case PlaybackState::Phase::Ended:
        break;
    }
    const qint64 open = run ? run->metrics().values(run->now()).pending : 0;
    if (run && run->timeline().ended() == EndReason::Stopped)
        return StatusLine::tr("Stopped; %1 of %2 requests had ended.")
            .arg(numberText(requestCount(run->scenario()) - open), numberText(requestCount(run->scenario())));
    if (open == 0)
        return StatusLine::tr("Finished. Nothing left to run.");
    return open == 1 ? StatusLine::tr("Nothing left to run; 1 request never answered.")
                     : StatusLine::tr("Nothing left to run; %1 requests never answered.").arg(numberText(open));
}

StatusLine::StatusLine(QWidget *parent)
    : QFrame(parent)
    , m_time(new TextLabel(Role::CaptionNumber, Token::Text2, {}, this))
    , m_speed(new TextLabel(Role::CaptionNumber, Token::Text2, {}, this))
    , m_message(new TextLabel(Role::Caption, Token::Text3, {}, this))
    , m_spans(new TextLabel(Role::Caption, Token::Text3, {}, this))
    , m_events(new TextLabel(Role::Caption, Token::Text3, {}, this))
    , m_frame(new TextLabel(Role::Caption, Token::Text3, {}, this))
    , m_late(new TextLabel(Role::Caption, Token::Text3, {}, this))
    , m_clock(new TextLabel(Role::Caption, Token::Text3, tr("Virtual clock, reproducible"), this))
{
    for (Passing *passing : {&m_explanation, &m_notice}) {
        passing->time.setSingleShot(true);
        passing->time.setInterval(readingTime);
        connect(&passing->time, &QTimer::timeout, this, [this, passing] {
            passing->text.clear();
            showMessage();
        });
    }
    setProperty("bar", "status");
    setFixedHeight(Theme::size(Size::StatusBar));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::grid(3), 1, Theme::grid(3), 0);
    layout->setSpacing(Theme::size(Size::BarGap));
    const auto named = [&](const QString &name, TextLabel *value) {
        layout->addWidget(new TextLabel(Role::Caption, Token::Text3, name, this));
        layout->addWidget(value);
        layout->addSpacing(Theme::grid(3));
    };
    named(tr("t"), m_time);
    named(QStringLiteral("×"), m_speed);
    m_message->setElided(true);
    layout->addWidget(m_message, 1);
    for (TextLabel *label : {m_spans, m_events, m_frame, m_late, m_clock}) {
        layout->addSpacing(Theme::grid(3));
        layout->addWidget(label);
    }
    m_spans->setToolTip(tr("Waits and attempts in the timeline"));
    m_events->setToolTip(tr("Events of the trace per second, lately"));
    m_frame->setToolTip(tr("How long the last slice of the run took"));
    m_late->setToolTip(tr("How much later than asked for the timers of this run came: half of them at most p50, 99 of 100 at most p99"));
    showClock(false);
}

void StatusLine::setState(const PlaybackState &state, const Run *run)
{
    const bool runs = state.phase == PlaybackState::Phase::Running;
    m_time->setText(instantText(state.now));
    m_speed->setText(speedText(state.speed).remove(QStringLiteral("×")));
    m_spans->setText(run ? spansText(qint64(run->timeline().spans().size())) : QString());
    m_events->setText(state.eventsPerSecond < 1 ? tr("< 1 event/s")
                                                : tr("%1 events/s").arg(numberText(qRound64(state.eventsPerSecond))));
    m_frame->setText(state.frameMs < 0.1 ? tr("< 0.1 ms a frame")
                                         : tr("%1 ms a frame").arg(QString::number(state.frameMs, 'f', 1)));
    m_events->setVisible(runs && state.realSpeed > 0 && !state.wallClock); // Before that nothing has been measured.
    m_frame->setVisible(runs && !state.wallClock);
    showLateness(run);
    showClock(state.wallClock);
    m_next = nextInWords(state, run);
    showMessage();
}

/// Which clock it is, and what that means for who runs it again.
void StatusLine::showClock(bool wallClock)
{
    m_time->setToolTip(wallClock ? tr("Real time since the start of the run") : tr("Virtual time"));
    m_speed->setToolTip(wallClock ? tr("Real time always runs at 1×") : tr("Virtual seconds per second"));
    m_clock->setText(wallClock ? wallClockBadge() : tr("Virtual clock, reproducible"));
    m_clock->setToolTip(wallClock ? tr("Real time on the Qt event loop: each run comes out a little otherwise")
                                  : tr("The same scenario with the same seed gives the same run, to the nanosecond"));
}

void StatusLine::showLateness(const Run *run)
{
    const auto lateness = run ? run->wakeUps().lateness() : std::nullopt;
    m_late->setVisible(lateness.has_value());
    if (lateness)
        m_late->setText(tr("Late: p50 %1, p99 %2, max %3")
                            .arg(displayDuration(lateness->p50), displayDuration(lateness->p99), displayDuration(lateness->max)));
}

QString StatusLine::latenessText() const { return m_late->isHidden() ? QString() : m_late->text(); }

QString StatusLine::clockText() const { return m_clock->text(); }

void StatusLine::setExplanation(const QString &text)
{
    // Told once: who works on with the same control wants to see the run again.
    if (text != m_lastExplanation)
        pass(m_explanation, text);
    m_lastExplanation = text;
}

void StatusLine::setNotice(const QString &text) { pass(m_notice, text); }

void StatusLine::pass(Passing &passing, const QString &text)
{
    passing.text = text;
    passing.time.start();
    showMessage();
}

QString StatusLine::message() const { return m_message->text(); }

QString StatusLine::timeText() const { return m_time->text(); }

QString StatusLine::workText() const
{
    QStringList shown;
    for (const TextLabel *label : {m_events, m_frame})
        if (!label->isHidden())
            shown += label->text();
    return shown.join(QStringLiteral(", "));
}

void StatusLine::setReadingTime(int ms)
{
    m_explanation.time.setInterval(ms);
    m_notice.time.setInterval(ms);
}

void StatusLine::showMessage()
{
    const QString &passing = m_notice.text.isEmpty() ? m_explanation.text : m_notice.text;
    m_message->setText(passing.isEmpty() ? m_next : passing);
}

} // namespace playground
