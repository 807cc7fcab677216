// SPDX-License-Identifier: MIT
#include "cli/chrome_trace.h"

#include "app/cli/trace_reader.h"
#include "app/engine/run_scenario.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QSet>
#include <QtTest>

using namespace playground;
using namespace std::chrono_literals;

namespace {

QJsonArray entriesOf(const Run &run)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    if (!writeChromeTrace(file, run))
        qFatal("could not write to memory");
    return QJsonDocument::fromJson(file.data())["traceEvents"].toArray();
}

QByteArray bytesOf(const Run &run)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    writeChromeTrace(file, run);
    return file.data();
}

/// A device that takes so many bytes and no more: a disk that fills up.
class SmallDisk : public QIODevice {
public:
    explicit SmallDisk(qint64 size) : m_left(size) { open(WriteOnly | Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override { return size > m_left ? -1 : (m_left -= size, size); }

private:
    qint64 m_left;
};

} // namespace

/// The Chrome trace holds the whole run, for tools and for reading back.
class ChromeTraceTest : public QObject {
    Q_OBJECT

private slots:
    void readsBackAsTheSameTrace_data();
    void readsBackAsTheSameTrace();
    void showsWaitsAndAttemptsAsSlices();
    void pointsFromTheOneWhoMadeRoom();
    void writesMicrosecondsWithThreeDecimals();
    void closesWhatIsStillOpen();
    void saysWhenTheDiskIsFull();
};

void ChromeTraceTest::readsBackAsTheSameTrace_data()
{
    QTest::addColumn<Settings>("settings");
    QTest::newRow("default") << Settings{};
    QTest::newRow("timeouts") << Settings{{"policies", R"([{"kind":"timeout","after":"600ms"}])"}};
    QTest::newRow("failure stops") << Settings{{"policies", "[]"}, {"backend.failure.p", "0.5"}};
    QTest::newRow("sequential") << Settings{{"pattern.kind", "sequential"}};
    QTest::newRow("never answered") << Settings{{"policies", "[]"}, {"backend.failure.error", "hang"}};
    QTest::newRow("edited") << Settings{{"edits", R"([{"at":"500ms","set":{"pattern.limit":5}}])"}};
    QTest::newRow("empty") << Settings{{"source.count", "0"}};
}

void ChromeTraceTest::readsBackAsTheSameTrace()
{
    QFETCH(Settings, settings);
    const auto run = runOf(with(defaultScenario(), settings));
    const Trace read = readChromeTrace(bytesOf(*run));
    QCOMPARE(read.size(), run->trace().size());
    QVERIFY(read == run->trace());
}

void ChromeTraceTest::showsWaitsAndAttemptsAsSlices()
{
    int waits = 0, attempts = 0, begins = 0, ends = 0;
    const QJsonArray entries = entriesOf(*runOf(defaultScenario()));
    for (const QJsonValue &entry : entries) {
        waits += entry["ph"] == "X" && entry["cat"] == "wait";
        attempts += entry["ph"] == "X" && entry["cat"] == "attempt";
        begins += entry["ph"] == "b";
        ends += entry["ph"] == "e";
    }
    QCOMPARE(waits, 6); // Five for a slot, one back-off.
    QCOMPARE(attempts, 9);
    QCOMPARE(begins, 8);
    QCOMPARE(ends, 8);
}

void ChromeTraceTest::pointsFromTheOneWhoMadeRoom()
{
    // #4 waits for #3, the quickest of the first three.
    const QJsonArray entries = entriesOf(*runOf(defaultScenario()));
    QList<QPair<int, int>> arrows;
    int start = 0;
    for (const QJsonValue &entry : entries) {
        if (entry["ph"] == "s")
            start = entry["tid"].toInt() / 8;
        if (entry["ph"] == "f")
            arrows.append({start, entry["tid"].toInt() / 8});
    }
    QCOMPARE(arrows.size(), 5);
    QCOMPARE(arrows.first(), qMakePair(3, 4));
}

void ChromeTraceTest::writesMicrosecondsWithThreeDecimals()
{
    const auto run = runOf(scenarioWith({{"source.count", "1"}, {"backend.latency", "1234567ns"}}));
    QVERIFY(bytesOf(*run).contains("\"dur\":1234.567,"));
}

void ChromeTraceTest::closesWhatIsStillOpen()
{
    const auto run = runOf(with(defaultScenario(), {{"policies", "[]"}, {"backend.failure.error", "hang"}}));
    QSet<int> open;
    const QJsonArray entries = entriesOf(*run);
    for (const QJsonValue &entry : entries) {
        if (entry["ph"] == "X" && entry["args"]["events"].toArray().size() == 1)
            open.insert(entry["tid"].toInt() / 8);
    }
    QCOMPARE(open, QSet<int>{4}); // The one that was never answered.
}

void ChromeTraceTest::saysWhenTheDiskIsFull()
{
    const auto run = runOf(defaultScenario());
    SmallDisk disk(1000);
    QVERIFY(!writeChromeTrace(disk, *run));
}

QTEST_GUILESS_MAIN(ChromeTraceTest)
#include "chrome_trace_test.moc"
