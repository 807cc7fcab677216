// SPDX-License-Identifier: MIT
// asyncade_bench [--smoke] [row …]: ns of CPU time per operation, median of three rounds.
#include "measure.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QStringList>

#include <algorithm>
#include <cstdio>

namespace {

std::vector<bench::Row> allRows()
{
    std::vector<bench::Row> rows;
    for (const auto make : {bench::gatherRows, bench::sleepRows, bench::mapRows, bench::limiterRows, bench::debounceRows, bench::timeoutRows,
                            bench::retryRows, bench::virtualTimeRows, bench::observerRows})
        std::ranges::move(make(), std::back_inserter(rows));
    return rows;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList wanted = app.arguments().mid(1);
    const bool smoke = wanted.removeAll("--smoke") > 0;
    std::vector<bench::Row> rows = allRows();
    if (!wanted.isEmpty())
        std::erase_if(rows, [&](const bench::Row &row) { return !wanted.contains(QString::fromStdString(row.name)); });
#ifdef NDEBUG
    const char *build = "release";
#else
    const char *build = "WITH ASSERTIONS: the figures mean little";
#endif
    std::printf("Asyncade %s, Qt %s, QCoro %s, compiler %s, %s; CPU time, median of %d rounds\n\n", ASYNCADE_VERSION,
                QLibraryInfo::version().toString().toUtf8().constData(), QCORO_VERSION, __VERSION__, build, smoke ? 1 : 3);
    bench::run(rows, smoke ? 1 : 3, smoke);
}
