// SPDX-License-Identifier: MIT
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

namespace {

struct Result {
    int status = -1;
    QByteArray out;
    QByteArray error;
};

/// Starts the program with no display, a UTF-8 locale and the test's own folder.
Result start(const QStringList &arguments, const QString &folder = {}, const QList<QPair<QString, QString>> &environment = {},
             const QString &out = {})
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", "COLUMNS", "NO_COLOR"})
        variables.remove(QString::fromLatin1(name));
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const auto &[name, value] : environment)
        variables.insert(name, value);
    process.setProcessEnvironment(variables);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    if (!out.isEmpty())
        process.setStandardOutputFile(out);
    process.start(QStringLiteral(ASYNCADE_PROGRAM), arguments);
    process.waitForFinished(120000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject reportOf(const QStringList &settings)
{
    QStringList arguments{"run", "--report", "json"};
    for (const QString &setting : settings)
        arguments << "--set" << setting;
    return QJsonDocument::fromJson(start(arguments).out).object();
}

} // namespace

/// The program as people and scripts start it: what it prints, its exit status, and what it leaves behind.
class ProgramTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void saysItsVersion();
    void withoutDisplayAndWordsItDrawsTheDefaultScenario();
    void titleSaysWhatThisRunHasOtherwise();
    void drawsInAsciiWhereTheLocaleHasNoUnicode();
    void reportsTheDefaultScenario();
    void tellsTheRunAsText();
    void groupsTheDigitsOfLargeNumbers();
    void sameInputGivesTheSameBytes();
    void hundredFetchesTakeTheExactTime_data();
    void hundredFetchesTakeTheExactTime();
    void comparesOneByOneTenAtATimeAndAllAtOnce();
    void aRunOfAComparisonSaysWhereTheOthersAre();
    void comparesOneRequestInEveryStrip();
    void savesAPictureOfStrips();
    void aStripNeedNotHaveWhatTheScenariosEditsChange();
    void aComparisonOfNothingIsBadInput_data();
    void aComparisonOfNothingIsBadInput();
    void runsInRealTimeWhenAsked();
    void interruptedInRealTimeItTellsWhatHasHappened();
    void seedIsASetting();
    void listsTheShippedScenarios();
    void everyShippedScenarioRuns();
    void listsThePatterns();
    void explains();
    void speaksEnglishUnlessAskedOtherwise();
    void savesAPicture();
    void savesATrace();
    void streamsToStdout();
    void challengeDecidesTheExitStatus();
    void readsAFile();
    void badInputSaysWhatToDo_data();
    void badInputSaysWhatToDo();
    void badInputWritesNothing();
    void namesFileAndLine();
    void aDisplayThatDoesNotAnswerIsNone();
    void runsAScenarioWithoutTheWordRun();
    void saysThatStdoutCouldNotBeWritten_data();
    void saysThatStdoutCouldNotBeWritten();
    void noSentenceEndsInAFullStop();
    void helpShowsWhatEachKeyTakes_data();
    void helpShowsWhatEachKeyTakes();
    void everyPolicyHasASwitch();

private:
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProgramTest::saysItsVersion()
{
    const Result result = start({"--version"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, "asyncade " ASYNCADE_VERSION "\n");
    QCOMPARE(result.error, "");
}

void ProgramTest::withoutDisplayAndWordsItDrawsTheDefaultScenario()
{
    const Result result = start({});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.error, "");
    QVERIFY(result.out.startsWith("8 fetches, 3 at a time\n"));
    QVERIFY(result.out.contains("░░░░░░░░░░░▓▓▓▓"));
    QVERIFY(!result.out.contains('\033')); // Not a terminal, so no colours.
    QVERIFY(result.out.contains("2.151 s"));
    QCOMPARE(start({}, {}, {{"QT_QPA_PLATFORM", "offscreen"}}).out, result.out);
}

void ProgramTest::titleSaysWhatThisRunHasOtherwise()
{
    const Result changed = start({"run", "--set", "source.count=9", "--seed", "3"});
    QVERIFY2(changed.out.startsWith("8 fetches, 3 at a time, with source.count=9, seed=3\n"), changed.out.constData());
    QVERIFY(start({"run", "--set", "source.count=9", "--set", "title=Nine"}).out.startsWith("Nine\n"));
}

void ProgramTest::drawsInAsciiWhereTheLocaleHasNoUnicode()
{
    const Result result = start({}, {}, {{"LC_ALL", "C"}});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.contains("...........xxxx"));
    for (const char byte : result.out)
        QVERIFY((byte & 0x80) == 0);
}

