// SPDX-License-Identifier: MIT
// One call per second for each host; hosts do not delay each other.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<> fetch(KeyedRateLimiter<std::string> &perHost, std::string host)
{
    co_await perHost.acquire(host);
    std::printf("%s at %lld ms\n", host.c_str(), static_cast<long long>(Clock::current().now() / 1ms));
}

int main()
{
    VirtualClock clock;
    KeyedRateLimiter<std::string> perHost{1, 1s};
    for (const char *host : {"kde.org", "qt.io", "kde.org", "kde.org", "qt.io"})
        fetch(perHost, host);
    clock.run();
}
