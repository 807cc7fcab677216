// SPDX-License-Identifier: MIT
// A test of one's own, in plain QTest: a field that saves itself 2 s after the last key, tested in no time, to the millisecond.
#include <asyncade/asyncade.h>
#include <asyncade/testing/test_clock.h>

#include <QObject>
#include <QSignalSpy>
#include <QStringList>
#include <QTest>

#include <functional>

using namespace asyncade;
using namespace std::chrono_literals;

/// What is tested. It knows nothing of clocks.
class Draft : public QObject {
    Q_OBJECT

public:
    void edit(QString text) { m_saving(text); }
    QStringList saved;

signals:
    void done();

private:
    QCoro::Task<> save(QString text, std::stop_token token)
    {
        co_await sleepFor(300ms, token); // The disk.
        saved.append(text);
        emit done();
    }

    Debouncer<std::function<QCoro::Task<>(QString, std::stop_token)>> m_saving{
        [this](QString text, std::stop_token token) { return save(text, token); }, {.delay = 2s}};
};

class DraftTest : public QObject {
    Q_OBJECT

private slots:
    void savesWhenItHasBecomeQuiet()
    {
        VirtualClock clock; // Runs no event loop: time goes on when the test says so.
        Draft draft;
        draft.edit("D");
        clock.advance(1999ms);
        draft.edit("Dear");
        clock.advance(2299ms);
        QCOMPARE(draft.saved, QStringList());
        clock.advance(1ms);
        QCOMPARE(draft.saved, QStringList("Dear"));
    }

    void tellsWhoWaitsForItsSignal()
    {
        TestClock clock; // Jumps by itself while QSignalSpy::wait runs the event loop.
        Draft draft;
        QSignalSpy done(&draft, &Draft::done);
        draft.edit("Dear");
        QVERIFY(done.wait());
        QVERIFY(clock.now() == 2300ms);
    }

    void forgetsWhatWasNotSavedWhenItGoes()
    {
        VirtualClock clock;
        {
            Draft draft;
            draft.edit("Dear");
            clock.advance(2100ms); // The disk is at work.
            QVERIFY(clock.next());
        }
        QVERIFY(!clock.next()); // Nothing is left to be done.
    }
};

QTEST_GUILESS_MAIN(DraftTest)
#include "test_clock.moc"
