// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace playground {

/// A plain text field for code: monospaced, with the numbers of its lines, one of which can be marked as wrong. Enter keeps
/// the indentation. Tab goes on to the next control, and undo takes back only what was typed since the last
/// forgetTyping(): before that, both belong to the window.
class CodeEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent = nullptr);

    /// Every character of it. (QPlainTextEdit::toPlainText() makes spaces of those that do not break.)
    QString code() const;
    /// Puts another text in its place by changing only what differs, so that cursor, selection and scroll stay where that
    /// makes sense; forgets typing.
    void changeCode(const QString &code);
    void forgetTyping();

    /// 1, 2, …; 0 = none.
    void setWrongLine(int line);
    int wrongLine() const { return m_wrongLine; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Margin;

    int marginWidth() const;
    void placeMargin();
    void paintMargin(QWidget &margin, const QRect &exposed) const;
    void showWrongLine();

    Margin *m_margin;
    int m_wrongLine = 0;
};

} // namespace playground
