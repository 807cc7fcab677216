// SPDX-License-Identifier: MIT
#include "view/system_colors.h"

#include "picture/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace playground {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
constexpr uint preferDark = 1, preferLight = 2; // 0: no preference.

/// The palette before this program set one of its own.
bool startedDark()
{
    static const bool dark = Theme::matching(QApplication::palette()).isDark();
    return dark;
}

} // namespace

SystemColors::SystemColors(QObject *parent)
    : QObject(parent)
    , m_paletteIsDark(startedDark())
    , m_dark(m_paletteIsDark)
{
    askPortal();
}

void SystemColors::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, settings, QStringLiteral("SettingChanged"), this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    question << appearance << colorScheme;
    question.setAutoStartService(false); // Where no portal runs, none is wanted.
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid())
            takeSetting(appearance, colorScheme, reply.value());
        answer->deleteLater();
    });
}

void SystemColors::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance || key != colorScheme)
        return;
    QVariant scheme = value.variant();
    if (scheme.canConvert<QDBusVariant>()) // "Read" wraps its answer twice.
        scheme = scheme.value<QDBusVariant>().variant();
    takeScheme(scheme.toUInt());
}

void SystemColors::takeScheme(uint scheme)
{
    const bool dark = scheme == preferDark || (scheme != preferLight && m_paletteIsDark);
    if (dark == m_dark)
        return;
    m_dark = dark;
    emit changed();
}

} // namespace playground
