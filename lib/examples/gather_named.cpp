// SPDX-License-Identifier: MIT
// A weather page: three answers that are read by name, and stations whose names are known only at run time.
#include <asyncade/asyncade.h>

#include <QString>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace asyncade;
using namespace std::chrono_literals;

int now() { return int(Clock::current().now() / 1ms); }

QCoro::Task<double> measure(std::string what, std::chrono::milliseconds latency, double value, std::stop_token token)
{
    co_await sleepFor(latency, token);
    if (what == "rain")
        throw std::runtime_error("the rain gauge does not answer");
    co_return value;
}

QCoro::Task<> showWeather()
{
    const auto weather = co_await gatherNamed(named<"temperature">(call(measure, "temperature", 120ms, 21.5)),
                                              named<"wind">(call(measure, "wind", 80ms, 3.2)));
    std::printf("%d ms: %.1f degrees, wind %.1f m/s\n", now(), weather.get<"temperature">(), weather.get<"wind">());
}

QCoro::Task<> showStations()
{
    std::vector<std::pair<QString, decltype(call(measure, "", 0ms, 0.0))>> stations;
    stations.emplace_back("Harbour", call(measure, "temperature", 200ms, 19.5));
    stations.emplace_back("Airport", call(measure, "temperature", 50ms, 22.0));
    for (const auto &[name, degrees] : co_await gatherNamed(std::move(stations))) // In the order given.
        std::printf("%d ms: %s %.1f degrees\n", now(), qPrintable(name), degrees);
}

QCoro::Task<> showRain()
{
    co_await gatherNamed(named<"temperature">(call(measure, "temperature", 10s, 21.5)),
                         named<"rain">(call(measure, "rain", 50ms, 0.0)));
}

int main()
{
    VirtualClock clock;
    clock.run(showWeather);
    clock.run(showStations);
    try {
        clock.run(showRain);
    } catch (const std::runtime_error &error) {
        std::printf("%d ms: %s\n", now(), error.what()); // At its instant, not after the 10 s of its sibling.
    }
}
