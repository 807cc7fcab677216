// SPDX-License-Identifier: MIT
#pragma once

#include "view/parameter_control.h"

namespace playground {

class TextLabel;

/// One row of a form: the parameter's label and the control that edits it.
class ParameterRow : public QWidget {
    Q_OBJECT

public:
    /// `path` is where the value lies in the scenario: "pattern.limit".
    ParameterRow(const Parameter &parameter, const QString &path, QWidget *parent = nullptr);

    const QString &path() const { return m_path; }
    void setPath(const QString &path) { m_path = path; }
    const Parameter &parameter() const { return m_parameter; }
    ParameterControl *control() const { return m_control; }
    void setValue(const QJsonValue &value) { m_control->setValue(value); }
    /// What its label needs beside the control; 0 where it stands above it.
    int labelWidth() const;
    void setLabelWidth(int width);

signals:
    void edited(const QString &path, const QJsonValue &value);
    void committed();

private:
    Parameter m_parameter;
    QString m_path;
    ParameterControl *m_control;
    TextLabel *m_label;
    bool m_twoLines;
};

} // namespace playground
