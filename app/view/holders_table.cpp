// SPDX-License-Identifier: MIT
#include "view/holders_table.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace playground {

namespace {

constexpr int holderX = 64, nextX = 92;

} // namespace

HoldersTable::HoldersTable(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Who held the slots"));
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("A click selects that request"));
}

void HoldersTable::setRows(const std::vector<HolderRow> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    QStringList words;
    for (const HolderRow &row : m_rows)
        words += QStringList{row.slot, row.holder, row.next, row.until}.join(QLatin1Char(' '));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize HoldersTable::sizeHint() const { return {240, int(m_rows.size()) * Theme::size(Size::TableRow)}; }

void HoldersTable::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const int pitch = Theme::size(Size::TableRow);
    const QFontMetrics strong(Theme::font(Role::BodyStrong));
    int widest = 0;
    for (const HolderRow &row : m_rows)
        widest = qMax(widest, strong.horizontalAdvance(row.holder));
    const int next = qMax(nextX, holderX + widest + Theme::size(Size::InnerGap));
    QPainter painter(this);
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const HolderRow &row = m_rows[i];
        const QRect place(0, int(i) * pitch, width(), pitch);
        const auto draw = [&](int x, const QString &text, Token token) {
            painter.setFont(Theme::font(row.madeWay ? Role::BodyStrong : Role::Body));
            painter.setPen(theme.color(token));
            painter.drawText(place.adjusted(x, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
        };
        draw(0, row.slot, row.madeWay ? Token::Text : Token::Text3);
        draw(holderX, row.holder, Token::Text);
        draw(next, row.next, row.madeWay ? Token::AccentText : Token::Text3);
        painter.setFont(Theme::font(Role::Number));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, row.until);
        if (i + 1 < m_rows.size())
            painter.fillRect(0, place.bottom(), width(), 1, theme.color(Token::Hair));
    }
}

void HoldersTable::mousePressEvent(QMouseEvent *event)
{
    const auto row = size_t(event->position().y()) / size_t(Theme::size(Size::TableRow));
    if (row < m_rows.size() && m_rows[row].request > 0)
        emit requestChosen(m_rows[row].request);
}

} // namespace playground
