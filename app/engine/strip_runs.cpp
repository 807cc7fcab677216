// SPDX-License-Identifier: MIT
#include "engine/strip_runs.h"

#include "model/strips.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace playground {

using std::chrono::nanoseconds;

namespace {

/// One that is no longer needed may still be busy with unwinding a large run while the next begins.
constexpr int mostWorkers = 2 * int(mostStrips);
/// Larger ones always go on a worker, as that of the scenario itself does.
constexpr qint64 mostRequestsHere = 1000;

/// Whether an edit changes what is one for all strips.
bool isShared(const Edit &edit)
{
    return !edit.path.startsWith(QLatin1String("pattern.")) && !edit.path.startsWith(QLatin1String("policies."));
}

bool sameOwn(const Scenario &a, const Scenario &b) { return a.pattern == b.pattern && a.policies == b.policies; }

std::vector<Scenario> variantsOf(const Scenario &scenario)
{
    std::vector<Scenario> variants;
    for (qsizetype strip = 1; strip < stripCount(scenario); ++strip)
        variants.push_back(stripOf(scenario, strip));
    return variants;
}

/// Takes the change into a run that is under way. False: it cannot.
bool adapt(StripRun &strip, const Scenario &after, nanoseconds now)
{
    const auto edits = liveEdits(strip.run().current(), after);
    if (!edits || (strip.ended() && !std::ranges::all_of(*edits, isShared)))
        return false;
    strip.setCurrent(after);
    for (Edit edit : *edits) {
        edit.at = now;
        if (!strip.ended())
            strip.edit(edit);
    }
    return true;
}

QDeadlineTimer until(nanoseconds slice, size_t share) { return QDeadlineTimer(slice / qint64(share), Qt::PreciseTimer); }

} // namespace

StripRuns::StripRuns() { m_pool.setMaxThreadCount(mostWorkers); }

void StripRuns::reset(const Scenario &scenario) { replay(scenario, scenario); }

void StripRuns::replay(const Scenario &scenario, const Scenario &played)
{
    m_large = requestCount(scenario) > mostRequestsHere;
    std::ranges::move(m_strips, std::back_inserter(m_old));
    m_strips.clear();
    for (const Scenario &variant : variantsOf(scenario))
        m_strips.push_back(begin(variant, played));
}

bool StripRuns::change(const Scenario &scenario, const Scenario &played, nanoseconds now)
{
    const std::vector<Scenario> variants = variantsOf(scenario);
    const std::vector<const Run *> runsBefore = runs();
    std::vector<std::unique_ptr<StripRun>> before = std::exchange(m_strips, {});
    m_strips.resize(variants.size());
    const auto takeOver = [&](size_t to, size_t from) {
        if (!m_strips[to] && from < before.size() && before[from] && adapt(*before[from], variants[to], now))
            m_strips[to] = std::move(before[from]);
    };
    const auto isAlike = [&](size_t to, size_t from) {
        return from < before.size() && before[from] && sameOwn(before[from]->run().current(), variants[to]);
    };
    // Where strips were removed the others move up, and each keeps its run.
    for (size_t to = 0; to < variants.size(); ++to) {
        if (isAlike(to, to))
            takeOver(to, to);
    }
    for (size_t to = 0; to < variants.size(); ++to) {
        for (size_t from = 0; from < before.size(); ++from) {
            if (isAlike(to, from))
                takeOver(to, from);
        }
    }
    for (size_t to = 0; to < variants.size(); ++to) {
        takeOver(to, to);
        if (!m_strips[to])
            m_strips[to] = begin(variants[to], played);
    }
    std::ranges::copy_if(std::move_iterator(before.begin()), std::move_iterator(before.end()), std::back_inserter(m_old),
                         [](const auto &strip) { return strip != nullptr; });
    return runs() != runsBefore;
}

/// A run of a strip as if it had been there since t = 0: with its own pattern and policies as they are now, but the server as it
/// was and changed since.
std::unique_ptr<StripRun> StripRuns::begin(const Scenario &strip, const Scenario &played)
{
    Scenario scenario = strip;
    scenario.source = played.source;
    scenario.backend = played.backend;
    scenario.edits.clear();
    std::ranges::copy_if(played.edits, std::back_inserter(scenario.edits), isShared);
    auto run = std::make_unique<StripRun>(scenario, m_pool);
    run->setCurrent(strip);
    return run;
}

void StripRuns::forgetOld()
{
    m_old.clear();
    m_oldRuns.clear();
}

bool StripRuns::goBackTo(nanoseconds time)
{
    bool others = false;
    for (const auto &strip : m_strips) {
        if (std::unique_ptr<Run> before = strip->goBackTo(time)) {
            m_oldRuns.push_back(std::move(before));
            others = true;
        }
    }
    return others;
}

std::vector<const Run *> StripRuns::runs() const
{
    std::vector<const Run *> list;
    for (const auto &strip : m_strips)
        list.push_back(&strip->run());
    return list;
}

bool StripRuns::ended() const
{
    return std::ranges::all_of(m_strips, [](const auto &strip) { return strip->ended(); });
}

bool StripRuns::endBy(nanoseconds time) const
{
    return std::ranges::all_of(m_strips, [time](const auto &strip) { return strip->end() && *strip->end() <= time; });
}

std::optional<nanoseconds> StripRuns::before(nanoseconds time) const
{
    std::optional<nanoseconds> last;
    for (const auto &strip : m_strips)
        last = std::max(last, strip->before(time));
    return last;
}

void StripRuns::growSource(const Section &source, const Section &shown)
{
    for (const auto &strip : m_strips)
        strip->growSource(source, shown);
}

bool StripRuns::show(nanoseconds time) const
{
    return std::ranges::all_of(m_strips, [time](const auto &strip) { return strip->ended() || strip->shown() >= time; });
}

nanoseconds StripRuns::now() const
{
    nanoseconds latest{};
    for (const auto &strip : m_strips)
        latest = std::max(latest, nanoseconds(strip->run().now()));
    return latest;
}

void StripRuns::useWorkers(bool worker)
{
    for (const auto &strip : m_strips)
        strip->useWorker(worker || m_large);
}

bool StripRuns::workTo(nanoseconds time, bool worker, nanoseconds slice)
{
    if (show(time))
        return true;
    useWorkers(worker);
    nanoseconds known = time;
    for (const auto &strip : m_strips) {
        strip->fetchTo(time, until(slice, m_strips.size()));
        known = std::min(known, strip->known());
    }
    for (const auto &strip : m_strips)
        strip->show(known);
    return show(time);
}

bool StripRuns::findNext(bool worker, nanoseconds slice)
{
    useWorkers(worker);
    bool found = true;
    for (const auto &strip : m_strips)
        found = strip->fetchNext(until(slice, m_strips.size())) && found;
    return found;
}

std::optional<nanoseconds> StripRuns::next() const
{
    std::optional<nanoseconds> first;
    for (const auto &strip : m_strips) {
        if (const auto at = strip->next())
            first = first ? std::min(*first, *at) : *at;
    }
    return first;
}

} // namespace playground
