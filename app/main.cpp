// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/bad_input.h"
#include "cli/display.h"
#include "cli/language_option.h"
#include "cli/run_request.h"
#include "model/catalogue.h"
#include "model/language.h"
#include "players.h"
#include "view/language_menu.h"
#include "view/main_window.h"

#include <asyncade/error_hook.h>

#include <QApplication>
#include <QFile>
#include <QScreen>

#include <cstdio>
#include <memory>
#include <optional>

using namespace playground;

namespace {

/// The notice of a missing XDG_RUNTIME_DIR says nothing to somebody who asked for a picture; all else is shown.
void showButRuntimeFolder(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (!text.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR not set")))
        std::fputs(qPrintable(qFormatLogMessage(type, context, text) + u'\n'), stderr);
}

/// Runs the command line with the program's own streams.
int runInTerminal(int argc, char **argv, const QStringList &words)
{
    std::unique_ptr<QCoreApplication> application;
    if (needsGui(words)) {
        // A picture needs fonts, but no screen.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(showButRuntimeFolder);
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

/// Opens what the command line names, a file or a shipped scenario; without a word the default one, as also when the file
/// cannot be opened.
void openFirst(MainWindow &window, const QStringList &words)
{
    if (words.isEmpty())
        return window.openScenario(defaultScenario());
    if (!isFileName(words[0]))
        return openShipped(window, words[0]);
    if (window.openFile(words[0]))
        return;
    window.openScenario(defaultScenario());
    window.openFile(words[0]); // Says what is wrong with it, beside a scenario that is there.
}

/// What a window is to be opened with.
struct WindowRequest {
    QStringList words;
    QString language; ///< Empty: as chosen in its menu, or as the system speaks.
};

/// Nothing when the words are for the terminal, or wrong, which is said there.
std::optional<WindowRequest> windowRequest(QStringList words)
{
    try {
        const QString language = takeLanguage(words);
        if (words.isEmpty() || namesScenario(words))
            return WindowRequest{words, language};
    } catch (const BadInput &) {
    }
    return std::nullopt;
}

/// Chooses the language before there is any text.
void speakFirst(const QString &asked)
{
    const QString chosen = asked.isEmpty() ? chosenLanguage() : asked;
    speak(chosen.isEmpty() ? nearestLanguage() : chosen);
}

int runInWindow(int argc, char **argv, const WindowRequest &request)
{
    const QApplication application(argc, argv);
    speakFirst(request.language);
    Players players; // Before the window, which shows its run to the last.
    MainWindow window;
    players.connectTo(window);
    QObject::connect(&window, &MainWindow::galleryChosen, &window, [&window](const QString &name) { openShipped(window, name); });
    window.setScenarioList(gallery());
    openFirst(window, request.words);
    window.fitInto(window.screen()->availableSize());
    window.show();
    window.begin();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(QStringLiteral("asyncade")); // Settings lie in a folder of this name.
    QCoreApplication::setApplicationName(QStringLiteral("asyncade"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASYNCADE_VERSION));
    // A hedge's second failure, an error after a deadline: the timeline shows them all, so the library need not log them.
    asyncade::setErrorHook([](const asyncade::ErrorReport &) {});
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const auto request = windowRequest(words);
    return request && hasDisplay() ? runInWindow(argc, argv, *request) : runInTerminal(argc, argv, words);
}
