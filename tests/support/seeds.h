// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <random>
#include <string>

/// For tests of properties that must hold whatever happens: histories made of a seed, compared with a model.
namespace support {

/// The luck of one history. Numbers are drawn without a distribution of the standard library, so that a seed means the same everywhere.
class Luck {
public:
    explicit Luck(std::uint64_t seed) : m_random(seed) {}
    /// 0 … below − 1.
    int below(int below) { return int(m_random() % std::uint64_t(below)); }
    /// from … to.
    int between(int from, int to) { return from + below(to - from + 1); }
    /// True once in so many times.
    bool onceIn(int times) { return below(times) == 0; }
    /// In [0, 1).
    double fraction() { return double(m_random() >> 11) * 0x1p-53; }

private:
    std::mt19937_64 m_random;
};

/// Runs `run(seed)`, which gives what went wrong or nothing, for 10,000 seeds; the first problem with its seed.
template <class Run>
std::string firstProblem(Run run)
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        const std::string problem = run(seed);
        if (!problem.empty())
            return "seed " + std::to_string(seed) + ": " + problem;
    }
    return {};
}

/// "expected …, got …", or nothing if they are equal.
inline std::string difference(const std::string &expected, const std::string &got)
{
    return got == expected ? std::string() : "expected " + expected + ", got " + got;
}

/// The virtual time in whole milliseconds, as text.
inline std::string milliseconds(std::chrono::nanoseconds time)
{
    return std::to_string(time / std::chrono::milliseconds(1));
}

} // namespace support
