// SPDX-License-Identifier: MIT
#include "view/metric_cell.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QPainter>

namespace playground {

namespace {

constexpr int nameTop = 8, valueTop = 26;

int widthOf(Role role, const QString &text) { return QFontMetrics(Theme::font(role)).horizontalAdvance(text); }

} // namespace

MetricCell::MetricCell(const QString &name, const QString &help, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    setToolTip(help);
    setAccessibleDescription(help);
    setFocusPolicy(Qt::TabFocus);
    setValue(QStringLiteral("–"));
}

int MetricCell::leftPadding() const { return m_first ? Theme::size(Size::BlockGap) : Theme::grid(3); }

void MetricCell::setValue(const QString &value, const QString &remark)
{
    if (value == m_value && remark == m_remark)
        return;
    m_value = value;
    m_remark = remark;
    setAccessibleName(QStringLiteral("%1: %2 %3").arg(m_name, value, remark).trimmed());
    update();
}

int MetricCell::widthFor(const QString &value, const QString &remark) const
{
    const int bare = qMax(widthOf(Role::Body, m_name), widthOf(Role::Time, value));
    return remark.isEmpty() ? bare : qMax(bare, widthOf(Role::Time, value) + Theme::size(Size::InnerGap) + widthOf(Role::Body, remark));
}

void MetricCell::keepRoom(const QString &value, const QString &remark)
{
    m_room = widthFor(value, remark);
    m_roomBare = widthFor(value, {});
}

int MetricCell::neededWidth(bool withRemark) const
{
    const int contents = withRemark ? qMax(m_room, widthFor(m_value, m_remark)) : qMax(m_roomBare, widthFor(m_value, {}));
    return leftPadding() + contents + Theme::size(Size::BlockGap);
}

void MetricCell::showRemark(bool shown)
{
    m_withRemark = shown;
    update();
}

void MetricCell::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    if (!m_first)
        painter.fillRect(0, 0, 1, height(), theme.color(Token::Hair));
    const int x = leftPadding();
    const int line = Theme::lineHeight(Role::Time);
    painter.setFont(Theme::font(Role::Body));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(QRect(x, nameTop, width() - x, Theme::lineHeight(Role::Body)), Qt::AlignLeft | Qt::AlignVCenter,
                     m_name);
    painter.setFont(Theme::font(Role::Time));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(x, valueTop, width() - x, line), Qt::AlignLeft | Qt::AlignVCenter, m_value);
    if (m_withRemark && !m_remark.isEmpty()) {
        const int behind = x + widthOf(Role::Time, m_value) + Theme::size(Size::InnerGap);
        painter.setFont(Theme::font(Role::Body));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(behind, valueTop + 1, width() - behind, line), Qt::AlignLeft | Qt::AlignVCenter,
                         m_remark);
    }
    if (hasFocus()) {
        painter.setPen(theme.color(Token::Accent));
        painter.drawRect(rect().adjusted(2, 2, -3, -3));
    }
}

} // namespace playground
