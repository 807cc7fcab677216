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
    growWidth();
    update();
}

void MetricCell::growWidth()
{
    const int bare = qMax(widthOf(Role::Body, m_name), widthOf(Role::Time, m_value));
    const int remark = m_remark.isEmpty()
                           ? 0
                           : widthOf(Role::Time, m_value) + Theme::size(Size::InnerGap) + widthOf(Role::Body, m_remark);
    m_widestBare = qMax(m_widestBare, bare);
    m_widest = qMax(m_widest, qMax(bare, remark));
}

void MetricCell::resetWidth()
{
    m_widest = m_widestBare = 0;
    growWidth();
}

int MetricCell::neededWidth(bool withRemark) const
{
    return leftPadding() + (withRemark ? m_widest : m_widestBare) + Theme::size(Size::BlockGap);
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
