// SPDX-License-Identifier: MIT
#include "cli/output_file.h"

#include "cli/bad_input.h"
#include "cli/console.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(OutputFile)
};

} // namespace

OutputFile::OutputFile(const QString &path, Console &console) : m_path(path)
{
    if (path == u"-") {
        m_device = &console.out();
        return;
    }
    const QFileInfo info(path);
    if (info.isDir())
        fail(Tr::tr("it is a folder; name a file in it"));
    // Replacing /dev/null or a pipe by a file would be a nasty surprise.
    if (info.exists() && !info.isFile())
        m_owned = std::make_unique<QFile>(path);
    else
        m_owned = std::make_unique<QSaveFile>(path);
    m_device = m_owned.get();
    if (!m_device->open(QIODevice::WriteOnly))
        fail(Tr::tr("%1; name a folder that exists and that you may write to").arg(m_device->errorString()));
}

OutputFile::~OutputFile() = default;

void OutputFile::write(const QByteArray &bytes)
{
    if (m_device->write(bytes) != bytes.size())
        failed();
}

void OutputFile::commit()
{
    bool complete = true;
    if (auto *save = qobject_cast<QSaveFile *>(m_device))
        complete = save->commit();
    else if (auto *file = qobject_cast<QFile *>(m_device))
        complete = file->flush() && file->error() == QFileDevice::NoError;
    if (!complete)
        failed();
}

void OutputFile::failed() const { fail(Tr::tr("%1; free some space or name another place").arg(m_device->errorString())); }

void OutputFile::fail(const QString &reason) const
{
    throw BadInput(Tr::tr("could not write %1: %2").arg(m_path == u"-" ? Tr::tr("to stdout") : u'"' + m_path + u'"', reason));
}

} // namespace playground
