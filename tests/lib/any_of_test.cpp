// SPDX-License-Identifier: MIT
#include <asyncade/any_of.h>

#include <asyncade/sleep.h>
#include <asyncade/timeout.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <functional>
#include <memory>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::failAfter;
using support::ReportedErrors;
using support::thrownBy;
using support::valueAfter;

namespace {

using Operation = std::function<QCoro::Task<int>(std::stop_token)>;

/// Fails when it is stopped, with an error of its own.
QCoro::Task<int> failWhenStopped(std::stop_token token)
{
    const Sleep hour = sleepFor(1h, token);
    try {
        co_await hour;
    } catch (const Cancelled &) {
        throw std::runtime_error("while unwinding");
    }
    co_return 0;
}

} // namespace

class AnyOfTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstSuccessWins();
    void failuresBeforeItArePassedOver_data();
    void failuresBeforeItArePassedOver();
    void theOthersAreStoppedAtThatInstant();
    void anErrorAfterTheSuccessGoesToTheErrorHook();
    void allFailedHoldsEveryErrorInOrder();
    void allFailedOfOne();
    void allFailedCanBeCopied();
    void behindOneThatSucceedsAtTheCallNothingIsStarted();
    void atOneInstantTheOneResumedFirstCounts();
    void anAbandonableIsLetGo();
    void valuesOfDifferentTypesComeAsAVariant();
    void aVectorOfOperations();
    void nobodyCanSucceedOfNone();
    void stoppingTheTokenGivesCancelledEvenAfterAFailure();
    void allCancelledIsCancelled();
    void aTimeoutOfOneIsAFailureOfThatOne();
    void theEndOfTheClockUnwindsIt();
    void aFailureBeforeAStopGoesToTheErrorHook();
};

void AnyOfTest::theFirstSuccessWins()
{
    VirtualClock clock;
    const auto [index, value] = clock.run([] { return anyOf(call(valueAfter, 30ms, 1), call(valueAfter, 20ms, 2)); });
    QCOMPARE(index, std::size_t(1));
    QCOMPARE(value, 2);
    QCOMPARE(clock.now(), 20ms);
}

void AnyOfTest::failuresBeforeItArePassedOver_data()
{
    QTest::addColumn<int>("good");
    QTest::newRow("the first") << 0;
    QTest::newRow("the middle one") << 1;
    QTest::newRow("the last") << 2;
}

void AnyOfTest::failuresBeforeItArePassedOver()
{
    QFETCH(const int, good);
    VirtualClock clock;
    const ReportedErrors reported;
    const auto work = [good](int index) -> Operation {
        return index == good ? Operation(call(valueAfter, 40ms, index)) : Operation(call(failAfter, 10ms, "bad"));
    };
    const auto winner = clock.run([&] { return anyOf(work(0), work(1), work(2)); });
    QCOMPARE(winner.index, std::size_t(good));
    QCOMPARE(clock.now(), 40ms);
    QVERIFY(reported.texts().isEmpty());
}

void AnyOfTest::theOthersAreStoppedAtThatInstant()
{
    VirtualClock clock;
    QCOMPARE(clock.run([] { return anyOf(call(valueAfter, 1h, 1), call(valueAfter, 20ms, 2)); }).value, 2);
    QCOMPARE(clock.now(), 20ms);
    QVERIFY(!clock.next());
}

void AnyOfTest::anErrorAfterTheSuccessGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QCOMPARE(clock.run([] { return anyOf(failWhenStopped, call(valueAfter, 20ms, 2)); }).value, 2);
    QCOMPARE(reported.texts(), QByteArrayList{"anyOf 0: runtime_error: while unwinding"});
}

void AnyOfTest::allFailedHoldsEveryErrorInOrder()
{
    VirtualClock clock;
    const ReportedErrors reported;
    QByteArrayList errors;
    QByteArray text;
    try {
        clock.run([] { return anyOf(call(failAfter, 30ms, "one"), call(failAfter, 10ms, "two"), call(failAfter, 20ms, "three")); });
    } catch (const AllFailed &failed) {
        text = failed.what();
        for (const std::exception_ptr &error : failed.errors())
            errors << support::inWords(error);
    }
    QCOMPARE(text, "all 3 operations failed; the first: one");
    QCOMPARE(errors, (QByteArrayList{"runtime_error: one", "runtime_error: two", "runtime_error: three"}));
    QCOMPARE(clock.now(), 30ms);
    QVERIFY(reported.texts().isEmpty());
}

void AnyOfTest::allFailedOfOne()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([&] { clock.run([] { return anyOf(call(failAfter, 30ms, "bad")); }); }),
             "runtime_error: the only operation failed: bad");
}

void AnyOfTest::allFailedCanBeCopied()
{
    static_assert(std::is_nothrow_copy_constructible_v<AllFailed>);
    const AllFailed failed({std::make_exception_ptr(std::runtime_error("one")), nullptr});
    const AllFailed copy = failed;
    QCOMPARE(&copy.errors(), &failed.errors());
}

