// SPDX-License-Identifier: MIT
#pragma once

#include "view/parameter_control.h"

class QPlainTextEdit;

namespace playground {

/// How the items of a list are written, one a line, and how such lines are read.
struct ItemLines {
    QString (*text)(const QJsonArray &items);
    QJsonArray (*typed)(const QString &text);
    QString help;

    /// Of a list source: "user 120ms", "posts 300ms fails 1 503", "ads at 50ms fails always hang".
    static ItemLines ofSource();
    /// Of a tape: "180ms key q", "1s click".
    static ItemLines ofTape();
};

/// A list whose items are objects, one a line. Words with spaces stand in quotes.
class ItemLinesControl : public ParameterControl {
    Q_OBJECT

public:
    ItemLinesControl(const Parameter &parameter, ItemLines lines, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    QWidget *mainField() override;
    bool isWide() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    ItemLines m_lines;
    QJsonValue m_value;
    QPlainTextEdit *m_edit;
};

} // namespace playground
