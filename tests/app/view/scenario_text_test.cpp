// SPDX-License-Identifier: MIT
#include "view/scenario_text.h"

#include "model/scenario_json.h"
#include "view/chip.h"
#include "view/code_edit.h"
#include "view/scenario_document.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

#include <memory>

using namespace playground;

class ScenarioTextTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_text.reset();
        m_document = std::make_unique<ScenarioDocument>();
        m_text = std::make_unique<ScenarioText>(m_document.get());
        m_text->resize(300, 200);
        m_text->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_text.get()));
        edit()->setFocus();
    }

    void showsTheScenarioAsItsFile()
    {
        QCOMPARE(edit()->code().toUtf8(), writeScenario(defaultScenario()));
        QVERIFY(m_text->problem().isEmpty());
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void whatIsTypedAppliesAtOnce()
    {
        select("\"limit\": ", "3");
        QTest::keyClicks(edit(), "12");
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 12);
        QVERIFY(m_text->problem().isEmpty());
        QCOMPARE(m_document->undoStack()->count(), 1);
        QCOMPARE(m_document->undoStack()->undoText(), "At a time 3 → 12");
    }

    void eachPauseOfTypingEndsAnUndoStep()
    {
        select("\"limit\": ", "3");
        QTest::keyClicks(edit(), "1");
        m_document->endGesture(); // As a pause does.
        QTest::keyClicks(edit(), "2");
        QCOMPARE(m_document->undoStack()->count(), 2);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->scenario().pattern.integer("limit"), 1);
        QVERIFY(edit()->code().contains("\"limit\": 1}"));
        m_document->undoStack()->undo();
        QCOMPARE(edit()->code().toUtf8(), writeScenario(defaultScenario()));
    }

    void invalidTextKeepsTheLastScenarioAndMarksItsLine()
    {
        select("\"", "pattern");
        QTest::keyClicks(edit(), "patern");
        QCOMPARE(m_document->scenario(), defaultScenario());
        const int line = int(edit()->code().left(edit()->code().indexOf("patern")).count('\n')) + 1;
        QCOMPARE(edit()->wrongLine(), line);
        QVERIFY2(m_text->problem().startsWith(QStringLiteral("Line %1: ").arg(line)), qPrintable(m_text->problem()));
        QVERIFY2(m_text->problem().contains("did you mean \"pattern\"?"), qPrintable(m_text->problem()));
        QCOMPARE(edit()->accessibleDescription(), m_text->problem());
        select("\"", "patern");
        QTest::keyClicks(edit(), "pattern");
        QCOMPARE(edit()->wrongLine(), 0);
        QVERIFY(m_text->problem().isEmpty());
        QVERIFY(edit()->accessibleDescription().isEmpty());
        QCOMPARE(m_document->undoStack()->count(), 0);
    }

    void aBrokenTextSaysWhere()
    {
        select("\"seed\": ", "7");
        QTest::keyClick(edit(), Qt::Key_Delete);
        QVERIFY2(m_text->problem().startsWith("Line 6: "), qPrintable(m_text->problem()));
        QCOMPARE(m_document->scenario(), defaultScenario());
    }

    void everythingCanBeReadInANarrowPanel()
    {
        m_text->resize(240, 400);
        QCoreApplication::processEvents();
        QCOMPARE(edit()->horizontalScrollBar()->maximum(), 0);
        for (QTextBlock block = edit()->document()->begin(); block.isValid(); block = block.next())
            for (int line = 0; line < block.layout()->lineCount(); ++line)
                QVERIFY2(block.layout()->lineAt(line).naturalTextWidth() <= edit()->viewport()->width(), qPrintable(block.text()));
        // All of a wrong line is marked, also what it wraps into.
        edit()->setWrongLine(8);
        const QTextLayout *wrong = edit()->document()->findBlockByNumber(7).layout();
        QVERIFY(wrong->lineCount() > 1);
        QCOMPARE(edit()->extraSelections().size(), wrong->lineCount());
        for (int line = 0; line < wrong->lineCount(); ++line)
            QVERIFY(edit()->extraSelections()[line].format.boolProperty(QTextFormat::FullWidthSelection));
    }

    void aPasteGoesToWhatIsWrongWithIt()
    {
        QString text = edit()->code();
        text.replace("\"seed\": 7", "\"seed\": ,");
        edit()->selectAll();
        QGuiApplication::clipboard()->setText(text);
        edit()->paste();
        QCOMPARE(edit()->wrongLine(), 6);
        QVERIFY(edit()->showsLine(6));
        QVERIFY(edit()->textCursor().blockNumber() > 10); // The cursor stays where the paste ended.
    }

    void typingStaysInSightAndTheButtonGoesToTheLine()
    {
        select("\"seed\": ", "7");
        QTest::keyClick(edit(), Qt::Key_Delete);
        QVERIFY(edit()->showsLine(6));
        edit()->moveCursor(QTextCursor::End);
        QVERIFY(!edit()->showsLine(6));
        const int there = edit()->verticalScrollBar()->value();
        QTest::keyClicks(edit(), " ");
        QCOMPARE(edit()->wrongLine(), 6);
        QCOMPARE(edit()->verticalScrollBar()->value(), there);
        QCOMPARE(m_text->goThere()->text(), "Go to line 6");
        QTest::mouseClick(m_text->goThere(), Qt::LeftButton);
        QVERIFY(edit()->showsLine(6));
        QVERIFY(edit()->hasFocus());
        QCOMPARE(edit()->textCursor().blockNumber(), 5);
        QVERIFY(edit()->textCursor().positionInBlock() > 0); // At the first word of it.
        QTest::keyClick(edit(), Qt::Key_End);
    }

    void undoTakesTypingBackThatIsNoScenario()
    {
        select("\"limit\": ", "3");
        QTest::keyClicks(edit(), "x");
        QVERIFY(!m_text->problem().isEmpty());
        // Here the field's own undo; with a valid text, that of the window.
        QVERIFY(takesKey(Qt::Key_Z));
        QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_text->problem().isEmpty());
        QCOMPARE(m_document->scenario(), defaultScenario());
        QVERIFY(!takesKey(Qt::Key_Z));
    }

    void editsOfTheFormShowAtOnce()
    {
        select("\"base\": ", "\"300ms\"");
        const int line = edit()->textCursor().blockNumber();
        QVERIFY(m_document->set("pattern.limit", 1000));
        QVERIFY(edit()->code().contains("\"limit\": 1000}"));
        QCOMPARE(edit()->textCursor().blockNumber(), line);
        QCOMPARE(edit()->textCursor().selectedText(), "\"300ms\"");
    }

    void anEditOfTheFormTakesThePlaceOfInvalidText()
    {
        select("\"limit\": ", "3");
        QTest::keyClicks(edit(), "x");
        QVERIFY(m_document->set("pattern.limit", 5));
        QCOMPARE(edit()->code().toUtf8(), writeScenario(m_document->scenario()));
        QVERIFY(m_text->problem().isEmpty());
        QCOMPARE(edit()->wrongLine(), 0);
    }

    void theScrollStaysWhereItWas()
    {
        Scenario many;
        QVERIFY(m_document->set("source", QJsonObject{{"kind", "list"}, {"items", items(100)}}));
        edit()->verticalScrollBar()->setValue(40);
        const auto top = [this] { return edit()->cursorForPosition({1, 1}).position(); };
        const int before = top();
        QVERIFY(before > 0);
        QVERIFY(m_document->set("seed", 8, "Seed"));
        QCOMPARE(top(), before); // The seed is no longer than it was.
        // Another scenario begins at its top.
        m_document->open(defaultScenario(), {});
        QCOMPARE(edit()->textCursor().position(), 0);
    }

    void aHiddenTextCatchesUpWhenItIsShown()
    {
        m_text->hide();
        QVERIFY(m_document->set("pattern.limit", 5));
        m_text->show();
        QVERIFY(edit()->code().contains("\"limit\": 5}"));
    }

    void charactersThatDoNotBreakAreKept()
    {
        Scenario scenario = defaultScenario();
        scenario.title = QStringLiteral("10\u00a0fetches\u2028and\u2029more \U0001F600");
        m_document->open(scenario, {});
        QCOMPARE(std::get<Scenario>(readScenario(edit()->code().toUtf8(), "x.json")), scenario);
        select("\"limit\": ", "3");
        QTest::keyClicks(edit(), "4");
        QCOMPARE(m_document->scenario().title, scenario.title);
    }

    void halvesOfACharacterAreNeverExchanged()
    {
        edit()->changeCode(QStringLiteral("a\U0001F600b"));
        edit()->changeCode(QStringLiteral("a\U0001F601b"));
        QCOMPARE(edit()->code(), QStringLiteral("a\U0001F601b"));
        edit()->changeCode(QStringLiteral("a\U0001F601\U0001FA01b"));
        QCOMPARE(edit()->code(), QStringLiteral("a\U0001F601\U0001FA01b"));
        edit()->changeCode({});
        QCOMPARE(edit()->code(), QString());
    }

    void tabGoesOnAndEnterKeepsTheIndentation()
    {
        const QString before = edit()->code();
        QTest::keyClick(edit(), Qt::Key_Tab);
        QCOMPARE(edit()->code(), before);
        select("\"seed\": 7", ",");
        edit()->moveCursor(QTextCursor::EndOfLine);
        QTest::keyClick(edit(), Qt::Key_Return);
        QCOMPARE(edit()->textCursor().positionInBlock(), 2);
        QCOMPARE(m_document->scenario(), defaultScenario());
        QVERIFY(m_text->problem().isEmpty());
    }

    void keysTextsAndNumbersHaveTheirColours()
    {
        QCOMPARE(colorsIn("\"seed\": 7,").size(), 2);
        const QList<QColor> colors = colorsIn("\"source\"");
        QVERIFY(colors.size() >= 5); // "source": {"kind": "count", "count": 8
        QCOMPARE(colors[1], colors[0]);
        QVERIFY(colors[2] != colors[0]);
        QVERIFY(colors[4] != colors[0] && colors[4] != colors[2]);
    }

    void theLinesAreNumbered()
    {
        // The numbers stand in a margin of their own, wide enough for the last one.
        const int before = edit()->viewport()->x();
        QVERIFY(before > 0);
        QVERIFY(m_document->set("source", QJsonObject{{"kind", "list"}, {"items", items(1000)}}));
        QVERIFY(edit()->viewport()->x() > before);
    }

