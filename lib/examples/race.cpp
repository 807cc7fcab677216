// SPDX-License-Identifier: MIT
// Three mirrors of one page: the first answer, the first good answer, and all answers as they come.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<std::string> fetch(std::string mirror, std::chrono::milliseconds latency, std::stop_token token)
{
    co_await sleepFor(latency, token);
    if (mirror == "near")
        throw std::runtime_error("near is down");
    co_return mirror;
}

QCoro::Task<> example()
{
    const std::vector mirrors{call(fetch, "far", 300ms), call(fetch, "near", 50ms), call(fetch, "middle", 120ms)};

    auto racing = race(mirrors);
    try {
        co_await racing;
    } catch (const std::runtime_error &error) {
        std::printf("race: %s\n", error.what());
    }

    auto [index, mirror] = co_await anyOf(mirrors);
    std::printf("anyOf: number %zu, %s\n", index, mirror.c_str());

    auto results = asCompleted(mirrors);
    while (const auto done = co_await results.next())
        std::printf("asCompleted: number %zu %s\n", done->index, done->result ? "is here" : "failed");
}

int main()
{
    VirtualClock clock;
    clock.run(example);
    std::printf("after %lld ms\n", static_cast<long long>(clock.now() / 1ms));
}
