// SPDX-License-Identifier: MIT
#include "view/status_line.h"

#include "model/run.h"
#include "picture/theme.h"
#include "picture/time_text.h"
#include "view/speed_scale.h"
#include "view/text_label.h"

#include <QHBoxLayout>

namespace playground {

QString nextInWords(const PlaybackState &state, const Run *run)
{
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
                     : StatusLine::tr("Nothing left to run; %1 requests never answered.").arg(open);
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
    m_spans->setText(run ? tr("%1 spans").arg(run->timeline().spans().size()) : QString());
    m_events->setText(tr("%1 events/s").arg(qRound64(state.eventsPerSecond)));
    m_frame->setText(tr("%1 ms a frame").arg(QString::number(state.frameMs, 'f', 1)));
    m_events->setVisible(runs);
    m_frame->setVisible(runs);
    m_next = nextInWords(state, run);
    showMessage();
}

void StatusLine::setExplanation(const QString &text)
{
    m_explanation = text;
    showMessage();
}

QString StatusLine::message() const { return m_message->text(); }

void StatusLine::showMessage() { m_message->setText(m_explanation.isEmpty() ? m_next : m_explanation); }

} // namespace playground
