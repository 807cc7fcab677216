// SPDX-License-Identifier: MIT
#include <asyncade/task_result.h>

#include <asyncade/errors.h>

#include "support/chrono_compare.h"
#include "support/thrown.h"

#include <QTest>

#include <memory>

using namespace asyncade;
using namespace std::chrono_literals;
using support::thrownBy;

namespace {

template <class T>
TaskResult<T> good(T value)
{
    detail::Outcome<T> outcome;
    outcome.value.emplace(std::move(value));
    return TaskResult<T>("good", std::move(outcome), 10ms, 35ms);
}

template <class Error>
TaskResult<int> bad(Error error)
{
    detail::Outcome<int> outcome;
    outcome.error = std::make_exception_ptr(std::move(error));
    return TaskResult<int>("bad", std::move(outcome), 10ms, 35ms);
}

} // namespace

class TaskResultTest : public QObject {
    Q_OBJECT

private slots:
    void aSuccessHasItsValue();
    void aFailureThrowsItsErrorInsteadOfAValue();
    void theStatusFollowsTheError();
    void aValueCanBeMovedOut();
    void theOtherValueIsConverted();
    void voidHasNothingToShow();
    void knowsWhenItStartedAndEnded();
};

void TaskResultTest::aSuccessHasItsValue()
{
    const TaskResult<int> result = good(7);
    QVERIFY(result);
    QVERIFY(result.succeeded());
    QCOMPARE(result.status(), TaskStatus::Succeeded);
    QCOMPARE(result.value(), 7);
    QCOMPARE(result.valueOr(-1), 7);
    QVERIFY(!result.error());
    QCOMPARE(result.name(), std::string("good"));
}

void TaskResultTest::aFailureThrowsItsErrorInsteadOfAValue()
{
    const TaskResult<int> result = bad(std::runtime_error("503"));
    QVERIFY(!result);
    QCOMPARE(thrownBy([&] { result.value(); }), "runtime_error: 503");
    QCOMPARE(thrownBy([&] { TaskResult<int>(result).value(); }), "runtime_error: 503");
    QCOMPARE(result.valueOr(-1), -1);
    QCOMPARE(support::inWords(result.error()), "runtime_error: 503");
}

void TaskResultTest::theStatusFollowsTheError()
{
    QCOMPARE(bad(std::runtime_error("x")).status(), TaskStatus::Failed);
    QCOMPARE(bad(5).status(), TaskStatus::Failed);
    QCOMPARE(bad(Cancelled()).status(), TaskStatus::Cancelled);
    QCOMPARE(bad(TimeoutError(1s)).status(), TaskStatus::TimedOut);
    QCOMPARE(bad(Stalled("x")).status(), TaskStatus::Failed);
}

void TaskResultTest::aValueCanBeMovedOut()
{
    const std::unique_ptr<int> value = good(std::make_unique<int>(7)).value();
    QCOMPARE(*value, 7);
}

void TaskResultTest::theOtherValueIsConverted()
{
    detail::Outcome<QString> outcome;
    outcome.error = std::make_exception_ptr(std::runtime_error("x"));
    const TaskResult<QString> result("bad", std::move(outcome), 0s, 0s);
    QCOMPARE(result.valueOr(QLatin1String("none")), QStringLiteral("none"));
}

void TaskResultTest::voidHasNothingToShow()
{
    detail::Outcome<void> outcome;
    outcome.value.emplace();
    const TaskResult<void> result("nothing", std::move(outcome), 0s, 5ms);
    QVERIFY(result);
    static_assert(std::is_same_v<decltype(result.value()), const std::monostate &>);
}

void TaskResultTest::knowsWhenItStartedAndEnded()
{
    const TaskResult<int> result = good(1);
    QCOMPARE(result.started(), 10ms);
    QCOMPARE(result.ended(), 35ms);
    QCOMPARE(result.duration(), 25ms);
}

QTEST_GUILESS_MAIN(TaskResultTest)
#include "task_result_test.moc"
