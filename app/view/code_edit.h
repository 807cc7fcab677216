// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace playground {

/// A plain text field for code: monospaced, long lines wrapped, with the numbers of its lines, one of which can be marked as wrong. Enter keeps
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
    /// Scrolls a line into view, if it is not; with `keepCursor` only as far as the cursor stays in view, too.
    void revealLine(int line, bool keepCursor);
    /// Puts the cursor at the beginning of a line, and the keys here.
    void goToLine(int line);
    /// Whether a line is in view, at least its beginning.
    bool showsLine(int line) const;

signals:
    /// Another text was put in at once, after its textChanged().
    void pasted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    class Margin;

    int marginWidth() const;
    bool isInView(int visualLine, int top) const;
    void placeMargin();
    void paintMargin(QWidget &margin, const QRect &exposed) const;
    void showWrongLine();

    Margin *m_margin;
    int m_wrongLine = 0;
};

} // namespace playground
