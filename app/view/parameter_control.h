// SPDX-License-Identifier: MIT
#pragma once

#include "model/parameter_table.h"

#include <QJsonValue>
#include <QWidget>

namespace playground {

/// What edits one parameter. Shows values as in the file and says when the user entered another; who owns it shows the
/// value that came of it with setValue().
class ParameterControl : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows a value without emitting edited().
    virtual void setValue(const QJsonValue &value) = 0;
    /// The widget that gets the focus when a sentence's value is chosen.
    virtual QWidget *mainField() = 0;
    /// Whether it needs the whole width of the form, its label above.
    virtual bool isWide() const { return false; }

signals:
    void edited(const QJsonValue &value);
    /// The user let go of it.
    void committed();
};

/// The control that suits the parameter's type.
ParameterControl *makeControl(const Parameter &parameter, QWidget *parent);

} // namespace playground
