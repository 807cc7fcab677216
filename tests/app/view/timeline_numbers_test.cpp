// SPDX-License-Identifier: MIT
#include "view/timeline_numbers.h"

#include "app/picture/trace_builder.h"
#include "view/find_bar.h"
#include "view/numbers_page.h"
#include "view/timeline_find.h"
#include "view/timeline_view.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace playground;

namespace {

constexpr qint64 ms = TraceBuilder::ms;

struct Shown {
    Shown()
        : run(parallelMap(8, 3))
        , find(&bar, &view)
        , numbers(&page, &view, &find)
    {
        view.resize(824, 764);
        run.append(eightFetches(), 2200 * ms);
        view.setRun(&run);
        find.setRun(&run);
        numbers.setRun(&run);
    }
    void write(const QString &text)
    {
        find.open();
        bar.findChild<QLineEdit *>()->setText(text);
    }

    Run run;
    FindBar bar;
    TimelineView view;
    TimelineFind find;
    NumbersPage page;
    TimelineNumbers numbers;
};

} // namespace

class TimelineNumbersTest : public QObject {
    Q_OBJECT

private slots:
    void showsTheNumbersOfWhatIsMeasured();
    void showsTheNumbersOfWhatIsFound();
    void whatIsMeasuredComesFirst();
    void followsTheRunWithoutComingToTheFront();
    void nothingToShowIsNothing();
};

void TimelineNumbersTest::showsTheNumbersOfWhatIsMeasured()
{
    Shown shown;
    // Around the failure of #4: #1 and #2 are at work, #4 fails and backs off, #5 begins; three still wait.
    shown.view.measure(TimeRange{600 * ms, 824 * ms});
    QVERIFY(shown.numbers.hasSubject());
    QCOMPARE(shown.page.lines(),
             (QStringList{QStringLiteral("All 8: min 276 ms, mean 927 ms, p50 846 ms, p95 1.530 s, max 1.530 s"),
                          QStringLiteral("Queued 4: min 684 ms, mean 1.159 s, p50 972 ms, p95 1.530 s, max 1.530 s"),
                          QStringLiteral("Succeeded 3: min 684 ms, mean 834 ms, p50 846 ms, p95 972 ms, max 972 ms"),
                          QStringLiteral("Failed 1: min 276 ms, mean 276 ms, p50 276 ms, p95 276 ms, max 276 ms")}));
}

void TimelineNumbersTest::showsTheNumbersOfWhatIsFound()
{
    Shown shown;
    shown.write(QStringLiteral("#4"));
    QCOMPARE(shown.page.lines().first(),
             QStringLiteral("All 4: min 276 ms, mean 442 ms, p50 318 ms, p95 624 ms, max 624 ms"));
    shown.write(QStringLiteral("#4 back-off"));
    QCOMPARE(shown.page.lines().at(1),
             QStringLiteral("Back-off 1: min 318 ms, mean 318 ms, p50 318 ms, p95 318 ms, max 318 ms"));
    shown.write(QStringLiteral("dropped"));
    QCOMPARE(shown.page.lines(), (QStringList{QStringLiteral("All 0: ")}));
}

void TimelineNumbersTest::whatIsMeasuredComesFirst()
{
    Shown shown;
    QSignalSpy subject(&shown.numbers, &TimelineNumbers::subjectChanged);
    shown.write(QStringLiteral("failed"));
    QCOMPARE(subject.size(), 1);
    shown.view.measure(TimeRange{0, 10 * ms});
    QCOMPARE(subject.size(), 2);
    QVERIFY(shown.page.lines().first().startsWith(QStringLiteral("All 8")));
    shown.view.measure(std::nullopt);
    QVERIFY(shown.page.lines().first().startsWith(QStringLiteral("All 1")));
    shown.find.close();
    QCOMPARE(subject.size(), 4);
    QCOMPARE(subject.last().first().toBool(), false);
}

void TimelineNumbersTest::followsTheRunWithoutComingToTheFront()
{
    Shown shown;
    Run growing(parallelMap(8, 3));
    shown.view.setRun(&growing);
    shown.find.setRun(&growing);
    shown.numbers.setRun(&growing);
    shown.view.measure(TimeRange{0, 3000 * ms});
    shown.write(QStringLiteral("failed"));
    QSignalSpy subject(&shown.numbers, &TimelineNumbers::subjectChanged);
    growing.append(eightFetches(), 2200 * ms);
    shown.view.runAdvanced();
    shown.find.runAdvanced();
    shown.numbers.runAdvanced();
    QVERIFY(shown.page.lines().first().startsWith(QStringLiteral("All 15")));
    shown.view.measure(std::nullopt);
    QCOMPARE(subject.size(), 1);
    QVERIFY(shown.page.lines().first().startsWith(QStringLiteral("All 1")));
}

void TimelineNumbersTest::nothingToShowIsNothing()
{
    Shown shown;
    QVERIFY(!shown.numbers.hasSubject());
    shown.view.measure(TimeRange{0, 10 * ms});
    QVERIFY(shown.numbers.hasSubject());
    shown.view.setRun(nullptr);
    shown.find.setRun(nullptr);
    shown.numbers.setRun(nullptr);
    QVERIFY(!shown.numbers.hasSubject());
}

QTEST_MAIN(TimelineNumbersTest)
#include "timeline_numbers_test.moc"
