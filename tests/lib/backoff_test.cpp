// SPDX-License-Identifier: MIT
#include <asyncade/backoff.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"

#include <QTest>

#include <limits>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::thrownBy;

namespace {

constexpr double mostLuck = 1 - 0x1p-53;

constexpr BackoffOptions exact(nanoseconds base, double factor, nanoseconds cap)
{
    return {.base = base, .factor = factor, .cap = cap, .jitter = Jitter::none()};
}

} // namespace

class BackoffTest : public QObject {
    Q_OBJECT

private slots:
    void growsByItsFactorUpToTheCap();
    void factorOneStaysTheSame();
    void aBaseOfZeroStaysZeroForEver();
    void aBaseAboveTheCapIsTheCap();
    void saturatesInsteadOfOverflowing();
    void withoutJitterTheLuckDoesNotCount();
    void fullJitterIsDrawnFromZeroToTheDelay();
    void aFractionIsDrawnFromAroundTheDelay();
    void aFractionKeepsItsSpreadAtTheCap();
    void aFractionNeverExceedsTheCap();
    void fullJitterKeepsItsSpreadAtTheCap();
    void refusesOptionsThatMakeNoSense_data();
    void refusesOptionsThatMakeNoSense();
    void refusesATryOrADrawThatMakesNoSense();
    void hugeDelaysStayAtTheLongestThereIs();
    void acceptsTheEdges();
};

void BackoffTest::growsByItsFactorUpToTheCap()
{
    const BackoffOptions options = exact(100ms, 2, 500ms);
    QCOMPARE(backoffDelay(options, 1, 0), 100ms);
    QCOMPARE(backoffDelay(options, 2, 0), 200ms);
    QCOMPARE(backoffDelay(options, 3, 0), 400ms);
    QCOMPARE(backoffDelay(options, 4, 0), 500ms);
    QCOMPARE(backoffDelay(options, 5, 0), 500ms);
    QCOMPARE(backoffDelay(exact(100ms, 1.5, 1h), 3, 0), 225ms);
}

void BackoffTest::factorOneStaysTheSame() { QCOMPARE(backoffDelay(exact(70ms, 1, 1h), 1'000'000, 0), 70ms); }

void BackoffTest::aBaseOfZeroStaysZeroForEver()
{
    // Zero times a factor that has grown to infinity is no number.
    QCOMPARE(backoffDelay(exact(0s, 2, 30s), 5, 0), 0s);
    QCOMPARE(backoffDelay(exact(0s, 2, 30s), 5000, 0), 0s);
    QCOMPARE(backoffDelay({.base = 0s, .factor = 2, .cap = 30s, .jitter = Jitter::full()}, 5000, 0.5), 0s);
}

void BackoffTest::aBaseAboveTheCapIsTheCap() { QCOMPARE(backoffDelay(exact(2s, 2, 1s), 1, 0), 1s); }

void BackoffTest::saturatesInsteadOfOverflowing()
{
    QCOMPARE(backoffDelay(exact(100ms, 2, 30s), 5000, 0), 30s);
    QCOMPARE(backoffDelay(exact(1h, 1e300, nanoseconds::max()), 3, 0), nanoseconds::max());
    const BackoffOptions wide{.base = 1h, .factor = 1e300, .cap = nanoseconds::max(), .jitter = Jitter::fraction(1)};
    QCOMPARE(backoffDelay(wide, 3, 0), 0s);
    QVERIFY(backoffDelay(wide, 3, mostLuck) > nanoseconds::max() - 2us);
    QCOMPARE(backoffDelay(exact(100ms, 2, 30s), std::numeric_limits<int>::max(), 0), 30s);
}

void BackoffTest::withoutJitterTheLuckDoesNotCount()
{
    QCOMPARE(backoffDelay(exact(100ms, 2, 1s), 1, 0), 100ms);
    QCOMPARE(backoffDelay(exact(100ms, 2, 1s), 1, mostLuck), 100ms);
}

void BackoffTest::fullJitterIsDrawnFromZeroToTheDelay()
{
    const BackoffOptions options{.base = 100ms, .factor = 2, .cap = 1s, .jitter = Jitter::full()};
    QCOMPARE(backoffDelay(options, 2, 0), 0s);
    QCOMPARE(backoffDelay(options, 2, 0.25), 50ms);
    QCOMPARE(backoffDelay(options, 2, mostLuck), 200ms);
}

void BackoffTest::aFractionIsDrawnFromAroundTheDelay()
{
    const BackoffOptions options{.base = 100ms, .factor = 2, .cap = 1s, .jitter = Jitter::fraction(0.5)};
    QCOMPARE(backoffDelay(options, 2, 0), 100ms);
    QCOMPARE(backoffDelay(options, 2, 0.5), 200ms);
    QCOMPARE(backoffDelay(options, 2, mostLuck), 300ms);
}

