// SPDX-License-Identifier: MIT
// A polite downloader: real HTTP to a server of its own, which is busy, slow or out of order now and then.
#include "downloader.h"
#include "moody_server.h"

#include <asyncade/run_blocking.h>

#include <QCoreApplication>

#include <cstdio>

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
    const std::vector<Download> downloads = asyncade::runBlocking(downloader.fetchAll(urls));

    for (std::size_t i = 0; i < downloads.size(); ++i) {
        std::printf("%-14s %3lld bytes  ", paths[i], static_cast<long long>(downloads[i].content.size()));
        for (const std::string &end : downloads[i].tries)
            std::printf(" %s", end.c_str());
        std::puts(downloads[i].error ? ": given up" : "");
    }
    std::printf("%d requests, %d too early, %d aborted, never more than 4 at a time: %s\n", server.requests(), server.tooEarly(),
                server.hungUp(), server.mostAtOnce() <= 4 ? "yes" : "no");
}
