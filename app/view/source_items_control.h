// SPDX-License-Identifier: MIT
#pragma once

#include "view/parameter_control.h"

class QPlainTextEdit;

namespace playground {

/// The items of a list source, one a line: "user 120ms", "posts 300ms fails 1 503", "ads at 50ms fails always hang". A
/// name with spaces stands in quotes.
class SourceItemsControl : public ParameterControl {
    Q_OBJECT

public:
    explicit SourceItemsControl(const Parameter &parameter, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    QWidget *mainField() override;
    bool isWide() const override { return true; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    QJsonValue m_value;
    QPlainTextEdit *m_edit;
};

} // namespace playground
