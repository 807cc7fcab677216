// SPDX-License-Identifier: MIT
#include "model/json_syntax.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUtf8StringView>

#include <algorithm>
#include <optional>

namespace playground {

namespace {

constexpr qsizetype mostBytes = 16 * 1024 * 1024;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

/// The line of the first bytes that are no UTF-8, or 0. A line break is never part of a longer UTF-8 sequence, so lines
/// stand alone.
int badUtf8Line(const QByteArray &text)
{
    if (QUtf8StringView(text).isValidUtf8())
        return 0;
    int line = 1;
    for (const QByteArray &bytes : text.split('\n')) {
        if (!QUtf8StringView(bytes).isValidUtf8())
            return line;
        ++line;
    }
    return line;
}

QString syntaxMessage(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject:
        return Tr::tr(
            "this is not JSON: a comma, a key in double quotes or the closing } of an object is missing here");
    case QJsonParseError::MissingNameSeparator:
        return Tr::tr("this is not JSON: the colon after a key is missing here");
    case QJsonParseError::UnterminatedArray:
        return Tr::tr("this is not JSON: a comma or the closing ] of an array is missing here");
    case QJsonParseError::MissingValueSeparator:
        return Tr::tr("this is not JSON: a comma is missing here");
    case QJsonParseError::IllegalValue:
        return Tr::tr("this is not JSON: here a value is expected, such as \"text\", 5, true, null, [ ] or { }");
    case QJsonParseError::TerminationByNumber:
        return Tr::tr("this is not JSON: it ends too early; a closing ] or } is missing");
    case QJsonParseError::IllegalNumber:
        return Tr::tr("this is not JSON: here a number is expected that is not beyond 1.7e308");
    case QJsonParseError::IllegalEscapeSequence:
        return Tr::tr(
            "this is not JSON: after a backslash in a text only \" \\ / b f n r t or u with four digits may follow");
    case QJsonParseError::IllegalUTF8String:
        return Tr::tr("this text is not UTF-8; save the file as UTF-8");
    case QJsonParseError::UnterminatedString:
        return Tr::tr("this is not JSON: the closing double quote of a text is missing");
    case QJsonParseError::MissingObject:
        return Tr::tr("this is not JSON: after a comma another value is expected; remove the comma or add the value");
    case QJsonParseError::DeepNesting:
        return Tr::tr("brackets are nested too deeply; no scenario needs more than ten levels");
    case QJsonParseError::DocumentTooLarge:
        return Tr::tr("this is too large to be a scenario");
    case QJsonParseError::GarbageAtEnd:
        return Tr::tr("there is more text behind the end of the JSON object; remove it");
    case QJsonParseError::NoError:
        break;
    }
    return {};
}

struct TextFault {
    qsizetype position = 0;
    QString message;
};

/// The first thing inside a text ("…") that QJsonDocument lets pass although it is no JSON.
std::optional<TextFault> badText(const QByteArray &text)
{
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            inside = !inside;
        if (!inside)
            continue;
        if (c == '\n' || c == '\r')
            return TextFault{i, Tr::tr("a text goes on behind the end of the line; close it with a double quote, or write "
                                       "\\n for a line break in it")};
        if (static_cast<unsigned char>(c) < ' ')
            return TextFault{i, Tr::tr("a text holds a raw control character; write it as \\u%1")
                                    .arg(int(c), 4, 16, QLatin1Char('0'))};
        if (c == '\\' && !QByteArrayView("\"\\/bfnrtu").contains(i + 1 < text.size() ? text[++i] : 'u'))
            return TextFault{i - 1, syntaxMessage(QJsonParseError::IllegalEscapeSequence)};
    }
    return std::nullopt;
}

/// `message` with the column of the line in which `position` lies, counted in letters from 1.
JsonFault faultAt(const QByteArray &text, qsizetype position, const QString &message)
{
    const qsizetype lineStart = position == 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
    const qsizetype column = QString::fromUtf8(text.mid(lineStart, position - lineStart)).size() + 1;
    return {lineOf(text, position), {}, Tr::tr("%1 (column %2)").arg(message).arg(column)};
}

/// What stands where a number was expected but none that a double holds came.
QString numberMessage(const QByteArray &text, qsizetype offset)
{
    static const QRegularExpression noNumber(QStringLiteral("\\A[+-]?(?:nan|inf)"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(QStringLiteral("\\A-?[0-9]"));
    // Qt's offset lies somewhere in the word.
    while (offset > 0 && !QByteArrayView(":,[ \t\r\n").contains(text[offset - 1]))
        --offset;
    const QString word = QString::fromUtf8(text.mid(offset, 32));
    if (noNumber.match(word).hasMatch())
        return Tr::tr("this is not JSON, which knows no NaN and no infinity; write a number, or null for none");
    if (number.match(word).hasMatch())
        return syntaxMessage(QJsonParseError::IllegalNumber);
    return syntaxMessage(QJsonParseError::IllegalValue);
}

/// A text, number, true, false or null that stands alone, which QJsonDocument refuses.
std::optional<QJsonValue> loneValue(const QByteArray &text)
{
    const QJsonArray array = QJsonDocument::fromJson('[' + text + ']').array();
    return array.size() == 1 ? std::optional(QJsonValue(array[0])) : std::nullopt;
}

std::optional<JsonFault> unreadable(const QByteArray &text)
{
    if (text.size() > mostBytes)
        return JsonFault{
            0, {}, Tr::tr("this has %1 MB; a scenario may have at most 16 MiB").arg(text.size() / 1'000'000)};
    if (text.trimmed().isEmpty())
        return JsonFault{0, {}, Tr::tr("this is empty; a scenario is one JSON object, at least {\"version\": 1}")};
    if (text.startsWith("\xef\xbb\xbf"))
        return JsonFault{1, {}, Tr::tr("this begins with a byte order mark; save it as UTF-8 without one")};
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        return JsonFault{1, {}, Tr::tr("this is UTF-16; save it as UTF-8")};
    if (const int line = badUtf8Line(text))
        return JsonFault{line, {}, Tr::tr("this text is not UTF-8; save the file as UTF-8")};
    return std::nullopt;
}

} // namespace

int lineOf(const QByteArray &text, qsizetype offset)
{
    return 1 + int(std::count(text.begin(), text.begin() + std::clamp(offset, qsizetype(0), text.size()), '\n'));
}

std::variant<QJsonValue, JsonFault> parseStrictly(const QByteArray &text)
{
    if (const auto fault = unreadable(text))
        return *fault;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    const auto lone = error.error == QJsonParseError::IllegalValue ? loneValue(text) : std::nullopt;
    const bool isRead = lone || error.error == QJsonParseError::NoError;
    const auto bad = badText(text);
    if (bad && (isRead || bad->position <= error.offset))
        return faultAt(text, bad->position, bad->message);
    if (error.error == QJsonParseError::IllegalNumber)
        return JsonFault{lineOf(text, error.offset), {}, numberMessage(text, error.offset)};
    if (!isRead)
        return JsonFault{lineOf(text, error.offset), {}, syntaxMessage(error.error)};
    if (lone)
        return *lone;
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace playground