void ProgramTest::tellsTheRunAsText()
{
    const Result result = start({"run", "--report", "log"});
    QCOMPARE(result.status, 0);
    const QStringList lines = QString::fromUtf8(result.out).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.first(), "0.000 s  #1 arrives: GET /pages/1");
    QCOMPARE(lines.filter(": waits for a slot (Parallel map)").size(), 5);
    QCOMPARE(lines.filter(" settled: succeeded").size(), 8);
    QCOMPARE(lines.filter("#4: attempt 1 failed with 503").size(), 1);
    QCOMPARE(lines.last(), "2.151 s  end: nothing is left to run");
}

void ProgramTest::reportsTheDefaultScenario()
{
    const Result result = start({"run", "--report", "json"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.error, "");
    const QJsonObject report = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(report["scenario"].toString(), "eight-fetches");
    QCOMPARE(report["virtualTimeMs"].toDouble(), 2151.284);
    QCOMPARE(report["wastedMs"].toDouble(), 550.14);
    QCOMPARE(report["attempts"].toInt(), 9);
}

void ProgramTest::groupsTheDigitsOfLargeNumbers()
{
    const Result result = start({"run", "--set", "source.kind=count", "--set", "source.count=12345", "--set", "pattern.kind=gather", "--set",
                                 "policies=[]", "--set", "backend=fast", "--set", "backend.failure=never", "--report", "text"});
    QVERIFY2(result.out.contains("12\u202f345 of 12\u202f345 succeeded\n"), result.out);
    QVERIFY2(result.out.contains("Attempts              12\u202f345\n"), result.out);
    QVERIFY2(result.out.contains("Most in flight        12\u202f345\n"), result.out);
}

void ProgramTest::sameInputGivesTheSameBytes()
{
    const QStringList words{"run", "--set", "source.count=50", "--seed", "3", "--report", "json"};
    QCOMPARE(start(words).out, start(words).out);
    const QStringList trace{"run", "--set", "source.count=50", "--trace", "-"};
    QCOMPARE(start(trace).out, start(trace).out);
}

void ProgramTest::hundredFetchesTakeTheExactTime_data()
{
    QTest::addColumn<QStringList>("pattern");
    QTest::addColumn<double>("milliseconds");
    QTest::newRow("sequential") << QStringList{"pattern.kind=sequential"} << 10000.0;
    QTest::newRow("gather") << QStringList{"pattern.kind=gather"} << 100.0;
    QTest::newRow("parallel map") << QStringList{"pattern.kind=parallel-map", "pattern.limit=10"} << 1000.0;
}

void ProgramTest::hundredFetchesTakeTheExactTime()
{
    QFETCH(QStringList, pattern);
    QFETCH(double, milliseconds);
    const QJsonObject report = reportOf(QStringList{"source.kind=count", "source.count=100", "backend.latency=100ms", "backend.failure=never", "policies=[]"} + pattern);
    QCOMPARE(report["virtualTimeMs"].toDouble(), milliseconds);
    QCOMPARE(report["succeeded"].toInt(), 100);
}

/// A hundred constant fetches of 100 ms: the exact times side by side, and each report that of `run` with the same settings.
void ProgramTest::comparesOneByOneTenAtATimeAndAllAtOnce()
{
    const QStringList settings{"--set", "source.count=100", "--set", "backend.latency=100ms", "--set", "backend.failure=never", "--set", "policies=[]",
                               "--set", "pattern.kind=sequential"};
    const QStringList arguments = QStringList{"compare"} + settings + QStringList{"--strip", "Ten:pattern.kind=parallel-map,pattern.limit=10", "--strip", "All:pattern.kind=gather"};
    const Result text = start(arguments);
    QCOMPARE(text.status, 0);
    QVERIFY2(text.out.contains("10.0 s") && text.out.contains("1.000 s  −90 % · faster") && text.out.contains("100 ms  −99 % · faster"), text.out);
    const Result result = start(arguments + QStringList{"--report", "json"});
    QCOMPARE(start(arguments + QStringList{"--report", "json"}).out, result.out);
    const QJsonArray strips = QJsonDocument::fromJson(result.out)["strips"].toArray();
    QCOMPARE(strips.size(), 3);
    const QList<double> times{10000, 1000, 100};
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(strips[i]["report"]["virtualTimeMs"].toDouble(), times[i]);
        QCOMPARE(strips[i]["difference"]["virtualTimeMs"].toDouble(), times[i] - 10000);
    }
    QCOMPARE(strips[1]["name"].toString(), "Ten");
    const Result alone = start(QStringList{"run", "--report", "json"} + settings + QStringList{"--set", "pattern.kind=parallel-map", "--set", "pattern.limit=10"});
    QCOMPARE(strips[1]["report"].toObject(), QJsonDocument::fromJson(alone.out).object());
}

