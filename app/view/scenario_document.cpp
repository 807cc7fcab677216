// SPDX-License-Identifier: MIT
#include "view/scenario_document.h"

#include "model/scenario_json.h"
#include "view/change_name.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>
#include <QUndoCommand>

namespace playground {

namespace {

/// Keys and wheel steps that follow each other faster belong together.
constexpr int gesturePause = 700;
/// In the place of a value's path: the scenario was typed as text.
const QString wholeText = QStringLiteral("text");
/// The same: the source was recorded.
const QString wholeTape = QStringLiteral("tape");

} // namespace

/// One step of the history: the document before and after it.
class DocumentStep final : public QUndoCommand {
public:
    DocumentStep(ScenarioDocument *document, const QString &name, ScenarioDocument::State after, QString path,
                 bool opens)
        : QUndoCommand(name)
        , m_document(document)
        , m_before(document->m_state)
        , m_after(std::move(after))
        , m_path(std::move(path))
        , m_gesture(document->m_gesture)
        , m_opens(opens)
    {
    }

    void undo() override
    {
        m_undone = true;
        m_document->m_undoneGesture = m_gesture;
        m_document->takeAlone(changed(m_after, m_before), m_opens);
        m_document->m_undoneGesture = -1;
    }
    void redo() override
    {
        if (m_undone)
            m_document->takeAlone(changed(m_before, m_after), m_opens);
        else
            m_document->take(m_after, m_opens); // The change itself, in its gesture.
    }
    int id() const override { return m_path.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *later = static_cast<const DocumentStep *>(other);
        if (later->m_path != m_path || later->m_gesture != m_gesture)
            return false;
        m_after = later->m_after;
        rename();
        setObsolete(m_after.scenario == m_before.scenario);
        return true;
    }

    /// Says from what to what the value went.
    void rename()
    {
        if (m_path == wholeText)
            return setText(changeName(m_before.scenario, m_after.scenario));
        if (m_path == wholeTape)
            return setText(ScenarioDocument::tr("Record %n inputs", nullptr, int(requestCount(m_after.scenario))));
        if (const Parameter *parameter = parameterAt(m_after.scenario, m_path))
            setText(changeName(*parameter, valueAt(m_before.scenario, m_path), valueAt(m_after.scenario, m_path)));
    }

private:
    /// The document with this step's change from one state to the other. At another instant of the run its other values can be
    /// others than they were at the step: those stay.
    ScenarioDocument::State changed(const ScenarioDocument::State &from, const ScenarioDocument::State &to) const
    {
        const Scenario &current = m_document->scenario();
        if (m_path.isEmpty() || m_path == wholeText || current == from.scenario)
            return to;
        ScenarioDocument::State state = m_document->m_state;
        if (valueAt(current, m_path) == valueAt(to.scenario, m_path))
            return state;
        const ScenarioOrProblem result = withValue(current, m_path, valueAt(to.scenario, m_path));
        const auto *scenario = std::get_if<Scenario>(&result);
        if (!scenario)
            return to;
        state.scenario = *scenario;
        return state;
    }

    ScenarioDocument *m_document;
    ScenarioDocument::State m_before, m_after;
    QString m_path;
    int m_gesture;
    bool m_opens;
    bool m_undone = false;
};

ScenarioDocument::ScenarioDocument(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(gesturePause);
    connect(&m_pause, &QTimer::timeout, this, &ScenarioDocument::endPausedGesture);
    start(defaultScenario(), {});
}

void ScenarioDocument::start(const Scenario &scenario, const QString &file)
{
    m_undo.clear();
    take({scenario, scenario, file}, true);
}

bool ScenarioDocument::set(const QString &path, const QJsonValue &value, const QString &stepName)
{
    const ScenarioOrProblem changed = withValue(m_state.scenario, path, value);
    if (const auto *wrong = std::get_if<Problem>(&changed)) {
        emit problem(wrong->text());
        return false;
    }
    State after = m_state;
    after.scenario = std::get<Scenario>(changed);
    const Parameter *parameter = parameterAt(m_state.scenario, path);
    push(parameter ? parameter->title : stepName, after, path, false);
    return true;
}

void ScenarioDocument::replace(const Scenario &scenario, const QString &stepName)
{
    State after = m_state;
    after.scenario = scenario;
    push(stepName, after, {}, false);
}

void ScenarioDocument::rewrite(const Scenario &scenario)
{
    State after = m_state;
    after.scenario = scenario;
    push({}, after, wholeText, false);
}

void ScenarioDocument::drawSeed(quint64 seed)
{
    State state = m_state;
    state.scenario.seed = seed;
    if (!isDirty())
        state.saved.seed = seed;
    m_state = state;
    emit stateChanged();
}

void ScenarioDocument::follow(const Scenario &scenario)
{
    State state = m_state;
    state.scenario = scenario;
    state.scenario.name = m_state.scenario.name;
    state.scenario.title = m_state.scenario.title;
    state.scenario.group = m_state.scenario.group;
    state.scenario.info = m_state.scenario.info;
    state.scenario.compare = m_state.scenario.compare;
    state.scenario.challenge = m_state.scenario.challenge;
    if (state.scenario != m_state.scenario)
        takeAlone(state, false);
}

void ScenarioDocument::open(const Scenario &scenario, const QString &file)
{
    push(tr("Open “%1”").arg(scenario.title), {scenario, scenario, file}, {}, true);
}

void ScenarioDocument::recordTape(const Section &source, bool begins)
{
    if (begins)
        endGesture();
    State after = m_state;
    after.scenario.source = source;
    push({}, after, wholeTape, false);
    m_pause.stop(); // Silence does not end a recording.
}

void ScenarioDocument::restore(const Scenario &scenario, const Scenario &saved, const QString &file)
{
    push(tr("Restore “%1”").arg(scenario.title), {scenario, saved, file}, {}, true);
}

void ScenarioDocument::push(const QString &name, const State &after, const QString &path, bool opens)
{
    if (!opens && after.scenario == m_state.scenario)
        return;
    auto *step = new DocumentStep(this, name, after, path, opens);
    if (path.isEmpty()) {
        endGesture();
        m_undo.push(step);
        endGesture();
        return;
    }
    step->rename();
    m_undo.push(step);
    m_pause.start();
}

void ScenarioDocument::endGesture()
{
    ++m_gesture;
    emit gestureEnded();
}

void ScenarioDocument::endPausedGesture()
{
    // A hand that rests on a slider has not let go of it.
    if (QGuiApplication::mouseButtons() != Qt::NoButton)
        m_pause.start();
    else
        endGesture();
}

/// An undo or redo belongs to no gesture before or after it.
void ScenarioDocument::takeAlone(const State &state, bool opens)
{
    endGesture();
    take(state, opens);
    endGesture();
}

void ScenarioDocument::take(const State &state, bool opens)
{
    // What is saved where does not change by editing, nor by undoing an edit.
    if (opens)
        m_state = state;
    else
        m_state.scenario = state.scenario;
    emit stateChanged();
    if (opens)
        emit opened(m_state.scenario);
    else
        emit edited(m_state.scenario);
}

bool ScenarioDocument::save(const QString &file)
{
    QSaveFile out(file);
    const QByteArray text = writeScenario(m_state.scenario);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit()) {
        emit problem(tr("“%1” could not be written: %2. Save it under another name or in another folder.")
                         .arg(QDir::toNativeSeparators(file), out.errorString()));
        return false;
    }
    m_state.file = file;
    m_state.saved = m_state.scenario;
    emit stateChanged();
    return true;
}

} // namespace playground
