// SPDX-License-Identifier: MIT
#include "model/catalogue.h"

#include <QDir>
#include <QTest>

using namespace playground;

class CatalogueTest : public QObject {
    Q_OBJECT

private slots:
    void listsEveryFileThatIsShipped()
    {
        QStringList files;
        for (const QString &name : shippedNames())
            files.append(name + QStringLiteral(".json"));
        files.sort();
        QCOMPARE(QDir(QStringLiteral(":/asyncade/scenarios")).entryList(QDir::Files, QDir::Name), files);
    }

    void shipsOnlyWhatIsComplete()
    {
        const auto scenarios = shippedScenarios();
        QCOMPARE(qsizetype(scenarios.size()), shippedNames().size());
        for (size_t i = 0; i < scenarios.size(); ++i) {
            const Scenario &scenario = scenarios[i];
            QCOMPARE(scenario.name, shippedNames().at(qsizetype(i)));
            QVERIFY2(scenario.title != scenario.name, qPrintable(scenario.name));
            QVERIFY2(scenario.group != QLatin1String("mine"), qPrintable(scenario.name));
            QCOMPARE(scenario.info.keys(),
                     (QStringList{QStringLiteral("further"), QStringLiteral("how"), QStringLiteral("notice"),
                                  QStringLiteral("try"), QStringLiteral("use"), QStringLiteral("what")}));
        }
    }

    void keepsTheGroupsTogether()
    {
        QStringList groups;
        for (const Scenario &scenario : shippedScenarios()) {
            if (groups.isEmpty() || groups.last() != scenario.group)
                groups += scenario.group;
        }
        QCOMPARE(groups, (QStringList{QStringLiteral("many-at-once"), QStringLiteral("shape-the-flow"), QStringLiteral("when-things-fail")}));
    }

    void shipsFilesAsTheProgramWritesThem()
    {
        for (const QString &name : shippedNames()) {
            QFile file(QStringLiteral(":/asyncade/scenarios/%1.json").arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QCOMPARE(writeScenario(std::get<Scenario>(shippedScenario(name))), text);
        }
    }

    void findsOneByItsName()
    {
        QVERIFY(std::get<Scenario>(shippedScenario(QStringLiteral("eight-fetches"))) == defaultScenario());
    }

    void namesTheNearest()
    {
        QCOMPARE(
            std::get<Problem>(shippedScenario(QStringLiteral("eight-fetch"))).text(),
            QStringLiteral("there is no scenario \"eight-fetch\" in the gallery; did you mean \"eight-fetches\"?"));
        QVERIFY(std::get<Problem>(shippedScenario(QStringLiteral("zzz")))
                    .text()
                    .contains(QStringLiteral("known: \"eight-fetches\"")));
        QVERIFY(std::holds_alternative<Problem>(shippedScenario(QString())));
        QVERIFY(std::holds_alternative<Problem>(shippedScenario(QStringLiteral("../scenarios/dashboard"))));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
