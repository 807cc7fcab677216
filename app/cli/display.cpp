// SPDX-License-Identifier: MIT
#include "cli/display.h"

#include <QDir>
#include <QLibrary>
#include <QLibraryInfo>

namespace playground {

namespace {

bool hasPlugin(const QString &pattern)
{
    const QDir folder(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    return !folder.entryList({pattern}, QDir::Files).isEmpty();
}

/// A function of a library that the plugin needs anyway; loaded on demand, so that the program does not depend on it.
template <typename Function>
Function functionOf(QLibrary &library, const char *name)
{
    return reinterpret_cast<Function>(library.resolve(name));
}

/// Asks the X server of DISPLAY the way the plugin will: address, socket and permission.
bool xAnswers()
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") || !hasPlugin(QStringLiteral("libqxcb.so")))
        return false;
    QLibrary xcb(QStringLiteral("xcb"), 1);
    const auto connect = functionOf<void *(*)(const char *, int *)>(xcb, "xcb_connect");
    const auto hasError = functionOf<int (*)(void *)>(xcb, "xcb_connection_has_error");
    const auto disconnect = functionOf<void (*)(void *)>(xcb, "xcb_disconnect");
    if (!connect || !hasError || !disconnect)
        return false;
    void *connection = connect(nullptr, nullptr);
    const bool answers = hasError(connection) == 0;
    disconnect(connection);
    return answers;
}

/// The same for the Wayland compositor of WAYLAND_DISPLAY.
bool waylandAnswers()
{
    if (qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !hasPlugin(QStringLiteral("libqwayland-*.so")))
        return false;
    QLibrary wayland(QStringLiteral("wayland-client"), 0);
    const auto connect = functionOf<void *(*)(const char *)>(wayland, "wl_display_connect");
    const auto disconnect = functionOf<void (*)(void *)>(wayland, "wl_display_disconnect");
    void *connection = connect && disconnect ? connect(nullptr) : nullptr;
    if (connection)
        disconnect(connection);
    return connection;
}

} // namespace

bool hasDisplay()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (platform.startsWith("wayland"))
        return waylandAnswers();
    if (platform.startsWith("xcb"))
        return xAnswers();
    if (!platform.isEmpty())
        return !platform.startsWith("offscreen") && !platform.startsWith("minimal");
    return waylandAnswers() || xAnswers(); // Qt takes the first that works.
}

} // namespace playground
