// SPDX-License-Identifier: MIT
// A command-line tool: main is no coroutine, its work is.
#include <asyncade/asyncade.h>

#include <cstdio>
#include <stdexcept>
#include <string>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<int> backUp(std::string folder, int files)
{
    if (files == 0)
        throw std::runtime_error(folder + " is empty");
    for (int file = 1; file <= files; ++file) {
        co_await sleepFor(250ms); // Never wakes early; a virtual clock makes no real time of it.
        std::printf("%s: %d of %d\n", folder.c_str(), file, files);
    }
    co_return files;
}

int main()
{
    VirtualClock clock; // In a real tool: QCoreApplication app(argc, argv);
    const int files = runBlocking(call(backUp, "letters", 2)); // `call` owns the arguments.
    std::printf("%d files in %lld ms\n", files, static_cast<long long>(clock.now() / 1ms));
    try {
        runBlocking(call(backUp, "photos", 0));
    } catch (const std::runtime_error &error) {
        std::printf("error: %s\n", error.what());
    }
}
