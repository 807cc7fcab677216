// SPDX-License-Identifier: MIT
#include "view/timeline_access.h"

#include "sample_run.h"
#include "view/timeline_view.h"

#include <QTest>

#include <memory>

using namespace playground;
using namespace std::chrono_literals;

class TimelineAccessTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_run = sampleRun();
        m_view = std::make_unique<TimelineView>();
        m_view->resize(800, 600);
        m_view->setRun(m_run.get());
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
    }
    void cleanup() { m_view.reset(); }

    void isAListOfRequestsWithTheirSpans()
    {
        QCOMPARE(access()->role(), QAccessible::List);
        QCOMPARE(access()->text(QAccessible::Name), "Timeline");
        QStringList names;
        for (int i = 0; i < access()->childCount(); ++i) {
            QAccessibleInterface *child = access()->child(i);
            QVERIFY(child);
            QCOMPARE(access()->indexOfChild(child), i);
            if (child->role() == QAccessible::ListItem)
                names += child->text(QAccessible::Name);
        }
        QCOMPARE(names, QStringList({"Request 1, GET /pages/1, succeeded at 0.100 s",
                                     "Request 2, GET /pages/2, succeeded at 0.200 s",
                                     "Request 3, GET /pages/3, succeeded at 0.300 s",
                                     "Request 4, GET /pages/4, succeeded at 0.900 s"}));
        QAccessibleInterface *fourth = request(4);
        QStringList spans;
        for (int i = 0; i < fourth->childCount(); ++i) {
            QCOMPARE(fourth->indexOfChild(fourth->child(i)), i);
            QCOMPARE(fourth->child(i)->parent(), fourth);
            spans += fourth->child(i)->text(QAccessible::Name);
        }
        QCOMPARE(spans, QStringList({"Request 4, waits for a slot, 0.000 s to 0.100 s",
                                     "Request 4, attempt 1, failed with 503, 0.100 s to 0.300 s",
                                     "Request 4, back-off, 0.300 s to 0.618 s",
                                     "Request 4, attempt 2, succeeded, 0.618 s to 0.900 s"}));
        QVERIFY(!fourth->child(4));
        QCOMPARE(fourth->parent(), access());
    }

    void tellsWhatIsUnderWay()
    {
        Run run(sampleScenario());
        TraceBuilder trace;
        trace.at(100ms).arrive(7).attempt(7, 2);
        run.append(trace, 400'000'000);
        m_view->setRun(&run);
        QCOMPARE(request(7)->text(QAccessible::Name), "Request 7, under way since 0.100 s");
        QCOMPARE(request(7)->child(0)->text(QAccessible::Name), "Request 7, attempt 2, running, since 0.100 s");
        QCOMPARE(request(6)->text(QAccessible::Name), "Request 6, not arrived");
        m_view->setRun(nullptr);
        QCOMPARE(access()->childCount() - widgets(), 0);
    }

    void theFocusIsWhereTheSelectionIs()
    {
        QTest::keyClick(m_view.get(), Qt::Key_J);
        QVERIFY(access()->focusChild());
        QCOMPARE(access()->focusChild()->text(QAccessible::Name), "Request 1, attempt 1, succeeded, 0.000 s to 0.100 s");
        QTest::keyClick(m_view.get(), Qt::Key_J);
        QAccessibleInterface *focused = access()->focusChild();
        QVERIFY(focused);
        QCOMPARE(focused->text(QAccessible::Name), "Request 2, attempt 1, succeeded, 0.000 s to 0.200 s");
        QVERIFY(focused->state().focused && focused->state().selected);
        QVERIFY(!request(1)->state().selected);
        m_view->select(3);
        QCOMPARE(access()->focusChild(), request(3));
        m_view->select(0);
        QVERIFY(!access()->focusChild() || access()->focusChild() == access());
    }

    void placesAreThoseOfTheTimeline()
    {
        QAccessibleInterface *second = request(4)->child(3);
        const QRect place = second->rect();
        QVERIFY(!place.isEmpty());
        QVERIFY(request(4)->rect().contains(place));
        QCOMPARE(access()->childAt(place.center().x(), place.center().y()), second);
        QVERIFY(!second->state().offscreen);
        QVERIFY(request(1)->rect().bottom() < request(4)->rect().top());
    }

    void anotherRunHasOtherItems()
    {
        QAccessibleInterface *first = request(4);
        QVERIFY(first->isValid());
        const auto run = sampleRun(false);
        m_view->setRun(run.get());
        QCOMPARE(request(4)->childCount(), 3);
        QCOMPARE(request(4)->child(2)->text(QAccessible::Name), "Request 4, back-off, since 0.300 s");
        m_view->setRun(nullptr);
    }

    void aLongRunCostsOnlyWhatIsAskedFor()
    {
        Run many(sampleScenario());
        TraceBuilder trace;
        for (quint32 number = 1; number <= 100'000; ++number)
            trace.arrive(number).attempt(number, 1);
        many.append(trace, 1'000'000);
        m_view->setRun(&many);
        QCOMPARE(access()->childCount() - widgets(), 100'000);
        QCOMPARE(request(99'999)->text(QAccessible::Name), "Request 99999, under way since 0.000 s");
        m_view->setRun(nullptr);
    }

private:
    QAccessibleInterface *access() const { return QAccessible::queryAccessibleInterface(m_view.get()); }
    int widgets() const { return int(m_view->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).size()); }
    QAccessibleInterface *request(quint32 number) const
    {
        return static_cast<TimelineAccess *>(access())->request(number);
    }

    std::unique_ptr<Run> m_run;
    std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(TimelineAccessTest)
#include "timeline_access_test.moc"
