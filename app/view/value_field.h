// SPDX-License-Identifier: MIT
#pragma once

#include "view/value_scale.h"

#include <QAbstractSpinBox>
#include <QJsonValue>

namespace playground {

/// A spin box for any value of the parameter table, with its unit: "300 ms" takes "250ms" and "1.5s" as well. Up, Down
/// and the wheel go by a step that suits the value. What cannot be read turns back into the last good value when the
/// field is left; a tool tip, and a status tip for the window, say why.
class ValueField : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit ValueField(ValueScale scale, QWidget *parent = nullptr);

    const QJsonValue &value() const { return m_value; }
    /// Shows a value without emitting edited().
    void setValue(const QJsonValue &value);

    /// The tool tip, as long as the value itself has room and needs none.
    void setHelp(const QString &help);

    void stepBy(int steps) override;
    QValidator::State validate(QString &text, int &position) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Pixels that its text has.
    int textRoom() const;

signals:
    /// The user entered another value.
    void edited(const QJsonValue &value);
    /// The user is done with it.
    void committed();

protected:
    StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void take(const QJsonValue &value);
    void commitText();
    void refuse(const QString &typed);
    void showValue();
    void explain();

    ValueScale m_scale;
    QJsonValue m_value;
    QString m_help;
};

} // namespace playground
