// SPDX-License-Identifier: MIT
// Marbles: what goes into an operator and what comes out, drawn. Each sign is 10 ms.
#include <asyncade/asyncade.h>
#include <asyncade/testing/marbles.h>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

template <class Operator>
void draw(const char *title, const char *in, Operator through)
{
    VirtualClock clock;
    auto out = through(marbles(in));
    std::printf("%-14s %s\n%-14s %s\n", title, in, "", drawn(out).constData());
}

int main()
{
    draw("debounce 30 ms", "-a-b-c--------d--|", [](auto in) { return debounce(std::move(in), 30ms); });
    draw("take 2", "-a--b--c--|", [](auto in) { return take(std::move(in), 2); });
    draw("chunk 2", "-a-b-c|", [](auto in) { return chunk(std::move(in), 2); });
    draw("merge", "-a-----b---|", [](auto in) { return merge(std::move(in), marbles("---1-2-------3-|")); });
    draw("zip", "-a---b----c--|", [](auto in) { return zip(std::move(in), marbles("--1---2-|")); });
    draw("throttle 50 ms", "-a-b-c----------d-|", [](auto in) { return throttle(std::move(in), 50ms); });
    draw("an error", "-a-b-#", [](auto in) { return enumerate(std::move(in)); });
}
