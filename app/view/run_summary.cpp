// SPDX-License-Identifier: MIT
#include "view/run_summary.h"

#include "model/duration.h"
#include "model/run.h"
#include "model/words.h"
#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/fact_list.h"
#include "view/request_details.h"
#include "view/state_chip.h"
#include "view/text_label.h"
#include "view/why_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace playground {

namespace {

/// How large a run may be to be searched many times a second.
constexpr size_t mostWhileRunning = 20'000;

/// A link to a request, for a label of rich text.
QString link(quint32 request, const QString &color)
{
    return QStringLiteral("<a href='%1' style='text-decoration:none;font-weight:600;color:%2'>#%1</a>")
        .arg(request)
        .arg(color);
}

} // namespace

RunSummary::RunSummary(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(Role::Title, Token::Text, {}, this))
    , m_text(new TextLabel(Role::Number, Token::Text3, {}, this))
    , m_state(new StateChip(this))
    , m_hint(new WhyBox(this))
    , m_outcomes(new FactList(this))
    , m_lookCaption(captionRow(tr("Worth a look"), nullptr, this))
    , m_look(new QLabel(this))
{
    m_hint->setText(tr("Select a request"), tr("in the timeline to see why it waited, and where its time went."));
    m_title->setText(tr("This run"));
    m_look->setFont(Theme::font(Role::Body));
    m_look->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_look->setWordWrap(true);
    showLook({});
    const int block = Theme::size(Size::BlockGap);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_state);
    m_text->setElided(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addSpacing(block);
    layout->addWidget(m_hint);
    layout->addSpacing(block - 4);
    layout->addWidget(captionRow(tr("Requests"), nullptr, this));
    layout->addWidget(m_outcomes);
    layout->addSpacing(block - 4);
    layout->addWidget(m_lookCaption);
    layout->addWidget(m_look);
    layout->addStretch();
    connect(m_look, &QLabel::linkActivated, this,
            [this](const QString &request) { emit requestChosen(request.toUInt()); });
}

void RunSummary::show(const Run &run)
{
    const Metrics::Values values = run.metrics().values(run.now());
    m_text->setText(run.scenario().name);
    const SpanState end = values.succeeded == values.requests ? SpanState::Succeeded : SpanState::Failed;
    m_state->setState(run.ended() ? end : SpanState::Running, run.ended() ? tr("Finished") : tr("Under way"));
    std::vector<Fact> facts;
    const auto add = [&](const char *key, qint64 count) {
        if (count > 0)
            facts.push_back({metricTerm(QLatin1String(key)).name, QString::number(count)});
    };
    add("requests", values.requests);
    add("succeeded", values.succeeded);
    add("failed", values.failed);
    add("timedOut", values.timedOut);
    add("cancelled", values.cancelled);
    add("dropped", values.dropped);
    const qint64 open = values.requests - values.settled();
    if (open > 0)
        facts.push_back(
            {run.ended() ? metricTerm(QStringLiteral("pending")).name : tr("Still open"), QString::number(open)});
    m_outcomes->setFacts(facts);
    showExtremes(run);
}

void RunSummary::showExtremes(const Run &run)
{
    // Looking through all of a large run takes too long to do it again and again while it grows.
    if (!run.ended() && run.timeline().lanes().size() > mostWhileRunning)
        return showLook({});
    const Lane *slowest = nullptr, *mostTries = nullptr;
    const Timeline &timeline = run.timeline();
    for (const Lane &lane : timeline.lanes()) {
        const auto length = [](const Lane &l) { return l.settled - l.arrived; };
        if (lane.settled >= 0 && lane.arrived >= 0 && (!slowest || length(lane) > length(*slowest)))
            slowest = &lane;
        if (lane.attempts > 1 && (!mostTries || lane.attempts > mostTries->attempts))
            mostTries = &lane;
    }
    const QString color = currentTheme().color(Token::AccentText).name();
    QStringList lines;
    if (slowest)
        lines += tr("%1 took longest: %2")
                     .arg(link(slowest->request, color), displayDuration(slowest->settled - slowest->arrived));
    if (mostTries)
        lines += tr("%1 needed most attempts: %2").arg(link(mostTries->request, color)).arg(mostTries->attempts);
    showLook(lines);
}

void RunSummary::showLook(const QStringList &lines)
{
    m_lookCaption->setVisible(!lines.isEmpty());
    m_look->setVisible(!lines.isEmpty());
    QString text;
    for (const QString &line : lines)
        text += QStringLiteral("<p style='margin:0 0 8px 0'>%1</p>").arg(line);
    if (m_look->text() != text)
        m_look->setText(text);
}

} // namespace playground
