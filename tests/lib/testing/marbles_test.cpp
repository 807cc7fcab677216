// SPDX-License-Identifier: MIT
#include <asyncade/testing/marbles.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <utility>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

static_assert(AsyncSource<MarbleSource>);

class MarblesTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsPlayedIsDrawn_data();
    void whatIsPlayedIsDrawn();
    void eachSignTakesAFrameAndAGroupTakesOne();
    void blanksMeanNothing();
    void beginsWhenItIsMade();
    void whatIsLateIsThereAtOnce();
    void behindTheEndThereIsOnlyTheEnd();
    void aDrawingWithoutAnEndNeverEnds();
    void obeysItsToken();
    void countsHowOftenItWasAsked();
    void theFrameCanBeChosen();
    void whatFallsBetweenTwoFramesIsDrawnWithItsTime();
    void drawsNumbersRangesAndTuples();
    void drawsErrors();
    void whatCannotBeReadIsRefused_data();
    void whatCannotBeReadIsRefused();
};

void MarblesTest::whatIsPlayedIsDrawn_data()
{
    QTest::addColumn<QByteArray>("drawing");
    for (const char *drawing : {"|", "#", "a|", "-a--b--|", "(ab)-c#", "--(abc|)", "---(a#)", "1-2-(34)|"})
        QTest::newRow(drawing) << QByteArray(drawing);
}

void MarblesTest::whatIsPlayedIsDrawn()
{
    QFETCH(const QByteArray, drawing);
    VirtualClock clock;
    QCOMPARE(drawn(marbles(drawing.constData())), drawing);
}

void MarblesTest::eachSignTakesAFrameAndAGroupTakesOne()
{
    VirtualClock clock;
    auto source = marbles("-a(bc)-d|");
    std::vector<std::pair<char, std::int64_t>> seen;
    clock.run([&]() -> QCoro::Task<> {
        while (const auto item = co_await source.next())
            seen.emplace_back(*item, clock.now() / 1ms);
    });
    QCOMPARE(seen, (std::vector<std::pair<char, std::int64_t>>{{'a', 10}, {'b', 20}, {'c', 20}, {'d', 40}}));
    QCOMPARE(clock.now(), 50ms);
}

void MarblesTest::blanksMeanNothing()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("- a  --b ( c d ) |")), "-a--b(cd)|");
}

void MarblesTest::beginsWhenItIsMade()
{
    VirtualClock clock;
    clock.advance(100ms);
    QCOMPARE(drawn(marbles("-a|")), "-a|");
    QCOMPARE(clock.now(), 120ms);
}

void MarblesTest::whatIsLateIsThereAtOnce()
{
    VirtualClock clock;
    auto source = marbles("ab-c-d|");
    clock.advance(30ms);
    QCOMPARE(drawn(source), "(abc)-d|");
}

void MarblesTest::behindTheEndThereIsOnlyTheEnd()
{
    VirtualClock clock;
    auto ended = marbles("-|"), failed = marbles("-#");
    drawn(ended);
    QCOMPARE(drawn(ended), "|");
    drawn(failed);
    QCOMPARE(drawn(failed), "|");
}

void MarblesTest::aDrawingWithoutAnEndNeverEnds()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { drawn(marbles("-a-")); }),
             "Stalled: nothing can happen any more and the operation has not ended; it waits for the event \"marbles without an end\"");
}

void MarblesTest::obeysItsToken()
{
    VirtualClock clock;
    auto source = marbles("---a|");
    std::stop_source stop;
    const auto stopping = support::stopAfter(15ms, stop);
    QCOMPARE(thrownBy([&] { clock.run([&] { return source.next(stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.now(), 15ms);
    QCOMPARE(thrownBy([&] { clock.run([&] { return source.next(stop.get_token()); }); }), "Cancelled: cancelled");
    QCOMPARE(clock.run([&] { return source.next(); }), std::optional('a')); // Nothing is lost.
}

void MarblesTest::countsHowOftenItWasAsked()
{
    VirtualClock clock;
    auto source = marbles("ab|");
    QCOMPARE(source.asked(), 0);
    drawn(source);
    QCOMPARE(source.asked(), 3);
}

void MarblesTest::theFrameCanBeChosen()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("-a-|", 1s), 1s), "-a-|");
    QCOMPARE(clock.now(), 3s);
    QCOMPARE(thrownBy([] { marbles("a", 0s); }), "invalid_argument: marbles: expected a frame of more than 0, got 0 ns");
    QCOMPARE(thrownBy([] { drawn(marbles("a|"), 0s); }), "invalid_argument: drawn: expected a frame of more than 0, got 0 ns");
}

void MarblesTest::whatFallsBetweenTwoFramesIsDrawnWithItsTime()
{
    VirtualClock clock;
    QCOMPARE(drawn(marbles("-a|", 15ms)), "-a@15ms-|");
}

namespace {

/// Numbers, pairs and ranges, one a frame.
template <class T>
class ListSource {
public:
    explicit ListSource(std::vector<T> items) : m_items(std::move(items)) {}
    QCoro::Task<std::optional<T>> next(std::stop_token token)
    {
        co_await sleepFor(10ms, token);
        if (m_position == m_items.size())
            throw std::runtime_error("empty");
        co_return std::optional<T>(m_items[m_position++]);
    }

private:
    std::vector<T> m_items;
    std::size_t m_position = 0;
};

} // namespace

void MarblesTest::drawsNumbersRangesAndTuples()
{
    VirtualClock clock;
    QCOMPARE(drawn(ListSource(std::vector{1, 23})), "-123!empty");
    QCOMPARE(drawn(ListSource(std::vector{true, false})), "-TF!empty");
    QCOMPARE(drawn(ListSource(std::vector{std::pair{'a', 1}, std::pair{'b', 2}})), "-<a1><b2>!empty");
    QCOMPARE(drawn(ListSource(std::vector{std::vector{'a', 'b'}, std::vector{'c'}})), "-[ab][c]!empty");
    QCOMPARE(drawn(ListSource(std::vector{QByteArray("word")})), "-word!empty");
}

void MarblesTest::drawsErrors()
{
    VirtualClock clock;
    struct Failing {
        std::exception_ptr error;
        QCoro::Task<std::optional<char>> next(std::stop_token)
        {
            std::rethrow_exception(error);
            co_return std::nullopt;
        }
    };
    QCOMPARE(drawn(Failing{std::make_exception_ptr(Cancelled())}), "x");
    QCOMPARE(drawn(Failing{std::make_exception_ptr(std::runtime_error("broken"))}), "!broken");
    QCOMPARE(drawn(Failing{std::make_exception_ptr(1)}), "!");
}

void MarblesTest::whatCannotBeReadIsRefused_data()
{
    QTest::addColumn<QByteArray>("drawing");
    for (const char *drawing : {"a?", "a|-", "#a", "(a", "a)", "((a))", "(a-b)", "||"})
        QTest::newRow(drawing) << QByteArray(drawing);
}

void MarblesTest::whatCannotBeReadIsRefused()
{
    QFETCH(const QByteArray, drawing);
    VirtualClock clock;
    QVERIFY(thrownBy([&] { marbles(drawing.constData()); }).startsWith("invalid_argument: marbles: expected "));
}

QTEST_GUILESS_MAIN(MarblesTest)
#include "marbles_test.moc"
