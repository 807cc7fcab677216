// SPDX-License-Identifier: MIT
#include "view/command_palette.h"

#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/key_cap.h"
#include "view/key_name.h"
#include "view/text_label.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace playground {

namespace {

enum ItemRole { EntryRole = Qt::UserRole, HelpRole, KeyRole, TickRole };

constexpr int noEntry = -1;
constexpr QSize largest(640, 560);
constexpr int pageRows = 8;

/// A caption, or title, help and key of an entry in one line.
class Painter final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {0, isCaption(index) ? Theme::size(Size::TableRow) + Theme::grid(1) : Theme::size(Size::TableRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = currentTheme();
        const bool chosen = option.state & QStyle::State_Selected, enabled = index.flags() & Qt::ItemIsEnabled;
        const int side = Theme::size(Size::BlockGap), gap = Theme::grid(3);
        QRect room = option.rect.adjusted(side, 0, -side, 0);
        const QString title = index.data().toString();
        if (isCaption(index)) {
            painter->setFont(Theme::font(Role::SectionCap));
            painter->setPen(theme.color(Token::Text3));
            painter->drawText(room.adjusted(0, 0, 0, -2), Qt::AlignLeft | Qt::AlignBottom, title);
            return;
        }
        if (chosen) {
            painter->fillRect(option.rect, theme.color(Token::Soft));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(Theme::size(Size::FocusLine), option.rect.height())),
                              theme.color(Token::Accent));
        }
        const auto write = [&](Role role, const QColor &color, Qt::Alignment align, const QString &text) {
            painter->setFont(Theme::font(role));
            painter->setPen(color);
            const QFontMetrics metrics(Theme::font(role));
            const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
            painter->drawText(room, align | Qt::AlignVCenter, shown);
            return metrics.horizontalAdvance(shown);
        };
        const QColor quiet = theme.color(enabled && chosen ? Token::Text2 : Token::Text3);
        if (const QString key = index.data(KeyRole).toString(); !key.isEmpty())
            room.setRight(room.right() - write(Role::CaptionNumber, quiet, Qt::AlignRight, key) - gap);
        const bool ticked = index.data(TickRole).toBool();
        room.setLeft(room.left() + gap +
                     write(ticked ? Role::BodyStrong : Role::Body, enabled ? theme.color(Token::Text) : quiet,
                           Qt::AlignLeft, title));
        write(Role::Caption, quiet, Qt::AlignLeft, index.data(HelpRole).toString());
    }

private:
    static bool isCaption(const QModelIndex &index) { return index.data(EntryRole).toInt() == noEntry; }
};

bool isEntry(const QListWidgetItem *item) { return item && item->data(EntryRole).toInt() != noEntry; }

QListWidgetItem *captionItem(const QString &text)
{
    auto *item = new QListWidgetItem(text);
    item->setData(EntryRole, noEntry);
    item->setFlags(Qt::NoItemFlags);
    return item;
}

