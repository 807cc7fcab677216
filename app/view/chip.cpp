// SPDX-License-Identifier: MIT
#include "view/chip.h"

#include "picture/theme.h"

namespace playground {

Chip::Chip(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setProperty("kind", "chip");
    setText(text);
    setFont(Theme::font(Role::Body));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int Chip::padding() { return 2 * Theme::size(Size::InnerGap) + 2; }

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + padding(), Theme::size(Size::SmallButton)};
}

} // namespace playground
