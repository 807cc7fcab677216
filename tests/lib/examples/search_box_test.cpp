// SPDX-License-Identifier: MIT
#include "search_box/search_box.h"
#include "search_box/word_source.h"

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include <memory>
#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// A search box on a virtual clock, above a source that writes down what becomes of each question.
class Desk {
public:
    explicit Desk() : m_box(std::make_unique<SearchBox>([this](QString text, std::stop_token token) { return find(text, token); }))
    {
        m_box->show();
    }

    VirtualClock clock;

    QLineEdit *edit() const { return m_box->findChild<QLineEdit *>(); }
    QListWidget *list() const { return m_box->findChild<QListWidget *>(); }
    void type(const char *keys) { QTest::keyClicks(edit(), QString::fromLatin1(keys)); }
    void press(Qt::Key key) { QTest::keyClick(edit(), key); }
    QStringList hits() const
    {
        QStringList all;
        for (int row = 0; row < list()->count(); ++row)
            all << list()->item(row)->text();
        return all;
    }
    QString status() const { return m_box->findChild<QLabel *>()->text(); }
    QStringList asked() const { return m_asked; }
    void close() { m_box.reset(); }

private:
    QCoro::Task<QStringList> find(QString text, std::stop_token token)
    {
        const qsizetype number = m_asked.size();
        m_asked << text + at();
        std::exception_ptr error;
        try {
            auto finding = findWords(text, token);
            const QStringList found = co_await finding;
            m_asked[number] += " answered" + at();
            co_return found;
        } catch (...) {
            error = std::current_exception();
        }
        m_asked[number] += " stopped" + at();
        std::rethrow_exception(error);
    }
    QString at() const { return QStringLiteral(" at %1").arg(clock.now() / 1ms); }

    QStringList m_asked;
    std::unique_ptr<SearchBox> m_box;
};

} // namespace

class SearchBoxTest : public QObject {
    Q_OBJECT

private slots:
    void asksOnceTheTypistPauses();
    void enterAsksAtOnce();
    void aKeyStopsTheSearchUnderWay();
    void onlyTheAnswerToTheLastTextIsShown();
    void oldHitsAreGreyUntilTheNewOnesAreThere();
    void escapeClearsAndAsksNobody();
    void theArrowsMoveThroughTheHits();
    void noHits();
    void aFailureIsShownAndTheNextKeyTriesAgain();
    void closingTheWindowUnwindsTheSearch();
    void closingTheWindowForgetsWhatWasTyped();
};

void SearchBoxTest::asksOnceTheTypistPauses()
{
    Desk desk;
    QCOMPARE(desk.status(), "Type a part of its name.");
    for (const char *key : {"h", "e", "r"}) {
        desk.type(key);
        desk.clock.advance(100ms);
    }
    desk.clock.runUntil(449ms); // The last key came at 200 ms.
    QCOMPARE(desk.asked(), QStringList());
    desk.clock.runUntil(450ms);
    QCOMPARE(desk.asked(), QStringList("her at 450"));
    QCOMPARE(desk.status(), "Searching for “her” …");
    desk.clock.run();
    QCOMPARE(desk.asked(), QStringList("her at 450 answered at 750"));
    QCOMPARE(desk.hits(), QStringList({"flycatcher", "heron", "kingfisher", "oystercatcher"}));
    QCOMPARE(desk.status(), "4 birds in 300 ms");
}

void SearchBoxTest::enterAsksAtOnce()
{
    Desk desk;
    desk.type("wren");
    desk.press(Qt::Key_Return);
    desk.clock.run();
    QCOMPARE(desk.asked(), QStringList("wren at 0 answered at 200"));
    QCOMPARE(desk.hits(), QStringList("wren"));
    desk.press(Qt::Key_Return); // Nothing is pending.
    desk.clock.run();
    QCOMPARE(desk.asked().size(), 1);
}

