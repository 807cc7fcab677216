// SPDX-License-Identifier: MIT
#include <asyncade/gather_named.h>

using namespace asyncade;

int one() { return 1; }

QCoro::Task<int> twoNames()
{
    const auto values = co_await gatherNamed(named<"one">(one), named<"other">(one));
    co_return values.get<"one">() + values.get<"other">();
}

#ifdef REFUSED
QCoro::Task<> theSameNameTwice()
{
    co_await gatherNamed(named<"same">(one), named<"same">(one)); // refused: gatherNamed: two tasks have the same name
}

QCoro::Task<int> anUnknownName()
{
    const auto values = co_await gatherNamed(named<"user">(one));
    co_return values.get<"usr">(); // refused: no task has this name
}
#endif
