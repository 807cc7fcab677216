// SPDX-License-Identifier: MIT
#include "model/json_text.h"

#include "model/nearest.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QUtf8StringView>

#include <algorithm>
#include <functional>
#include <optional>

namespace playground {

namespace {

constexpr qsizetype mostBytes = 16 * 1024 * 1024;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

int lineOf(const QByteArray &text, qsizetype offset)
{
    return 1 + int(std::count(text.begin(), text.begin() + std::clamp(offset, qsizetype(0), text.size()), '\n'));
}

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

/// Walks a valid JSON text and tells each key and each array index with its path and place. QJsonDocument gives no
/// positions.
class Walker {
public:
    /// Returns whether to go on. The key or index is the last word of the walker's path. `earlier`: where the same key
    /// stands before, or -1.
    using Visit = std::function<bool(const Walker &walker, qsizetype position, qsizetype earlier)>;

    Walker(const QByteArray &text, Visit visit)
        : m_text(text)
        , m_visit(std::move(visit))
    {
    }
    void walk() { value(); }

    /// The dotted path to where the walker is. Costs its length, so ask for the length first.
    QString path() const { return m_words.join(u'.'); }
    qsizetype pathLength() const { return m_wordsLength + m_words.size() - 1; }

private:
    bool value()
    {
        skipSpace();
        switch (peek()) {
        case '{':
            return object();
        case '[':
            return array();
        case '"':
            skipString();
            return true;
        default:
            while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(peek()))
                ++m_at;
            return true;
        }
    }

    bool object()
    {
        QHash<QString, qsizetype> seen;
        ++m_at;
        for (skipSpace(); m_at < m_text.size() && peek() != '}'; skipSpace()) {
            const qsizetype position = m_at;
            const QString key = keyText();
            enter(key);
            if (!m_visit(*this, position, seen.value(key, -1)))
                return false;
            seen.insert(key, position);
            skipSpace();
            ++m_at; // The colon.
            if (!value())
                return false;
            leave();
            skipComma();
        }
        ++m_at;
        return true;
    }

    bool array()
    {
        ++m_at;
        skipSpace();
        for (int index = 0; m_at < m_text.size() && peek() != ']'; ++index) {
            enter(QString::number(index));
            if (!m_visit(*this, m_at, -1) || !value())
                return false;
            leave();
            skipComma();
            skipSpace();
        }
        ++m_at;
        return true;
    }

    void enter(const QString &word)
    {
        m_words.append(word);
        m_wordsLength += word.size();
    }

    void leave() { m_wordsLength -= m_words.takeLast().size(); }

    QString keyText()
    {
        const qsizetype begin = m_at;
        skipString();
        const QByteArray quoted = m_text.mid(begin, m_at - begin);
        if (!quoted.contains('\\'))
            return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
        return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString();
    }

    void skipString()
    {
        for (++m_at; m_at < m_text.size() && peek() != '"'; ++m_at) {
            if (peek() == '\\')
                ++m_at;
        }
        ++m_at;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(peek()))
            ++m_at;
    }

    void skipComma()
    {
        skipSpace();
        if (m_at < m_text.size() && peek() == ',')
            ++m_at;
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    const QByteArray &m_text;
    Visit m_visit;
    qsizetype m_at = 0;
    QStringList m_words;
    qsizetype m_wordsLength = 0;
};

std::optional<JsonFault> doubledKey(const QByteArray &text)
{
    std::optional<JsonFault> fault;
    Walker(text, [&](const Walker &walker, qsizetype position, qsizetype earlier) {
        if (earlier < 0)
            return true;
        const QString message = Tr::tr("the key %1 is given twice, first in line %2; remove one of them");
        fault = JsonFault{lineOf(text, position), walker.path(),
                          message.arg(shownPath(walker.path()), QString::number(lineOf(text, earlier)))};
        return false;
    }).walk();
    return fault;
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

std::variant<QJsonValue, JsonFault> parseJson(const QByteArray &text)
{
    if (const auto fault = unreadable(text))
        return *fault;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return JsonFault{lineOf(text, error.offset), {}, syntaxMessage(error.error)};
    if (const auto fault = doubledKey(text))
        return *fault;
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

int lineOfPath(const QByteArray &text, const QString &path)
{
    qsizetype place = 0;
    qsizetype matched = 0;
    Walker(text, [&](const Walker &walker, qsizetype position, qsizetype) {
        const qsizetype length = walker.pathLength();
        if (length <= matched || length > path.size())
            return true;
        const QString here = walker.path();
        if (path == here || path.startsWith(here + u'.')) {
            matched = length;
            place = position;
        }
        return matched < path.size();
    }).walk();
    return lineOf(text, place);
}

} // namespace playground
