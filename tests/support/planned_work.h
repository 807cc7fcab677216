// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/errors.h>
#include <asyncade/sleep.h>

#include "support/seeds.h"

#include <QCoroTask>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

/// Work of random histories whose ends a model can foresee.
namespace support {

using std::chrono::nanoseconds;

/// A random time of less than so many milliseconds, at nobody else's instant.
inline nanoseconds moment(Luck &luck, int milliseconds)
{
    return std::chrono::milliseconds(luck.below(milliseconds)) + nanoseconds(luck.between(1, 999'999));
}
constexpr nanoseconds never = std::chrono::hours(1);

/// How long a piece of work takes, how it ends, how long it takes to unwind; deaf, it takes no notice of its token.
struct Plan {
    explicit Plan(Luck &luck)
        : time(moment(luck, 8)), unwinding(luck.onceIn(4) ? moment(luck, 8) : nanoseconds(0)), fails(luck.onceIn(4)), deaf(luck.onceIn(4))
    {
    }
    nanoseconds time, unwinding;
    bool fails, deaf;
};

/// What a piece of work comes to, and when.
struct Ending {
    enum How { Value, Error, Cancelled };
    nanoseconds time;
    std::size_t index;
    How how;
};

/// Begun then, and told to stop then (or `never`).
inline Ending endingOf(const Plan &plan, std::size_t index, nanoseconds begun, nanoseconds stopped)
{
    const nanoseconds natural = begun + plan.time;
    if (plan.deaf || natural <= stopped)
        return {natural, index, plan.fails ? Ending::Error : Ending::Value};
    return {std::max(begun, stopped) + plan.unwinding, index, Ending::Cancelled};
}

/// Carries plans out and notes what happens. A value and the text of an error are the plan's index.
class PlannedWork {
public:
    PlannedWork(Luck &luck, int count)
    {
        for (int i = 0; i < count; ++i)
            plans.emplace_back(luck);
        started.assign(plans.size(), never);
    }

    QCoro::Task<int> run(std::size_t index, std::stop_token token)
    {
        const Plan plan = plans[index];
        started[index] = asyncade::Clock::current().now();
        mostRunning = std::max(mostRunning, ++running);
        const asyncade::Sleep work = asyncade::sleepFor(plan.time, plan.deaf ? std::stop_token() : token);
        bool stopped = false;
        try {
            co_await work;
        } catch (const asyncade::Cancelled &) {
            stopped = true;
        }
        if (stopped && plan.unwinding.count() > 0)
            co_await asyncade::sleepFor(plan.unwinding);
        --running;
        if (stopped)
            throw asyncade::Cancelled();
        if (plan.fails)
            throw std::runtime_error(std::to_string(index));
        co_return int(index);
    }

    std::vector<Plan> plans;
    std::vector<nanoseconds> started; ///< `never`: not at all.
    int running = 0, mostRunning = 0;
};

inline std::string at(nanoseconds time) { return " at " + std::to_string(time.count()); }

/// "value 3 at 1000", "error 3 at 1000" or "cancelled at 1000".
inline std::string endingText(const Ending &ending)
{
    const std::string index = std::to_string(ending.index);
    return (ending.how == Ending::Value ? "value " + index : ending.how == Ending::Error ? "error " + index : "cancelled") + at(ending.time);
}

/// Awaits what `start()` gives, an int, and says what came of it in the same words.
template <class Start>
QCoro::Task<> noteOutcome(Start &start, std::string &outcome)
{
    try {
        auto work = start();
        outcome = "value " + std::to_string(co_await work);
    } catch (const asyncade::Cancelled &) {
        outcome = "cancelled";
    } catch (const std::exception &error) {
        outcome = std::string("error ") + error.what();
    }
    outcome += at(asyncade::Clock::current().now());
}

} // namespace support
