// SPDX-License-Identifier: MIT
#include "picture/column_search.h"

#include <QTest>

#include <random>
#include <vector>

using namespace playground;

class ColumnSearchTest : public QObject {
    Q_OBJECT

private slots:
    void findsWhatAPlainSearchFinds();
};

void ColumnSearchTest::findsWhatAPlainSearchFinds()
{
    struct Item {
        qint64 t;
    };
    for (quint32 seed = 1; seed <= 2000; ++seed) {
        std::mt19937 random(seed);
        const TimelineGeometry geometry({.size = {824, 764}, .lanes = 1, .range = {0, 1 + qint64(random() % 5000)}});
        std::vector<Item> items(random() % 70);
        for (Item &item : items)
            item.t = random() % 6000;
        std::ranges::sort(items, {}, &Item::t);
        const int column = int(random() % 824);
        size_t first = random() % (items.size() + 1);
        while (first > 0 && geometry.x(items[first - 1].t) > column)
            --first;
        size_t expected = first;
        while (expected < items.size() && geometry.x(items[expected].t) <= column)
            ++expected;
        QVERIFY2(firstRightOf(column, items, first, geometry) == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

QTEST_GUILESS_MAIN(ColumnSearchTest)
#include "column_search_test.moc"
