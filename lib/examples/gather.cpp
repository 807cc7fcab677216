// SPDX-License-Identifier: MIT
// Two requests at once: the slower one decides how long it takes.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<std::string> fetchUser(int id, std::stop_token token)
{
    co_await sleepFor(120ms, token);
    co_return "user " + std::to_string(id);
}

QCoro::Task<int> countPosts(int id, std::stop_token token)
{
    co_await sleepFor(300ms, token);
    co_return 10 * id;
}

QCoro::Task<> example()
{
    auto [user, posts] = co_await gather(call(fetchUser, 1), call(countPosts, 1));
    std::printf("%s has %d posts\n", user.c_str(), posts);
}

int main()
{
    VirtualClock clock; // Without this line, and with a QCoreApplication, runBlocking(example) takes 0.3 real seconds.
    clock.run(example);
    std::printf("after %lld ms\n", static_cast<long long>(clock.now() / 1ms));
}
