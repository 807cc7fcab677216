// SPDX-License-Identifier: MIT
#include "view/keys_dialog.h"

#include "picture/theme.h"
#include "view/key_cap.h"
#include "view/key_name.h"
#include "view/text_label.h"
#include "view/window_actions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace playground {

namespace {

QWidget *keyCaps(const QStringList &keys, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::size(Size::BarGap));
    for (const QString &key : keys)
        layout->addWidget(new KeyCap(key, row));
    layout->addStretch();
    return row;
}

void addCaption(QGridLayout *grid, const QString &text)
{
    const int row = grid->rowCount();
    grid->addWidget(new TextLabel(Role::BodyStrong, Token::Text, text), row, 0, 1, 2, Qt::AlignBottom);
    grid->setRowMinimumHeight(row, row > 1 ? Theme::grid(8) : Theme::grid(6));
}

void addRow(QGridLayout *grid, const QStringList &keys, const QString &help)
{
    const int row = grid->rowCount();
    grid->addWidget(keyCaps(keys, nullptr), row, 0);
    grid->addWidget(new TextLabel(Role::Body, Token::Text2, help), row, 1);
}

QGridLayout *newColumn(const QString &caption)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::grid(6));
    grid->setVerticalSpacing(Theme::grid(1));
    grid->setColumnStretch(1, 1);
    addCaption(grid, caption);
    return grid;
}

QGridLayout *windowKeys(const WindowActions &actions)
{
    QGridLayout *grid = newColumn(KeysDialog::tr("Window"));
    for (const QAction *action : actions.all()) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys += keyName(key);
        if (!keys.isEmpty())
            addRow(grid, keys, action->toolTip());
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return grid;
}

QGridLayout *timelineKeys()
{
    QGridLayout *grid = newColumn(KeysDialog::tr("Timeline"));
    const auto left = QString(QChar(0x2190)), up = QString(QChar(0x2191)), right = QString(QChar(0x2192)),
               down = QString(QChar(0x2193));
    const QString control = modifierName(Qt::CTRL), shift = modifierName(Qt::SHIFT);
    addRow(grid, {QStringLiteral("A"), QStringLiteral("D"), left, right}, KeysDialog::tr("Earlier, later"));
    addRow(grid,
           {QStringLiteral("W"), QStringLiteral("S"), control + up, control + down},
           KeysDialog::tr("Zooms in and out"));
    addRow(grid, {up, down}, KeysDialog::tr("Scrolls the rows"));
    addRow(grid, {QStringLiteral("0")}, KeysDialog::tr("Fits the whole run"));
    addRow(grid, {QStringLiteral("F")}, KeysDialog::tr("Fits the selection"));
    addRow(grid, {keyName(Qt::Key_Backspace)}, KeysDialog::tr("Back to the zoom before"));
    addRow(grid, {QStringLiteral("J"), QStringLiteral("K")}, KeysDialog::tr("Next and previous span"));
    addRow(grid, {QStringLiteral("M")}, KeysDialog::tr("Sets a mark at the pointer or the present; again: renames it"));
    addRow(grid, {keyName(Qt::SHIFT | Qt::Key_M)}, KeysDialog::tr("Measures the selection"));
    addRow(grid, {shift + left, shift + right},
           KeysDialog::tr("Measures to the edge before, to the next one"));
    addRow(grid, {shift + KeysDialog::tr("drag")}, KeysDialog::tr("Measures from edge to edge"));
    addRow(grid, {keyName(Qt::Key_Home), keyName(Qt::Key_End)}, KeysDialog::tr("Shows the first instant, the last one"));
    addRow(grid, {keyName(Qt::CTRL | Qt::Key_C)}, KeysDialog::tr("Copies the selected lines of the log or table"));
    addRow(grid, {QStringLiteral("S")}, KeysDialog::tr("In the table: sorts by the current column, then the other way"));
    grid->setRowStretch(grid->rowCount(), 1);
    return grid;
}

} // namespace

KeysDialog::KeysDialog(const WindowActions &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *list = new QWidget;
    auto *columns = new QBoxLayout(QBoxLayout::LeftToRight, list);
    columns->setSpacing(Theme::grid(10));
    columns->addLayout(windowKeys(actions));
    columns->addLayout(timelineKeys());
    // Side by side, where the window is wide enough for both.
    if (parent && list->sizeHint().width() > parent->window()->width() - Theme::grid(18)) {
        columns->setDirection(QBoxLayout::TopToBottom);
        columns->setSpacing(Theme::grid(2));
    }
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(list->sizeHint().width() + Theme::grid(6));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    // As tall as its list, as far as the window reaches.
    const int all = list->sizeHint().height() + layout->contentsMargins().top() + layout->contentsMargins().bottom() +
                    layout->spacing() + buttons->sizeHint().height();
    resize(sizeHint().width(), parent ? std::min(all, parent->window()->height() - Theme::grid(12)) : all);
}

} // namespace playground
