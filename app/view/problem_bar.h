// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;

namespace playground {

/// A bar that says, in a sentence, what could not be done; it stays until it is closed or the next success.
class ProblemBar : public QFrame {
    Q_OBJECT

public:
    explicit ProblemBar(QWidget *parent = nullptr);

    void showProblem(const QString &sentence);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_label;
};

} // namespace playground
