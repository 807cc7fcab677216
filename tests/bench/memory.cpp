// SPDX-License-Identifier: MIT
#include "memory.h"

#include <QCoreApplication>
#include <QProcess>

#include <fstream>

namespace bench {

namespace {

/// Linux alone tells it for a program rather than for whatever its process ran before.
double peak()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) * 1024 / 1e6;
    }
    return 0;
}

} // namespace

double growthOfPeak(const std::function<void()> &work)
{
    const double before = peak();
    work();
    return peak() - before;
}

double growthOfPeakInChild(const std::string &row, const char *column, bool smoke)
{
    QStringList arguments{"--memory", "--only", column, QString::fromStdString(row)};
    if (smoke)
        arguments.prepend("--smoke");
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    bool isNumber = false;
    const qint64 bytes = child.waitForFinished(-1) ? child.readAllStandardOutput().trimmed().toLongLong(&isNumber) : 0;
    return isNumber && child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0 ? double(bytes) / 1e6 : -1;
}

} // namespace bench
