// SPDX-License-Identifier: MIT
// Windows that wait until the settings have been read; one that comes later does not wait.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<> readSettings(Event &settingsRead)
{
    co_await sleepFor(150ms);
    std::printf("%3d ms: the settings have been read\n", now());
    settingsRead.set();
}

QCoro::Task<> open(std::string window, Event &settingsRead)
{
    co_await settingsRead.wait();
    std::printf("%3d ms: %s opens\n", now(), window.c_str());
}

int main()
{
    VirtualClock clock;
    Event settingsRead;
    readSettings(settingsRead);
    open("the editor", settingsRead);
    open("the log", settingsRead);
    clock.run();
    clock.advance(50ms);
    open("the help", settingsRead);

    settingsRead.reset(); // From here on one waits again.
    open("the wizard", settingsRead);
    std::printf("%3d ms: %zu waits\n", now(), settingsRead.waiting());
    settingsRead.set();
    clock.run();
}
