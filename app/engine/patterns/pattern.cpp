// SPDX-License-Identifier: MIT
#include "engine/patterns/pattern.h"

#include <array>

namespace playground {

namespace {

struct Entry {
    QLatin1String id;
    Pattern pattern;
};

constexpr std::array patterns{
    Entry{QLatin1String("sequential"), runSequential},
    Entry{QLatin1String("gather"), runGather},
    Entry{QLatin1String("gather-safe"), runGatherSafe},
    Entry{QLatin1String("batch"), runBatch},
    Entry{QLatin1String("parallel-map"), runParallelMap},
    Entry{QLatin1String("rate-limit"), runRateLimit},
    Entry{QLatin1String("debounce"), runDebounce},
    Entry{QLatin1String("throttle"), runThrottle},
    Entry{QLatin1String("race"), runRace},
    Entry{QLatin1String("any"), runAny},
    Entry{QLatin1String("batcher"), runBatcher},
};

} // namespace

Pattern findPattern(const QString &id)
{
    for (const Entry &entry : patterns) {
        if (id == entry.id)
            return entry.pattern;
    }
    return nullptr;
}

} // namespace playground
