// SPDX-License-Identifier: MIT
#include "view/number_control.h"

#include "view/slider.h"
#include "view/value_field.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace playground;

class NumberControlTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_control = std::make_unique<NumberControl>(*findKind("policy", "retry")->parameter("base"));
        m_control->setValue("300ms");
        m_control->resize(160, 28);
        m_control->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_control.get()));
    }

    void showsTheValueInBoth()
    {
        QCOMPARE(m_control->field()->text(), "300 ms");
        QCOMPARE(m_control->slider()->valueText(), "300 ms");
    }

    void aSettingFromOutsideTellsNobody()
    {
        QSignalSpy edited(m_control.get(), &NumberControl::edited);
        m_control->setValue("500ms");
        QCOMPARE(edited.count(), 0);
    }

    void theSliderEditsWhileItMoves()
    {
        QSignalSpy edited(m_control.get(), &NumberControl::edited);
        QSignalSpy committed(m_control.get(), &NumberControl::committed);
        Slider *slider = m_control->slider();
        QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() - 2, slider->height() / 2});
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.first().first().value<QJsonValue>(), QJsonValue("2s"));
        QCOMPARE(m_control->field()->text(), "2 s");
        QCOMPARE(committed.count(), 0);
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {slider->width() - 2, slider->height() / 2});
        QCOMPARE(committed.count(), 1);
    }

    void typingEditsOnceItIsDone()
    {
        QSignalSpy edited(m_control.get(), &NumberControl::edited);
        ValueField *field = m_control->field();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "1.5s");
        QCOMPARE(edited.count(), 0);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(edited.first().first().value<QJsonValue>(), QJsonValue("1.5s"));
        QCOMPARE(field->text(), "1.5 s");
    }

    void whatMostValuesNeedIsShownWhole()
    {
        ValueField *field = m_control->field();
        for (const char *value : {"1.448s", "12.345s", "999.9us"}) {
            m_control->setValue(value);
            QVERIFY2(field->fontMetrics().horizontalAdvance(field->text()) <= field->textRoom(), qPrintable(field->text()));
            QVERIFY(field->toolTip().isEmpty());
        }
    }

    void whatDoesNotFitIsToldByTheToolTip()
    {
        m_control->setValue("123.456789s");
        QCOMPARE(m_control->field()->toolTip(), m_control->field()->text());
    }

    void whatCannotBeReadTurnsBack()
    {
        QSignalSpy edited(m_control.get(), &NumberControl::edited);
        ValueField *field = m_control->field();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "soon");
        field->clearFocus();
        QCOMPARE(edited.count(), 0);
        QCOMPARE(field->text(), "300 ms");
    }

    void arrowKeysStep()
    {
        m_control->field()->setFocus();
        QTest::keyClick(m_control->field(), Qt::Key_Up);
        QCOMPARE(m_control->field()->text(), "310 ms");
        m_control->slider()->setFocus();
        QTest::keyClick(m_control->slider(), Qt::Key_Left);
        QCOMPARE(m_control->field()->text(), "300 ms");
    }

    void theWheelNeedsTheFocus()
    {
        QSignalSpy edited(m_control.get(), &NumberControl::edited);
        Slider *slider = m_control->slider();
        const auto turn = [&] {
            QWheelEvent wheel(QPointF(5, 5), slider->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(slider, &wheel);
        };
        slider->clearFocus();
        turn();
        QCOMPARE(edited.count(), 0);
        slider->setFocus();
        turn();
        QCOMPARE(edited.count(), 1);
    }

private:
    std::unique_ptr<NumberControl> m_control;
};

QTEST_MAIN(NumberControlTest)
#include "number_control_test.moc"
