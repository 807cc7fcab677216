// SPDX-License-Identifier: MIT
#include "view/reduced_motion.h"

#include <QApplication>
#include <QStyle>
#include <QTest>

#include <memory>

using namespace playground;

class ReducedMotionTest : public QObject {
    Q_OBJECT

private slots:
    void readsWhatDesktopsSay_data()
    {
        const QString freedesktop = "org.freedesktop.appearance", gnome = "org.gnome.desktop.interface",
                      kde = "org.kde.kdeglobals.KDE";
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<int>("reduces"); // -1: it says nothing.
        QTest::newRow("asked for") << freedesktop << "reduced-motion" << QVariant(1U) << 1;
        QTest::newRow("not asked for") << freedesktop << "reduced-motion" << QVariant(0U) << 0;
        QTest::newRow("GNOME does not animate") << gnome << "enable-animations" << QVariant(false) << 1;
        QTest::newRow("GNOME animates") << gnome << "enable-animations" << QVariant(true) << 0;
        QTest::newRow("KDE does not animate") << kde << "AnimationDurationFactor" << QVariant("0") << 1;
        QTest::newRow("KDE is quick") << kde << "AnimationDurationFactor" << QVariant("0.5") << 0;
        QTest::newRow("KDE says nothing that is a number") << kde << "AnimationDurationFactor" << QVariant("") << -1;
        QTest::newRow("about colours only") << freedesktop << "color-scheme" << QVariant(1U) << -1;
    }
    void readsWhatDesktopsSay()
    {
        QFETCH(QString, group);
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        QFETCH(int, reduces);
        const std::optional<bool> said = reducesMotion({{group, {{key, value}}}});
        QCOMPARE(said ? int(*said) : -1, reduces);
    }

    void oneThatAsksForItIsEnough()
    {
        QCOMPARE(reducesMotion({}), std::nullopt);
        QCOMPARE(reducesMotion({{"org.freedesktop.appearance", {{"reduced-motion", 0U}}},
                                {"org.gnome.desktop.interface", {{"enable-animations", false}}}}),
                 std::optional(true));
    }

    void theStyleSaysWhatThePlatformSaysWhereNoDesktopDoes()
    {
        const std::unique_ptr<QStyle> style(makeProgramStyle());
        QVERIFY(style);
        QVERIFY(!prefersReducedMotion());
    }
};

QTEST_MAIN(ReducedMotionTest)
#include "reduced_motion_test.moc"
