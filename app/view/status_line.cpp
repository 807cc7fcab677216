// SPDX-License-Identifier: MIT
#include "view/status_line.h"

#include "model/number_text.h"
#include "model/run.h"
#include "picture/theme.h"
#include "picture/time_text.h"
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
    case PlaybackState::Phase::Paused:
        return state.next.isEmpty() ? QString() : StatusLine::tr("Next: %1").arg(state.next);
    case PlaybackState::Phase::Ended:
        break;
    }
    const qint64 open = run ? run->metrics().values(run->now()).pending : 0;
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
    const auto named = [&](const QString &name, TextLabel *value, const QString &help) {
        layout->addWidget(new TextLabel(Role::Caption, Token::Text3, name, this));
        layout->addWidget(value);
        layout->addSpacing(Theme::grid(3));
        value->setToolTip(help);
    };
    named(tr("t"), m_time, tr("Virtual time"));
    named(QStringLiteral("×"), m_speed, tr("Virtual seconds per second"));
    m_message->setElided(true);
    layout->addWidget(m_message, 1);
    for (TextLabel *label : {m_spans, m_events, m_frame, m_clock}) {
        layout->addSpacing(Theme::grid(3));
        layout->addWidget(label);
    }
    m_spans->setToolTip(tr("Waits and attempts in the timeline"));
    m_events->setToolTip(tr("Events of the trace per second, lately"));
    m_frame->setToolTip(tr("How long the last slice of the run took"));
    m_clock->setToolTip(tr("The same scenario with the same seed gives the same run, to the nanosecond"));
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
    m_events->setVisible(runs && state.realSpeed > 0); // Before that nothing has been measured.
    m_frame->setVisible(runs);
    m_next = nextInWords(state, run);
    showMessage();
}

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
