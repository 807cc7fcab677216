// SPDX-License-Identifier: MIT
#include <asyncade/errors.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <thread>
#include <type_traits>

using namespace asyncade;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::nanoseconds;

class ErrorsTest : public QObject {
    Q_OBJECT

private slots:
    void cancelledSaysWhy_data();
    void cancelledSaysWhy();
    void cancelledByDefaultWasRequested();
    void aTimeoutErrorNamesTheDuration();
    void aTimeoutIsARealErrorAndCancelledIsNone();
    void requestStopStopsAndTellsWhetherItWasFirst();
    void requestStopMayComeFromAnyThread();
    void durationsAreNamedInTheirUnit_data();
    void durationsAreNamedInTheirUnit();
    void durationsReadTheSameInEveryLocale();
    void wrongArgumentsSayWhatWasExpectedAndWhatCame();
};

void ErrorsTest::cancelledSaysWhy_data()
{
    QTest::addColumn<StopReason>("reason");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("requested") << StopReason::Requested << QByteArray("cancelled");
    QTest::newRow("deadline") << StopReason::Deadline << QByteArray("cancelled: a deadline passed");
    QTest::newRow("sibling") << StopReason::SiblingFailed << QByteArray("cancelled: another task failed first");
    QTest::newRow("winner") << StopReason::SiblingWon << QByteArray("cancelled: another task was first");
    QTest::newRow("newer call") << StopReason::Superseded << QByteArray("cancelled: a newer call took its place");
    QTest::newRow("owner") << StopReason::OwnerGone << QByteArray("cancelled: its owner, or what it waited on, was destroyed");
    QTest::newRow("clock") << StopReason::ClockEnded << QByteArray("cancelled: its clock has ended");
}

void ErrorsTest::cancelledSaysWhy()
{
    QFETCH(const StopReason, reason);
    QFETCH(const QByteArray, text);
    const Cancelled cancelled({.reason = reason, .request = 4, .part = {.id = 5}});
    QCOMPARE(QByteArray(cancelled.what()), text);
    QCOMPARE(cancelled.cause().reason, reason);
    QCOMPARE(cancelled.cause().request, 4u);
    QCOMPARE(cancelled.cause().part, Part{5});
}

void ErrorsTest::cancelledByDefaultWasRequested()
{
    QCOMPARE(Cancelled().cause().reason, StopReason::Requested);
    QCOMPARE(Cancelled().cause().request, 0u);
}

void ErrorsTest::aTimeoutErrorNamesTheDuration()
{
    const TimeoutError error(250ms, {.id = 3});
    QCOMPARE(error.what(), "timed out after 250 ms");
    QCOMPARE(error.after(), 250ms);
    QCOMPARE(error.part(), Part{3});
}

void ErrorsTest::aTimeoutIsARealErrorAndCancelledIsNone()
{
    static_assert(!std::is_base_of_v<Cancelled, TimeoutError>);
    static_assert(std::is_base_of_v<std::runtime_error, TimeoutError> && std::is_base_of_v<std::runtime_error, Stalled>);
    static_assert(!std::is_base_of_v<std::runtime_error, Cancelled> && std::is_base_of_v<std::exception, Cancelled>);
    static_assert(std::is_nothrow_copy_constructible_v<Cancelled>);
}

void ErrorsTest::requestStopStopsAndTellsWhetherItWasFirst()
{
    std::stop_source stop;
    int called = 0;
    const std::stop_callback onStop(stop.get_token(), [&] { ++called; });
    QVERIFY(requestStop(stop, {.reason = StopReason::Deadline}));
    QVERIFY(!requestStop(stop, {.reason = StopReason::Requested}));
    QVERIFY(stop.stop_requested());
    QCOMPARE(called, 1);
}

void ErrorsTest::requestStopMayComeFromAnyThread()
{
    std::stop_source stop;
    std::jthread([&] { requestStop(stop, {.reason = StopReason::Deadline}); }).join();
    QVERIFY(stop.stop_requested());
}

void ErrorsTest::durationsAreNamedInTheirUnit_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<std::string>("text");
    QTest::newRow("nothing") << qint64(0) << std::string("0 ns");
    QTest::newRow("999 ns") << qint64(999) << std::string("999 ns");
    QTest::newRow("1 us") << qint64(1000) << std::string("1 us");
    QTest::newRow("1.5 us") << qint64(1500) << std::string("1.5 us");
    QTest::newRow("250 ms") << qint64(250'000'000) << std::string("250 ms");
    QTest::newRow("just below a second") << qint64(999'999'999) << std::string("999.999999 ms");
    QTest::newRow("1.5 s") << qint64(1'500'000'000) << std::string("1.5 s");
    QTest::newRow("30 days") << qint64(2'592'000'000'000'000) << std::string("2592000 s");
    QTest::newRow("negative") << qint64(-1'500'000) << std::string("-1.5 ms");
}

void ErrorsTest::durationsAreNamedInTheirUnit()
{
    QFETCH(const qint64, count);
    QFETCH(const std::string, text);
    QCOMPARE(detail::durationText(nanoseconds(count)), text);
}

void ErrorsTest::durationsReadTheSameInEveryLocale()
{
    // A Qt application uses the user's locale; in many the decimal separator is a comma. A bare machine has none of
    // them, so the test makes its own.
    QTemporaryDir locales;
    QProcess localedef;
    localedef.start(u"localedef"_s, {u"-i"_s, u"de_DE"_s, u"-f"_s, u"UTF-8"_s, locales.filePath(u"de_DE.UTF-8"_s)});
    QVERIFY2(localedef.waitForFinished() && localedef.exitCode() == 0, "no German locale could be made; install the package locales");
    qputenv("LOCPATH", locales.path().toUtf8());
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    QVERIFY(std::setlocale(LC_NUMERIC, "de_DE.UTF-8"));
    const std::string separator = std::localeconv()->decimal_point;
    const std::string text = detail::durationText(1500ms);
    std::setlocale(LC_NUMERIC, before.c_str());
    QCOMPARE(separator, std::string(","));
    QCOMPARE(text, std::string("1.5 s"));
}

void ErrorsTest::wrongArgumentsSayWhatWasExpectedAndWhatCame()
{
    QCOMPARE(support::thrownBy([] { detail::throwInvalid("Channel", "a capacity of at least 1", "-2"); }),
             "invalid_argument: Channel: expected a capacity of at least 1, got -2");
}

QTEST_GUILESS_MAIN(ErrorsTest)
#include "errors_test.moc"
