// SPDX-License-Identifier: MIT
// How long retry waits behind each try: growing, bounded, and spread by chance. For a loop of one's own there is backoffDelay.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

void print(const char *name, const BackoffOptions &options, double luck)
{
    std::printf("%-9s luck %.1f ", name, luck);
    for (int tryNumber = 1; tryNumber <= 6; ++tryNumber)
        std::printf("%6lld", static_cast<long long>(backoffDelay(options, tryNumber, luck) / 1ms));
    std::printf("\n");
}

int main()
{
    print("no jitter", {.base = 100ms, .cap = 1s, .jitter = Jitter::none()}, 0.5);
    for (const double luck : {0.0, 0.5, 0.9}) // In [0, 1).
        print("a fifth", {.base = 100ms, .cap = 1s, .jitter = Jitter::fraction(0.2)}, luck);
    for (const double luck : {0.0, 0.5, 0.9})
        print("full", {.base = 100ms, .cap = 1s, .jitter = Jitter::full()}, luck);
}
