// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace playground {

class ScenarioDocument;

/// Keeps what is not saved in a file next to the settings, a moment after each change, so that it survives a crash. Every
/// running window has a file of its own, which it locks; a file whose window is gone holds lost work.
class UnsavedWork : public QObject {
    Q_OBJECT

public:
    /// What a window that is gone has left behind.
    struct Lost {
        Scenario scenario; ///< As it was last.
        Scenario saved;    ///< As it was saved, or as it was before the first edit.
        QString file;      ///< Where it was saved; empty = nowhere.
    };

    explicit UnsavedWork(ScenarioDocument *document, QObject *parent = nullptr);
    ~UnsavedWork() override;

    /// The work of a window that is gone, if there is any that can be read; it stays where it is until forgetLost().
    std::optional<Lost> findLost();
    /// Deletes the file that findLost() has read, e.g. when its work was restored or is not wanted.
    void forgetLost();
    /// Writes what is not saved now, or deletes the file when all is saved. A folder that cannot be written costs the
    /// safety and nothing else.
    void keep();
    /// The window closes as the user wants it: nothing is left behind.
    void forget();
    /// The folder of these files.
    static QString folder();

private:
    bool takePlace();

    ScenarioDocument *m_document;
    QTimer m_pause;
    QString m_path, m_lost;
    std::unique_ptr<QLockFile> m_lock, m_lostLock;
};

} // namespace playground
