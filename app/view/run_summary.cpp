// SPDX-License-Identifier: MIT
#include "view/run_summary.h"

#include "model/duration.h"
#include "model/number_text.h"
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
#include <QTextDocumentFragment>
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

/// The highest of some values, who had it first, and how many had it.
struct Extreme {
    quint32 request = 0;
    qint64 value = 0, alike = 0;

    void add(quint32 owner, qint64 own)
    {
        if (alike > 0 && own == value)
            ++alike;
        else if (alike == 0 || own > value)
            *this = {owner, own, 1};
    }
};

/// "#4", "#4 and 1 other", "#4 and 20 others".
QString whoIs(const Extreme &extreme)
{
    const QString first = link(extreme.request, currentTheme().color(Token::AccentText).name());
    if (extreme.alike == 1)
        return first;
    return extreme.alike == 2 ? RunSummary::tr("%1 and 1 other").arg(first)
                              : RunSummary::tr("%1 and %2 others").arg(first, numberText(extreme.alike - 1));
}

} // namespace

RunSummary::RunSummary(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(Role::Title, Token::Text, {}, this))
    , m_text(new TextLabel(Role::Number, Token::Text3, {}, this))
    , m_state(new StateChip(this))
    , m_hint(new WhyBox(this))
    , m_outcomesCaption(captionRow(tr("Requests"), nullptr, this))
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
    layout->addWidget(m_outcomesCaption);
    layout->addWidget(m_outcomes);
    layout->addSpacing(block - 4);
    layout->addWidget(m_lookCaption);
    layout->addWidget(m_look);
    layout->addStretch();
    m_look->setWhatsThis(tr("Tab goes from request to request, Enter or a click selects one"));
    connect(m_look, &QLabel::linkActivated, this,
            [this](const QString &request) { emit requestChosen(request.toUInt()); });
}

QString RunSummary::stateText() const { return m_state->text(); }

void RunSummary::showState(const Run &run, const Metrics::Values &values, PlaybackState::Phase phase)
{
    const bool isReproducible = run.isReproducible();
    switch (phase) {
    case PlaybackState::Phase::Ready:
        return m_state->setState(SpanState::Queued, tr("Ready"), tr("Stands at its start: Space runs it."));
    case PlaybackState::Phase::Running:
        return m_state->setState(SpanState::Running, tr("Under way"), isReproducible ? tr("Space pauses it.") : tr("Space ends it."));
    case PlaybackState::Phase::Paused:
        return m_state->setState(SpanState::Queued, tr("Paused"), tr("Space goes on."));
    case PlaybackState::Phase::Ended:
        break;
    }
    if (run.timeline().ended() == EndReason::Stopped)
        m_state->setState(SpanState::Cancelled, tr("Stopped"), tr("It was ended before its end."));
    else if (values.pending > 0)
        m_state->setState(SpanState::Running, tr("Never answered"),
                          tr("Nothing is left to run, and not all requests were answered."));
    else if (values.failed + values.timedOut > 0)
        m_state->setState(SpanState::Failed, tr("Finished"), tr("Not all have succeeded."));
    else if (values.succeeded == values.requests)
        m_state->setState(SpanState::Succeeded, tr("Finished"), tr("All have succeeded."));
    else if (values.succeeded > 0) // Only what was meant to be left out has no result.
        m_state->setState(SpanState::Succeeded, tr("Finished"), tr("None has failed."));
    else
        m_state->setState(SpanState::Cancelled, tr("Finished"), tr("None has failed, and none has a result."));
}

void RunSummary::show(const Run &run, PlaybackState::Phase phase)
{
    const Metrics::Values values = run.metrics().values(run.now());
    m_text->setText(run.scenario().name);
    showState(run, values, phase);
    std::vector<Fact> facts;
    const auto add = [&](const char *key, qint64 count) {
        if (count > 0)
            facts.push_back({metricTerm(QLatin1String(key)).name, numberText(count)});
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
            {run.ended() ? metricTerm(QStringLiteral("pending")).name : tr("Still open"), numberText(open)});
    if (const auto late = run.wakeUps().lateness()) {
        facts.push_back({tr("Timers late, p50"), displayDuration(late->p50)});
        facts.push_back({tr("Timers late, p99"), displayDuration(late->p99)});
        facts.push_back({tr("Timers late, most"), displayDuration(late->max)});
    }
    for (QWidget *part : {static_cast<QWidget *>(m_hint), m_outcomesCaption, static_cast<QWidget *>(m_outcomes)})
        part->setVisible(!facts.empty()); // Where there are no requests there is none to select.
    m_outcomes->setFacts(facts);
    showExtremes(run);
}

void RunSummary::showExtremes(const Run &run)
{
    // Looking through all of a large run takes too long to do it again and again while it grows.
    if (!run.ended() && run.timeline().lanes().size() > mostWhileRunning)
        return showLook({});
    Extreme slowest, mostTries;
    for (const Lane &lane : run.timeline().lanes()) {
        if (lane.arrived >= 0 && (lane.settled >= 0 || !run.ended())) // What never ends is no matter of length.
            slowest.add(lane.request, (lane.settled >= 0 ? lane.settled : run.now()) - lane.arrived);
        if (lane.attempts > 1)
            mostTries.add(lane.request, lane.attempts);
    }
    QStringList lines;
    if (slowest.alike > 0 && (run.ended() || slowest.value > 0))
        lines += (run.ended() ? tr("%1 took longest: %2") : tr("%1 took longest so far: %2"))
                     .arg(whoIs(slowest), displayDuration(slowest.value));
    if (mostTries.alike > 0)
        lines += (run.ended() ? tr("%1 needed most attempts: %2") : tr("%1 needed most attempts so far: %2"))
                     .arg(whoIs(mostTries))
                     .arg(mostTries.value);
    showLook(lines);
}

QString RunSummary::lookText() const { return QTextDocumentFragment::fromHtml(m_look->text()).toPlainText(); }

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
