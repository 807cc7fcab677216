// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/console.h"
#include "engine/playback.h"
#include "model/catalogue.h"
#include "view/main_window.h"

#include <QApplication>
#include <QFile>

#include <cstdio>
#include <memory>

using namespace playground;

namespace {

/// Whether there is a screen for a window. Platforms that have none, or only pretend, do not count.
bool hasDisplay()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (!platform.isEmpty() && platform != "xcb" && !platform.startsWith("wayland"))
        return !platform.startsWith("offscreen") && !platform.startsWith("minimal");
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

/// Runs the command line with the program's own streams.
int runInTerminal(int argc, char **argv, const QStringList &words)
{
    std::unique_ptr<QCoreApplication> application;
    if (needsGui(words)) {
        // A picture needs fonts, but no screen.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QFile out, error;
    if (!out.open(stdout, QIODevice::WriteOnly) || !error.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return EXIT_FAILURE;
    Console console(out, error, terminalStyle());
    return runCommandLine(words, console);
}

std::vector<ScenarioInfo> gallery()
{
    std::vector<ScenarioInfo> list;
    for (const Scenario &scenario : shippedScenarios())
        list.push_back({scenario.name, scenario.title, scenario.group});
    return list;
}

void openShipped(MainWindow &window, const QString &name)
{
    const ScenarioOrProblem result = shippedScenario(name);
    if (const auto *scenario = std::get_if<Scenario>(&result))
        window.openScenario(*scenario);
    else
        window.showProblem(std::get<Problem>(result).text());
}

/// Lets the window's wishes reach the playback, and the playback's facts the window.
void connectParts(MainWindow &window, Playback &playback)
{
    QObject::connect(&window, &MainWindow::resetRequested, &playback, &Playback::reset);
    QObject::connect(&window, &MainWindow::scenarioChanged, &playback, &Playback::change);
    QObject::connect(&window, &MainWindow::runRequested, &playback, &Playback::start);
    QObject::connect(&window, &MainWindow::pauseRequested, &playback, &Playback::pause);
    QObject::connect(&window, &MainWindow::stepRequested, &playback, &Playback::step);
    QObject::connect(&window, &MainWindow::toEndRequested, &playback, &Playback::toEnd);
    QObject::connect(&window, &MainWindow::speedChanged, &playback, &Playback::setSpeed);
    QObject::connect(&playback, &Playback::runReplaced, &window, &MainWindow::setRun);
    QObject::connect(&playback, &Playback::advanced, &window, &MainWindow::runAdvanced);
    QObject::connect(&playback, &Playback::stateChanged, &window, &MainWindow::setPlaybackState);
    QObject::connect(&playback, &Playback::problem, &window, &MainWindow::showProblem);
    QObject::connect(&window, &MainWindow::galleryChosen, &window, [&window](const QString &name) { openShipped(window, name); });
}

int runInWindow(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Playback playback; // Before the window, which shows its run to the last.
    MainWindow window;
    connectParts(window, playback);
    window.setScenarioList(gallery());
    window.openScenario(defaultScenario());
    window.show();
    window.begin();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("asyncade"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASYNCADE_VERSION));
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return words.isEmpty() && hasDisplay() ? runInWindow(argc, argv) : runInTerminal(argc, argv, words);
}
