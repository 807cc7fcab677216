// SPDX-License-Identifier: MIT
#include <asyncade/named.h>

#include <asyncade/call.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/work.h"

#include <QTest>

#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

class NamedTest : public QObject {
    Q_OBJECT

private slots:
    void aNameIsPartOfTheType();
    void namingStartsNothing();
    void namesATaskThatRunsAlready();
    void copiesANamedCallable();
    void withoutANameTheLabelIsEmpty();
};

void NamedTest::aNameIsPartOfTheType()
{
    const auto nothing = [] {};
    const auto user = named<"user">(nothing);
    const auto posts = named<"posts">(nothing);
    static_assert(!std::is_same_v<decltype(user), decltype(posts)>);
    static_assert(std::is_same_v<decltype(user), decltype(named<"user">(nothing)) const>);
    QCOMPARE(std::string(user.label), std::string("user"));
    QCOMPARE(std::string(posts.label), std::string("posts"));
    QCOMPARE(std::string(decltype(named<"">(nothing))::label), std::string());
}

void NamedTest::namingStartsNothing()
{
    bool started = false;
    const auto start = [&] { started = true; };
    auto work = named<"work">(start);
    QVERIFY(!started);
    work.work()();
    QVERIFY(started);
}

void NamedTest::namesATaskThatRunsAlready()
{
    VirtualClock clock;
    auto work = named<"seven">(support::deafValueAfter(20ms, 7));
    QCOMPARE(clock.run(std::move(work.work())), 7);
    QCOMPARE(clock.now(), 20ms);
}

void NamedTest::copiesANamedCallable()
{
    int calls = 0;
    auto count = [&calls, own = 0]() mutable { calls = ++own; };
    auto first = named<"count">(count), second = named<"count">(count);
    first.work()();
    second.work()();
    QCOMPARE(calls, 1);
}

void NamedTest::withoutANameTheLabelIsEmpty()
{
    const auto nothing = [] {};
    QVERIFY(detail::labelOf<std::decay_t<decltype(nothing)>>().empty());
    auto work = named<"n">(nothing);
    QCOMPARE(std::string(detail::labelOf<decltype(work)>()), std::string("n"));
    QCOMPARE(&detail::unnamed(work), &work.work());
}

QTEST_GUILESS_MAIN(NamedTest)
#include "named_test.moc"
