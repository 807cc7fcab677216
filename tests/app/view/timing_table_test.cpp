// SPDX-License-Identifier: MIT
#include "view/timing_table.h"

#include "picture/theme.h"

#include <QTest>

using namespace playground;

class TimingTableTest : public QObject {
    Q_OBJECT

private slots:
    void noBarReachesItsNumber_data()
    {
        QTest::addColumn<QString>("length");
        for (const char *length : {"9 ms", "1.050 s", "2 min 27 s", "23 h 59 min 59 s"})
            QTest::newRow(length) << QString(length);
    }
    void noBarReachesItsNumber()
    {
        QFETCH(QString, length);
        RequestFacts facts;
        facts.begin = 0;
        facts.end = 1000;
        TimingRow row;
        row.label = "Waits for a slot";
        row.length = length;
        row.begin = 0;
        row.end = 1000; // As long as the whole.
        row.state = SpanState::Running; // Without texture or outline.
        facts.timing = {row};
        TimingTable table;
        table.resize(296, 56);
        table.setFacts(facts);
        const QImage picture = table.grab().toImage();
        const QRgb bar = Theme::light().state(SpanState::Running).fill.rgb();
        const int number = picture.width() - QFontMetrics(Theme::font(Role::Number)).horizontalAdvance(length);
        int last = -1;
        for (int x = 0; x < picture.width(); ++x)
            last = picture.pixel(x, 14) == bar ? x : last;
        QVERIFY(last > 116);
        QVERIFY2(last < number, qPrintable(QStringLiteral("the bar ends at %1, the number begins at %2").arg(last).arg(number)));
    }
};

QTEST_MAIN(TimingTableTest)
#include "timing_table_test.moc"
