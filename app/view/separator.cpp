// SPDX-License-Identifier: MIT
#include "view/separator.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QPainter>

namespace playground {

Separator::Separator(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(1);
    setMaximumHeight(Theme::size(Size::SmallButton));
}

void Separator::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), currentTheme().color(Token::Border)); }

} // namespace playground
