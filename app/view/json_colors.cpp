// SPDX-License-Identifier: MIT
#include "view/json_colors.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QRegularExpression>

namespace playground {

JsonColors::JsonColors(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void JsonColors::highlightBlock(const QString &line)
{
    // A text with what may follow it: a colon makes it a key.
    static const QRegularExpression word(
        QStringLiteral("(\"(?:[^\"\\\\]|\\\\.)*\"?)(\\s*:)?|-?\\d[\\d.eE+-]*|\\b(?:true|false|null)\\b"));
    const Theme theme = currentTheme();
    auto matches = word.globalMatch(line);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const bool isText = match.capturedStart(1) >= 0, isKey = match.capturedStart(2) >= 0;
        const Token token = isKey ? Token::AccentText : isText ? Token::CodeString : Token::CodeNumber;
        const int part = isText ? 1 : 0;
        setFormat(int(match.capturedStart(part)), int(match.capturedLength(part)), theme.color(token));
    }
}

} // namespace playground
