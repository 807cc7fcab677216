// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

class QIODevice;

namespace playground {

class Console;

/// A file that is being written and appears only when it is complete, so that a failure leaves nothing behind, and an older file
/// of that name as it was. "-" is stdout; devices and pipes are written to directly.
class OutputFile {
public:
    /// Throws BadInput when the file cannot be written there.
    OutputFile(const QString &path, Console &console);
    ~OutputFile();

    QIODevice &device() { return *m_device; }
    /// Puts the file in its place. Throws BadInput when something could not be written.
    void commit();

private:
    [[noreturn]] void fail(const QString &reason) const;

    QString m_path;
    std::unique_ptr<QIODevice> m_owned;
    QIODevice *m_device = nullptr;
};

} // namespace playground
