// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;

namespace playground {

/// One thought that explains, in a box with a coloured edge: a strong first sentence, then the rest.
class WhyBox : public QFrame {
    Q_OBJECT

public:
    explicit WhyBox(QWidget *parent = nullptr);

    void setText(const QString &title, const QString &body);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_label;
};

} // namespace playground
