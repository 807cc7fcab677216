// SPDX-License-Identifier: MIT
#include "view/source_items_text.h"

#include <QJsonDocument>
#include <QTest>

using namespace playground;

namespace {

QJsonArray json(const char *text) { return QJsonDocument::fromJson(text).array(); }

} // namespace

class SourceItemsTextTest : public QObject {
    Q_OBJECT

private slots:
    void writesAnItemAsALine()
    {
        QCOMPARE(sourceItemsText(json(
                     R"([{"name":"user","latency":"120ms"},{"name":"posts","latency":"300ms","fails":1,"error":503},
                                          {"name":"ads","at":"50ms","fails":"always","error":"hang"}])")),
                 "user 120ms\nposts 300ms fails 1 503\nads at 50ms fails always hang");
    }

    void readsItBack()
    {
        const QJsonArray items = json(
            R"([{"name":"my user","latency":"120ms"},{"name":"ads","at":"50ms","fails":"always","error":"hang"},{"name":"x"}])");
        QCOMPARE(typedSourceItems(sourceItemsText(items)), items);
    }

    void emptyLinesAreNoItems() { QCOMPARE(typedSourceItems("\n  \nuser\n"), json(R"([{"name":"user"}])")); }

    void aStrangeWordBecomesAKeyThatTheCheckNames()
    {
        QCOMPARE(typedSourceItems("user slowly"), json(R"([{"name":"user","slowly":true}])"));
    }
};

QTEST_GUILESS_MAIN(SourceItemsTextTest)
#include "source_items_text_test.moc"
