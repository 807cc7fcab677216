// SPDX-License-Identifier: MIT
#include "view/tape_events_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace playground;

namespace {

QJsonArray json(const char *text) { return QJsonDocument::fromJson(text).array(); }

} // namespace

class TapeEventsTextTest : public QObject {
    Q_OBJECT

private slots:
    void writesAnEventAsALine()
    {
        QCOMPARE(tapeEventsText(json(R"([{"at":"180ms","key":"q"},{"at":"300ms","key":"t","text":"qt"},{"at":"1s","click":true}])")),
                 "180ms key q\n300ms key t text qt\n1s click");
    }

    void readsItBack()
    {
        const QJsonArray events{QJsonObject{{"at", "0ms"}, {"key", " "}}, QJsonObject{{"at", "1ms"}, {"key", "\""}, {"text", "a \"b\\ c"}},
                                QJsonObject{{"at", "2ms"}, {"key", "click"}}, QJsonObject{{"at", "3ms"}, {"key", "key"}, {"text", ""}},
                                QJsonObject{{"at", "4ms"}, {"click", true}}};
        QCOMPARE(typedTapeEvents(tapeEventsText(events)), events);
    }

    void emptyLinesAreNoEvents() { QCOMPARE(typedTapeEvents("\n \n5ms click\n"), json(R"([{"at":"5ms","click":true}])")); }

    void aStrangeWordBecomesAKeyThatTheCheckNames() { QCOMPARE(typedTapeEvents("5ms tap"), json(R"([{"at":"5ms","tap":true}])")); }
};

QTEST_GUILESS_MAIN(TapeEventsTextTest)
#include "tape_events_text_test.moc"
