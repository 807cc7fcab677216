// SPDX-License-Identifier: MIT
// asyncade_pictures [--language de] FOLDER [NAME...]: the program's window takes pictures of itself, without a display, and keeps them in the folder as
// PNG. A NAME is one of the album, and may have wildcards; without any, all are taken. Each one taken is told on stdout with what it shows, behind a tab.
// asyncade_pictures [--language de] --list: tells them without taking any.
// Nothing of the person who runs it plays a part, neither settings nor language nor screen: two runs give the same files.
#include "app/window/album.h"
#include "app/window/stored_picture.h"
#include "model/language.h"

#include <asyncade/error_hook.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace playground;

namespace {

int fail(const QString &sentence)
{
    std::fprintf(stderr, "asyncade_pictures: %s\n", qPrintable(sentence));
    return 1;
}

bool isWanted(const AlbumPicture &picture, const QStringList &names)
{
    if (names.isEmpty())
        return true;
    return std::ranges::any_of(names, [&](const QString &name) {
        return QRegularExpression::fromWildcard(name).match(picture.name).hasMatch();
    });
}

void tell(const AlbumPicture &picture)
{
    std::printf("%s\t%s\n", qPrintable(picture.name), qPrintable(picture.shows));
    std::fflush(stdout);
}

/// The language that is asked for first of all, taken out of the words; "en" without.
QString takeLanguage(QStringList &words)
{
    if (words.size() < 2 || words.first() != u"--language")
        return QStringLiteral("en");
    words.removeFirst();
    return words.takeFirst();
}

/// What went wrong, or nothing.
QString keep(const QImage &image, const QString &path)
{
    QImageWriter writer(path, "png");
    writer.setCompression(100);
    return writer.write(image) ? QString() : QStringLiteral("could not write %1: %2").arg(path, writer.errorString());
}

void forgetThePerson(const QString &folder)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder));
    qputenv("LC_ALL", "C.UTF-8");
    for (const char *name : {"QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"})
        qunsetenv(name);
}

} // namespace

Album playground::albumIn(const QString &language)
{
    Album album;
    if (language == u"de") {
        addTightOnes(album, QStringLiteral("german"));
        return album;
    }
    addWindows(album);
    addTightOnes(album, QStringLiteral("english"));
    addPatterns(album);
    addExtremes(album);
    return album;
}

int main(int argc, char **argv)
{
    const QTemporaryDir own; // Settings and the like.
    forgetThePerson(own.path());
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("asyncade-test"));
    QApplication::setApplicationName(QStringLiteral("pictures"));
    QApplication::setCursorFlashTime(0); // A cursor that is always there.
    asyncade::setErrorHook([](const asyncade::ErrorReport &) {}); // As the program: the timeline shows them all.
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, own.path());

    QStringList words = QApplication::arguments().mid(1);
    const QString language = takeLanguage(words);
    if (!speak(language)) // Before there is any text.
        return fail(QStringLiteral("the window does not speak \"%1\"").arg(language));
    const Album album = albumIn(language);
    if (words == QStringList{QStringLiteral("--list")}) {
        std::ranges::for_each(album, tell);
        return 0;
    }
    if (words.isEmpty() || words.first().startsWith(u'-'))
        return fail(QStringLiteral("write asyncade_pictures FOLDER [NAME...], or --list for the names"));
    const QDir folder(words.takeFirst());
    if (!folder.mkpath(QStringLiteral(".")))
        return fail(QStringLiteral("could not make the folder %1").arg(folder.path()));
    if (!hasTheTypefaces())
        fail(QStringLiteral("Inter or JetBrains Mono is not installed; the pictures show another typeface"));
    for (const AlbumPicture &picture : album) {
        if (!isWanted(picture, words))
            continue;
        QSettings().clear(); // What the window before has left behind.
        const QString problem = keep(picture.take(), folder.filePath(picture.name + QStringLiteral(".png")));
        if (!problem.isEmpty())
            return fail(problem);
        tell(picture);
    }
    return 0;
}
