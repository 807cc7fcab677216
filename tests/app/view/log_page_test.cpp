// SPDX-License-Identifier: MIT
#include "view/log_page.h"

#include "sample_run.h"
#include "view/log_model.h"
#include "view/row_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace playground;

class LogPageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<LogPage>();
        m_page->resize(320, 300);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        m_run = sampleRun();
        m_page->setRun(m_run.get());
    }
    void cleanup() { m_page.reset(); }

    void hasALinePerEvent()
    {
        QCOMPARE(model()->rowCount(), int(m_run->trace().size()) - 2); // Which parts there are is no event.
        QCOMPARE(line(0), QStringList({"0.000 s", "#1 arrives: GET /pages/1"}));
        QCOMPARE(line(model()->rowCount() - 1), QStringList({"0.900 s", "end: nothing is left to run"}));
    }

    void showsOneRequestWhenAsked()
    {
        QVERIFY(!m_page->onlySelection()->isEnabled());
        m_page->setSelection(4);
        QVERIFY(m_page->onlySelection()->isEnabled());
        QCOMPARE(m_page->onlySelection()->text(), "&Only #4");
        QTest::mouseClick(m_page->onlySelection(), Qt::LeftButton);
        QCOMPARE(model()->rowCount(), 12);
        for (int row = 0; row < 12; ++row)
            QVERIFY(line(row)[1].startsWith("#4"));
        m_page->setSelection(2);
        QCOMPARE(line(0)[1], "#2 arrives: GET /pages/2");
        m_page->setSelection(0); // Nothing is selected: everything shows.
        QVERIFY(model()->rowCount() > 12);
        QTest::mouseClick(m_page->onlySelection(), Qt::LeftButton);
        QVERIFY(!m_page->onlySelection()->isEnabled());
    }

    void theFocusAloneChoosesNobody()
    {
        m_page->setSelection(4);
        QSignalSpy chosen(m_page.get(), &LogPage::requestChosen);
        m_page->findChild<RowTable *>()->setFocus(Qt::TabFocusReason);
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(m_page->findChild<RowTable *>(), Qt::Key_Down);
        QVERIFY(!chosen.isEmpty());
    }

    void followsTheRunWhileItsEndIsInView()
    {
        const auto run = sampleRun(false);
        m_page->setRun(run.get());
        const int before = model()->rowCount();
        QCOMPARE(bar()->value(), bar()->maximum());
        TraceBuilder more;
        more.at(std::chrono::milliseconds(618)).go(4, 2, GoHow::Elapsed, 0, 2).attempt(4, 2, 2);
        run->append(more, 620'000'000);
        m_page->refresh(false);
        QCOMPARE(model()->rowCount(), before + 2);
        QCOMPARE(bar()->value(), bar()->maximum());
        // Who reads further up is left alone.
        bar()->setValue(1);
        TraceBuilder last;
        last.at(std::chrono::milliseconds(900)).attemptEnd(4, 2).settle(4, RequestOutcome::Succeeded, 2);
        run->append(last, 900'000'000);
        m_page->refresh(false);
        QCOMPARE(model()->rowCount(), before + 4);
        QCOMPARE(bar()->value(), 1);
        m_page->setRun(nullptr);
        QCOMPARE(model()->rowCount(), 0);
    }

    void aHiddenLogCatchesUpWhenItIsShown()
    {
        const auto run = sampleRun();
        m_page->hide();
        m_page->setRun(run.get());
        m_page->refresh(false);
        QCOMPARE(model()->rowCount(), 0);
        m_page->show();
        QVERIFY(model()->rowCount() > 0);
        m_page->setRun(nullptr);
    }

    void aLineThatIsSteppedOntoChoosesItsRequest()
    {
        QSignalSpy chosen(m_page.get(), &LogPage::requestChosen);
        table()->setFocus();
        table()->setCurrentIndex(model()->index(0, 0));
        chosen.clear();
        QTest::keyClick(table(), Qt::Key_End, Qt::ControlModifier); // The end of the run is of no request.
        QTest::keyClick(table(), Qt::Key_Up);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toUInt(), 4U);
    }

    void linesAreCopiedAsText()
    {
        table()->setFocus();
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("0.000 s  #1 arrives: GET /pages/1\n0.000 s  #1: gets a slot (slots)\n"));
        QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(table()->selectedText().count('\n'), model()->rowCount());
    }

    void lettersAreTheWindowsKeys()
    {
        table()->setFocus();
        table()->setCurrentIndex(model()->index(0, 0));
        QKeyEvent key(QEvent::KeyPress, Qt::Key_J, Qt::NoModifier, "j");
        key.accept();
        QCoreApplication::sendEvent(table(), &key);
        QVERIFY(!key.isAccepted());
    }

private:
    RowTable *table() const { return m_page->table(); }
    QScrollBar *bar() const { return table()->verticalScrollBar(); }
    QAbstractItemModel *model() const { return table()->model(); }
    QStringList line(int row) const
    {
        return {model()->index(row, 0).data().toString(), model()->index(row, 1).data().toString()};
    }

    std::unique_ptr<Run> m_run;
    std::unique_ptr<LogPage> m_page;
};

QTEST_MAIN(LogPageTest)
#include "log_page_test.moc"
