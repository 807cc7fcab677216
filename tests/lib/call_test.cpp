// SPDX-License-Identifier: MIT
#include <asyncade/call.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/work.h"

#include <QString>
#include <QTest>

#include <memory>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

QCoro::Task<QString> join(QString left, QString right, std::stop_token)
{
    co_await sleepFor(10ms);
    co_return left + right;
}

struct Adder {
    int base = 0;
    int add(int more) const { return base + more; }
};

/// Counts how often it was copied.
struct Copied {
    explicit Copied(int &copies) : count(&copies) {}
    Copied(const Copied &other) : count(other.count) { ++*count; }
    Copied(Copied &&other) noexcept : count(other.count) {}
    Copied &operator=(const Copied &) = delete;
    ~Copied() = default;
    int *count;
};

} // namespace

class CallTest : public QObject {
    Q_OBJECT

private slots:
    void startsNothing();
    void ownsItsArguments();
    void handsOnTheTokenToAFunctionThatTakesOne();
    void isNoOperationWithTokenWhenTheFunctionTakesNone();
    void prefersTheTokenWhenTheFunctionCanDoWithout();
    void canBeCalledAgain();
    void callsMembers();
    void movesArgumentsThatCannotBeCopied();
    void copiesAnArgumentOnce();
    void refersWhereAskedTo();
    void worksInsideACoAwaitExpression();
};

void CallTest::startsNothing()
{
    int calls = 0;
    const auto count = [&] { return ++calls; };
    const auto operation = call(count);
    QCOMPARE(calls, 0);
    QCOMPARE(operation(), 1);
}

void CallTest::ownsItsArguments()
{
    VirtualClock clock;
    auto operation = [] {
        QString left = QStringLiteral("left "), right = QStringLiteral("right");
        return call(join, left, std::move(right));
    }();
    QCOMPARE(clock.run(operation), QStringLiteral("left right"));
}

void CallTest::handsOnTheTokenToAFunctionThatTakesOne()
{
    const auto operation = call([](int base, std::stop_token token) { return token.stop_requested() ? base : -base; }, 5);
    std::stop_source stop;
    QCOMPARE(operation(stop.get_token()), -5);
    stop.request_stop();
    QCOMPARE(operation(stop.get_token()), 5);
}

void CallTest::isNoOperationWithTokenWhenTheFunctionTakesNone()
{
    const auto operation = call([](int value) { return value; }, 5);
    static_assert(!detail::StoppableWork<std::decay_t<decltype(operation)>> && detail::Work<std::decay_t<decltype(operation)>>);
    static_assert(detail::StoppableWork<decltype(call(support::valueAfter, 1ms, 5))>);
    QCOMPARE(operation(), 5);
}

void CallTest::prefersTheTokenWhenTheFunctionCanDoWithout()
{
    const auto isStoppable = [](std::stop_token token = {}) { return token.stop_possible(); };
    const auto operation = call(isStoppable);
    QVERIFY(operation(std::stop_source().get_token()));
}

void CallTest::canBeCalledAgain()
{
    VirtualClock clock;
    const auto operation = call(support::deafValueAfter, 10ms, 5);
    QCOMPARE(clock.run(operation), 5);
    QCOMPARE(clock.run(operation), 5);
    QCOMPARE(clock.now(), 20ms);
}

void CallTest::callsMembers()
{
    QCOMPARE(call(&Adder::add, Adder{5}, 2)(), 7);
    const Adder adder{10};
    QCOMPARE(call(&Adder::add, &adder, 2)(), 12);
}

void CallTest::movesArgumentsThatCannotBeCopied()
{
    const auto operation = call([](const std::unique_ptr<int> &value) { return *value; }, std::make_unique<int>(3));
    QCOMPARE(operation(), 3);
}

void CallTest::copiesAnArgumentOnce()
{
    int copies = 0;
    const Copied argument(copies);
    const auto operation = call([](const Copied &) { return 1; }, argument);
    QCOMPARE(copies, 1);
    QCOMPARE(operation(), 1);
    QCOMPARE(copies, 1); // Passed as a reference.
}

void CallTest::refersWhereAskedTo()
{
    int value = 1;
    const auto operation = call([](int &target) { target = 2; }, std::ref(value));
    operation();
    QCOMPARE(value, 2);
}

void CallTest::worksInsideACoAwaitExpression()
{
    // The case for which it is made: GCC 12 destroys a closure twice that is written here, but not this.
    VirtualClock clock;
    const auto text = std::make_shared<QString>(QStringLiteral("kept"));
    const auto lengthOf = [](const std::shared_ptr<QString> &owned) -> QCoro::Task<qsizetype> { co_return owned->size(); };
    qsizetype length = 0;
    clock.run([&]() -> QCoro::Task<> { length = co_await call(lengthOf, text)(); });
    QCOMPARE(length, qsizetype(4));
    QCOMPARE(text.use_count(), 1L);
}

QTEST_GUILESS_MAIN(CallTest)
#include "call_test.moc"
