// SPDX-License-Identifier: MIT
#include <asyncade/rate_limit.h>

#include <asyncade/virtual_clock.h>

#include "support/planned_work.h"
#include "support/reported_errors.h"
#include "support/work.h"

#include <QTest>

#include <optional>
#include <set>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::Ending;
using support::Luck;
using support::never;
using support::PlannedWork;

namespace {

struct Settings {
    nanoseconds interval; ///< Between two tokens.
    int burst;
    RateLimitedOptions options;
    nanoseconds stopAt;
};

/// What rateLimit must come to: each call starts as soon as there is a slot and a token; the first failure or a stop ends it all.
class RateLimitModel {
public:
    RateLimitModel(const PlannedWork &work, const Settings &settings) : started(work.plans.size(), never)
    {
        const auto &plans = work.plans;
        std::multiset<nanoseconds> ends; // Of the calls that hold a slot.
        nanoseconds arrival{}, bucket{}, decided = settings.stopAt;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            nanoseconds start = arrival;
            if (settings.options.maxInFlight > 0 && ends.size() == std::size_t(settings.options.maxInFlight)) {
                start = std::max(start, *ends.begin());
                ends.erase(ends.begin());
            }
            start = std::max(start, bucket - settings.interval * (settings.burst - 1));
            bucket = std::max(bucket, start) + settings.interval;
            if (start >= decided)
                break;
            started[i] = arrival = start;
            ends.insert(start + plans[i].time);
            if (plans[i].fails)
                decided = std::min(decided, start + plans[i].time);
        }
        std::vector<Ending> endings;
        nanoseconds end{};
        for (std::size_t i = 0; i < plans.size(); ++i) {
            if (started[i] >= decided) { // Decided by a call behind it in time, though not in order.
                started[i] = never;
                continue;
            }
            endings.push_back(support::endingOf(plans[i], i, started[i], decided));
            end = std::max(end, endings.back().time);
        }
        const bool complete = endings.size() == plans.size();
        if (!complete)
            end = std::max(end, decided);
        std::ranges::stable_sort(endings, [](const Ending &a, const Ending &b) {
            return a.time != b.time ? a.time < b.time : a.how == Ending::Error && b.how == Ending::Cancelled;
        });
        std::optional<Ending> first;
        // Whoever was pulled ahead and waits gives up at once, before those who still run.
        if (settings.options.pullAhead && !complete && decided == settings.stopAt)
            first = Ending{decided, 0, Ending::Cancelled};
        for (const Ending &ending : endings) {
            if (ending.how == Ending::Value)
                continue;
            if (!first)
                first = ending;
            else
                reported += ending.how == Ending::Error;
        }
        if (settings.options.inOrder)
            std::ranges::sort(endings, {}, &Ending::index);
        for (const Ending &ending : endings) {
            if (ending.how == Ending::Value)
                values += std::to_string(ending.index) + " ";
        }
        if (!first && !complete)
            first = Ending{end, 0, Ending::Cancelled};
        text = values + (first ? support::endingText({end, first->index, first->how}) : "end" + support::at(end));
    }
    std::vector<nanoseconds> started;
    std::string values, text;
    int reported = 0;
};

Settings draw(Luck &luck)
{
    return {support::moment(luck, 5), luck.between(1, 3),
            {.maxInFlight = luck.onceIn(3) ? 0 : luck.between(1, 3), .inOrder = luck.onceIn(2), .pullAhead = luck.onceIn(2)},
            luck.onceIn(3) ? support::moment(luck, 25) : never};
}

std::vector<int> itemsOf(const PlannedWork &work)
{
    std::vector<int> items;
    for (std::size_t i = 0; i < work.plans.size(); ++i)
        items.push_back(int(i));
    return items;
}

std::string history(std::uint64_t seed)
{
    Luck luck(seed);
    PlannedWork work(luck, luck.below(9));
    const int failing = luck.between(2, 20);
    for (support::Plan &plan : work.plans)
        plan.fails = luck.onceIn(failing);
    const Settings settings = draw(luck);
    VirtualClock clock;
    const support::ReportedErrors reported;
    std::stop_source stop;
    std::string got;
    const std::vector<int> items = itemsOf(work);
    const auto operate = [&](int item, std::stop_token token) { return work.run(std::size_t(item), token); };
    auto source = rateLimit(items, operate, {1, settings.interval, settings.burst}, settings.options, stop.get_token());
    const auto consuming = [&]() -> QCoro::Task<> {
        std::string ending = "end";
        try {
            while (const std::optional<int> value = co_await source.next())
                got += std::to_string(*value) + " ";
        } catch (const Cancelled &) {
            ending = "cancelled";
        } catch (const std::exception &error) {
            ending = std::string("error ") + error.what();
        }
        got += ending + support::at(clock.now());
        if (work.running != 0)
            got += " and something still runs";
    };
    const auto running = consuming();
    const auto stopping = support::stopAfter(settings.stopAt, stop);
    clock.run();
    const RateLimitModel model(work, settings);
    if (work.started != model.started)
        return "a call did not start at its time; " + got;
    if (settings.options.maxInFlight > 0 && work.mostRunning > settings.options.maxInFlight)
        return std::to_string(work.mostRunning) + " at a time";
    if (reported.texts().size() != model.reported)
        return std::to_string(reported.texts().size()) + " errors were reported, not " + std::to_string(model.reported);
    return support::difference(model.text, got);
}

/// Left in the middle: everything that can be stopped has ended when the destructor returns, and nothing more is started.
std::string leavingHistory(std::uint64_t seed)
{
    Luck luck(seed);
    PlannedWork work(luck, luck.below(9));
    for (support::Plan &plan : work.plans) {
        plan.deaf = plan.fails = false;
        plan.unwinding = 0ns;
    }
    Settings settings = draw(luck);
    settings.stopAt = support::moment(luck, 25); // When it is left.
    VirtualClock clock;
    const support::ReportedErrors reported;
    const std::vector<int> items = itemsOf(work);
    const auto operate = [&](int item, std::stop_token token) { return work.run(std::size_t(item), token); };
    auto source = std::make_optional(rateLimit(items, operate, {1, settings.interval, settings.burst}, settings.options));
    const auto consuming = [&]() -> QCoro::Task<> {
        try {
            while (source && co_await source->next()) {
            }
        } catch (const Cancelled &) {
            // It was left.
        }
    };
    const auto running = consuming();
    clock.runUntil(settings.stopAt);
    source.reset();
    if (work.running != 0)
        return "something still runs";
    clock.run();
    const RateLimitModel model(work, settings);
    if (work.started != model.started)
        return "a call did not start at its time";
    return reported.texts().isEmpty() ? std::string() : "an error was reported: " + reported.texts().first().toStdString();
}

} // namespace

class RateLimitPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void callsStartAtTheirTimeAndEndAsTheModelSays() { QCOMPARE(QString::fromStdString(support::firstProblem(history)), QString()); }
    void leftEarlyNothingGoesOn() { QCOMPARE(QString::fromStdString(support::firstProblem(leavingHistory)), QString()); }
};

QTEST_GUILESS_MAIN(RateLimitPropertyTest)
#include "rate_limit_property_test.moc"