QListWidgetItem *entryItem(const PaletteEntry &entry, size_t index)
{
    auto *item = new QListWidgetItem(entry.title);
    item->setData(EntryRole, int(index));
    item->setData(HelpRole, entry.help);
    item->setData(KeyRole, entry.key);
    item->setData(TickRole, entry.current);
    item->setToolTip(entry.help);
    item->setFlags(entry.enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags(Qt::ItemIsSelectable));
    return item;
}

} // namespace

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_entries(std::move(entries))
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Gallery and commands"));
    m_field->setFont(Theme::font(Role::TitleSearch));
    m_field->setPlaceholderText(tr("Search scenarios and commands"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setProperty("kind", QStringLiteral("search"));
    m_field->installEventFilter(this);
    m_list->setItemDelegate(new Painter(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // The field keeps the keys.
    m_list->setAccessibleName(tr("What was found"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    const int side = Theme::size(Size::InnerGap);
    layout->setContentsMargins(1, side, 1, side);
    layout->setSpacing(side);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(side, 0, side, 0);
    top->addWidget(m_field);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeFooter());
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListWidget::currentRowChanged, this, &CommandPalette::tellChosen);
    connect(m_list, &QListWidget::itemClicked, this,
            [this] { take(QGuiApplication::keyboardModifiers() & Qt::ControlModifier); });
    placeOver(*window);
    search();
}

QWidget *CommandPalette::makeFooter()
{
    auto *footer = new QWidget(this);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(Theme::size(Size::BlockGap), 0, Theme::size(Size::BlockGap), 0);
    row->setSpacing(Theme::size(Size::BarGap));
    const auto explain = [&](const QStringList &keys, const QString &help) {
        for (const QString &key : keys)
            row->addWidget(new KeyCap(key, footer));
        row->addWidget(new TextLabel(Role::Caption, Token::Text3, help, footer));
        row->addSpacing(Theme::size(Size::InnerGap));
    };
    explain({keyName(Qt::Key_Up), keyName(Qt::Key_Down)}, tr("choose"));
    explain({keyName(Qt::Key_Enter)}, tr("open, do"));
    explain({keyName(Qt::CTRL | Qt::Key_Enter)}, tr("open as a strip"));
    explain({keyName(Qt::Key_Escape)}, tr("leave"));
    row->addStretch();
    return footer;
}

void CommandPalette::placeOver(const QWidget &window)
{
    const int room = Theme::grid(20);
    const QSize size = largest.boundedTo(window.size() - QSize(room, room));
    resize(size);
    move(window.mapToGlobal(QPoint((window.width() - size.width()) / 2, Theme::grid(14))));
}

const PaletteEntry *CommandPalette::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return isEntry(item) ? &m_entries[size_t(item->data(EntryRole).toInt())] : nullptr;
}

void CommandPalette::search()
{
    m_list->clear();
    QString group;
    QListWidgetItem *first = nullptr;
    for (const size_t index : searchPalette(m_entries, m_field->text())) {
        const PaletteEntry &entry = m_entries[index];
        if (entry.group != group)
            m_list->addItem(captionItem(group = entry.group));
        auto *item = entryItem(entry, index);
        m_list->addItem(item);
        const bool open = entry.current && m_field->text().isEmpty();
        if (open || (!first && entry.enabled))
            first = item;
    }
    if (m_list->count() == 0)
        m_list->addItem(captionItem(tr("Nothing has “%1”.").arg(m_field->text().simplified())));
    m_list->setCurrentItem(first);
    if (first && m_list->row(first) == 1)
        m_list->scrollToTop(); // Its caption shows, too.
    tellChosen();
}

/// To the next entry that can be done, over captions; at either end it stays.
void CommandPalette::goBy(int by)
{
    int row = m_list->currentRow();
    for (int left = std::abs(by), next = row; left > 0;) {
        next += by > 0 ? 1 : -1;
        if (next < 0 || next >= m_list->count())
            break;
        if (!isEntry(m_list->item(next)) || !(m_list->item(next)->flags() & Qt::ItemIsEnabled))
            continue;
        row = next;
        --left;
    }
    m_list->setCurrentRow(row);
    if (row == 1)
        m_list->scrollToTop();
}

void CommandPalette::tellChosen()
{
    const PaletteEntry *entry = chosen();
    m_field->setAccessibleDescription(entry ? QStringList{entry->title, entry->help}.join(QStringLiteral(". "))
                                            : QString());
    QAccessibleEvent told(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Down:
        goBy(1);
        return true;
    case Qt::Key_Up:
        goBy(-1);
        return true;
    case Qt::Key_PageDown:
        goBy(pageRows);
        return true;
    case Qt::Key_PageUp:
        goBy(-pageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(key->modifiers() & Qt::ControlModifier);
        return true;
    default:
        return false;
    }
}

void CommandPalette::take(bool asStrip)
{
    const PaletteEntry *entry = chosen();
    if (!entry || !entry->enabled || m_taken)
        return;
    m_taken = true;
    const auto run = asStrip && entry->runAsStrip ? entry->runAsStrip : entry->run;
    // First the keys go back to the window: what is done may give them to somebody in it.
    close();
    parentWidget()->activateWindow();
    run();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setPen(theme.color(Token::FieldBorder));
    painter.setBrush(theme.color(Token::Panel));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate && !m_taken) {
        m_taken = true;
        close(); // Who clicks beside it wants to go on there.
    }
    return QDialog::event(event);
}

} // namespace playground
