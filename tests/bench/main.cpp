// SPDX-License-Identifier: MIT
// asyncade_bench [--smoke] [--only floor|asyncade|peer] [--rounds N] [row …]: ns of CPU time per operation, median of N (5) rounds.
// Rows where memory is a goal run once more, in a process of their own: asyncade_bench --memory --only COLUMN ROW.
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

/// Takes `--name VALUE` out; empty when it is not there.
QString takeValue(QStringList &arguments, const QString &name)
{
    const auto index = arguments.indexOf(name);
    if (index < 0 || index + 1 >= arguments.size())
        return {};
    const QString value = arguments.at(index + 1);
    arguments.remove(index, 2);
    return value;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList wanted = app.arguments().mid(1);
    bench::RunOptions options;
    const bool onlyMemory = wanted.removeAll("--memory") > 0;
    if (wanted.removeAll("--smoke") > 0)
        options = {.rounds = 1, .smoke = true};
    if (const QString rounds = takeValue(wanted, "--rounds"); !rounds.isEmpty())
        options.rounds = std::max(1, rounds.toInt());
    if (const QString only = takeValue(wanted, "--only"); !only.isEmpty())
        options.only = only.front().toLatin1();
    std::vector<bench::Row> rows = allRows();
    if (!wanted.isEmpty())
        std::erase_if(rows, [&](const bench::Row &row) { return !wanted.contains(QString::fromStdString(row.name)); });
    if (onlyMemory) {
        for (const bench::Row &row : rows)
            bench::printMemory(row, options);
        return 0;
    }
#ifdef NDEBUG
    const char *build = "release";
#else
    const char *build = "WITH ASSERTIONS: the figures mean little";
#endif
    std::printf("Asyncade %s, Qt %s, QCoro %s, compiler %s, %s; CPU time, median of %d rounds\n\n", ASYNCADE_VERSION,
                QLibraryInfo::version().toString().toUtf8().constData(), QCORO_VERSION, __VERSION__, build, options.rounds);
    return bench::run(rows, options) ? 0 : 1;
}
