// SPDX-License-Identifier: MIT
#include "cli/terminal_timeline.h"

#include "app/engine/run_scenario.h"
#include "cli/console.h"

#include <QtTest>

using namespace playground;

namespace {

constexpr TerminalStyle plain{.width = 60, .colour = false, .unicode = false};

/// Two at a time: the second item fails and is tried again.
Scenario pair()
{
    return scenarioWith({{"source", R"({"kind":"list","items":[{"name":"a","latency":"400ms"},{"name":"b","latency":"100ms","fails":1},
                                        {"name":"c","latency":"200ms"}]})"},
                         {"pattern.kind", "parallel-map"},
                         {"pattern.limit", "2"},
                         {"policies", R"([{"kind":"retry","base":"100ms","jitter":"none"}])"},
                         {"title", "Two at a time"}});
}

} // namespace

/// The run as text: every cell is where the time says, and every state has its sign.
class TerminalTimelineTest : public QObject {
    Q_OBJECT

private slots:
    void drawsInPlainAscii();
    void drawsInUnicode();
    void coloursOnlyWhereTheTerminalHasColours();
    void foldsManyRequestsAndHidesNoFailure();
    void explainsThePlus();
    void drawsAnEmptyRun();
    void namesWhatStandsInAList();
    void keepsWithinTheWidth();
};

void TerminalTimelineTest::drawsInPlainAscii()
{
    const auto run = runOf(pair());
    const QString expected = QStringLiteral(R"(Two at a time
           |0            |200 ms       |400 ms
IN         3
#1 a       ############################        + 400 ms
#2 b       xxxxxxx~~~~~~~#######               + 300 ms
#3 c       .....................############## + 500 ms
OUT                             o      o     o
in flight  22222221111111222222222222221111111 max 2
queued     111111111111111111111               max 1
           .. queued   ~~ back-off   ## succeeded
           xx failed
)");
    QCOMPARE(drawTimeline(*run, plain), expected);
}

void TerminalTimelineTest::drawsInUnicode()
{
    const QString drawn = drawTimeline(*runOf(pair()), {.width = 60, .colour = false, .unicode = true});
    for (const QString &sign : {QStringLiteral("█"), QStringLiteral("▓"), QStringLiteral("·"), QStringLiteral("░"), QStringLiteral("✓")})
        QVERIFY2(drawn.contains(sign), qPrintable(drawn));
    QVERIFY(!drawn.contains(u'\033'));
}

void TerminalTimelineTest::coloursOnlyWhereTheTerminalHasColours()
{
    const auto run = runOf(pair());
    const QString coloured = drawTimeline(*run, {.width = 60, .colour = true, .unicode = false});
    QVERIFY(coloured.contains(QStringLiteral("\033[31mxxx")));
    // Without its colours it is the plain drawing.
    QString stripped = coloured;
    stripped.remove(QRegularExpression(QStringLiteral("\033\\[\\d+m")));
    QCOMPARE(stripped, drawTimeline(*run, plain));
}

void TerminalTimelineTest::foldsManyRequestsAndHidesNoFailure()
{
    const auto run = runOf(scenarioWith({{"source.count", "1000"},
                                         {"pattern.kind", "gather-safe"},
                                         {"backend.failure", R"({"kind":"named","requests":[500]})"}}));
    const QString drawn = drawTimeline(*run, plain);
    QVERIFY2(drawn.contains(QStringLiteral("#476-500")), qPrintable(drawn));
    // Of its 25 requests 24 succeed in the same time; the failure shows.
    QCOMPARE(drawn.split(u'\n').filter(QStringLiteral("xxxxx")).size(), 1);
    QVERIFY2(drawn.contains(QStringLiteral("+ 24 x 1")), qPrintable(drawn));
    QVERIFY(drawn.count(u'\n') < 50);
}

void TerminalTimelineTest::explainsThePlus()
{
    const auto drawn = [](const char *count) {
        return drawTimeline(*runOf(scenarioWith({{"source.count", count}, {"pattern.kind", "gather"}})), plain);
    };
    const QString words = QStringLiteral("+ in IN and OUT: more than 9 at once\n");
    QVERIFY2(drawn("10").endsWith(words), qPrintable(drawn("10")));
    QVERIFY(drawn("10").contains(QStringLiteral("\nIN         +\n")));
    QVERIFY(!drawn("9").contains(words));
}

void TerminalTimelineTest::namesWhatStandsInAList()
{
    const auto drawn = drawTimeline(
        *runOf(scenarioWith(
            {{"source", R"({"kind": "list", "items": [{"name": "user"}, {"name": "a name that is long"}]})"}})),
        plain);
    QVERIFY2(drawn.contains(QStringLiteral("\n#1 user ")), qPrintable(drawn));
    QVERIFY2(drawn.contains(QStringLiteral("\n#2 a name that is ")), qPrintable(drawn));
    QVERIFY2(!drawn.contains(QStringLiteral("that is long")), qPrintable(drawn));
}

void TerminalTimelineTest::drawsAnEmptyRun()
{
    const QString drawn = drawTimeline(*runOf(scenarioWith({{"source.count", "0"}, {"title", "Nothing"}})), plain);
    QVERIFY(drawn.startsWith(QStringLiteral("Nothing\n")));
    QVERIFY(!drawn.contains(u'#'));
}

void TerminalTimelineTest::keepsWithinTheWidth()
{
    Scenario scenario = defaultScenario();
    scenario.title = QStringLiteral("A title of many words ").repeated(12);
    const auto run = runOf(scenario);
    QVERIFY(drawTimeline(*run, plain).startsWith(QStringLiteral("A title of many words A title of many words A title of ma...\n")));
    for (const int width : {60, 80, 100, 240}) {
        const QStringList lines = drawTimeline(*run, {.width = width, .colour = false, .unicode = true}).split(u'\n');
        for (const QString &line : lines)
            QVERIFY2(line.size() <= width, qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(TerminalTimelineTest)
#include "terminal_timeline_test.moc"