void SearchBoxTest::aKeyStopsTheSearchUnderWay()
{
    Desk desk;
    desk.type("s");
    desk.clock.runUntil(600ms);
    desk.type("w");
    desk.clock.run();
    QCOMPARE(desk.asked(), QStringList({"s at 250 stopped at 600", "sw at 850 answered at 1250"}));
    QCOMPARE(desk.hits(), QStringList({"swallow", "swan", "swift"}));
}

void SearchBoxTest::onlyTheAnswerToTheLastTextIsShown()
{
    Desk desk;
    desk.type("o");
    desk.press(Qt::Key_Return); // Would be answered at 500 ms.
    desk.clock.runUntil(100ms);
    desk.type("wl");
    desk.press(Qt::Key_Return); // Is answered at 400 ms.
    desk.clock.runUntil(400ms);
    QCOMPARE(desk.hits(), QStringList("owl"));
    desk.clock.run();
    QCOMPARE(desk.hits(), QStringList("owl"));
    QCOMPARE(desk.asked(), QStringList({"o at 0 stopped at 100", "owl at 100 answered at 400"}));
}

void SearchBoxTest::oldHitsAreGreyUntilTheNewOnesAreThere()
{
    Desk desk;
    desk.type("sw");
    desk.clock.run();
    QVERIFY(desk.list()->isEnabled());
    desk.type("i");
    QVERIFY(!desk.list()->isEnabled());
    QCOMPARE(desk.hits(), QStringList({"swallow", "swan", "swift"}));
    desk.clock.run();
    QVERIFY(desk.list()->isEnabled());
    QCOMPARE(desk.hits(), QStringList("swift"));
}

void SearchBoxTest::escapeClearsAndAsksNobody()
{
    Desk desk;
    desk.type("sw");
    desk.clock.run();
    desk.type("a");
    desk.press(Qt::Key_Escape);
    QCOMPARE(desk.edit()->text(), QString());
    QCOMPARE(desk.hits(), QStringList());
    QCOMPARE(desk.status(), "Type a part of its name.");
    QVERIFY(desk.list()->isEnabled());
    desk.clock.run();
    QCOMPARE(desk.asked().size(), 1);
}

void SearchBoxTest::theArrowsMoveThroughTheHits()
{
    Desk desk;
    desk.press(Qt::Key_Down); // There is nothing yet.
    desk.type("sw");
    desk.clock.run();
    QCOMPARE(desk.list()->currentRow(), 0);
    QList<int> rows;
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Up}) {
        desk.press(key);
        rows << desk.list()->currentRow();
    }
    QCOMPARE(rows, QList<int>({0, 1, 2, 2, 1}));
    QCOMPARE(desk.edit()->text(), "sw");
}

void SearchBoxTest::noHits()
{
    Desk desk;
    desk.type("dodo");
    desk.clock.run();
    QCOMPARE(desk.hits(), QStringList());
    QCOMPARE(desk.status(), "0 birds in 200 ms");
}

void SearchBoxTest::aFailureIsShownAndTheNextKeyTriesAgain()
{
    Desk desk;
    desk.type("kite?");
    desk.clock.run();
    QCOMPARE(desk.hits(), QStringList());
    QCOMPARE(desk.status(), "No answer: a question mark is no part of a bird. Change the text to try again.");
    desk.press(Qt::Key_Backspace);
    desk.clock.run();
    QCOMPARE(desk.hits(), QStringList("kite"));
    QCOMPARE(desk.asked().size(), 2);
}

void SearchBoxTest::closingTheWindowUnwindsTheSearch()
{
    Desk desk;
    desk.type("s");
    desk.clock.runUntil(300ms);
    desk.close();
    QCOMPARE(desk.asked(), QStringList("s at 250 stopped at 300"));
    desk.clock.run();
    QCOMPARE(desk.clock.now(), 300ms);
}

void SearchBoxTest::closingTheWindowForgetsWhatWasTyped()
{
    Desk desk;
    desk.type("s");
    desk.clock.runUntil(100ms);
    desk.close();
    desk.clock.run();
    QCOMPARE(desk.asked(), QStringList());
    QCOMPARE(desk.clock.now(), 100ms);
}

QTEST_MAIN(SearchBoxTest)
#include "search_box_test.moc"
