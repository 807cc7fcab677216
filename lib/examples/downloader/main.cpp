// SPDX-License-Identifier: MIT
// A polite downloader: real HTTP to a server of its own, which is busy, slow or out of order now and then.
#include "downloader.h"
#include "moody_server.h"

#include <asyncade/asyncade.h>

#include <QCoreApplication>

#include <cstdio>

using namespace asyncade;
using namespace std::chrono_literals;

QCoro::Task<> untilHungUp(MoodyServer &server, int count, std::stop_token token)
{
    while (server.hungUp() < count)
        co_await sleepFor(1ms, token);
}

/// Stops a download of which the server has begun to think.
QCoro::Task<> stopInTheMiddle(Downloader &downloader, MoodyServer &server)
{
    const int before = server.requests();
    const int hungUp = server.hungUp();
    std::stop_source stop;
    const std::vector<QUrl> urls{server.url("/slow-again.txt")};
    auto fetching = downloader.fetchAll(urls, stop.get_token());
    while (server.requests() == before)
        co_await sleepFor(1ms);
    stop.request_stop();
    try {
        co_await fetching;
    } catch (const Cancelled &error) {
        std::printf("/slow-again.txt: %s\n", error.what());
    }
    co_await withTimeout([&](std::stop_token token) { return untilHungUp(server, hungUp + 1, token); }, 10s);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    MoodyServer server;
    Downloader downloader;

    const std::vector<const char *> paths{"/a.txt", "/limited.txt", "/slow.txt", "/slow-too.txt", "/b.txt", "/shaky.txt",
                                          "/c.txt", "/missing.txt", "/d.txt", "/broken.txt", "/e.txt", "/f.txt"};
    std::vector<QUrl> urls;
    for (const char *path : paths)
        urls.push_back(server.url(path));
    const std::vector<Download> downloads = runBlocking(downloader.fetchAll(urls));

    for (std::size_t i = 0; i < downloads.size(); ++i) {
        std::printf("%-14s %3lld bytes  ", paths[i], static_cast<long long>(downloads[i].content.size()));
        for (const std::string &end : downloads[i].tries)
            std::printf(" %s", end.c_str());
        std::puts(downloads[i].error ? ": given up" : "");
    }
    runBlocking([&] { return stopInTheMiddle(downloader, server); });
    std::printf("%d requests, %d too early, %d aborted, never more than 4 at a time: %s\n", server.requests(), server.tooEarly(),
                server.hungUp(), server.mostAtOnce() <= 4 ? "yes" : "no");
}