void ProgramTest::aRunOfAComparisonSaysWhereTheOthersAre()
{
    const Result drawn = start({"run", "three-ways"});
    QCOMPARE(drawn.error, QByteArray("asyncade: these are the numbers of the first of 3 strips; all of them: asyncade compare three-ways\n"));
    QCOMPARE(start({"run", "three-ways", "--report", "text"}).error, QByteArray());
    QCOMPARE(start({"run", "eight-fetches"}).error, QByteArray());
}

void ProgramTest::comparesOneRequestInEveryStrip()
{
    // Five fetches of 100 ms: #4 is asked for at 300 ms, one by one; at 100 ms, two at a time; and at once.
    const QStringList arguments{"compare", "--set", "source.count=5", "--set", "backend.latency=100ms", "--set", "backend.failure=never", "--set",
                                "policies=[]", "--set", "pattern.kind=sequential", "--strip", "Two:pattern.kind=parallel-map,pattern.limit=2",
                                "--strip", "All:pattern.kind=gather", "--request", "4"};
    const Result text = start(arguments);
    QCOMPARE(text.status, 0);
    const QByteArray table = text.out.mid(text.out.indexOf("Request 4"));
    QCOMPARE(table, QByteArray("Request 4                     A           B           C\n"
                               "Outcome               Succeeded   Succeeded   Succeeded\n"
                               "Arrived                    0 ms        0 ms        0 ms\n"
                               "First attempt            300 ms      100 ms        0 ms\n"
                               "Waited                   300 ms      100 ms        0 ms\n"
                               "Attempts                      1           1           1\n"
                               "Ended                    400 ms      200 ms      100 ms\n"
                               "Latency                  400 ms      200 ms      100 ms\n"));
    const QJsonArray strips = QJsonDocument::fromJson(start(arguments + QStringList{"--report", "json"}).out)["strips"].toArray();
    QCOMPARE(strips[1]["request"].toObject(), (QJsonObject{{"number", 4}, {"outcome", "succeeded"}, {"arrivedMs", 0}, {"startedMs", 100},
                                                           {"waitedMs", 100}, {"attempts", 1}, {"endedMs", 200}, {"latencyMs", 200}}));
    // One that never came, because a failure stopped all: it has an end and nothing else.
    const Result stopped = start({"compare", "--set", "source={\"kind\":\"interval\",\"count\":4,\"every\":\"1s\"}", "--set", "backend.failure={\"kind\":\"named\",\"requests\":[1]}",
                                  "--set", "policies=[]", "--set", "backend.latency=100ms", "--strip", "All:pattern.kind=gather-safe", "--request", "3", "--report", "json"});
    const QJsonValue request = QJsonDocument::fromJson(stopped.out)["strips"][0]["request"];
    QCOMPARE(request["outcome"].toString(), "cancelled");
    QVERIFY(request["arrivedMs"].isNull() && request["startedMs"].isNull() && request["latencyMs"].isNull());
    QCOMPARE(request["endedMs"].toInt(), 100);
}

void ProgramTest::savesAPictureOfStrips()
{
    const Result result = start({"compare", "three-ways", "--png", "strips.png", "--size", "960x600", "--theme", "dark"}, m_folder->path());
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, QByteArray());
    QCOMPARE(QImage(m_folder->filePath("strips.png")).size(), QSize(960, 600));
}

void ProgramTest::aStripNeedNotHaveWhatTheScenariosEditsChange()
{
    QFile file(m_folder->filePath("edited.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1, "source": {"kind": "count", "count": 4}, "pattern": {"kind": "parallel-map", "limit": 1},
                   "edits": [{"at": "100ms", "set": {"pattern.limit": 3, "backend.latency.value": "50ms"}}]})");
    file.close();
    const Result result = start({"compare", "./edited.json", "--strip", "All:pattern.kind=gather", "--strip", "Two:pattern.limit=2", "--report", "json"}, m_folder->path());
    QVERIFY2(result.status == 0, result.error);
    const QJsonArray strips = QJsonDocument::fromJson(result.out)["strips"].toArray();
    QCOMPARE(strips[0]["report"]["virtualTimeMs"].toDouble(), 200.0); // What begins at 100 ms does so before the edit.
    QCOMPARE(strips[1]["report"]["virtualTimeMs"].toDouble(), 100.0);
    QCOMPARE(strips[2]["report"]["virtualTimeMs"].toDouble(), 200.0);
}

