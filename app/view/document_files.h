// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QMenu;
class QWidget;

namespace playground {

class ScenarioDocument;

/// Opens and saves the document's file, with the questions that this takes.
class DocumentFiles : public QObject {
    Q_OBJECT

public:
    DocumentFiles(ScenarioDocument *document, QWidget *window);

    /// Shows the default scenario as one of the user's own, saved nowhere yet.
    void startNew();
    /// Reads a file into the document, or says problem().
    bool open(const QString &path);
    /// Asks which file.
    void askAndOpen();
    /// Saves in the document's file, or asks for one. False when it was not saved.
    bool save();
    bool saveAs();
    /// Asks what to do with changes that are not saved, if there are any. False: stay.
    bool mayClose();
    /// The same before another scenario takes the document's place, which Undo can take back: asks only about what is
    /// the user's own.
    bool mayReplace();

    /// Adds a menu of the files that were opened or saved last.
    void addRecent(QMenu *menu);

signals:
    /// One of them was chosen.
    void recentChosen(const QString &path);
    void problem(const QString &sentence);

private:
    QString folder() const;
    bool saveIn(const QString &path);

    ScenarioDocument *m_document;
    QWidget *m_window;
};

} // namespace playground
