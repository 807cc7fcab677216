// SPDX-License-Identifier: MIT
#include "model/presets.h"

#include "model/scenario_json.h"

#include <QTest>

using namespace playground;

class PresetsTest : public QObject {
    Q_OBJECT

private slots:
    void areAllThere()
    {
        QCOMPARE(backendPresets().join(u' '), QStringLiteral("fast slow flaky overloaded offline"));
        QVERIFY(!backendPreset(QStringLiteral("quick")));
        QVERIFY(!backendPreset(QString()));
    }

    void areValid()
    {
        for (const QString &name : backendPresets()) {
            const auto result = withValue(Scenario(), QStringLiteral("backend"), *backendPreset(name));
            QVERIFY2(std::holds_alternative<Scenario>(result), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(PresetsTest)
#include "presets_test.moc"
