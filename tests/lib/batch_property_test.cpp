// SPDX-License-Identifier: MIT
#include <asyncade/batch.h>

#include <asyncade/virtual_clock.h>

#include "support/planned_work.h"
#include "support/reported_errors.h"
#include "support/work.h"

#include <QTest>

#include <optional>

using namespace asyncade;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using support::Ending;
using support::Luck;
using support::never;
using support::PlannedWork;

namespace {

/// What batchConcurrent must come to: batch after batch, the first failure or a stop ends its batch and the rest.
class BatchModel {
public:
    BatchModel(const PlannedWork &work, std::size_t size, const BatchOptions &options, nanoseconds stopAt, bool safe)
        : started(work.plans.size(), never)
    {
        const auto &plans = work.plans;
        nanoseconds now{}, earliest{};
        std::size_t next = 0;
        bool stopped = false;
        std::optional<Ending> first;
        std::string values;
        while (next < plans.size() && !first && !stopped) {
            if (stopAt < earliest) { // During the pause.
                now = stopAt;
                stopped = true;
                break;
            }
            now = earliest;
            const nanoseconds start = now;
            const std::size_t end = std::min(plans.size(), next + size);
            // Whoever fails first by itself decides, unless the stop comes before.
            nanoseconds decided = stopAt;
            for (std::size_t i = next; i < end && !safe; ++i) {
                if (plans[i].fails)
                    decided = std::min(decided, start + plans[i].time);
            }
            std::vector<Ending> endings;
            for (std::size_t i = next; i < end; ++i) {
                started[i] = start;
                endings.push_back(support::endingOf(plans[i], i, start, decided));
                const Ending::How how = endings.back().how;
                values += how == Ending::Value ? " " + std::to_string(i) : how == Ending::Error ? " -1" : " -2";
            }
            // What decided comes before what ends because of it.
            std::ranges::stable_sort(endings, [](const Ending &a, const Ending &b) {
                return a.time != b.time ? a.time < b.time : a.how == Ending::Error && b.how == Ending::Cancelled;
            });
            for (const Ending &ending : endings) {
                now = std::max(now, ending.time);
                if (ending.how == Ending::Value || safe)
                    continue;
                if (!first)
                    first = ending;
                else
                    reported += ending.how == Ending::Error;
            }
            stopped = stopAt <= now;
            next = end;
            earliest = options.pace == BatchPace::AfterEnd ? now + options.pause : std::max(now, start + options.pause);
        }
        if (first) {
            text = support::endingText({now, first->index, first->how});
        } else {
            text = (next < plans.size() ? "cancelled" : "values" + values) + support::at(now);
        }
    }
    std::string text;
    std::vector<nanoseconds> started;
    int reported = 0;
};

template <bool safe>
std::string history(std::uint64_t seed)
{
    Luck luck(seed);
    PlannedWork work(luck, luck.below(10));
    const int failing = luck.between(2, 30);
    std::vector<int> items;
    for (std::size_t i = 0; i < work.plans.size(); ++i) {
        work.plans[i].fails = luck.onceIn(failing);
        items.push_back(int(i));
    }
    const int size = luck.between(1, 4);
    const BatchOptions options{.pause = luck.onceIn(3) ? 0ns : support::moment(luck, 12),
                               .pace = luck.onceIn(2) ? BatchPace::AfterEnd : BatchPace::StartToStart,
                               .pullAhead = luck.onceIn(2)};
    const nanoseconds stopAt = luck.onceIn(3) ? support::moment(luck, 40) : never;
    VirtualClock clock;
    const support::ReportedErrors reported;
    std::stop_source stop;
    std::string got;
    const auto waiting = [&]() -> QCoro::Task<> {
        const auto operate = [&](int item, std::stop_token token) { return work.run(std::size_t(item), token); };
        try {
            if constexpr (safe) {
                auto running = batchConcurrentSafe(items, operate, size, options, stop.get_token());
                const std::vector<TaskResult<int>> results = co_await running;
                got = "values";
                for (const TaskResult<int> &result : results)
                    got += " " + std::to_string(result.succeeded() ? result.value() : result.status() == TaskStatus::Cancelled ? -2 : -1);
            } else {
                auto running = batchConcurrent(items, operate, size, options, stop.get_token());
                const std::vector<int> values = co_await running;
                got = "values";
                for (const int value : values)
                    got += " " + std::to_string(value);
            }
        } catch (const Cancelled &) {
            got = "cancelled";
        } catch (const std::exception &error) {
            got = std::string("error ") + error.what();
        }
        got += support::at(clock.now());
        if (work.running != 0)
            got += " and something still runs";
    };
    const auto running = waiting();
    const auto stopping = support::stopAfter(stopAt, stop);
    clock.run();
    const BatchModel model(work, std::size_t(size), options, stopAt, safe);
    if (work.mostRunning > size)
        return std::to_string(work.mostRunning) + " at a time, not " + std::to_string(size);
    if (work.started != model.started)
        return "a batch did not start at its time";
    if (reported.texts().size() != model.reported)
        return std::to_string(reported.texts().size()) + " errors were reported, not " + std::to_string(model.reported);
    return support::difference(model.text, got);
}

} // namespace

class BatchPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void batchesStartAtTheirTimeAndNothingOutlivesThem() { QCOMPARE(QString::fromStdString(support::firstProblem(history<false>)), QString()); }
    void safeGivesEachItsOwnResult() { QCOMPARE(QString::fromStdString(support::firstProblem(history<true>)), QString()); }
};

QTEST_GUILESS_MAIN(BatchPropertyTest)
#include "batch_property_test.moc"
