// SPDX-License-Identifier: MIT
#include "view/scenario_panel.h"

#include "model/scenario_json.h"
#include "model/scenario_path.h"
#include "model/tape_recording.h"
#include "picture/theme.h"
#include "view/backend_card.h"
#include "view/failure_row.h"
#include "view/hint_bubble.h"
#include "view/icon_button.h"
#include "view/number_control.h"
#include "view/panel_section.h"
#include "view/panel_tabs.h"
#include "view/parameter_form.h"
#include "view/parameter_row.h"
#include "view/pattern_card.h"
#include "view/policy_list.h"
#include "view/scenario_document.h"
#include "view/scenario_text.h"
#include "view/slider.h"
#include "view/source_card.h"
#include "view/strip_chips.h"
#include "view/tab_order.h"
#include "view/tape_buttons.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace playground {

ScenarioPanel::ScenarioPanel(ScenarioDocument *document, QWidget *parent)
    : QFrame(parent)
    , m_document(document)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
    , m_sourceSection(new PanelSection(tr("SOURCE"), m_content))
    , m_patternSection(new PanelSection(tr("PATTERN & POLICIES"), m_content))
    , m_backendSection(new PanelSection(tr("BACKEND"), m_content))
    , m_source(new SourceCard(m_sourceSection))
    , m_strips(new StripChips(m_patternSection))
    , m_pattern(new PatternCard(m_patternSection))
    , m_policies(new PolicyList(m_patternSection))
    , m_backend(new BackendCard(m_backendSection))
    , m_text(new ScenarioText(document, this))
{
    setProperty("bar", "panel");
    setMinimumWidth(Theme::size(Size::ScenarioPanelMin));
    setMaximumWidth(Theme::size(Size::ScenarioPanelMax));
    addSections();
    connectParts();
    refresh(document->scenario());
}

void ScenarioPanel::addSections()
{
    auto *header = m_tabs = new PanelTabs(tr("How the scenario shows"), this);
    header->addPage(tr("S&cenario"), tr("The scenario as a sentence with its numbers"));
    header->addPage(tr("Te&xt"), tr("The same scenario as its file, to be read and typed"));
    const auto undoButton = [&](const QString &icon, const QString &name, void (QUndoStack::*slot)(), auto can,
                                auto changed) {
        auto *button = new IconButton(icon, IconButton::Kind::Tool, name, header);
        button->setEnabled((m_document->undoStack()->*can)());
        connect(button, &IconButton::clicked, m_document->undoStack(), slot);
        connect(m_document->undoStack(), changed, button, &IconButton::setEnabled);
        header->addButton(button);
        return button;
    };
    auto *undo = undoButton(QStringLiteral("undo"), tr("Undo"), &QUndoStack::undo, &QUndoStack::canUndo,
                            &QUndoStack::canUndoChanged);
    auto *redo = undoButton(QStringLiteral("redo"), tr("Redo"), &QUndoStack::redo, &QUndoStack::canRedo,
                            &QUndoStack::canRedoChanged);
    connect(m_document->undoStack(), &QUndoStack::undoTextChanged, undo, [undo](const QString &step) {
        undo->setToolTip(step.isEmpty() ? tr("Undo (Ctrl+Z)") : tr("Undo: %1 (Ctrl+Z)").arg(step));
    });
    connect(m_document->undoStack(), &QUndoStack::redoTextChanged, redo, [redo](const QString &step) {
        redo->setToolTip(step.isEmpty() ? tr("Redo (Ctrl+Y)") : tr("Redo: %1 (Ctrl+Y)").arg(step));
    });

    auto *sections = new QVBoxLayout(m_content);
    sections->setContentsMargins(0, Theme::size(Size::ScenarioPadding), 0, 0);
    sections->setSpacing(0);
    for (PanelSection *section : {m_sourceSection, m_patternSection, m_backendSection})
        sections->addWidget(section);
    sections->addStretch();
    m_sourceSection->addCard(m_source);
    m_patternSection->addCard(m_strips);
    m_patternSection->addCard(m_pattern);
    m_patternSection->addCard(m_policies);
    m_backendSection->addCard(m_backend);
    m_backendSection->setLast(true);

    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_content->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    auto *pages = new QStackedLayout;
    pages->addWidget(m_scroll);
    pages->addWidget(m_text);
    layout->addLayout(pages, 1);
    connect(m_tabs, &PanelTabs::chosen, pages, &QStackedLayout::setCurrentIndex);
}