void BackoffTest::aFractionKeepsItsSpreadAtTheCap()
{
    // Drawing first and capping then would give the cap itself in half of all cases.
    const BackoffOptions options{.base = 100ms, .factor = 2, .cap = 1s, .jitter = Jitter::fraction(0.5)};
    QCOMPARE(backoffDelay(options, 10, 0), 500ms);
    QCOMPARE(backoffDelay(options, 10, 0.5), 750ms);
    QCOMPARE(backoffDelay(options, 10, 0.9), 950ms);
    QCOMPARE(backoffDelay(options, 10, mostLuck), 1s);
}

void BackoffTest::aFractionNeverExceedsTheCap()
{
    const BackoffOptions options{.base = 800ms, .factor = 1, .cap = 1s, .jitter = Jitter::fraction(0.5)};
    QCOMPARE(backoffDelay(options, 1, 0), 400ms); // 400 ms … 1 s, not … 1.2 s.
    QCOMPARE(backoffDelay(options, 1, 0.5), 700ms);
    QCOMPARE(backoffDelay(options, 1, mostLuck), 1s);
}

void BackoffTest::fullJitterKeepsItsSpreadAtTheCap()
{
    const BackoffOptions options{.base = 100ms, .factor = 2, .cap = 1s, .jitter = Jitter::full()};
    QCOMPARE(backoffDelay(options, 10, 0), 0s);
    QCOMPARE(backoffDelay(options, 10, 0.5), 500ms);
}

void BackoffTest::refusesOptionsThatMakeNoSense_data()
{
    QTest::addColumn<BackoffOptions>("options");
    QTest::addColumn<QByteArray>("message");
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("base") << BackoffOptions{.base = -1ms} << QByteArray("retry: expected a base delay of at least 0, got -1 ms");
    QTest::newRow("cap") << BackoffOptions{.cap = -1s} << QByteArray("retry: expected a cap of at least 0, got -1 s");
    QTest::newRow("factor") << BackoffOptions{.factor = 0.5} << QByteArray("retry: expected a factor of at least 1, got 0.5");
    QTest::newRow("no factor") << BackoffOptions{.factor = nan} << QByteArray("retry: expected a factor of at least 1, got nan");
    QTest::newRow("jitter") << BackoffOptions{.jitter = Jitter::fraction(1.5)}
                            << QByteArray("retry: expected a jitter of 0 to 1, got 1.5");
    QTest::newRow("negative jitter") << BackoffOptions{.jitter = Jitter::fraction(-0.5)}
                                     << QByteArray("retry: expected a jitter of 0 to 1, got -0.5");
    QTest::newRow("no jitter") << BackoffOptions{.jitter = Jitter::fraction(nan)}
                               << QByteArray("retry: expected a jitter of 0 to 1, got nan");
}

void BackoffTest::refusesOptionsThatMakeNoSense()
{
    QFETCH(const BackoffOptions, options);
    QFETCH(const QByteArray, message);
    QCOMPARE(thrownBy([&] { checkBackoff(options); }), "invalid_argument: " + message);
}

void BackoffTest::acceptsTheEdges()
{
    QCOMPARE(thrownBy([] {
        checkBackoff({});
        checkBackoff(exact(0s, 1, 0s));
        checkBackoff({.jitter = Jitter::fraction(1)});
    }), "nothing");
}

void BackoffTest::refusesATryOrADrawThatMakesNoSense()
{
    QCOMPARE(thrownBy([] { backoffDelay({}, 0, 0); }), "invalid_argument: backoffDelay: expected a try of at least 1, got 0");
    QCOMPARE(thrownBy([] { backoffDelay({}, 1, -0.5); }), "invalid_argument: backoffDelay: expected a draw from 0 to 1, got -0.5");
    QCOMPARE(thrownBy([] { backoffDelay({}, 1, 1.5); }), "invalid_argument: backoffDelay: expected a draw from 0 to 1, got 1.5");
    QCOMPARE(thrownBy([] { backoffDelay({}, 1, std::numeric_limits<double>::quiet_NaN()); }),
             "invalid_argument: backoffDelay: expected a draw from 0 to 1, got nan");
    QCOMPARE(thrownBy([] { backoffDelay({.base = -1ms}, 1, 0); }), "invalid_argument: retry: expected a base delay of at least 0, got -1 ms");
    QCOMPARE(backoffDelay(BackoffOptions{.jitter = Jitter::full()}, 1, 1), 100ms);
}

void BackoffTest::hugeDelaysStayAtTheLongestThereIs()
{
    const BackoffOptions forEver{.base = std::chrono::hours::max(), .cap = std::chrono::seconds::max(), .jitter = Jitter::none()};
    QCOMPARE(backoffDelay(forEver, 1, 0), nanoseconds::max());
    QCOMPARE(backoffDelay(forEver, 1'000'000, 1), nanoseconds::max());
}

QTEST_GUILESS_MAIN(BackoffTest)
#include "backoff_test.moc"
