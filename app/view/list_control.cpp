// SPDX-License-Identifier: MIT
#include "view/list_control.h"

#include "picture/theme.h"
#include "view/chip.h"
#include "view/flow_layout.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>

namespace playground {

TextControl::TextControl(const Parameter &parameter, QWidget *parent)
    : ParameterControl(parent)
    , m_parameter(parameter)
    , m_edit(new QLineEdit(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setFont(Theme::font(Role::Number));
    m_edit->setFixedHeight(Theme::size(Size::SmallButton));
    m_edit->setAccessibleName(parameter.title);
    m_edit->setAccessibleDescription(parameter.help);
    connect(m_edit, &QLineEdit::editingFinished, this, &TextControl::commit);
}

QString TextControl::textOf(const QJsonValue &value) const
{
    if (!value.isArray())
        return value.toVariant().toString();
    QStringList items;
    const QJsonArray values = value.toArray();
    for (const QJsonValue &item : values)
        items += item.toVariant().toString();
    return items.join(QStringLiteral(", "));
}

QJsonValue TextControl::valueOf(const QString &text) const
{
    const auto word = [this](const QString &item) -> QJsonValue {
        bool isNumber = false;
        const int number = item.toInt(&isNumber);
        const bool mayBeNumber =
            m_parameter.items == ListItems::RequestNames || m_parameter.type == ParameterType::Error;
        return mayBeNumber && isNumber ? QJsonValue(number) : QJsonValue(item);
    };
    if (m_parameter.type == ParameterType::Text)
        return text;
    if (m_parameter.type != ParameterType::List)
        return word(text.trimmed());
    QJsonArray values;
    const QStringList items = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &item : items)
        if (!item.trimmed().isEmpty())
            values.append(word(item.trimmed()));
    return values;
}

void TextControl::setValue(const QJsonValue &value)
{
    m_value = value;
    const QString text = textOf(value);
    if (m_edit->text() == text)
        return;
    m_edit->setText(text);
    m_edit->setCursorPosition(0);
}

QWidget *TextControl::mainField() { return m_edit; }

void TextControl::commit()
{
    const QJsonValue typed = valueOf(m_edit->text());
    if (typed != m_value)
        emit edited(typed);
    m_edit->setText(textOf(m_value)); // What was refused turns back into the last good value.
    emit committed();
}

WordsControl::WordsControl(const Parameter &parameter, QWidget *parent)
    : ParameterControl(parent)
{
    auto *layout = new FlowLayout(Theme::size(Size::BarGap), Theme::size(Size::BarGap), this);
    for (const QString &word : parameter.choices) {
        auto *chip = new Chip(word, this);
        chip->setCheckable(true);
        chip->setAccessibleName(tr("%1: %2").arg(parameter.title, word));
        layout->addWidget(chip);
        m_chips += chip;
        connect(chip, &Chip::clicked, this, &WordsControl::enter);
    }
    setAccessibleDescription(parameter.help);
}

void WordsControl::setValue(const QJsonValue &value)
{
    const QJsonArray words = value.toArray();
    for (Chip *chip : std::as_const(m_chips))
        chip->setChecked(words.contains(chip->text()));
}

QWidget *WordsControl::mainField() { return m_chips.value(0); }

void WordsControl::enter()
{
    QJsonArray words;
    for (const Chip *chip : std::as_const(m_chips))
        if (chip->isChecked())
            words.append(chip->text());
    emit edited(words);
    emit committed();
}

} // namespace playground
