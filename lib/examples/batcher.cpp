// SPDX-License-Identifier: MIT
// Five widgets each ask for one user: two calls to the server instead of five.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<std::vector<std::string>> fetchUsers(std::vector<int> ids)
{
    std::printf("call for %zu users at %lld ms\n", ids.size(), static_cast<long long>(Clock::current().now() / 1ms));
    co_await sleepFor(100ms);
    std::vector<std::string> names;
    for (const int id : ids)
        names.push_back("user " + std::to_string(id));
    co_return names;
}

QCoro::Task<> show(Batcher<int, std::string> &users, int id)
{
    co_await sleepFor(2ms * id);
    const std::string name = co_await users.submit(id);
    std::printf("%s at %lld ms\n", name.c_str(), static_cast<long long>(Clock::current().now() / 1ms));
}

int main()
{
    VirtualClock clock;
    Batcher<int, std::string> users(fetchUsers, {.size = 3, .delay = 10ms});
    for (int id = 1; id <= 5; ++id)
        show(users, id);
    clock.run();
}
