// SPDX-License-Identifier: MIT
#pragma once

#include <QTest>

#include <chrono>

namespace QTest {

/// Durations of different units, compared and printed in nanoseconds: QCOMPARE(clock.now(), 300ms).
template <class Rep1, class Period1, class Rep2, class Period2>
bool qCompare(const std::chrono::duration<Rep1, Period1> &actual, const std::chrono::duration<Rep2, Period2> &expected,
              const char *actualText, const char *expectedText, const char *file, int line)
{
    const auto count = [](auto duration) { return qint64(std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count()); };
    return qCompare(count(actual), count(expected), actualText, expectedText, file, line);
}

} // namespace QTest