void ProgramTest::aComparisonOfNothingIsBadInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no strips") << QStringList{"compare"} << QByteArray("compares itself with nothing");
    QTest::newRow("no name") << QStringList{"compare", "--strip", "pattern.limit=8"} << QByteArray("names no strip");
    QTest::newRow("no setting") << QStringList{"compare", "--strip", "B:pattern.limit"} << QByteArray("is no setting");
    QTest::newRow("no such request") << QStringList{"compare", "three-ways", "--request", "99"} << QByteArray("--request is the number of one of the scenario's requests, 1 to ");
    QTest::newRow("the source") << QStringList{"compare", "--strip", "B:source.count=9"} << QByteArray("cannot be set in a strip");
    QTest::newRow("a wrong value") << QStringList{"compare", "--strip", "B:pattern.limit=0"} << QByteArray("pattern.limit");
    QTest::newRow("too many") << QStringList{"compare", "three-ways", "--strip", "D:pattern.kind=gather", "--strip", "E:pattern.kind=gather"} << QByteArray("no more fit");
}

void ProgramTest::aComparisonOfNothingIsBadInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Result result = start(arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.error.contains(says), result.error);
}

void ProgramTest::runsInRealTimeWhenAsked()
{
    const QStringList words{"run",   "--set", "source.count=2", "--set", "backend.latency=2ms", "--set", "backend.failure=never",
                            "--set", "policies=[]",    "--report"};
    const Result json = start(words + QStringList{"json", "--wall-clock"});
    QCOMPARE(json.error, QByteArray());
    QCOMPARE(json.status, 0);
    const QJsonObject report = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(report.value("succeeded").toInt(), 2);
    QVERIFY(report.value("virtualTimeMs").toDouble() >= 2);
    const QJsonObject clock = report.value("wallClock").toObject();
    QCOMPARE(clock.value("reproducible"), QJsonValue(false));
    QCOMPARE(clock.value("stopped"), QJsonValue(false));
    QCOMPARE(clock.value("timers").toInt(), 2);
    const QJsonObject late = clock.value("latenessMs").toObject();
    QVERIFY(late.value("p50").toDouble() >= 0);
    QVERIFY(late.value("p99").toDouble() >= late.value("p50").toDouble());
    QCOMPARE(late.value("max"), late.value("p99"));
    QVERIFY(json.out.contains(",\n  \"wallClock\": {"));
    QVERIFY(json.out.indexOf("\"wallClock\"") > json.out.indexOf("\"challenge\"")); // Behind all else.
    QVERIFY(!start(words + QStringList{"json"}).out.contains("wallClock"));
    const QByteArray text = start(words + QStringList{"text", "--wall-clock"}).out;
    QVERIFY(text.contains("not reproducible"));
    QVERIFY(text.contains("Timers late"));
}

void ProgramTest::interruptedInRealTimeItTellsWhatHasHappened()
{
    const QDir folder(m_folder->path());
    QProcess process;
    process.setWorkingDirectory(folder.path());
    const auto isReady = [&process] { // It is the program, and catches SIGINT, says the kernel.
        const QString about = QStringLiteral("/proc/%1/").arg(process.processId());
        const bool runs = QFile::symLinkTarget(about + QStringLiteral("exe")) == QFileInfo(QStringLiteral(ASYNCADE_PROGRAM)).canonicalFilePath();
        QFile status(about + QStringLiteral("status"));
        if (!runs || !status.open(QIODevice::ReadOnly))
            return false;
        static const QRegularExpression caught(QStringLiteral("SigCgt:\\s*([0-9a-f]+)"));
        return (caught.match(QString::fromLatin1(status.readAll())).captured(1).toULongLong(nullptr, 16) >> (SIGINT - 1) & 1) != 0;
    };
    process.start(QStringLiteral(ASYNCADE_PROGRAM), {"run", "--set", "backend.latency=1h", "--wall-clock", "--report", "text", "--trace", "trace.json"});
    QTRY_VERIFY(isReady());
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(-1));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardOutput().contains("Stopped"));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QVERIFY(QFileInfo(folder.filePath("trace.json")).size() > 0);
}

