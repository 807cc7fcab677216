// SPDX-License-Identifier: MIT
#include "view/table_page.h"

#include "sample_run.h"
#include "view/request_table_model.h"
#include "view/row_table.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace playground;
using namespace std::chrono_literals;
using Column = RequestTableModel::Column;

class TablePageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<TablePage>();
        m_page->resize(480, 300);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        m_run = sampleRun();
        m_page->setRun(m_run.get());
    }
    void cleanup() { m_page.reset(); }

    void hasARowPerRequest()
    {
        QCOMPARE(model()->rowCount(), 4);
        QCOMPARE(row(0), QStringList({"1", "Succeeded", "100 ms", "0 ms", "1", "0.000 s", "GET /pages/1"}));
        // The back-off does not count as waiting.
        QCOMPARE(row(3), QStringList({"4", "Succeeded", "900 ms", "100 ms", "2", "0.000 s", "GET /pages/4"}));
    }

    void tellsWhatIsUnderWay()
    {
        const auto run = sampleRun(false);
        m_page->setRun(run.get());
        QCOMPARE(row(3), QStringList({"4", "Back-off", "–", "100 ms", "1", "0.000 s", "GET /pages/4"}));
        m_page->setRun(nullptr);
        QCOMPARE(model()->rowCount(), 0);
    }

    void theTellingColumnsFitIntoANarrowPanel()
    {
        m_page->resize(300, 400);
        QCoreApplication::processEvents();
        const QHeaderView *head = table()->horizontalHeader();
        for (const int column : {Column::Number, Column::Outcome, Column::Latency, Column::Wait, Column::Attempts})
            QVERIFY2(head->sectionViewportPosition(column) + head->sectionSize(column) <= table()->viewport()->width(),
                     qPrintable(model()->headerData(column, Qt::Horizontal).toString()));
    }

    void sortsByClickAndByKey()
    {
        QHeaderView *head = table()->horizontalHeader();
        const auto click = [&](int column) {
            QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                              {head->sectionViewportPosition(column) + head->sectionSize(column) / 2, head->height() / 2});
        };
        click(Column::Latency);
        QCOMPARE(numbers(), QStringList({"1", "2", "3", "4"}));
        click(Column::Latency);
        QCOMPARE(numbers(), QStringList({"4", "3", "2", "1"}));
        QCOMPARE(model()->headerData(Column::Latency, Qt::Horizontal).toString(), "Latency ↓");
        QCOMPARE(model()->headerData(Column::Number, Qt::Horizontal).toString(), "No.");
        // Equal ones stand in the order of their numbers, either way.
        table()->setFocus();
        table()->setCurrentIndex(model()->index(0, Column::Attempts));
        QTest::keyClick(table(), Qt::Key_S);
        QCOMPARE(numbers(), QStringList({"1", "2", "3", "4"}));
        QTest::keyClick(table(), Qt::Key_S);
        QCOMPARE(numbers(), QStringList({"4", "1", "2", "3"}));
    }

    void theSelectionIsThatOfTheTimeline()
    {
        QSignalSpy chosen(m_page.get(), &TablePage::requestChosen);
        m_page->setSelection(3);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(table()->currentIndex().row(), 2);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toUInt(), 4U);
        m_page->setSelection(4);
        QCOMPARE(chosen.count(), 1);
        // It stays with its request when the rows change places.
        table()->sortByColumn(Column::Latency, Qt::DescendingOrder);
        QCOMPARE(table()->currentIndex().row(), 0);
        QCOMPARE(chosen.count(), 1);
        m_page->setSelection(0);
        QVERIFY(!table()->currentIndex().isValid());
        QVERIFY(!table()->selectionModel()->hasSelection());
    }

    void aHiddenTableTakesTheSelectionWhenItIsShown()
    {
        m_page->hide();
        m_page->setSelection(3);
        m_page->setRun(m_run.get());
        QVERIFY(!table()->currentIndex().isValid());
        m_page->show();
        QCOMPARE(table()->currentIndex().row(), 2);
    }

    void keepsItsOrderWhileTheRunGrows()
    {
        const auto run = sampleRun(false);
        m_page->setRun(run.get());
        table()->sortByColumn(Column::Attempts, Qt::DescendingOrder);
        m_page->setSelection(2);
        TraceBuilder more;
        more.at(618ms).go(4, 2, GoHow::Elapsed, 0, 2).attempt(4, 2, 2).arrive(5, "GET /pages/5");
        run->append(more, 620'000'000);
        m_page->refresh(false);
        QCOMPARE(numbers(), QStringList({"4", "1", "2", "3", "5"}));
        QCOMPARE(table()->currentIndex().row(), 2);
        m_page->setRun(nullptr);
    }

    void holdsAHundredThousandRequests()
    {
        Run many(sampleScenario());
        TraceBuilder trace;
        for (quint32 request = 1; request <= 100'000; ++request)
            trace.at(std::chrono::microseconds(request)).arrive(request).attempt(request, 1);
        for (quint32 request = 1; request <= 100'000; ++request)
            trace.at(1s + std::chrono::microseconds(request * 7919 % 100'003))
                .attemptEnd(request, 1)
                .settle(request, RequestOutcome::Succeeded, 1);
        many.append(trace, 2'000'000'000);
        m_page->setRun(&many);
        QCOMPARE(model()->rowCount(), 100'000);
        table()->sortByColumn(Column::Latency, Qt::AscendingOrder);
        const auto &lanes = many.timeline().lanes();
        auto *requests = static_cast<RequestTableModel *>(model());
        for (int row = 1; row < 100'000; ++row) {
            const Lane &before = lanes[requests->requestAt(row - 1) - 1], &here = lanes[requests->requestAt(row) - 1];
            QVERIFY(before.settled - before.arrived <= here.settled - here.arrived);
            QCOMPARE(requests->rowOf(here.request), row);
        }
        m_page->setSelection(77'777);
        QCOMPARE(table()->currentIndex().row(), requests->rowOf(77'777));
        QVERIFY(table()->rect().intersects(table()->visualRect(table()->currentIndex())));
        m_page->setRun(nullptr);
    }

private:
    RowTable *table() const { return m_page->table(); }
    QAbstractItemModel *model() const { return table()->model(); }
    QStringList row(int row) const
    {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells += model()->index(row, column).data().toString();
        return cells;
    }
    QStringList numbers() const
    {
        QStringList numbers;
        for (int row = 0; row < model()->rowCount(); ++row)
            numbers += model()->index(row, 0).data().toString();
        return numbers;
    }

    std::unique_ptr<Run> m_run;
    std::unique_ptr<TablePage> m_page;
};

QTEST_MAIN(TablePageTest)
#include "table_page_test.moc"
