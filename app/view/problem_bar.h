// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace playground {

/// A bar that says, in a sentence, what could not be done; it stays until it is closed or the next success. Below it may
/// stand an offer with two buttons, which stays until one of them is pressed.
class ProblemBar : public QFrame {
    Q_OBJECT

public:
    explicit ProblemBar(QWidget *parent = nullptr);

    void showProblem(const QString &sentence);
    QString text() const;
    void offer(const QString &sentence, const QString &accept, const QString &reject);
    /// Empty: nothing is offered.
    QString offerText() const;
    QToolButton *acceptButton() const { return m_accept; }
    QToolButton *rejectButton() const { return m_reject; }

signals:
    /// The offer was answered, and is gone.
    void answered(bool accepted);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeProblem();
    QWidget *makeOffer();
    QToolButton *makeButton(bool accepts, QWidget *parent);
    void showRows();

    QLabel *m_label, *m_offerLabel;
    QToolButton *m_accept = nullptr, *m_reject = nullptr;
    QWidget *m_problem, *m_offer;
};

} // namespace playground
