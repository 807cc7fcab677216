// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// One kind of work in three ways. Each function does it `count` times and gives ns of CPU time per operation.
struct Row {
    std::string name;
    int count;
    std::function<double(int count)> floor;   ///< Bare coroutine frames and a heap, no Qt.
    std::function<double(int count)> asyncade; ///< All guarantees on.
    std::function<double(int count)> peer{};  ///< QCoro and Qt as their user would write it; may be empty.
    int peerCount = 0;                        ///< Less where the peer would take minutes; 0 = count.
    double goal = 0;                          ///< ns, at most.
    double goalToFloor = 0;                   ///< Times the floor, at most; 0 = none.
    double goalToPeer = 0;                    ///< Times the peer, at most; 0 = none.
    std::string note{};
    double goalMemory = 0;                    ///< MB that all `count` may take at once; 0 = memory is not measured.
    std::function<double(int count)> least{}; ///< What its parts that nobody can leave out cost by themselves; may be empty.
    std::string leastOf{};                    ///< Which parts.
};

/// CPU time of the process for `work()`, in ns per operation.
double cpuTime(int count, const std::function<void()> &work);

struct RunOptions {
    int rounds = 5;
    bool smoke = false; ///< Next to no work: only to see that every row runs.
    char only = 0;      ///< 'f', 'a' or 'p': that column alone, for a profiler; 0 = all.
};

/// Runs the wanted columns of one row once and prints by how many bytes the peak of memory grew.
void printMemory(const Row &row, RunOptions options);

/// Runs all rows and prints the medians, the ratios and the goals; whether all could be measured.
bool run(const std::vector<Row> &rows, RunOptions options);

/// Keeps the compiler from leaving out what nobody reads.
template <class T>
inline void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

std::vector<Row> gatherRows();
std::vector<Row> sleepRows();
std::vector<Row> mapRows();
std::vector<Row> limiterRows();
std::vector<Row> debounceRows();
std::vector<Row> timeoutRows();
std::vector<Row> retryRows();
std::vector<Row> virtualTimeRows();
std::vector<Row> observerRows();

} // namespace bench
