// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStringList>

/// For tests that nothing in the public headers is forgotten.
namespace support {

/// The classes, functions and function objects that a header offers in namespace asyncade, as this project writes them: at the beginning of a line.
/// Options, enumerations, errors and what lies in an inner namespace are left out.
inline QStringList publicNames(const QString &header)
{
    static const QRegularExpression aClass(R"(^class (?:\[\[nodiscard[^\]]*\]\] )?(\w+)(?!\w|;|::))");
    static const QRegularExpression aFunction(
        R"(^(?!template|requires|static_assert|return|using|#|/|namespace)(?:\[\[nodiscard[^\]]*\]\] )?(?:[A-Za-z_][\w:]*(?:<[^()]*>)?[ &*]+)+(\w+)\()");
    static const QRegularExpression anObject(R"(^inline constexpr [\w:]+ (\w+)\{)");
    static const QRegularExpression anError(R"(^class \w+ : public (std::\w+|Cancelled) \{)");
    QFile file(header);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList names;
    int inside = 0; // So many braces deep in an inner namespace.
    for (const QString &line : QString::fromUtf8(file.readAll()).split('\n')) {
        if (inside > 0 || (line.startsWith("namespace ") && !line.startsWith("namespace asyncade"))) {
            inside += int(line.count('{') - line.count('}'));
            continue;
        }
        if (anError.match(line).hasMatch())
            continue;
        for (const QRegularExpression &kind : {aClass, aFunction, anObject}) {
            const QRegularExpressionMatch match = kind.match(line);
            if (match.hasMatch() && match.captured(1) != "co_await" && !names.contains(match.captured(1)))
                names << match.captured(1);
        }
    }
    return names;
}

/// The public headers below a folder: all but those in detail/.
inline QStringList publicHeaders(const QString &folder)
{
    QStringList headers;
    for (QDirIterator files(folder, {"*.h"}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString header = files.next();
        if (!header.contains("/detail/"))
            headers << header;
    }
    headers.sort();
    return headers;
}

} // namespace support
