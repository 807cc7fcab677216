// SPDX-License-Identifier: MIT
#include "view/value_field.h"

#include "picture/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStatusTipEvent>
#include <QToolTip>
#include <QWheelEvent>

namespace playground {

namespace {

/// As many characters as most values need: "12.345 s", "1000000".
constexpr int roomyText = 8;
/// What a line edit keeps free at each side of its text.
constexpr int textMargin = 2;

} // namespace

ValueField::ValueField(ValueScale scale, QWidget *parent)
    : QAbstractSpinBox(parent)
    , m_scale(std::move(scale))
{
    setButtonSymbols(NoButtons);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFont(Theme::font(Role::Number));
    lineEdit()->setFont(font());
    setProperty("mono", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeyboardTracking(false);
    connect(this, &QAbstractSpinBox::editingFinished, this, &ValueField::commitText);
}

void ValueField::setValue(const QJsonValue &value)
{
    m_value = value;
    // What is being typed stays until it is done, unless the value was changed from elsewhere.
    if (!hasFocus() || m_scale.parse(text()) != value)
        showValue();
}

void ValueField::showValue()
{
    const QString text = m_scale.text(m_value);
    if (lineEdit()->text() == text)
        return;
    lineEdit()->setText(text);
    lineEdit()->setCursorPosition(0); // A text that is too long shows its beginning.
    explain();
}

void ValueField::setHelp(const QString &help)
{
    m_help = help;
    explain();
}

void ValueField::take(const QJsonValue &value)
{
    if (value == m_value)
        return;
    m_value = value;
    showValue();
    emit edited(value);
}

void ValueField::stepBy(int steps)
{
    if (const auto typed = m_scale.parse(text()))
        m_value = *typed;
    take(m_scale.stepped(m_value, steps));
    lineEdit()->selectAll();
}

QValidator::State ValueField::validate(QString &text, int &) const
{
    return m_scale.parse(text) ? QValidator::Acceptable : QValidator::Intermediate;
}

void ValueField::commitText()
{
    const QString entered = text();
    if (const auto typed = m_scale.parse(entered))
        take(*typed);
    else if (entered != m_scale.text(m_value))
        refuse(entered);
    showValue();
    emit committed();
}

void ValueField::refuse(const QString &typed)
{
    const QString sentence =
        tr("“%1” cannot be taken: type %2. It stays at %3.").arg(typed.trimmed(), m_scale.wanted(), m_scale.text(m_value));
    QToolTip::showText(mapToGlobal(QPoint(0, height())), sentence, this);
    QStatusTipEvent tip(sentence); // The tool tip goes with the focus.
    QApplication::sendEvent(this, &tip);
}

QSize ValueField::sizeHint() const
{
    const int around = Theme::size(Size::InnerGap) + textMargin;
    return {fontMetrics().horizontalAdvance(QString(roomyText, u'0')) + 2 * around, Theme::size(Size::SmallButton)};
}

int ValueField::textRoom() const { return lineEdit()->width() - 2 * textMargin; }

void ValueField::resizeEvent(QResizeEvent *event)
{
    QAbstractSpinBox::resizeEvent(event);
    explain();
}

/// A text that does not fit is told in full by the tool tip.
void ValueField::explain()
{
    const QString text = lineEdit()->text();
    setToolTip(lineEdit()->fontMetrics().horizontalAdvance(text) > textRoom() ? text : m_help);
}

void ValueField::focusOutEvent(QFocusEvent *event)
{
    QAbstractSpinBox::focusOutEvent(event);
    showValue();
}

void ValueField::wheelEvent(QWheelEvent *event)
{
    // As for sliders: a panel that scrolls under the pointer must not change values.
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void ValueField::keyPressEvent(QKeyEvent *event)
{
    // QAbstractSpinBox would keep Escape for itself.
    if (event->key() == Qt::Key_Escape) {
        showValue();
        return event->ignore();
    }
    QAbstractSpinBox::keyPressEvent(event);
}

} // namespace playground
