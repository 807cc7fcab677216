// SPDX-License-Identifier: MIT
#include "measure.h"

#include "memory.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace bench {

namespace {

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Result {
    std::vector<double> floor, asyncade, peer, least;
};

void measureOnce(const Row &row, const RunOptions &options, Result &result)
{
    const int count = options.smoke ? 10 : row.count;
    const int peerCount = options.smoke ? 10 : row.peerCount > 0 ? row.peerCount : row.count;
    const auto isWanted = [&](char column) { return options.only == 0 || options.only == column; };
    if (isWanted('f'))
        result.floor.push_back(row.floor(count));
    if (isWanted('a'))
        result.asyncade.push_back(row.asyncade(count));
    if (row.peer && isWanted('p'))
        result.peer.push_back(row.peer(peerCount));
    if (row.least && options.only == 0)
        result.least.push_back(row.least(count));
}

std::string ratio(double value, double to) { return to > 0 ? std::to_string(value / to).substr(0, 5) : std::string("-"); }

/// The goals in words, with what is missed marked.
std::string goals(const Row &row, double asyncade, double floor, double peer)
{
    std::string text;
    const auto add = [&](const std::string &goal, bool met) { text += (text.empty() ? "" : ", ") + goal + (met ? "" : " MISSED"); };
    add("<= " + std::to_string(int(row.goal)) + " ns", asyncade <= row.goal);
    if (row.goalToFloor > 0)
        add("<= " + std::to_string(row.goalToFloor).substr(0, 4) + " x floor", asyncade <= row.goalToFloor * floor);
    if (row.goalToPeer > 0)
        add("<= " + std::to_string(row.goalToPeer).substr(0, 5) + " x QCoro/Qt", asyncade <= row.goalToPeer * peer);
    return text;
}

void print(const Row &row, const Result &result)
{
    const double floor = median(result.floor), asyncade = median(result.asyncade);
    const double peer = result.peer.empty() ? 0 : median(result.peer);
    const std::string peerText = result.peer.empty() ? "-" : std::to_string(int(peer + 0.5));
    std::printf("%-23s %9.1f %9.1f %9s %9s %9s   %s%s%s\n", row.name.c_str(), floor, asyncade, peerText.c_str(), ratio(asyncade, floor).c_str(),
                ratio(asyncade, peer).c_str(), goals(row, asyncade, floor, peer).c_str(), row.note.empty() ? "" : "; ", row.note.c_str());
    std::fflush(stdout);
}

/// A second line, for the rows whose goal may lie below what their parts cost.
void printLeast(const Row &row, const Result &result)
{
    const double least = median(result.least);
    std::printf("%-23s %9.1f %9s %9s %9s %9s   %s: ours is %s x that\n", "  least possible", least, "-", "-", "-", "-", row.leastOf.c_str(),
                ratio(median(result.asyncade), least).c_str());
    std::fflush(stdout);
}

/// One more line, for the rows where memory is a goal too.
bool printPeaks(const Row &row, const RunOptions &options)
{
    const auto isWanted = [&](char column) { return options.only == 0 || options.only == column; };
    const double floor = isWanted('f') ? growthOfPeakInChild(row.name, "floor", options.smoke) : 0;
    const double asyncade = isWanted('a') ? growthOfPeakInChild(row.name, "asyncade", options.smoke) : 0;
    std::printf("%-23s %9.1f %9.1f %9s %9s %9s   <= %d MB%s\n", "  peak memory, MB", floor, asyncade, "-", ratio(asyncade, floor).c_str(), "-",
                int(row.goalMemory), asyncade <= row.goalMemory ? "" : " MISSED");
    std::fflush(stdout);
    return floor >= 0 && asyncade >= 0;
}

} // namespace

double cpuTime(int count, const std::function<void()> &work)
{
    const std::clock_t before = std::clock();
    work();
    return double(std::clock() - before) * (1e9 / CLOCKS_PER_SEC) / std::max(1, count);
}

void printMemory(const Row &row, RunOptions options)
{
    Result result;
    std::printf("%lld\n", static_cast<long long>(growthOfPeak([&] { measureOnce(row, options, result); }) * 1e6)); // No point: locales differ.
}

bool run(const std::vector<Row> &rows, RunOptions options)
{
    std::printf("%-23s %9s %9s %9s %9s %9s   goals\n", "ns per operation", "floor", "Asyncade", "QCoro/Qt", "x floor", "x QCoro/Qt");
    bool ok = true;
    for (const Row &row : rows) {
        Result result;
        for (int round = 0; round < options.rounds; ++round)
            measureOnce(row, options, result);
        print(row, result);
        if (!result.least.empty())
            printLeast(row, result);
        if (row.goalMemory > 0 && !printPeaks(row, options))
            ok = false;
    }
    return ok;
}

} // namespace bench