void AnyOfTest::behindOneThatSucceedsAtTheCallNothingIsStarted()
{
    VirtualClock clock;
    int started = 0;
    const auto fail = [&](std::stop_token) -> int {
        ++started;
        throw std::runtime_error("bad");
    };
    const auto succeed = [&](std::stop_token) { return ++started; };
    const auto winner = clock.run([&] { return anyOf(fail, succeed, fail); });
    QCOMPARE(winner.index, std::size_t(1));
    QCOMPARE(started, 2);
}

void AnyOfTest::atOneInstantTheOneResumedFirstCounts()
{
    VirtualClock clock;
    const auto winner = clock.run([] { return anyOf(call(failAfter, 20ms, "bad"), call(valueAfter, 20ms, 1), call(valueAfter, 20ms, 2)); });
    QCOMPARE(winner.index, std::size_t(1));
}

void AnyOfTest::anAbandonableIsLetGo()
{
    VirtualClock clock;
    const ReportedErrors reported;
    const auto foreign = abandonable(call(support::deafFailAfter, 1s, "too late"));
    QCOMPARE(clock.run([&] { return anyOf(foreign, call(valueAfter, 20ms, 2)); }).value, 2);
    QCOMPARE(clock.now(), 20ms);
    clock.run();
    QCOMPARE(reported.texts(), QByteArrayList{"abandonable 0: runtime_error: too late"});
}

void AnyOfTest::valuesOfDifferentTypesComeAsAVariant()
{
    VirtualClock clock;
    const auto text = [](std::stop_token) { return std::string("text"); };
    const auto winner = clock.run([&] { return anyOf(call(failAfter, 10ms, "bad"), text); });
    static_assert(std::same_as<decltype(winner.value), std::variant<int, std::string>>);
    QCOMPARE(std::get<1>(winner.value), std::string("text"));
}

void AnyOfTest::aVectorOfOperations()
{
    VirtualClock clock;
    const std::vector<Operation> work{call(failAfter, 5ms, "bad"), call(valueAfter, 10ms, 2)};
    QCOMPARE(clock.run([&] { return anyOf(work); }).index, std::size_t(1));
    const std::vector<Operation> bad(2, Operation(call(failAfter, 5ms, "bad")));
    QCOMPARE(thrownBy([&] { clock.run([&] { return anyOf(bad); }); }), "runtime_error: all 2 operations failed; the first: bad");
}

void AnyOfTest::nobodyCanSucceedOfNone()
{
    VirtualClock clock;
    QCOMPARE(thrownBy([] { (void)anyOf(std::vector<Operation>()); }), "invalid_argument: anyOf: expected at least 1 operation, got none");
}

void AnyOfTest::stoppingTheTokenGivesCancelledEvenAfterAFailure()
{
    VirtualClock clock;
    std::stop_source source;
    auto stopping = support::stopAfter(10ms, source);
    QCOMPARE(thrownBy([&] { clock.run([&] { return anyOf(source.get_token(), call(failAfter, 5ms, "bad"), call(valueAfter, 20ms, 1)); }); }),
             "Cancelled: cancelled");
    QCOMPARE(clock.now(), 10ms);
}

void AnyOfTest::allCancelledIsCancelled()
{
    VirtualClock clock;
    const auto giveUp = [](std::stop_token) -> int { throw Cancelled(); };
    QCOMPARE(thrownBy([&] { clock.run([&] { return anyOf(giveUp, giveUp); }); }), "Cancelled: cancelled");
    QCOMPARE(thrownBy([&] { clock.run([&] { return anyOf(giveUp, call(failAfter, 5ms, "bad")); }); }),
             "runtime_error: all 2 operations failed; the first: cancelled");
}

void AnyOfTest::aTimeoutOfOneIsAFailureOfThatOne()
{
    VirtualClock clock;
    const auto slow = [](std::stop_token token) { return withTimeout(call(valueAfter, 1h, 1), 10ms, token); };
    QCOMPARE(clock.run([&] { return anyOf(slow, call(valueAfter, 20ms, 2)); }).value, 2);
    QCOMPARE(clock.now(), 20ms);
}

void AnyOfTest::theEndOfTheClockUnwindsIt()
{
    QByteArray thrown;
    auto waiting = [&]() -> QCoro::Task<> {
        auto both = anyOf(call(valueAfter, 1h, 1), call(valueAfter, 1h, 2));
        try {
            co_await both;
        } catch (...) {
            thrown = support::inWords(std::current_exception());
        }
    };
    {
        VirtualClock clock;
        waiting();
        clock.advance(1s);
    }
    QCOMPARE(thrown, "Cancelled: cancelled: its clock has ended");
}

void AnyOfTest::aFailureBeforeAStopGoesToTheErrorHook()
{
    VirtualClock clock;
    const ReportedErrors reported;
    std::stop_source source;
    const auto stopping = support::stopAfter(10ms, source);
    QCOMPARE(thrownBy([&] { clock.run([&] { return anyOf(source.get_token(), call(valueAfter, 20ms, 1), call(failAfter, 5ms, "bad")); }); }),
             "Cancelled: cancelled");
    QCOMPARE(reported.texts(), (QByteArrayList{"anyOf 1: runtime_error: bad"}));
}

QTEST_GUILESS_MAIN(AnyOfTest)
#include "any_of_test.moc"
