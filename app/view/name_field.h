// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace playground {

/// A field for a name that stands where the name is shown, for as long as it is written. Enter, or going elsewhere, keeps the
/// name; Esc does not.
class NameField : public QLineEdit {
    Q_OBJECT

public:
    NameField(const QString &name, const QString &accessibleName, QWidget *parent);

signals:
    /// Once, at its end.
    void kept(const QString &name);
    void left();

protected:
    bool event(QEvent *event) override;

private:
    void end(bool keep);

    bool m_ended = false;
};

} // namespace playground
