// SPDX-License-Identifier: MIT
// What the gallery and the command search offer.
#include "view/main_window_parts.h"

#include "view/command_palette.h"
#include "view/key_name.h"
#include "view/recent_files.h"
#include "view/timeline_keys.h"

#include <QDir>
#include <QFileInfo>

namespace playground {

namespace {

QString bare(const QAction &action)
{
    return QString(action.text()).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

} // namespace

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    GalleryButton *gallery = m_parts->transport->gallery();
    for (const ScenarioInfo &info : gallery->list())
        entries.push_back({.group = groupTitle(info.group),
                           .title = info.title,
                           .help = info.name,
                           .key = {},
                           .run = [gallery, name = info.name] { emit gallery->chosen(name); },
                           .runAsStrip = [this, name = info.name] { m_parts->comparison->addShipped(name); },
                           .current = info.name == gallery->current()});
    for (const QString &path : recentfiles::list())
        if (const QFileInfo file(path); file.isFile())
            entries.push_back({.group = tr("Recent files"),
                               .title = file.fileName(),
                               .help = QDir::toNativeSeparators(file.absolutePath()),
                               .key = {},
                               .run = [files = m_parts->files, path] { emit files->recentChosen(path); },
                               .runAsStrip = {},
                               .current = file == QFileInfo(m_parts->document.file())});
    for (QAction *action : m_parts->actions->all())
        if (action != m_parts->actions->palette && action != m_parts->actions->toTimeline)
            entries.push_back({.group = tr("Commands"),
                               .title = bare(*action),
                               .help = action->toolTip(),
                               .key = keyName(action->shortcut()),
                               .run = [action] { action->trigger(); },
                               .runAsStrip = {},
                               .enabled = action->isEnabled()});
    TimelineView *timeline = m_parts->timeline;
    for (const TimelineKey &key : timelineKeys())
        entries.push_back({.group = tr("Timeline"),
                           .title = key.title,
                           .help = key.help,
                           .key = keyName(key.keys.constFirst()),
                           .run =
                               [timeline, command = key.command] {
                                   timeline->setFocus(Qt::ShortcutFocusReason);
                                   timeline->obey(command);
                               },
                           .runAsStrip = {}});
    (new CommandPalette(std::move(entries), this))->show();
}

} // namespace playground