void ProgramTest::seedIsASetting()
{
    QCOMPARE(start({"run", "--seed", "9", "--report", "json"}).out, start({"run", "--set", "seed=9", "--report", "json"}).out);
    QCOMPARE(QJsonDocument::fromJson(start({"run", "--seed", "9", "--report", "json"}).out)["seed"].toInt(), 9);
}

void ProgramTest::listsTheShippedScenarios()
{
    QVERIFY(start({"list"}).out.contains("  eight-fetches"));
    const Result result = start({"list", "--json"});
    const QJsonArray list = QJsonDocument::fromJson(result.out).array();
    QVERIFY(!list.isEmpty());
    const QJsonObject first = list.first().toObject();
    QCOMPARE(first["name"].toString(), "eight-fetches");
    QCOMPARE(first["title"].toString(), "8 fetches, 3 at a time");
    QCOMPARE(first["group"].toString(), "many-at-once");
    QCOMPARE(first["requests"].toInt(), 8);
    QCOMPARE(first["strips"].toInt(), 1);
    QVERIFY(first.contains("challenge"));
    QVERIFY(result.out.startsWith("[\n{\"name\":\"eight-fetches\",\"title\":\"8 fetches, 3 at a time\",\"group\":\"many-at-once\",\"requests\":8,\"strips\":1,"));
}

void ProgramTest::everyShippedScenarioRuns()
{
    const QJsonArray list = QJsonDocument::fromJson(start({"list", "--json"}).out).array();
    for (const QJsonValue &entry : list) {
        const Result result = start({"run", entry["name"].toString(), "--report", "json"});
        QVERIFY2(result.status == 0 || result.status == 1, result.error);
        QCOMPARE(QJsonDocument::fromJson(result.out)["requests"].toInt(), entry["requests"].toInt());
    }
}

void ProgramTest::listsThePatterns()
{
    const QJsonArray kinds = QJsonDocument::fromJson(start({"patterns", "--json"}).out).array();
    for (const QJsonValue &kind : kinds) {
        if (kind["group"] == "pattern" && kind["id"] == "parallel-map") {
            const QJsonValue limit = kind["parameters"][0];
            QCOMPARE(limit["key"].toString(), "limit");
            QCOMPARE(limit["type"].toString(), "integer");
            QCOMPARE(limit["default"].toInt(), 10);
            QCOMPARE(limit["min"].toInt(), 1);
            QCOMPARE(limit["max"].toInt(), 1000000);
            QCOMPARE(limit["applies"].toString(), "now");
            QVERIFY(limit["choices"].isArray());
            return;
        }
    }
    QFAIL("no parallel-map");
}

void ProgramTest::explains()
{
    for (const QString topic : {"", "run", "list", "patterns", "help", "scenario", "metrics", "events", "find"}) {
        const Result result = start(topic.isEmpty() ? QStringList{"help"} : QStringList{"help", topic});
        QCOMPARE(result.status, 0);
        QVERIFY2(result.out.size() > 50, qPrintable(topic));
        QCOMPARE(result.error, "");
    }
    QVERIFY(start({"help", "scenario"}).out.contains("limit"));
    QVERIFY(start({"help", "retry"}).out.startsWith("policies[].kind: what happens around each call"));
    QVERIFY(start({"help", "retry"}).out.contains("\n    attempts "));
    QVERIFY(start({"help", "parallel-map"}).out.contains("\n    limit "));
    const QByteArray both = start({"help", "rate-limit"}).out;
    QVERIFY2(both.startsWith("pattern.kind: ") && both.contains("\n\npolicies[].kind: "), both);
    const QByteArray list = start({"help", "list"}).out;
    QVERIFY2(list.startsWith("asyncade list") && list.contains("\n\nsource.kind: ") && list.contains("\n    items "), list);
    QVERIFY(start({"help", "metrics"}).out.contains("wastedMs"));
    QVERIFY(start({"help", "events"}).out.contains("attemptEnd"));
    QCOMPARE(start({"run", "--help"}).out, start({"help", "run"}).out);
    QCOMPARE(start({"run", "-h"}).out, start({"help", "run"}).out);
    QVERIFY(start({"help"}).out.contains("asyncade FILE|NAME    opens this scenario"));
    QCOMPARE(start({"--help"}).out, start({"help"}).out);
}

