// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

/// The name of a key, drawn like a key.
class KeyCap : public QWidget {
    Q_OBJECT

public:
    explicit KeyCap(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace playground
