// SPDX-License-Identifier: MIT
#include "view/numbers_page.h"

#include "model/duration.h"
#include "model/number_text.h"
#include "model/words.h"
#include "picture/theme.h"
#include "view/state_chip.h"
#include "view/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace playground {

QString lengthsText(const SpanLengths &lengths)
{
    if (lengths.count == 0)
        return {};
    // Each figure keeps its name on its own line.
    const auto figure = [](const QString &name, qint64 ns) {
        return name + QChar(QChar::Nbsp) + QString(displayDuration(ns)).replace(u' ', QChar(QChar::Nbsp));
    };
    return QStringList{figure(NumbersPage::tr("min"), lengths.min), figure(NumbersPage::tr("mean"), lengths.mean),
                       figure(QStringLiteral("p50"), lengths.p50), figure(QStringLiteral("p95"), lengths.p95),
                       figure(NumbersPage::tr("max"), lengths.max)}
        .join(QStringLiteral(", "));
}

NumbersPage::NumbersPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(Role::Title, Token::Text, {}, this))
    , m_subtitle(new TextLabel(Role::Number, Token::Text3, {}, this))
    , m_note(new TextLabel(Role::Body, Token::Text2, {}, this))
{
    m_subtitle->setElided(true);
    m_note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(Theme::size(Size::BlockGap));
    m_all = addLine(layout, false);
    for (size_t state = 0; state <= SpanNumbers().byState.size(); ++state)
        m_states.push_back(addLine(layout, true));
    layout->addWidget(m_note);
    layout->addStretch();
    setCounting();
}

NumbersPage::Line NumbersPage::addLine(QVBoxLayout *layout, bool hasState)
{
    auto *widget = new QWidget(this);
    Line line{widget, hasState ? new StateChip(widget) : nullptr, new TextLabel(Role::NumberStrong, Token::Text, {}, widget),
              new TextLabel(Role::CaptionNumber, Token::Text2, {}, widget)};
    line.lengths->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    if (hasState)
        head->addWidget(line.state);
    else
        head->addWidget(new TextLabel(Role::BodyStrong, Token::Text, tr("Waits and attempts"), widget));
    head->addStretch();
    head->addWidget(line.count);
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, Theme::size(Size::CardPaddingH));
    column->setSpacing(Theme::size(Size::Grid));
    column->addLayout(head);
    column->addWidget(line.lengths);
    layout->addWidget(widget);
    return line;
}

void NumbersPage::setTitle(const QString &title, const QString &subtitle, const QString &note)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_note->setText(note);
}

void NumbersPage::showLine(const Line &line, const SpanLengths &lengths)
{
    line.count->setText(numberText(lengths.count));
    line.lengths->setText(lengthsText(lengths));
    line.lengths->setVisible(lengths.count > 0);
    line.widget->setVisible(lengths.count > 0 || !line.state);
}

void NumbersPage::setNumbers(const SpanNumbers &numbers)
{
    showLine(m_all, numbers.all);
    for (size_t i = 0; i < numbers.byState.size(); ++i) {
        m_states[i].state->setState(SpanState(i), stateTerm(SpanState(i)).name);
        showLine(m_states[i], numbers.byState[i]);
    }
    const Term queue = reasonTerm(WaitReason::Server);
    m_states.back().state->setState(SpanState::Running, queue.name, queue.help);
    showLine(m_states.back(), numbers.inServerQueue);
}

void NumbersPage::setCounting()
{
    setNumbers({});
    m_all.count->setText(QStringLiteral("…"));
}

QStringList NumbersPage::lines() const
{
    QStringList lines;
    const auto add = [&](const Line &line, const QString &name) {
        if (!line.widget->isHidden())
            lines += QStringLiteral("%1 %2: %3").arg(name, line.count->text(), line.lengths->text().replace(QChar::Nbsp, u' '));
    };
    add(m_all, tr("All"));
    for (const Line &line : m_states)
        add(line, line.state->text());
    return lines;
}

} // namespace playground
