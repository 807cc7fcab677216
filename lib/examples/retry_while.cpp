// SPDX-License-Identifier: MIT
// A job on a server: asked every half second until it has ended.
#include <asyncade/asyncade.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

enum class JobState { Running, Done };

QCoro::Task<JobState> askForState(int job, std::stop_token token)
{
    std::printf("job %d asked for at %lld ms\n", job, static_cast<long long>(Clock::current().now() / 1ms));
    co_await sleepFor(20ms, token);
    co_return Clock::current().now() < 1300ms ? JobState::Running : JobState::Done;
}

QCoro::Task<> example()
{
    const auto isRunning = [](JobState state) { return state == JobState::Running; };
    const JobState state = co_await retryWhile(call(askForState, 7), isRunning, {.attempts = 20, .base = 500ms, .factor = 1, .jitter = Jitter::none()});
    std::printf("%s\n", state == JobState::Done ? "done" : "it takes too long");
}

int main()
{
    VirtualClock clock;
    clock.run(example);
}
