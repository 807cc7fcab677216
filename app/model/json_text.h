// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <variant>

namespace playground {

/// Something that is wrong with a JSON text.
struct JsonFault {
    int line = 0; ///< 1, 2, …
    QString path; ///< "policies.0.base" where it is about a key, else empty.
    QString message;
};

/// Reads a JSON value. Stricter than QJsonDocument, which takes the last of two equal keys in silence, any letter behind
/// a backslash and line breaks inside a text; with a line for every fault: those, bad UTF-8, a byte order mark, numbers
/// that no double holds, a text over 16 MiB. `place`: the path at which the value stands itself, for what faults say.
std::variant<QJsonValue, JsonFault> parseJson(const QByteArray &text, const QString &place = {});

/// The line of the value or key at a dotted path ("policies.0.base") in a text that parseJson accepts; where the path
/// leads to nothing, the line of the part that is there.
int lineOfPath(const QByteArray &text, const QString &path);

/// The number at exactly that path as it is written there (1e99, 2.50); empty where none stands.
QString numberAt(const QByteArray &text, const QString &path);

} // namespace playground
