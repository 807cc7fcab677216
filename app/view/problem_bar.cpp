// SPDX-License-Identifier: MIT
#include "view/problem_bar.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/icon_button.h"
#include "view/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace playground {

namespace {

constexpr int edge = 3;

} // namespace

ProblemBar::ProblemBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new TextLabel(Role::Body, Token::Text))
    , m_offerLabel(new TextLabel(Role::Body, Token::Text))
    , m_problem(makeProblem())
    , m_offer(makeOffer())
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(Theme::size(Size::BlockGap), 2, Theme::size(Size::InnerGap), 3);
    rows->setSpacing(2);
    rows->addWidget(m_problem);
    rows->addWidget(m_offer);
    showRows();
}

QWidget *ProblemBar::makeProblem()
{
    auto *row = new QWidget(this);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new IconButton(QStringLiteral("close"), IconButton::Kind::Tool, tr("Close the message"), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &IconButton::clicked, this, [this] { showProblem({}); });
    return row;
}

QWidget *ProblemBar::makeOffer()
{
    auto *row = new QWidget(this);
    m_offerLabel->setWordWrap(true);
    m_accept = makeButton(true, row);
    m_reject = makeButton(false, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->addWidget(m_offerLabel, 1);
    layout->addWidget(m_accept, 0, Qt::AlignTop);
    layout->addWidget(m_reject, 0, Qt::AlignTop);
    return row;
}

QToolButton *ProblemBar::makeButton(bool accepts, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", QStringLiteral("small"));
    button->setFont(Theme::font(Role::Body));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, accepts] {
        m_offerLabel->clear();
        showRows();
        emit answered(accepts);
    });
    return button;
}

void ProblemBar::showProblem(const QString &sentence)
{
    m_label->setText(sentence);
    showRows();
}

void ProblemBar::offer(const QString &sentence, const QString &accept, const QString &reject)
{
    m_offerLabel->setText(sentence);
    m_accept->setText(accept);
    m_reject->setText(reject);
    showRows();
}

void ProblemBar::showRows()
{
    const QString told = text() + (text().isEmpty() || offerText().isEmpty() ? QString() : QStringLiteral(" ")) + offerText();
    m_problem->setVisible(!text().isEmpty());
    m_offer->setVisible(!offerText().isEmpty());
    setVisible(!told.isEmpty());
    if (told == accessibleName())
        return;
    setAccessibleName(told);
    if (told.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString ProblemBar::text() const { return m_label->text(); }

QString ProblemBar::offerText() const { return m_offerLabel->text(); }

void ProblemBar::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Raised));
    painter.fillRect(0, 0, edge, height(), theme.state(SpanState::Failed).fill);
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Border));
}

} // namespace playground
