// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QWidget;

namespace playground {

class ScenarioDocument;

/// Opens and saves the document's file, with the questions that this takes.
class DocumentFiles : public QObject {
    Q_OBJECT

public:
    DocumentFiles(ScenarioDocument *document, QWidget *window);

    /// Reads a file into the document, or says problem().
    bool open(const QString &path);
    /// Asks which file.
    void askAndOpen();
    /// Saves in the document's file, or asks for one. False when it was not saved.
    bool save();
    bool saveAs();
    /// Asks what to do with changes that are not saved, if there are any. False: stay.
    bool mayClose();

signals:
    void problem(const QString &sentence);

private:
    QString folder() const;

    ScenarioDocument *m_document;
    QWidget *m_window;
};

} // namespace playground
