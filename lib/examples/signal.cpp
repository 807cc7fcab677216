// SPDX-License-Identifier: MIT
// Signals as values: one that is waited for, with a timeout, and all of them as a stream.
#include <asyncade/asyncade.h>

#include <QStringListModel>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<> fill(QStringListModel &words)
{
    for (const char *word : {"await", "signal", "stream"}) {
        co_await sleepFor(100ms);
        words.insertRow(words.rowCount());
        words.setData(words.index(words.rowCount() - 1), word);
    }
}

QCoro::Task<> waitForRows(QStringListModel &words)
{
    const auto [parent, first, last] = co_await withTimeout(awaitSignal(&words, &QStringListModel::rowsInserted), 1s);
    std::printf("%4d ms: row %d\n", now(), first);
    try {
        co_await withTimeout(awaitSignal(&words, &QStringListModel::rowsRemoved), 50ms);
    } catch (const TimeoutError &error) {
        std::printf("%4d ms: %s\n", now(), error.what());
    }
    auto rows = signalStream(&words, &QStringListModel::rowsInserted);
    while (const auto row = co_await rows.next())
        std::printf("%4d ms: row %d\n", now(), std::get<1>(*row));
    std::printf("%4d ms: the list is gone\n", now());
}

int main()
{
    VirtualClock clock;
    auto words = std::make_unique<QStringListModel>();
    const auto waiting = waitForRows(*words);
    const auto filling = fill(*words);
    clock.advance(1s);
    words.reset();
    clock.run();
}
