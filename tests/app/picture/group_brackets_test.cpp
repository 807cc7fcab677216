// SPDX-License-Identifier: MIT
#include "picture/group_brackets.h"

#include "app/picture/trace_builder.h"
#include "picture/timeline_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

Run competing(const QString &pattern, qint64 count, const QJsonValue &size)
{
    Scenario scenario = parallelMap(count, 3);
    scenario.pattern = Section(findKind(QStringLiteral("pattern"), pattern), {{QStringLiteral("size"), size}});
    return Run(scenario);
}

/// Eight lanes of 44 px at 824 x 764: the first lies from 132 to 176.
TimelineGeometry eightLanes(qint64 scroll = 0, int height = 764, qint64 lanes = 8)
{
    return TimelineGeometry({.size = {824, height}, .lanes = lanes, .range = {0, 2400 * ms}, .scroll = scroll});
}

} // namespace

class GroupBracketsTest : public QObject {
    Q_OBJECT

private slots:
    void aBracketEnclosesEachGroup();
    void withoutASizeAllCompete();
    void otherPatternsAndGroupsOfOneHaveNone();
    void aGroupThatIsScrolledAwayHasNoEndThere();
    void anEditedSizeLeavesTheGroupsUnknown();
    void drawsInTheGutter();
};

void GroupBracketsTest::aBracketEnclosesEachGroup()
{
    const TimelineGeometry geometry = eightLanes();
    const auto brackets = groupBrackets(competing(QStringLiteral("race"), 8, 3), geometry);
    QCOMPARE(brackets.size(), size_t(3));
    QCOMPARE(brackets[0], (GroupBracket{1, 3, geometry.lane(0).top() + 3, geometry.lane(2).bottom() - 3}));
    QCOMPARE(brackets[1].first, quint32(4));
    QCOMPARE(brackets[2], (GroupBracket{7, 8, geometry.lane(6).top() + 3, geometry.lane(7).bottom() - 3}));
}

void GroupBracketsTest::withoutASizeAllCompete()
{
    const auto brackets = groupBrackets(competing(QStringLiteral("any"), 8, QJsonValue()), eightLanes());
    QCOMPARE(brackets.size(), size_t(1));
    QCOMPARE(brackets[0].last, quint32(8));
}

void GroupBracketsTest::otherPatternsAndGroupsOfOneHaveNone()
{
    QVERIFY(groupBrackets(competing(QStringLiteral("race"), 8, 1), eightLanes()).empty());
    QVERIFY(groupBrackets(competing(QStringLiteral("batcher"), 8, 3), eightLanes()).empty());
    // The last group may be of one.
    QCOMPARE(groupBrackets(competing(QStringLiteral("race"), 7, 3), eightLanes(0, 764, 7)).size(), size_t(2));
}

void GroupBracketsTest::aGroupThatIsScrolledAwayHasNoEndThere()
{
    const TimelineGeometry geometry = eightLanes(12 * 12, 764, 1000);
    QCOMPARE(geometry.firstLane(), qint64(12));
    const auto brackets = groupBrackets(competing(QStringLiteral("race"), 1000, 10), geometry);
    QCOMPARE(brackets.front().first, quint32(11));
    QVERIFY(brackets.front().goesOnAbove);
    QCOMPARE(brackets.front().top, geometry.lanes().top());
    QVERIFY(brackets.back().goesOnBelow);
    QCOMPARE(brackets.back().bottom, geometry.lanes().bottom());
}

void GroupBracketsTest::anEditedSizeLeavesTheGroupsUnknown()
{
    Run run = competing(QStringLiteral("race"), 8, 3);
    Scenario edited = run.scenario();
    edited.pattern.set(QStringLiteral("size"), 4);
    run.setCurrent(edited);
    QVERIFY(groupBrackets(run, eightLanes()).empty());
}

void GroupBracketsTest::drawsInTheGutter()
{
    const Run run = competing(QStringLiteral("race"), 8, 4);
    TimelinePainter painter(Theme::light());
    painter.setRun(&run);
    painter.update();
    TimelineState state;
    state.whole = state.range = {0, 2400 * ms};
    const TimelineGeometry geometry = painter.geometry({824, 764}, state);
    QImage image(824, 764, QImage::Format_RGB32);
    QPainter p(&image);
    painter.paintContents(p, geometry, state);
    const QColor ink = Theme::light().color(Token::Text3);
    QCOMPARE(image.pixelColor(4, geometry.lane(1).center().y()), ink);
    QCOMPARE(image.pixelColor(6, geometry.lane(0).top() + 3), ink);
    QVERIFY(image.pixelColor(4, geometry.lane(3).bottom() - 1) != ink);
}

QTEST_MAIN(GroupBracketsTest)
#include "group_brackets_test.moc"
