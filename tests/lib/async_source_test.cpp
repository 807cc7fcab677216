// SPDX-License-Identifier: MIT
#include <asyncade/async_source.h>

#include <asyncade/channel.h>
#include <asyncade/sleep.h>
#include <asyncade/streams/streams.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"

#include <QTest>

#include <optional>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// A class of somebody's with that one function.
struct Pages {
    QCoro::Task<std::optional<std::string>> next(std::stop_token token)
    {
        co_await sleepFor(10ms, token);
        if (number == 3)
            co_return std::nullopt;
        co_return "page " + std::to_string(++number);
    }
    int number = 0;
};
struct WithoutToken {
    QCoro::Task<std::optional<int>> next();
};
struct NotAwaitable {
    std::optional<int> next(std::stop_token);
};
struct NeverEnding {
    QCoro::Task<int> next(std::stop_token); // Does not say when there are no more.
};

static_assert(AsyncSource<Pages> && AsyncSource<Channel<int>>);
static_assert(!AsyncSource<WithoutToken> && !AsyncSource<NotAwaitable> && !AsyncSource<NeverEnding> && !AsyncSource<std::vector<int>>);
static_assert(std::same_as<ItemOf<Pages>, std::string> && std::same_as<ItemOf<Pages &>, std::string> && std::same_as<ItemOf<Channel<int>>, int>);

} // namespace

class AsyncSourceTest : public QObject {
    Q_OBJECT

private slots:
    void aClassWithNextAloneIsAStream()
    {
        VirtualClock clock;
        Pages pages;
        const auto isNotTheFirst = [](const std::string &page) { return page != "page 1"; };
        const auto all = [&]() -> QCoro::Task<std::vector<std::string>> { co_return co_await (pages | filter(isNotTheFirst) | collect()); };
        QCOMPARE(clock.run(all), (std::vector<std::string>{"page 2", "page 3"}));
        QCOMPARE(clock.now(), 40ms); // The end takes its time, too.
    }
};

QTEST_GUILESS_MAIN(AsyncSourceTest)
#include "async_source_test.moc"
