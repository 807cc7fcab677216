// SPDX-License-Identifier: MIT
#include "view/keys_dialog.h"

#include "picture/theme.h"
#include "view/help_row.h"
#include "view/key_cap.h"
#include "view/text_label.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace playground {

namespace {

/// How wide an explanation is, at the least and at the most.
constexpr int leastHelp = 200, mostHelp = 340;
/// Of a dialog without a window.
constexpr int largestWidth = 1280;

using Column = QList<HelpBlock>;

QWidget *keyCaps(const QStringList &keys)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::size(Size::BarGap));
    for (const QString &key : keys)
        layout->addWidget(new KeyCap(key, row));
    layout->addStretch();
    return row;
}

QWidget *subjectOf(const HelpRow &row)
{
    return row.keys.isEmpty() ? new TextLabel(Role::Body, Token::Text, row.word) : keyCaps(row.keys);
}

/// The widest keys or words of a column.
int subjectWidth(const Column &column)
{
    int width = 0;
    for (const HelpBlock &block : column)
        for (const HelpRow &row : block.rows) {
            const std::unique_ptr<QWidget> subject(subjectOf(row));
            width = std::max(width, subject->sizeHint().width());
        }
    return width;
}

QGridLayout *gridOf(const Column &column, int helpWidth)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::grid(4));
    grid->setVerticalSpacing(Theme::grid(1));
    int line = 0;
    for (const HelpBlock &block : column) {
        grid->addWidget(new TextLabel(Role::BodyStrong, Token::Text, block.caption), line, 0, 1, 2, Qt::AlignBottom);
        grid->setRowMinimumHeight(line, line > 0 ? Theme::grid(9) : Theme::grid(6));
        ++line;
        for (const HelpRow &row : block.rows) {
            grid->addWidget(subjectOf(row), line, 0, Qt::AlignTop);
            auto *help = new TextLabel(Role::Body, Token::Text2, row.help);
            help->setWordWrap(true);
            help->setFixedWidth(helpWidth);
            grid->addWidget(help, line++, 1);
        }
    }
    grid->setRowStretch(line, 1);
    return grid;
}

/// The first way to put the blocks into columns for which there is room; the last one in any case.
QWidget *pageOf(const QList<QList<Column>> &ways, int room)
{
    const int between = Theme::grid(8), beside = Theme::grid(4);
    for (const QList<Column> &columns : ways) {
        int left = room - between * int(columns.size() - 1);
        for (const Column &column : columns)
            left -= subjectWidth(column) + beside;
        const int help = left / int(columns.size());
        if (help < leastHelp && &columns != &ways.last())
            continue;
        auto *page = new QWidget;
        auto *row = new QHBoxLayout(page);
        row->setSpacing(between);
        for (const Column &column : columns)
            row->addLayout(gridOf(column, std::clamp(help, leastHelp, mostHelp)));
        row->addStretch();
        return page;
    }
    return new QWidget;
}

QScrollArea *scrolled(QWidget *page)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(page->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width() + Theme::grid(2));
    return scroll;
}

} // namespace

KeysDialog::KeysDialog(const WindowActions &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Help"));
    const int reach = parent ? parent->window()->width() : largestWidth, room = reach - Theme::grid(30);
    const HelpBlock run = runKeys(actions), window = windowKeys(actions), timeline = timelineKeysHelp(), mouse = mouseHelp(),
                    single = controlKeys();
    auto *tabs = new QTabWidget(this);
    QWidget *keys = pageOf({{{run, single}, {window}, {timeline, mouse}},
                            {{run, window}, {timeline, mouse, single}},
                            {{run, window, timeline, mouse, single}}},
                           room);
    const HelpBlock numbers = numbersHelp(), states = statesHelp(), waits = waitsHelp();
    QWidget *words = pageOf({{{numbers}, {states, waits}}, {{numbers, states, waits}}}, room);
    tabs->addTab(scrolled(keys), tr("&Keys"));
    tabs->addTab(scrolled(words), tr("&Numbers and states"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    // As tall as its longest page, as far as the window reaches.
    const int longest = std::max(keys->sizeHint().height(), words->sizeHint().height());
    const int all = longest + Theme::size(Size::TabRow) + layout->contentsMargins().top() + layout->contentsMargins().bottom() +
                    layout->spacing() + buttons->sizeHint().height() + Theme::grid(2);
    resize(sizeHint().width(), parent ? std::min(all, parent->window()->height() - Theme::grid(12)) : all);
}

} // namespace playground
