// SPDX-License-Identifier: MIT
#include <asyncade/chrome_trace.h>

#include <asyncade/parallel_map.h>
#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/every_event.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTest>

#include <sstream>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

QJsonArray entriesIn(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d in\n%s", qPrintable(error.errorString()), error.offset, json.constData());
    return document.object().value("traceEvents").toArray();
}

/// The phases of all entries in one text.
QByteArray phases(const QJsonArray &entries)
{
    QByteArray all;
    for (const QJsonValue &entry : entries)
        all += entry["ph"].toString().toUtf8();
    return all;
}

/// The events in the args of all entries, by their place.
QMap<int, QJsonObject> eventsOf(const QJsonArray &entries)
{
    QMap<int, QJsonObject> events;
    for (const QJsonValue &entry : entries) {
        for (const QJsonValue &event : entry["args"]["events"].toArray())
            events.insert(event["i"].toInt(), event.toObject());
    }
    return events;
}

TraceEvent plain(TraceEventKind kind, std::chrono::nanoseconds time, std::uint32_t request)
{
    TraceEvent event;
    event.kind = kind;
    event.time = time;
    event.span.request = request;
    return event;
}

/// A device that cannot seek.
class Pipe : public QIODevice {
public:
    QByteArray written;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *bytes, qint64 size) override
    {
        written.append(bytes, size);
        return size;
    }
};

/// A device that is full.
class Full : public QIODevice {
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

class ChromeTraceTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyTraceIsValid();
    void everyKindHasItsEntryAndAllItsFields();
    void aWaitAndAnAttemptAreSlices();
    void anArrowLeadsFromWhoMadeRoom();
    void levelsAreCountersNamedAfterTheirPart();
    void eachCopyHasItsOwnThread();
    void openSlicesEndWithTheTrace();
    void severalWaitsOfNobodyInParticularLoseNothing();
    void waitsUnderOneNameEndByTheirReasonTheLastFirst();
    void isValidAtEveryFlush();
    void isValidAtEveryFlushOfAFile();
    void toAStream();
    void toAPipeItIsValidInTheEnd();
    void aFullDeviceIsTold();
    void ignoresWhatComesAfterTheEnd();
    void writesARun();
};

void ChromeTraceTest::anEmptyTraceIsValid()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        ChromeTraceWriter writer(buffer, "a \"name\"");
    }
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "M");
    QCOMPARE(entries[0]["args"]["name"].toString(), "a \"name\"");
}

void ChromeTraceTest::everyKindHasItsEntryAndAllItsFields()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    for (const TraceEvent &event : support::everyEvent())
        writer.observe(event);
    QVERIFY(writer.close());
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "M" "i" "Mb" "i" "X" "sf" "i" "i" "X" "e" "C" "i" "i" "i");
    const auto text = [](const QJsonObject &event) { return QJsonDocument(event).toJson(QJsonDocument::Compact); };
    const QMap<int, QJsonObject> events = eventsOf(entries);
    QCOMPARE(events.size(), 14);
    QCOMPARE(text(events[0]), R"({"event":"part","i":0,"kind":"slots","name":"a \"name\"\n\\ ü","part":3,"path":"policies.1","request":7,"t":0})");
    QCOMPARE(text(events[1]), R"({"event":"arrive","i":1,"request":7,"t":1000001,"text":"GET /pages/7"})");
    QCOMPARE(text(events[2]), R"({"event":"join","i":2,"lead":5,"request":7,"t":2000002})");
    QCOMPARE(text(events[3]), R"({"ahead":4,"copy":1,"event":"wait","i":3,"part":3,"reason":"token","request":7,"t":3000003,"try":2,"until":5000000})");
    QCOMPARE(text(events[4]), R"({"copy":1,"event":"go","from":6,"how":"elapsed","i":4,"part":3,"reason":"token","request":7,"t":4000004,"try":2})");
    QCOMPARE(text(events[5]), R"({"event":"free","i":5,"part":3,"request":7,"t":5000005})");
    QCOMPARE(text(events[6]), R"({"event":"dispatch","i":6,"request":7,"t":6000006})");
    QCOMPARE(text(events[7]), R"({"copy":1,"event":"attempt","i":7,"number":2,"request":7,"t":7000007,"try":2})");
    QCOMPARE(text(events[8]), R"({"code":429,"copy":1,"event":"attemptEnd","i":8,"number":2,"outcome":"refused","part":9,"request":7,"retryAfter":1000000000,"t":8000008,"try":2})");
    QCOMPARE(text(events[9]), R"({"cause":4000000000,"code":-504,"defaulted":true,"event":"settle","i":9,"number":2,"outcome":"timedOut","part":8,"request":7,"t":9000009})");
    QCOMPARE(text(events[10]), R"({"event":"level","i":10,"limit":5,"name":"tokens","part":3,"slope":10,"t":10000010,"value":0.1})");
    QCOMPARE(text(events[11]), R"({"event":"edit","i":11,"new":"8","old":"3","path":"pattern.limit","request":7,"t":11000011})");
    QCOMPARE(text(events[12]), R"({"event":"mark","i":12,"request":7,"t":12000012,"text":"here"})");
    QCOMPARE(text(events[13]), R"({"event":"end","i":13,"reason":"until","request":7,"t":13000013})");
}

