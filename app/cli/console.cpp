// SPDX-License-Identifier: MIT
#include "cli/console.h"

#include "cli/bad_input.h"

#include <QCoreApplication>
#include <QFileDevice>
#include <QString>

#include <sys/ioctl.h>
#include <unistd.h>

namespace playground {

namespace {

constexpr int minWidth = 60;
constexpr int maxWidth = 240;

/// Whether the locale's characters are UTF-8: the first of these variables that is set decides, as in setlocale(3).
bool localeIsUtf8()
{
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const QByteArray value = qgetenv(name).toLower();
        if (!value.isEmpty())
            return value.contains("utf-8") || value.contains("utf8");
    }
    return false;
}

int terminalWidth()
{
    bool given = false;
    int width = qEnvironmentVariableIntValue("COLUMNS", &given);
    winsize size{};
    if (!given && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    return width > 0 ? qBound(minWidth, width, maxWidth) : TerminalStyle().width;
}

} // namespace

void Console::print(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (m_out.write(bytes) != bytes.size())
        fail();
}

void Console::finish()
{
    auto *file = qobject_cast<QFileDevice *>(&m_out);
    if (file && (!file->flush() || file->error() != QFileDevice::NoError))
        fail();
}

void Console::fail() const
{
    throw BadInput(QCoreApplication::translate("Console", "could not write to stdout: %1; free some space or write elsewhere")
                       .arg(m_out.errorString()));
}

void Console::complain(const QString &sentence)
{
    m_error.write("asyncade: " + sentence.toUtf8() + '\n');
}

TerminalStyle terminalStyle()
{
    TerminalStyle style;
    style.unicode = localeIsUtf8();
    style.width = terminalWidth();
    const QByteArray term = qgetenv("TERM");
    style.colour = isatty(STDOUT_FILENO) && !term.isEmpty() && term != "dumb" && qEnvironmentVariableIsEmpty("NO_COLOR");
    // The console of the Linux kernel has few of the signs that the drawing uses.
    style.unicode = style.unicode && term != "linux";
    return style;
}

} // namespace playground
