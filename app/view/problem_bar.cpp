// SPDX-License-Identifier: MIT
#include "view/problem_bar.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/icon_button.h"
#include "view/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace playground {

namespace {

constexpr int edge = 3;

} // namespace

ProblemBar::ProblemBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new TextLabel(Role::Body, Token::Text, {}, this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new IconButton(QStringLiteral("close"), IconButton::Kind::Tool, tr("Close the message"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::size(Size::BlockGap), 2, Theme::size(Size::InnerGap), 3);
    layout->addWidget(m_label, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &IconButton::clicked, this, &QWidget::hide);
    hide();
}

void ProblemBar::showProblem(const QString &sentence)
{
    m_label->setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    if (sentence.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString ProblemBar::text() const { return m_label->text(); }

void ProblemBar::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Raised));
    painter.fillRect(0, 0, edge, height(), theme.state(SpanState::Failed).fill);
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Border));
}

} // namespace playground
