// SPDX-License-Identifier: MIT
#include "view/latency_plot.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace playground;

class LatencyPlotTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_plot = std::make_unique<LatencyPlot>();
        m_plot->resize(240, m_plot->sizeHint().height());
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        // Whoever owns it puts the edit in its place.
        connect(m_plot.get(), &LatencyPlot::edited, this, [this](const QString &key, const QJsonValue &value) {
            m_latency.set(key, value);
            m_plot->setLatency(m_latency);
        });
    }
    void cleanup() { m_plot.reset(); }

    void aBarOfAListIsPulled()
    {
        show("list", {{"values", times({"300ms", "100ms", "200ms"})}});
        QSignalSpy edited(m_plot.get(), &LatencyPlot::edited), committed(m_plot.get(), &LatencyPlot::committed);
        const QPoint second = m_plot->placeOf(1), first = m_plot->placeOf(0);
        QTest::mousePress(m_plot.get(), Qt::LeftButton, {}, second);
        QTest::mouseMove(m_plot.get(), {second.x(), first.y()});
        QTest::mouseRelease(m_plot.get(), Qt::LeftButton, {}, {second.x(), first.y()});
        QVERIFY(edited.count() > 0);
        QCOMPARE(committed.count(), 1);
        QCOMPARE(values().size(), 3);
        QCOMPARE(values()[0].toString(), "300ms");
        QCOMPARE(values()[2].toString(), "200ms");
        QCOMPARE(values()[1].toString(), "300ms"); // As high as the first one.
        // Down to nothing, and never below.
        QTest::mousePress(m_plot.get(), Qt::LeftButton, {}, m_plot->placeOf(2));
        QTest::mouseMove(m_plot.get(), {m_plot->placeOf(2).x(), m_plot->height() + 50});
        QTest::mouseRelease(m_plot.get(), Qt::LeftButton, {}, {m_plot->placeOf(2).x(), m_plot->height() + 50});
        QCOMPARE(values()[2].toString(), "0ms");
    }

    void theKeysChooseABarAndChangeIt()
    {
        show("list", {{"values", times({"300ms", "100ms"})}});
        m_plot->setFocus();
        QCOMPARE(m_plot->accessibleDescription(), "1 of 2: 300 ms");
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        QCOMPARE(m_plot->accessibleDescription(), "2 of 2: 100 ms");
        QTest::keyClick(m_plot.get(), Qt::Key_Right); // There is no third.
        QTest::keyClick(m_plot.get(), Qt::Key_Up);
        QCOMPARE(values()[1].toString(), "110ms");
        QCOMPARE(m_plot->accessibleDescription(), "2 of 2: 110 ms");
        QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QTest::keyClick(m_plot.get(), Qt::Key_Down);
        QCOMPARE(values()[0].toString(), "290ms");
    }

    void theKeysMoveAHandle()
    {
        show("log-normal", {{"median", "600ms"}, {"p95", "1200ms"}});
        m_plot->setFocus();
        QTest::keyClick(m_plot.get(), Qt::Key_Right);
        const auto median = m_latency.duration("median");
        QVERIFY(median > std::chrono::milliseconds(600));
        QTest::keyClick(m_plot.get(), Qt::Key_Down); // To the other handle.
        QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QVERIFY(m_latency.duration("p95") < std::chrono::milliseconds(1200));
        QCOMPARE(m_latency.duration("median"), median);
        // A handle stops before the next one.
        for (int i = 0; i < 1000; ++i)
            QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QVERIFY(m_latency.duration("p95") > m_latency.duration("median"));
    }

    void aHandleIsDragged()
    {
        show("constant", {{"value", "100ms"}});
        const QPoint at = m_plot->placeOf(0);
        QTest::mousePress(m_plot.get(), Qt::LeftButton, {}, at);
        QTest::mouseMove(m_plot.get(), at + QPoint(20, 0));
        QTest::mouseRelease(m_plot.get(), Qt::LeftButton, {}, at + QPoint(20, 0));
        QVERIFY(m_latency.duration("value") > std::chrono::milliseconds(100));
    }

private:
    void show(const QString &kind, const QJsonObject &given)
    {
        m_latency = Section(findKind("latency", kind), given);
        m_plot->setLatency(m_latency);
    }
    QJsonArray values() const { return m_latency.value("values").toArray(); }
    static QJsonArray times(const QStringList &times) { return QJsonArray::fromStringList(times); }

    Section m_latency;
    std::unique_ptr<LatencyPlot> m_plot;
};

QTEST_MAIN(LatencyPlotTest)
#include "latency_plot_test.moc"
