// SPDX-License-Identifier: MIT
// Coroutines bound to an object: deleting it unwinds them while its members are still alive.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <memory>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

class Search {
public:
    void start()
    {
        m_scope.spawn("search", [this](std::stop_token token) { return run(token); });
    }

private:
    QCoro::Task<> run(std::stop_token token)
    {
        const Sleep answer = sleepFor(10s, token);
        try {
            co_await answer;
        } catch (const Cancelled &cancelled) {
            std::printf("%s: %s\n", m_name.c_str(), cancelled.what());
            throw;
        }
    }

    std::string m_name = "search box";
    TaskScope m_scope; // The last member.
};

int main()
{
    VirtualClock clock;
    auto search = std::make_unique<Search>();
    search->start();
    clock.advance(1s);
    search.reset();
    std::printf("at %lld s\n", static_cast<long long>(clock.now() / 1s));
}
