// SPDX-License-Identifier: MIT
#include "model/file_text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <thread>

using namespace playground;

namespace {

QString problemOf(const QString &path)
{
    const auto result = readFileText(path);
    const auto *problem = std::get_if<Problem>(&result);
    return problem ? problem->text() : QStringLiteral("no problem");
}

} // namespace

/// Files are read whole, or refused with a sentence.
class FileTextTest : public QObject {
    Q_OBJECT

private slots:
    void readsAWholeFile()
    {
        QFile file(m_folder.filePath(QStringLiteral("a")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray text(3 << 20, 'x');
        file.write(text);
        file.close();
        QCOMPARE(std::get<QByteArray>(readFileText(file.fileName())), text);
    }

    void readsAPipeToItsEnd()
    {
        const QString path = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const QByteArray text(300'000, 'x'); // More than a pipe holds at once.
        std::thread writer([&] {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                file.write(text);
        });
        const auto result = readFileText(path);
        writer.join();
        QCOMPARE(std::get<QByteArray>(result), text);
    }

    void refusesWhatDoesNotEnd()
    {
        if (!QFile::exists(QStringLiteral("/dev/zero")))
            QSKIP("needs /dev/zero");
        QCOMPARE(problemOf(QStringLiteral("/dev/zero")),
                 QStringLiteral("\"/dev/zero\" does not end within 64 MB; name a scenario file"));
    }

    void refusesAFolder()
    {
        QCOMPARE(problemOf(QStringLiteral("/")), QStringLiteral("\"/\" is a folder; name a scenario file in it"));
    }

    void refusesWhatIsNotThere()
    {
        QCOMPARE(problemOf(QStringLiteral("none.json")),
                 QStringLiteral("could not read \"none.json\": No such file or directory; name a file that exists and that "
                                "you may read"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(FileTextTest)
#include "file_text_test.moc"
