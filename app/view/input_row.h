// SPDX-License-Identifier: MIT
#pragma once

#include "view/pad_field.h"

#include <QPointer>
#include <QWidget>

namespace playground {

/// The timeline's IN line as a place to type: a key that types something goes to the pad's field, and is an input; all
/// others are the timeline's, and Esc gives the keys back to it. The mouse is the timeline's, too: this only shows
/// where the keys go.
class InputRow : public QWidget {
    Q_OBJECT

public:
    explicit InputRow(QWidget *timeline);

    /// Not owned; nullptr: the source takes no input, and nothing is shown.
    void setField(PadField *field);
    bool takesInput() const { return m_field; }
    /// Where it lies; empty: there is no room for it.
    void place(const QRect &row);
    /// Whether it invites to begin, since nothing has been put in.
    void setInviting(bool inviting, int left);

    static QString help();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showWhereWanted();

    QPointer<PadField> m_field;
    bool m_inviting = false;
    int m_left = 0; // Where the invitation stands.
};

} // namespace playground
