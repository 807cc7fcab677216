// SPDX-License-Identifier: MIT
#include "view/reduced_motion.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QProxyStyle>
#include <QStyleFactory>

namespace playground {

namespace {

constexpr int patience = 200; // ms

/// Fusion that does everything at once.
class StillStyle final : public QProxyStyle {
public:
    StillStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

/// The settings of the desktop that could say it; empty where no portal answers.
QMap<QString, QVariantMap> desktopSettings()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return {};
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("ReadAll"));
    question << QStringList{QStringLiteral("org.freedesktop.appearance"), QStringLiteral("org.gnome.desktop.interface"),
                            QStringLiteral("org.kde.kdeglobals.KDE")};
    question.setAutoStartService(false); // Where no portal runs, none is wanted.
    const QDBusMessage answer = bus.call(question, QDBus::Block, patience);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return {};
    return qdbus_cast<QMap<QString, QVariantMap>>(answer.arguments().constFirst());
}

} // namespace

bool prefersReducedMotion() { return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0; }

std::optional<bool> reducesMotion(const QMap<QString, QVariantMap> &settings)
{
    const auto value = [&](const char *group, const char *key) {
        return settings.value(QLatin1String(group)).value(QLatin1String(key));
    };
    std::optional<bool> reduces;
    const auto say = [&](const QVariant &said, bool still) {
        if (said.isValid())
            reduces = reduces.value_or(false) || still;
    };
    const QVariant asked = value("org.freedesktop.appearance", "reduced-motion");
    const QVariant animates = value("org.gnome.desktop.interface", "enable-animations");
    const QVariant factor = value("org.kde.kdeglobals.KDE", "AnimationDurationFactor");
    bool isNumber = false;
    const double duration = factor.toDouble(&isNumber);
    say(asked, asked.toUInt() == 1);
    say(animates, !animates.toBool());
    say(isNumber ? factor : QVariant(), duration == 0);
    return reduces;
}

QStyle *makeProgramStyle()
{
    return reducesMotion(desktopSettings()).value_or(false) ? new StillStyle
                                                            : QStyleFactory::create(QStringLiteral("Fusion"));
}

} // namespace playground
