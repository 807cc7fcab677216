// SPDX-License-Identifier: MIT
#include "model/json_text.h"

#include "model/json_syntax.h"
#include "model/nearest.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <functional>
#include <optional>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

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
    /// The number that is the value of the key or entry at this place; empty when it is something else.
    QString numberBehind(qsizetype position) const
    {
        static const QRegularExpression number(QStringLiteral("\\A(?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*:)?\\s*(-?[0-9][-+.0-9eE]*)"));
        return number.match(QString::fromUtf8(m_text.mid(position))).captured(1);
    }

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

std::optional<JsonFault> doubledKey(const QByteArray &text, const QString &place)
{
    std::optional<JsonFault> fault;
    Walker(text, [&](const Walker &walker, qsizetype position, qsizetype earlier) {
        if (earlier < 0)
            return true;
        const QString path = place.isEmpty() ? walker.path() : place + u'.' + walker.path();
        const QString message = Tr::tr("the key %1 is given twice, first in line %2; remove one of them");
        fault = JsonFault{lineOf(text, position), path,
                          message.arg(shownPath(path), QString::number(lineOf(text, earlier)))};
        return false;
    }).walk();
    return fault;
}

} // namespace

std::variant<QJsonValue, JsonFault> parseJson(const QByteArray &text, const QString &place)
{
    const auto value = parseStrictly(text);
    if (std::holds_alternative<JsonFault>(value))
        return value;
    if (const auto fault = doubledKey(text, place))
        return *fault;
    return value;
}

QString numberAt(const QByteArray &text, const QString &path)
{
    QString number;
    Walker(text, [&](const Walker &walker, qsizetype position, qsizetype) {
        if (walker.pathLength() != path.size() || walker.path() != path)
            return true;
        number = walker.numberBehind(position);
        return false;
    }).walk();
    return number;
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
