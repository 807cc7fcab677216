// SPDX-License-Identifier: MIT
#include "view/unsaved_work.h"

#include "model/scenario_json.h"
#include "view/scenario_document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSettings>

namespace playground {

namespace {

constexpr int afterChange = 1000; // ms
constexpr int mostWindows = 64;
const QString scenarioKey = QStringLiteral("scenario"), savedKey = QStringLiteral("saved"),
              fileKey = QStringLiteral("file");

QString pathOf(int window) { return QDir(UnsavedWork::folder()).filePath(QStringLiteral("unsaved-%1.json").arg(window)); }

/// The lock of a window's file; QLockFile knows when the program that took it is gone.
std::unique_ptr<QLockFile> lockOf(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // However old: only the end of its program makes it stale.
    return lock;
}

std::optional<Scenario> scenarioIn(const QJsonObject &kept, const QString &key)
{
    const auto read = readScenario(kept.value(key).toString().toUtf8(), {});
    if (const auto *scenario = std::get_if<Scenario>(&read))
        return *scenario;
    return std::nullopt;
}

} // namespace

UnsavedWork::UnsavedWork(ScenarioDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(afterChange);
    connect(&m_pause, &QTimer::timeout, this, &UnsavedWork::keep);
    connect(document, &ScenarioDocument::stateChanged, this, [this] {
        if (m_document->isDirty() || !m_path.isEmpty())
            m_pause.start();
    });
}

UnsavedWork::~UnsavedWork() = default;

QString UnsavedWork::folder() { return QFileInfo(QSettings().fileName()).absolutePath(); }

bool UnsavedWork::takePlace()
{
    QDir().mkpath(folder());
    for (int window = 0; window < mostWindows && m_path.isEmpty(); ++window) {
        const QString path = pathOf(window);
        if (QFile::exists(path))
            continue; // Another window's, or lost work that is still wanted.
        auto lock = lockOf(path);
        if (!lock->tryLock(0))
            continue;
        m_lock = std::move(lock);
        m_path = path;
    }
    return !m_path.isEmpty();
}

void UnsavedWork::keep()
{
    if (!m_document->isDirty()) {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
        return;
    }
    if (m_path.isEmpty() && !takePlace())
        return;
    const QJsonObject kept{{scenarioKey, QString::fromUtf8(writeScenario(m_document->whole()))},
                           {savedKey, QString::fromUtf8(writeScenario(m_document->saved()))},
                           {fileKey, m_document->file()}};
    QSaveFile out(m_path);
    if (out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(kept).toJson()) > 0)
        out.commit();
}

void UnsavedWork::forget()
{
    m_pause.stop();
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

std::optional<UnsavedWork::Lost> UnsavedWork::findLost()
{
    m_lost.clear();
    m_lostLock.reset();
    for (int window = 0; window < mostWindows; ++window) {
        const QString path = pathOf(window);
        if (path == m_path || !QFile::exists(path))
            continue;
        auto lock = lockOf(path);
        if (!lock->tryLock(0))
            continue; // Its window is still there.
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject kept = QJsonDocument::fromJson(file.readAll()).object();
        const auto scenario = scenarioIn(kept, scenarioKey), saved = scenarioIn(kept, savedKey);
        if (!scenario || !saved)
            continue; // Not ours to read, so not ours to delete: a newer version may know it.
        m_lost = path;
        m_lostLock = std::move(lock); // So that no other window offers the same.
        return Lost{*scenario, *saved, kept.value(fileKey).toString()};
    }
    return std::nullopt;
}

void UnsavedWork::forgetLost()
{
    if (!m_lost.isEmpty())
        QFile::remove(m_lost);
    m_lost.clear();
    m_lostLock.reset();
}

} // namespace playground
