// SPDX-License-Identifier: MIT
#include "view/quoted_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace playground {

QString quotedWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral(R"(\A[^\s"\\]+\z)"));
    if (plain.match(word).hasMatch())
        return word;
    const QByteArray list = QJsonDocument(QJsonArray{word}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QStringList quotedWords(const QString &line)
{
    static const QRegularExpression word(QStringLiteral(R"("(?:[^"\\]|\\.)*"|\S+)"));
    QStringList words;
    auto matches = word.globalMatch(line);
    while (matches.hasNext()) {
        const QString text = matches.next().captured();
        const QJsonArray list = QJsonDocument::fromJson((u'[' + text + u']').toUtf8()).array();
        words += text.startsWith(u'"') && list.size() == 1 && list[0].isString() ? list[0].toString() : text;
    }
    return words;
}

} // namespace playground
