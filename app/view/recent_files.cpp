// SPDX-License-Identifier: MIT
#include "view/recent_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace playground::recentfiles {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecentFiles)
};

const QString recentKey = QStringLiteral("window/recent");

/// An & in a name is no mnemonic.
QString asText(QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); }

/// The folder, with ~ for the user's own.
QString folderOf(const QFileInfo &file)
{
    const QString home = QDir::homePath(), folder = file.absolutePath();
    const bool own = folder == home || folder.startsWith(home + QLatin1Char('/'));
    return QDir::toNativeSeparators(own ? QLatin1Char('~') + folder.mid(home.size()) : folder);
}

} // namespace

QStringList list() { return QSettings().value(recentKey).toStringList(); }

void add(const QString &path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList files = list();
    files.removeAll(whole);
    files.prepend(whole);
    QSettings().setValue(recentKey, files.mid(0, most));
}

void fill(QMenu &menu)
{
    menu.clear();
    int number = 0;
    for (const QString &path : list()) {
        const QFileInfo file(path);
        const QString name = asText(file.fileName()), folder = asText(folderOf(file));
        const QString text = file.isFile() ? Words::tr("&%1 %2 – %3").arg(++number).arg(name, folder)
                                           : Words::tr("&%1 %2 – not there any more").arg(++number).arg(name);
        QAction *action = menu.addAction(text);
        action->setData(path);
        action->setEnabled(file.isFile());
        action->setToolTip(QDir::toNativeSeparators(path));
    }
    menu.setEnabled(number > 0);
}

} // namespace playground::recentfiles
