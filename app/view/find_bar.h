// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QLineEdit;

namespace playground {

class IconButton;
class TextLabel;

/// The bar above the timeline in which people write what to find. Enter goes to the next match, Shift+Enter to the one
/// before, Esc closes.
class FindBar : public QFrame {
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    QString text() const;
    /// Shows the bar with the keys in it, and what was written before selected.
    void open();
    /// What was found: "3 of 17", "17 matches"; empty: nothing to say.
    void setCount(const QString &text);
    /// A sentence below the field: what is wrong or what can be written.
    void setMessage(const QString &sentence, bool isProblem);
    QString countText() const;
    QString message() const;
    /// Whether there is something to go to.
    void setWalkable(bool walkable);

signals:
    void edited(const QString &text);
    void nextRequested();
    void previousRequested();
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_field;
    TextLabel *m_count, *m_message;
    IconButton *m_previous, *m_next;
};

} // namespace playground
