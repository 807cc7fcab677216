// SPDX-License-Identifier: MIT
// Work for the processor on the thread pool, two pieces at a time, while this thread stays free; its progress arrives here.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <vector>

using namespace asyncade;

int countPrimes(int below, std::stop_token token)
{
    int primes = 0;
    for (int n = 2; n < below && !token.stop_requested(); ++n) {
        bool isPrime = true;
        for (int d = 2; d * d <= n && isPrime; ++d)
            isPrime = n % d != 0;
        primes += isPrime;
    }
    return primes;
}

QCoro::Task<> example()
{
    const int one = co_await offload(call(countPrimes, 1000));
    std::printf("%d primes below 1000\n", one);

    const std::vector limits{10, 100, 1000, 10000};
    const auto onProgress = [](std::int64_t done, std::int64_t total) { std::printf("%d of %d\n", int(done), int(total)); };
    const std::vector<int> primes = co_await offloadMap(limits, countPrimes, {.maxConcurrency = 2}, onProgress);
    for (const int count : primes)
        std::printf("%d ", count);
    std::printf("\n");
}

int main()
{
    VirtualClock clock; // Waits for the pool instead of jumping; with a QCoreApplication, runBlocking(example) does the same.
    clock.run(example);
}
