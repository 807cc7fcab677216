// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/console.h"

#include <QFile>
#include <QGuiApplication>

#include <cstdio>
#include <memory>

namespace {

/// Runs the command line with the program's own streams.
int runInTerminal(const QStringList &words)
{
    QFile out, error;
    if (!out.open(stdout, QIODevice::WriteOnly) || !error.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 2;
    playground::Console console(out, error, playground::terminalStyle());
    return playground::runCommandLine(words, console);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("asyncade"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASYNCADE_VERSION));
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    std::unique_ptr<QCoreApplication> application;
    if (playground::needsGui(words)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    return runInTerminal(words);
}