void ScenarioPanel::connectParts()
{
    const auto set = [this](const QString &path, const QJsonValue &value) {
        hideHint();
        if (!m_document->set(path, value))
            refresh(m_document->scenario());
    };
    const auto commit = [this] { m_document->endGesture(); };
    for (ParameterForm *form : {m_source->form(), m_pattern->form()}) {
        connect(form, &ParameterForm::edited, this, set);
        connect(form, &ParameterForm::committed, this, commit);
    }
    connect(m_policies, &PolicyList::edited, this, set);
    connect(m_policies, &PolicyList::committed, this, commit);
    connect(m_policies, &PolicyList::listEdited, this,
            [this](const std::vector<Policy> &policies, const QString &step) {
                m_document->setPolicies(policies, step);
            });
    connect(m_backend, &BackendCard::edited, this, set);
    connect(m_backend, &BackendCard::committed, this, commit);
    connect(m_backend->failureRow(), &FailureRow::probabilityEdited, this, &ScenarioPanel::setFailureProbability);
    connect(m_source, &SourceCard::kindChosen, this,
            [this](const QString &id) { chooseKind(QStringLiteral("source"), QStringLiteral("source"), id); });
    connect(m_source->tape(), &TapeButtons::clearRequested, this, &ScenarioPanel::clearTape);
    connect(m_pattern, &PatternCard::kindChosen, this,
            [this](const QString &id) { chooseKind(QStringLiteral("pattern"), QStringLiteral("pattern"), id); });
    connect(m_backend, &BackendCard::kindChosen, this, [this](const QString &group, const QString &id) {
        chooseKind(QStringLiteral("backend.") + group, group, id);
    });

    for (PanelSection *section : {m_sourceSection, m_patternSection, m_backendSection})
        connect(section, &PanelSection::valueChosen, this, &ScenarioPanel::focusField);
    connect(m_sourceSection, &PanelSection::openChanged, m_source->form(), &ParameterForm::setAll);
    connect(m_patternSection, &PanelSection::openChanged, m_pattern->form(), &ParameterForm::setAll);
    connect(m_patternSection, &PanelSection::openChanged, m_policies, &PolicyList::setAll);
    for (ParameterForm *form : m_backend->forms())
        connect(m_backendSection, &PanelSection::openChanged, form, &ParameterForm::setAll);
    connect(m_strips, &StripChips::chosen, m_document, &ScenarioDocument::chooseStrip);
    connect(m_document, &ScenarioDocument::stripChosen, this, [this] { refresh(m_document->scenario()); });
    connect(m_document, &ScenarioDocument::edited, this, &ScenarioPanel::refresh);
    connect(m_document, &ScenarioDocument::opened, this, &ScenarioPanel::hideHint);
    connect(m_document, &ScenarioDocument::opened, this, &ScenarioPanel::refresh);
}

void ScenarioPanel::refresh(const Scenario &scenario)
{
    m_sourceSection->setSentence(sourceSentence(scenario));
    const Scenario strip = m_document->strip();
    m_strips->setStrips(scenario, m_document->chosenStrip());
    m_patternSection->setSentence(patternSentence(strip));
    m_backendSection->setSentence(backendSentence(scenario));
    m_source->setSource(scenario.source);
    if (strip.pattern.id() != m_hintedKind)
        hideHint();
    m_pattern->setPattern(strip.pattern);
    m_policies->setPolicies(strip.policies);
    m_backend->setBackend(scenario.backend);
    refreshMore();
    orderTabs();
}

void ScenarioPanel::orderTabs()
{
    // Forms and cards come and go with the kinds: what is new would be the last.
    const qsizetype controls = findChildren<QWidget *>().size();
    if (controls != std::exchange(m_controls, controls))
        orderTabsByLayout(*this);
}

void ScenarioPanel::refreshMore()
{
    const auto backendForms = m_backend->forms();
    m_sourceSection->setHasMore(m_source->form()->hasMore());
    m_patternSection->setHasMore(m_pattern->form()->hasMore() || m_policies->hasMore());
    m_backendSection->setHasMore(std::ranges::any_of(backendForms, &ParameterForm::hasMore));
}

