// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"

#include <asyncade/debouncer.h>
#include <asyncade/system_clock.h>

#include <QTimer>

namespace bench {

namespace {

double floorDebounce(int count)
{
    return cpuTime(count, [&] {
        std::int64_t last = 0;
        for (int i = 0; i < count; ++i) {
            last = std::chrono::steady_clock::now().time_since_epoch().count();
            keep(last);
        }
    });
}

double libraryDebounce(int count)
{
    const auto nothing = [](int) {};
    asyncade::Debouncer debounced(nothing, {.delay = std::chrono::hours(1)});
    return cpuTime(count, [&] {
        for (int i = 0; i < count; ++i)
            debounced(i);
    });
}

double peerDebounce(int count)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.setInterval(std::chrono::hours(1));
    return cpuTime(count, [&] {
        for (int i = 0; i < count; ++i)
            timer.start();
    });
}

} // namespace

std::vector<Row> debounceRows()
{
    return {{.name = "debounce", .count = 1'000'000, .floor = floorDebounce, .asyncade = libraryDebounce, .peer = peerDebounce, .goal = 28,
             .goalToFloor = 1.2, .goalToPeer = 0.5}};
}

} // namespace bench
