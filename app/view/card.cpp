// SPDX-License-Identifier: MIT
#include "view/card.h"

#include "picture/theme.h"

#include <QStyle>
#include <QVBoxLayout>

namespace playground {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_rows(new QVBoxLayout(this))
{
    setProperty("card", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const int side = Theme::size(Size::CardPaddingH);
    const int top = Theme::size(Size::CardPaddingV);
    m_rows->setContentsMargins(side, top, side, top);
    m_rows->setSpacing(0);
}

void Card::setActive(bool active)
{
    if (property("active").toBool() == active)
        return;
    setProperty("active", active);
    style()->unpolish(this); // The style sheet looks at properties only when it polishes.
    style()->polish(this);
}

} // namespace playground
