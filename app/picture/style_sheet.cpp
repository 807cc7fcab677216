// SPDX-License-Identifier: MIT
#include "picture/theme.h"

#include <QtCore/qglobal.h>

/// A static library's resources are linked in only when something names them.
static void initResources() { Q_INIT_RESOURCE(picture); }

namespace playground {
namespace {

/// What the style sheet says, with names of tokens and sizes in @…@.
constexpr const char *sheet = R"(
QFrame[bar="transport"], QFrame[bar="status"] { background: @window@; border: 0 solid @border@; }
QFrame[bar="panel"], QFrame[bar="metrics"] { background: @panel@; border: 0 solid @border@; }
QFrame[bar="transport"] { border-bottom-width: 1px; }
QFrame[bar="metrics"], QFrame[bar="status"] { border-top-width: 1px; }
QFrame[card="true"] { background: @raised@; border: 1px solid @border@; border-radius: @cardRadius@px; }
QFrame[card="true"][active="true"] { border-color: @accent@; }
QLabel { background: transparent; }
QLabel[caption="true"] { color: @text3@; }

QPushButton, QToolButton { color: @text@; background: @raised@; border: 1px solid @fieldBorder@;
    border-radius: @buttonRadius@px; padding: 0 @gap@px; min-height: @toolInner@px; }
QPushButton:hover, QToolButton:hover { background: @hair@; }
QPushButton:pressed, QToolButton:pressed { background: @border@; }
QPushButton:focus, QToolButton:focus { border: @focusLine@px solid @accent@; padding: 0 @gapFocus@px; min-height: @toolInnerFocus@px; }
QPushButton:disabled, QToolButton:disabled { color: @text3@; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[kind="small"], QToolButton[kind="small"], QPushButton[kind="chip"], QToolButton[kind="chip"] {
    min-height: @smallInner@px; border-radius: @fieldRadius@px; }
QPushButton[kind="small"]:focus, QToolButton[kind="small"]:focus, QPushButton[kind="chip"]:focus, QToolButton[kind="chip"]:focus {
    min-height: @smallInnerFocus@px; }
QPushButton[kind="chip"]:checked, QToolButton[kind="chip"]:checked { color: @accentText@; background: @soft@; border-color: @accent@; }
QPushButton[kind="primary"], QToolButton[kind="primary"] { color: @onAccent@; background: @accent@; border-color: @accent@; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus { border-color: @text@; }
QToolButton[kind="tool"] { background: transparent; border: 1px solid transparent; padding: 0 @barGap@px; }
QToolButton[kind="tool"]:hover { background: @hair@; }
QToolButton[kind="tool"]:checked { background: @soft@; color: @accentText@; }
QToolButton[kind="tool"]:focus { border: 1px solid @accent@; min-height: @toolInner@px; padding: 0 @barGap@px; }
QToolButton::menu-indicator { image: none; width: 0; }

QFileDialog QToolButton { padding: 0; min-height: 0; }
QFileDialog QToolButton:focus { border: 1px solid @accent@; padding: 0; min-height: 0; }

QLineEdit, QAbstractSpinBox, QComboBox { color: @text@; background: @raised@; border: 1px solid @fieldBorder@;
    border-radius: @fieldRadius@px; padding: 0 @fieldPadding@px; min-height: @smallInner@px;
    selection-background-color: @accent@; selection-color: @onAccent@; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: @focusLine@px solid @accent@; padding: 0 @fieldPaddingFocus@px;
    min-height: @smallInnerFocus@px; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @text3@; }
QLineEdit[kind="time"] { background: transparent; border: 1px solid transparent; padding: 0 @barGap@px; min-height: @toolInner@px; }
QLineEdit[kind="time"]:hover { background: @hair@; }
QLineEdit[kind="time"]:focus { background: @raised@; border: 1px solid @accent@; padding: 0 @barGap@px; min-height: @toolInner@px; }
QLineEdit[kind="search"], QLineEdit[kind="search"]:focus { min-height: @searchInner@px; padding: 0 @gap@px; }
QAbstractSpinBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QComboBox::drop-down { width: 20px; border: 0; }
QComboBox::down-arrow { image: url(:/picture/chevron-@shade@.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { color: @text@; background: @raised@; border: 1px solid @border@; outline: 0;
    selection-background-color: @soft@; selection-color: @accentText@; }
QPlainTextEdit, QTextEdit, QTextBrowser { color: @text@; background: @canvas@; border: 1px solid @border@;
    border-radius: @fieldRadius@px; selection-background-color: @accent@; selection-color: @onAccent@; }
QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus { border-color: @accent@; }

QTableView { color: @text@; background: @canvas@; border: 0; selection-background-color: @soft@; selection-color: @text@; outline: 0; }
QTableView::item { padding: 0 @barGap@px; border: 0; }
QTableView::item:focus { border: 1px solid @accent@; }
QHeaderView { background: @panel@; border: 0; }
QHeaderView::section { color: @text3@; background: @panel@; border: 0; border-bottom: 1px solid @border@; padding: 0 @barGap@px; }
QTabWidget::pane { border: 0; border-top: 1px solid @border@; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { color: @text3@; background: transparent; border: 0; border-bottom: @focusLine@px solid transparent;
    min-height: @tabInner@px; padding: 0; margin: 0 @gap@px; }
QTabBar::tab:first { margin-left: @blockGap@px; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:selected { color: @text@; border-bottom-color: @accent@; }
QTabBar::tab:focus { color: @accentText@; background: @soft@; }

QSplitter::handle { background: @border@; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: @scrollBar@px; }
QScrollBar:horizontal { height: @scrollBar@px; }
QScrollBar::handle { background: @fieldBorder@; border-radius: @scrollRadius@px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @text3@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { color: @text@; background: @raised@; border: 1px solid @border@; padding: @barGap@px 0; }
QMenu::item { padding: @barGap@px @blockGap@px; }
QMenu::item:selected { color: @accentText@; background: @soft@; }
QMenu::item:disabled { color: @text3@; }
QMenu::separator { height: 1px; background: @hair@; margin: @barGap@px 0; }
QToolTip { color: @text@; background: @raised@; border: 1px solid @border@; padding: @barGap@px; }
)";

QString number(int value) { return QString::number(value); }

/// The values of the names that are tokens.
QList<std::pair<QString, QString>> colorNames(const Theme &theme)
{
    const auto name = [&](Token token) { return theme.color(token).name(); };
    return {{"window", name(Token::Window)},
            {"panel", name(Token::Panel)},
            {"canvas", name(Token::Canvas)},
            {"raised", name(Token::Raised)},
            {"border", name(Token::Border)},
            {"hair", name(Token::Hair)},
            {"fieldBorder", name(Token::FieldBorder)},
            {"text", name(Token::Text)},
            {"text3", name(Token::Text3)},
            {"accent", name(Token::Accent)},
            {"accentText", name(Token::AccentText)},
            {"onAccent", name(Token::OnAccent)},
            {"soft", name(Token::Soft)},
            {"shade", theme.isDark() ? "dark" : "light"}};
}

/// The values of the names that are lengths. A style sheet's height is that of the contents: borders come off.
QList<std::pair<QString, QString>> lengthNames()
{
    const int tool = Theme::size(Size::ToolButton), small = Theme::size(Size::SmallButton),
              focus = Theme::size(Size::FocusLine);
    const int gap = Theme::size(Size::InnerGap);
    return {{"cardRadius", number(Theme::size(Size::RadiusCard))},
            {"buttonRadius", number(Theme::size(Size::RadiusButton))},
            {"fieldRadius", number(Theme::size(Size::RadiusField))},
            {"focusLine", number(focus)},
            {"gap", number(gap)},
            {"gapFocus", number(gap - focus + 1)},
            {"barGap", number(Theme::size(Size::BarGap))},
            {"blockGap", number(Theme::size(Size::BlockGap))},
            {"fieldPadding", number(gap - 2)},
            {"fieldPaddingFocus", number(gap - 2 - focus + 1)},
            {"toolInner", number(tool - 2)},
            {"toolInnerFocus", number(tool - 2 * focus)},
            {"smallInner", number(small - 2)},
            {"smallInnerFocus", number(small - 2 * focus)},
            {"searchInner", number(Theme::size(Size::TabRow) - 2 * focus)},
            {"tabInner", number(Theme::size(Size::TabRow) - focus - 1)},
            {"scrollBar", number(gap)},
            {"scrollRadius", number(gap / 2 - 1)}};
}

} // namespace

QString Theme::styleSheet() const
{
    initResources();
    QString text = QString::fromLatin1(sheet);
    for (const auto &[name, value] : colorNames(*this) + lengthNames())
        text.replace('@' + name + '@', value);
    return text;
}

} // namespace playground