void ChromeTraceTest::aWaitAndAnAttemptAreSlices()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    TraceEvent wait = plain(TraceEventKind::Wait, 1'000'001ns, 2);
    wait.reason = WaitReason::Slot;
    writer.observe(wait);
    writer.observe(plain(TraceEventKind::Go, 2'500'002ns, 2));
    TraceEvent attempt = plain(TraceEventKind::Attempt, 3ms, 2);
    attempt.number = 1;
    writer.observe(attempt);
    TraceEvent end = plain(TraceEventKind::AttemptEnd, 5ms, 2);
    end.number = 1;
    writer.observe(end);
    writer.close();
    QVERIFY(buffer.data().contains("\"ts\":1000.001,"));
    QVERIFY(buffer.data().contains("\"dur\":1500.001,"));
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "MXX");
    QCOMPARE(entries[1]["name"].toString(), "slot");
    QCOMPARE(entries[1]["cat"].toString(), "wait");
    QCOMPARE(entries[1]["tid"].toInt(), 16);
    QCOMPARE(entries[1]["args"]["events"].toArray().size(), 2);
    QCOMPARE(entries[2]["name"].toString(), "attempt 1");
    QCOMPARE(entries[2]["dur"].toDouble(), 2000.0);
}

void ChromeTraceTest::anArrowLeadsFromWhoMadeRoom()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    TraceEvent go = plain(TraceEventKind::Go, 2ms, 2);
    go.from = 1;
    writer.observe(go);
    writer.close();
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "Misf");
    QCOMPARE(entries[2]["tid"].toInt(), 8);
    QCOMPARE(entries[3]["tid"].toInt(), 16);
    QCOMPARE(entries[2]["id"].toInt(), entries[3]["id"].toInt());
    QCOMPARE(entries[3]["bp"].toString(), "e");
}

void ChromeTraceTest::levelsAreCountersNamedAfterTheirPart()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    VirtualClock clock;
    clock.setObserver(&writer);
    const Part part = report::part("rate", "policies.0", "limit");
    report::level(part, "tokens", 2.5, 10, 5);
    report::level({}, "alone", 1);
    writer.close();
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "MiCC");
    QCOMPARE(entries[2]["name"].toString(), "limit: tokens");
    QCOMPARE(entries[2]["args"]["value"].toDouble(), 2.5);
    QCOMPARE(entries[3]["name"].toString(), "alone");
}

void ChromeTraceTest::eachCopyHasItsOwnThread()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    for (const std::uint16_t copy : {0, 1}) {
        TraceEvent attempt = plain(TraceEventKind::Attempt, 1ms, 3);
        attempt.span.copy = copy;
        writer.observe(attempt);
    }
    writer.close();
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(entries[1]["tid"].toInt(), 24);
    QCOMPARE(entries[2]["tid"].toInt(), 25);
}

void ChromeTraceTest::openSlicesEndWithTheTrace()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        ChromeTraceWriter writer(buffer);
        writer.observe(plain(TraceEventKind::Wait, 1ms, 2));
        writer.observe(plain(TraceEventKind::Wait, 2ms, 1));
        writer.observe(plain(TraceEventKind::Dispatch, 5ms, 3));
    }
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "MiXX");
    QCOMPARE(entries[2]["tid"].toInt(), 16); // In the order in which they began.
    QCOMPARE(entries[2]["dur"].toDouble(), 4000.0);
    QCOMPARE(entries[3]["dur"].toDouble(), 3000.0);
}

void ChromeTraceTest::severalWaitsOfNobodyInParticularLoseNothing()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    writer.observe(plain(TraceEventKind::Wait, 1ms, 0));
    writer.observe(plain(TraceEventKind::Wait, 2ms, 0));
    writer.observe(plain(TraceEventKind::Go, 3ms, 0));
    writer.observe(plain(TraceEventKind::Go, 4ms, 0));
    writer.close();
    QCOMPARE(eventsOf(entriesIn(buffer.data())).size(), 4);
}

