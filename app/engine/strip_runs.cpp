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

bool isShared(const Edit &edit) { return !isOfStrip(edit.path); }

std::vector<Scenario> variantsOf(const Scenario &scenario)
{
    std::vector<Scenario> variants;
    for (qsizetype strip = 1; strip < stripCount(scenario); ++strip)
        variants.push_back(stripOf(scenario, strip));
    return variants;
}

/// What makes the strip at `now` into that; nothing: its run cannot take it.
std::optional<std::vector<Edit>> editsFor(const StripRun &strip, const Scenario &after, nanoseconds now)
{
    Scenario current = strip.course().currentAt(now);
    current.edits = after.edits; // Those are taken into account already.
    auto edits = liveEdits(current, after);
    const bool begun = now >= nanoseconds(0);
    if (edits && !edits->empty() && (!begun || (strip.ended() && !std::ranges::all_of(*edits, isShared))))
        return std::nullopt;
    return edits;
}

QDeadlineTimer until(nanoseconds slice, size_t share) { return QDeadlineTimer(slice / qint64(share), Qt::PreciseTimer); }

} // namespace

StripRuns::StripRuns() { m_pool.setMaxThreadCount(mostWorkers); }

void StripRuns::reset(const Scenario &scenario)
{
    m_large = requestCount(scenario) > mostRequestsHere;
    std::ranges::move(m_strips, std::back_inserter(m_old));
    m_strips.clear();
    for (const Scenario &variant : variantsOf(scenario))
        m_strips.push_back(begin(variant, scenario));
}

std::vector<std::optional<size_t>> StripRuns::plan(const std::vector<Scenario> &variants, nanoseconds now) const
{
    std::vector<std::optional<size_t>> from(variants.size());
    std::vector<bool> taken(m_strips.size());
    const auto takeOver = [&](size_t to, size_t strip) {
        if (from[to] || strip >= m_strips.size() || taken[strip] || !editsFor(*m_strips[strip], variants[to], now))
            return;
        from[to] = strip;
        taken[strip] = true;
    };
    const auto isAlike = [&](size_t to, size_t strip) {
        if (strip >= m_strips.size())
            return false;
        const auto edits = editsFor(*m_strips[strip], variants[to], now);
        return edits && std::ranges::all_of(*edits, isShared);
    };
    // Where strips were removed the others move up, and each keeps its run.
    for (size_t to = 0; to < variants.size(); ++to) {
        if (isAlike(to, to))
            takeOver(to, to);
    }
    for (size_t to = 0; to < variants.size(); ++to) {
        for (size_t strip = 0; strip < m_strips.size(); ++strip) {
            if (isAlike(to, strip))
                takeOver(to, strip);
        }
    }
    for (size_t to = 0; to < variants.size(); ++to)
        takeOver(to, to);
    return from;
}

StripRuns::Change StripRuns::look(const Scenario &scenario, nanoseconds now) const
{
    const std::vector<Scenario> variants = variantsOf(scenario);
    const std::vector<std::optional<size_t>> from = plan(variants, now);
    Change change = variants.size() == m_strips.size() ? Change::None : Change::Runs;
    for (size_t to = 0; to < variants.size(); ++to) {
        if (from[to] != to)
            change = Change::Runs;
        if (from[to] && !m_strips[*from[to]]->ended() && !editsFor(*m_strips[*from[to]], variants[to], now)->empty())
            return Change::Numbers;
    }
    return change;
}

bool StripRuns::change(const Scenario &scenario, const Scenario &played, nanoseconds now)
{
    const std::vector<Scenario> variants = variantsOf(scenario);
    const std::vector<std::optional<size_t>> from = plan(variants, now);
    const std::vector<const Run *> runsBefore = runs();
    std::vector<std::unique_ptr<StripRun>> before = std::exchange(m_strips, {});
    for (size_t to = 0; to < variants.size(); ++to) {
        if (!from[to]) {
            m_strips.push_back(begin(variants[to], played));
            continue;
        }
        m_strips.push_back(std::move(before[*from[to]]));
        if (const auto edits = editsFor(*m_strips.back(), variants[to], now); !edits->empty())
            m_strips.back()->edit(now, *edits);
    }
    std::ranges::copy_if(std::move_iterator(before.begin()), std::move_iterator(before.end()), std::back_inserter(m_old),
                         [](const auto &strip) { return strip != nullptr; });
    return runs() != runsBefore;
}

void StripRuns::cutAfter(nanoseconds time)
{
    for (const auto &strip : m_strips)
        strip->cutAfter(time);
}

std::vector<StripRun::Known> StripRuns::everything() const
{
    std::vector<StripRun::Known> all;
    for (const auto &strip : m_strips)
        all.push_back(strip->everything());
    return all;
}

void StripRuns::bringBack(std::vector<StripRun::Known> strips)
{
    std::ranges::move(m_strips, std::back_inserter(m_old));
    m_strips.clear();
    for (StripRun::Known &known : strips)
        m_strips.push_back(std::make_unique<StripRun>(std::move(known), m_pool));
}

bool StripRuns::playAlike(const Scenario &scenario) const
{
    return std::ranges::equal(m_strips, variantsOf(scenario),
                              [](const auto &strip, const Scenario &variant) { return playground::playAlike(strip->course().played(), variant); });
}

std::vector<Scenario> StripRuns::currentAt(nanoseconds time) const
{
    std::vector<Scenario> strips;
    for (const auto &strip : m_strips)
        strips.push_back(strip->course().currentAt(time));
    return strips;
}

std::vector<size_t> StripRuns::turnsUntil(nanoseconds time) const
{
    std::vector<size_t> turns;
    for (const auto &strip : m_strips)
        turns.push_back(strip->course().turnsUntil(time));
    return turns;
}

std::vector<std::shared_ptr<const Run>> StripRuns::wholes() const
{
    std::vector<std::shared_ptr<const Run>> runs;
    for (const auto &strip : m_strips)
        runs.push_back(strip->whole());
    return runs;
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
    return std::make_unique<StripRun>(scenario, m_pool);
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
        if (std::shared_ptr<Run> before = strip->goBackTo(time)) {
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

std::vector<Trace> StripRuns::nextInstants() const
{
    std::vector<Trace> instants;
    for (const auto &strip : m_strips)
        instants.push_back(strip->nextInstant());
    return instants;
}

} // namespace playground
