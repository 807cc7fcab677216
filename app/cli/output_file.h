// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
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
    /// Throws BadInput when the device does not take them.
    void write(const QByteArray &bytes);
    /// Puts the file in its place. Throws BadInput when something could not be written.
    void commit();
    /// Throws BadInput with the device's last error.
    [[noreturn]] void failed() const;

private:
    [[noreturn]] void fail(const QString &reason) const;

    QString m_path;
    std::unique_ptr<QIODevice> m_owned;
    QIODevice *m_device = nullptr;
};

} // namespace playground