void ProgramTest::speaksEnglishUnlessAskedOtherwise()
{
    const QList<QPair<QString, QString>> german{{"LC_ALL", "de_DE.UTF-8"}, {"LANGUAGE", "de"}};
    for (const QStringList &words : {QStringList{"run", "--report", "text"}, {"run", "--report", "log"}, {"help", "retry"}, {"run", "--nonsense"}}) {
        const Result english = start(words), here = start(words, {}, german), asked = start(words + QStringList{"--language", "de"});
        QCOMPARE(here.out, english.out);
        QCOMPARE(here.error, english.error);
        QCOMPARE(asked.status, english.status);
        QVERIFY(asked.out + asked.error != english.out + english.error);
        QCOMPARE(start(QStringList{"--language=de"} + words).out, asked.out);
    }
    QVERIFY(start({"run", "--report", "text", "--language", "de"}).out.contains("Gesamtzeit"));
    QVERIFY(start({"help", "--language", "de"}).out.contains("Listet die mitgelieferten Szenarien auf."));
    QVERIFY(start({"help", "run", "--language", "de"}).out.contains("Der Zufall des Laufs"));
    QVERIFY(start({"help", "jitter.json", "--language", "de"}).error.contains("gibt es keine Hilfe"));
    QCOMPARE(start({"run", "--report", "json", "--language", "de"}).out, start({"run", "--report", "json"}).out);
    QVERIFY(start({"--language", "de"}).out.contains("aktiv"));
    const Result unknown = start({"--language", "fr"});
    QCOMPARE(unknown.status, 2);
    QCOMPARE(unknown.out, "");
    QCOMPARE(unknown.error, "asyncade: --language is \"en\" or \"de\", not \"fr\"\n");
}

void ProgramTest::savesAPicture()
{
    const QString file = m_folder->filePath("a.png");
    const Result result = start({"run", "--png", file, "--size", "800x400", "--theme", "dark"});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.out, "");
    QCOMPARE(result.error, ""); // Also without XDG_RUNTIME_DIR.
    const QImage image(file);
    QCOMPARE(image.size(), QSize(800, 400));
    const QString light = m_folder->filePath("b.png");
    QCOMPARE(start({"run", "--png", light}).status, 0);
    QCOMPARE(QImage(light).size(), QSize(1600, 800));
    QVERIFY(qGray(image.pixel(400, 399)) < 128);
    QVERIFY(qGray(QImage(light).pixel(800, 799)) > 128);
}

void ProgramTest::savesATrace()
{
    const QString path = m_folder->filePath("a.json");
    QCOMPARE(start({"run", "--trace", path}).status, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(file.readAll())["traceEvents"].toArray().size() > 50);
}

void ProgramTest::streamsToStdout()
{
    QVERIFY(QJsonDocument::fromJson(start({"run", "--trace", "-"}).out)["traceEvents"].toArray().size() > 50);
    QCOMPARE(QImage::fromData(start({"run", "--png", "-", "--size", "640x480"}).out).size(), QSize(640, 480));
}

void ProgramTest::challengeDecidesTheExitStatus()
{
    QCOMPARE(start({"run", "--set", R"(challenge={"virtualTimeMs": "<= 2200"})", "--report", "text"}).status, 0);
    QCOMPARE(start({"run", "--set", R"(challenge={"virtualTimeMs": "<= 2000"})", "--report", "text"}).status, 1);
}

