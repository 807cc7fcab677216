// SPDX-License-Identifier: MIT
#include "view/scenario_panel.h"

#include "model/scenario_json.h"
#include "view/backend_card.h"
#include "view/failure_row.h"
#include "view/grip.h"
#include "view/hint_bubble.h"
#include "view/kind_button.h"
#include "view/number_control.h"
#include "view/parameter_form.h"
#include "view/parameter_row.h"
#include "view/pattern_card.h"
#include "view/policy_card.h"
#include "view/policy_list.h"
#include "view/scenario_document.h"
#include "view/sentence_label.h"
#include "view/slider.h"
#include "view/source_card.h"
#include "view/switch.h"
#include "view/value_field.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QScrollArea>
#include <QTest>
#include <QTextDocumentFragment>

#include <memory>

using namespace playground;

namespace {

QStringList kindIds(const QString &group)
{
    QStringList ids;
    for (const Kind &kind : allKinds())
        if (kind.group == group)
            ids += kind.id;
    return ids;
}

QStringList shownKeys(const ParameterForm *form)
{
    QStringList keys;
    for (const ParameterRow *row : form->rows())
        if (!row->isHidden())
            keys += row->parameter().key;
    return keys;
}

} // namespace

class ScenarioPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_panel.reset();
        m_document = std::make_unique<ScenarioDocument>();
        m_panel = std::make_unique<ScenarioPanel>(m_document.get());
        m_panel->resize(288, 760);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void offersExactlyTheKindsThatRun()
    {
        const QComboBox *sources = m_panel->sourceCard()->kinds();
        QStringList offered;
        for (int i = 0; i < sources->count(); ++i)
            offered += sources->itemData(i).toString();
        QCOMPARE(offered, kindIds("source"));
        for (const char *group : {"pattern", "latency", "failure", "policy"})
            QCOMPARE(KindButton::offered(group), kindIds(group));
        QVERIFY(KindButton::offered("pattern").contains("debounce"));
    }

    void showsFirstWhatTheScenarioGives()
    {
        QCOMPARE(shownKeys(m_panel->sourceCard()->form()), QStringList{"count"});
        QCOMPARE(shownKeys(m_panel->patternCard()->form()), QStringList{"limit"});
        QCOMPARE(shownKeys(m_panel->policyList()->forms().first()),
                 (QStringList{"attempts", "base", "factor", "jitter"}));
    }

    void moreShowsEveryParameterOfTheTable()
    {
        m_panel->policyList()->setAll(true);
        QStringList keys;
        for (const Parameter &parameter : findKind("policy", "retry")->parameters)
            keys += parameter.key;
        QCOMPARE(shownKeys(m_panel->policyList()->forms().first()), keys);
    }

    void draggingTheLimitEditsTheScenario()
    {
        Slider *slider = limit()->slider();
        QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() - 2, slider->height() / 2});
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 16);
        QTest::mouseMove(slider, {2, slider->height() / 2});
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {2, slider->height() / 2});
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 1);
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), "At a time 3 → 1");
    }

    void typingTheLimitEditsTheScenario()
    {
        ValueField *field = limit()->field();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "12");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 12);
        m_document->undoStack()->undo();
        QCOMPARE(field->text(), "3");
    }

    void theSentenceFollows()
    {
        m_document->set("pattern.limit", 5);
        QVERIFY(sentences().contains("with parallel map, 5 at a time; a fetch is tried up to 3 times,"));
    }

    void longNamesDoNotWidenIt_data()
    {
        QTest::addColumn<QString>("source");
        const QString list = R"({"kind":"list","items":[{"name":"%1"},{"name":"short"}]})";
        QTest::newRow("one word") << list.arg(QString(120, u'W'));
        QTest::newRow("one word that is not shortened") << list.arg(QString(40, u'W'));
        QTest::newRow("letters of two units") << list.arg(QString("\U0001F600").repeated(60));
        QTest::newRow("a path") << list.arg("https://example.org/" + QString("a-long-way/").repeated(12));
        QTest::newRow("a noun") << QString(R"({"kind":"count","count":8,"label":"GET /%1s/{n}"})").arg(QString(120, u'w'));
    }
    void longNamesDoNotWidenIt()
    {
        QFETCH(QString, source);
        m_panel->resize(m_panel->minimumWidth(), 760);
        QVERIFY(m_document->set("source", QJsonDocument::fromJson(source.toUtf8()).object()));
        QCoreApplication::processEvents();
        const QWidget *viewport = m_panel->scrollArea()->viewport();
        for (const QWidget *widget : viewport->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            const int right = widget->mapTo(viewport, QPoint(widget->width(), 0)).x();
            QVERIFY2(right <= viewport->width(), qPrintable(QStringLiteral("%1 ends at %2 of %3")
                                                                .arg(QLatin1String(widget->metaObject()->className()))
                                                                .arg(right)
                                                                .arg(viewport->width())));
        }
        for (const SentenceLabel *label : m_panel->findChildren<SentenceLabel *>())
            QVERIFY(label->heightForWidth(label->width()) <= label->height());
    }

    void aShortenedNameIsToldWholeByTheToolTip()
    {
        const QString name = "begin-" + QString(120, u'x') + "-end";
        m_document->set("source", QJsonDocument::fromJson(QString(R"({"kind":"list","items":[{"name":"%1"}]})").arg(name).toUtf8()).object());
        const SentenceLabel *label = m_panel->findChildren<SentenceLabel *>().first();
        QVERIFY(label->toolTip().contains(name));
        QVERIFY(label->accessibleName().contains(name));
        const QString shown = QTextDocumentFragment::fromHtml(label->text()).toPlainText().remove(QChar(0x200B));
        QVERIFY2(shown.startsWith("Fetch begin-x") && shown.contains(u'…') && shown.endsWith("x-end,"), qPrintable(shown));
        m_document->undoStack()->undo();
        QVERIFY(label->toolTip().isEmpty());
    }

    void aValueOfTheSentenceJumpsToItsField()
    {
        m_panel->focusField("policies.0.attempts");
        ParameterRow *row = m_panel->policyList()->forms().first()->row("policies.0.attempts");
        QVERIFY(row->control()->mainField()->hasFocus());
    }

    void aHiddenFieldOpensItsSection()
    {
        ParameterForm *form = m_panel->backendCard()->forms().first();
        ParameterRow *row = form->row("backend.latency.median");
        QVERIFY(row->isHidden());
        m_panel->focusField("backend.latency.median");
        QVERIFY(!row->isHidden());
        QVERIFY(row->control()->mainField()->hasFocus());
    }

    void aChosenKindKeepsTheValuesOfTheOther()
    {
        emit m_panel->patternCard()->kindChosen("gather");
        QCOMPARE(m_document->scenario().pattern.id(), "gather");
        QCOMPARE(m_document->undoStack()->undoText(), "Gather");
        emit m_panel->patternCard()->kindChosen("parallel-map");
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 3);
    }

    void policiesAreAddedSwitchedMovedAndRemoved()
    {
        PolicyList *list = m_panel->policyList();
        QCOMPARE(list->addable(), (QStringList{"timeout", "rate-limit", "concurrency-limit", "circuit-breaker", "hedge", "keep-latest"})); // Retry stands there, and only once.
        list->add("timeout");
        QCOMPARE(policies(), (QStringList{"retry", "timeout"}));
        QTest::keyClick(list->cards().at(1)->grip(), Qt::Key_Up);
        QCOMPARE(policies(), (QStringList{"timeout", "retry"}));
        QCOMPARE(m_document->undoStack()->undoText(), "Move Timeout");
        list->cards().at(1)->findChild<Switch *>()->click();
        QVERIFY(!m_document->scenario().policies.at(1).enabled);
        QCOMPARE(m_document->undoStack()->undoText(), "Retry off");
        emit list->cards().at(1)->removed();
        QCOMPARE(policies(), QStringList{"timeout"});
        m_document->undoStack()->undo();
        m_document->undoStack()->undo();
        QVERIFY(m_document->scenario().policies.at(1).enabled);
    }

    void aMovedPolicyIsEditedAtItsNewPlace()
    {
        PolicyList *list = m_panel->policyList();
        list->add("timeout");
        QTest::keyClick(list->cards().at(1)->grip(), Qt::Key_Up);
        auto *attempts = static_cast<NumberControl *>(list->forms().at(1)->row("policies.1.attempts")->control());
        attempts->field()->setFocus();
        QTest::keyClick(attempts->field(), Qt::Key_Up);
        QCOMPARE(m_document->scenario().policies.at(1).section.integer("attempts"), 4);
    }

    void draggingACardMovesIt()
    {
        PolicyList *list = m_panel->policyList();
        list->add("timeout");
        QCoreApplication::processEvents();
        PolicyCard *retry = list->cards().at(0), *timeout = list->cards().at(1);
        Grip *grip = retry->grip();
        const QPoint below = grip->mapFromGlobal(timeout->mapToGlobal(QPoint(5, timeout->height() + 20)));
        QTest::mousePress(grip, Qt::LeftButton, {}, QPoint(5, 5));
        QTest::mouseMove(grip, below);
        QTest::mouseRelease(grip, Qt::LeftButton, {}, below);
        QCOMPARE(policies(), (QStringList{"timeout", "retry"}));
    }

    void neverShowsAsZeroAndBecomesChance()
    {
        m_document->set("backend.failure", "never");
        NumberControl *chance = m_panel->backendCard()->failureRow()->probability();
        QCOMPARE(chance->field()->text(), "0 %");
        chance->field()->setFocus();
        QTest::keyClick(chance->field(), Qt::Key_Up);
        QCOMPARE(m_document->scenario().backend.failure.id(), "probability");
        QCOMPARE(m_document->scenario().backend.failure.number("p"), 0.01);
    }

    void whatIsRefusedShowsTheLastGoodValue()
    {
        m_panel->focusField("backend.latency.p95");
        auto *p95 = static_cast<NumberControl *>(
            m_panel->backendCard()->forms().first()->row("backend.latency.p95")->control());
        p95->field()->selectAll();
        QTest::keyClicks(p95->field(), "1ms"); // Less than the median.
        QTest::keyClick(p95->field(), Qt::Key_Return);
        QCOMPARE(m_document->scenario(), defaultScenario());
        QCOMPARE(p95->field()->text(), "1.18 s");
    }

    void theHintStandsOnlyWhereSomethingCanBeDragged()
    {
        m_document->set("pattern.kind", "sequential");
        m_panel->showHint("Drag me");
        QVERIFY(!m_panel->findChild<HintBubble *>());
        m_document->set("pattern.kind", "rate-limit");
        m_panel->showHint("Drag me");
        QVERIFY(m_panel->findChild<HintBubble *>());
    }

    void theHintGoesWithItsFirstUse()
    {
        m_panel->showHint("Drag me");
        QVERIFY(m_panel->findChild<HintBubble *>());
        limit()->field()->setFocus();
        QTest::keyClick(limit()->field(), Qt::Key_Up);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_panel->findChild<HintBubble *>());
    }

private:
    NumberControl *limit() const
    {
        return static_cast<NumberControl *>(m_panel->patternCard()->form()->row("pattern.limit")->control());
    }
    QStringList policies() const
    {
        QStringList ids;
        for (const Policy &policy : m_document->scenario().policies)
            ids += policy.section.id();
        return ids;
    }
    QStringList sentences() const
    {
        QStringList texts;
        for (const SentenceLabel *label : m_panel->findChildren<SentenceLabel *>())
            texts += plainText(label->sentence());
        return texts;
    }

    std::unique_ptr<ScenarioDocument> m_document;
    std::unique_ptr<ScenarioPanel> m_panel;
};

QTEST_MAIN(ScenarioPanelTest)
#include "scenario_panel_test.moc"
