// SPDX-License-Identifier: MIT
#include "floor.h"
#include "measure.h"

#include <asyncade/observer.h>
#include <asyncade/virtual_clock.h>

namespace bench {

namespace {

double floorHook(int count)
{
    return cpuTime(count, [&] {
        for (int i = 0; i < count; ++i)
            keep(i);
    });
}

double libraryHook(int count)
{
    asyncade::VirtualClock clock;
    return cpuTime(count, [&] {
        for (int i = 0; i < count; ++i) {
            keep(i);
            asyncade::report::free({});
        }
    });
}

} // namespace

std::vector<Row> observerRows()
{
    return {{.name = "observer off", .count = 100'000'000, .floor = floorHook, .asyncade = libraryHook, .goal = 2}};
}

} // namespace bench
