// SPDX-License-Identifier: MIT
#include "view/panel_section.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/more_button.h"
#include "view/sentence_label.h"
#include "view/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace playground {

namespace {

constexpr double railX = 19.5;
constexpr double dotRadius = 4;
constexpr int contentX = 36;

} // namespace

PanelSection::PanelSection(const QString &caption, QWidget *parent)
    : QWidget(parent)
    , m_cards(new QVBoxLayout)
    , m_more(new MoreButton(caption, this))
    , m_sentence(new SentenceLabel(this))
{
    auto *top = new QHBoxLayout;
    top->addWidget(new TextLabel(Role::SectionCap, Token::Text3, caption, this));
    top->addStretch();
    top->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(contentX, 0, Theme::size(Size::ScenarioPadding), Theme::size(Size::BlockGap));
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addSpacing(Theme::size(Size::BarGap));
    layout->addWidget(m_sentence);
    layout->addSpacing(Theme::size(Size::InnerGap));
    layout->addLayout(m_cards);
    m_cards->setSpacing(Theme::size(Size::InnerGap));
    m_more->hide();
    connect(m_sentence, &SentenceLabel::valueChosen, this, &PanelSection::valueChosen);
    connect(m_more, &MoreButton::toggled, this, &PanelSection::openChanged);
}

void PanelSection::setSentence(const Phrase &sentence) { m_sentence->setSentence(sentence); }

void PanelSection::addCard(QWidget *card) { m_cards->addWidget(card); }

void PanelSection::setLast(bool last)
{
    m_last = last;
    QMargins margins = layout()->contentsMargins();
    margins.setBottom(Theme::size(last ? Size::BarGap : Size::BlockGap));
    layout()->setContentsMargins(margins);
    update();
}

void PanelSection::setHasMore(bool hasMore) { m_more->setVisible(hasMore); }

void PanelSection::setOpen(bool open) { m_more->setChecked(open); }

void PanelSection::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const double dotY = Theme::lineHeight(Role::SectionCap) / 2.0;
    QPainter painter(this);
    if (!m_last)
        painter.fillRect(QRectF(railX - 0.5, dotY + 8, 1, height()), theme.color(Token::FieldBorder));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Text3), 2));
    painter.drawEllipse(QPointF(railX, dotY), dotRadius - 0.5, dotRadius - 0.5);
}

} // namespace playground
