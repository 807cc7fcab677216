// SPDX-License-Identifier: MIT
#pragma once

#include "view/parameter_control.h"

#include <QList>

class QLineEdit;

namespace playground {

class Chip;

/// A text, or a list or an error written as one: "300ms, 100ms", "4, posts", "503".
class TextControl : public ParameterControl {
    Q_OBJECT

public:
    explicit TextControl(const Parameter &parameter, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    QWidget *mainField() override;

private:
    QString textOf(const QJsonValue &value) const;
    QJsonValue valueOf(const QString &text) const;
    void commit();

    Parameter m_parameter;
    QJsonValue m_value;
    QLineEdit *m_edit;
};

/// Any of a few words, each a chip.
class WordsControl : public ParameterControl {
    Q_OBJECT

public:
    explicit WordsControl(const Parameter &parameter, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    QWidget *mainField() override;
    bool isWide() const override { return true; }

private:
    void enter();

    QList<Chip *> m_chips;
};

} // namespace playground