void ScenarioPanel::chooseKind(const QString &path, const QString &group, const QString &id)
{
    const Scenario strip = m_document->strip();
    const Section *section = followPath(strip, path + QStringLiteral(".kind")).section;
    if (!section || section->id() == id)
        return;
    m_lastGiven.insert(path + QLatin1Char('/') + section->id(), section->given());
    QJsonObject value = m_lastGiven.value(path + QLatin1Char('/') + id);
    value.insert(QStringLiteral("kind"), id);
    // What it was the last time may name what is no longer there.
    if (std::holds_alternative<Problem>(withValue(strip, path, value)))
        value = QJsonObject{{QStringLiteral("kind"), id}};
    const Kind *kind = findKind(group, id);
    if (!m_document->set(path, value, kind ? kind->title : id))
        refresh(m_document->scenario());
    m_document->endGesture();
}

void ScenarioPanel::setFailureProbability(double p)
{
    // "Never" shows as 0 %; moving away from it makes it a matter of chance.
    const bool byChance = m_document->scenario().backend.failure.id() == QStringLiteral("probability");
    if (byChance)
        m_document->set(QStringLiteral("backend.failure.p"), p);
    else
        m_document->set(QStringLiteral("backend.failure"),
                        QJsonObject{{QStringLiteral("kind"), QStringLiteral("probability")}, {QStringLiteral("p"), p}},
                        tr("Fails by chance"));
}

void ScenarioPanel::clearTape()
{
    Scenario cleared = m_document->scenario();
    cleared.source = TapeRecording(cleared.source).source();
    m_document->replace(cleared, tr("Clear the tape"));
}

QList<ParameterForm *> ScenarioPanel::forms() const
{
    return QList<ParameterForm *>{m_source->form(), m_pattern->form()} + m_policies->forms() + m_backend->forms();
}

void ScenarioPanel::focusField(const QString &path)
{
    QWidget *field = nullptr;
    if (path == QStringLiteral("source.kind"))
        field = m_source->kinds();
    if (path == QStringLiteral("backend.failure.p"))
        field = m_backend->failureRow()->probability()->mainField();
    for (ParameterForm *form : forms()) {
        ParameterRow *row = form->row(path);
        if (!row)
            continue;
        field = row->control()->mainField();
        if (!row->isVisibleTo(this))
            for (PanelSection *section : {m_sourceSection, m_patternSection, m_backendSection})
                if (section->isAncestorOf(form))
                    section->setOpen(true);
    }
    if (!field)
        return;
    m_tabs->setCurrent(0);
    field->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(field);
    if (auto *line = field->findChild<QLineEdit *>())
        line->selectAll();
}

/// Whether the form begins with a number that applies while it runs: a hint says so of it.
bool ScenarioPanel::canBeDragged(const ParameterForm *form)
{
    const ParameterRow *first = form->rows().value(0);
    const auto *number = first ? qobject_cast<const NumberControl *>(first->control()) : nullptr;
    return number && number->slider()->isEnabled() && first->parameter().applies == Applies::Now;
}

void ScenarioPanel::showHint(const QString &text)
{
    if (m_hint || !canBeDragged(m_pattern->form()))
        return;
    m_hintedKind = m_document->strip().pattern.id();
    m_hint = new HintBubble(text, m_patternSection);
    m_hint->setTip(Theme::size(Size::CardPaddingH) + ParameterForm::labelColumn() + Theme::size(Size::InnerGap));
    m_patternSection->cards()->insertWidget(m_patternSection->cards()->indexOf(m_pattern) + 1, m_hint, 0, Qt::AlignLeft);
    m_pattern->setActive(true);
    showHintWhole();
}

void ScenarioPanel::showHintWhole()
{
    // Once the layout has given it its place.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_hint)
                m_scroll->ensureWidgetVisible(m_hint, 0, Theme::size(Size::InnerGap));
        },
        Qt::QueuedConnection);
}

/// What stands beyond the right edge cannot be scrolled to, so the panel is as wide as its controls need.
void ScenarioPanel::keepRoom()
{
    const int beside = m_scroll->verticalScrollBar()->sizeHint().width() + 2 * m_scroll->frameWidth();
    const int needed = m_content->minimumSizeHint().width() + beside;
    setMinimumWidth(qMax(Theme::size(Size::ScenarioPanelMin), needed));
}

bool ScenarioPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_content && event->type() == QEvent::LayoutRequest)
        keepRoom();
    return QFrame::eventFilter(watched, event);
}

void ScenarioPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_hint)
        showHintWhole();
}

void ScenarioPanel::hideHint()
{
    if (!m_hint)
        return;
    m_hint->deleteLater();
    m_hint->hide();
    m_hint = nullptr;
    m_pattern->setActive(false);
}

} // namespace playground