void ProgramTest::readsAFile()
{
    QFile file(m_folder->filePath("mine.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1, "source": {"kind": "count", "count": 3}})");
    file.close();
    for (const QString &name : {QStringLiteral("mine.json"), QStringLiteral("./mine.json"), file.fileName()}) {
        const Result result = start({"run", name, "--report", "json"}, m_folder->path());
        QCOMPARE(result.status, 0);
        const QJsonObject report = QJsonDocument::fromJson(result.out).object();
        QCOMPARE(report["scenario"].toString(), "mine");
        QCOMPARE(report["requests"].toInt(), 3);
    }
}

void ProgramTest::badInputSaysWhatToDo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("command") << QStringList{"rum"} << QByteArray(R"("rum" is not a command; did you mean "run"?)");
    QTest::newRow("option") << QStringList{"run", "--sed", "1"} << QByteArray(R"(did you mean "--set"?)");
    QTest::newRow("key") << QStringList{"run", "--set", "pattern.limt=3"} << QByteArray(R"(did you mean "limit"?)");
    QTest::newRow("setting") << QStringList{"run", "--set", "limit"} << QByteArray("--set pattern.limit=8");
    QTest::newRow("value") << QStringList{"run", "--set", "pattern.limit=0"} << QByteArray("pattern.limit");
    QTest::newRow("duration") << QStringList{"run", "--set", "backend.latency=250"} << QByteArray("250ms");
    QTest::newRow("seed") << QStringList{"run", "--seed", "x"} << QByteArray("seed");
    QTest::newRow("kind") << QStringList{"run", "--set", "pattern.kind=gathr"} << QByteArray(R"(did you mean "gather"?)");
    QTest::newRow("name") << QStringList{"run", "eight-fetchs"} << QByteArray(R"(did you mean "eight-fetches"?)");
    QTest::newRow("file") << QStringList{"run", "none.json"} << QByteArray("none.json");
    QTest::newRow("folder") << QStringList{"run", "/"} << QByteArray("is a folder");
    QTest::newRow("report") << QStringList{"run", "--report", "xml"} << QByteArray(R"(--report is "text", "json" or "log", not "xml")");
    QTest::newRow("size") << QStringList{"run", "--png", "x.png", "--size", "800"} << QByteArray("1600x800");
    QTest::newRow("theme") << QStringList{"run", "--png", "x.png", "--theme", "blue"} << QByteArray(R"("light" or "dark")");
    QTest::newRow("topic") << QStringList{"help", "metric"} << QByteArray(R"(did you mean "metrics"?)");
    QTest::newRow("superfluous word") << QStringList{"list", "all"} << QByteArray("one word too many");
    QTest::newRow("two on stdout") << QStringList{"run", "--trace", "-", "--report", "json"} << QByteArray("stdout");
    QTest::newRow("size without a picture")
        << QStringList{"run", "--size", "80x60"} << QByteArray("--size is about the picture; add --png FILE or remove it");
    QTest::newRow("theme without a picture")
        << QStringList{"run", "--theme", "dark"} << QByteArray("--theme is about the picture; add --png FILE or remove it");
    QTest::newRow("a huge seed") << QStringList{"run", "--seed", "99999999999999999999"} << QByteArray(R"(not "99999999999999999999")");
    QTest::newRow("a scenario with options") << QStringList{"dashboard", "--seed", "3"}
                                             << QByteArray(R"("dashboard" is not a command; write: asyncade run dashboard --seed 3)");
    QTest::newRow("a scenario with quoted options")
        << QStringList{"eight-fetches", "--set", R"(policies=[{"kind":"retry"}])", "--set", "title=it's"}
        << QByteArray(R"(write: asyncade run eight-fetches --set 'policies=[{"kind":"retry"}]' --set 'title=it'\''s')");
    QTest::newRow("options only") << QStringList{"--seed", "3"} << QByteArray(R"("--seed" is not a command; write: asyncade run --seed 3)");
    QTest::newRow("an option in place of a value") << QStringList{"run", "--seed", "--report", "json"}
                                                   << QByteArray(R"(--seed needs a value before "--report": --seed N)");
    QTest::newRow("a kind, mistyped") << QStringList{"help", "retyr"} << QByteArray(R"(there is no help on "retyr"; did you mean "retry"?)");
    QTest::newRow("a scenario, mistyped") << QStringList{"dashbord"} << QByteArray(R"(did you mean "dashboard"?)");
    QTest::newRow("without end") << QStringList{"run", "/dev/zero"} << QByteArray(R"("/dev/zero" does not end within 64 MB)");
    QTest::newRow("picture on a full disk") << QStringList{"run", "--png", "/dev/full"}
                                            << QByteArray(R"(could not write "/dev/full": No space left on device; free some)");
    QTest::newRow("unwritable") << QStringList{"run", "--trace", "none/a.json"} << QByteArray("none/a.json");
}

