// SPDX-License-Identifier: MIT
#include "engine/course.h"

#include "app/engine/run_scenario.h"

using namespace playground;
using namespace std::chrono_literals;

namespace {

/// Three at a time; five from 500 ms on, and slower.
Scenario edited()
{
    return scenarioWith({{"pattern.kind", "parallel-map"}, {"pattern.limit", "3"},
                         {"edits", R"([{"at": "500ms", "set": {"pattern.limit": 5, "backend.latency.value": "200ms"}}])"}});
}

qint64 limitAt(const Course &course, std::chrono::nanoseconds time) { return course.currentAt(time).pattern.integer("limit"); }

} // namespace

/// What a run is a function of, and what the scenario was at each instant of it.
class CourseTest : public QObject {
    Q_OBJECT

private slots:
    void editsOfTheScenarioAreInForceFromTheirTimeOn()
    {
        const Course course(edited());
        QCOMPARE(limitAt(course, -1ns), 3);
        QCOMPARE(limitAt(course, 500ms - 1ns), 3);
        QCOMPARE(limitAt(course, 500ms), 5);
        QCOMPARE(course.currentAt(1s).backend.latency.duration("value"), 200ms);
        QCOMPARE(course.turnsUntil(499ms), size_t(0));
        QCOMPARE(course.turnsUntil(500ms), size_t(1));
        QVERIFY(course.played() == edited());
    }

    void anEditIsMadeBehindAllElseOfItsInstant()
    {
        Course course(edited());
        course.edit(500ms, {{{}, "pattern.limit", 7}});
        course.edit(200ms, {{{}, "pattern.limit", 4}});
        QCOMPARE(limitAt(course, 199ms), 3);
        QCOMPARE(limitAt(course, 200ms), 4);
        QCOMPARE(limitAt(course, 500ms), 7);
        QCOMPARE(course.played().edits.size(), size_t(4));
        QCOMPARE(course.played().edits.front(), (Edit{200ms, "pattern.limit", 4}));
        QCOMPARE(course.played().edits.back(), (Edit{500ms, "pattern.limit", 7}));
    }

    void aCutForgetsWhatComesLater()
    {
        Course course(edited());
        course.edit(700ms, {{{}, "pattern.limit", 7}});
        QVERIFY(course.cutAfter(600ms));
        QVERIFY(!course.cutAfter(600ms));
        QCOMPARE(limitAt(course, 1s), 5);
        QVERIFY(course.cutAfter(100ms));
        QCOMPARE(limitAt(course, 1s), 3);
        QVERIFY(course.played().edits.empty());
        QVERIFY(course.started() == edited());
    }

    void anEditBehindTheEndIsNotedAndNotPlayed()
    {
        Course course(edited());
        course.edit(2s, {{{}, "backend.latency.value", "1s"}}, true);
        QVERIFY(course.played() == edited());
        QCOMPARE(course.currentAt(2s).backend.latency.duration("value"), 1s);
        QCOMPARE(course.noted().edits.size(), size_t(3));
    }

    void anotherRunBeginsWithoutWhatTheScenariosOwnEditsMade()
    {
        Course course(edited());
        course.edit(600ms, {{{}, "backend.capacity", 9}});
        const Scenario shown = course.currentAt(1s);
        QVERIFY(course.again(shown, 1s) == with(edited(), {{"backend.capacity", "9"}}));
        QVERIFY(course.again(with(shown, {{"source.count", "9"}, {"pattern.limit", "6"}}), 1s)
                == with(edited(), {{"backend.capacity", "9"}, {"source.count", "9"}, {"pattern.limit", "6"}}));
        QVERIFY(course.again(edited(), 1s) == edited());
        const Course plain(defaultScenario());
        QVERIFY(plain.again(edited(), 1s) == edited());
    }
};

QTEST_GUILESS_MAIN(CourseTest)
#include "course_test.moc"
