// SPDX-License-Identifier: MIT
#include "cli/output_file.h"

#include "cli/bad_input.h"
#include "cli/console.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace playground;

/// Files appear when they are complete, or not at all.
class OutputFileTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void appearsWithCommitOnly();
    void leavesNothingWithoutCommit();
    void leavesAnOlderFileAsItWas();
    void dashIsStdout();
    void refusesAFolder();
    void refusesAFolderThatDoesNotExist();
    void aFullDiskIsAnError();
    void writesBytesOrSaysWhyNot();
    void leavesADeviceADevice();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString complaint(const QString &name)
    {
        try {
            OutputFile file(name, m_console);
            file.device().write(QByteArray(1 << 20, 'x'));
            file.commit();
        } catch (const BadInput &problem) {
            return problem.sentence();
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QBuffer m_out, m_error;
    Console m_console{m_out, m_error, {}};
};

void OutputFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_out.close();
    m_out.setData({});
    QVERIFY(m_out.open(QIODevice::WriteOnly));
}

void OutputFileTest::appearsWithCommitOnly()
{
    OutputFile file(path("a"), m_console);
    file.device().write("text");
    QVERIFY(!QFile::exists(path("a")));
    file.commit();
    QFile written(path("a"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), "text");
}

void OutputFileTest::leavesNothingWithoutCommit()
{
    {
        OutputFile file(path("a"), m_console);
        file.device().write("text");
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void OutputFileTest::leavesAnOlderFileAsItWas()
{
    QFile older(path("a"));
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("old");
    older.close();
    {
        OutputFile file(path("a"), m_console);
        file.device().write("new");
    }
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), "old");
}

void OutputFileTest::dashIsStdout()
{
    OutputFile file("-", m_console);
    file.device().write("text");
    file.commit();
    QCOMPARE(m_out.data(), "text");
}

void OutputFileTest::refusesAFolder()
{
    QCOMPARE(complaint(m_folder->path()), QStringLiteral("could not write \"%1\": it is a folder; name a file in it").arg(m_folder->path()));
}

void OutputFileTest::refusesAFolderThatDoesNotExist()
{
    QCOMPARE(complaint(path("none/a")), QStringLiteral("could not write \"%1\": No such file or directory; name a folder that exists and that you may write to")
                                            .arg(path("none/a")));
}

void OutputFileTest::aFullDiskIsAnError()
{
    if (!QFile::exists("/dev/full"))
        QSKIP("needs /dev/full");
    QCOMPARE(complaint("/dev/full"), "could not write \"/dev/full\": No space left on device; free some space or name another place");
}

void OutputFileTest::writesBytesOrSaysWhyNot()
{
    OutputFile file(path("a"), m_console);
    file.write("text");
    file.commit();
    QCOMPARE(QFileInfo(path("a")).size(), 4);
    m_out.close(); // Takes nothing any more.
    try {
        OutputFile("-", m_console).write("text");
        QFAIL("wrote to a closed device");
    } catch (const BadInput &problem) {
        QVERIFY2(problem.sentence().startsWith("could not write to stdout: "), problem.what());
    }
}

void OutputFileTest::leavesADeviceADevice()
{
    QCOMPARE(complaint("/dev/null"), QString());
    QVERIFY(!QFileInfo("/dev/null").isFile());
}

QTEST_GUILESS_MAIN(OutputFileTest)
#include "output_file_test.moc"