void ProgramTest::badInputSaysWhatToDo()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, part);
    const Result result = start(words, m_folder->path());
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, "");
    QVERIFY2(result.error.contains(part), result.error);
    QVERIFY(result.error.contains("asyncade: "));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void ProgramTest::badInputWritesNothing()
{
    const Result result = start({"run", "--png", "a.png", "--trace", "none/a.json"}, m_folder->path());
    QCOMPARE(result.status, 2);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void ProgramTest::namesFileAndLine()
{
    QFile file(m_folder->filePath("mine.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\": 1,\n \"seed\": 1,\n \"seed\": 2}\n");
    file.close();
    const Result result = start({"run", "mine.json"}, m_folder->path());
    QCOMPARE(result.status, 2);
    QVERIFY2(result.error.contains("mine.json") && result.error.contains("line 3") && result.error.contains("seed"), result.error);
}

void ProgramTest::aDisplayThatDoesNotAnswerIsNone()
{
    const QByteArray drawn = start({}).out;
    for (const auto &[name, value] : {std::pair{"DISPLAY", ":977"}, {"WAYLAND_DISPLAY", "wayland-977"}}) {
        const Result result = start({}, {}, {{name, value}});
        QCOMPARE(result.status, 0);
        QCOMPARE(result.error, "");
        QCOMPARE(result.out, drawn);
    }
}

void ProgramTest::runsAScenarioWithoutTheWordRun()
{
    write("mine.json", R"({"source": {"kind": "count", "count": 3}})");
    for (const QString &name : {QStringLiteral("mine.json"), QStringLiteral("./mine.json"), QStringLiteral("dashboard")}) {
        const Result result = start({name}, m_folder->path());
        QCOMPARE(result.status, 0);
        QCOMPARE(result.error, "");
        QCOMPARE(result.out, start({"run", name}, m_folder->path()).out);
    }
}

void ProgramTest::saysThatStdoutCouldNotBeWritten_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("drawing") << QStringList{"run"};
    QTest::newRow("report") << QStringList{"run", "--report", "json"};
    QTest::newRow("list") << QStringList{"list"};
    QTest::newRow("help") << QStringList{"help", "scenario"};
    QTest::newRow("version") << QStringList{"--version"};
    QTest::newRow("picture") << QStringList{"run", "--png", "-"};
    QTest::newRow("trace") << QStringList{"run", "--trace", "-"};
}

void ProgramTest::saysThatStdoutCouldNotBeWritten()
{
    if (!QFile::exists("/dev/full"))
        QSKIP("needs /dev/full");
    QFETCH(QStringList, words);
    const Result result = start(words, {}, {}, "/dev/full");
    QCOMPARE(result.status, 2);
    QVERIFY2(result.error.startsWith("asyncade: could not write to stdout: No space left on device; free some space or "), result.error);
    QCOMPARE(result.error.count('\n'), 1);
}

void ProgramTest::noSentenceEndsInAFullStop()
{
    for (const QStringList &words : {QStringList{"run", "none.json"}, {"run", "/"}, {"list", "a"}, {"run", "--seed", "1", "--seed", "2"},
                                     {"run", "--png", "none/a.png"}, {"run", "--report", "xml"}, {"run", "--png", ""}}) {
        const Result result = start(words, m_folder->path());
        QCOMPARE(result.status, 2);
        QVERIFY2(!result.error.trimmed().endsWith('.'), result.error);
    }
}

void ProgramTest::helpShowsWhatEachKeyTakes_data()
{
    QTest::addColumn<QByteArray>("facts");
    for (const char *facts :
         {R"((default "request {n}"; restarts the run))", "(none, full, or 0 to 1; default \"full\")", "(offline, hang, or 400 to 599; default 503)",
          "(always, or 0 to 1000000; default 2)", "(true or false; default true; restarts the run)", "(one of stop, collect; default \"stop\"",
          "(any of 5xx, 429, timeout, offline; default", "(1 to 1000000, or null; default null)",
          "(0.001 to 1000000, or null; default null)", "(0ms to 24h; default \"300ms\")"})
        QTest::newRow(facts) << QByteArray(facts);
}

void ProgramTest::helpShowsWhatEachKeyTakes()
{
    QFETCH(QByteArray, facts);
    const QByteArray help = start({"help", "scenario"}).out.simplified(); // Lines are broken between words.
    QVERIFY(help.contains(facts));
    QVERIFY(!help.contains("( "));
    QVERIFY(!help.contains("; )"));
}

void ProgramTest::everyPolicyHasASwitch()
{
    const QJsonArray kinds = QJsonDocument::fromJson(start({"patterns", "--json"}).out).array();
    int policies = 0;
    for (const QJsonValue &kind : kinds) {
        if (kind["group"] != "policy")
            continue;
        ++policies;
        const QJsonValue first = kind["parameters"][0];
        QCOMPARE(first["key"].toString(), "enabled");
        QCOMPARE(first["type"].toString(), "boolean");
        QCOMPARE(first["default"], QJsonValue(true));
        QCOMPARE(first["applies"].toString(), "restart");
    }
    QCOMPARE(policies, 7);
    QCOMPARE(start({"help", "scenario"}).out.count("    enabled "), 7);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
