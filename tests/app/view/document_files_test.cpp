// SPDX-License-Identifier: MIT
#include "view/document_files.h"

#include "model/scenario_json.h"
#include "view/gallery_button.h"
#include "view/main_window.h"
#include "view/recent_files.h"
#include "view/transport_bar.h"
#include "view/window_actions.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace playground;

class DocumentFilesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName("asyncade-test");
        QCoreApplication::setApplicationName("document-files");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_window->openScenario(defaultScenario());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_questions = 0;
    }
    void cleanup() { m_window.reset(); }

    void newStartsAScenarioOfOnesOwn()
    {
        action()->newScenario->trigger();
        Scenario wanted = defaultScenario();
        wanted.name = "untitled";
        wanted.title = "Untitled";
        wanted.group = "mine";
        QCOMPARE(m_window->scenario(), wanted);
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(m_window->windowTitle(), "Untitled[*] – Asyncade");
        action()->undo->trigger();
        QCOMPARE(m_window->scenario(), defaultScenario());
    }

    void theRecentFilesAreInTheMenu()
    {
        const QStringList paths{written("one.json"), written("two.json"), written("three & more.json")};
        for (const QString &path : paths)
            QVERIFY(m_window->openFile(path));
        QVERIFY(m_window->openFile(paths[0])); // Once more: in front, and not twice.
        QFile::remove(paths[1]);
        const QList<QAction *> entries = recentEntries();
        QCOMPARE(entries.size(), 3);
        QVERIFY2(entries[0]->text().startsWith("&1 one.json – "), qPrintable(entries[0]->text()));
        QVERIFY2(entries[1]->text().startsWith("&2 three && more.json – "), qPrintable(entries[1]->text()));
        QCOMPARE(entries[2]->text(), "&3 two.json – not there any more");
        QVERIFY(!entries[2]->isEnabled());
        entries[1]->trigger();
        QCOMPARE(m_window->scenario().title, "three & more.json");
    }

    void eightAreRemembered()
    {
        for (int i = 0; i < 10; ++i)
            recentfiles::add(m_folder.filePath(QStringLiteral("%1.json").arg(i)));
        QCOMPARE(recentfiles::list().size(), 8);
        QCOMPARE(recentfiles::list().first(), m_folder.filePath("9.json"));
        QMenu menu;
        QSettings().clear();
        recentfiles::fill(menu);
        QVERIFY(!menu.isEnabled());
    }

    void whatIsOnesOwnIsAskedAboutBeforeItGoes_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"new", "open", "recent", "gallery", "drop", "close"})
            QTest::newRow(way) << QString(way);
    }
    void whatIsOnesOwnIsAskedAboutBeforeItGoes()
    {
        QFETCH(QString, way);
        const QString other = written("other.json"), path = written("own.json");
        QVERIFY(m_window->openFile(other));
        QVERIFY(m_window->openFile(path));
        edit();
        const Scenario edited = m_window->scenario();
        // Cancel: everything stays as it is.
        answer("Cancel");
        go(way);
        QCOMPARE(m_questions, 1);
        QCOMPARE(m_window->scenario(), edited);
        QVERIFY(m_window->isVisible());
        QVERIFY(m_window->isWindowModified());
        // Save: it is in its file.
        if (way == "open")
            return; // Next would be the system's dialog.
        answer("&Save");
        go(way);
        QCOMPARE(m_questions, 2);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(std::get<Scenario>(readScenario(file.readAll(), path)), edited);
        QVERIFY(way == "close" ? !m_window->isVisible() : m_window->scenario() != edited);
    }

    void aShippedScenarioIsNotAskedAbout()
    {
        edit();
        action()->newScenario->trigger();
        QCOMPARE(m_window->scenario().title, "Untitled");
        // But a new one is one's own.
        edit();
        answer("&Discard");
        action()->newScenario->trigger();
        QCOMPARE(m_questions, 1);
        QVERIFY(!m_window->isWindowModified());
    }

    void theTitleOfAShippedScenarioSaysThatItWasChanged()
    {
        QCOMPARE(m_window->windowTitle(), "8 fetches, 3 at a time[*] – Asyncade");
        edit();
        QCOMPARE(m_window->windowTitle(), "8 fetches, 3 at a time, changed[*] – Asyncade");
        action()->undo->trigger();
        QCOMPARE(m_window->windowTitle(), "8 fetches, 3 at a time[*] – Asyncade");
        const QString path = written("own.json");
        QVERIFY(m_window->openFile(path));
        edit();
        QCOMPARE(m_window->windowTitle(), "own.json[*] – Asyncade");
    }

private:
    WindowActions *action() const { return m_window->findChild<WindowActions *>(); }

    QString written(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(QStringLiteral(R"({"version": 1, "title": "%1"})").arg(name).toUtf8());
        return file.fileName();
    }

    /// Another seed: the quickest edit.
    void edit() { action()->newSeed->trigger(); }

    QList<QAction *> recentEntries() const
    {
        for (QMenu *menu : m_window->findChildren<QMenu *>()) {
            if (menu->title() != "Open recen&t")
                continue;
            emit static_cast<QMenu *>(menu->parent())->aboutToShow();
            return menu->actions();
        }
        return {};
    }

    /// Presses this button of the next question.
    void answer(const QString &button)
    {
        QTimer::singleShot(0, this, [this, button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            ++m_questions;
            for (QAbstractButton *one : box->buttons())
                if (one->text() == button || one->text() == QString(button).remove('&'))
                    return one->click();
            box->reject();
        });
    }

    void go(const QString &way)
    {
        if (way == "new")
            action()->newScenario->trigger();
        else if (way == "open")
            action()->open->trigger();
        else if (way == "recent")
            recentEntries().at(1)->trigger();
        else if (way == "gallery")
            chooseInGallery();
        else if (way == "drop")
            drop();
        else
            m_window->close();
    }

    void chooseInGallery()
    {
        const auto opening = connect(m_window.get(), &MainWindow::galleryChosen, this,
                                     [this] { m_window->openScenario(defaultScenario()); });
        emit m_window->findChild<TransportBar *>()->gallery()->chosen("eight-fetches");
        disconnect(opening);
    }

    void drop()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_folder.filePath("other.json"))});
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    int m_questions = 0;
};

QTEST_MAIN(DocumentFilesTest)
#include "document_files_test.moc"
