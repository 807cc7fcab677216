// SPDX-License-Identifier: MIT
#include "view/scenario_text.h"

#include "model/scenario_json.h"
#include "picture/theme.h"
#include "view/chip.h"
#include "view/code_edit.h"
#include "view/json_colors.h"
#include "view/scenario_document.h"
#include "view/text_label.h"

#include <QAccessible>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace playground {

ScenarioText::ScenarioText(ScenarioDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_edit(new CodeEdit(this))
    , m_note(new QWidget(this))
    , m_problem(new TextLabel(Role::Body, Token::Text, {}, m_note))
    , m_goThere(new Chip({}, m_note))
{
    new JsonColors(m_edit->document());
    m_edit->setAccessibleName(tr("Scenario as text"));
    m_edit->setWhatsThis(tr("The scenario as its file. What you type applies as soon as it is valid."));
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *note = new QVBoxLayout(m_note);
    note->setContentsMargins(Theme::grid(3), Theme::grid(2), Theme::grid(3), Theme::grid(2));
    note->addWidget(m_problem);
    note->addWidget(m_goThere);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_edit, 1);
    column->addWidget(m_note);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ScenarioText::takeText);
    connect(m_edit, &CodeEdit::pasted, this, [this] { m_edit->revealLine(m_edit->wrongLine(), false); });
    connect(m_goThere, &Chip::clicked, this, [this] { m_edit->goToLine(m_edit->wrongLine()); });
    connect(document, &ScenarioDocument::edited, this, &ScenarioText::showDocument);
    connect(document, &ScenarioDocument::opened, this, [this] {
        showDocument();
        m_edit->moveCursor(QTextCursor::Start); // Another scenario begins at its top.
    });
    // A new seed is drawn without an edit.
    connect(document, &ScenarioDocument::stateChanged, this, [this] {
        if (problem().isEmpty())
            showDocument();
    });
}

QString ScenarioText::problem() const { return m_problem->text(); }

void ScenarioText::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_old)
        showDocument();
}

void ScenarioText::showDocument()
{
    if (m_busy)
        return;
    m_old = !isVisible(); // A drag in the form need not write a text that nobody sees.
    if (m_old)
        return;
    const QScopedValueRollback busy(m_busy, true);
    QString text = QString::fromUtf8(writeScenario(m_document->scenario()));
    text.replace(QChar::ParagraphSeparator, QStringLiteral("\\u2029")); // In the field it would be the end of a line.
    m_edit->changeCode(text);
    clearProblem();
}

void ScenarioText::takeText()
{
    if (m_busy)
        return;
    const QScopedValueRollback busy(m_busy, true);
    // The name is that of the file, unless the text says otherwise.
    const auto read = readScenario(m_edit->code().toUtf8(), m_document->scenario().name + QStringLiteral(".json"));
    if (const auto *wrong = std::get_if<Problem>(&read))
        return showProblem(*wrong);
    clearProblem();
    m_edit->forgetTyping();
    m_document->rewrite(std::get<Scenario>(read));
}

void ScenarioText::showProblem(const Problem &problem)
{
    m_edit->setWrongLine(problem.line);
    const QString sentence =
        problem.line > 0 ? tr("Line %1: %2. The run stays as it was.").arg(problem.line).arg(problem.message)
                         : tr("%1. The run stays as it was.").arg(problem.message);
    if (sentence != m_problem->text())
        tellProblem(sentence, problem.line);
    m_edit->revealLine(problem.line, true);
}

void ScenarioText::tellProblem(const QString &sentence, int line)
{
    m_problem->setText(sentence);
    m_goThere->setText(tr("Go to line %1").arg(line));
    m_goThere->updateGeometry();
    m_goThere->setVisible(line > 0);
    m_note->show();
    m_edit->setAccessibleDescription(sentence);
    QAccessibleEvent told(m_edit, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void ScenarioText::clearProblem()
{
    m_edit->setWrongLine(0);
    m_problem->clear();
    m_note->hide();
    m_edit->setAccessibleDescription({});
}

} // namespace playground