void ChromeTraceTest::waitsUnderOneNameEndByTheirReasonTheLastFirst()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    const auto tell = [&](TraceEventKind kind, std::chrono::nanoseconds time, WaitReason reason) {
        TraceEvent event = plain(kind, time, 2);
        event.reason = reason;
        writer.observe(event);
    };
    tell(TraceEventKind::Wait, 1ms, WaitReason::Work);
    tell(TraceEventKind::Wait, 2ms, WaitReason::Sleep);
    tell(TraceEventKind::Wait, 3ms, WaitReason::Work);
    tell(TraceEventKind::Go, 4ms, WaitReason::Slot); // A permit that was had without waiting.
    tell(TraceEventKind::Go, 5ms, WaitReason::Sleep);
    tell(TraceEventKind::Go, 6ms, WaitReason::Work);
    tell(TraceEventKind::Go, 7ms, WaitReason::Work);
    writer.close();
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "MiXXX");
    const auto slice = [&](int index) {
        return entries[index]["name"].toString() + ' ' + QString::number(entries[index]["ts"].toDouble()) + " + " + QString::number(entries[index]["dur"].toDouble());
    };
    QCOMPARE(slice(2), "sleep 2000 + 3000");
    QCOMPARE(slice(3), "work 3000 + 3000");
    QCOMPARE(slice(4), "work 1000 + 6000");
}

void ChromeTraceTest::isValidAtEveryFlush()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    int count = 0;
    for (const TraceEvent &event : support::everyEvent()) {
        writer.observe(event);
        QVERIFY(writer.flush());
        QVERIFY(writer.flush()); // Nothing new.
        const QJsonArray entries = entriesIn(buffer.data());
        QVERIFY(entries.size() >= count);
        count = int(entries.size());
    }
    QVERIFY(writer.close());
    QCOMPARE(eventsOf(entriesIn(buffer.data())).size(), 14);
}

void ChromeTraceTest::isValidAtEveryFlushOfAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    ChromeTraceWriter writer(file);
    for (int i = 0; i < 3; ++i) {
        for (int k = 0; k < 1000; ++k) // More than one piece.
            writer.observe(plain(TraceEventKind::Free, 1ms * k, std::uint32_t(k)));
        QVERIFY(writer.flush());
        QFile reader(file.fileName());
        QVERIFY(reader.open(QIODevice::ReadOnly));
        QCOMPARE(entriesIn(reader.readAll()).size(), 1 + 1000 * (i + 1));
    }
}

void ChromeTraceTest::toAStream()
{
    std::ostringstream stream;
    ChromeTraceWriter writer(stream);
    writer.observe(plain(TraceEventKind::Free, 1ms, 1));
    QVERIFY(writer.flush());
    QCOMPARE(phases(entriesIn(QByteArray::fromStdString(stream.str()))), "Mi");
    writer.observe(plain(TraceEventKind::Free, 1ms, 1));
    QVERIFY(writer.close());
    QCOMPARE(phases(entriesIn(QByteArray::fromStdString(stream.str()))), "Mii");
}

void ChromeTraceTest::toAPipeItIsValidInTheEnd()
{
    Pipe pipe;
    pipe.open(QIODevice::WriteOnly);
    {
        ChromeTraceWriter writer(pipe);
        writer.observe(plain(TraceEventKind::Free, 1ms, 1));
        QVERIFY(writer.flush());
        QVERIFY(!pipe.written.isEmpty());
        writer.observe(plain(TraceEventKind::Free, 1ms, 1));
    }
    QCOMPARE(phases(entriesIn(pipe.written)), "Mii");
}

void ChromeTraceTest::aFullDeviceIsTold()
{
    Full full;
    full.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    ChromeTraceWriter writer(full);
    QVERIFY(!writer.flush());
    QVERIFY(!writer.close());
}

void ChromeTraceTest::ignoresWhatComesAfterTheEnd()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    QVERIFY(writer.close());
    const QByteArray before = buffer.data();
    writer.observe(plain(TraceEventKind::Free, 1ms, 1));
    QVERIFY(writer.flush());
    QVERIFY(writer.close());
    QCOMPARE(buffer.data(), before);
}

void ChromeTraceTest::writesARun()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ChromeTraceWriter writer(buffer);
    {
        VirtualClock clock;
        clock.setObserver(&writer);
        const auto fetch = [](int, std::stop_token token) { return sleepFor(100ms, token); };
        clock.run([&] { return mapParallel(std::vector{1, 2}, fetch, {.maxConcurrency = 1}); });
    }
    writer.close();
    const QJsonArray entries = entriesIn(buffer.data());
    QCOMPARE(phases(entries), "MiXiXXiX"); // A slot at once; the sleep; it is free; the wait for it, which ends there; the same again; the whole.
}

QTEST_GUILESS_MAIN(ChromeTraceTest)
#include "chrome_trace_test.moc"
