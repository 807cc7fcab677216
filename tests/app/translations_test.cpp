// SPDX-License-Identifier: MIT
// The translations are complete: what the target `translations` runs finds nothing to add, to finish, to drop or to move. And they keep what the program or the eye relies on: placeholders, mnemonics, marks, how a text ends.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

struct Message {
    QString context;
    QString source;
    QString comment; ///< Tells texts apart that are alike in English.
    QString type; ///< Empty: finished.
    bool countable = false;
    QStringList forms; ///< One, or one for each plural.
};

QList<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append({context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == u"yes", {}});
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().type = xml.attributes().value(QLatin1String("type")).toString();
            if (!messages.last().countable)
                messages.last().forms += xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            messages.last().forms += xml.readElementText();
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList found(const QString &text, const QString &pattern)
{
    QStringList all;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext())
        all += matches.next().captured();
    std::ranges::sort(all);
    return all;
}

QStringList foundOnce(const QString &text, const QString &pattern)
{
    QStringList all = found(text, pattern);
    all.removeDuplicates();
    return all;
}

/// What a translation of `source` lacks or has too much; empty when it is good.
QString fault(const QString &source, const QString &translation)
{
    if (translation.trimmed().isEmpty() != source.trimmed().isEmpty())
        return QStringLiteral("is empty");
    const QString placeholder = QStringLiteral("%(?:n|[1-9])");
    if (foundOnce(source, placeholder) != foundOnce(translation, placeholder))
        return QStringLiteral("has other placeholders");
    const QString mnemonic = QStringLiteral("&(?=[\\p{L}%0-9])");
    if (found(source, mnemonic).size() != found(translation, mnemonic).size())
        return QStringLiteral("has another number of mnemonics");
    // "[pattern.limit|3 at a time]" leads to a field, "[*]" is where a window shows that it has changes, <b> is bold.
    const QString mark = QStringLiteral("\\[[^|\\]]*\\||\\[\\*\\]|</?[a-z]+>");
    if (found(source, mark) != found(translation, mark))
        return QStringLiteral("has other marks");
    const QString end = QStringLiteral("(?:[.:…?!,;\\n]|\\s)+\\z"), begin = QStringLiteral("\\A\\s+");
    if (found(source, end) != found(translation, end))
        return QStringLiteral("ends otherwise");
    if (found(source, begin) != found(translation, begin))
        return QStringLiteral("begins with other spaces");
    if (source.contains(u'\t') != translation.contains(u'\t'))
        return QStringLiteral("has other tabs");
    // Straight quotes are those of commands and JSON; a language has its own for what people say.
    if (source.count(u'"') != translation.count(u'"'))
        return QStringLiteral("has other straight quotes");
    return {};
}

bool isSame(const Message &a, const Message &b) { return a.context == b.context && a.source == b.source && a.comment == b.comment; }

QString place(const Message &message) { return QStringLiteral("%1: “%2”").arg(message.context, message.source); }

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void noticesFaults_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("translation");
        QTest::addColumn<QString>("expected");
        QTest::newRow("good") << "&Undo: %1…" << "&Rückgängig: %1…" << "";
        QTest::newRow("other order") << "%1 of %2" << "von %2 %1" << "";
        QTest::newRow("empty") << "Run" << " " << "is empty";
        QTest::newRow("a placeholder less") << "%1 of %2" << "%1" << "has other placeholders";
        QTest::newRow("a number less") << "%n tries" << "Anläufe" << "has other placeholders";
        QTest::newRow("a percent sign") << "%1 %" << "%1 %" << "";
        QTest::newRow("a mnemonic less") << "&Save" << "Speichern" << "has another number of mnemonics";
        QTest::newRow("an and") << "Pattern & policies" << "Muster & Regeln" << "";
        QTest::newRow("another mark") << "[limit|%1 at a time]" << "[rate|%1 zugleich]" << "has other marks";
        QTest::newRow("no stop") << "It waits." << "Es wartet" << "ends otherwise";
        QTest::newRow("a stop more") << "Open" << "Öffnen…" << "ends otherwise";
        QTest::newRow("no space before") << " or " << "oder " << "begins with other spaces";
        QTest::newRow("other quotes") << "\"%1\" is empty" << "„%1“ ist leer" << "has other straight quotes";
    }
    void noticesFaults()
    {
        QFETCH(QString, source);
        QFETCH(QString, translation);
        QFETCH(QString, expected);
        QCOMPARE(fault(source, translation), expected);
    }

    void everyTextIsTranslated_data() { addLanguages(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, file);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QFileInfo(file).fileName());
        QVERIFY(QFile::copy(file, copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        QProcess script;
        script.start(QStringLiteral(ASYNCADE_CMAKE),
                     {"-DSOURCES=" ASYNCADE_APP_SOURCES, "-DSCENARIOS=" ASYNCADE_SCENARIOS, "-DFILE=" + copy, "-DLUPDATE=" ASYNCADE_LUPDATE,
                      "-DLCONVERT=" ASYNCADE_LCONVERT, "-P", ASYNCADE_APP_SOURCES "/translations.cmake"});
        QVERIFY2(script.waitForFinished(-1), qPrintable(script.errorString()));
        // It warns of a tr() whose context the program could not find again.
        QCOMPARE(QString::fromUtf8(script.readAllStandardError()), QString());
        QCOMPARE(script.exitCode(), 0);
        const QList<Message> before = messagesIn(file), now = messagesIn(copy);
        QVERIFY2(now.size() > 1000, qPrintable(QString::number(now.size())));
        QStringList faults;
        for (const Message &message : now)
            if (!message.type.isEmpty())
                faults += message.type + ", " + place(message);
        for (const Message &message : before)
            if (std::ranges::none_of(now, [&](const Message &other) { return isSame(message, other); }))
                faults += "gone from the sources, " + place(message);
        const QString remedy = "\nBuild the target `translations`, and fill in what is unfinished in " + file;
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n') + remedy));
        QVERIFY2(std::ranges::equal(before, now, isSame), qPrintable("not in the order of the sources" + remedy));
    }

    void translationsKeepWhatTheirTextsHave_data() { addLanguages(); }
    void translationsKeepWhatTheirTextsHave()
    {
        QFETCH(QString, file);
        constexpr qsizetype plurals = 2; // As in German.
        QStringList faults;
        for (const Message &message : messagesIn(file)) {
            if (message.countable && message.forms.size() != plurals)
                faults += place(message) + " needs " + QString::number(plurals) + " plural forms";
            for (const QString &form : message.forms)
                if (const QString wrong = fault(message.source, form); !wrong.isEmpty())
                    faults += place(message) + ": “" + form + "” " + wrong;
        }
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
    }

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(ASYNCADE_TRANSLATIONS));
        for (const QString &name : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
