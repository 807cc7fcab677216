// SPDX-License-Identifier: MIT
#include "model/file_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace playground {

namespace {

constexpr qsizetype mostMegabytes = 64;
constexpr qsizetype mostBytes = mostMegabytes * 1'000'000;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

Problem problem(const QString &message) { return Problem{{}, 0, {}, message}; }

} // namespace

std::variant<QByteArray, Problem> readFileText(const QString &path)
{
    if (QFileInfo(path).isDir())
        return problem(Tr::tr("\"%1\" is a folder; name a scenario file in it").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(Tr::tr("could not read \"%1\": %2; name a file that exists and that you may read")
                           .arg(path, file.errorString()));
    QByteArray text;
    // A pipe gives what is there; nothing is its end.
    for (QByteArray piece = file.read(1 << 20); !piece.isEmpty(); piece = file.read(1 << 20)) {
        text += piece;
        if (text.size() > mostBytes)
            return problem(Tr::tr("\"%1\" does not end within %2 MB; name a scenario file")
                               .arg(path, QString::number(mostMegabytes)));
    }
    if (file.error() != QFileDevice::NoError)
        return problem(Tr::tr("could not read \"%1\" to its end: %2; try again or name another file")
                           .arg(path, file.errorString()));
    return text;
}

} // namespace playground
