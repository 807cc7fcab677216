// SPDX-License-Identifier: MIT
// A server that fails twice: three tries with a growing back-off, each try with a deadline of its own.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>

using namespace asyncade;
using namespace std::chrono_literals;

int tries = 0;

QCoro::Task<int> fetchPage(int id, std::stop_token token)
{
    const int number = ++tries;
    std::printf("try %d at %lld ms\n", number, static_cast<long long>(Clock::current().now() / 1ms));
    co_await sleepFor(number == 1 ? 5s : 50ms, token); // The first hangs: its deadline ends it.
    if (number == 2)
        throw std::runtime_error("503");
    co_return id;
}

QCoro::Task<> example()
{
    const auto once = [](std::stop_token token) { return withTimeout(call(fetchPage, 7), 1s, token); };
    const int page = co_await retry(once, {.attempts = 3, .base = 200ms, .jitter = Jitter::none()});
    std::printf("page %d\n", page);
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
