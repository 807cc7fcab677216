// SPDX-License-Identifier: MIT
#include <asyncade/error_hook.h>

#include <asyncade/errors.h>

#include "support/reported_errors.h"
#include "support/thrown.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace asyncade;

namespace {

std::exception_ptr failure(const char *message) { return std::make_exception_ptr(std::runtime_error(message)); }

} // namespace

class ErrorHookTest : public QObject {
    Q_OBJECT

private slots:
    void theHookIsToldHelperNameIndexAndError();
    void settingAHookReturnsTheOneBefore();
    void withoutAHookAWarningIsLogged_data();
    void withoutAHookAWarningIsLogged();
    void cancelledIsNotReported();
    void noErrorIsNotReported();
    void theHookIsSharedByAllThreads();
    void aHookMaySetAnother();
    void tellsCancelledFromFailures();
    void putsErrorsIntoWords();
};

void ErrorHookTest::theHookIsToldHelperNameIndexAndError()
{
    const support::ReportedErrors reported;
    detail::reportError("gather", "user", 3, failure("late"));
    detail::reportError("withTimeout", {}, 0, failure("later"));
    QCOMPARE(reported.texts(), (QByteArrayList{"gather 3 user: runtime_error: late", "withTimeout 0: runtime_error: later"}));
}

void ErrorHookTest::settingAHookReturnsTheOneBefore()
{
    int first = 0, second = 0;
    QVERIFY(!setErrorHook([&](const ErrorReport &) { ++first; }));
    ErrorHook before = setErrorHook([&](const ErrorReport &) { ++second; });
    detail::reportError("gather", {}, 0, failure("x"));
    QCOMPARE(first, 0);
    QCOMPARE(second, 1);
    setErrorHook(std::move(before));
    detail::reportError("gather", {}, 0, failure("x"));
    QCOMPARE(first, 1);
    setErrorHook({});
}

void ErrorHookTest::withoutAHookAWarningIsLogged_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("isStandard");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("by its index") << std::string() << true << QByteArray("gather: task 2 failed and nobody could be told: late");
    QTest::newRow("by its name") << std::string("user") << true << QByteArray("gather: \"user\" failed and nobody could be told: late");
    QTest::newRow("something else") << std::string("user") << false
        << QByteArray("gather: \"user\" failed and nobody could be told: an exception that is not a std::exception");
}

void ErrorHookTest::withoutAHookAWarningIsLogged()
{
    QFETCH(const std::string, name);
    QFETCH(const bool, isStandard);
    QFETCH(const QByteArray, text);
    QTest::ignoreMessage(QtWarningMsg, text.constData()); // Fails the test when it does not come.
    detail::reportError("gather", name, 2, isStandard ? failure("late") : std::make_exception_ptr(5));
}

void ErrorHookTest::cancelledIsNotReported()
{
    const support::ReportedErrors reported;
    detail::reportError("gather", {}, 0, std::make_exception_ptr(Cancelled()));
    QVERIFY(reported.texts().isEmpty());
}

void ErrorHookTest::noErrorIsNotReported()
{
    const support::ReportedErrors reported;
    detail::reportError("gather", {}, 0, {});
    QVERIFY(reported.texts().isEmpty());
}

void ErrorHookTest::theHookIsSharedByAllThreads()
{
    std::atomic<int> count = 0;
    setErrorHook([&](const ErrorReport &) { ++count; });
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([] {
                for (int k = 0; k < 100; ++k)
                    detail::reportError("gather", {}, 0, failure("x"));
            });
        }
    }
    setErrorHook({});
    QCOMPARE(count.load(), 400);
}

void ErrorHookTest::aHookMaySetAnother()
{
    int first = 0, second = 0;
    setErrorHook([&](const ErrorReport &) {
        ++first;
        setErrorHook([&](const ErrorReport &) { ++second; });
        ++first; // It is still there, although nobody knows it any more.
    });
    detail::reportError("gather", {}, 0, failure("x"));
    detail::reportError("gather", {}, 0, failure("x"));
    setErrorHook({});
    QCOMPARE(first, 2);
    QCOMPARE(second, 1);
}

void ErrorHookTest::tellsCancelledFromFailures()
{
    QVERIFY(detail::isCancelled(std::make_exception_ptr(Cancelled())));
    QVERIFY(!detail::isCancelled(failure("x")));
    QVERIFY(!detail::isCancelled(std::make_exception_ptr(TimeoutError(std::chrono::seconds(1)))));
    QVERIFY(!detail::isCancelled(std::make_exception_ptr(1)));
}

void ErrorHookTest::putsErrorsIntoWords()
{
    QCOMPARE(detail::errorText(failure("x")), std::string("x"));
    QCOMPARE(detail::errorText(std::make_exception_ptr(1)), std::string("an exception that is not a std::exception"));
}

QTEST_GUILESS_MAIN(ErrorHookTest)
#include "error_hook_test.moc"