private:
    CodeEdit *edit() const { return m_text->edit(); }

    /// Selects `what`, the first time that it stands behind `before`.
    void select(const QString &before, const QString &what)
    {
        const int at = int(edit()->code().indexOf(before + what) + before.size());
        QVERIFY(at >= before.size());
        QTextCursor cursor = edit()->textCursor();
        cursor.setPosition(at);
        cursor.setPosition(at + int(what.size()), QTextCursor::KeepAnchor);
        edit()->setTextCursor(cursor);
    }

    /// Whether the field wants Ctrl and this key for itself.
    bool takesKey(Qt::Key key) const
    {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::ControlModifier);
        event.ignore();
        QCoreApplication::sendEvent(edit(), &event);
        return event.isAccepted();
    }

    QList<QColor> colorsIn(const QString &line) const
    {
        for (QTextBlock block = edit()->document()->begin(); block.isValid(); block = block.next()) {
            if (!block.text().contains(line))
                continue;
            QList<QColor> colors;
            for (const QTextLayout::FormatRange &range : block.layout()->formats())
                colors += range.format.foreground().color();
            return colors;
        }
        return {};
    }

    static QJsonArray items(int count)
    {
        QJsonArray items;
        for (int i = 0; i < count; ++i)
            items.append(QJsonObject{{"name", QStringLiteral("item-%1").arg(i)}});
        return items;
    }

    std::unique_ptr<ScenarioDocument> m_document;
    std::unique_ptr<ScenarioText> m_text;
};

QTEST_MAIN(ScenarioTextTest)
#include "scenario_text_test.moc"
