// SPDX-License-Identifier: MIT
#include "view/gallery_button.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace playground {

QString groupTitle(const QString &group)
{
    if (group == QStringLiteral("many-at-once"))
        return GalleryButton::tr("Many at once");
    if (group == QStringLiteral("shape-the-flow"))
        return GalleryButton::tr("Shape the flow");
    if (group == QStringLiteral("when-things-fail"))
        return GalleryButton::tr("When things fail");
    return GalleryButton::tr("Mine");
}

GalleryButton::GalleryButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFont(Theme::font(Role::Body));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &GalleryButton::listWanted);
}

void GalleryButton::setList(const std::vector<ScenarioInfo> &list)
{
    m_list = list;
    setEnabled(!list.empty());
}

void GalleryButton::setCurrent(const QString &name, const QString &title, bool changed)
{
    m_name = name;
    m_changed = changed;
    setText(title);
    setToolTip(changed ? tr("%1, with changes that are not saved").arg(title) : title);
    setAccessibleName((changed ? tr("Scenario: %1, changed") : tr("Scenario: %1")).arg(title));
    update();
}

QSize GalleryButton::sizeHint() const { return {236, Theme::size(Size::ToolButton)}; }

void GalleryButton::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const int icon = Theme::size(Size::IconGrid);
    const int gap = Theme::size(Size::InnerGap);
    const double radius = Theme::size(Size::RadiusButton);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(hasFocus() ? Token::Accent : Token::FieldBorder),
                        hasFocus() ? Theme::size(Size::FocusLine) : 1));
    painter.setBrush(theme.color(underMouse() ? Token::Hair : Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QColor color = theme.color(Token::Text);
    const int top = (height() - icon) / 2;
    drawIcon(painter, QStringLiteral("gallery"), QRect(gap + 1, top, icon, icon), color);
    drawIcon(painter, QStringLiteral("down"), QRect(width() - gap - icon, top, icon, icon), color);
    const QRect place(gap + 1 + icon + gap, 0, width() - 2 * icon - 4 * gap, height());
    // The mark of changes shows however long the title is.
    const QString mark = m_changed ? QStringLiteral(" •") : QString();
    const int room = place.width() - fontMetrics().horizontalAdvance(mark);
    painter.setPen(color);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room) + mark);
}

void GalleryButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace playground
