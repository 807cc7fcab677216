// SPDX-License-Identifier: MIT
#include "view/document_files.h"

#include "model/file_text.h"
#include "model/scenario_json.h"
#include "view/recent_files.h"
#include "view/scenario_document.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace playground {

namespace {

const QString folderKey = QStringLiteral("window/folder");

QString filter() { return DocumentFiles::tr("Scenarios (*.json)"); }

} // namespace

DocumentFiles::DocumentFiles(ScenarioDocument *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
}

QString DocumentFiles::folder() const
{
    // A folder that is not there would stand in the dialog as the name of a file.
    for (const QString &wanted : {QSettings().value(folderKey).toString(),
                                  QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}) {
        if (!wanted.isEmpty() && QFileInfo(wanted).isDir())
            return wanted;
    }
    return QDir::homePath();
}

bool DocumentFiles::open(const QString &path)
{
    const std::variant<QByteArray, Problem> text = readFileText(path);
    if (const auto *wrong = std::get_if<Problem>(&text)) {
        emit problem(wrong->text());
        return false;
    }
    const ScenarioOrProblem read = readScenario(std::get<QByteArray>(text), path);
    if (const auto *wrong = std::get_if<Problem>(&read)) {
        emit problem(wrong->text());
        return false;
    }
    const auto &scenario = std::get<Scenario>(read);
    m_document->open(scenario, path);
    recentfiles::add(path);
    QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    return true;
}

void DocumentFiles::askAndOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open a scenario"), folder(), filter());
    if (!path.isEmpty())
        open(path);
}

bool DocumentFiles::save() { return m_document->file().isEmpty() ? saveAs() : saveIn(m_document->file()); }

bool DocumentFiles::saveAs()
{
    const QString name = m_document->scenario().name + QStringLiteral(".json");
    const QString start = m_document->file().isEmpty() ? QDir(folder()).filePath(name) : m_document->file();
    QString path = QFileDialog::getSaveFileName(m_window, tr("Save the scenario"), start, filter());
    if (path.isEmpty())
        return false;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".json");
    QSettings().setValue(folderKey, QFileInfo(path).absolutePath());
    return saveIn(path);
}

bool DocumentFiles::saveIn(const QString &path)
{
    if (!m_document->save(path))
        return false;
    recentfiles::add(path);
    return true;
}

void DocumentFiles::startNew()
{
    Scenario scenario = defaultScenario();
    scenario.name = QStringLiteral("untitled");
    scenario.title = tr("Untitled");
    scenario.group = QStringLiteral("mine");
    m_document->open(scenario, {});
}

void DocumentFiles::addRecent(QMenu *menu)
{
    QMenu *recent = menu->addMenu(tr("Open recen&t"));
    recent->setToolTipsVisible(true);
    // Which of them are still there may have changed since the last look.
    connect(menu, &QMenu::aboutToShow, recent, [recent] { recentfiles::fill(*recent); });
    connect(recent, &QMenu::triggered, this, [this](const QAction *action) { emit recentChosen(action->data().toString()); });
}

bool DocumentFiles::mayReplace()
{
    // A shipped scenario with edits comes back with Undo; what is the user's own deserves the question.
    const bool own = !m_document->file().isEmpty() || m_document->scenario().group == QStringLiteral("mine");
    return !own || mayClose();
}

bool DocumentFiles::mayClose()
{
    if (!m_document->isDirty())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                         tr("“%1” has changes that are not saved.").arg(m_document->scenario().title),
                         QMessageBox::NoButton, m_window);
    const auto *keep = question.addButton(tr("&Save"), QMessageBox::AcceptRole);
    const auto *discard = question.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question.addButton(QMessageBox::Cancel);
    question.setDefaultButton(qobject_cast<QPushButton *>(question.buttons().constFirst()));
    question.exec();
    if (question.clickedButton() == keep)
        return save();
    return question.clickedButton() == discard;
}

} // namespace playground
