// SPDX-License-Identifier: MIT
#include "model/slot_grants.h"

#include <QTest>

using namespace playground;

namespace {

std::vector<quint32> requests(const std::vector<SlotHolder> &holders)
{
    std::vector<quint32> numbers;
    for (const SlotHolder &holder : holders)
        numbers.push_back(holder.request);
    return numbers;
}

} // namespace

class SlotGrantsTest : public QObject {
    Q_OBJECT

private slots:
    void areEmptyAtFirst()
    {
        const SlotGrants grants;
        QVERIFY(grants.heldBefore(1, 100).empty());
        QVERIFY(grants.heldAt(1, 100).empty());
        QVERIFY(grants.of(0).empty());
        QVERIFY(grants.of(1).empty());
    }

    void tellWhoHeldAndWhoGotItNext()
    {
        SlotGrants grants;
        grants.grant(1, 1, 0, 0, 0);
        grants.grant(1, 2, 0, 0, 1);
        QVERIFY(grants.free(1, 1, 10, 2));
        grants.grant(1, 3, 1, 10, 3);
        QCOMPARE(requests(grants.heldBefore(1, 1)), (std::vector<quint32>{1}));
        QCOMPARE(requests(grants.heldBefore(1, 2)), (std::vector<quint32>{1, 2}));
        QCOMPARE(requests(grants.heldBefore(1, 3)), (std::vector<quint32>{2}));
        QCOMPARE(requests(grants.heldBefore(1, 4)), (std::vector<quint32>{2, 3}));
        QCOMPARE(requests(grants.heldAt(1, 9)), (std::vector<quint32>{1, 2}));
        QCOMPARE(requests(grants.heldAt(1, 10)), (std::vector<quint32>{2, 3}));
        QCOMPARE(grants.of(1), (std::vector<SlotHolder>{{1, 0, 10, 3}}));
        QCOMPARE(grants.of(3), (std::vector<SlotHolder>{{3, 10, -1, 0}}));
    }

    void refuseToFreeWhatIsNotHeld()
    {
        SlotGrants grants;
        QVERIFY(!grants.free(1, 1, 0, 0));
        grants.grant(1, 1, 0, 0, 1);
        QVERIFY(!grants.free(2, 1, 0, 2));
        QVERIFY(grants.free(1, 1, 0, 3));
        QVERIFY(!grants.free(1, 1, 0, 4));
        QVERIFY(grants.heldBefore(1, 5).empty());
    }

    void letARequestHoldSeveral()
    {
        SlotGrants grants;
        grants.grant(1, 7, 0, 0, 0);
        grants.grant(1, 7, 0, 1, 1);
        grants.grant(2, 7, 0, 2, 2);
        QCOMPARE(requests(grants.heldAt(1, 5)), (std::vector<quint32>{7, 7}));
        QVERIFY(grants.free(1, 7, 6, 3)); // The later one.
        QCOMPARE(grants.of(7), (std::vector<SlotHolder>{{7, 0, -1, 0}, {7, 1, 6, 0}, {7, 2, -1, 0}}));
        QCOMPARE(requests(grants.heldAt(2, 5)), (std::vector<quint32>{7}));
    }
};

QTEST_GUILESS_MAIN(SlotGrantsTest)
#include "slot_grants_test.moc"
