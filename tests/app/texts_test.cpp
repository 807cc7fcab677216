// SPDX-License-Identifier: MIT
// Everything that a user reads goes through tr(): the sources of the playground are read for texts that do not.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

/// A string literal of a source file, and the calls that it stands in, the innermost last.
struct Literal {
    QString text;
    int line = 0;
    QStringList calls;
};

/// Reads the literals of a C++ file: without comments and raw strings, neighbours joined as the compiler joins them.
class Reader {
public:
    explicit Reader(const QString &source)
        : m_source(source)
    {
    }

    QList<Literal> read()
    {
        while (m_at < m_source.size()) {
            const QChar c = m_source[m_at];
            if (isAt("//"))
                skipTo("\n");
            else if (isAt("/*"))
                skipTo("*/");
            else if (isAt("R\"("))
                skipTo(")\"");
            else if (c == '"')
                takeString();
            else if (c == '\'')
                takeCharacter();
            else
                takeOther(c);
        }
        return m_literals;
    }

private:
    bool isAt(const char *what) const { return QStringView(m_source).mid(m_at).startsWith(QLatin1String(what)); }

    void skipTo(const char *end)
    {
        const qsizetype found = m_source.indexOf(QLatin1String(end), m_at + 2);
        const qsizetype next = found < 0 ? m_source.size() : found + qsizetype(qstrlen(end));
        m_line += int(QStringView(m_source).mid(m_at, next - m_at).count('\n'));
        m_at = next;
    }

    void takeString()
    {
        QString text;
        for (++m_at; m_at < m_source.size() && m_source[m_at] != '"'; ++m_at) {
            if (m_source[m_at] == '\\')
                ++m_at;
            text += m_source[m_at];
        }
        ++m_at;
        if (m_joins && !m_literals.isEmpty())
            m_literals.last().text += text;
        else
            m_literals.append({text, m_line, m_calls});
        m_joins = true;
    }

    void takeCharacter()
    {
        // Also the mark inside a number: 1'000.
        const bool inNumber = m_at > 0 && m_source[m_at - 1].isDigit();
        m_at += inNumber ? 1 : m_source[m_at + 1] == '\\' ? 4 : 3;
        m_joins = false;
    }

    void takeOther(QChar c)
    {
        if (c == '\n')
            ++m_line;
        if (c == '(' || c == '{') {
            static const QRegularExpression name(QStringLiteral("([A-Za-z_][A-Za-z_0-9]*)\\s*$"));
            m_calls.append(name.match(m_source.mid(qMax<qsizetype>(0, m_at - 60), qMin<qsizetype>(60, m_at))).captured(1));
        } else if ((c == ')' || c == '}') && !m_calls.isEmpty()) {
            m_calls.removeLast();
        }
        m_joins = m_joins && c.isSpace();
        ++m_at;
    }

    QString m_source;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_joins = false; // The last thing read was a literal.
    QStringList m_calls;
    QList<Literal> m_literals;
};

bool isTranslated(const Literal &literal)
{
    static const QStringList translating{"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP", "TEXT", "Q_DECLARE_TR_FUNCTIONS"};
    return std::ranges::any_of(literal.calls, [](const QString &call) { return translating.contains(call); });
}

/// Two words and more are a text for people; one word is, where it is given to something that shows it.
bool isForPeople(const Literal &literal)
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    const QString text = QString(literal.text).remove(tags);
    static const QRegularExpression words(QStringLiteral("\\p{L}{2,}[,.:;]? +\\p{L}{2,}"));
    static const QRegularExpression word(QStringLiteral("\\p{L}{3,}"));
    static const QStringList showing{"setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription",
                                     "setPlaceholderText", "setStatusTip", "setWhatsThis", "addAction", "addMenu", "addTab",
                                     "addPage", "TextLabel", "showProblem", "BadInput", "drawText"};
    if (words.match(text).hasMatch())
        return true;
    const QString call = literal.calls.isEmpty() ? QString() : literal.calls.last();
    return showing.contains(call) && word.match(text).hasMatch();
}

/// Texts of several words that nobody reads, or whose words are the same in every language.
bool isKnown(const QString &text)
{
    static const QStringList known{
        "JetBrains Mono", "JetBrains Mono NL", // Fonts.
        // Names of events, for who debugs coroutines.
        "the next request", "the next input", "all requests", "an answer that never comes", "work that was given up",
        "the server answered with an error", // An exception, of which the window shows the code.
        "edit, mark",                             // What events are called in the trace.
        "QStandardPaths: XDG_RUNTIME_DIR not set" // The beginning of a notice of Qt's.
    };
    return known.contains(text);
}

QStringList untranslated(const QString &source)
{
    QStringList texts;
    for (const Literal &literal : Reader(source).read())
        if (isForPeople(literal) && !isTranslated(literal) && !isKnown(literal.text))
            texts += QStringLiteral("line %1: %2").arg(literal.line).arg(literal.text);
    return texts;
}

} // namespace

class TextsTest : public QObject {
    Q_OBJECT

private slots:
    void findsATextThatIsNotTranslated()
    {
        QCOMPARE(untranslated("label->setText(\"Run\");"), QStringList("line 1: Run"));
        QCOMPARE(untranslated("\nauto a = QStringLiteral(\"Two \"\n \"words\");"), QStringList("line 2: Two words"));
        QCOMPARE(untranslated("label->setText(tr(\"Two words\").arg(QStringLiteral(\"kind\")));"), QStringList());
        QCOMPARE(untranslated("tr(\"a b\"); f(\"is not\");"), QStringList("line 1: is not"));
        QCOMPARE(untranslated("// \"in a comment\"\n/* \"another one\" */ f(\"id\", 'x', \"\\\"\");"), QStringList());
    }

    void everythingThatAUserReadsIsTranslated()
    {
        QStringList faults;
        int files = 0;
        QDirIterator sources(QStringLiteral(ASYNCADE_APP_SOURCES), {"*.cpp", "*.h"}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            for (const QString &text : untranslated(QString::fromUtf8(file.readAll())))
                faults += file.fileName() + ", " + text;
        }
        QVERIFY2(files > 200, qPrintable(QString::number(files)));
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
    }
};

QTEST_GUILESS_MAIN(TextsTest)
#include "texts_test.moc"
