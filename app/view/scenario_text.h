// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QWidget;

namespace playground {

class Chip;
class CodeEdit;
class ScenarioDocument;
struct Problem;

/// The scenario as its file: what is typed applies as soon as it is a scenario, and every edit made elsewhere shows at
/// once. While it is none, the document stays as it was, the line is marked, and a sentence says what is wrong with it, with a
/// button that goes there. The view goes there by itself where that leaves the cursor in sight, and after a paste. An
/// edit made elsewhere takes the place of such a text.
class ScenarioText : public QWidget {
    Q_OBJECT

public:
    explicit ScenarioText(ScenarioDocument *document, QWidget *parent = nullptr);

    CodeEdit *edit() const { return m_edit; }
    /// What is wrong with the text; empty: it is what the document says.
    QString problem() const;
    /// Puts the cursor where that is; hidden while nothing is wrong, or nobody knows in which line.
    Chip *goThere() const { return m_goThere; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showDocument();
    void takeText();
    void showProblem(const Problem &problem);
    void tellProblem(const QString &sentence, int line);
    void clearProblem();

    ScenarioDocument *m_document;
    CodeEdit *m_edit;
    QWidget *m_note; // Below the text: what is wrong with it.
    QLabel *m_problem;
    Chip *m_goThere;
    bool m_old = true;   // The document has changed since it was shown.
    bool m_busy = false; // Either side tells the other: what comes back is known.
};

} // namespace playground
